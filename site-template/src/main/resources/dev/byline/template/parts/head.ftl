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
</#list>
<#if head.webmention?has_content>
<link rel="webmention" href="${head.webmention}">
</#if>
<#list head.me as profile>
<link rel="me" href="${profile}">
</#list>
<#assign preview = head.preview>
<#list preview.fediverse as handle>
<meta name="fediverse:creator" content="${handle}">
</#list>
<meta property="og:type" content="${preview.type}">
<meta property="og:site_name" content="${site.title}">
<meta property="og:title" content="${title?has_content?then(title, site.title)}">
<#if head.description?has_content>
<meta property="og:description" content="${head.description}">
</#if>
<meta property="og:url" content="${head.url}">
<meta property="og:locale" content="${language?replace("-", "_")}">
<#list head.alternates?filter(a -> a.tag != language) as other>
<meta property="og:locale:alternate" content="${other.tag?replace("-", "_")}">
</#list>
<#if preview.image.url?has_content>
<meta property="og:image" content="${preview.image.url}">
<#if preview.image.width gt 0>
<meta property="og:image:width" content="${preview.image.width}">
<meta property="og:image:height" content="${preview.image.height}">
</#if>
<#if preview.image.alt?has_content>
<meta property="og:image:alt" content="${preview.image.alt}">
</#if>
</#if>
<#if preview.type == "article">
<#if head.published?has_content>
<meta property="article:published_time" content="${head.published}">
</#if>
<#if head.modified?has_content>
<meta property="article:modified_time" content="${head.modified}">
</#if>
<#if preview.section?has_content>
<meta property="article:section" content="${preview.section}">
</#if>
<#list preview.tags as tag>
<meta property="article:tag" content="${tag}">
</#list>
<#list head.people as person>
<meta property="article:author" content="${site.url}${person.path}">
</#list>
</#if>
<#if preview.username?has_content>
<meta property="profile:username" content="${preview.username}">
</#if>
<meta name="twitter:card" content="${(preview.type == "article" && preview.image.url?has_content)?then("summary_large_image", "summary")}">
<#if preview.creator?has_content>
<meta name="twitter:creator" content="${preview.creator}">
</#if>
<#if preview.company?has_content>
<meta name="twitter:site" content="${preview.company}">
</#if>
<#if site.logo?has_content>
<link rel="icon" href="${root}favicon.ico" sizes="32x32">
<link rel="icon" href="${root}${site.logo}"<#if site.logo?ends_with(".svg")> type="image/svg+xml"</#if>>
<link rel="apple-touch-icon" href="${root}apple-touch-icon.png">
<#else>
<link rel="icon" href="data:,">
</#if>
<link rel="manifest" href="${root}site.webmanifest">
<meta name="generator" content="Byline">
<#list head.linkedData as data>
<script type="application/ld+json">${data?no_esc}</script>
</#list>
