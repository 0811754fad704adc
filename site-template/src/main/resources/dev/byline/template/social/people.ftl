<#ftl output_format="plainText">
<#-- Names in a row: "A", "A and B", "A, B and C". -->
<#function list people>
<#if people?size lt 2><#return people?join("")></#if>
<#return people[0..<(people?size - 1)]?join(", ") + " " + t("and") + " " + people?last>
</#function>
