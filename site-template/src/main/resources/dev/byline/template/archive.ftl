<#import "layout.ftl" as layout>
<#import "parts/byline.ftl" as by>
<@layout.page title=year?has_content?then(t("archive.year", year), t("archive.title"))>
<div class="wide h-feed">
<h1 class="p-name">${year?has_content?then(t("archive.year", year), t("archive.title"))}</h1>
<@by.company/>
<#if others?size gt 1>
<nav aria-label="${t("archive.years")}">
<ul class="terms">
<#if year?has_content><li><a href="${root}${site.archive}">${t("archive.title")}</a></li></#if>
<#list others as other>
<li><#if other.current><span aria-current="page">${other.name}</span><#else><a href="${root}${other.path}">${other.name}</a></#if> <span class="quiet">${other.count}</span></li>
</#list>
</ul>
</nav>
</#if>
<#list years as group>
<${year?has_content?then("div", "section")} class="year">
<#if !year?has_content><h2>${group.name?has_content?then(group.name, t("archive.undated"))}</h2></#if>
<ul class="rows">
<#list group.entries as e>
<li class="h-entry">
<a class="u-url p-name" href="${root}${e.path}">${e.title}</a>
<@by.inline people=e.people/>
<#list e.date as date><time class="dt-published" datetime="${date.iso}">${date.text}</time></#list>
</li>
</#list>
</ul>
</${year?has_content?then("div", "section")}>
<#else>
<p>${t("home.empty")}</p>
</#list>
</div>
</@layout.page>
