#!/usr/bin/env python3
"""Writes a company's blog of N pieces, always the same for one N.

usage: corpus.py N FOLDER

  FOLDER/articles/<slug>.md      N pieces of about 750 words: YAML front matter and Markdown with tables, code, notes
  FOLDER/authors/<id>.yml        40 authors with a biography and handles
  FOLDER/static/images/*.png     24 small images
  FOLDER/feedback/<slug>/*.yml   what readers answered to every tenth piece
  FOLDER/pieces.jsonl            the front matter again, a piece a line, and
  FOLDER/authors.json            the authors again, for adapt.py

No text holds '{{', '{%' or '{#', so that no peer's template language sees a command in it. All dates have passed.
"""
import datetime
import json
import os
import random
import struct
import sys
import zlib

WORDS = ("platform team release customer feature latency build pipeline service cluster index query cache "
         "schema design review deploy rollback incident metric dashboard alert budget roadmap quarter partner "
         "hardware sensor firmware driver battery factory supplier audit policy privacy region failover replica "
         "storage network packet gateway protocol client server request response token session browser mobile "
         "desktop layout colour contrast keyboard screen reader accessibility translation editor document archive "
         "search ranking signal model training dataset experiment hypothesis result baseline regression variance "
         "memory thread scheduler queue worker batch stream event message topic consumer producer offset compiler "
         "parser grammar library package version dependency licence community contributor issue patch merge branch "
         "commit history refactor test coverage fixture mock integration staging production canary traffic load "
         "balancer certificate encryption key rotation secret vault identity role permission tenant invoice payment "
         "subscription trial onboarding support ticket feedback survey interview persona journey workshop retrospective "
         "hiring mentor career growth culture remote office travel conference talk slide demo prototype launch "
         "announcement milestone deadline estimate scope tradeoff constraint principle guideline checklist runbook").split()
GLUE = ("the a our their this that every each another some most we they it you which when while because although "
        "and but or so then also often usually rarely never always quickly slowly carefully in on at for with from "
        "into over under between through after before during without against toward across behind is was were are "
        "has had can could should would might will needs keeps makes shows explains moves changes improves reduces "
        "measures describes replaces supports allows").split()
TITLES_A = ("How we", "Why we", "What we learned when we", "Announcing", "A field guide to", "Rethinking", "Inside",
            "Five lessons from", "The road to", "Shipping", "Scaling", "Debugging", "Designing", "Measuring",
            "Goodbye,", "Introducing")
NON_ASCII = (
    "L'affidabilità non è un optional: perché così più clienti possono contare su di noi, già oggi e anche domani.",
    "Il gruppo di Torino ha riscritto l'importazione dei dati: è più veloce, più semplice e — finalmente — testata.",
    "Größere Änderungen prüfen wir früh: schöne Überraschungen gibt es höchstens beim Geschäftsführer, nicht im Betrieb.",
    "Für die Übersetzung der Oberfläche haben wir dreißig Wörter geändert; »Maßstab« bleibt »Maßstab«.",
    "私たちのチームは、検索の速度を改善するために索引の構造を見直しました。結果は予想以上でした。",
    "新しいダッシュボードは来月から全てのお客様にご利用いただけます。ご意見をお待ちしております。",
    "We shipped it 🚀 and nobody noticed, which is exactly what we wanted 🎉 (thanks, Zoë and José!).",
    "Numbers at a glance: latency ↓ 38 %, cost ↓ 12 %, mood ↑ 😀 — naïve, perhaps, but déjà vu it was not.",
    "Le café du matin à l'atelier reste « sacré » : on y décide plus qu'en réunion, où l'on s'ennuie.",
)
CODE = {
    "java": "public record Range(int from, int to) {\n    public Range {\n        if (from > to) throw new IllegalArgumentException(\"from > to\");\n    }\n    boolean contains(int x) {\n        return x >= from && x < to; // half open\n    }\n}",
    "python": "def chunks(rows, size=%d):\n    \"\"\"Yield lists of at most `size` rows.\"\"\"\n    batch = []\n    for row in rows:\n        batch.append(row)\n        if len(batch) == size:\n            yield batch\n            batch = []\n    if batch:\n        yield batch",
    "bash": "set -euo pipefail\nfor host in web-1 web-2 web-%d; do\n  ssh \"$host\" 'systemctl is-active app && df -h /srv | tail -1'\ndone",
    "yaml": "service:\n  name: billing\n  replicas: %d\n  limits: [cpu, memory]\n  probes:\n    ready: /healthz\n    period: 10s",
    "json": "{\n  \"id\": %d,\n  \"state\": \"open\",\n  \"labels\": [\"infra\", \"p2\"],\n  \"owner\": null\n}",
    "sql": "SELECT region, count(*) AS n, avg(latency_ms) AS mean\n  FROM requests\n WHERE day >= date '2024-01-01' AND latency_ms < %d\n GROUP BY region\n ORDER BY n DESC;",
    "javascript": "export async function load(id) {\n  const res = await fetch(`/api/items/${id}`);\n  if (!res.ok) throw new Error(res.statusText);\n  return (await res.json()).slice(0, %d);\n}",
    "html": "<article class=\"card\">\n  <h2>Release %d</h2>\n  <p>Now with <em>fewer</em> surprises &amp; more tests.</p>\n</article>",
    "go": "func Sum(xs []int) (n int) {\n\tfor _, x := range xs {\n\t\tn += x\n\t}\n\treturn n * %d\n}",
    "": "$ app status --id %d\nstate:  running\nuptime: 12d 4h\n",
}
FIRST = ("Ada Bruno Chiara Dmitri Elif Farah Giulia Hiro Ines Jürgen Kofi Lena Marek Noémie Oluwa Paolo Quinn "
         "Rosa Søren Tove Umberto Vera Wang Ximena Yuki Zoë Anders Bianca Cem Dora").split()
LAST = ("Rossi Bianchi Müller Schäfer Tanaka Sato García López Nowak Kowalski Okafor Mensah Yılmaz Demir Larsen "
        "Lindqvist Dubois Lefèvre Smith Jones O'Neill Novák Horváth Popescu Ivanov Costa Silva Conti Greco Weiß").split()
CATEGORIES = ("Engineering", "Product", "Company", "Design", "Research", "Customers")


def png(rng, w=32, h=20):
    rows = b"".join(b"\0" + bytes(rng.randrange(256) for _ in range(3 * w)) for _ in range(h))
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b""))


def slugify(s):
    out = "".join(c if c.isascii() and c.isalnum() else "-" for c in s.lower())
    while "--" in out:
        out = out.replace("--", "-")
    return out.strip("-")


class Corpus:
    def __init__(self, n):
        self.rng = random.Random(1000003 + n)
        self.n = n
        r = random.Random(1)  # authors and tags do not depend on n
        self.tags, seen = [], {}
        while len(self.tags) < 200:
            t = r.choice(WORDS) if len(self.tags) < 90 else r.choice(WORDS) + "-" + r.choice(WORDS)
            if t not in seen:
                seen[t] = 1
                self.tags.append(t)
        cum, total = [], 0.0
        for k in range(200):
            total += 1.0 / (k + 1)
            cum.append(total)
        self.cum = cum
        self.authors, ids = [], {}
        while len(self.authors) < 40:
            name = r.choice(FIRST) + " " + r.choice(LAST)
            i = slugify(name)
            if i in ids or not i:
                continue
            ids[i] = 1
            h = i.replace("-", "")
            handles = {"mastodon": "@%s@social.example" % h, "bluesky": "%s.example.com" % i, "x": "@" + h,
                       "linkedin": i, "github": h}
            keep = [k for k in handles if r.random() < 0.8] or ["github"]
            self.authors.append({"id": i, "name": name,
                                 "bio": "%s works on %s and %s. %s" % (name.split()[0], r.choice(WORDS), r.choice(WORDS),
                                                                        r.choice(NON_ASCII)),
                                 "handles": {k: handles[k] for k in keep}})
        self.slugs, self.titles, used = [], [], {}
        for i in range(n):
            t = "%s %s %s %s" % (self.rng.choice(TITLES_A), self.rng.choice(WORDS), self.rng.choice(GLUE),
                                 self.rng.choice(WORDS))
            if self.rng.random() < 0.3:
                t += ": " + self.rng.choice(WORDS) + (" & " if self.rng.random() < .3 else " ") + self.rng.choice(WORDS)
            if self.rng.random() < 0.05:
                t += self.rng.choice((" — più semplice", " für alle", " 🚀", " (日本語)", " \"à la carte\""))
            s = slugify(t)
            k = used.get(s, 0)
            used[s] = k + 1
            if k:
                s += "-%d" % (k + 1)
                while s in used:
                    s += "x"
                used[s] = 1
            self.slugs.append(s)
            self.titles.append(t)

    def words(self, k):
        r = self.rng
        return [r.choice(GLUE) if r.random() < 0.45 else r.choice(WORDS) for _ in range(k)]

    def link(self):
        r = self.rng
        if r.random() < 0.6:
            j = r.randrange(self.n)
            return "[%s](/articles/%s/)" % (" ".join(self.words(r.randint(2, 4))), self.slugs[j])
        return "[%s](https://www.example.com/%s?ref=%d%s)" % (" ".join(self.words(2)), r.choice(WORDS), r.randrange(999),
                                                             ' "%s"' % r.choice(WORDS) if r.random() < .2 else "")

    def sentence(self):
        r = self.rng
        k = r.randint(7, 20)
        ws = self.words(k)
        ws[0] = ws[0].capitalize()
        x = r.random()
        i = r.randrange(1, k - 1)
        if x < 0.12:
            ws[i] = "*%s*" % ws[i]
        elif x < 0.24:
            ws[i] = "**%s %s**" % (ws[i], r.choice(WORDS))
        elif x < 0.36:
            ws[i] = "`%s.%s()`" % (r.choice(WORDS), r.choice(WORDS))
        elif x < 0.52:
            ws[i] = self.link()
        elif x < 0.56:
            ws[i] = "%s & %s" % (ws[i], r.choice(WORDS))
        if r.random() < 0.25:
            ws[r.randrange(2, k - 1)] += ","
        return " ".join(ws) + r.choice("....?!")

    def para(self):
        r = self.rng
        s = [self.sentence() for _ in range(r.randint(2, 6))]
        if r.random() < 0.08:
            s.insert(r.randrange(len(s)), r.choice(NON_ASCII))
        return " ".join(s)

    def blk_list(self):
        r = self.rng
        ordered, out = r.random() < 0.35, []
        for i in range(r.randint(3, 6)):
            out.append("%s %s" % ("%d." % (i + 1) if ordered else "-", self.sentence()))
            if r.random() < 0.25:
                for _ in range(r.randint(1, 3)):
                    # four spaces so that every peer's Markdown dialect nests the list
                    out.append("    - %s" % " ".join(self.words(r.randint(3, 9))))
        return "\n".join(out)

    def blk_quote(self):
        r = self.rng
        out = "> " + self.para()
        if r.random() < 0.5:
            out += "\n>\n> — " + r.choice(self.authors)["name"]
        return out

    def blk_code(self):
        r = self.rng
        lang = r.choice(list(CODE))
        src = CODE[lang]
        return "```%s\n%s\n```" % (lang, src % r.randrange(2, 900) if "%d" in src else src)

    def blk_table(self):
        r = self.rng
        cols = r.randint(2, 4)
        out = ["| " + " | ".join(r.choice(WORDS).capitalize() for _ in range(cols)) + " |",
               "|" + "|".join(r.choice((" --- ", " :--- ", " ---: ")) for _ in range(cols)) + "|"]
        for _ in range(r.randint(3, 8)):
            out.append("| " + " | ".join(r.choice((r.choice(WORDS), "%.1f ms" % (r.random() * 90), "`%s`" % r.choice(WORDS),
                                                   "%d" % r.randrange(10000))) for _ in range(cols)) + " |")
        return "\n".join(out)

    def blk_image(self):
        r = self.rng
        return '![%s](/images/pic-%02d.png "%s")' % (" ".join(self.words(4)), r.randrange(24),
                                                     " ".join(self.words(3)).capitalize())

    def body(self, target):
        r = self.rng
        out, count, notes = [], 0, []
        with_notes = r.random() < 0.25
        while count < target:
            if out and r.random() < 0.22:
                out.append("#" * r.choice((2, 2, 2, 3, 3, 4)) + " " + " ".join(self.words(r.randint(2, 6))).capitalize())
            x = r.random()
            if x < 0.70:
                b = self.para()
                if with_notes and r.random() < 0.3:
                    notes.append(self.sentence())
                    b += "[^%d]" % len(notes)
            elif x < 0.82:
                b = self.blk_list()
            elif x < 0.87:
                b = self.blk_quote()
            elif x < 0.94:
                b = self.blk_code()
            elif x < 0.97:
                b = self.blk_table()
            else:
                b = self.blk_image()
            out.append(b)
            count += len(b.split())
        for i, t in enumerate(notes):
            out.append("[^%d]: %s" % (i + 1, t))
        return "\n\n".join(out) + "\n"

    def article(self, i):
        r = self.rng
        when = datetime.datetime(2014, 1, 1) + datetime.timedelta(seconds=int(r.random() * 11.4 * 365 * 86400))
        k = r.choice((1, 2, 2, 3, 3, 3, 4, 5))
        tags = []
        while len(tags) < k:
            t = r.choices(self.tags, cum_weights=self.cum)[0]
            if t not in tags:
                tags.append(t)
        authors = []
        for _ in range(r.choice((1, 1, 1, 1, 2, 2, 3))):
            a = self.authors[min(39, int(r.expovariate(1 / 9.0)))]["id"]
            if a not in authors:
                authors.append(a)
        meta = {"title": self.titles[i], "slug": self.slugs[i], "date": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "authors": authors, "category": r.choice(CATEGORIES), "tags": tags,
                "summary": " ".join(self.sentence_plain() for _ in range(r.randint(1, 2)))}
        if r.random() < 0.5:
            meta["image"] = "/images/pic-%02d.png" % r.randrange(24)
        if r.random() < 0.01:
            meta["draft"] = True
        target = int(min(1500, max(300, r.lognormvariate(6.45, 0.45))))
        return meta, self.body(target)

    def sentence_plain(self):
        ws = self.words(self.rng.randint(7, 16))
        return " ".join(ws).capitalize() + "."


def q(s):
    return json.dumps(s, ensure_ascii=False)


def front_matter(m):
    out = ["---", "title: " + q(m["title"]), "date: " + m["date"], "authors: [%s]" % ", ".join(m["authors"]),
           "category: " + m["category"], "tags: [%s]" % ", ".join(q(t) for t in m["tags"]), "summary: " + q(m["summary"])]
    if "image" in m:
        out.append("image: " + m["image"])
    if m.get("draft"):
        out.append("draft: true")
    return "\n".join(out) + "\n---\n\n"


def answers(rng, meta):
    """Three readers, of whom the second answers the first."""
    for k in range(3):
        item = "mastodon-%d" % (k + 1)
        when = datetime.datetime.strptime(meta["date"], "%Y-%m-%dT%H:%M:%SZ") + datetime.timedelta(hours=k + 1)
        name = rng.choice(FIRST) + " " + rng.choice(LAST)
        yield item, "\n".join([
            "kind: reply",
            "origin: {source: mastodon, id: %s, url: %s}" % (q(str(k + 1)), q("https://social.example/@r/%d" % (k + 1))),
            "author: {name: %s, handle: %s}" % (q(name), q("@%s@social.example" % slugify(name))),
            "published: " + when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "format: plain",
            "text: " + q(" ".join(rng.choice(WORDS) for _ in range(25)).capitalize() + "."),
            "moderation: approved",
        ]) + "\n"


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    n, folder = int(sys.argv[1]), sys.argv[2]
    corpus, replies, pictures = Corpus(n), random.Random(11), random.Random(7)
    lines = []
    for i in range(n):
        meta, body = corpus.article(i)
        text = front_matter(meta) + body
        assert not any(mark in text for mark in ("{{", "{%", "{#"))
        put(os.path.join(folder, "articles", meta["slug"] + ".md"), text)
        lines.append(json.dumps(meta, ensure_ascii=False) + "\n")
        if i % 10 == 0 and not meta.get("draft"):
            for item, answer in answers(replies, meta):
                put(os.path.join(folder, "feedback", meta["slug"], item + ".yml"), answer)
    for author in corpus.authors:
        put(os.path.join(folder, "authors", author["id"] + ".yml"),
            "name: %s\nbio: %s\nhandles:\n%s" % (q(author["name"]), q(author["bio"]), "".join(
                "  %s: %s\n" % (network, q(handle)) for network, handle in author["handles"].items())))
    put(os.path.join(folder, "authors.json"), json.dumps(corpus.authors, ensure_ascii=False, indent=1))
    os.makedirs(os.path.join(folder, "static", "images"), exist_ok=True)
    for i in range(24):
        with open(os.path.join(folder, "static", "images", "pic-%02d.png" % i), "wb") as file:
            file.write(png(pictures))
    # Last, since it says that the corpus is whole.
    put(os.path.join(folder, "pieces.jsonl"), "".join(lines))


if __name__ == "__main__":
    main()
