<#-- What telling people has brought. For the company, not for readers: nothing here is part of the site. -->
<#macro bars rows by>
<figure>
<figcaption>${t("report.chart." + by)}</figcaption>
<svg class="chart" viewBox="0 0 640 ${rows?size * 30 + 4}" role="img" aria-label="<#list rows as r>${r.name}: ${t("report.replies")} ${r.replies}, ${t("report.reactions")} ${r.reactions}<#sep>; </#list>">
<#list rows as r>
<g transform="translate(0 ${r?index * 30 + 4})"><text x="150" y="15" class="name">${r.name}</text><rect class="spoken" x="160" y="2" width="${r.spoken * 4}" height="18" rx="3"/><rect class="silent" x="${160 + r.spoken * 4 + (r.spoken gt 0)?then(2, 0)}" y="2" width="${r.silent * 4}" height="18" rx="3"/><text x="${160 + (r.spoken + r.silent) * 4 + 10}" y="16" class="value">${r.replies + r.reactions}</text></g>
</#list>
</svg>
</figure>
</#macro>
<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${t("report.title")} · ${title}</title>
<style>
<#include "css/tokens.css" parse=false>
<#include "css/report.css" parse=false>
</style>
</head>
<body>
<main>
<h1>${t("report.title")}</h1>
<p class="lead">${t("report.lead")}</p>
<dl class="sums">
<#list ["posts", "replies", "reactions", "ratings", "unanswered"] as what>
<div><dt>${t("report." + what)}</dt><dd>${all[what]}</dd></div>
</#list>
<#list all.wait as wait>
<div><dt>${t("report.wait")}</dt><dd>${t("report." + wait.unit, wait.number)}</dd></div>
</#list>
</dl>
<#if months?has_content || networks?has_content>
<p class="key"><span class="spoken"></span>${t("report.replies")} <span class="silent"></span>${t("report.reactions")}</p>
<div class="charts">
<#if months?has_content><@bars months "months" /></#if>
<#if networks?has_content><@bars networks "networks" /></#if>
</div>
</#if>
<#list tables as table>
<#if table.rows?has_content>
<div class="scroll" role="region" tabindex="0" aria-labelledby="by-${table.by}">
<table>
<caption id="by-${table.by}">${t("report.by." + table.by)}</caption>
<thead><tr><td></td><#list ["posts", "replies", "unanswered", "reactions", "ratings", "stars", "wait"] as what><th scope="col">${t("report." + what)}</th></#list></tr></thead>
<tbody>
<#list table.rows as row>
<tr><th scope="row" dir="auto">${row.name}</th><td>${row.posts}</td><td>${row.replies}</td><td<#if row.unanswered gt 0> class="open"</#if>>${row.unanswered}</td><td>${row.reactions}</td><td>${row.ratings}</td><td>${row.stars}</td><td><#list row.wait as wait>${t("report." + wait.unit, wait.number)}</#list></td></tr>
</#list>
</tbody>
</table>
</div>
</#if>
</#list>
<h2>${t("report.waiting")}</h2>
<#if unanswered?has_content>
<ul class="waiting">
<#list unanswered as w>
<li><a href="${w.url}"><bdi>${w.reader?has_content?then(w.reader, t("report.somebody"))}</bdi> · ${w.network}</a> <#if w.day?has_content><time datetime="${w.day}">${w.day}</time></#if> <span dir="auto">${w.title}</span></li>
</#list>
</ul>
<#else>
<p>${t("report.nobody")}</p>
</#if>
</main>
</body>
</html>
