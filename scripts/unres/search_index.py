"""What search finds: a paragraph, not a page.

In: a collection, and the index that Material's search plugin wrote for the hand-written pages. Out:
that index with an entry for each page and paragraph, titled as readers cite it: ``62/160 · OP8 ·
Calls upon``.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from pathlib import Path

from unres import naming
from unres.collection import Collection, Entry
from unres.model import Kind, Paragraph
from unres.pages import FOOTNOTES, OVERVIEW, names_of, title_of
from unres.prose import TEXT

INDEX = Path("search") / "search_index.json"


def entries_of(entry: Entry) -> Iterator[dict[str, str]]:
    """The search entries of one resolution: its pages, paragraphs and footnotes."""
    resolution = entry.resolution
    number = resolution.masthead.number
    base = f"{entry.symbol.path}/"
    for name in names_of(resolution):
        if name == OVERVIEW:
            yield _entry(base, f"{number} · {resolution.masthead.title.plain}", resolution.symbol)
        elif name != TEXT:
            yield _entry(f"{base}{name}/", f"{number} · {title_of(name)}", "")
            if name == FOOTNOTES:
                yield from _footnotes(entry, base)
            else:
                yield from _paragraphs(entry, base, name)


def _paragraphs(entry: Entry, base: str, page: str) -> Iterator[dict[str, str]]:
    number = entry.resolution.masthead.number
    for block in entry.resolution.blocks:
        if isinstance(block, Paragraph) and block.page == page and block.kind is not Kind.ENACTING:
            title = f"{number} · {_name(block)} · {naming.opening(block)}"
            yield _entry(f"{base}{page}/#{block.anchor}", title, f"{block.number} {block.text.plain}".strip())


def _name(block: Paragraph) -> str:
    return naming.spoken_label(block.label) if block.depth else naming.badge(block)


def _footnotes(entry: Entry, base: str) -> Iterator[dict[str, str]]:
    for note in entry.resolution.footnotes:
        title = f"{entry.resolution.masthead.number} · Footnote {note.number}"
        yield _entry(f"{base}footnotes/#{note.anchor}", title, note.text.plain)


def _entry(location: str, title: str, text: str) -> dict[str, str]:
    """Material puts titles and texts into its page as HTML, so signs of HTML are escaped."""
    return {"location": location, "title": html.escape(title, quote=False), "text": html.escape(text, quote=False)}


def write_index(collection: Collection, site: Path) -> None:
    """Adds the collection's entries to the index of a built site."""
    path = site / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    index["docs"] += [found for entry in collection for found in entries_of(entry)]
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
