<#import "layout.ftl" as layout>
<#import "parts/byline.ftl" as byline>
<@layout.page title=t("feeds.title")>
<div class="wide">
<h1>${t("feeds.title")}</h1>
<p class="summary">${t("subscribe.explain")}</p>
<p><a class="button" href="${root}feeds.opml">${t("feeds.opml")}</a> <a class="button" href="${root}authors/feeds.opml">${t("feeds.opml.people")}</a></p>
<#list lists as list>
<section aria-labelledby="feeds-${list.kind}">
<h2 id="feeds-${list.kind}">${t("feeds." + list.kind)}</h2>
<ul class="feed-list">
<#list list.feeds as feed>
<li>
<p><a href="${root}${feed.path}">${feed.name}</a><#list feed.people as person><#if person.handle?has_content> <span class="handle"><bdi dir="ltr">${person.handle}</bdi></span></#if></#list></p>
<p class="formats"><#list feed.formats as format><a href="${root}${format.path}" aria-label="${t("feeds.format", t("feed." + format.type), feed.name)}">${t("feed." + format.type)}</a><#sep> · </#sep></#list></p>
</li>
</#list>
</ul>
</section>
</#list>
</div>
</@layout.page>
