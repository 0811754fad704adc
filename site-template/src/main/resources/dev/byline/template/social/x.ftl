<#ftl output_format="plainText">
<#-- One thought, said at once: the title is the hook, one hashtag at most two, the link last. -->
<#import "people.ftl" as p>
${title}

<#if person>
<#if people?has_content>${t("social.x.person.with", p.list(people))}<#else>${t("social.x.person")}</#if>
<#elseif people?has_content>
${t("social.x.company", p.list(people))}
</#if>
${question}<#if hashtags?has_content> ${hashtags[0]}</#if>

${url}
