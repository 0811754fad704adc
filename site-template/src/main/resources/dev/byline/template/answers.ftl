<#import "layout.ftl" as layout>
<#import "parts/answer.ftl" as call>
<#import "parts/response.ftl" as said>
<@layout.page title=t("answers.title") class="answers">
<div class="measure">
<h1>${t("answers.title")}</h1>
<p class="summary">${t("answers.lead")}</p>
<@call.numbers n=numbers/>
<#if heard?has_content>
<@said.heard all=heard/>
<#else>
<p class="empty">${t("feedback.empty")}</p>
</#if>
<p class="author-feeds"><span class="label">${t("author.answers")}</span> <#list feeds as feed><a href="${root}${feed.path}" aria-label="${t("feeds.format", t("feed." + feed.type), t("answers.all"))}">${t("feed." + feed.type)}</a><#sep> · </#sep></#list></p>
</div>
</@layout.page>
