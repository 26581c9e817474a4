"""The last step of a build: pages light and strict, for a server or for a folder.

In: a site as MkDocs left it. Out: one style sheet with what the pages use, in the place of the
theme's and ours; a policy in the head of each page; links that suit where the site will lie.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

from unres.site.css import Names, slim
from unres.site.offline import with_files
from unres.site.policy import policy, scripts_in, with_policy, write_headers


class Purpose(Enum):
    """Where a site will be read."""

    HOSTED = "on a web server"
    FOLDER = "from a folder, without a server"
    PREVIEW = "on this machine, by who is working on it"  # its server puts a script of its own into pages


_SHEET = re.compile(r'[ \t]*<link rel="stylesheet" href="([^"]*?)(assets/[^"]*\.css)">\n?')
_THEME = ("assets/javascripts", "assets/stylesheets")


def finish(site: Path, purpose: Purpose = Purpose.HOSTED, site_url: str = "") -> None:
    """Finishes a built site in its place."""
    if purpose is Purpose.FOLDER:  # a folder has no server to send it
        (site / "404.html").unlink(missing_ok=True)
    pages = sorted(site.rglob("*.html"))
    names, scripts, sheets = Names(), set[str](), dict[str, None]()
    for page in pages:
        html = page.read_text(encoding="utf-8")
        names.read_page(html)
        scripts.update(scripts_in(html))
        sheets.update(dict.fromkeys(found[2] for found in _SHEET.finditer(html)))
    style = _one_style(site, sheets, names, scripts)
    rules = policy(scripts, "'self' file:" if purpose is Purpose.FOLDER else "'self'")
    for page in pages:
        html = _with_style(page.read_text(encoding="utf-8"), style)
        if purpose is Purpose.FOLDER:
            html = with_files(html)
        if purpose is not Purpose.PREVIEW:
            html = with_policy(html, rules)
        page.write_text(html, encoding="utf-8", newline="\n")
    if purpose is Purpose.HOSTED:
        write_headers(site, rules, site_url)


def _one_style(site: Path, sheets: Iterable[str], names: Names, scripts: Iterable[str]) -> str:
    """Puts one style sheet in the place of those that pages ask for; returns its path."""
    styles = []
    for sheet in sheets:
        styles.append((site / sheet).read_text(encoding="utf-8"))
        (site / sheet).unlink()
    for folder in _THEME:
        shutil.rmtree(site / folder, ignore_errors=True)
    for script in scripts:
        names.read_script(script)
    for path in sorted((site / "assets").rglob("*")):
        if path.suffix in (".js", ".css"):
            names.read_script(path.read_text(encoding="utf-8"))
    style = slim(styles, names)
    # Named by its content: no browser will ever show a page in the style of another build.
    name = f"assets/style.{hashlib.sha256(style.encode()).hexdigest()[:8]}.css"
    (site / name).write_text(style, encoding="utf-8", newline="\n")
    return name


def _with_style(html: str, style: str) -> str:
    """A page that asks for the one style sheet where it asked for the first of many."""
    first = _SHEET.search(html)
    if not first:
        return html
    link = f'    <link rel="stylesheet" href="{first[1]}{style}">\n'
    return html[: first.start()] + link + _SHEET.sub("", html[first.end() :])
