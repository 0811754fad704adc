<#import "layout.ftl" as layout>
<#import "parts/portrait.ftl" as faces>
<@layout.page title=t("nav.authors")>
<div class="wide">
<h1>${t("authors.title")}</h1>
<p class="tagline">${t("authors.lead")}</p>
<ul class="people">
<#list people as person>
<li class="h-card">
<@faces.portrait person=person size="middle"/>
<div>
<h2><a class="p-name u-url" href="${root}${person.path}">${person.name}</a></h2>
<#if person.handle?has_content><p><#if person.handleUrl?has_content><a class="handle p-nickname" href="${person.handleUrl}">${person.handle}</a><#else><span class="handle p-nickname">${person.handle}</span></#if></p><#elseif person.email?has_content><p><a class="handle u-email" href="mailto:${person.email}">${person.email}</a></p></#if>
<#if person.role?has_content><p class="p-job-title">${person.role}</p></#if>
<#if person.topics?has_content><p class="quiet">${t("author.topics")} ${person.topics?join(", ")}</p></#if>
<p class="quiet">${t("about.pieces", person.pieces)}</p>
</div>
</li>
</#list>
</ul>
</div>
</@layout.page>
