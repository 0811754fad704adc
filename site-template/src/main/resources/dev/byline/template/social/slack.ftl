<#ftl output_format="plainText">
<#-- To colleagues: who wrote what, and how they can take part. -->
<#import "people.ftl" as p>
<#if people?has_content>${t("social.colleagues.by", p.list(people))}<#else>${t("social.colleagues.new")}</#if> <${url}|${title}>
${summary}

<#if question?has_content>
${t("social.colleagues.question")} _${question?replace("\n", " ")}_
</#if>
${t("social.colleagues.ask")}
