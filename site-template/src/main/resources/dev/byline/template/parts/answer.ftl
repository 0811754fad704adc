<#-- The call to take part: the question, where to answer each author, and what was answered. -->
<#import "form.ftl" as forms>
<#import "response.ftl" as said>
<#macro section>
<section class="answer" id="answers" aria-labelledby="answer-title">
<div class="measure">
<h2 id="answer-title"><#if article.question?has_content>${article.question}<#else>${t("answer.title")}</#if></h2>
<#if article.open>
<p>${t(article.feedback?has_content?then("answer.lead", "answer.lead.away"))}</p>
<@people people=article.entry.people answers=article.answers/>
<#list article.form as action><@forms.form action=action article=article.id/></#list>
<#else>
<p>${t("answer.closed")}</p>
</#if>
<@numbers n=article.numbers/>
<@faces article=article/>
<@newest article=article/>
<#if article.feedback?has_content>
<p><a class="button" href="${root}${article.feedback}"><#if article.numbers.none()>${t("answer.page")}<#else>${t("answer.read", article.numbers.spoken)}</#if></a></p>
</#if>
<#if article.told?has_content>
<p class="told">${t("answer.told")}
<#list article.told as post><a class="u-syndication" href="${post.url}">${post.networkName}<#if post.account?has_content> (${post.account})</#if></a><#sep>, </#sep></#list></p>
</#if>
</div>
</section>
</#macro>

<#-- Who answered or reacted, by their initials: no picture is fetched from anywhere. -->
<#macro faces article>
<#if article.faces?has_content>
<ul class="readers" aria-label="${t("answer.faces")}">
<#list article.faces as reader>
<li title="${reader.name}"><span class="monogram portrait portrait-small hue-${reader.hue}" aria-hidden="true">${reader.initials}</span><span class="unseen">${reader.name}</span></li>
</#list>
<#if article.moreFaces gt 0><li class="quiet">${t("feedback.more", article.moreFaces)}</li></#if>
</ul>
</#if>
</#macro>

<#-- What was said last; the whole conversation is on its own page. -->
<#macro newest article>
<#if article.newest?has_content>
<h3>${t("answer.newest")}</h3>
<ol class="newest">
<#list article.newest as r>
<li class="u-comment h-cite">
<p><@said.by reader=r.reader class="response-name"/><#if r.byAuthor> <span class="badge">${t("response.author")}</span><#elseif r.byHouse> <span class="badge">${t("response.house")}</span></#if> <@said.where r=r/></p>
<div class="response-text e-content"<#if r.language?has_content && r.language != language> lang="${r.language}"</#if> dir="auto">${r.html?no_esc}</div>
</li>
</#list>
</ol>
</#if>
</#macro>

<#macro people people answers>
<ul class="answer-people">
<#list people as person>
<li>
<p class="answer-name">${t("answer.person", person.name)}</p>
<#assign own = answers?filter(a -> a.person == person.name)>
<ul class="answer-links">
<#list own as a>
<li><a href="${a.disagree}">${t("answer.disagree", a.networkName)}</a></li>
<li><a href="${a.thank}">${t("answer.thank", a.networkName)}</a></li>
</#list>
<#if person.email?has_content><li><a href="mailto:${person.email}">${t("answer.email")}</a></li></#if>
<#if !own?has_content && !person.email?has_content><li><a href="${root}${person.path}">${t("answer.other")}</a></li></#if>
</ul>
</li>
</#list>
</ul>
</#macro>

<#macro numbers n>
<#if !n.none()>
<ul class="numbers">
<#if n.votes gt 0><li><span class="stars" role="img" aria-label="${t("rating.label", n.stars)}"><#list 1..5 as i>${(i <= n.fullStars)?then("★", "☆")}</#list></span> ${n.stars} <span class="quiet">(${t("rating.votes", n.votes)})</span></li></#if>
<#if n.spoken gt 0><li><strong>${n.spoken}</strong> ${t("numbers.spoken", n.spoken)}</li></#if>
<#if n.likes gt 0><li><strong>${n.likes}</strong> ${t("numbers.likes", n.likes)}</li></#if>
<#if n.reposts gt 0><li><strong>${n.reposts}</strong> ${t("numbers.reposts", n.reposts)}</li></#if>
<#if n.bookmarks gt 0><li><strong>${n.bookmarks}</strong> ${t("numbers.bookmarks", n.bookmarks)}</li></#if>
</ul>
</#if>
</#macro>
