<#-- For those who post, not for readers: nothing here is part of the site. Shows each draft about as its network will. -->
<#macro choice key options>
<fieldset>
<legend>${t("desk.by." + key)}</legend>
<div>
<label><input type="radio" name="${key}" checked> ${t("desk.all")}</label>
<#list options as o>
<label><input type="radio" name="${key}" id="f-${o.mark}"> <#if key == "state">${t("desk.state." + o.name)}<#else>${o.name}</#if> <small>${o.count}</small></label>
</#list>
</div>
</fieldset>
</#macro>
<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${t("desk.title")} · ${title}</title>
<style>
<#include "css/tokens.css" parse=false>
<#include "css/desk.css" parse=false>
<#list accounts + networks + states as o>
body:has(#f-${o.mark}:checked) :is(.card:not(.${o.mark}), .piece:not(:has(.${o.mark}))) { display: none; }
</#list>
</style>
<script src="desk.js" defer></script>
</head>
<body>
<main>
<h1>${t("desk.title")}</h1>
<p class="lead">${t("desk.lead", count)} <a href="report.html">${t("report.title")}</a> · <a href="../moderate/">${t("moderate.title")}</a> <small>(byline serve)</small></p>
<#if count gt 0>
<form class="filters" aria-label="${t("desk.filter")}">
<@choice "account" accounts />
<@choice "network" networks />
<@choice "state" states />
</form>
</#if>
<#list pieces as piece>
<section class="piece" aria-labelledby="p-${piece?index}">
<h2 id="p-${piece?index}" lang="${piece.language}" dir="auto"><a href="${piece.url}">${piece.title}</a></h2>
<#list piece.newsletter as letter>
<p class="letter"><a href="${letter.href}" type="message/rfc822">${t("desk.newsletter")}</a><span lang="${piece.language}" dir="auto">${letter.subject}</span><span>${letter.bothParts?then(t("desk.newsletter.both"), t("desk.newsletter.one"))}</span><#if letter.edited><span>${t("desk.edited")}</span></#if><code dir="ltr">${letter.path}</code></p>
</#list>
<ul class="cards">
<#list piece.drafts as d>
<li class="card ${d.marks}">
<h3 class="top"><span>${d.network} · ${d.account}</span><span class="state">${t("desk.state." + d.state)}</span></h3>
<#list d.posts as post>
<div class="post">
<p class="who<#if d.company> company</#if>"><span class="face" aria-hidden="true">${d.initial}</span><span><b dir="auto">${d.account}</b><small dir="ltr">${d.handle}</small></span></p>
<p class="text" lang="${d.language}" dir="auto"><#list post.segments as s><#if s.marked><span class="mark">${s.text}</span><#else>${s.text}</#if></#list></p>
<#if post.linked>
<p class="preview" lang="${piece.language}" dir="auto">${host}<b>${piece.title}</b></p>
</#if>
</div>
<p class="foot"><span class="count<#if post.over> is-over</#if>"><svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="8" rx="4"/><rect class="${post.over?then("over", (post.percent gt 90)?then("near", "used"))}" width="${post.percent}" height="8" rx="4"/></svg>${t("desk.count", post.used, d.limit)}<#if post.over> · ${t("desk.over")}</#if></span><button type="button" hidden data-text="${post.text}" data-done="${t("desk.copied")}" aria-label="${t("desk.copy")}: ${d.network}, ${d.account}">${t("desk.copy")}</button><#if post?is_first && d.compose?has_content><a href="${d.compose}">${t("desk.compose")}</a></#if></p>
</#list>
<#if d.findings?has_content>
<div class="found<#if d.error> error</#if>">
<p>${t("desk.found", d.findings?size)}</p>
<ul lang="en" dir="ltr">
<#list d.findings as f>
<li>${f.reason}<#if f.excerpt?has_content>: <q>${f.excerpt}</q></#if>. <small>${f.suggestion?cap_first}. <code>${f.rule}</code></small></li>
</#list>
</ul>
</div>
</#if>
<#if d.changes?has_content>
<details>
<summary>${t("desk.changes")}</summary>
<p class="diff" lang="${d.language}" dir="auto"><#list d.changes as c><#if c.kind == "gone"><del>${c.text}</del><#elseif c.kind == "new"><ins>${c.text}</ins><#else>${c.text}</#if></#list></p>
</details>
</#if>
<p class="foot"><code dir="ltr">${d.path}</code></p>
</li>
</#list>
</ul>
</section>
<#else>
<p>${t("desk.empty")}</p>
</#list>
</main>
</body>
</html>
