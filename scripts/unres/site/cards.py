"""A small page for each operative paragraph, for chats and social media, ``…/op8/``; and what led to the whole text.

In: a collection, and where the site will be. Out: pages beside the site's own. What unfolds a pasted link never
sees the part after ``#``, so ``#op8`` unfolds as the whole resolution; this page carries the paragraph's name and
words, once and where chats look for them (https://ogp.me), and leads on to ``#op8``, which stays its address. MkDocs
knows nothing of these pages: they are as many as all others together, and one takes it longer than a hundred take
here. There is no image: without one a link unfolds as text, which is what a paragraph is, and an image of each would
outweigh the site.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from unres import naming
from unres.collection import Reading
from unres.exports.address import Base
from unres.label import Series
from unres.model import Paragraph
from unres.pages.references import REFERENCES

TEXT = "text"  # where the whole text was before the resolution's own page held it; its address leads there for ever
WORDS = 280  # characters; chats show no more
_PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>{name}</title>
{addresses}<meta property="og:type" content="article">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{words}">
<meta name="twitter:card" content="summary">
<meta http-equiv="refresh" content="0; url={target}">
</head><body><main><h1>{name}</h1><p><a href="{target}">To the paragraph</a></p></main></body></html>
"""
# A script keeps what stands after "#", which only the browser knows
_FORWARD = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<title>Moved</title>
{canonical}<script src="{root}assets/forward.js"></script>
<noscript><meta http-equiv="refresh" content="0; url=../"></noscript>
</head><body><main><h1>Moved</h1><p><a href="../">To the resolution</a></p></main></body></html>
"""
_ADDRESSES = """\
<link rel="canonical" href="{page}">
<meta property="og:url" content="{card}">
"""


def write_cards(entries: Iterable[Reading], site: Path, base: Base) -> None:
    """Writes the small pages of some resolutions into a built site."""
    for entry in entries:
        folder = site / str(entry.symbol)
        if not (folder / REFERENCES / "index.html").is_file():
            continue  # pages that are files and not folders are a copy for a disk, which nobody pastes links to
        (folder / TEXT).mkdir()
        (folder / TEXT / "index.html").write_bytes(_forward(entry, base).encode())
        for path, page in cards(entry, base):
            (folder / path).mkdir()
            (folder / path / "index.html").write_bytes(page.encode())


def _forward(entry: Reading, base: Base) -> str:
    """The page that leads from the former address of the whole text to the resolution."""
    canonical = f'<link rel="canonical" href="{base.url}{entry.symbol}/">\n' if base.url else ""
    return _FORWARD.format(root="../" * (str(entry.symbol).count("/") + 2), canonical=canonical)


def cards(entry: Reading, base: Base) -> Iterator[tuple[str, str]]:
    """The small pages of a resolution: path below its folder, and HTML."""
    resolution = entry.resolution
    for block in resolution.paragraphs:
        path = card_path(block)
        if path:
            name = html.escape(f"{resolution.masthead.number}, {naming.badge(block)}")
            title = f"{name}: {html.escape(resolution.masthead.title.plain)}"
            full = f"{base.url}{entry.symbol}/"
            addresses = _ADDRESSES.format(page=full, card=full + path) if base.url else ""
            words = html.escape(_cut(f"{block.number} {block.text.plain}"))
            page = _PAGE.format(name=name, title=title, words=words, addresses=addresses, target=f"../#{block.anchor}")
            yield path, page


def card_path(block: Paragraph) -> str:
    """The address of a paragraph's small page below its resolution's: ``op8/``; empty if it has none."""
    counted = block.name.series in (Series.NUMBERED, Series.SOLE) and block.anchor == block.name.anchor
    if block.page != "operative" or not naming.has_badge(block) or not counted or block.name.count > 1:
        return ""
    return f"{block.anchor}/"


def _cut(words: str) -> str:
    """Words on one line, cut after one of them."""
    line = " ".join(words.split())
    return line if len(line) <= WORDS else re.sub(r"\W*\s\S*$", "", line[:WORDS]) + " …"
