<#import "layout.ftl" as layout>
<#import "parts/entry.ftl" as list>
<#import "parts/pager.ftl" as pages>
<#import "parts/portrait.ftl" as faces>
<@layout.page title=person.name class="author">
<div class="wide">
<header class="author-head h-card">
<@faces.portrait person=person size="large"/>
<div>
<h1 class="p-name">${person.name}</h1>
<#if person.role?has_content><p class="author-role p-job-title">${person.role}</p></#if>
<#if person.bio?has_content><p class="p-note">${person.bio}</p></#if>
<#if person.handles?has_content || person.email?has_content>
<ul class="author-handles" aria-label="${t("author.reach", person.name)}">
<#list person.handles as handle>
<li><span class="label">${handle.networkName}</span> <#if handle.url?has_content><a rel="me" class="u-url handle" href="${handle.url}">${handle.name}</a><#else><span class="handle">${handle.name}</span></#if></li>
</#list>
<#if person.email?has_content><li><span class="label">${t("author.email")}</span> <a class="u-email handle" href="mailto:${person.email}">${person.email}</a></li></#if>
</ul>
</#if>
<#if person.topics?has_content><p class="quiet">${t("author.topics")} ${person.topics?join(", ")}</p></#if>
<#if person.languages?has_content><p class="quiet">${t("author.languages")} ${person.languages?join(", ")}</p></#if>
<p class="author-feeds"><span class="label">${t("author.follow")}</span> <#list feeds as feed><a href="${root}${feed.path}">${t("feed." + feed.type)}</a><#sep> · </#sep></#list></p>
</div>
</header>
<section class="entries h-feed" aria-labelledby="pieces-title">
<h2 id="pieces-title">${t("author.pieces", person.name)}</h2>
<#list entries as e><@list.entry e=e level=3/><#else><p>${t("author.empty")}</p></#list>
<@pages.pager p=pager/>
</section>
</div>
</@layout.page>
