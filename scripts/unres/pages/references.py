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
from unres.errors import count
from unres.markup import escape
from unres.pages.pictures import Dot, who_cites_whom
from unres.pages.prose import Prose
from unres.symbols import Symbol

REFERENCES = "references"


@dataclass(slots=True)
class _Cited:
    """A document cited, with where it is and the places that cite it."""

    reference: Reference
    target: Target | None
    name: str
    places: list[str] = field(default_factory=list)


def reference_page(prose: Prose) -> Iterator[str]:
    """Two lists: the documents cited, and the places of the collection that cite this resolution."""
    documents = _documents(prose.entry)
    sources = _sources(prose.entry)
    yield "/// html | div.ours.references"
    yield from filter(None, [who_cites_whom(prose.entry.resolution.masthead.number, *_dots(documents, sources))])
    yield "## What this resolution cites"
    if documents:
        rows = [_row(prose, cited, f"c{at}") for at, cited in enumerate(documents, 1)]
        yield "\n".join(["| Document | What it is | Cited in |", "| --- | --- | --- |", *rows])
    else:
        yield "It cites no other document."
    yield "## Who cites this resolution { #cited-by }"
    yield from _cited_by(prose, sources)
    yield "///"


def _sources(entry: Entry) -> dict[Citation, str]:
    """The anchor of the first place of each resolution that cites this one, in the order of the list."""
    first: dict[str, Citation] = {}
    for _, citations in _listed(entry):
        for citation in citations:
            first.setdefault(citation.source, citation)
    return {citation: f"by{at}" for at, citation in enumerate(first.values(), 1)}


def _dots(documents: Sequence[_Cited], sources: Mapping[Citation, str]) -> tuple[list[Dot], list[Dot]]:
    """Who cites it and what it cites, for the picture."""
    cites = [
        Dot(
            printed(cited.reference.document or "").removeprefix("A/RES/"),
            f"c{at}",
            bool(cited.target and cited.target.symbol),
        )
        for at, cited in enumerate(documents, 1)
    ]
    return [Dot(citation.number, anchor, full=True) for citation, anchor in sources.items()], cites


def _documents(entry: Entry) -> list[_Cited]:
    """The documents cited, resolutions first, each kind sorted as people count."""
    found: dict[tuple[str, str], _Cited] = {}
    for resolved in entry.links:
        reference = resolved.reference
        if reference.document and reference.type is not Type.INTERNAL:
            key = (reference.document, reference.part or "")
            name = full_name(reference.document, reference.part)
            cited = found.setdefault(key, _Cited(reference, resolved.target, name))
            if reference.place not in cited.places:
                cited.places.append(reference.place)
    order = ("resolution", "decision", "charter", "treaty")
    rank = {key: order.index(c.reference.type) if c.reference.type in order else len(order) for key, c in found.items()}
    return [found[key] for key in sorted(found, key=lambda key: (rank[key], Symbol(key[0]).sort_key, key[1]))]


def _row(prose: Prose, cited: _Cited, anchor: str) -> str:
    reference, target = cited.reference, cited.target
    shown = escape(printed(reference.document or reference.text))
    title = f": {target.title}" if target and target.symbol else ""
    link = f'<span id="{anchor}">{shown}</span>'
    if target:
        link = f"[{shown}]({prose.href(target)}){{ #{anchor} .ref{'' if target.symbol else ' .external'} }}"
    places = " · ".join(_place(prose, place) for place in cited.places)
    return f"| {link} | {escape(cited.name + title).replace('|', '&#124;')} | {places} |"


def _place(prose: Prose, label: str) -> str:
    return f"[{escape(naming.spoken_label(label))}]({prose.own(label)})"


def _cited_by(prose: Prose, anchors: Mapping[Citation, str]) -> Iterator[str]:
    if not prose.entry.cited:
        yield "No other resolution of this collection cites it."
        return
    left = dict(anchors)
    for label, citations in _listed(prose.entry):
        links = []
        for citation in citations:
            anchor = left.pop(citation, "")
            links.append(prose.citation(citation) + (f"{{ #{anchor} }}" if anchor else ""))
        name = f"{_place(prose, label)} is" if label else "The resolution is"
        yield f"{name} cited in {count(len(links), 'place')}: {' · '.join(links)}"


def _listed(entry: Entry) -> list[tuple[str, tuple[Citation, ...]]]:
    """Who cites each place of a resolution, in the order of its text."""
    return sorted(entry.cited.items(), key=lambda item: _order(entry, item[0]))


def _order(entry: Entry, label: str) -> int:
    return list(entry.places).index(label) if label else -1
