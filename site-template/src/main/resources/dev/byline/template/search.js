// Searches the pieces of one language, with nothing but small files of the site itself. A page that wants it holds
//   <div data-search data-index="index/" data-root="../" data-none="Nothing found" data-one="1 piece" data-many="{0} pieces">
// with a form (input name="q"), .search-count (a live region), ol.search-results and .search-fallback (shown until there
// are results). How the files are made is told in SearchIndex.java.

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Takes a text apart into words, as Words.java does. */
export function words(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(/\p{M}+/gu, "");
  const found = [];
  for (const run of plain.match(/[\p{L}\p{Nd}]+/gu) ?? []) {
    for (const part of run.split(/([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)/u).filter(Boolean)) {
      const letters = [...part];
      if (!SPACELESS.test(part)) found.push(part);
      else if (letters.length === 1) found.push(part);
      else for (let i = 0; i < letters.length - 1; i++) found.push(letters[i] + letters[i + 1]);
    }
  }
  return found;
}

/** Whether two words differ by one letter: another, one more, one less, or two that changed places. */
export function isSlip(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const rest = (x, n) => x.slice(i + n);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1)
    || (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, 2) === rest(b, 2));
}

export class Index {
  /** load(name) gives the parsed content of a file of the index. */
  constructor(load) {
    const asked = new Map();
    this.load = (name) => {
      if (!asked.has(name)) asked.set(name, load(name));
      return asked.get(name);
    };
  }

  /** The best pieces for a query, and how many there are in all. */
  async search(query, most = 10) {
    const asked = words(query).slice(0, 8);
    const totals = new Map();
    const hits = await Promise.all(asked.map((word, i) => this.pieces(word, i === asked.length - 1)));
    for (const pieces of hits) {
      for (const [piece, weight] of pieces) {
        const total = totals.get(piece) ?? { weight: 0, words: 0 };
        totals.set(piece, { weight: total.weight + weight, words: total.words + 1 });
      }
    }
    const value = (t) => t.weight * (1 + t.words / asked.length);
    const best = [...totals].sort((a, b) => value(b[1]) - value(a[1]) || a[0] - b[0]);
    return { count: best.length, pieces: await Promise.all(best.slice(0, most).map(([piece]) => this.piece(piece))) };
  }

  /** Which pieces have a word, with its weight there. The last word of a query may still be growing. */
  async pieces(word, growing) {
    const { shards } = await this.load("words.json");
    let at = -1;
    for (let low = 0, high = shards.length - 1; low <= high;) {
      const middle = (low + high) >> 1;
      if (shards[middle] <= word) { at = middle; low = middle + 1; } else high = middle - 1;
    }
    const near = [Math.max(0, at)];
    // Longer forms of the word may lie in the next shard.
    if (shards[at + 1]?.startsWith(word) && at + 1 > 0) near.push(at + 1);
    const found = new Map();
    const loaded = shards.length ? await Promise.all(near.map((n) => this.load(`s${n}.json`))) : [];
    const take = (fits, factor) => {
      for (const shard of loaded) {
        shard.words.forEach((known, i) => {
          if (fits(known)) add(found, shard.pieces[shard.groups[i]], factor);
        });
      }
    };
    take((known) => known === word, 1);
    if (growing && word.length > 1) take((known) => known.startsWith(word), 0.7);
    if (!found.size && word.length > 3) take((known) => isSlip(known, word), 0.6);
    // Another form of a word that is there: most of it is the same.
    if (!found.size && word.length > 4) {
      const stem = word.slice(0, Math.max(4, word.length - 3));
      take((known) => known.startsWith(stem), 0.5);
    }
    return found;
  }

  async piece(number) {
    const { block } = await this.load("words.json");
    const [title, path, summary, people, date] = (await this.load(`d${Math.floor(number / block)}.json`))[number % block];
    return { title, path, summary, people, date };
  }
}

function add(found, pieces, factor) {
  for (let i = 0, piece = 0; i < pieces.length; i += 2) {
    piece += pieces[i];
    found.set(piece, Math.max(found.get(piece) ?? 0, pieces[i + 1] * factor));
  }
}

/** Makes a search page search. */
export function wire(page, fetcher = fetch) {
  const data = page.dataset;
  const index = new Index(async (name) => (await fetcher(data.index + name)).json());
  const input = page.querySelector("input[name=q]");
  const count = page.querySelector(".search-count");
  const list = page.querySelector(".search-results");
  const fallback = page.querySelector(".search-fallback");
  let turn = 0;
  async function show() {
    const query = input.value.trim();
    const mine = ++turn;
    try {
      const result = query ? await index.search(query) : { count: 0, pieces: [] };
      if (mine !== turn) return;
      list.replaceChildren(...result.pieces.map((piece) => item(piece, data.root)));
      const words = result.count === 0 ? data.none : result.count === 1 ? data.one : data.many;
      count.textContent = query ? words.replace("{0}", result.count) : "";
      fallback.hidden = result.count > 0;
    } catch {
      count.textContent = "";
      fallback.hidden = false;
    }
  }
  let wait;
  input.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      history.replaceState(null, "", input.value ? "?q=" + encodeURIComponent(input.value) : location.pathname);
      show();
    }, 150);
  });
  page.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) show();
}

/** Titles and summaries are text, never HTML. */
function item(piece, root) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.href = root + piece.path;
  link.textContent = piece.title;
  const about = document.createElement("p");
  about.textContent = [piece.people, piece.date].filter(Boolean).join(" · ");
  const summary = document.createElement("p");
  summary.textContent = piece.summary;
  entry.append(link, about, summary);
  return entry;
}

if (typeof document !== "undefined") {
  for (const page of document.querySelectorAll("[data-search]")) wire(page);
}
