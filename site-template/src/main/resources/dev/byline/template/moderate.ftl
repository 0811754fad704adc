<#-- For those who moderate, on their own machine: shown by byline serve, part of no site. Works without scripts. -->
<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${t("moderate.title")} · ${title}</title>
<style>
<#include "css/tokens.css" parse=false>
<#include "css/moderate.css" parse=false>
</style>
</head>
<body>
<main>
<h1>${t("moderate.title")}</h1>
<p class="lead">${t("moderate.lead", count)} <a href="/-/desk/">${t("desk.title")}</a></p>
<#if said?has_content><p class="said" role="status">${t("moderate." + said)}</p></#if>
<#list problems as problem>
<p class="problem" role="status" lang="en" dir="ltr">${problem}</p>
</#list>
<form method="post" action="/-/moderate/">
<input type="hidden" name="token" value="${token}">
<button name="decision" value="undo">${t("moderate.undo")}</button>
</form>
<#list items as item>
<article aria-labelledby="i-${item?index}">
<h2 dir="auto">${item.title}</h2>
<#if item.thread?has_content>
<ol class="thread">
<#list item.thread as above>
<li><b dir="auto">${above.who?has_content?then(above.who, t("feedback.anonymous"))}</b> <#if above.removed><i>${t("moderate.removed")}</i><#else><div class="text" dir="auto">${above.html?no_esc}</div></#if></li>
</#list>
</ol>
</#if>
<h3 id="i-${item?index}"><bdi>${item.who?has_content?then(item.who, t("feedback.anonymous"))}</bdi><#if item.handle?has_content> <bdi class="handle">${item.handle}</bdi></#if></h3>
<p class="meta"><#if item.profile?has_content><a rel="nofollow ugc noreferrer noopener" href="${item.profile}" dir="ltr">${item.profile}</a> · </#if>${item.source} · ${item.kind}<#if item.rating gt 0> · ${t("rating.label", item.rating)}</#if><#if item.published?has_content> · <time datetime="${item.published}">${item.published}</time></#if><#if item.url?has_content> · <a rel="nofollow ugc noreferrer noopener" href="${item.url}">${t("moderate.links")}</a></#if></p>
<div class="text" dir="auto">${item.html?no_esc}</div>
<form method="post" action="/-/moderate/">
<input type="hidden" name="token" value="${token}">
<input type="hidden" name="item" value="${item.name}">
<input type="hidden" name="mark" value="${item.mark}">
<button class="good" name="decision" value="approve" aria-describedby="i-${item?index}">${t("moderate.approve")}</button>
<button class="bad" name="decision" value="reject" aria-describedby="i-${item?index}">${t("moderate.reject")}</button>
<code dir="ltr">feedback/${item.name}.yml</code>
</form>
</article>
<#else>
<p>${t("moderate.empty")}</p>
</#list>
<#if more gt 0><p class="lead">${t("moderate.more", more)}</p></#if>
</main>
</body>
</html>
