"""A resolution as frozen values, in the words of the field. No input or output happens here.

The text of a resolution is a sequence of blocks in reading order. Blocks are flat: how they
nest is in their labels and depths, so that nothing can be lost between levels, and every
structure (sections, lettered parts, annexes, embedded declarations) is the same few types.

Labels are those of the JSON export: ``pp1``, ``8``, ``8 (a)``, ``II/3``, ``annex/5``; ``Label`` takes them apart.
Anchors are their form in an address: ``pp1``, ``op8``, ``op8-a``, ``II-op3``, and ``p5`` on the annex's own page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from unres.label import Label, Series


class Style(StrEnum):
    """How printed words are set apart."""

    ITALIC = "italic"
    BOLD = "bold"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text in another style: offsets into ``Text.plain``, end excluded."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Call:
    """A footnote's marker in a text.

    Attributes:
        at: it stands before the character at this offset.
        number: as printed: ``3``, ``a``, ``*``.
        note: the anchor of the note that it calls: ``fn3``, ``fn-a-2``; empty if the text has no such note.
    """

    at: int
    number: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Printed words: the plain text without footnote markers, and what was set on it.

    Attributes:
        plain: the words, one space between them; a line break that the print means is ``\\n``.
        marks: stretches in another style, by start, not overlapping.
        calls: footnote markers by place.
    """

    plain: str
    marks: tuple[Mark, ...] = ()
    calls: tuple[Call, ...] = ()

    def cut(self, start: int, end: int | None = None) -> Text:
        """A part of the text with the styles and footnote markers that lie in it.

        A marker right at ``end`` is the part's too: it stands behind the part's last word.

        >>> words = Text("40th meeting\\n1 April", calls=(Call(12, "1"),)).cut(0, 12)
        >>> words.plain, words.calls[0].at
        ('40th meeting', 12)
        """
        stop = len(self.plain) if end is None else end
        marks = (
            replace(mark, start=max(mark.start, start) - start, end=min(mark.end, stop) - start)
            for mark in self.marks
            if mark.start < stop and mark.end > start
        )
        calls = (replace(call, at=call.at - start) for call in self.calls if start <= call.at <= stop)
        return Text(self.plain[start:stop], tuple(marks), tuple(calls))

    @property
    def lead(self) -> str:
        """The opening words: what is set in italics at the very start, without the comma after it.

        >>> Text("Recalling its resolution 61/168,", (Mark(0, 9, Style.ITALIC),)).lead
        'Recalling'
        """
        end = 0
        for mark in self.marks:
            if mark.style is Style.ITALIC and not self.plain[end : mark.start].strip():
                end = mark.end
        return self.plain[:end].strip().rstrip(",;:").rstrip()


class Kind(StrEnum):
    """What a paragraph is, in the export's words."""

    ENACTING = "enacting"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or sub-paragraph.

    Attributes:
        kind: what it is.
        name: its label, taken apart; unique in the resolution.
        anchor: its name within its page, unique there and for ever.
        page: the page it stands on: ``preamble``, ``operative``, ``annex``, ``annex-1`` …
        number: as printed, with its full stop or brackets: ``8.``, ``(a)``; empty if none is printed.
        text: its words without the number.
        lead: the opening words in italics, empty if none.
        line: the line in the source text where it starts, from 1.
    """

    kind: Kind
    name: Label
    anchor: str
    page: str
    number: str
    text: Text
    lead: str
    line: int

    @property
    def label(self) -> str:
        """Its label as the JSON export prints it: ``8 (a)``."""
        return str(self.name)

    @property
    def depth(self) -> int:
        """0 for a paragraph, 1 for (a), 2 for (i) and so on."""
        return len(self.name.items)

    @property
    def continued(self) -> bool:
        """Whether this is the rest of a paragraph, after its sub-paragraphs."""
        return self.name.continued > 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the text: of a section, a lettered part, an annex or an embedded text.

    Attributes:
        label: ``h1``, ``h2`` … in reading order.
        anchor: a slug of its words, unique on its page.
        page: as for a paragraph.
        level: 1 for lettered parts and attached texts, 2 for sections, 3 below them.
        text: its words.
        line: as for a paragraph.
    """

    label: str
    anchor: str
    page: str
    level: int
    text: Text
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the running text.

    Attributes:
        label: ``table1`` … in reading order.
        anchor: the same.
        page: as for a paragraph.
        header: how many of the first rows are column headings.
        rows: cells by row, every row as long as the longest.
        line: as for a paragraph.
        paragraph: label of the paragraph that it belongs to; empty for one right below a heading.
    """

    label: str
    anchor: str
    page: str
    header: int
    rows: tuple[tuple[Text, ...], ...]
    line: int
    paragraph: str = ""

    @property
    def cells(self) -> Iterator[tuple[str, Text]]:
        """The cells with their labels: ``table1:2:3`` is the third cell of the second row."""
        for row, texts in enumerate(self.rows, start=1):
            for column, text in enumerate(texts, start=1):
                yield f"{self.label}:{row}:{column}", text


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing line: the meeting that adopted the resolution and its date.

    Attributes:
        page: as for a paragraph.
        text: both lines as printed, ``\\n`` between them.
        meeting: ``76th plenary meeting``.
        date: the date in it.
        line: as for a paragraph.
    """

    page: str
    text: Text
    meeting: str
    date: dt.date | None
    line: int


Block = Paragraph | Heading | Table | Closing


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote.

    Attributes:
        number: as printed: ``3``, ``a``, ``*``.
        text: its words without the number.
        called_from: labels of the places that call it, in reading order (``title`` for the title).
        line: the line in the source text where it starts, from 1.
        count: which of the notes with this number it is, from 1: letters start anew with every table.
    """

    number: str
    text: Text
    called_from: tuple[str, ...]
    line: int
    count: int = 1

    @property
    def name(self) -> Label:
        """Its label, taken apart."""
        return Label(series=Series.NOTE, number=self.number, count=self.count)

    @property
    def label(self) -> str:
        """Its name within the resolution, unique: ``fn3``, ``fna``; ``fna-2`` for the second note a."""
        return str(self.name)

    @property
    def anchor(self) -> str:
        """Its name on its page: ``fn3``, ``fn-a``, ``fn-a-2``, ``fn-asterisk``."""
        return note_anchor(self.number, self.count)


def note_anchor(number: str, count: int = 1) -> str:
    """The anchor of a note by its number as printed, and by its count among the notes of that number."""
    name = f"fn{number}" if number.isdigit() else f"fn-{number.replace('*', 'asterisk')}"
    return name if count == 1 else f"{name}-{count}"


class Role(StrEnum):
    """What a line of the masthead says."""

    ORGAN = "organ"
    DISTRIBUTION = "distribution"
    DATE = "date"
    LANGUAGE = "language"
    SESSION = "session"
    AGENDA = "agenda"
    AGENDA_TITLE = "agenda-title"
    ADOPTION = "adoption"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class MastheadLine:
    """One printed line of the masthead, its role and its line in the source text."""

    role: Role
    text: Text
    line: int


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the publication.

    Attributes:
        lines: every printed line but number and title, in order.
        distributed: the distribution date.
        session: the session's number: 62; None for special sessions, whose words ``lines`` keeps.
        agenda_item: ``70 (b)``, ``13 and 117 (b)``.
        report: the symbols of the bracketed line as printed: ``A/62/439/Add.2``.
        adopted: the date of adoption, from the masthead or the closing line.
        number: ``62/160``.
        title: the resolution's title, without its number.
        line: the line in the source text of number and title.
    """

    lines: tuple[MastheadLine, ...]
    distributed: dt.date | None
    session: int | None
    agenda_item: str
    report: str
    adopted: dt.date | None
    number: str
    title: Text
    line: int

    @property
    def date(self) -> dt.date | None:
        """The date that citations give: of adoption, else of distribution."""
        return self.adopted or self.distributed


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the source text comes from and how it was checked (its front matter).

    Attributes:
        language: a language tag, ``en``.
        source: address of the official document, empty if not recorded.
        sha256: checksum of the official PDF, empty if not recorded.
        checked: how the text was compared with the PDF, in one phrase, empty if it was not.
        doubts: what the import was not sure of, a sentence each.
        edited: whether somebody has changed the file since the import wrote it; ``checked`` is then empty.
    """

    language: str = "en"
    source: str = ""
    sha256: str = ""
    checked: str = ""
    doubts: tuple[str, ...] = ()
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution.

    Attributes:
        path: its source text, as the user named it.
        symbol: its document symbol, ``A/RES/62/160``.
        masthead: the head of the publication, with number and title.
        blocks: paragraphs, headings, tables and the closing line in reading order.
        footnotes: in the order of their numbers as printed.
        provenance: where the text comes from.
    """

    path: str
    symbol: str
    masthead: Masthead
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    provenance: Provenance

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs alone, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def meeting(self) -> str:
        """The meeting that adopted the resolution, as the closing line has it; empty without one."""
        return next((block.meeting for block in self.blocks if isinstance(block, Closing)), "")
