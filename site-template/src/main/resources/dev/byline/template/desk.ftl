<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${t("desk.title")} · ${title}</title>
<style>
:root { color-scheme: light dark; --paper: #f4f2ee; --card: #fff; --ink: #1f1c18; --quiet: #665f55; --line: #ddd6ca; --accent: #0b6e4f; }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --card: #211f1c; --ink: #ece7de; --quiet: #aca496; --line: #3a362f; --accent: #6fd3ab; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { width: min(100% - 2rem, 80rem); margin: 2rem auto 4rem; }
h1, h2 { font-family: Georgia, serif; line-height: 1.2; }
h2 { margin-block: 2.5rem 1rem; }
h2 a { color: inherit; }
a { color: var(--accent); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 1.2rem; align-items: start; list-style: none; padding: 0; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .8rem; padding: 1.1rem 1.2rem; }
.card h3 { display: flex; justify-content: space-between; gap: 1rem; margin: 0 0 .8rem; font-size: 1rem; }
.card h3 small { display: block; font-weight: 400; color: var(--quiet); overflow-wrap: anywhere; }
.network { flex: none; font-size: .8rem; font-weight: 600; border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .7rem; align-self: start; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 1rem; }
.foot + .text { border-block-start: 1px dashed var(--line); padding-block-start: 1rem; margin-block-start: 1rem; }
.cards:empty { display: none; }
h2 + .foot { margin-block: -.4rem 1rem; }
.foot { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; color: var(--quiet); font-size: .88rem; margin: 0; }
meter { width: 6rem; }
.edited { color: var(--accent); font-weight: 600; }
code { font-size: .82rem; overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
<h1>${t("desk.title")}</h1>
<p>${t("desk.lead", count)}</p>
<#list pieces as piece>
<section aria-labelledby="p-${piece?index}">
<h2 id="p-${piece?index}" lang="${piece.language}"><a href="${piece.url}">${piece.title}</a></h2>
<#list piece.newsletter as letter>
<p class="foot"><a href="${letter.href}" type="message/rfc822">${t("desk.newsletter")}</a><span lang="${piece.language}">${letter.subject}</span><span>${letter.bothParts?then(t("desk.newsletter.both"), t("desk.newsletter.one"))}</span><#if letter.edited><span class="edited">${t("desk.edited")}</span></#if><code>${letter.path}</code></p>
</#list>
<ul class="cards">
<#list piece.drafts as d>
<li class="card">
<h3><span>${d.account}<small>${d.handle}</small></span><span class="network">${d.network}</span></h3>
<#list d.parts as part>
<p class="text" lang="${piece.language}" dir="auto">${part.text}</p>
<p class="foot"><meter min="0" max="${d.limit}" value="${part.used}" aria-label="${t("desk.count", part.used, d.limit)}"></meter> ${t("desk.count", part.used, d.limit)}</p>
</#list>
<p class="foot"><#if d.edited><span class="edited">${t("desk.edited")}</span></#if><span>${t("desk.status." + d.status)}</span><#if d.compose?has_content><a href="${d.compose}">${t("desk.compose")}</a></#if></p>
<p class="foot"><code>${d.path}</code></p>
</li>
</#list>
</ul>
</section>
<#else>
<p>${t("desk.empty")}</p>
</#list>
</main>
</body>
</html>
