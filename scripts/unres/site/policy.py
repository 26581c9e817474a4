"""What a browser is told to refuse: everything that does not come from the site itself.

In: the pages of a built site. Out: one Content-Security-Policy for all of them, for their heads and
for the headers of common servers. Scripts within pages are allowed by their hashes, one by one, so
that nothing that slipped into a text could ever run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

_INLINE = re.compile(r"<script(?![^>]*\ssrc=)([^>]*)>(.*?)</script>", re.DOTALL)
_DATA = re.compile(r'type="(?!text/javascript|module)[^"]*"')  # a block of data is not run, and asks for no leave
_HEAD = "<head>"


def scripts_in(html: str) -> Iterator[str]:
    """The scripts that stand in a page itself."""
    return (found[2] for found in _INLINE.finditer(html) if not _DATA.search(found[1]))


def policy(scripts: Iterable[str], own: str = "'self'") -> str:
    """The Content-Security-Policy of pages in which these scripts stand.

    Args:
        scripts: in any order, each as often as it occurs.
        own: the sources that are the site itself.
    """
    digests = {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts}
    hashes = "".join(f" 'sha256-{digest}'" for digest in sorted(digests))
    return (
        f"default-src 'none'; script-src {own}{hashes}; style-src {own}; img-src {own} data:; connect-src {own}; "
        f"form-action {own}; base-uri 'none'"
    )


def with_policy(html: str, rules: str) -> str:
    """A page with the policy before everything that it rules over."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return html.replace(_HEAD, f'{_HEAD}\n    {meta}\n    <meta name="referrer" content="same-origin">', 1)


def write_headers(site: Path, rules: str, site_url: str = "") -> None:
    """Writes the same as headers, which can say more, for the servers that take them from a file of the site."""
    headers = {
        "Content-Security-Policy": f"{rules}; frame-ancestors 'none'",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    root = urlsplit(site_url).path.rstrip("/")
    files = {
        # Netlify, Cloudflare Pages
        "_headers": [f"{root}/*", *(f"  {name}: {value}" for name, value in headers.items())],
        ".htaccess": [
            f"ErrorDocument 404 {root}/404.html",
            "<IfModule mod_headers.c>",
            *(f'  Header always set {name} "{value}"' for name, value in headers.items()),
            "</IfModule>",
        ],
        "nginx-headers.conf": [f'add_header {name} "{value}" always;' for name, value in headers.items()],
    }
    for name, lines in files.items():
        (site / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
