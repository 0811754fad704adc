<#import "layout.ftl" as layout>
<#import "parts/entry.ftl" as list>
<#import "parts/portrait.ftl" as faces>
<@layout.page class="home">
<div class="wide">
<header class="home-head">
<h1>${site.title}</h1>
<#if site.tagline?has_content><p class="tagline">${site.tagline}</p></#if>
<#if people?has_content>
<ul class="faces" aria-label="${t("nav.authors")}">
<#list people as person>
<li><a href="${root}${person.path}"><@faces.portrait person=person/><span>${person.name}<#if person.handle?has_content> <small class="handle">${person.handle}</small><#elseif person.email?has_content> <small class="handle">${person.email}</small></#if></span></a></li>
</#list>
</ul>
</#if>
</header>
<div class="entries h-feed">
<#list entries as e>
<@list.entry e=e lead=(e?index == 0)/>
<#else>
<p>${t("home.empty")}</p>
</#list>
</div>
<#if !complete>
<p class="more"><a class="button" href="${root}${site.archive}">${t("home.archive")}</a></p>
</#if>
</div>
</@layout.page>
