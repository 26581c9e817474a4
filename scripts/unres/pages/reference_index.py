"""The index of every document that the collection cites, and a page for each that several resolutions cite.

In: a collection, and what is known of the documents that it cites. Out: pages below ``A/RES/references/``. Each
document has a row on the page of its series, where its address stays for ever (``A-RES-61/#A-RES-61-168``); one that
is not held and that more than one resolution cites has a page of its own too (``A-RES-61-168/``). The others would
have nothing on a page that their row does not say, and would be as many as all other pages of the site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import groupby

from unres import values
from unres.cache import key
from unres.citations.titles import full_name, printed
from unres.collection import Entry
from unres.collection.cited import Cited
from unres.dates import day
from unres.errors import count
from unres.insight import Insight
from unres.markup import escape
from unres.pages.citing import citing
from unres.pages.kinds import KINDS, group_of, kind_of
from unres.pages.page import Page, Pages, Slugs
from unres.pages.rows import ListItem, cut, files_needed, list_items, page, sift
from unres.pages.shelves import session_of
from unres.symbols import Symbol

FOLDER = "A/RES/references"
ROWS = 200  # documents on a page of a series; some have the words that cite them
SHOWN = 5  # documents of each kind in the index
CITING = 60  # resolutions on a page of a document, each with the words that cite it
_ORDERS = {"": "Number", "0": "Most cited first"}
_SAID = "Titles and dates of what is not on this site are as the citing words give them."


@dataclass(slots=True)
class _Layout:
    """Where each document stands: its series in order, their pages, and its own name in addresses."""

    entries: Mapping[str, Entry]
    series: dict[str, list[Cited]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)  # of each series, without suffix
    slugs: dict[str, str] = field(default_factory=dict)  # of each symbol
    rows: dict[str, str] = field(default_factory=dict)  # of each symbol the page that has its row, without suffix

    def is_apart(self, cited: Cited) -> bool:
        """Whether a document has a page of its own."""
        return cited.symbol not in self.entries and len(cited.mentions) > 1

    def file(self, cited: Cited) -> str:
        """The Markdown file with who cites a document, and the place in it."""
        if cited.symbol in self.entries:
            return f"{cited.symbol}/references.md#cited-by"
        slug = self.slugs[cited.symbol]
        return f"{FOLDER}/{slug}.md" if self.is_apart(cited) else f"{self.rows[cited.symbol]}.md#{slug}"


@lru_cache(maxsize=1)  # of one collection several ask
def _layout(insight: Insight) -> _Layout:
    layout = _Layout(insight.collection.entries)
    free = Slugs().free
    for symbol in sorted(insight.cited, key=lambda symbol: Symbol(symbol).sort_key):
        layout.series.setdefault(group_of(symbol), []).append(insight.cited[symbol])
    layout.files = {name: f"{FOLDER}/{free(_slug(name))}" for name in layout.series}
    for name, found in layout.series.items():
        files = files_needed(layout.files[name], len(found), ROWS)
        for at, cited in enumerate(found):
            layout.slugs[cited.symbol] = free(_slug(cited.symbol))
            layout.rows[cited.symbol] = files[at // ROWS]
    return layout


def index_pages(insight: Insight) -> Iterator[Page | Pages]:
    """The index, the pages of series, and those of single documents."""
    layout = _layout(insight)
    yield page(f"{FOLDER}/index", "Cited documents", _overview(insight, layout))
    for name, found in layout.series.items():
        yield _pages(layout.files[name], len(found), ROWS, found, layout, partial(_series, name, found, layout))
        for cited in filter(layout.is_apart, found):
            file, count = f"{FOLDER}/{layout.slugs[cited.symbol]}", len(cited.mentions)
            yield _pages(file, count, CITING, [cited], layout, partial(_document, cited, layout))


def _pages(
    file: str,
    count: int,
    longest: int,
    shown: Sequence[Cited],
    layout: _Layout,
    make: Callable[[], Iterable[Page]],
) -> Pages:
    """Pages with so many items, which show some documents, where these lead, and the heads of what cites them."""
    symbols = dict.fromkeys(symbol for cited in shown for symbol in cited.mentions)
    heads = [layout.entries[symbol].resolution.masthead for symbol in symbols]
    ways = [(layout.file(cited), layout.slugs[cited.symbol], cited.symbol in layout.entries) for cited in shown]
    named = [(head.number, head.title.plain, head.session) for head in heads]
    paths = [f"{path}.md" for path in files_needed(file, count, longest)]
    return Pages(tuple(paths), key(values.as_bytes([shown, ways, list(symbols), named])), make)


def _series(name: str, found: Sequence[Cited], layout: _Layout) -> Iterator[Page]:
    kind = f"[Cited documents](index.md) · {escape(kind_of(found[0].symbol))}"
    lead = f"{kind} · {count(len(found), 'document')}. {_SAID}"

    def blocks(some: Sequence[Cited]) -> Iterator[str]:
        yield lead
        yield from sift(some, _ORDERS, "words")
        yield from list_items((_row_of_series(cited, layout) for cited in some), FOLDER)

    yield from cut(layout.files[name], name, found, ROWS, blocks)


def most_cited(insight: Insight, limit: int) -> list[ListItem]:
    """What most resolutions of the collection cite, the most first."""
    layout = _layout(insight)
    return [_row(cited, layout) for cited in _by_number(insight.cited.values())[:limit]]


def address_of_cited(insight: Insight) -> dict[str, str]:
    """Where each document that is cited has who cites it, by symbol: a page of the site, or a place on one."""
    layout = _layout(insight)
    files = {symbol: layout.file(cited) for symbol, cited in insight.cited.items()}
    return {symbol: file.replace(".md", "/", 1) for symbol, file in files.items()}


def _slug(name: str) -> str:
    """A symbol or the name of a series in addresses.

    >>> _slug("A/RES/217(III)"), _slug("E/CN.4/2005/1"), _slug("S/RES, 2000–2009")
    ('A-RES-217-III', 'E-CN.4-2005-1', 'S-RES-2000-2009')
    """
    return re.sub(r"[^\w.]+", "-", name).strip("-.")


def _by_number(found: Iterable[Cited]) -> list[Cited]:
    return sorted(found, key=lambda cited: (-len(cited.mentions), -cited.times))


def _overview(insight: Insight, layout: _Layout) -> Iterator[str]:
    """By kind the documents cited most, and the ways to all by series."""
    if not insight.cited:
        yield "Nothing is cited yet."
        return
    yield f"{count(len(insight.cited), 'document')}, by kind those that most resolutions here cite. {_SAID}"
    kinds: dict[str, list[str]] = {}
    for name, found in layout.series.items():
        kinds.setdefault(kind_of(found[0].symbol), []).append(name)
    yield from sift(list(insight.cited), {}, "words")
    for kind in dict.fromkeys(kind for _, kind in KINDS):
        if kind in kinds:
            found = [cited for name in kinds[kind] for cited in layout.series[name]]
            yield from list_items((_row(cited, layout, heading=kind) for cited in _by_number(found)[:SHOWN]), FOLDER)
            ways = " · ".join(_way(name, layout) for name in kinds[kind])
            yield f"All {len(found):,}: {ways}\n{{ .ways }}"


def _way(name: str, layout: _Layout) -> str:
    """The way to a series, named among others of its kind: ``61`` for ``A/RES/61``."""
    short = re.sub(r"^A/(?:RES|DEC)[ /,]*(?=\S)|^Treaty Series, ", "", name)
    file = layout.files[name].removeprefix(f"{FOLDER}/")
    return f"[{escape(short)}]({file}.md) <small>{len(layout.series[name]):,}</small>"


def _row(cited: Cited, layout: _Layout, heading: str = "") -> ListItem:
    """A document as a row that leads to who cites it, or to itself where it is held."""
    number, title, more = _names(cited)
    held = cited.symbol in layout.entries
    facts = [
        more,
        day(cited.date),
        f"cited by {count(len(cited.mentions), 'resolution')}",
        "on this site" if held else "",
    ]
    target = f"{cited.symbol}/index.md" if held else layout.file(cited)
    return ListItem(number, title, target, [*map(escape, filter(None, facts))], (len(cited.mentions),), heading)


def _row_of_series(cited: Cited, layout: _Layout) -> ListItem:
    """The same on the page of its series, where one that a single resolution cites has which, and its words."""
    row = replace(_row(cited, layout), anchor=layout.slugs[cited.symbol])
    if layout.is_apart(cited) or cited.symbol in layout.entries:
        return row
    ((symbol, found),) = cited.mentions.items()
    below = "\n\n".join(citing(layout.entries[symbol], found, FOLDER, "Cited by "))
    return replace(row, target=Symbol(cited.symbol).official or "", facts=row.facts[:-1], below=[below])


def _names(cited: Cited) -> tuple[str, str, str]:
    """What a document is known by, what it is called, and its number where it is known by its name, as a treaty is."""
    number = printed(cited.symbol)
    treaty = cited.name and Symbol(cited.symbol).parts[0] in ("UNTS", "LNTS")
    return (cited.name, "", number) if treaty else (number, cited.name, "")


def _document(cited: Cited, layout: _Layout) -> Iterator[Page]:
    """The pages of one document: what it is, and who cites it, the newest session first."""
    sources = sorted((layout.entries[symbol] for symbol in cited.mentions), key=lambda entry: session_of(entry).order)
    sessions = Counter(session_of(entry).name for entry in sources)
    number, title, more = _names(cited)
    official = Symbol(cited.symbol).official
    link = f"[official document]({official}){{ .external }}" if official else ""
    facts = [escape(more or (full_name(cited.symbol) if title else "")), day(cited.date), link]
    counted = " · ".join(f"{session} {many:,}" for session, many in sessions.items())
    said = bool(cited.name or cited.date)
    known = "its title and date are as the citing words give them" if said else "nothing but its number is known here"
    times = f"Cited {count(cited.times, 'time')} by {count(len(sources), 'resolution')} here: {counted}."
    lead = [" · ".join(filter(None, facts)), f"{times} It is not on this site; {known}."]

    def blocks(some: Sequence[Entry]) -> Iterator[str]:
        yield from [*lead, *sift(some, {}, "words")]
        for session, found in groupby(some, key=lambda entry: session_of(entry).name):
            yield f"## {session}"
            for entry in found:
                yield from citing(entry, cited.mentions[str(entry.symbol)], FOLDER)

    heading = ": ".join(filter(None, (number if title or more else full_name(cited.symbol), title)))
    yield from cut(f"{FOLDER}/{layout.slugs[cited.symbol]}", heading, sources, CITING, blocks)
