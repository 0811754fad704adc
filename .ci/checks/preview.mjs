// usage: node preview.mjs SITE_DIR PICTURE_DIR COMMAND...
// COMMAND is what runs Byline, such as `java -jar byline.jar`. Serves a copy of the site, opens a piece in a browser, and
// from then on only edits files: the text, a style and a mistake show by themselves, and the mistake goes by itself.
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser } from "./browser.mjs";

const PIECE = "articles/2026/a-name-beats-a-newsroom/index.md";
const PAGE = "articles/a-name-beats-a-newsroom/";
const VIEWS = [["light", 1280, 900], ["dark", 1280, 900], ["light", 390, 844], ["dark", 390, 844], ["light", 320, 640]];
const PATIENCE = { timeout: 60_000 };
const [source, pictures, ...command] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const work = await mkdtemp(join(tmpdir(), "preview-"));
const site = join(work, "site");
let passed = 0;
let failed = 0;
// axe tries styles of its own on a page, which the page's content policy forbids.
let examining = false;
await mkdir(pictures, { recursive: true });
await cp(source, site, { recursive: true, filter: (file) => !file.includes("/target/site") && !file.includes("/target/drafts") });
const byline = spawn(command[0], [...command.slice(1), "serve", site, "--port", "18880"]);
const address = await greeting(byline);
const chromium = await browser();
const before = await readFile(join(site, PIECE), "utf8");
try {
  // As a person has it: the page's own content policy holds.
  const context = await chromium.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const spoken = [];
  page.on("console", (m) => { if (m.type() === "error" && !examining) spoken.push(m.text()); });
  await page.goto(address + PAGE);
  await looksAfterItself(page);
  check("the console is silent but for the page that was gone", spoken.filter((m) => !m.includes("404")).length === 0,
    spoken.join("; "));
  await waits(context);
} finally {
  await chromium.close();
  byline.kill();
  await rm(work, { recursive: true, force: true });
}
console.log(`preview: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function looksAfterItself(page) {
  await page.evaluate(() => scrollTo(0, 600));
  const start = Date.now();
  await save(before + "\n\nThis stood nowhere before.\n");
  await page.waitForFunction(() => document.body.innerText.includes("This stood nowhere before."), null, PATIENCE);
  console.log(`an edit is on the page after ${Date.now() - start} ms`);
  check("the text changes without being touched", true);
  await page.waitForFunction(() => scrollY > 300, null, PATIENCE).catch(() => {});
  check("the page stays where it was", await page.evaluate(() => scrollY) > 300);

  await page.evaluate(() => { window.stays = true; });
  await mkdir(join(site, "templates/css"), { recursive: true });
  await writeFile(join(site, "templates/css/site.css"), "h1 { color: rgb(1, 2, 3) !important }");
  await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(1, 2, 3)", null, PATIENCE);
  check("a style changes without a reload", await page.evaluate(() => window.stays === true));
  await rm(join(site, "templates/css/site.css"));
  await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color !== "rgb(1, 2, 3)", null, PATIENCE);

  await save(before.replace("title:", "titel:").replace(/^(author|authors): .*$/m, "$1: giulia-fery"));
  await overlay(page);
  await save(before);
  await page.waitForFunction(() => !document.querySelector("byline-preview"), null, PATIENCE);
  check("what was wrong goes by itself", true);

  const note = join(site, "articles/2026/a-note.md");
  const text = "---\ntitle: A note\nauthor: giulia-ferri\ndate: 2026-01-21\n---\nNoted.\n";
  await page.goto(address + "articles/a-note/");
  await writeFile(note, text);
  await page.waitForFunction(() => document.title.startsWith("A note"), null, PATIENCE);
  await rm(note);
  await page.waitForFunction(() => !document.title.startsWith("A note"), null, PATIENCE);
  await writeFile(note, text);
  await page.waitForFunction(() => document.title.startsWith("A note"), null, PATIENCE);
  check("a page that is not there is seen when it comes, goes and comes back", true);
  await rm(note);
  await page.goto(address + PAGE);

  await save(before.replace("---\n", "---\ndraft: true\n"));
  await page.waitForFunction(() => document.querySelector(".notice")?.innerText.startsWith("Draft"), null, PATIENCE);
  check("a draft says that it is one", true);
  await page.screenshot({ path: join(pictures, "preview-draft.png") });
  await page.goto(address + "-/unpublished/");
  check("and is listed", await page.locator(`a[href="/${PAGE}"]`).count() === 1);
  await accessible(page, "the list of what is not out");
  await save(before);
}

async function overlay(page) {
  const dialog = page.locator("byline-preview dialog[open]");
  await dialog.waitFor(PATIENCE);
  const text = await dialog.innerText();
  check("what is wrong is told by file and line", text.includes(PIECE) && /:\d+:\d+/.test(text), text);
  check("and how it is mended", text.includes("did you mean"), text);
  check("it is an alert", await dialog.getAttribute("role") === "alertdialog");
  check("the last good page is behind it", await page.locator("article.h-entry h1").count() === 1);
  check("the keyboard is on its button",
    await page.evaluate(() => document.querySelector("byline-preview").shadowRoot.activeElement?.textContent === "Close"));
  for (const [colorScheme, width, height] of VIEWS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: join(pictures, `preview-error-${colorScheme}-${width}.png`) });
    await accessible(page, `what is wrong, ${colorScheme}, ${width}`);
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached", ...PATIENCE }).catch(() => {});
  const badge = page.locator("byline-preview .badge button");
  check("Escape closes it, and leaves a button", await badge.isVisible());
  await accessible(page, "what is wrong, put aside");
  await page.screenshot({ path: join(pictures, "preview-badge.png") });
  await badge.click();
  await dialog.waitFor(PATIENCE);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** A preview that begins with a mistake shows it, and then the page. */
async function waits(context) {
  const other = join(work, "other");
  await mkdir(other);
  await writeFile(join(other, "site.yml"), "title: T\nurl: https://blog.example.com/\ntimeZone: UTC\nlanguage: [en]\n");
  const second = spawn(command[0], [...command.slice(1), "serve", other, "--port", "18881"]);
  try {
    const page = await context.newPage();
    await page.goto(await greeting(second));
    await page.locator("byline-preview dialog[open]").waitFor(PATIENCE);
    await page.keyboard.press("Escape");
    check("a first build that fails is shown", (await page.locator("main").innerText()).includes("site.yml:"));
    await page.screenshot({ path: join(pictures, "preview-waiting.png") });
    await accessible(page, "where nothing is built yet");
    await writeFile(join(other, "site.yml"), "title: T\nurl: https://blog.example.com/\ntimeZone: UTC\nlanguages: [en]\n");
    await page.waitForFunction(() => document.title.startsWith("T"), null, PATIENCE);
    check("and replaced by the site", true);
  } finally {
    second.kill();
  }
}

async function accessible(page, what) {
  examining = true;
  await page.evaluate(axe).catch(() => page.addScriptTag({ content: axe }));
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(`${what}: nothing is wider than the window`, wider <= 0, `${wider} px`);
  const { violations } = await page.evaluate(() =>
    axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  check(`${what}: axe finds nothing`, violations.length === 0,
    violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join("; ")}`).join("\n"));
  examining = false;
}

function check(what, fine, found = "") {
  if (fine) {
    passed++;
  } else {
    failed++;
    console.log(`${what}: no. ${found}`);
  }
}

function save(text) {
  return writeFile(join(site, PIECE), text);
}

/** The address that the preview says. */
function greeting(process_) {
  return new Promise((found, lost) => {
    let said = "";
    const hear = (text) => {
      said += text;
      const at = said.match(/The site is at (\S+)/);
      if (at) found(at[1]);
    };
    process_.stdout.on("data", hear);
    process_.stderr.on("data", hear);
    process_.on("exit", () => lost(new Error(said)));
  });
}
