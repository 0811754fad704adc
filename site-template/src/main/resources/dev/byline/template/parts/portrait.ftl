<#-- A person's face, or a monogram where there is none. It only adorns: the name stands beside it. Inside an h-card, class is u-photo. -->
<#import "picture.ftl" as pictures>
<#macro portrait person size="small" class="">
<#if person.image?has_content>
<#local width = (size == "large")?then(192, (size == "middle")?then(72, 44))>
<#list person.image as image><@pictures.picture image=image class=("portrait portrait-" + size + " " + class)?trim sizes=width + "px" alt="" eager=(size == "large")/></#list>
<#else>
<span class="portrait portrait-${size} monogram hue-${person.hue}" aria-hidden="true">${person.initials}</span>
</#if>
</#macro>
