<#ftl output_format="plainText">
<#-- Whole sentences, as to neighbours; who wrote it and why; the hashtags are the search there, on a line of their own. -->
<#import "people.ftl" as p>
<#if summary?has_content>
${summary}

</#if>
<#if person>
<#if people?has_content>${t("social.mastodon.person.with", title, p.list(people))}<#else>${t("social.mastodon.person", title)}</#if>
<#elseif people?has_content>
${t("social.mastodon.company", title, p.list(people))}
<#else>
${title}
</#if>
${url}

${question}

${hashtags?join(" ")}
