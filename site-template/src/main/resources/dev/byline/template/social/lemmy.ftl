<#ftl output_format="plainText">
<#-- As among neighbours of a small place: a plain title, a summary that stands alone, who says so. -->
<#import "people.ftl" as p>
${headline}<#if headline?length lt 3> · ${company}</#if>

${summary}

<#if person>${lead}<#elseif lead?has_content>> ${lead?replace("\n", " ")}</#if>

<#if person>
<#if people?has_content>${t("social.lemmy.person.with", p.list(people))}<#else>${t("social.lemmy.person")}</#if>
<#elseif people?has_content>
${t("social.lemmy.company", company, p.list(people))}
<#else>
${t("social.lemmy.company.alone", company)}
</#if>

${url}

${question}
