// usage: node microformats.mjs SITE_DIR CONTENT_DIR
// Reads every page of a built site as programs of the independent web do, and holds authors, dates, posts elsewhere and
// answers against the files that the site was made of.
import { mf2 } from "microformats-parser";
import { bare, differ, discussed, model, pages, Tally } from "./model.mjs";

const [root, content] = process.argv.slice(2);
const truth = await model(content);
const byUrl = new Map(truth.articles.map((article) => [article.url, article]));
const tally = new Tally("microformats");
for (const page of await pages(root, truth.url)) {
  const read = mf2(page.html, { baseUrl: page.url });
  const findings = [];
  everyEntry(read.items).forEach((entry) => checkEntry(entry, findings));
  const author = [...truth.authors.values()].find((one) => one.url === page.url);
  if (byUrl.has(page.url)) checkArticle(top(read, page.url), byUrl.get(page.url), findings);
  const piece = discussed(page.url);
  if (piece) checkFeedback(read, byUrl.get(piece), findings);
  if (author) checkAuthor(read, author, findings);
  if (isList(page.url) && !all(read.items).some((item) => isFeed(item))) findings.push("a list without a named h-feed");
  tally.page(page.file, findings);
}
for (const url of byUrl.keys()) {
  if (!(await pages(root, truth.url)).some((page) => page.url === url)) tally.page(url, ["no such page"]);
}
tally.end();

function isList(url) {
  const path = url.slice(truth.url.length).replace(/^(it|ar)\//, "");
  return path === "" || /^(archive\/|(tags|categories|series)\/[^/]+\/|authors\/[^/]+\/)/.test(path);
}

function isFeed(item) {
  return item.type.includes("h-feed") && item.properties.name?.length === 1 && item.properties.author?.length === 1;
}

/** All items, those inside others too. */
function all(items) {
  return items.flatMap((item) => [
    item,
    ...all(item.children ?? []),
    ...Object.values(item.properties).flatMap((values) => all(values.filter((value) => value.type))),
  ]);
}

function everyEntry(items) {
  return all(items).filter((item) => item.type.includes("h-entry"));
}

function top(read, url) {
  return read.items.find((item) => item.type.includes("h-entry") && item.properties.url?.includes(url));
}

/** Wherever a piece is named: who wrote it, under which handle. */
function checkEntry(entry, findings) {
  const article = byUrl.get((entry.properties.url ?? [])[0]);
  if (!article) {
    findings.push(`an h-entry of nothing: ${entry.properties.url}`);
    return;
  }
  differ(findings, "name", entry.properties.name, [article.title]);
  const people = entry.properties.author ?? [];
  differ(findings, "authors", people.map((one) => one.properties.name[0]), article.authors.map((one) => one.name));
  differ(findings, "pages of authors", people.map((one) => one.properties.url[0]), article.authors.map((one) => one.url));
  differ(findings, "ids of authors", people.map((one) => one.properties.uid?.[0]), article.authors.map((one) => one.url));
  differ(findings, "handles", people.map((one) => bare(one.properties.nickname?.[0] ?? "")),
    article.authors.map((one) => one.handles[0] ?? ""));
  const published = entry.properties.published?.[0];
  if (published && !published.startsWith(article.date)) findings.push(`published ${published}, should be ${article.date}`);
}

function checkArticle(entry, article, findings) {
  if (!entry) {
    findings.push("no h-entry of its own");
    return;
  }
  const is = entry.properties;
  if (!is.published) findings.push("no date");
  if ((is.updated?.[0] ?? "").slice(0, 10) !== (article.updated ?? "").slice(0, 10)) findings.push(`updated ${is.updated}`);
  differ(findings, "syndication", [...(is.syndication ?? [])].sort(), [...article.posts].sort());
  differ(findings, "terms", is.category, article.terms);
  if ((is.content?.[0].html.length ?? 0) < 100) findings.push("no content");
  if (!is.summary) findings.push("no summary");
  for (const [i, person] of article.authors.entries()) {
    differ(findings, `photo of ${person.name}`, is.author[i].properties.photo !== undefined, person.photo);
  }
  differ(findings, "newest answers", (is.comment ?? []).length, Math.min(3, article.said.length));
}

function checkFeedback(read, article, findings) {
  const entry = article && top(read, article.url);
  if (!entry) {
    findings.push("no h-entry of a piece that there is");
    return;
  }
  const comments = spoken(read.items);
  const key = (name, url) => `${name ?? ""} ${url ?? ""}`;
  differ(findings, "answers", comments.map((one) => key(one.properties.author[0].properties.name[0], one.properties.url?.[0])).sort(),
    article.said.map((one) => key(one.author?.name ?? one.author?.handle ?? "A reader", one.origin.url)).sort());
  differ(findings, "times of answers", comments.map((one) => time(one.properties.published?.[0])).sort(),
    article.said.map((one) => time(one.published)).sort());
  if (comments.some((one) => !one.properties.content?.[0].value)) findings.push("an answer without a text");
  for (const [property, kind] of [["like", "like"], ["repost", "repost"], ["bookmark", "bookmark"]]) {
    const found = entry.properties[property] ?? [];
    differ(findings, property, found.length, article.count(kind));
    if (found.some((one) => one.properties[`${property}-of`][0] !== article.url)) findings.push(`${property} of what?`);
  }
}

/** Each thing said, once, however deep it stands. */
function spoken(items) {
  return all(items).flatMap((item) => item.properties.comment ?? []).filter((item) => item.type?.includes("h-cite"));
}

function time(written) {
  return written ? new Date(written).toISOString() : "";
}

function checkAuthor(read, author, findings) {
  const card = read.items.find((item) => item.type.includes("h-card"));
  const is = card.properties;
  differ(findings, "name", is.name, [author.name]);
  differ(findings, "id", is.uid, [author.url]);
  differ(findings, "first address", is.url[0], author.url);
  differ(findings, "handles", (is.nickname ?? []).map(bare), author.handles);
  differ(findings, "e-mail", is.email?.[0], author.email && "mailto:" + author.email);
  differ(findings, "photo", is.photo !== undefined, author.photo);
  differ(findings, "rel=me", (read.rels.me ?? []).length, author.handles.length);
}
