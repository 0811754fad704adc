<#-- Who wrote it: portrait, name, role and public handle of each author. -->
<#import "portrait.ftl" as faces>

<#-- The large form, at the head of an article. -->
<#macro byline people>
<ul class="byline" aria-label="${t("byline.label")}">
<#list people as person>
<li class="p-author h-card">
<@faces.portrait person=person size="middle"/>
<div>
<a class="byline-name p-name u-url" rel="author" href="${root}${person.path}">${person.name}</a>
<#if person.handle?has_content>
<#if person.handleUrl?has_content><a class="handle p-nickname" href="${person.handleUrl}">${person.handle}</a><#else><span class="handle p-nickname">${person.handle}</span></#if>
<#elseif person.email?has_content>
<a class="handle u-email" href="mailto:${person.email}">${person.email}</a>
</#if>
<#if person.role?has_content><span class="byline-role p-job-title">${person.role}</span></#if>
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
<#if person.handle?has_content>
<#if person.handleUrl?has_content><a class="handle p-nickname" href="${person.handleUrl}">${person.handle}</a><#else><span class="handle p-nickname">${person.handle}</span></#if>
</#if>
</div>
</li>
</#list>
</ul>
</#macro>
