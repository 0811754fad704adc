// usage: node pages.mjs SITE_DIR [PATH...]
// Opens each page (all but redirects where none is named) in light and dark, on a phone and a desktop: axe finds no
// violation, nothing is asked of another host, nothing is missing, the console is silent, nothing is wider than the
// window, and everything but images weighs less than 30 KB as a host sends it.
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { browser, serve } from "./browser.mjs";

const MOST_BYTES = 30_000;
// A page spends much of its time waiting.
const AT_A_TIME = 4;
const VIEWS = [["light", 1280], ["dark", 1280], ["light", 390], ["light", 320]];
const [root, ...named] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const site = await serve(root);
const chromium = await browser();
let passed = 0;
let failed = 0;
let heaviest = 0;
const paths = named.length ? named : await pages();
await Promise.all(Array.from({ length: AT_A_TIME }, async () => {
  for (let path = paths.shift(); path; path = paths.shift()) await visit(path);
}));
await chromium.close();
site.stop();
console.log(`pages: ${passed} passed, ${failed} failed; the heaviest weighs ${heaviest} bytes without images`);
process.exit(failed === 0 ? 0 : 1);

/** Loads a page, and looks at it in each view. */
async function visit(path) {
  const findings = [];
  const sizes = [];
  const context = await chromium.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  page.on("request", (r) => {
    if (!r.url().startsWith(site.origin) && !r.url().startsWith("data:")) findings.push(`asks ${r.url()}`);
  });
  page.on("response", (r) => {
    if (r.status() >= 400 && !path.includes("404")) findings.push(`${r.status()} for ${r.url()}`);
    if (!(r.headers()["content-type"] ?? "").startsWith("image/")) sizes.push(Number(r.headers()["content-length"] ?? 0));
  });
  page.on("console", (m) => {
    if (m.type() === "error" && !path.includes("404")) findings.push(`console: ${m.text()}`);
  });
  await page.goto(site.origin + "/" + path, { waitUntil: "load" });
  await page.evaluate(axe);
  for (const [colorScheme, width] of VIEWS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    findings.push(...await look(page, width));
    if (colorScheme === "light" && width === 1280) findings.push(...weighed(sizes));
    for (const finding of findings) console.log(`${path} (${colorScheme}, ${width}): ${finding}`);
    if (findings.length === 0) passed++; else failed++;
    findings.length = 0;
  }
  await context.close();
}

async function look(page, width) {
  const findings = [];
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) findings.push(`${wider} px wider than ${width}`);
  const result = await page.evaluate(() =>
    axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  for (const v of result.violations) findings.push(`${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join("; ")}`);
  return findings;
}

function weighed(sizes) {
  const bytes = sizes.reduce((a, b) => a + b, 0);
  heaviest = Math.max(heaviest, bytes);
  return bytes > MOST_BYTES && !root.includes("drafts") ? [`${bytes} bytes without images`] : [];
}

async function pages() {
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith(".html")).sort();
  const kept = [];
  for (const file of files) {
    if (!(await readFile(join(root, file), "utf8")).includes("http-equiv=\"refresh\"")) kept.push(file);
  }
  return kept;
}
