<#ftl output_format="plainText">
<#-- In italiano si comincia dalla domanda: chi risponde, risponde a quella. -->
<#import "people.ftl" as p>
${question}

<#if summary?has_content>${summary}<#else>${title}</#if>

<#if !people?has_content>Il resto l’ho scritto qui:
<#elseif person>Il resto lo abbiamo scritto qui, ${p.list(people)} e io:
<#elseif solo>Il resto l’ha scritto ${p.list(people)}:
<#else>Il resto l’hanno scritto ${p.list(people)}:
</#if>
${url}
