"""The index of everything that the collection cites: every document by symbol, with every paragraph that cites it.

In: a collection. Out: a page for each series of documents and one that leads to them, below
``A/RES/references/``. Each stays small however large the collection grows, since a series is cut by
session or organ.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from unres import naming
from unres.collection import Citation, Collection
from unres.documents import full_name
from unres.page import Page, front_matter
from unres.render import escape
from unres.symbols import Symbol

FOLDER = "A/RES/references"


def index_pages(collection: Collection) -> Iterator[Page]:
    """The pages of the index."""
    groups: dict[str, list[str]] = {}
    for symbol in sorted(collection.citations, key=lambda symbol: Symbol(symbol).sort_key):
        groups.setdefault(_group(symbol), []).append(symbol)
    rows = []
    for name, symbols in groups.items():
        slug = re.sub(r"\W+", "-", name).strip("-")
        rows.append(f"- [{escape(name)}]({slug}.md): {_count(len(symbols), 'document')}")
        yield _page(slug, name, [_entry(symbol, collection) for symbol in symbols])
    total = _count(len(collection.citations), "document")
    intro = f"{total} cited by {_count(len(collection), 'resolution')} of this collection, by their symbols."
    yield _page("index", "Everything cited", [intro, "\n".join(rows)] if rows else ["Nothing is cited yet."])


def _page(slug: str, title: str, blocks: Sequence[str]) -> Page:
    fields = {"title": html.escape(title), "hide": ["toc"]}
    body = "\n\n".join([f"# {escape(title)}", *blocks])
    return Page(f"{FOLDER}/{slug}.md", f"{front_matter(fields)}{body}\n")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _group(symbol: str) -> str:
    """The series of a symbol, cut by session where there are many: ``A/RES, 61st session``."""
    if found := re.match(r"(A/(?:RES|DEC))/(\d+)/", symbol):
        return f"{found[1]}/{found[2]}"
    if found := re.match(r"A/RES/", symbol):
        return "A/RES, other sessions" if symbol.startswith(("A/RES/S-", "A/RES/ES-")) else "A/RES before 1976"
    if symbol.startswith("CHARTER"):
        return "Charter of the United Nations"
    if symbol.startswith("UNTS/"):
        return "Treaty Series"
    series = symbol.split("/")
    if series[0] == "A" and series[1].isdigit():
        return f"A/{series[1]}"
    return "/".join(series[:2]) if series[0] in ("A", "S", "E") and not series[1][:1].isdigit() else series[0]


def _entry(symbol: str, collection: Collection) -> str:
    held = collection.get(symbol)
    address = f"../{symbol.removeprefix('A/RES/')}/index.md" if held else Symbol(symbol).official
    link = f"[{escape(symbol)}]({address})" if address else escape(symbol)
    title = f": {held.resolution.masthead.title.plain}" if held else ""
    places = dict.fromkeys(_place(citation, collection) for citation in collection.citations[symbol])
    name = escape(full_name(symbol) + title)
    return f"**{link}** {name}\n{{ .cited-document }}\n\n{' · '.join(places)}\n{{ .cited-in }}"


def _place(citation: Citation, collection: Collection) -> str:
    entry = collection.entries[citation.source]
    place = entry.places.get(citation.reference.place)
    number = entry.resolution.masthead.number
    name = f"{number} {naming.spoken_label(citation.reference.place)}"
    path = f"../{str(entry.symbol).removeprefix('A/RES/')}/{(place.page if place else '') or 'index'}.md"
    return f"[{escape(name)}]({path}{'#' + place.anchor if place and place.anchor else ''})"
