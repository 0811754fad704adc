// Keeps a page of the preview up to date, and shows what is wrong with the sources. Part of no site: byline serve adds
// it to pages on their way out. Works under a content policy that allows nothing inside a page.
(() => {
  const MOST = 50;
  const ASK_AGAIN = 2_000;
  let edition = document.currentScript.dataset.edition;
  let events;
  let later;
  let told = Promise.resolve();
  let known = "[]";
  let shown;

  // A browser gives one server few connections: a page out of sight gives its own back, and catches up when it is seen.
  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", (event) => event.persisted && listen());
  addEventListener("pagehide", stop);
  listen();

  function listen() {
    stop();
    if (document.hidden) return;
    events = new EventSource("/-/events");
    events.onmessage = (event) => {
      const standing = JSON.parse(event.data);
      told = told.then(() => hear(standing));
    };
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) later = setTimeout(listen, ASK_AGAIN);
    };
  }

  function stop() {
    clearTimeout(later);
    events?.close();
  }

  async function hear(standing) {
    if (standing.edition !== edition) {
      if (standing.styles !== edition || !(await restyle(standing.edition))) {
        stop();
        location.reload();
        return;
      }
      edition = standing.edition;
    }
    const problems = JSON.stringify(standing.problems);
    if (problems === known) return;
    known = problems;
    shown?.remove();
    shown = standing.problems.length ? overlay(standing) : undefined;
  }

  /** Puts the page's new style sheets in the place of its old ones; says whether that could be done. */
  async function restyle(name) {
    try {
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
      const old = sheets(document);
      const fresh = sheets(page);
      if (old.length !== fresh.length) return false;
      await Promise.all(old.map((sheet, i) => replace(sheet, document.importNode(fresh[i]), name)));
      return true;
    } catch {
      return false;
    }
  }

  function sheets(page) {
    return [...page.querySelectorAll("link[rel~=stylesheet]")];
  }

  function replace(old, fresh, name) {
    return new Promise((done, failed) => {
      // A file that kept its name would be taken from the browser's memory.
      const address = new URL(fresh.getAttribute("href"), document.baseURI);
      address.searchParams.set("edition", name);
      fresh.href = address;
      fresh.onerror = failed;
      fresh.onload = () => {
        old.remove();
        done();
      };
      old.after(fresh);
    });
  }

  function overlay({ problems, warnings }) {
    const host = document.createElement("byline-preview");
    const root = host.attachShadow({ mode: "open" });
    const count = problems.length === 1 ? "1 mistake" : `${problems.length} mistakes`;
    const dialog = element("dialog", { role: "alertdialog", "aria-labelledby": "title", "aria-describedby": "lead" }, [
      element("div", { class: "head" }, [
        element("h2", { id: "title" }, [`${count} to mend`]),
        element("p", { id: "lead" }, [lead(problems, warnings)]),
      ]),
      element("div", { class: "list", tabindex: "0", role: "group", "aria-label": "Mistakes" }, [
        element("ol", {}, problems.slice(0, MOST).map(problem)),
      ]),
      element("div", { class: "foot" }, [element("button", { type: "button", autofocus: "" }, ["Close"])]),
    ]);
    const again = element("button", { type: "button" }, [`${count} to mend`]);
    const badge = element("div", { class: "badge", role: "region", "aria-label": "Preview", hidden: "" }, [again]);
    dialog.querySelector(".foot button").onclick = () => dialog.close();
    dialog.onclose = () => badge.hidden = false;
    again.onclick = () => open(dialog, badge);
    const styles = element("link", { rel: "stylesheet", href: "/-/preview.css" }, []);
    // Unstyled, it would flash.
    styles.onload = styles.onerror = () => open(dialog, badge);
    root.append(styles, dialog, badge);
    host.lang = "en";
    host.dir = "ltr";
    document.body.append(host);
    return { remove: () => { dialog.onclose = null; dialog.close(); host.remove(); } };
  }

  function open(dialog, badge) {
    badge.hidden = true;
    if (dialog.isConnected && !dialog.open) dialog.showModal();
  }

  function lead(problems, warnings) {
    const more = problems.length > MOST ? ` The first ${MOST} are shown.` : "";
    const warned = warnings ? ` Warnings: ${warnings}; the terminal shows them.` : "";
    return `Behind this is the last page that could be built. This goes by itself when all is mended.${more}${warned}`;
  }

  function problem({ file, line, column, message, hint }) {
    const position = line ? `:${line}${column ? `:${column}` : ""}` : "";
    return element("li", {}, [
      element("p", { class: "place" }, [element("b", {}, [file]), position]),
      element("p", { class: "message" }, [message]),
      ...(hint ? [element("p", { class: "hint" }, [hint])] : []),
    ]);
  }

  function element(name, attributes, children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }
})();
