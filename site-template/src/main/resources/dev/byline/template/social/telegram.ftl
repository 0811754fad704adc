<#ftl output_format="plainText">
<#-- Headline in bold, what it says in two or three sentences, the link; the hashtags are the channel's index. -->
<#import "people.ftl" as p>
<b>${title}</b>

${summary}

<#if person>
<#if people?has_content>${t("social.telegram.person.with", p.list(people))}<#else>${t("social.telegram.person")}</#if>
<#elseif people?has_content>
${t("social.telegram.company", p.list(people))}
</#if>

${question}

${url}

${hashtags?join(" ")}
