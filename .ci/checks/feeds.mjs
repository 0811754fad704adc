// usage: node feeds.mjs SITE_DIR
// Reads every feed of a built site, archives too, with a parser that is not the one which the project's tests read them
// with. The three formats of a feed have to hold the same entries in the same order, each with the same people.
import { readFile, readdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { parseFeed } from "feedsmith";

const [site] = process.argv.slice(2);
const FORMATS = {
  rss: {
    file: /^feed(\.\d+)?\.xml$/,
    entries: ({ items = [] }) => items.map((item) => [item.guid?.value, item.dc?.creators ?? []]),
  },
  atom: {
    file: /^atom(\.\d+)?\.xml$/,
    entries: ({ entries = [] }) => entries.map((entry) => [entry.id, (entry.authors ?? []).map(({ name }) => name)]),
  },
  json: {
    file: /^feed(\.\d+)?\.json$/,
    entries: ({ items = [] }) => items.map((item) => [item.id, (item.authors ?? []).map(({ name }) => name)]),
  },
};

const read = async (path, expected) => {
  const { format, feed } = parseFeed(await readFile(path, "utf8"));
  if (format !== expected) throw new Error(`is ${format}`);
  if (!feed.title) throw new Error("has no title");
  const entries = FORMATS[format].entries(feed);
  for (const [id, people] of entries) {
    if (!id) throw new Error("has an entry without an id");
    if (people.length === 0 || people.some((name) => !name)) throw new Error(`names nobody for ${id}`);
  }
  return JSON.stringify(entries);
};

let passed = 0;
let failed = 0;
const documents = new Map();
for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
  const format = Object.keys(FORMATS).find((name) => FORMATS[name].file.test(entry.name));
  if (!format || !entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  try {
    const entries = await read(path, format);
    const document = join(dirname(path), entry.name.match(/\.(\d+)\./)?.[1] ?? "");
    documents.set(document, { ...documents.get(document), [format]: entries });
    passed++;
  } catch (error) {
    failed++;
    console.log(`${relative(site, path)}: ${error.message}`);
  }
}
for (const [document, formats] of documents) {
  const { rss, atom, json } = formats;
  if (rss !== atom || atom !== json) {
    failed++;
    console.log(`${relative(site, document) || "."}: the formats differ`);
  }
}
if (passed === 0) {
  failed++;
  console.log("no feed was found");
}
console.log(`feeds: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
