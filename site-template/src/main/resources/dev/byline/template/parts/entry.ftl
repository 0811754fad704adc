<#-- An article in a list. -->
<#import "byline.ftl" as by>
<#import "picture.ftl" as pictures>
<#macro entry e level=2 lead=false>
<article class="entry h-entry<#if lead> entry-lead</#if>"<#if e.language != language> lang="${e.language}" dir="${e.direction}"</#if>>
<#list e.image as image>
<a class="entry-image" href="${root}${e.path}" tabindex="-1" aria-hidden="true"><@pictures.picture image=image alt="" eager=lead sizes=lead?then("(min-width: 52rem) 36rem, 100vw", "(min-width: 46rem) 22rem, 100vw")/></a>
</#list>
<div class="entry-text">
<p class="entry-meta"><#list e.category as category><a class="category p-category" href="${root}${category.path}">${category.name}</a> </#list><#list e.date as date><time class="dt-published" datetime="${date.iso}">${date.text}</time></#list></p>
<h${level} class="entry-title p-name"><a class="u-url" href="${root}${e.path}">${e.title}</a></h${level}>
<#if e.summary?has_content><p class="p-summary">${e.summary}</p></#if>
<@by.short people=e.people/>
<p class="entry-foot">${t("reading.time", e.minutes)}<#if e.answers gt 0> · <a href="${root}${e.path}feedback/">${t("answers.count", e.answers)}</a></#if></p>
</div>
</article>
</#macro>
