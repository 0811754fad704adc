<#-- For those who write, on their own machine: shown by byline serve, part of no site. Works without scripts. -->
<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${t("unpublished.title")} · ${title}</title>
<style>
<#include "css/tokens.css" parse=false>
<#include "css/moderate.css" parse=false>
</style>
</head>
<body>
<main>
<h1>${t("unpublished.title")}</h1>
<p class="lead">${t("unpublished.lead")} <a href="/">${title}</a> · <a href="/-/desk/">${t("desk.title")}</a></p>
<#list pieces as piece>
<article>
<h2 lang="${piece.language}" dir="auto"><#if piece.path?has_content><a href="${piece.path}">${piece.title}</a><#else>${piece.title}</#if></h2>
<p class="meta"><bdi>${piece.people?join(", ")}</bdi> · ${piece.mark}</p>
<#if !piece.path?has_content><p class="meta">${t("unpublished.taken")}</p></#if>
<code dir="ltr">${piece.file}</code>
</article>
<#else>
<p>${t("unpublished.empty")}</p>
</#list>
</main>
</body>
</html>
