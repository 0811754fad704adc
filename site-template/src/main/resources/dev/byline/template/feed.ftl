<#-- What a feed says to a person who opens it in a browser. It stands in the feed itself: plain HTML, no page around it. -->
<main lang="${language}" dir="${direction}">
<p class="kind">${t("feed.is")}</p>
<h1>${title}</h1>
<#list people as person>
<p class="person"><#if person.portrait?has_content><img src="${person.portrait}" alt="" width="64" height="64"/></#if><span><strong><a href="${person.page}">${person.name}</a></strong><#if person.handle?has_content><br/><bdi dir="ltr"><#if person.profile?has_content><a href="${person.profile}">${person.handle}</a><#else>${person.handle}</#if></bdi></#if></span></p>
</#list>
<p>${t("feed.how")}</p>
<p class="address"><code dir="ltr">${address}</code></p>
<p><a href="${page}">${t("feed.page")}</a></p>
<#if entries?has_content>
<h2>${t("feed.newest")}</h2>
<ol>
<#list entries as entry>
<li><p class="title"<#if entry.language?has_content> lang="${entry.language}"</#if>><a href="${entry.url}">${entry.title}</a></p>
<p class="by"><#list entry.people as person><bdi>${person.name}</bdi><#if person.handle?has_content> <bdi dir="ltr">${person.handle}</bdi></#if><#sep>, </#sep></#list><#if entry.date?has_content> <bdi class="date">${entry.date}</bdi></#if></p></li>
</#list>
</ol>
</#if>
</main>
