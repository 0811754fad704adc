<#ftl output_format="plainText">
<#-- Headline in bold, how the piece begins (there is room, and the summary is told elsewhere), the link; the hashtags are the channel's index. -->
<#import "people.ftl" as p>
<b>${title}</b>

<#if lead?has_content>${lead}<#else>${summary}</#if>

<#if person>
<#if people?has_content>${t("social.telegram.person.with", p.list(people))}<#else>${t("social.telegram.person")}</#if>
<#elseif people?has_content>
${t("social.telegram.company", p.list(people))}
</#if>

${question}

${url}

${hashtags?join(" ")}
