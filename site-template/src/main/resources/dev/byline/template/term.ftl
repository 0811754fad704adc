<#import "layout.ftl" as layout>
<#import "parts/entry.ftl" as list>
<#import "parts/pager.ftl" as pages>
<@layout.page title=term.name>
<div class="wide">
<p class="label">${t("taxonomy." + taxonomy)}</p>
<h1>${term.name}</h1>
<div class="entries h-feed">
<#list entries as e><@list.entry e=e/></#list>
</div>
<@pages.pager p=pager/>
</div>
</@layout.page>
