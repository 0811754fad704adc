<#import "layout.ftl" as layout>
<#import "parts/byline.ftl" as by>
<#import "parts/answer.ftl" as call>
<#import "parts/response.ftl" as said>
<#import "parts/pager.ftl" as pages>
<@layout.page title=(pager.number gt 1)?then(t("feedback.title.page", entry.title, pager.number), t("feedback.title", entry.title)) class="feedback">
<div class="measure h-entry">
<header class="feedback-head">
<p class="label">${t("feedback.label")}</p>
<h1><a class="p-name u-url" href="${root}${entry.path}">${entry.title}</a></h1>
<@by.byline people=entry.people answers="#answer-title"/>
<#list entry.date as date><time class="dt-published" datetime="${date.iso}" hidden></time></#list>
<@call.numbers n=numbers/>
</header>
<#if thread?has_content>
<ol class="thread">
<#list thread as response><@said.response r=response/></#list>
</ol>
<#elseif !reactions?has_content && numbers.votes == 0>
<p class="empty">${t("feedback.empty")}</p>
</#if>
<@pages.through p=pager/>
<#if reactions?has_content>
<section class="reactions" aria-labelledby="reactions-title">
<h2 id="reactions-title">${t("feedback.reactions")}</h2>
<ul>
<#list reactions as reaction>
<li class="u-${reaction.kind} h-cite"><span class="monogram portrait portrait-small hue-${reaction.reader.hue}" aria-hidden="true">${reaction.reader.initials}</span> <span><@said.by reader=reaction.reader/> <data class="u-${reaction.kind}-of" value="${site.url}${entry.path}">${t("reaction." + reaction.kind)}</data> <span class="quiet"><#if reaction.url?has_content><a class="u-url" rel="nofollow ugc" href="${reaction.url}">${reaction.source}</a><#else>${reaction.source}</#if><#list reaction.date as date> · <time class="dt-published" datetime="${date.iso}">${date.text}</time></#list></span></span></li>
</#list>
</ul>
<#if more gt 0><p class="quiet">${t("feedback.more", more)}</p></#if>
</section>
</#if>
<section class="answer-here" aria-labelledby="answer-title">
<h2 id="answer-title"><#if question?has_content>${question}<#else>${t("answer.title")}</#if></h2>
<#if open>
<p>${t("answer.lead")}</p>
<@call.people people=entry.people answers=answers/>
<#else>
<p>${t("answer.closed")}</p>
</#if>
<p><a class="button" href="${root}${entry.path}">${t("feedback.back")}</a></p>
</section>
</div>
</@layout.page>
