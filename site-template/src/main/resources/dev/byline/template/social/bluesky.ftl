<#ftl output_format="plainText">
<#-- Conversational, one screen; the title is not repeated where the summary says enough. The company leaves what the
piece says to those who wrote it. -->
<#import "people.ftl" as p>
<#if summary?has_content && (person || !people?has_content)>${summary}<#else>${title}</#if>

<#if person>
<#if people?has_content>${t("social.bluesky.person.with", p.list(people))}<#else>${t("social.bluesky.person")}</#if>
<#elseif people?has_content>
${t("social.bluesky.company", p.list(people))}
</#if>
${question}

${url}
