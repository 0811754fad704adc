<#import "layout.ftl" as layout>
<#import "parts/byline.ftl" as by>
<#import "parts/entry.ftl" as list>
<#import "parts/pager.ftl" as pages>
<@layout.page title=term.name>
<div class="wide h-feed">
<p class="label">${t("taxonomy." + taxonomy)}</p>
<h1 class="p-name">${term.name}</h1>
<@by.company/>
<p class="author-feeds"><span class="label">${t("author.follow")}</span> <#list feeds as feed><a href="${root}${feed.path}">${t("feed." + feed.type)}</a><#sep> · </#sep></#list></p>
<div class="entries">
<#list entries as e><@list.entry e=e/></#list>
</div>
<@pages.pager p=pager/>
</div>
</@layout.page>
