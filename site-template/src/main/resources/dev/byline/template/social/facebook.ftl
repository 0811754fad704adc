<#ftl output_format="plainText">
<#-- A warm paragraph, the people by name, a question; no hashtags. -->
<#import "people.ftl" as p>
<#if summary?has_content>${summary}<#else>${title}</#if>

<#if person>
<#if people?has_content>${t("social.facebook.person.with", title, p.list(people))}<#else>${t("social.facebook.person", title)}</#if>
<#elseif people?has_content>
${t("social.facebook.company", title, p.list(people))}
<#else>
${title}
</#if>
${url}

<#if question?has_content>
${question} <#if person>${t("social.facebook.ask.person")}<#else>${t("social.facebook.ask.company")}</#if>
</#if>
