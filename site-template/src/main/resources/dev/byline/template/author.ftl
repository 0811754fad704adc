<#import "layout.ftl" as layout>
<#import "parts/byline.ftl" as by>
<#import "parts/entry.ftl" as list>
<#import "parts/pager.ftl" as pages>
<#import "parts/portrait.ftl" as faces>
<#import "parts/response.ftl" as said>
<@layout.page title=person.name class="author">
<div class="wide">
<header class="author-head h-card">
<@faces.portrait person=person size="large" class="u-photo"/>
<div>
<h1 class="p-name">${person.name}</h1>
<a class="u-url u-uid" href="${site.url}${person.path}" hidden>${person.name}</a>
<#if person.role?has_content><p class="author-role"><span class="p-job-title">${person.role}</span> · <span class="p-org">${site.organization}</span></p></#if>
<#if person.bio?has_content><p class="p-note">${person.bio}</p></#if>
<#list profile.replies as reply><p class="author-soon">${t("author.soon." + reply.unit, reply.number, person.name)} <span class="quiet">${t("author.soon.of", reply.answered)}</span></p></#list>
<#if person.handles?has_content || person.email?has_content>
<ul class="author-handles" aria-label="${t("author.reach", person.name)}">
<#list person.handles as handle>
<li><span class="label">${handle.networkName}</span> <#if handle.url?has_content><a rel="me" class="u-url handle p-nickname" href="${handle.url}">${handle.name}</a><#else><span class="handle p-nickname">${handle.name}</span></#if></li>
</#list>
<#if person.email?has_content><li><span class="label">${t("author.email")}</span> <a class="u-email handle" href="mailto:${person.email}">${person.email}</a></li></#if>
</ul>
</#if>
<#if person.topics?has_content><p class="quiet">${t("author.topics")} <#list person.topics as topic><span class="p-category">${topic}</span><#sep>, </#sep></#list></p></#if>
<#if person.languages?has_content><p class="quiet">${t("author.languages")} ${person.languages?join(", ")}</p></#if>
<p class="author-feeds"><span class="label">${t("author.follow")}</span> <#list feeds as feed><a href="${root}${feed.path}">${t("feed." + feed.type)}</a><#sep> · </#sep></#list></p>
</div>
<#if profile.qr?has_content>
<aside class="author-card" aria-label="${t("author.card", person.name)}">
<img src="${root}${profile.qr}" alt="${t("author.qr.alt", person.name)}" width="132" height="132" loading="lazy" decoding="async">
<p><a download href="${root}${profile.vcard}">${t("author.vcard")}<span class="unseen"> ${person.name}</span></a><br>
<a download href="${root}${profile.qr}">${t("author.qr")}<span class="unseen"> ${person.name}</span></a></p>
</aside>
</#if>
</header>
<#if profile.together?has_content>
<section class="author-together" aria-labelledby="together-title">
<h2 id="together-title">${t("author.together")}</h2>
<ul class="faces">
<#list profile.together as other>
<li><a href="${root}${other.path}"><@faces.portrait person=other/><span>${other.name}<#if other.handle?has_content> <small class="handle">${other.handle}</small></#if></span></a></li>
</#list>
</ul>
</section>
</#if>
<section class="entries h-feed" aria-labelledby="pieces-title">
<h2 class="p-name" id="pieces-title">${t("author.pieces", person.name)}</h2>
<a class="p-author h-card" href="${site.url}${person.path}" hidden>${person.name}</a>
<#list entries as e><@list.entry e=e level=3/><#else><p>${t("author.empty")}</p></#list>
<@pages.pager p=pager/>
</section>
<#if profile.heard?has_content>
<section class="author-heard" aria-labelledby="heard-title">
<h2 id="heard-title">${t("author.heard", person.name)}</h2>
<@said.heard all=profile.heard/>
<p class="author-feeds"><span class="label">${t("author.answers")}</span> <#list profile.answers as feed><a href="${root}${feed.path}" aria-label="${t("feeds.format", t("feed." + feed.type), t("answers.to", person.name))}">${t("feed." + feed.type)}</a><#sep> · </#sep></#list></p>
</section>
</#if>
</div>
</@layout.page>
