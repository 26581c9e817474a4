"""The index of everything that the collection cites: every document by symbol, with every paragraph that cites it.

In: a collection. Out: a page for each series of documents and one that leads to them, below
``A/RES/references/``. Each stays small however large the collection grows, since a series is cut by
session, decade, volume or organ, and a page that is still too long goes on over further ones.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from unres import naming
from unres.citations.titles import full_name, printed, series_of_number
from unres.collection import Citation, Collection
from unres.errors import count
from unres.markup import escape
from unres.pages.page import Page, Slugs, front_matter
from unres.pages.rows import ListItem
from unres.symbols import Symbol

FOLDER = "A/RES/references"
LONGEST = 300  # citing paragraphs on a page
VOLUMES = 500
_NAMED = {"CHARTER": "Charter of the United Nations", "LNTS": "League of Nations Treaty Series"}


Chunk = dict[str, list[str]]  # the documents of a page, each with the places there that cite it


def index_pages(collection: Collection) -> Iterator[Page]:
    """The pages of the index."""
    rows = []
    for name, slugs, chunks in _laid_out(collection):
        more = "".join(f" · [{number}]({slug}.md)" for number, slug in enumerate(slugs[1:], start=2))
        documents = len(set().union(*chunks))
        rows.append(f"- [{escape(name)}]({slugs[0]}.md): {count(documents, 'document')}{more}")
        for number, chunk in enumerate(chunks, start=1):
            title = name if number == 1 else f"{name}, page {number}"
            after = [f"[Continued on page {number + 1}]({slugs[number]}.md)"] if number < len(slugs) else []
            entries = [_entry(symbol, places, collection) for symbol, places in chunk.items()]
            yield _page(slugs[number - 1], title, [*entries, *after])
    total = count(len(collection.citations), "document")
    intro = f"{total} cited by {count(len(collection), 'resolution')} of this collection, by their symbols."
    yield _page("index", "Everything cited", [intro, "\n".join(rows)] if rows else ["Nothing is cited yet."])


def address_of_cited(collection: Collection) -> dict[str, str]:
    """The page on which each document that is cited has its entry, by symbol."""
    found: dict[str, str] = {}
    for _, slugs, chunks in _laid_out(collection):
        for slug, chunk in zip(slugs, chunks, strict=True):
            for symbol in chunk:
                found.setdefault(symbol, f"{FOLDER}/{slug}/")
    return found


def most_cited(collection: Collection, limit: int) -> list[ListItem]:
    """What most resolutions of the collection cite, the most first."""
    citing = {symbol: len({place.source for place in found}) for symbol, found in collection.citations.items()}
    chosen = sorted(citing, key=lambda symbol: -citing[symbol])[:limit]
    addresses = address_of_cited(collection)
    return [
        ListItem(
            printed(symbol),
            full_name(symbol),
            f"{addresses[symbol].rstrip('/')}.md",
            [f"cited by {count(citing[symbol], 'resolution')}"],
        )
        for symbol in chosen
    ]


def _laid_out(collection: Collection) -> Iterator[tuple[str, list[str], list[Chunk]]]:
    """Each group of documents: its name, the names of its pages, and what is on them."""
    groups: dict[str, list[str]] = {}
    for symbol in sorted(collection.citations, key=lambda symbol: Symbol(symbol).sort_key):
        groups.setdefault(group_of(symbol), []).append(symbol)
    free = Slugs().free
    for name, symbols in groups.items():
        slug = free(re.sub(r"\W+", "-", name).strip("-"))
        chunks = list(_chunks(symbols, collection))
        yield name, [slug, *(free(f"{slug}-page-{number}") for number in range(2, len(chunks) + 1))], chunks


def _chunks(symbols: Sequence[str], collection: Collection) -> Iterator[Chunk]:
    """The documents of a group, page by page; what very many paragraphs cite goes on over the page."""
    page: Chunk = {}
    room = LONGEST
    for symbol in symbols:
        places = list(map(_place, collection.citations[symbol]))
        while places:
            if not room:
                yield page
                page, room = {}, LONGEST
            page[symbol] = places[:room]
            room, places = max(0, room - len(places)), places[room:]
    yield page


def _page(slug: str, title: str, blocks: Sequence[str]) -> Page:
    fields = {"title": html.escape(title), "hide": ["toc"]}
    body = "\n\n".join([f"# {escape(title)}", *blocks])
    return Page(f"{FOLDER}/{slug}.md", f"{front_matter(fields)}{body}\n")


def group_of(symbol: str) -> str:
    """The series of a symbol, cut by session, decade or volume where there are many.

    >>> [group_of(symbol) for symbol in ("A/RES/61/168", "S/RES/1325(2000)", "UNTS/2153/37605")]
    ['A/RES/61', 'S/RES, 2000–2009', 'Treaty Series, volumes 2000–2499']
    """
    if year := Symbol(symbol).year:
        return f"{'/'.join(Symbol(symbol).parts[:2])}, {year // 10 * 10}–{year // 10 * 10 + 9}"
    match Symbol(symbol).parts:
        case ("A", "RES" | "DEC" as series, session, _, *_) if session.isdigit():
            return f"A/{series}/{session}"
        case ("A", "RES", number, *_):
            return "A/RES, other sessions" if number.startswith(("S-", "ES-")) else "A/RES before 1976"
        case (named, *_) if named in _NAMED:
            return _NAMED[named]
        case ("UNTS", volume, *_):
            return _volumes(volume)
        case ("A" | "S" | "E" as first, second, *_):
            organ = re.sub(r"(?<=PV|SR)\.\d+$", "", second)
            return f"{first}/{organ}" if first == "A" or not organ[:1].isdigit() else first
    return _of_others(symbol)


def _volumes(volume: str) -> str:
    """The Treaty Series by five hundred volumes."""
    if not volume.isdigit():
        return "Treaty Series"
    first = int(volume) // VOLUMES * VOLUMES
    return f"Treaty Series, volumes {max(first, 1)}–{first + VOLUMES - 1}"


def _of_others(symbol: str) -> str:
    """Bodies whose numbers name no series, and organizations by the letters that open their symbols."""
    if together := series_of_number(symbol):
        return together
    opening = re.match(r"[A-Z]+(?:-[A-Z]+)*", symbol)
    return opening[0] if opening else "Other numbers"


def _entry(symbol: str, places: Sequence[str], collection: Collection) -> str:
    held = collection.entries.get(symbol)
    address = f"../{Symbol(symbol).number}/index.md" if held else Symbol(symbol).official
    link = f"[{escape(symbol)}]({address})" if address else escape(symbol)
    title = f": {held.resolution.masthead.title.plain}" if held else ""
    name = escape(full_name(symbol) + title)
    return f"**{link}** {name}\n{{ .cited-document }}\n\n{' · '.join(places)}\n{{ .cited-in }}"


def _place(citation: Citation) -> str:
    name = f"{citation.number} {naming.spoken_label(citation.label)}"
    path = f"../{Symbol(citation.source).number}/index.md"
    return f"[{escape(name)}]({path}{citation.place.address})"
