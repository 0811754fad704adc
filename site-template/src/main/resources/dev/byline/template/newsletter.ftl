<#-- The newsletter: the whole piece for mail programs. Its plain text is made of the same page. Styles: css/newsletter.css. -->
<#assign e = article.entry>
<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${e.title}</title>
</head>
<body>
<div class="preheader" aria-hidden="true">${letter.preheader}</div>
<table role="presentation" class="letter" lang="${language}" dir="${direction}" align="center" width="600" cellpadding="0" cellspacing="0" border="0">
<tr><td class="inside">
<p class="sender"><#if letter.logo?has_content><img class="logo" src="${root}${letter.logo}" alt="" width="28" height="28"> </#if><a href="${root}${site.home}">${site.title}</a></p>
<h1><a href="${root}${e.path}">${e.title}</a></h1>
<#if letter.summary?has_content><p class="summary">${letter.summary}</p></#if>
<@byline people=e.people/>
<p class="meta"><#list e.date as date>${date.text} · </#list>${t("reading.time", e.minutes)}</p>
<#list e.image as image><@hero image=image/></#list>
<#if article.affiliate><p class="notice">${t("article.affiliate")}</p></#if>
<div class="text">
${letter.html?no_esc}
</div>
<@take_part/>
<div class="foot">
<p>${t("letter.why", site.title, site.organization)}</p>
<p><a href="${letter.unsubscribe}">${t("letter.unsubscribe")}</a></p>
</div>
</td></tr>
</table>
</body>
</html>

<#-- Who wrote it: face, name, role and public handle of each author. -->
<#macro byline people>
<table role="presentation" class="byline" cellpadding="0" cellspacing="0" border="0">
<#list people as person>
<#-- Mail programs show no SVG: a monogram is better than a hole. -->
<#local faces = person.image?filter(i -> !i.path?lower_case?ends_with(".svg"))>
<tr>
<td class="face" width="60" valign="middle"><#if faces?has_content><#list faces as image><img class="portrait" src="${root}${smallest(image)}" alt="" width="48" height="48"></#list><#else><div class="portrait monogram hue-${person.hue}" aria-hidden="true">${person.initials}</div></#if></td>
<td class="person" valign="middle"><a class="name" href="${root}${person.path}">${person.name}</a><br><@contact person=person/><#if person.role?has_content><br><span class="role">${person.role}</span></#if></td>
</tr>
</#list>
</table>
</#macro>

<#-- The public handle; the published e-mail address of a person without one. -->
<#macro contact person>
<#if person.handleUrl?has_content><a class="handle" dir="ltr" href="${person.handleUrl}">${person.handle}</a> <span class="network">${person.handleNetwork}</span><#elseif person.handle?has_content><span class="handle" dir="ltr">${person.handle}</span> <span class="network">${person.handleNetwork}</span><#elseif person.email?has_content><a class="handle" dir="ltr" href="mailto:${person.email}">${person.email}</a></#if>
</#macro>

<#-- A face in the smallest size that is sharp enough; mail programs know JPEG and PNG. -->
<#function smallest image>
<#list image.sources?filter(s -> s.type == "image/jpeg") as source><#list source.sizes?filter(s -> s.width gte 96) as size><#return size.path></#list></#list>
<#return image.path>
</#function>

<#macro hero image>
<p class="picture"><img src="${root}${fitting(image)}" alt="${image.alt}" width="560"></p>
<#if image.caption?has_content || image.credit?has_content><p class="caption">${image.caption}<#if image.credit?has_content> <span class="credit">${image.credit}</span></#if></p></#if>
</#macro>

<#-- A picture in the smallest JPEG that is sharp enough on a phone's screen. -->
<#function fitting image>
<#list image.sources?filter(s -> s.type == "image/jpeg") as source><#list source.sizes?filter(s -> s.width gte 1000) as size><#return size.path></#list></#list>
<#return image.path>
</#function>

<#-- The call to take part. -->
<#macro take_part>
<div class="answer">
<h2><#if article.question?has_content>${article.question}<#else>${t("answer.title")}</#if></h2>
<#if article.open>
<p>${t(article.feedback?has_content?then("answer.lead", "answer.lead.away"))}</p>
<#if letter.answering?has_content><p class="reply">${t("letter.reply", names(letter.answering))}</p></#if>
<#list e.people as person>
<#local own = article.answers?filter(a -> a.person == person.name)>
<p class="ways"><strong>${t("answer.person", person.name)}</strong><br>
<#list own as a><a href="${a.disagree}">${t("answer.disagree", a.networkName)}</a> · <a href="${a.thank}">${t("answer.thank", a.networkName)}</a><#sep><br></#sep></#list><#if person.email?has_content><#if own?has_content><br></#if><a href="mailto:${person.email}?subject=${("Re: " + e.title)?url("UTF-8")}">${t("answer.email")}</a></#if><#if !own?has_content && !person.email?has_content><a href="${root}${person.path}">${t("answer.other")}</a></#if></p>
</#list>
<#else>
<p>${t("answer.closed")}</p>
</#if>
<#if article.feedback?has_content>
<p class="act"><a class="button" href="${root}${article.feedback}"><#if article.numbers.none()>${t("answer.page")}<#else>${t("answer.read", article.numbers.spoken)}</#if></a></p>
</#if>
<p><a href="${root}${e.path}">${t("letter.read")}</a></p>
</div>
</#macro>

<#-- Names in a row: "A", "A and B", "A, B and C". -->
<#function names people>
<#if people?size lt 2><#return people?join("")></#if>
<#return people[0..<(people?size - 1)]?join(", ") + " " + t("and") + " " + people?last>
</#function>
