// usage: node lighthouse.mjs SITE_DIR PATH...
// Measures each page as a phone on a slow line would see it (Lighthouse's mobile defaults): at least 99 for performance,
// 100 for accessibility, best practices and SEO.
import lighthouse from "lighthouse";
import { browser, serve } from "./browser.mjs";

const LEAST = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };
// A page that is not meant to be found is not measured by how well it is found: 404 says noindex, and means it.
const NOT_TO_BE_FOUND = /404/;
const [root, ...paths] = process.argv.slice(2);
const port = 9333;
const site = await serve(root);
const chromium = await browser([`--remote-debugging-port=${port}`]);
let passed = 0;
let failed = 0;
for (const path of paths) {
  const scores = await measured(path);
  // A busy machine measures its own business: what only misses in speed is measured once more.
  const again = scores.performance < LEAST.performance ? await measured(path) : scores;
  scores.performance = Math.max(scores.performance, again.performance);
  const missed = Object.entries(LEAST).filter(([name, least]) =>
    scores[name] < least && !(name === "seo" && NOT_TO_BE_FOUND.test(path)));
  console.log(`${missed.length ? "MISSED " : ""}${path}: ${Object.entries(LEAST).map(([n]) => `${n} ${scores[n]}`).join(", ")}`
    + (missed.length ? ` [${scores.findings.join("; ")}]` : ""));
  if (missed.length) failed++; else passed++;
}
await chromium.close();
site.stop();
console.log(`lighthouse: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function measured(path) {
  const { lhr } = await lighthouse(`${site.origin}/${path}`, {
    port,
    output: "json",
    logLevel: "silent",
    onlyCategories: Object.keys(LEAST),
  });
  const scores = Object.fromEntries(Object.keys(LEAST).map((name) =>
    [name, Math.round(lhr.categories[name].score * 100)]));
  scores.findings = Object.values(lhr.audits).filter((a) => a.score !== null && a.score < 0.9 && a.scoreDisplayMode !== "informative")
    .map((a) => `${a.id} ${a.displayValue ?? ""}`.trim());
  return scores;
}
