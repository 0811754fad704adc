// usage: node hostile.mjs DIR...
// Opens every page and feed of the site that HostileSiteTest writes with -Dhostile.out=DIR, whose readers put each payload
// in each field, twice: under the site's policy, and with that policy off, since the markup has to hold without it. No
// script may run, nothing may be asked of another host, and nothing may be blocked, as there should be nothing to block.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { browser, serve } from "./browser.mjs";

const AT_A_TIME = 4;
const CANARY = "byline-canary";
// What a stranger's text may never become, and what may never stand on an element of it.
const FORBIDDEN = "iframe, object, embed, svg, math, base, style, form, input, video, audio, template, "
  + "script:not([type='application/ld+json'], [src][integrity])";
const roots = process.argv.slice(2);
const counts = { pages: 0, loads: 0, elements: 0, links: 0, scripts: 0, requests: 0, blocked: 0, failed: 0 };
// No name is resolved but that of the site: what would be asked of another host is told, and not asked.
const chromium = await browser(["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]);
for (const root of roots) {
  const site = await serve(root);
  const paths = await readable(root);
  counts.pages += paths.length;
  for (const bypassCSP of [false, true]) {
    // Feeds and their texts have no policy: once is enough.
    const waiting = paths.filter(({ file }) => bypassCSP || file.endsWith(".html"));
    await Promise.all(Array.from({ length: AT_A_TIME }, () => visitAll(site, waiting, bypassCSP)));
  }
  site.stop();
}
await chromium.close();
console.log(`hostile: ${counts.pages} pages, feeds and texts of feeds opened ${counts.loads} times, `
  + `with ${counts.elements} elements and ${counts.links} links that strangers may have written: `
  + `${counts.scripts} scripts ran, ${counts.requests} requests to other hosts, ${counts.blocked} things blocked; `
  + `${counts.loads - counts.failed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.pages > 0 ? 0 : 1);

async function visitAll(site, waiting, bypassCSP) {
  const context = await chromium.newContext({ bypassCSP });
  const findings = [];
  const told = (kind, what) => { counts[kind]++; findings.push(what); };
  await context.exposeBinding("bylineTold", (source, kind, what) => told(kind, what));
  await context.addInitScript(listen, CANARY);
  context.on("request", (r) => {
    if (!r.url().startsWith(site.origin) && !/^(data|blob|about):/.test(r.url())) told("requests", `asks ${r.url().slice(0, 200)}`);
  });
  const page = await context.newPage();
  context.on("page", (other) => { if (other !== page) told("scripts", `opens ${other.url()}`); });
  page.on("dialog", (dialog) => { told("scripts", `dialog: ${dialog.message()}`); dialog.dismiss(); });
  // Whatever is compiled with the address of a page is a script of that page: an element, a handler, a link.
  const debug = await context.newCDPSession(page);
  debug.on("Debugger.scriptParsed", ({ url, startLine }) => {
    // The search page has one of the theme's.
    if (url && !url.startsWith(`${site.origin}/assets/`)) told("scripts", `runs a script at ${url.slice(0, 120)}:${startLine + 1}`);
  });
  await debug.send("Debugger.enable");
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const { file, html } = path;
    counts.loads++;
    try {
      if (html === undefined) await page.goto(`${site.origin}/${file}`, { waitUntil: "load" });
      else {
        await page.goto("about:blank");
        await page.setContent(html, { waitUntil: "load" });
      }
      const seen = await page.evaluate(look, { FORBIDDEN, CANARY });
      counts.elements += seen.elements;
      counts.links += seen.links;
      findings.push(...seen.findings);
    } catch (error) {
      findings.push(`cannot be looked at: ${error.message.split("\n")[0]}`);
    }
    if (html === undefined && !page.url().startsWith(site.origin)) findings.push(`left for ${page.url()}`);
    for (const finding of new Set(findings)) console.log(`${file} (${bypassCSP ? "without" : "with"} policy): ${finding}`);
    if (findings.length) counts.failed++;
    findings.length = 0;
  }
  await context.close();
}

/** In the page, before anything of it: whatever a payload would call says so. */
function listen(canary) {
  for (const name of ["alert", "prompt", "confirm", "print", "open"]) {
    window[name] = (...what) => { window[canary] = name; window.bylineTold("scripts", `${name}(${what.join()})`); };
  }
  document.addEventListener("securitypolicyviolation", (e) =>
    window.bylineTold("blocked", `the policy stops ${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
}

/** In the page: touches everything as a reader might, and looks at what it is made of. */
async function look({ FORBIDDEN, CANARY }) {
  const findings = [];
  const main = document.querySelector("main") ?? document.documentElement;
  const elements = [...main.querySelectorAll("*")];
  for (const element of elements) {
    for (const { name, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$|^formaction$|^xlink:/i.test(name)) findings.push(`<${element.localName} ${name}="${value}">`);
      if (/^(href|src|action|cite|data|poster)$/i.test(name) && !/^(https?:|mailto:|[./#]|$|[a-z0-9-]+[./])/i.test(value)) {
        findings.push(`<${element.localName} ${name}="${value.slice(0, 80)}">`);
      }
    }
    for (const type of ["mouseover", "focus", "toggle", "error"]) {
      element.dispatchEvent(new Event(type));
    }
  }
  const forbidden = main.querySelectorAll(FORBIDDEN);
  for (const element of forbidden) {
    // The search page has a form, the report has charts.
    if (!element.closest("[data-search], svg.chart, svg.bar")) findings.push(element.outerHTML.slice(0, 120));
  }
  const links = [...main.querySelectorAll("a[href]")];
  for (const { protocol, outerHTML } of links) {
    if (protocol && !["http:", "https:", "mailto:"].includes(protocol)) findings.push(outerHTML.slice(0, 120));
  }
  // Each page has one main part, and the foot of the page is behind it: no text ended what it stands in.
  const foot = document.querySelector("footer.site-footer");
  if (foot && (document.querySelectorAll("main").length !== 1 || foot.parentElement !== document.body)) findings.push("a text broke out");
  for (const item of document.querySelectorAll(".response")) {
    if (!/^(thread|)$/.test(item.parentElement.className) || item.parentElement.localName !== "ol") findings.push(`${item.id} broke out`);
  }
  await new Promise((done) => setTimeout(done, 0));
  if (window[CANARY]) findings.push(`the canary sang: ${window[CANARY]}`);
  return { findings, elements: elements.length, links: links.length };
}

/** Pages and feeds as they are, and the texts in feeds as a reader program would show them: without any policy. */
async function readable(root) {
  const found = [];
  for (const file of (await readdir(root, { recursive: true })).sort()) {
    if (/\.html$|(^|\/)(feed|atom)\.xml$/.test(file)) found.push({ file });
    if (/(^|\/)feed\.json$/.test(file)) {
      const { items } = JSON.parse(await readFile(join(root, file), "utf8"));
      found.push({ file, html: items.map((item) => item.content_html ?? "").join("<hr>") });
    }
  }
  return found;
}
