"""Where each reference leads: to a page or paragraph of the collection, else to the document's official address.

In: readings. Out: a ``Collection``. Finding saw one text alone; resolving sees them all, once for each reference, and
every writer takes the result. What cannot be resolved stays a value.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from unres.citations import Reference, Type, official_address
from unres.collection.entry import Citation, Collection, Entry, Place, Reading, Resolved, Target
from unres.label import counts_anew, seen_from
from unres.numbering import roman


def collect(readings: Iterable[Reading]) -> Collection:
    """A collection: the readings sorted, each reference resolved, and who cites what."""
    held = {str(reading.symbol): reading for reading in sorted(readings, key=lambda reading: reading.symbol.sort_key)}
    index = _Index(held)
    resolved = {symbol: index.resolve(reading) for symbol, reading in held.items()}
    entries = {
        symbol: Entry(
            reading.resolution,
            reading.references,
            reading.places,
            reading.doubts,
            reading.digest,
            resolved=resolved[symbol],
            cited={label: tuple(found) for label, found in index.cited.get(symbol, {}).items()},
            linked=frozenset(index.linked.get(symbol, ())),
        )
        for symbol, reading in held.items()
    }
    return Collection(entries, {document: tuple(found) for document, found in index.citations.items()})


class _Index:
    """What is known of references both ways once the readings have passed through ``resolve``.

    Dictionaries without values stand for sets that keep their order.
    """

    def __init__(self, held: Mapping[str, Reading]) -> None:
        self.held = held
        self.citations: dict[str, dict[Citation, None]] = {}  # by document
        self.cited: dict[str, dict[str, dict[Citation, None]]] = {}  # by symbol and label
        self.linked: dict[str, set[Place]] = {}  # by symbol

    def resolve(self, reading: Reading) -> dict[str, tuple[Resolved, ...]]:
        """The references of a reading by their places, each with its target, which takes note of it."""
        found: dict[str, list[Resolved]] = {}
        for reference in reading.references:
            target = _resolve(reference, reading, self.held)
            found.setdefault(reference.place, []).append(Resolved(reference, target))
            self._note(reference, reading, target)
        return {place: tuple(references) for place, references in found.items()}

    def _note(self, reference: Reference, reading: Reading, target: Target | None) -> None:
        if target and target.place.anchor:
            self.linked.setdefault(target.symbol, set()).add(target.place)
        if not reference.document or reference.type is Type.INTERNAL:
            return
        label = reference.place.partition(":")[0]  # a table is one place, whichever of its cells cite
        place = reading.places.get(label, Place(""))
        citation = Citation(str(reading.symbol), reading.resolution.masthead.number, label, place)
        document = _held_symbol(reference.document, reference.part, self.held)
        self.citations.setdefault(document, {})[citation] = None
        if target and target.symbol and target.symbol != citation.source:
            for cited in _cited_labels(reference, self.held[target.symbol]):
                self.cited.setdefault(target.symbol, {}).setdefault(cited, {})[citation] = None


def _held_symbol(symbol: str, part: str | None, held: Container[str]) -> str:
    """The symbol under which a document is held: that of its part, where this was published by itself."""
    return symbol + part if part and symbol + part in held else symbol


def _resolve(reference: Reference, reading: Reading, held: Mapping[str, Reading]) -> Target | None:
    """The target of a reference that stands in ``reading``; None if there is no address to lead to."""
    url = official_address(reference) or ""
    if reference.type is Type.INTERNAL:
        label = _own_label(reference, reading)
        return _target(reading, label, url) if label else None
    document = reference.document or ""
    other = held.get(_held_symbol(document, reference.part, held))
    if other:
        return _target(other, _cited_labels(reference, other)[0], url)
    return Target(url=url) if url else None


def _target(reading: Reading, label: str, url: str) -> Target:
    head, place = reading.resolution.masthead, reading.places.get(label, Place(""))
    return Target(str(reading.symbol), label, place, head.number, head.title.plain, head.adopted, url)


def _cited_labels(reference: Reference, held: Reading) -> list[str]:
    """The labels, in a resolution that is held, of the paragraphs or part cited; one empty label if none is there."""
    labels = (_cited_label(reference.part or "", paragraph, held) for paragraph in reference.paragraphs or ("",))
    return list(dict.fromkeys(filter(None, labels))) or [""]


def _cited_label(part: str, paragraph: str, held: Reading) -> str:
    wanted = [f"{part}/{paragraph}" if part and paragraph else "", paragraph, part]
    section, _, bare = paragraph.rpartition("/")
    if roman(section) and not counts_anew(section, held.places):
        wanted = [f"{part}/{bare}" if part else "", bare, part]  # numbering runs on through the sections
    return next((label for label in wanted if label in held.places), "")


def _own_label(reference: Reference, reading: Reading) -> str:
    """The label of a paragraph, section or annex of the resolution itself; empty if it is not there.

    Paragraphs: the label is tried as it was found, then within the part and section of the words. In part B,
    "paragraph 3" is ``3`` if there is one, else ``B/3``.
    Sections: the nearest comes first. In part B, "section II" is ``B/II`` if there is one, else ``II``; but in an
    annex "section II of the present resolution" is ``II``, since the resolution is not the annex.
    """
    label = reference.paragraph or (reference.symbol or "").removeprefix("#")
    tried = seen_from(label, reference.place)
    in_annex = reference.place.startswith("annex") and reference.text.endswith("resolution")
    nearest = label.isalpha() and not in_annex
    return next((found for found in (reversed(tried) if nearest else tried) if found in reading.places), "")
