<#-- Who wrote it: portrait, name, role and public handle of each author. -->
<#import "portrait.ftl" as faces>

<#-- The large form, at the head of an article. -->
<#macro byline people answers="#answers">
<ul class="byline" aria-label="${t("byline.label")}">
<#list people as person>
<li class="p-author h-card">
<@faces.portrait person=person size="middle"/>
<div>
<a class="byline-name p-name u-url" rel="author" href="${root}${person.path}">${person.name}</a>
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
<@faces.portrait person=person/>
<div>
<a class="byline-name p-name u-url" href="${root}${person.path}">${person.name}</a>
<@contact person=person/>
</div>
</li>
</#list>
</ul>
</#macro>

<#-- The public handle; the published e-mail address of a person without one. -->
<#macro contact person>
<#if person.handleUrl?has_content>
<a class="handle p-nickname" href="${person.handleUrl}">${person.handle}</a>
<#elseif person.handle?has_content>
<span class="handle p-nickname">${person.handle}</span>
<#elseif person.email?has_content>
<a class="handle u-email" href="mailto:${person.email}">${person.email}</a>
</#if>
</#macro>
