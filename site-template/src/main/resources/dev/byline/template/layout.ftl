<#-- The frame of every page. A page nests its main part in it. -->
<#macro page title="" class="">
<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<#include "parts/head.ftl">
<link rel="stylesheet" href="${root}${stylesheet.path}" integrity="${stylesheet.integrity}">
</head>
<body<#if class?has_content> class="${class}"</#if>>
<a class="skip" href="#main">${t("skip")}</a>
<#include "parts/header.ftl">
<main id="main">
<#nested>
</main>
<#include "parts/footer.ftl">
</body>
</html>
</#macro>
