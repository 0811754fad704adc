<#-- An image in the sizes and formats that there are. Its width and height keep its place free while it loads. -->
<#macro picture image sizes="100vw" class="" alt=image.alt eager=false>
<#if image.sources?has_content><picture><#list image.sources as source><source type="${source.type}" sizes="${sizes}" srcset="<#list source.sizes as size>${root}${size.path} ${size.width}w<#sep>, </#sep></#list>"></#list></#if><img<#if class?has_content> class="${class}"</#if> src="${root}${image.path}" alt="${alt}"<#if image.width gt 0> width="${image.width}" height="${image.height}"</#if><#if eager> fetchpriority="high"<#else> loading="lazy" decoding="async"</#if>><#if image.sources?has_content></picture></#if>
</#macro>
