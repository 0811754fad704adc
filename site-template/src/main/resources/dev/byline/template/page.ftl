<#import "layout.ftl" as layout>
<@layout.page title=title>
<article class="measure">
<h1>${title}</h1>
<#if summary?has_content><p class="summary">${summary}</p></#if>
<div class="prose">
${html?no_esc}
</div>
</article>
</@layout.page>
