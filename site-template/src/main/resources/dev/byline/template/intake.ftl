<#-- The pages of the intake server: the form with what was written, what one reader sent, and plain words. -->
<#macro rated stars>
<p class="stars" role="img" aria-label="${t("rating.label", stars)}"><#list 1..5 as i>${(i <= stars)?then("★", "☆")}</#list></p>
</#macro>
<#macro preview>
<blockquote class="answer-preview">
<#if name?has_content><p><bdi>${name}</bdi></p></#if>
<#if stars gt 0><@rated stars=stars/></#if>
<div dir="auto">${html?no_esc}</div>
</blockquote>
</#macro>
<#macro back>
<p><a class="button" href="${home}">${t("intake.back")}</a></p>
</#macro>
<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${t(heading)}<#if title?has_content> · ${title}</#if></title>
<link rel="stylesheet" href="${root}style.css">
<#if work gt 0><script src="${root}work.js" defer></script></#if>
</head>
<body>
<main id="main">
<div class="measure">
<h1>${t(heading)}</h1>
<#if title?has_content><p>${t("intake.about", title)}</p></#if>
<#if problems?has_content>
<div role="alert">
<ul><#list problems as problem><li>${problem}</li></#list></ul>
</div>
</#if>
<#if note?has_content><p role="status">${t(note)}</p></#if>
<#if kind == "form">
<#if html?has_content || stars gt 0><@preview/></#if>
<form class="answer-form" method="post" action="${root}answers"<#if work gt 0> data-work="${work}"</#if>>
<#list hidden as key, value><input type="hidden" name="${key}" value="${value}">
</#list>
<p class="trap" hidden><label>${t("form.website")} <input name="homepage" tabindex="-1" autocomplete="off"></label></p>
<p><label for="form-name">${t("form.name")}</label><input id="form-name" name="name" autocomplete="name" maxlength="100" value="${name}"></p>
<p><label for="form-website">${t("form.website")}</label><input id="form-website" name="website" type="url" autocomplete="url" maxlength="500" value="${website}"></p>
<p><label for="form-text">${t("form.text")}</label><textarea id="form-text" name="text" rows="8" maxlength="10000" dir="auto">
${text}</textarea></p>
<p><label for="form-rating">${t("form.rating")}</label><select id="form-rating" name="rating"><option value="">${t("form.norating")}</option><#list 5..1 as i><option value="${i}"<#if i == stars> selected</#if>>${t("form.stars", i)}</option></#list></select></p>
<p class="quiet">${t("form.note")}</p>
<p><button class="button">${t("form.send")}</button> <button class="button" name="do" value="look">${t("intake.look")}</button></p>
</form>
<#elseif kind == "own">
<@preview/>
<p>${t("intake.keep")}</p>
<form method="post"><p><button class="button">${t("intake.remove")}</button></p></form>
</#if>
<@back/>
</div>
</main>
</body>
</html>
