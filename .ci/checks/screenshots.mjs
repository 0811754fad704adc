// usage: node screenshots.mjs DIR OUT_DIR NAME=PATH...
// Takes pictures of pages of a built site. A name may ask for a way of looking: NAME@WAY=PATH, where WAY is one of those
// below; without one, a phone, a desktop, and a desktop in the dark.
import { browser, serve } from "./browser.mjs";

const WAYS = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
  dark: { width: 1280, height: 900, colorScheme: "dark" },
  narrow: { width: 320, height: 900 },
  // 200 % of a 1280 px window is a window of 640 px with everything twice as large.
  zoomed: { width: 640, height: 450, scale: 2 },
  noscript: { width: 1280, height: 900, javaScriptEnabled: false },
  printed: { width: 794, height: 1123, media: "print" },
};
const [root, out, ...pages] = process.argv.slice(2);
const site = await serve(root);
const chromium = await browser();
for (const each of pages) {
  const [asked, path] = each.split("=");
  const [name, only] = asked.split("@");
  for (const kind of only ? [only] : ["phone", "desktop", "dark"]) {
    const way = WAYS[kind];
    const context = await chromium.newContext({
      colorScheme: way.colorScheme ?? "light",
      viewport: { width: way.width, height: way.height },
      deviceScaleFactor: way.scale ?? 1,
      javaScriptEnabled: way.javaScriptEnabled ?? true,
    });
    const page = await context.newPage();
    await page.goto(site.origin + "/" + path);
    if (way.media) await page.emulateMedia({ media: way.media });
    await page.screenshot({ path: `${out}/${name}-${kind}.png` });
    await context.close();
  }
}
await chromium.close();
site.stop();
