<#-- The form for readers without an account anywhere; it is sent to the site's own intake server. -->
<#macro form action article>
<form class="answer-form" method="post" action="${action}">
<h3>${t("form.title")}</h3>
<input type="hidden" name="article" value="${article}">
<p class="trap" hidden><label>${t("form.website")} <input name="homepage" tabindex="-1" autocomplete="off"></label></p>
<p><label for="form-name">${t("form.name")}</label><input id="form-name" name="name" autocomplete="name" maxlength="100"></p>
<p><label for="form-website">${t("form.website")}</label><input id="form-website" name="website" type="url" autocomplete="url" maxlength="500"></p>
<p><label for="form-text">${t("form.text")}</label><textarea id="form-text" name="text" rows="5" maxlength="10000"></textarea></p>
<p><label for="form-rating">${t("form.rating")}</label><select id="form-rating" name="rating"><option value="">${t("form.norating")}</option><#list 5..1 as stars><option value="${stars}">${t("form.stars", stars)}</option></#list></select></p>
<p class="quiet">${t("form.note")}</p>
<p><button class="button">${t("form.send")}</button></p>
</form>
</#macro>
