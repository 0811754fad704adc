<#ftl output_format="plainText">
<#-- A caption: short lines; a link would not be one, so the profile has it; hashtags at the end. -->
<#import "people.ftl" as p>
${title}

${summary}

<#if person>
<#if people?has_content>${t("social.instagram.person.with", p.list(people))}<#else>${t("social.instagram.person")}</#if>
<#elseif people?has_content>
${t("social.instagram.company", p.list(people))}
</#if>
${question}

${hashtags?join(" ")}
