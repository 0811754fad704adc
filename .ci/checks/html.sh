#!/usr/bin/env bash
# usage: html.sh DIR [--errors-only] -- every page, style sheet and drawing below DIR through the Nu HTML checker: no
# error, and no warning where nothing else is said.
set -u
here=$(cd "$(dirname "$0")" && pwd)
findings=$(java -Xss4m -jar "$here/node_modules/vnu-jar/build/dist/vnu.jar" --also-check-css --also-check-svg \
  --skip-non-html "${@:2}" "$1" 2>&1 |
  # Read from a folder, nothing is of the page's own origin, so each link to a style sheet seems to break the page's
  # policy; and data blocks (JSON-LD) are no scripts. The browser's check sees what is really blocked.
  grep -v "violates Content Security Policy")
[ -n "$findings" ] && printf '%s\n' "$findings"
pages=$(find "$1" -name '*.html' | wc -l)
[ -z "$findings" ] && echo "html: $pages passed, 0 failed"
[ -z "$findings" ]
