<#import "layout.ftl" as layout>
<#import "parts/byline.ftl" as by>
<#import "parts/portrait.ftl" as faces>
<@layout.page title=t("nav.authors")>
<div class="wide">
<h1>${t("authors.title")}</h1>
<p class="tagline">${t("authors.lead")}</p>
<ul class="people">
<#list people as person>
<li class="h-card">
<@faces.portrait person=person size="middle" class="u-photo"/>
<div>
<h2><a class="p-name u-url u-uid" href="${root}${person.path}">${person.name}</a></h2>
<p><@by.contact person=person/></p>
<#if person.role?has_content><p class="p-job-title">${person.role}</p></#if>
<#if person.topics?has_content><p class="quiet">${t("author.topics")} ${person.topics?join(", ")}</p></#if>
<p class="quiet">${t("about.pieces", person.pieces)}</p>
</div>
</li>
</#list>
</ul>
<#if topics?has_content>
<section class="topics" aria-labelledby="topics-title">
<h2 id="topics-title">${t("authors.topic")}</h2>
<dl>
<#list topics as topic>
<div><dt>${topic.name}</dt><dd><#list topic.people as person><a href="${root}${person.path}">${person.name}</a><#sep>, </#sep></#list></dd></div>
</#list>
</dl>
</section>
</#if>
</div>
</@layout.page>
