"""The page of a resolution's references: what it cites, and who in the collection cites it.

In: the prose of the page, which knows the resolution and who cites it. Out: Markdown blocks. All of it
is ours, none of it the document's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from unres import naming
from unres.citations import Reference, Type
from unres.citations.titles import full_name, printed
from unres.collection import Entry, Target
from unres.errors import count
from unres.markup import escape
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
    yield "/// html | div.ours.references"
    yield "## What this resolution cites"
    documents = _documents(prose.entry)
    if documents:
        rows = [_row(prose, cited) for cited in documents]
        yield "\n".join(["| Document | What it is | Cited in |", "| --- | --- | --- |", *rows])
    else:
        yield "It cites no other document."
    yield "## Who cites this resolution { #cited-by }"
    yield from _cited_by(prose)
    yield "///"


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


def _row(prose: Prose, cited: _Cited) -> str:
    reference, target = cited.reference, cited.target
    shown = escape(printed(reference.document or reference.text))
    title = f": {target.title}" if target and target.symbol else ""
    link = f"[{shown}]({prose.href(target)}){{ .ref{'' if target.symbol else ' .external'} }}" if target else shown
    places = " · ".join(_place(prose, place) for place in cited.places)
    return f"| {link} | {escape(cited.name + title).replace('|', '&#124;')} | {places} |"


def _place(prose: Prose, label: str) -> str:
    return f"[{escape(naming.spoken_label(label))}]({prose.own(label)})"


def _cited_by(prose: Prose) -> Iterator[str]:
    if not prose.entry.cited:
        yield "No other resolution of this collection cites it."
        return
    for label, citations in sorted(prose.entry.cited.items(), key=lambda item: _order(prose.entry, item[0])):
        links = [prose.citation(citation) for citation in citations]
        name = f"{_place(prose, label)} is" if label else "The resolution is"
        yield f"{name} cited in {count(len(links), 'place')}: {' · '.join(links)}"


def _order(entry: Entry, label: str) -> int:
    return list(entry.places).index(label) if label else -1
