// usage: node search.mjs SCRIPT DIR
// Tries the search page's script on the indexes that SearchIndexTest writes with -Dsearch.out=DIR: 200 queries of title
// words, a quarter of them each as they are, with the last word cut short, with a slip, and in another order. The piece
// has to be among the first three for 95 %, and a first query may ask for at most 100 KB, the script included.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [script, folder] = process.argv.slice(2);
const { Index } = await import(pathToFileURL(resolve(script)));
const scriptBytes = (await readFile(script)).length;
let seed = 7;
const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
const slip = (word) => {
  const at = 2 + random(Math.max(1, word.length - 3));
  return [
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + "z" + word.slice(at),
    () => word.slice(0, at) + "q" + word.slice(at + 1),
    () => word.slice(0, at - 1) + (word[at] ?? "") + word[at - 1] + word.slice(at + 1),
  ][random(4)]();
};
const ways = [
  (words) => words,
  (words) => [...words.slice(0, -1), words.at(-1).slice(0, Math.max(3, words.at(-1).length - 3))],
  (words) => { const at = random(words.length); return words.map((w, i) => (i === at && w.length > 4 ? slip(w) : w)); },
  (words) => [...words].reverse(),
];
let found = 0;
let asked = 0;
let most = 0;
for (const language of ["en", "it"]) {
  const titles = JSON.parse(await readFile(join(folder, language, "titles.json")));
  for (let i = 0; i < 100; i++) {
    const piece = random(titles.length);
    let bytes = scriptBytes;
    const index = new Index(async (name) => {
      const content = await readFile(join(folder, language, name));
      bytes += content.length;
      return JSON.parse(content);
    });
    const query = ways[i % ways.length](titles[piece]).join(" ");
    const { pieces } = await index.search(query);
    asked++;
    most = Math.max(most, bytes);
    if (pieces.slice(0, 3).some((p) => p.path === `articles/${piece}/`)) found++;
    else console.log(`not among the first three: ${query} (${titles[piece].join(" ")})`);
  }
}
const good = found >= asked * 0.95 && most < 100_000;
console.log(`search: ${found} of ${asked} within the first three, at most ${most} bytes for a first query`);
process.exit(good ? 0 : 1);
