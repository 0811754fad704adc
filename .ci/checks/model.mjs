// What a site's own files say of people, pieces and answers: read here from YAML, TOML and JSON, with
// nothing of Byline in between, so that its output can be held against it.
import { readFile, readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { parse as parseToml } from "smol-toml";
import { parse } from "yaml";

const SPOKEN = ["comment", "reply", "mention"];

/** The site in a folder, as far as programs are told of it. */
export async function model(folder, now = new Date()) {
  const site = parse(await readFile(join(folder, "site.yml"), "utf8"));
  const authors = new Map();
  for (const file of await files(join(folder, "authors"), ".yml")) {
    const id = basename(file, ".yml");
    authors.set(id, author(id, parse(await readFile(join(folder, "authors", file), "utf8")), site));
  }
  const articles = [];
  for (const file of await files(join(folder, "articles"), ".md")) {
    const article = await readArticle(folder, file, site, authors);
    if (!article.draft && article.date.slice(0, 10) <= now.toISOString().slice(0, 10)) articles.push(article);
  }
  return { url: site.url, authors, articles };
}

async function files(folder, extension) {
  const all = await readdir(folder, { recursive: true }).catch(() => []);
  return all.filter((file) => file.endsWith(extension)).sort();
}

function author(id, file, site) {
  const written = Object.entries(file.handles ?? {}).map(([network, value]) =>
    typeof value === "string"
      ? { network, handle: value, shown: true }
      : { network, handle: value.handle, shown: value.use !== "personal" || value.publish === true });
  return {
    id,
    name: file.name,
    url: `${site.url}authors/${id}/`,
    email: file.email,
    photo: file.image !== undefined,
    handles: written.filter((one) => one.shown).map((one) => bare(one.handle)),
    withheld: written.filter((one) => !one.shown).map((one) => bare(one.handle)),
  };
}

/** A handle without what is written differently in different places. */
export function bare(handle) {
  return handle.replace(/^https?:\/\/|^@/, "").replace(/\/$/, "").toLowerCase();
}

async function readArticle(folder, file, site, authors) {
  const text = await readFile(join(folder, "articles", file), "utf8");
  const front = frontMatter(text);
  const bundle = basename(file) === "index.md";
  const id = front.id ?? (bundle ? dirname(file) : file.replace(/\.md$/, ""));
  const language = front.language ?? site.languages[0];
  const prefix = language === site.languages[0] ? "" : language + "/";
  const items = [];
  for (const item of await files(join(folder, "feedback", id), ".yml")) {
    const read = parse(await readFile(join(folder, "feedback", id, item), "utf8"));
    items.push({ id: basename(item, ".yml"), ...read });
  }
  const ledger = parse(await readFile(join(folder, "ledger", id + ".yml"), "utf8").catch(() => "posts: []"));
  const approved = items.filter((item) => item.moderation === "approved");
  return {
    id,
    language,
    title: front.title,
    url: `${site.url}${prefix}articles/${front.slug ?? basename(id)}/`,
    authors: [front.authors ?? front.author].flat().map((one) => authors.get(one)),
    date: local(front.date),
    updated: front.updated && local(front.updated),
    draft: front.draft === true,
    terms: [front.category, ...(front.tags ?? [])].filter(Boolean),
    posts: [
      ...ledger.posts.filter((post) => post.state === "published" && post.url).map((post) => post.url),
      ...(front.syndication ?? []),
    ],
    said: approved.filter((item) => SPOKEN.includes(item.kind) || (item.kind === "rating" && (item.text ?? "").trim())),
    ratings: approved.map((item) => item.rating).filter((stars) => stars !== undefined),
    count: (kind) => approved.filter((item) => item.kind === kind).length,
    items,
  };
}

/** A local time as it is written: TOML has a type of its own for it. */
function local(date) {
  return date instanceof Date ? date.toISOString().replace(/:\d\d(\.\d+)?Z?$/, "") : String(date);
}

function frontMatter(text) {
  if (text.startsWith("{")) return JSON.parse(text.slice(0, text.indexOf("\n}\n") + 2));
  const toml = text.startsWith("+++");
  const inside = text.slice(4, text.indexOf(toml ? "\n+++" : "\n---", 3));
  return toml ? parseToml(inside) : parse(inside);
}

/** Every page below a folder that is no redirect, with its address. */
export async function pages(root, url) {
  const all = [];
  for (const file of await files(root, ".html")) {
    const html = await readFile(join(root, file), "utf8");
    if (!html.includes('http-equiv="refresh"')) {
      all.push({ file, html, url: url + encodeURI(file.replace(/(^|\/)index\.html$/, "$1")) });
    }
  }
  return all;
}

/** The address of the piece whose answers stand on this page; undefined for another page. */
export function discussed(url) {
  return /\/articles\/[^/]+\/feedback\/$/.test(url) ? url.replace(/feedback\/$/, "") : undefined;
}

/** Collects what is wrong on one page after the other, and says at the end how many are right. */
export class Tally {
  passed = 0;
  failed = 0;
  constructor(name) {
    this.name = name;
  }
  page(file, findings) {
    findings.forEach((finding) => console.log(`${file}: ${finding}`));
    if (findings.length === 0) this.passed++; else this.failed++;
  }
  end() {
    console.log(`${this.name}: ${this.passed} passed, ${this.failed} failed`);
    process.exit(this.failed === 0 && this.passed > 0 ? 0 : 1);
  }
}

/** Says what is not as it should be; lists are compared by what is in them, in order. */
export function differ(findings, what, is, should) {
  if (JSON.stringify(is) !== JSON.stringify(should)) {
    findings.push(`${what} is ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`);
  }
}
