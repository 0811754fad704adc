import { browser, serve } from "./browser.mjs";
const site = await serve("content/target/site");
const c = await browser();
async function shot(name, path, opts={}, full=true) {
  const ctx = await c.newContext({ viewport: {width: opts.width??1280, height: 900}, colorScheme: opts.dark?"dark":"light", javaScriptEnabled: !opts.nojs });
  const p = await ctx.newPage(); await p.goto(site.origin + "/" + path);
  if (opts.zoom) await p.evaluate((z) => { document.documentElement.style.zoom = z; }, opts.zoom);
  if (opts.print) { await p.emulateMedia({media:"print"}); }
  await p.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: full }); await ctx.close();
}
await shot("hold", "articles/what-a-piece-can-hold/");
await shot("hold-dark-320", "articles/what-a-piece-can-hold/", {dark:true, width:320});
await shot("rtl", "ar/articles/name-before-logo/");
await shot("home", "");
await c.close(); site.stop();
