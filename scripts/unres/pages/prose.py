"""The text of a resolution as Markdown, block by block, for one page.

In: an entry of the collection and the name of the page. Out: Markdown blocks. A paragraph is a
heading with its anchor (our short name for it) and one line with its words; a sub-paragraph is one
line whose printed number is a link to itself. What is ours and not the document's carries the class
``ours``.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from unres import naming
from unres.collection import Citation, Entry, Place, Target
from unres.markup import attribute, escape, escape_start, render
from unres.model import Block, Call, Closing, Footnote, Heading, Kind, Paragraph, Resolution, Table, Text
from unres.pages.tables import table_rows
from unres.runs import Link
from unres.text.parser import places_that_call

CITATIONS_SHOWN = 8  # beside a paragraph; the page of references has them all
FOOTNOTES = "footnotes"
WHOLE = "index"  # the page of the resolution itself, which holds everything


@dataclass(slots=True)
class Prose:
    """Writes the blocks of one page."""

    entry: Entry
    page: str
    level: int = 1  # of the last heading above, in HTML
    open: list[int] = field(default_factory=list)  # the levels in the print of the headings above, outermost first
    calls: dict[str, int] = field(default_factory=dict)  # how often each note has been called from each place
    called: set[str] = field(default_factory=set)  # the anchors of the notes called on this page
    notes: dict[str, Footnote] = field(default_factory=dict)  # by anchor
    beside: Mapping[str, Sequence[str]] = field(default_factory=dict)  # what is said of a paragraph, by its label

    def __post_init__(self) -> None:
        self.notes = {note.anchor: note for note in self.entry.resolution.footnotes}

    # Addresses

    def links(self, label: str) -> Iterator[Link]:
        """The links on the words of a place."""
        for found in self.entry.resolved.get(label, ()):
            reference = found.reference
            yield self.link(reference.start, reference.end, reference.type, found.target)

    def link(self, start: int, end: int, kind: str, target: Target | None) -> Link:
        """A link on words that refer to something; one without an address where there is none to lead to."""
        if target is None:
            return Link(start, end, "")
        outside = "" if target.symbol else " .external"
        return Link(start, end, self.href(target), f".ref .{kind}{outside}")

    def href(self, target: Target) -> str:
        """A target's address from this page."""
        if not target.symbol:
            return target.url
        return self.to(target.symbol, target.place)

    def to(self, symbol: str, place: Place) -> str:
        """A link to a place of a resolution, which stays on this page if the place is on it."""
        own = str(self.entry.symbol)
        if symbol == own and place.anchor and self.page in (WHOLE, place.page):
            return f"#{self.anchor(place)}"
        return posixpath.relpath(f"{symbol}/{WHOLE}.md", own) + place.address

    def own(self, label: str) -> str:
        """A link to a place of this resolution."""
        return self.to(str(self.entry.symbol), self.entry.places.get(label, Place("")))

    def anchor(self, place: Place) -> str:
        """The anchor of a place as it stands on this page."""
        return place.fragment if self.page == WHOLE else place.anchor

    # Words

    def words(self, text: Text, label: str, owner: str = "") -> str:
        """A text with its links and footnote calls; ``owner`` names the paragraph that a table belongs to."""
        return render(text, self.links(label), lambda call: self.call(call, owner or label))

    def call(self, call: Call, label: str) -> str:
        """A footnote's marker as a link to the note, once its page has it."""
        note = self.notes.get(call.note)
        if note is None:
            return f"<sup>{escape(call.number)}</sup>"
        place = self.call_anchor(note, label)
        self.calls[place] = self.calls.get(place, 0) + 1
        anchor = repeated(place, self.calls[place])
        self.called.add(note.anchor)
        shown = f"title={attribute(note.text.plain)} aria-label={attribute(f'Footnote {call.number}')}"
        return f"<sup>[{escape(call.number)}](#{note.anchor}){{ #{anchor} .call {shown} }}</sup>"

    def call_anchor(self, note: Footnote, label: str, *, here: bool = True) -> str:
        """The anchor of a note's call, on this page or on that of the whole resolution: ``fnref3-pp1``."""
        place = self.entry.places.get(label, Place(""))
        where = (self.anchor(place) if here else place.fragment) or label
        return f"fnref{note.anchor.removeprefix('fn')}-{where}"

    # Blocks

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Paragraphs, headings, tables and the closing line."""
        titled = False
        found = tuple(blocks)
        for block, following in zip(found, (*found[1:], None), strict=False):
            if titled:  # it stands in the heading above
                titled = False
            elif isinstance(block, Heading):
                titled = block.is_titled_by(following)
                yield self._heading(block, following if titled else None)
            elif isinstance(block, Table):
                anchor = self.anchor(self.entry.places[block.label])
                yield f"/// html | div#{anchor}.table\n{table_rows(block, self.words)}\n///"
            elif isinstance(block, Closing):
                yield f"{escape_start(self.words(block.text, 'closing'))}\n{{ .closing }}"
            else:
                yield from self._paragraph(block)
                yield from self.beside.get(block.label, ())
                if block.label in self.entry.cited:
                    yield self._cited_by(self.entry.cited[block.label])

    def _heading(self, block: Heading, title: Block | None) -> str:
        """A heading; a numeral and the title below it are one heading of two lines, and have one address."""
        self.open = [*(level for level in self.open if level < block.level), block.level]
        self.level = min(len(self.open) + 1, 5)
        words, label = escape_start(self.words(block.text, block.label)), block.text.plain
        if isinstance(title, Heading):
            was = self.anchor(Place(title.page, title.anchor))  # its own address, before the two had one
            words = f'<span id="{was}"></span>{words}<br>{self.words(title.text, title.label)}'
            label = f"{label} · {title.text.plain}"
        anchor = self.anchor(self.entry.places[block.label])
        return f"{'#' * self.level} {words} {{ #{anchor} .section data-toc-label={attribute(label)} }}"

    def _paragraph(self, block: Paragraph) -> Iterator[str]:
        anchor = self.anchor(self.entry.places[block.label])
        words = self.words(block.text, block.label)
        if block.kind is Kind.ENACTING:
            yield f"{escape_start(words)}\n{{ #{anchor} .enacting }}"
        elif not naming.has_badge(block):
            number = f"[{escape(block.number)}](#{anchor}){{ .self }} " if block.number else ""
            yield f"{escape_start(number + words)}\n{{ #{anchor} .item .depth-{block.depth} }}"
        else:
            badge = naming.badge(block)
            label = attribute(f"{badge} · {naming.first_words(block)}")
            spoken = attribute(f"{naming.spoken(block)}: {naming.opening(block)}")
            marks = "#" * (self.level + 1)
            yield f"{marks} {badge} {{ #{anchor} .badge .ours data-toc-label={label} aria-label={spoken} }}"
            number = f'<span class="number">{escape(block.number)}</span> ' if block.number else ""
            yield f"{escape_start(number + words)}\n{{ .{block.kind} }}"

    def _cited_by(self, citations: Sequence[Citation]) -> str:
        """Who cites a paragraph: the first few, and the way to the others."""
        links = [self.citation(citation) for citation in citations[:CITATIONS_SHOWN]]
        if more := len(citations) - len(links):
            links.append(f"[{more} more](references.md#cited-by)")
        return f"Cited by {' · '.join(links)}\n{{ .cited .ours }}"

    def citation(self, citation: Citation) -> str:
        """A link to the place of a citation in another resolution."""
        name = f"{citation.number}, {naming.spoken_label(citation.label)}"
        return f"[{escape(name)}]({self.to(citation.source, citation.place)})"

    def footnotes(self) -> Iterator[str]:
        """The notes that this page calls, on their own page all, each with links back to the places that call it."""
        notes = self.entry.resolution.footnotes
        if self.page not in (WHOLE, FOOTNOTES):
            notes = tuple(note for note in notes if note.anchor in self.called)
        times = _times(self.entry.resolution) if notes else Counter()
        for note in notes:
            number = f"[{escape(note.number)}](#{note.anchor}){{ .self }}"
            words = self.words(note.text, note.label)
            yield f"{number} {words} {' '.join(self._back(note, times))}".rstrip() + f"\n{{ #{note.anchor} .note }}"

    def _back(self, note: Footnote, times: Counter[tuple[str, str]]) -> Iterator[str]:
        for label in note.called_from:
            here = self.page in (WHOLE, self.entry.places.get(label, Place("")).page)
            name = naming.spoken_label(label)
            for time in range(1, times.get((note.anchor, label), 1) + 1):
                href = f"{'' if here else f'{WHOLE}.md'}#{repeated(self.call_anchor(note, label, here=here), time)}"
                yield f"[{name}]({href}){{ .back .ours title={attribute(f'Back to {name}')} }}"


def repeated(anchor: str, time: int) -> str:
    """The anchor of a note's call, told apart where one place calls the note more than once.

    Two hyphens, since no label ends so: ``op1-2`` is also item 2 of paragraph 1.
    """
    return anchor if time == 1 else f"{anchor}--{time}"


def _times(resolution: Resolution) -> Counter[tuple[str, str]]:
    """How often each note is called from each place."""
    times: Counter[tuple[str, str]] = Counter()
    for label, text in places_that_call(resolution):
        times.update((call.note, label) for call in text.calls)
    return times
