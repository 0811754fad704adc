<#import "layout.ftl" as layout>
<@layout.page title=t("search.title") class="search">
<div class="measure" data-search data-index="${root}${index}" data-root="${root}" data-none="${t("search.none")}" data-one="${t("search.one")}" data-many="${t("search.many")}">
<h1>${t("search.title")}</h1>
<form role="search" method="get">
<label for="q">${t("search.label")}</label>
<div class="search-line"><input id="q" type="search" name="q" autocomplete="off" spellcheck="false"><button class="button">${t("search.go")}</button></div>
</form>
<p class="search-count" role="status" aria-live="polite"></p>
<ol class="search-results"></ol>
<div class="search-fallback">
<noscript><p>${t("search.noscript")}</p></noscript>
<p><a class="button" href="${root}${site.archive}">${t("home.archive")}</a></p>
</div>
</div>
<script src="${root}${script.path}" integrity="${script.integrity}" type="module"></script>
</@layout.page>
