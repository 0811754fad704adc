<#-- A reader as they present themselves. -->
<#macro by reader class="">
<span class="p-author h-card"><#if reader.url?has_content><a class="${(class + " p-name u-url")?trim}" rel="nofollow ugc" href="${reader.url}"><bdi>${reader.name}</bdi></a><#else><bdi class="${(class + " p-name")?trim}">${reader.name}</bdi></#if><#if reader.handle?has_content && reader.handle != reader.name> <bdi class="handle p-nickname">${reader.handle}</bdi></#if></span></#macro>

<#-- Where and when it was said. -->
<#macro where r>
<span class="quiet"><#if r.url?has_content><a class="u-url" rel="nofollow ugc" href="${r.url}">${r.source}</a><#else>${r.source}</#if><#list r.date as date> · <time class="dt-published" datetime="${date.iso}">${date.text}</time></#list><#if r.edited> · ${t("response.edited")}</#if></span></#macro>

<#-- What readers said to any piece, each with the piece and the place in its conversation. -->
<#macro heard all>
<ul class="newest">
<#list all as one>
<li class="h-cite">
<p><@by reader=one.response.reader class="response-name"/><#if one.response.byAuthor> <span class="badge">${t("response.author")}</span></#if> <@where r=one.response/></p>
<div class="response-text e-content"<#if one.response.language?has_content && one.response.language != language> lang="${one.response.language}"</#if> dir="auto">${one.response.html?no_esc}</div>
<p class="quiet"><a class="u-in-reply-to" href="${root}${one.entry.path}"<#if one.entry.language != language> lang="${one.entry.language}"</#if>>${one.entry.title}</a> · <a href="${root}${one.path}">${t("author.thread")}<span class="unseen"> ${one.response.reader.name}</span></a></p>
</li>
</#list>
</ul>
</#macro>

<#-- Something that a reader said, with what was answered to it. -->
<#macro response r>
<li class="response<#if r.byAuthor> by-author</#if><#if r.removed> removed<#else> u-comment h-cite</#if>" id="${r.id}">
<#if r.removed>
<p class="quiet">${t("response.removed")}</p>
<#else>
<div class="response-head">
<span class="monogram portrait portrait-small hue-${r.reader.hue}" aria-hidden="true">${r.reader.initials}</span>
<p><@by reader=r.reader class="response-name"/><#if r.byAuthor> <span class="badge">${t("response.author")}</span><#elseif r.byHouse> <span class="badge">${t("response.house")}</span></#if><br>
<@where r=r/></p>
</div>
<#if r.rating gt 0><p class="stars" role="img" aria-label="${t("rating.label", r.rating)}"><#list 1..5 as i>${(i <= r.rating)?then("★", "☆")}</#list></p></#if>
<div class="response-text e-content"<#if r.language?has_content && r.language != language> lang="${r.language}"</#if> dir="auto">${r.html?no_esc}</div>
</#if>
<#if r.answers?has_content>
<ol>
<#list r.answers as answer><@response r=answer/></#list>
</ol>
</#if>
<#if r.more gt 0><p class="quiet"><#if r.url?has_content><a rel="nofollow ugc" href="${r.url}">${t("response.more", r.more)}</a><#else>${t("feedback.more", r.more)}</#if></p></#if>
</li>
</#macro>
