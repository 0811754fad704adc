<#ftl output_format="plainText">
<#-- As spoken: one topic, a question, one tag at most. The company leaves what the piece says to those who wrote it. -->
<#import "people.ftl" as p>
<#if person>
<#if people?has_content>${t("social.threads.person.with", title, p.list(people))}<#else>${t("social.threads.person", title)}</#if>
<#elseif people?has_content>
${t("social.threads.company", title, p.list(people))}
<#else>
${title}
</#if>
<#if person || !people?has_content>

${summary}
</#if>

${question}<#if hashtags?has_content> ${hashtags[0]}</#if>
${url}
