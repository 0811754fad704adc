<header class="site-header">
<div class="wide">
<a class="site-name" href="${root}${site.home}"><#if site.logo?has_content><img class="site-logo" src="${root}${site.logo}" alt="" width="32" height="32"></#if><span>${site.title}</span></a>
<nav class="site-nav" aria-label="${t("nav.label")}">
<ul>
<li><a href="${root}${site.authors}">${t("nav.authors")}</a></li>
<li><a href="${root}${site.categories}">${t("nav.categories")}</a></li>
<li><a href="${root}${site.archive}">${t("nav.archive")}</a></li>
<#if site.search?has_content><li><a href="${root}${site.search}">${t("nav.search")}</a></li></#if>
<#list site.navigation as link>
<li><a href="${link.local?then(root, "")}${link.href}">${link.label}</a></li>
</#list>
</ul>
</nav>
<#if site.languages?size gt 1>
<nav class="languages" aria-label="${t("nav.languages")}">
<ul>
<#list site.languages as other>
<li><a href="${root}${other.path}" hreflang="${other.tag}" lang="${other.tag}"<#if other.current> aria-current="true"</#if>>${other.name}</a></li>
</#list>
</ul>
</nav>
</#if>
</div>
</header>
