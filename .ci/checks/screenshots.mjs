// usage: node screenshots.mjs DIR OUT_DIR NAME=PATH...
// Takes pictures of pages of a built site: phone and desktop, light and dark.
import { browser, serve } from "./browser.mjs";

const [root, out, ...pages] = process.argv.slice(2);
const site = await serve(root);
const chromium = await browser();
for (const each of pages) {
  const [name, path] = each.split("=");
  for (const [kind, width, height, colorScheme] of [
    ["phone", 390, 844, "light"],
    ["desktop", 1280, 900, "light"],
    ["dark", 1280, 900, "dark"],
  ]) {
    const context = await chromium.newContext({ colorScheme, viewport: { width, height } });
    const page = await context.newPage();
    await page.goto(site.origin + "/" + path);
    await page.screenshot({ path: `${out}/${name}-${kind}.png` });
    await context.close();
  }
}
await chromium.close();
site.stop();
