<#ftl output_format="plainText">
<#-- A plain title; a summary that stands alone; who says so, before the link. -->
<#import "people.ftl" as p>
${headline}

${summary}

<#if person>${lead}<#elseif lead?has_content>> ${lead?replace("\n", " ")}</#if>

<#if person>
<#if people?has_content>${t("social.reddit.person.with", p.list(people))}<#else>${t("social.reddit.person")}</#if>
<#elseif people?has_content>
${t("social.reddit.company", company, p.list(people))}
<#else>
${t("social.reddit.company.alone", company)}
</#if>

${url}

${question}
