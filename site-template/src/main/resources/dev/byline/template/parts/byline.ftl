<#-- Who wrote it: portrait, name, role and public handle of each author. -->
<#import "portrait.ftl" as faces>

<#-- The large form, at the head of an article. -->
<#macro byline people answers="#answers">
<ul class="byline" aria-label="${t("byline.label")}">
<#list people as person>
<li class="p-author h-card">
<@faces.portrait person=person size="middle" class="u-photo"/>
<div>
<a class="byline-name p-name u-url u-uid" rel="author" href="${root}${person.path}">${person.name}</a>
<@contact person=person/>
<#if person.role?has_content><span class="byline-role p-job-title">${person.role}</span></#if>
<a class="byline-answer" href="${answers}">${t("answer.person", person.name)}</a>
</div>
</li>
</#list>
</ul>
</#macro>

<#-- The short form, in lists. -->
<#macro short people>
<ul class="byline byline-short" aria-label="${t("byline.label")}">
<#list people as person>
<li class="p-author h-card">
<@faces.portrait person=person class="u-photo"/>
<div>
<a class="byline-name p-name u-url u-uid" href="${root}${person.path}">${person.name}</a>
<@contact person=person/>
</div>
</li>
</#list>
</ul>
</#macro>

<#-- Whose a list is that is no single person's, for programs. -->
<#macro company>
<a class="p-author h-card" href="${site.organizationUrl}" hidden>${site.organization}</a>
</#macro>

<#-- In one line of a list. -->
<#macro inline people>
<span class="row-people"><#list people as person><span class="p-author h-card"><a class="p-name u-url u-uid" href="${root}${person.path}">${person.name}</a><#if person.handle?has_content> <span class="handle p-nickname">${person.handle}</span></#if></span><#sep>, </#sep></#list></span>
</#macro>

<#-- The public handle; the published e-mail address of a person without one. Outside an h-card, card is false. -->
<#macro contact person card=true>
<#if person.handleUrl?has_content>
<a class="handle<#if card> p-nickname</#if>" href="${person.handleUrl}">${person.handle}</a>
<#elseif person.handle?has_content>
<span class="handle<#if card> p-nickname</#if>">${person.handle}</span>
<#elseif person.email?has_content>
<a class="handle<#if card> u-email</#if>" href="mailto:${person.email}">${person.email}</a>
</#if>
</#macro>
