<#import "layout.ftl" as layout>
<#import "parts/byline.ftl" as by>
<#import "parts/entry.ftl" as list>
<#import "parts/pager.ftl" as pages>
<#import "parts/portrait.ftl" as faces>
<#import "parts/subscribe.ftl" as touch>
<@layout.page class="home">
<div class="wide h-feed">
<header class="home-head">
<h1 class="p-name">${site.title}</h1>
<@by.company/>
<#if site.tagline?has_content><p class="tagline">${site.tagline}</p></#if>
<#if people?has_content>
<ul class="faces" aria-label="${t("nav.authors")}">
<#list people as person>
<li><a href="${root}${person.path}"><@faces.portrait person=person/><span>${person.name}<#if person.handle?has_content> <small class="handle">${person.handle}</small><#elseif person.email?has_content> <small class="handle">${person.email}</small></#if></span></a></li>
</#list>
</ul>
</#if>
</header>
<div class="entries">
<#list entries as e>
<@list.entry e=e lead=(e?index == 0 && pager.number == 0)/>
<#else>
<p>${t("home.empty")}</p>
</#list>
</div>
<@pages.pager p=pager/>
</div>
<@touch.subscribe/>
</@layout.page>
