// usage: node handles.mjs CONTENT_DIR DIR...
// No personal handle that its owner did not publish is in any byte below the folders, in whatever case.
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { model, Tally } from "./model.mjs";

const [content, ...roots] = process.argv.slice(2);
const truth = await model(content);
const withheld = [...truth.authors.values()].flatMap((author) => author.withheld);
if (withheld.length === 0) throw new Error("nobody withholds a handle, so nothing would be shown");
const tally = new Tally(`personal handles (${withheld.length})`);
for (const root of roots) {
  for (const file of await readdir(root, { recursive: true })) {
    if (!(await stat(join(root, file))).isFile()) continue;
    const bytes = (file + (await readFile(join(root, file), "latin1"))).toLowerCase();
    tally.page(file, withheld.filter((handle) => bytes.includes(handle)).map((handle) => `tells ${handle}`));
  }
}
tally.end();
