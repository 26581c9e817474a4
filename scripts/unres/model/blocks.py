"""What the text of a resolution consists of: paragraphs, headings, tables, the closing line; and its footnotes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from unres.label import Label, Series
from unres.model.words import Text


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


class Scheme(StrEnum):
    """What a heading's numeral counts."""

    NONE = ""
    PART = "part"  # a letter: of a composite resolution
    SECTION = "section"  # a roman numeral, with or without the word Part, Section or Chapter before it
    LETTER = "letter"  # below a section
    ANNEX = "annex"
    APPENDIX = "appendix"  # of an annex
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Enumerator:
    """What a heading is counted by.

    Attributes:
        scheme: what the numeral counts.
        numeral: as printed: ``II``, ``A``, ``5``; empty for the only annex, and where nothing is counted.
        bare: whether the heading has no other words: ``II`` and ``Part II``, but not ``II. Oil``.
    """

    scheme: Scheme = Scheme.NONE
    numeral: str = ""
    bare: bool = False


UNCOUNTED = Enumerator()  # of a heading that is nothing but words


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
        enumerator: what it is counted by.
    """

    label: str
    anchor: str
    page: str
    level: int
    text: Text
    line: int
    enumerator: Enumerator

    def is_titled_by(self, following: object) -> bool:
        """Whether what follows is this heading's title: ``General guidelines`` below ``II``, words below ``Annex I``.

        Both are then one heading of two lines.
        """
        return (
            self.enumerator.bare
            and isinstance(following, Heading)
            and (following.page, following.level, following.enumerator) == (self.page, self.level, UNCOUNTED)
        )


_FIGURE = re.compile(r"[(\[–−-]?\s?\d[\d\s,.]*[)\]]?\s?%?|[–—−-]|\.{2,3}|…")  # or a dash for none


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
    def figures(self) -> tuple[bool, ...]:
        """For each column whether it holds figures and nothing else below its head: they are set to the right."""
        columns = zip(*self.rows, strict=True)
        written = [[text.plain for text in column[self.header :] if text.plain.strip()] for column in columns]
        return tuple(any(map(str.isdigit, "".join(cells))) and all(map(_FIGURE.fullmatch, cells)) for cells in written)

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
    """The anchor of a note by its number as printed, and by its count among the notes of that number.

    >>> note_anchor("3"), note_anchor("a"), note_anchor("a", 2), note_anchor("*")
    ('fn3', 'fn-a', 'fn-a-2', 'fn-asterisk')
    """
    name = f"fn{number}" if number.isdigit() else f"fn-{number.replace('*', 'asterisk')}"
    return name if count == 1 else f"{name}-{count}"
