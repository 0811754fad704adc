<#-- The way through a long list. Older pages are counted from the oldest, so their addresses last. -->
<#macro pager p>
<#if p.newer?has_content || p.older?has_content>
<nav class="pager" aria-label="${t("list.pages")}">
<#if p.newer?has_content><a class="button" rel="prev" href="${root}${p.newer}">${t("list.newer")}</a></#if>
<#if p.older?has_content><a class="button" rel="next" href="${root}${p.older}">${t("list.older")}</a></#if>
</nav>
</#if>
</#macro>

<#-- The way through what is read from its beginning: the oldest comes first. -->
<#macro through p>
<#if p.of gt 1>
<nav class="pager" aria-label="${t("list.pages")}">
<#if p.before?has_content><a class="button" rel="prev" href="${root}${p.before}">${t("feedback.before")}</a></#if>
<span class="quiet">${t("feedback.page", p.number, p.of)}</span>
<#if p.after?has_content><a class="button" rel="next" href="${root}${p.after}">${t("feedback.after")}</a></#if>
</nav>
</#if>
</#macro>
