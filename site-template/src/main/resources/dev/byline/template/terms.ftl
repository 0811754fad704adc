<#import "layout.ftl" as layout>
<@layout.page title=t("terms." + taxonomy)>
<div class="wide">
<h1>${t("terms." + taxonomy)}</h1>
<#if terms?has_content>
<ul class="terms">
<#list terms as term>
<li><a href="${root}${term.path}">${term.name}</a> <span class="quiet">${t("about.pieces", term.count)}</span></li>
</#list>
</ul>
<#else>
<p>${t("terms.empty")}</p>
</#if>
</div>
</@layout.page>
