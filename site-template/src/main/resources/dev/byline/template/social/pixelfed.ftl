<#ftl output_format="plainText">
<#-- A caption: short lines, the link, hashtags at the end. -->
<#import "people.ftl" as p>
${title}

${summary}

<#if person>
<#if people?has_content>${t("social.pixelfed.person.with", p.list(people))}<#else>${t("social.pixelfed.person")}</#if>
<#elseif people?has_content>
${t("social.pixelfed.company", p.list(people))}
</#if>
${url}

${question}

${hashtags?join(" ")}
