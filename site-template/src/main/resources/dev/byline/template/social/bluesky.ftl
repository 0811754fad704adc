<#ftl output_format="plainText">
<#-- Conversational, one screen; the title is not repeated where the summary says enough. -->
<#import "people.ftl" as p>
<#if summary?has_content>${summary}<#else>${title}</#if>

<#if person>
<#if people?has_content>${t("social.bluesky.person.with", p.list(people))}<#else>${t("social.bluesky.person")}</#if>
<#elseif people?has_content>
${t("social.bluesky.company", p.list(people))}
</#if>
${question}

${url}
