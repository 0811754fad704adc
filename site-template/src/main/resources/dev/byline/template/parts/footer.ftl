<footer class="site-footer">
<div class="wide">
<div>
<p class="site-footer-name">${site.title}</p>
<#if site.tagline?has_content><p>${site.tagline}</p></#if>
</div>
<nav aria-label="${t("footer.follow")}">
<p class="label">${t("footer.follow")}</p>
<ul>
<#list site.feeds as feed>
<li><a href="${root}${feed.path}">${t("feed." + feed.type)}</a></li>
</#list>
<li><a href="${root}${site.following}">${t("feeds.link")}</a></li>
<#list site.newsletter as letter><li><a href="${letter.local?then(root, "")}${letter.href}">${t("subscribe.newsletter")}</a></li></#list>
</ul>
</nav>
<nav aria-label="${t("footer.find")}">
<p class="label">${t("footer.find")}</p>
<ul>
<li><a href="${root}${site.authors}">${t("nav.authors")}</a></li>
<#if site.answers?has_content><li><a href="${root}${site.answers}">${t("nav.answers")}</a></li></#if>
<li><a href="${root}${site.tags}">${t("nav.tags")}</a></li>
<li><a href="${root}${site.archive}">${t("nav.archive")}</a></li>
<#if site.search?has_content><li><a href="${root}${site.search}">${t("nav.search")}</a></li></#if>
<#list site.footer as link>
<li><a href="${link.local?then(root, "")}${link.href}">${link.label}</a></li>
</#list>
</ul>
</nav>
</div>
</footer>
