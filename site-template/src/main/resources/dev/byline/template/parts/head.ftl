<#assign fullTitle = (title?has_content)?then(title + " · " + site.title, site.title)>
<title>${fullTitle}</title>
<#if head.description?has_content>
<meta name="description" content="${head.description}">
</#if>
<#if !head.indexed>
<meta name="robots" content="noindex">
</#if>
<link rel="canonical" href="${head.url}">
<#list head.alternates as other>
<link rel="alternate" hreflang="${other.tag}" href="${site.url}${other.path}">
</#list>
<#list head.feeds as feed>
<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${root}${feed.path}">
</#list>
<#list head.people as person>
<meta name="author" content="${person.name}">
<link rel="author" href="${root}${person.path}">
<#if person.fediverse?has_content>
<meta name="fediverse:creator" content="${person.fediverse}">
</#if>
</#list>
<meta property="og:type" content="${head.type}">
<meta property="og:site_name" content="${site.title}">
<meta property="og:title" content="${title?has_content?then(title, site.title)}">
<#if head.description?has_content>
<meta property="og:description" content="${head.description}">
</#if>
<meta property="og:url" content="${head.url}">
<meta property="og:locale" content="${language?replace("-", "_")}">
<#if head.image?has_content>
<meta property="og:image" content="${head.image}">
<#if head.imageAlt?has_content>
<meta property="og:image:alt" content="${head.imageAlt}">
</#if>
</#if>
<#if head.type == "article">
<#if head.published?has_content>
<meta property="article:published_time" content="${head.published}">
</#if>
<#if head.modified?has_content>
<meta property="article:modified_time" content="${head.modified}">
</#if>
<#list head.people as person>
<meta property="article:author" content="${site.url}${person.path}">
</#list>
</#if>
<meta name="twitter:card" content="${head.image?has_content?then("summary_large_image", "summary")}">
<#list head.people as person>
<#list person.handles as handle>
<#if handle.network == "x">
<meta name="twitter:creator" content="${handle.name}">
</#if>
</#list>
</#list>
<#if site.logo?has_content>
<link rel="icon" href="${root}favicon.ico" sizes="32x32">
<link rel="icon" href="${root}${site.logo}"<#if site.logo?ends_with(".svg")> type="image/svg+xml"</#if>>
<link rel="apple-touch-icon" href="${root}apple-touch-icon.png">
<#else>
<link rel="icon" href="data:,">
</#if>
<link rel="manifest" href="${root}site.webmanifest">
<meta name="generator" content="Byline">
<#if head.linkedData?has_content>
<script type="application/ld+json">${head.linkedData?no_esc}</script>
</#if>
