"""Each document that the collection cites: what it is called, its date, and the words that cite it.

In: a collection. Out: a ``Cited`` for each symbol. What a document is called comes from the collection where it is
held, else from the words that cite it: what most of them say. Nothing is known of it from elsewhere.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from unres.citations import Reference, Type
from unres.citations.names import by_instrument_name, plain
from unres.citations.said import said_behind
from unres.collection.entry import Citation, Collection, Entry, Place
from unres.model import Table, Text
from unres.symbols import Symbol
from unres.text.parser import places_that_call

FEW_WORDS = 8  # a note of no more says only what it cites; the paragraph that calls it says why


@dataclass(frozen=True, slots=True)
class CitingPlace:
    """A place that cites a document, with its words.

    Attributes:
        citation: the place.
        text: the plain text that stands there; of a bare note, that of the paragraph that calls it.
        start: where in it the reference starts, or the note is called.
        end: where the reference ends.
        within: the labels of what is cited, where the document is held and the words name a part of it.
    """

    citation: Citation
    text: str
    start: int
    end: int
    within: tuple[str, ...] = ()


@dataclass(slots=True)
class Cited:
    """A document that is cited.

    Attributes:
        symbol: its symbol, as in ``Collection.citations``.
        name: its title or the matter that citing words give; empty if they give none.
        date: its date; None if they give none.
        mentions: by the symbol of the resolution that cites, in the order of the collection.
    """

    symbol: str
    name: str = ""
    date: dt.date | None = None
    mentions: dict[str, list[CitingPlace]] = field(default_factory=dict)

    @property
    def times(self) -> int:
        """How many places cite it."""
        return sum(map(len, self.mentions.values()))


def cited_documents(collection: Collection) -> dict[str, Cited]:
    """Every document that resolutions of the collection cite, but for themselves, by symbol."""
    found: dict[str, Cited] = {}
    said: dict[str, _Sayings] = {}
    for entry in collection:
        texts = dict(_texts(entry))
        callers = dict(_callers(entry))
        seen: set[tuple[str, str]] = set()
        for resolved in entry.links:
            reference, target = resolved.reference, resolved.target
            if not reference.document or reference.type is Type.INTERNAL:
                continue
            symbol = target.symbol if target and target.symbol else reference.document
            if symbol == str(entry.symbol):
                continue
            said.setdefault(symbol, _Sayings()).take(reference, texts[reference.place])
            label = reference.place.partition(":")[0]
            if (symbol, label) not in seen:
                seen.add((symbol, label))
                mention = _mention(entry, reference, label, texts, callers)
                found.setdefault(symbol, Cited(symbol)).mentions.setdefault(str(entry.symbol), []).append(mention)
    for symbol, cited in found.items():
        held = collection.entries.get(symbol)
        head = held.resolution.masthead if held else None
        cited.name = head.title.plain if head else said[symbol].name()
        cited.date = head.adopted if head else said[symbol].date(Symbol(symbol))
    return found


class _Sayings:
    """What is said of one document, counted."""

    def __init__(self) -> None:
        self.dates: Counter[dt.date] = Counter()
        self.titles: Counter[str] = Counter()
        self.instruments: Counter[str] = Counter()
        self.matters: Counter[str] = Counter()

    def take(self, reference: Reference, text: str) -> None:
        if reference.type is Type.INSTRUMENT:
            self.instruments[by_instrument_name()[plain(reference.text)].names[0]] += 1
            return
        if reference.type not in (Type.RESOLUTION, Type.DECISION):
            return  # what stands behind another is about the sentence
        said = said_behind(text, reference.end)
        for counter, value in ((self.titles, said.title), (self.matters, said.matter)):
            counter.update([value] if value else [])
        self.dates.update([said.date] if said.date else [])

    def name(self) -> str:
        """The title said most often, else the instrument in it, else the matter."""
        common = (self.titles or self.instruments or self.matters).most_common(1)
        return common[0][0] if common else ""

    def date(self, symbol: Symbol) -> dt.date | None:
        """The date said most often, of those that the session or year in the symbol allows."""
        first = symbol.session + 1945 if symbol.session else symbol.year
        years = (first, first + bool(symbol.session))
        fitting = (date for date, _ in self.dates.most_common() if not first or date.year in years)
        return next(fitting, None)


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """The plain text of every place that references stand in."""
    resolution = entry.resolution
    yield "title", resolution.masthead.title.plain
    for block in resolution.blocks:
        if isinstance(block, Table):
            yield from ((label, cell.plain) for label, cell in block.cells)
        else:
            yield getattr(block, "label", "closing"), block.text.plain
    yield from ((note.label, note.text.plain) for note in resolution.footnotes)


def _callers(entry: Entry) -> Iterator[tuple[str, tuple[str, Text, int]]]:
    """For each note the place that calls it first, and where in its text: by the label of the note."""
    labels = {note.anchor: note.label for note in entry.resolution.footnotes}
    seen: set[str] = set()
    for label, text in places_that_call(entry.resolution):
        for call in text.calls:
            note = labels.get(call.note)
            if note and note not in seen:
                seen.add(note)
                yield note, (label, text, call.at)


def _mention(
    entry: Entry,
    reference: Reference,
    label: str,
    texts: Mapping[str, str],
    callers: Mapping[str, tuple[str, Text, int]],
) -> CitingPlace:
    citation = Citation(str(entry.symbol), entry.resolution.masthead.number, label, entry.places.get(label, Place("")))
    text = texts[reference.place]
    if label in callers and len(text.split()) <= FEW_WORDS:
        _, called, at = callers[label]
        return CitingPlace(citation, called.plain, at, at)
    return CitingPlace(citation, text, reference.start, reference.end)
