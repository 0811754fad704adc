<#import "layout.ftl" as layout>
<@layout.page title=t("archive.title")>
<div class="wide">
<h1>${t("archive.title")}</h1>
<#list years as year>
<section class="year h-feed">
<h2>${year.name?has_content?then(year.name, t("archive.undated"))}</h2>
<ul class="rows">
<#list year.entries as e>
<li class="h-entry">
<a class="u-url p-name" href="${root}${e.path}">${e.title}</a>
<span class="row-people"><#list e.people as person><a class="p-author h-card" href="${root}${person.path}">${person.name}</a><#if person.handle?has_content> <span class="handle">${person.handle}</span></#if><#sep>, </#sep></#list></span>
<#list e.date as date><time class="dt-published" datetime="${date.iso}">${date.text}</time></#list>
</li>
</#list>
</ul>
</section>
<#else>
<p>${t("home.empty")}</p>
</#list>
</div>
</@layout.page>
