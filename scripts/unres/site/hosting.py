"""What servers are told of a site, in the files that they read: headers, types of files, the page for no address.

In: the policy of the pages, and where the site will be. Out: files in the site for Netlify, Cloudflare Pages, Apache,
nginx and GitHub Pages. A server that knows none of them shows the site too: the pages' heads have the policy.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from unres.exports import FORMATS

# Of the collection's files, by the end of their names; text is sent with its encoding, or browsers guess another
_TYPES = {
    "graphml": "application/graphml+xml",
    "ics": "text/calendar",
    "txt": "text/plain",
    **{form.file.rpartition(".")[2]: form.kind for form in FORMATS if form.file.count(".") == 1},
}
_NOT_TEXT = frozenset({"docx"})
_OF_OURS = sorted({kind for suffix, kind in _TYPES.items() if suffix not in _NOT_TEXT})
_TEXT = " ".join(["text/css", "text/javascript", "application/javascript", "text/xml", *_OF_OURS])
_KEPT = "public, max-age=31536000, immutable"  # the style sheet is named by its content
_DEPTHS = (3, 4, 5)  # parts of an address: A/RES/62/160, S/RES/1325(2000), A/HRC/RES/59/25


def write_headers(site: Path, rules: str, site_url: str = "") -> None:
    """Writes the files; without an address the site is taken to lie at its server's root."""
    headers = {
        "Content-Security-Policy": f"{rules}; frame-ancestors 'none'",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    root = urlsplit(site_url).path.rstrip("/")
    (style,) = (path.name for path in (site / "assets").glob("style.*.css"))
    files = {
        "_headers": _netlify(headers, root, style),
        ".htaccess": _apache(headers, root),
        "nginx-headers.conf": _nginx(headers, root),
        ".nojekyll": [],  # GitHub Pages otherwise leaves out files that begin with an underscore
    }
    for name, lines in files.items():
        (site / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def _typed(suffix: str) -> str:
    kind = _TYPES[suffix]
    return kind if suffix in _NOT_TEXT else f"{kind}; charset=utf-8"


def _netlify(headers: dict[str, str], root: str, style: str) -> list[str]:
    """The form of Netlify and Cloudflare Pages: a path, and below it its headers."""
    lines = [f"{root}/*", *(f"  {name}: {value}" for name, value in headers.items())]
    lines += [f"{root}/assets/{style}", f"  Cache-Control: {_KEPT}"]
    for form in FORMATS:
        if (suffix := form.file.rpartition(".")[2]) in _TYPES and form.file.count(".") == 1:
            folders = ("/".join(f":part{number}" for number in range(depth + 1)) for depth in _DEPTHS)
            for folder in folders:
                lines += [f"{root}/{folder}/{form.file}", f"  Content-Type: {_typed(suffix)}"]
    for file in ("llms.txt", "actions.ics", "citations.graphml"):
        lines += [f"{root}/{file}", f"  Content-Type: {_typed(file.rpartition('.')[2])}"]
    return lines


def _apache(headers: dict[str, str], root: str) -> list[str]:
    return [
        f"ErrorDocument 404 {root}/404.html",
        "AddDefaultCharset utf-8",
        "<IfModule mod_mime.c>",
        *(f"  AddType '{_typed(suffix)}' .{suffix}" for suffix in sorted(_TYPES)),
        "</IfModule>",
        "<IfModule mod_deflate.c>",
        f"  AddOutputFilterByType DEFLATE text/html {_TEXT}",
        "</IfModule>",
        "<IfModule mod_headers.c>",
        *(f'  Header always set {name} "{value}"' for name, value in headers.items()),
        '  <FilesMatch "^style\\.[0-9a-f]{8}\\.css$">',
        f'    Header set Cache-Control "{_KEPT}"',
        "  </FilesMatch>",
        "</IfModule>",
    ]


def _nginx(headers: dict[str, str], root: str) -> list[str]:
    """For the ``server`` of a site, or the ``location`` where it lies."""
    said = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    return [
        *said,
        "include mime.types;",
        "types {",
        *(f"  {_TYPES[suffix]} {suffix};" for suffix in sorted(_TYPES)),
        "}",
        "charset utf-8;",
        f"charset_types {_TEXT};",
        "gzip on;",
        "gzip_vary on;",
        f"gzip_types {_TEXT};",
        f"error_page 404 {root}/404.html;",
        f'location ~ "^{root}/assets/style\\.[0-9a-f]{{8}}\\.css$" {{',
        *(f"  {line}" for line in said),
        f'  add_header Cache-Control "{_KEPT}";',
        "}",
    ]
