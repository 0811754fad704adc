<#ftl output_format="plainText">
<#-- The first two lines carry the point; short paragraphs; colleagues credited by name; a question to peers. -->
<#import "people.ftl" as p>
<#if summary?has_content>${summary}<#else>${title}</#if>

<#if person>
<#if people?has_content>${t("social.linkedin.person.with", title, p.list(people))}<#else>${t("social.linkedin.person", title)}</#if>
<#elseif people?has_content>
${t("social.linkedin.company", title, p.list(people))}
<#else>
${title}
</#if>

${url}

<#if question?has_content>
${question}

<#if person>${t("social.linkedin.ask.person")}<#else>${t("social.linkedin.ask.company")}</#if>
</#if>

${hashtags?join(" ")}
