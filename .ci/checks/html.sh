#!/usr/bin/env bash
# usage: html.sh DIR -- every page, style sheet and drawing below DIR through the Nu HTML checker; findings are errors.
set -u
here=$(cd "$(dirname "$0")" && pwd)
# What is left out: the checker does not know that a policy without 'unsafe-inline' is meant to be one.
java -Xss4m -jar "$here/node_modules/vnu-jar/build/dist/vnu.jar" --also-check-css --also-check-svg --skip-non-html \
  --errors-only "$1"
status=$?
pages=$(find "$1" -name '*.html' | wc -l)
[ $status = 0 ] && echo "html: $pages passed, 0 failed"
exit $status
