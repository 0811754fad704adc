"""usage: feeds.py CHECKER SITE_DIR BASE_URL -- each feed of a built site through the W3C feed validator, under its address.

The validator is told by the path of a file where it is served. A path with letters beyond ASCII is not yet an address, so the
feeds are laid out under their percent-encoded paths first (RFC 3986, section 2.1). No error and no warning is let through, but
for those that say nothing against a feed.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
from urllib.parse import quote

FINE = (
    # Our own, described in docs/feeds.md.
    "Use of unknown namespace: https://byline.dev/ns/feed/1.0",
    # There is nothing before the oldest archive.
    "Archive incomplete",
)

checker, site, base = sys.argv[1:]
root = pathlib.Path(site)
with tempfile.TemporaryDirectory() as served:
    for pattern in ("*.xml", "feed.json"):
        for feed in sorted(root.rglob(pattern)):
            copy = pathlib.Path(served) / quote(feed.relative_to(root).as_posix())
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(feed, copy)
    done = subprocess.run([sys.executable, checker, served, base], check=False, capture_output=True, text=True)
lines = done.stdout.splitlines()
found = [line for line in lines[:-1] if not any(fine in line for fine in FINE)]
print("\n".join([*found, *lines[-1:], done.stderr]).rstrip())
sys.exit(1 if found or done.returncode else 0)
