"""The page of a resolution's references: what it cites, and who in the collection cites it.

In: the prose of the page, which knows the resolution and who cites it. Out: Markdown blocks. All of it
is ours, none of it the document's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from unres import naming
from unres.citations import Reference, Type
from unres.citations.titles import full_name, printed
from unres.collection import Citation, Entry, Target
from unres.collection.cited import Cited
from unres.dates import day
from unres.errors import count
from unres.markup import escape
from unres.pages.citing import citing
from unres.pages.kinds import kind_of
from unres.pages.pictures import Dot, who_cites_whom
from unres.pages.prose import Prose

REFERENCES = "references"


@dataclass(slots=True)
class _Row:
    """A document cited, with where it is and the places that cite it."""

    reference: Reference
    target: Target | None
    matter: str
    places: list[str] = field(default_factory=list)


def reference_page(prose: Prose, collection: Mapping[str, Entry], known: Mapping[str, Cited]) -> Iterator[str]:
    """Two lists: the documents cited, and the resolutions of the collection that cite this one.

    Args:
        prose: of the page.
        collection: every resolution that is held, by its symbol.
        known: what is known of the documents that are cited.
    """
    documents = _documents(prose.entry, known)
    cited = known.get(str(prose.entry.symbol))
    sources = {symbol: f"by{at}" for at, symbol in enumerate(cited.mentions if cited else (), 1)}
    yield "/// html | div.ours.references"
    yield from filter(
        None, [who_cites_whom(prose.entry.resolution.masthead.number, *_dots(documents, sources, collection))]
    )
    yield "## What this resolution cites"
    if documents:
        rows = [_row(prose, cited, f"c{at}") for at, cited in enumerate(documents, 1)]
        yield "\n".join(["| Document | Date and matter | Cited in |", "| --- | --- | --- |", *rows])
    else:
        yield "It cites no other document."
    yield "## Who cites this resolution { #cited-by }"
    yield from _cited_by(prose, cited, sources, collection)
    yield "///"


def _dots(
    documents: Sequence[_Row], sources: Mapping[str, str], collection: Mapping[str, Entry]
) -> tuple[list[Dot], list[Dot]]:
    """Who cites it and what it cites, for the picture."""
    cites = [
        Dot(
            printed(cited.reference.document or "").removeprefix("A/RES/"),
            f"c{at}",
            bool(cited.target and cited.target.symbol),
        )
        for at, cited in enumerate(documents, 1)
    ]
    numbers = {symbol: collection[symbol].resolution.masthead.number for symbol in sources}
    return [Dot(numbers[symbol], anchor, full=True) for symbol, anchor in sources.items()], cites


def _documents(entry: Entry, known: Mapping[str, Cited]) -> list[_Row]:
    """The documents cited, in the order of their first places."""
    found: dict[tuple[str, str], _Row] = {}
    for resolved in entry.links:
        reference, target = resolved.reference, resolved.target
        if reference.document and reference.type is not Type.INTERNAL:
            numbered = reference.type in (
                Type.RESOLUTION,
                Type.DECISION,
            )  # of another its number would only be repeated
            name = full_name(reference.document, reference.part) if numbered else kind_of(reference.document)
            cited = known.get(target.symbol if target and target.symbol else reference.document)
            matter = ", ".join(filter(None, (day(cited.date), cited.name))) if cited else ""
            row = found.setdefault((reference.document, reference.part or ""), _Row(reference, target, matter or name))
            if reference.place not in row.places:
                row.places.append(reference.place)
    return list(found.values())


def _row(prose: Prose, cited: _Row, anchor: str) -> str:
    reference, target = cited.reference, cited.target
    shown = escape(printed(reference.document or reference.text))
    link = f'<span id="{anchor}">{shown}</span>'
    if target:
        link = f"[{shown}]({prose.href(target)}){{ #{anchor} .ref{'' if target.symbol else ' .external'} }}"
    places = " · ".join(_place(prose, place) for place in cited.places)
    return f"| {link} | {escape(cited.matter).replace('|', '&#124;')} | {places} |"


def _place(prose: Prose, label: str) -> str:
    return f"[{escape(naming.spoken_label(label))}]({prose.own(label)})"


def _cited_by(
    prose: Prose, cited: Cited | None, anchors: Mapping[str, str], collection: Mapping[str, Entry]
) -> Iterator[str]:
    """Who cites the resolution, each with its places, what it cites of it and in which words."""
    if not cited:
        yield "No other resolution of this collection cites it."
        return
    labels: dict[Citation, list[str]] = {}
    for label, citations in prose.entry.cited.items():
        for citation in citations:
            labels.setdefault(citation, []).extend([_place(prose, label)] if label else [])
    parts = {citation: f" on {', '.join(found)}" for citation, found in labels.items() if found}
    yield f"Cited {count(cited.times, 'time')} by {count(len(cited.mentions), 'resolution')}."
    for symbol, mentions in cited.mentions.items():
        folder = str(prose.entry.symbol)
        yield from citing(collection[symbol], mentions, folder, anchor=anchors[symbol], parts=parts)
