<#ftl output_format="plainText">
<#-- Plain: what it says, who wrote it, the link. -->
<#import "people.ftl" as p>
<#if summary?has_content>${summary}<#else>${title}</#if>

<#if person>
<#if people?has_content>${t("social.nostr.person.with", p.list(people))}<#else>${t("social.nostr.person")}</#if>
<#elseif people?has_content>
${t("social.nostr.company", p.list(people))}
</#if>
${url}

${question}

${hashtags?join(" ")}
