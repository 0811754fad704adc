<#-- A person's face, or a monogram where there is none. It only adorns: the name stands beside it. -->
<#macro portrait person size="small">
<#if person.image?has_content>
<img class="portrait portrait-${size}" src="${root}${person.image}" alt="" width="${(size == "large")?then(160, (size == "middle")?then(72, 44))}" height="${(size == "large")?then(160, (size == "middle")?then(72, 44))}">
<#else>
<span class="portrait portrait-${size} monogram hue-${person.hue}" aria-hidden="true">${person.initials}</span>
</#if>
</#macro>
