"""Where the labels of a resolution stand: page, anchor and identifier of each.

In: a resolution. Out: a ``Place`` for each label, and for what words may call sections and annexes.
"""

from __future__ import annotations

from dataclasses import replace

from unres.akomantoso import eids_of
from unres.collection.entry import Place
from unres.model import Closing, Heading, Resolution, Scheme, Table
from unres.numbering import value_of


def places_of(resolution: Resolution) -> dict[str, Place]:
    """Page and anchor of every label, of sections by their numeral and of annexes by theirs.

    A section within a part or annex has the part's or annex's name before its own: ``II``, ``B/II``,
    ``annex/II``. ``II`` alone is the first of that numeral, for words that say no more. “The annex” is one only
    where there is no other: of two that are both called Annex, it names neither.
    """
    places: dict[str, Place] = {"title": Place("")}
    annexes: dict[str, list[Place]] = {}  # by their printed numeral
    pages: dict[str, Place] = {}  # of annexes by their order; used where none is numbered
    eids = eids_of(resolution)
    part = ""
    for above, block in zip((None, *resolution.blocks), resolution.blocks, strict=False):
        label = getattr(block, "label", "")
        titled = isinstance(above, Heading) and above.is_titled_by(block)  # it has the address of its numeral
        place = Place(block.page, getattr(above if titled else block, "anchor", ""), eids.get(label or block.page, ""))
        if block.page.startswith("annex"):
            part = block.page.replace("-", "")
            pages.setdefault(part, place)
        elif part.startswith("annex") or isinstance(block, Closing):
            part = ""
        if isinstance(block, Heading):
            part = _register(block, place, part, places, annexes)
        if label:
            places[label] = place
        elif isinstance(block, Closing):
            places.setdefault("closing", replace(place, eid=""))
        if isinstance(block, Table):
            places |= {cell: place for cell, _ in block.cells}
    _enter_lists(resolution, places)
    for note in resolution.footnotes:
        places[note.label] = Place("footnotes", note.anchor, eids[note.anchor])
    named = {label: found[0] for label, found in annexes.items() if len(found) == 1}
    attached = [place for found in annexes.values() for place in found] or list(pages.values())
    if annexes.keys() - {"annex"}:  # numbered: “annex II” is the one so called, not the second
        pages = {}
    only = {"annex": attached[0]} if len(attached) == 1 else {}
    return pages | named | only | places


def _enter_lists(resolution: Resolution, places: dict[str, Place]) -> None:
    """Enters paragraphs that begin with their list, “3. (a)”: words that name paragraph 3 lead to 3 (a)."""
    for paragraph in resolution.paragraphs:
        if " " in paragraph.number:
            above = replace(paragraph.name, items=paragraph.name.items[:-1])
            places.setdefault(str(above), places[paragraph.label])


def _register(
    heading: Heading, place: Place, part: str, places: dict[str, Place], annexes: dict[str, list[Place]]
) -> str:
    """Enters a heading under what it is cited by; returns the part or annex that it stands in or opens."""
    scheme, numeral = heading.enumerator.scheme, heading.enumerator.numeral
    if heading.page.startswith("annex"):
        if heading.level == 1 and scheme is Scheme.ANNEX:
            annexes.setdefault(f"annex{value_of(numeral) or ''}", []).append(place)
    elif scheme is Scheme.PART:
        places.setdefault(numeral, place)
        return numeral
    if scheme is Scheme.SECTION:
        for name in (numeral, *([f"{part}/{numeral}"] if part else [])):
            places.setdefault(name, place)
    return part
