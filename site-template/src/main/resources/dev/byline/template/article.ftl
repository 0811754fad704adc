<#import "layout.ftl" as layout>
<#import "parts/byline.ftl" as by>
<#import "parts/answer.ftl" as call>
<#import "parts/picture.ftl" as pictures>
<#import "parts/portrait.ftl" as faces>
<#import "parts/subscribe.ftl" as touch>
<#assign e = article.entry>
<@layout.page title=e.title class="reading">
<article class="h-entry">
<header class="article-head measure">
<#if article.unpublished?has_content>
<p class="notice"><strong>${article.unpublished}</strong> <a href="${root}-/unpublished/">${t("unpublished.title")}</a></p>
</#if>
<p class="entry-meta"><#list e.category as category><a class="category p-category" href="${root}${category.path}">${category.name}</a></#list></p>
<h1 class="p-name">${e.title}</h1>
<#if e.summary?has_content><p class="summary p-summary">${e.summary}</p></#if>
<@by.byline people=e.people/>
<p class="article-meta">
<#list e.date as date><span><time class="dt-published" datetime="${date.iso}">${date.text}</time></span></#list>
<#list article.updated as date><span>${t("article.updated")} <time class="dt-updated" datetime="${date.iso}">${date.text}</time></span></#list>
<span>${t("reading.time", e.minutes)}</span>
<#if article.feedback?has_content><a href="#answers"><#if article.numbers.spoken gt 0>${t("answers.count", article.numbers.spoken)}<#else>${t("answers.none")}</#if></a></#if>
<#list article.translations as other><a href="${root}${other.path}" hreflang="${other.tag}" lang="${other.tag}" rel="alternate" class="u-translation">${other.name}</a></#list>
</p>
<a class="u-url" href="${head.url}" hidden>${e.title}</a>
</header>
<#list e.image as image>
<figure class="hero">
<@pictures.picture image=image class="u-featured" eager=true sizes="(min-width: 58rem) 56rem, 100vw"/>
<#if image.caption?has_content || image.credit?has_content>
<figcaption>${image.caption}<#if image.credit?has_content> <small class="credit">${image.credit}</small></#if></figcaption>
</#if>
</figure>
</#list>
<div class="measure">
<#if article.affiliate><p class="notice">${t("article.affiliate")}</p></#if>
<#list article.series as series>
<nav class="series" aria-label="${t("series.label", series.name)}">
<p class="label"><a href="${root}${series.path}">${t("series.label", series.name)}</a> · ${t("series.part", article.part, article.parts?size)}</p>
<ol>
<#list article.parts as part>
<li<#if part.path == e.path> class="current"</#if>><#if part.path == e.path><span aria-current="page">${part.title}</span><#else><a href="${root}${part.path}">${part.title}</a></#if></li>
</#list>
</ol>
</nav>
</#list>
<#if article.headings?size gt 3>
<details class="contents">
<summary>${t("article.contents")}</summary>
<ul>
<#list article.headings as heading>
<#if heading.level lte 3><li class="level-${heading.level}"><a href="#${heading.anchor}">${heading.text}</a></li></#if>
</#list>
</ul>
</details>
</#if>
<div class="prose e-content">
${article.html?no_esc}
</div>
<#if article.tags?has_content>
<ul class="tags" aria-label="${t("nav.tags")}">
<#list article.tags as tag><li><a class="p-category" rel="tag" href="${root}${tag.path}">${tag.name}</a></li></#list>
</ul>
</#if>
</div>
<@call.section/>
<section class="about measure" aria-labelledby="about-title">
<h2 id="about-title">${t("about.title", e.people?size)}</h2>
<#list article.writers as writer>
<#assign person = writer.person>
<div class="about-person">
<@faces.portrait person=person size="middle"/>
<div>
<p class="about-name"><a href="${root}${person.path}">${person.name}</a> <@by.contact person=person card=false/></p>
<#if person.bio?has_content><p>${person.bio}</p></#if>
<#if writer.others?has_content>
<p class="label">${t("author.more", person.name)}</p>
<ul class="about-others">
<#list writer.others as other><li><a href="${root}${other.path}">${other.title}</a></li></#list>
</ul>
</#if>
<p class="about-links"><a href="${root}${person.path}">${t("about.pieces", person.pieces)}</a> · <a href="${root}${person.feed}">${t("about.feed", person.name)}</a></p>
</div>
</div>
</#list>
</section>
<#if article.newer?has_content || article.older?has_content>
<nav class="neighbours wide" aria-label="${t("neighbours.label")}">
<#list article.older as other><a class="older" rel="prev" href="${root}${other.path}"><span class="label"><#if article.series?has_content>${t("series.previous")}<#else>${t("neighbours.older")}</#if></span> ${other.title}</a></#list>
<#list article.newer as other><a class="newer" rel="next" href="${root}${other.path}"><span class="label"><#if article.series?has_content>${t("series.next")}<#else>${t("neighbours.newer")}</#if></span> ${other.title}</a></#list>
</nav>
</#if>
<#if article.related?has_content>
<section class="related wide" aria-labelledby="related-title">
<h2 id="related-title">${t("related.title")}</h2>
<ul>
<#list article.related as related>
<li class="h-entry"><a class="u-url p-name" href="${root}${related.entry.path}">${related.entry.title}</a>
<@by.inline people=related.entry.people/>
<span class="quiet">${t("related.why", related.because?join(", "))}</span></li>
</#list>
</ul>
</section>
</#if>
</article>
<@touch.subscribe people=e.people/>
</@layout.page>
