// usage: node feed-page.mjs SITE_DIR PATH...
// Opens feeds as a person would: the introduction is what is seen, styled, and nothing of what is for programs; nothing is
// asked of another host, nothing is wider than the window.
import { browser, serve } from "./browser.mjs";

const [root, ...paths] = process.argv.slice(2);
const site = await serve(root);
const chromium = await browser();
let passed = 0;
let failed = 0;
for (const path of paths) {
  for (const [colorScheme, width] of [["light", 1280], ["dark", 320]]) {
    const findings = [];
    const context = await chromium.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.on("request", (r) => { if (!r.url().startsWith(site.origin)) findings.push(`asks ${r.url()}`); });
    page.on("response", (r) => { if (r.status() >= 400) findings.push(`${r.status()} for ${r.url()}`); });
    await page.goto(site.origin + "/" + path, { waitUntil: "load" });
    const seen = await page.evaluate(() => ({
      heading: document.querySelector("h1")?.textContent ?? "",
      address: document.querySelector("code")?.textContent ?? "",
      broken: [...document.querySelectorAll("img")].filter((image) => image.naturalWidth === 0).length,
      programs: [...document.querySelectorAll("guid, pubDate, item > title, id, entry > title, generator")]
        .filter((element) => element.getClientRects().length > 0).length,
      styled: getComputedStyle(document.querySelector("h1")).fontSize !== "32px",
      wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    if (!seen.heading) findings.push("no heading");
    if (!seen.address.endsWith(path)) findings.push(`tells the address ${seen.address}`);
    if (seen.broken) findings.push(`${seen.broken} broken images`);
    if (seen.programs) findings.push(`${seen.programs} elements for programs are seen`);
    if (!seen.styled) findings.push("not styled");
    if (seen.wider > 0) findings.push(`${seen.wider} px wider than ${width}`);
    findings.forEach((finding) => console.log(`${path} (${colorScheme}, ${width}): ${finding}`));
    if (findings.length === 0) passed++; else failed++;
    await context.close();
  }
}
await chromium.close();
site.stop();
console.log(`feed pages: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
