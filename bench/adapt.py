#!/usr/bin/env python3
"""Makes one tool's site of a corpus.

usage: adapt.py TOOL CORPUS SITE     TOOL: byline byline-everything hugo eleventy jekyll jbake

SITE is made anew: the templates of peers/TOOL beside this script, the pieces with the front matter that the tool
wants, the authors and the images. The bodies of the pieces are the same bytes for all.
"""
import json
import os
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
# What every site of Byline's says.
BYLINE = """title: Bench Blog
url: https://blog.example.com/
timeZone: UTC
languages: [en]
organization: {name: Example Company}
"""
# What brings it down to the pages that the peers make.
LEAN = """networks: []
lists: {entries: 20}
make: {cards: false, answers: false, search: false, contacts: false, letters: false}
feeds: {formats: [rss], history: false, content: summary}
"""
STATIC = {"hugo": "static", "eleventy": "static", "jekyll": ".", "jbake": "assets"}


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def yaml(meta, renamed=()):
    names = dict(renamed)
    out = ["---"]
    for key, value in meta.items():
        if key == "slug":
            continue
        if isinstance(value, bool):
            value = "true" if value else "false"
        elif isinstance(value, list):
            value = "[%s]" % ", ".join(quoted(x) for x in value)
        elif key != "date":
            value = quoted(value)
        out.append("%s: %s" % (names.get(key, key), value))
    return "\n".join(out) + "\n---\n"


def hugo(meta):
    return "content/articles/%s.md" % meta["slug"], yaml(meta)


def eleventy(meta):
    # Not 'tags', of which Eleventy would make a collection each, besides ours.
    return "src/articles/%s.md" % meta["slug"], yaml(meta, [("tags", "topics")])


def jekyll(meta):
    meta = dict(meta)
    if meta.pop("draft", False):
        meta["published"] = False
    path = "_posts/%s-%s.md" % (meta["date"][:10], meta["slug"])
    return path, yaml(meta, [("tags", "topics"), ("category", "section")])


def jbake(meta):
    out = ["title=" + meta["title"], "date=" + meta["date"], "type=post",
           "status=" + ("draft" if meta.get("draft") else "published"), "tags=" + ",".join(meta["tags"]),
           "authors=" + ",".join(meta["authors"]), "section=" + meta["category"], "summary=" + meta["summary"]]
    if "image" in meta:
        out.append("image=" + meta["image"])
    return "content/articles/%s.md" % meta["slug"], "\n".join(out) + "\n~~~~~~\n"


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def put(text, *path):
    path = os.path.join(*path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def byline(corpus, site, everything):
    for part in ["articles", "authors", "static"] + (["feedback"] if everything else []):
        shutil.copytree(os.path.join(corpus, part), os.path.join(site, part))
    put(BYLINE if everything else BYLINE + LEAN, site, "site.yml")


def peer(name, corpus, site):
    shutil.copytree(os.path.join(HERE, "peers", name), site)
    convert = globals()[name]
    for line in read(corpus, "pieces.jsonl").splitlines():
        meta = json.loads(line)
        body = read(corpus, "articles", meta["slug"] + ".md").split("\n---\n", 1)[1]
        path, head = convert(meta)
        put(head + body, site, path)
    static = os.path.join(site, STATIC[name])
    shutil.copytree(os.path.join(corpus, "static", "images"), os.path.join(static, "images"), dirs_exist_ok=True)
    shutil.copy(os.path.join(HERE, "peers", "style.css"), static)
    people(name, json.loads(read(corpus, "authors.json")), corpus, site)


def people(name, authors, corpus, site):
    by_id = json.dumps({author["id"]: author for author in authors}, ensure_ascii=False)
    if name == "hugo":
        shutil.copytree(os.path.join(corpus, "authors"), os.path.join(site, "data", "authors"))
    elif name == "eleventy":
        put(by_id, site, "src/_data/people.json")
        put('{"private": true, "type": "module"}\n', site, "package.json")
    elif name == "jekyll":
        put(by_id, site, "_data/authors.json")
    else:
        listed = {author["id"]: dict(author, handles=[{"k": k, "v": v} for k, v in author["handles"].items()])
                  for author in authors}
        # JSON is YAML.
        put("people: " + json.dumps(listed, ensure_ascii=False) + "\n", site, "data/authors.yml")
        for author in authors:
            put("title=%s\ntype=author\nstatus=published\ndate=2014-01-01T00:00:00Z\nauthorid=%s\n~~~~~~\n"
                % (author["name"], author["id"]), site, "content/authors", author["id"] + ".html")


def main():
    tool, corpus, site = sys.argv[1:4]
    shutil.rmtree(site, ignore_errors=True)
    if tool.startswith("byline"):
        byline(corpus, site, tool == "byline-everything")
    else:
        peer(tool, corpus, site)


if __name__ == "__main__":
    main()
