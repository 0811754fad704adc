<#-- How to stay in touch: feeds, explained, and the newsletter where there is one. -->
<#macro subscribe people=[]>
<section class="subscribe measure" aria-labelledby="subscribe-title">
<h2 id="subscribe-title">${t("subscribe.title")}</h2>
<p>${t("subscribe.lead")}</p>
<ul>
<#list site.feeds[0..*1] as feed><li><a class="button" href="${root}${feed.path}">${site.title}</a></li></#list>
<#list people as person><li><a class="button" href="${root}${person.feed}">${t("subscribe.person", person.name)}</a></li></#list>
<#list site.newsletter as letter><li><a class="button" href="${letter.local?then(root, "")}${letter.href}">${t("subscribe.newsletter")}</a></li></#list>
</ul>
<details>
<summary>${t("subscribe.what")}</summary>
<p>${t("subscribe.explain")}</p>
<ul class="addresses">
<#list site.feeds as feed><li><span class="label">${t("feed." + feed.type)}</span> <code>${site.url}${feed.path}</code></li></#list>
</ul>
</details>
</section>
</#macro>
