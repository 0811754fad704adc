"""usage: feeds.py CHECKER SITE_DIR BASE_URL -- each feed of a built site through the W3C feed validator, under its address.

The validator is told by the path of a file where it is served. A path with letters beyond ASCII is not yet an address, so the
feeds are laid out under their percent-encoded paths first (RFC 3986, section 2.1).
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
from urllib.parse import quote

checker, site, base = sys.argv[1:]
root = pathlib.Path(site)
with tempfile.TemporaryDirectory() as served:
    for pattern in ("*.xml", "feed.json"):
        for feed in sorted(root.rglob(pattern)):
            copy = pathlib.Path(served) / quote(feed.relative_to(root).as_posix())
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(feed, copy)
    sys.exit(subprocess.run([sys.executable, checker, served, base], check=False).returncode)
