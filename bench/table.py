#!/usr/bin/env python3
"""Prints the medians of RESULTS, written by measure.py, as a Markdown table for each N, and which targets were met.

usage: table.py RESULTS
"""
import json
import statistics
import sys

NAMES = {
    "byline": "Byline",
    "byline-nochange": "Byline, nothing changed",
    "byline-edit": "Byline, one piece edited",
    "byline-everything": "Byline, everything on",
    "hugo": "Hugo",
    "eleventy": "Eleventy",
    "jekyll": "Jekyll",
    "jbake": "JBake",
}
# N, of what, at most this share, of what
TARGETS = [
    (100, "byline", 6, "hugo"),
    (100, "byline", 1, "eleventy"),
    (1_000, "byline", 1.5, "hugo"),
    (1_000, "byline", 0.1, "jbake"),
    (4_000, "byline", 1, "hugo"),
    (4_000, "byline-nochange", 0.15, "byline"),
    (4_000, "byline-edit", 0.2, "byline"),
    (10_000, "byline", 1, "hugo"),
]


def medians(rows):
    """What each tool took: tools in the order in which they ran, with None for one that failed."""
    tools = {}
    for row in rows:
        tools.setdefault(row["tool"], []).append(row)
    for tool, runs in tools.items():
        measured = [run for run in runs if run["round"] > 0]
        if not measured or any(run["status"] for run in runs):
            tools[tool] = None
            continue
        tools[tool] = {key: statistics.median(run[key] for run in measured)
                       for key in ("wall", "cpu", "peak", "files", "mib")}
        walls = [run["wall"] for run in measured]
        tools[tool].update(least=min(walls), most=max(walls), runs=len(measured))
    return tools


def ratio(tools, tool, other):
    if not tools.get(tool) or not tools.get(other):
        return None
    return tools[tool]["wall"] / tools[other]["wall"]


def shown(value):
    return "" if value is None else "%.2f" % value


def table(n, tools):
    print("\n%s pieces\n" % format(n, ","))
    print("| | wall s | from to | to Hugo | to Byline | CPU s | peak MiB | files | MiB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for tool, took in tools.items():
        if took is None:
            print("| %s | failed or over the time limit | | | | | | | |" % NAMES[tool])
            continue
        print("| %s | %.2f | %.2f to %.2f | %s | %s | %.2f | %.0f | %s | %.1f |" % (
            NAMES[tool], took["wall"], took["least"], took["most"], shown(ratio(tools, tool, "hugo")),
            shown(ratio(tools, tool, "byline")), took["cpu"], took["peak"], format(round(took["files"]), ","),
            took["mib"]))


def targets(measured):
    print("\nTargets\n")
    for n, tool, most, other in TARGETS:
        if n not in measured:
            continue
        reached = ratio(measured[n], tool, other)
        verdict = "not measured" if reached is None else "met" if reached <= most else "missed"
        print("- %s: %s pieces: %s at most %s x %s%s" % (
            verdict, format(n, ","), NAMES[tool], most, NAMES[other],
            "" if reached is None else ", is %.2f" % reached))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    measured = {}
    for n in dict.fromkeys(row["n"] for row in rows):
        measured[n] = medians([row for row in rows if row["n"] == n])
        table(n, measured[n])
    targets(measured)


if __name__ == "__main__":
    main()
