<#import "layout.ftl" as layout>
<@layout.page title=t("lost.title")>
<div class="measure lost">
<h1>${t("lost.title")}</h1>
<p>${t("lost.text")}</p>
<p><a class="button" href="${root}${site.home}">${t("lost.home")}</a> <a class="button" href="${root}${site.archive}">${t("home.archive")}</a></p>
</div>
</@layout.page>
