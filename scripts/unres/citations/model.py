"""What the reference engine gives: references, and doubts where the words do not decide.

A reference stands in the untouched text of one place of a resolution. Nothing here does any work.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from unres.symbols import Symbol


class Type(StrEnum):
    """What a reference points to, in the words of the JSON export."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"
    TREATY = "treaty"
    CHARTER = "charter"
    INTERNAL = "internal"
    INSTRUMENT = "instrument"


@dataclass(frozen=True, slots=True)
class Reference:
    """One document, or one paragraph of the resolution itself, named by words of the text.

    Attributes:
        place: the label of the paragraph or heading (``pp2``, ``3 (a)``, ``h2``), ``fn3``, ``title``, or
            ``table1:2:3`` for the third cell in the second row of a table.
        start: where its words start in the place's plain text.
        end: where they end. A member in the middle of a range (``A to C`` names B) has no words of
            its own: it starts and ends at the end of the member before it, and cannot be a link.
        text: its words exactly as printed.
        type: what it points to.
        symbol: the symbol of the document without blanks (``A/RES/61/168``, ``UNTS/2153/37605``,
            ``CHARTER/1/3``, ``#3``); None where the body's symbols are not known, and for
            instruments, which are named, not numbered.
        part: the lettered part of a resolution (``A``, ``J``).
        paragraphs: the labels of the paragraphs cited within the document, in the order of the words.
        target: for an instrument, the symbol of the document that holds it; else None.
    """

    place: str
    start: int
    end: int
    text: str
    type: Type
    symbol: str | None = None
    part: str | None = None
    paragraphs: tuple[str, ...] = ()
    target: str | None = None

    @property
    def paragraph(self) -> str | None:
        """The label of the first paragraph cited, where reading starts; None if the words name none."""
        return self.paragraphs[0] if self.paragraphs else None

    @property
    def document(self) -> str | None:
        """The symbol of the document referred to, by number or by name; None if it is not known."""
        return self.target if self.type is Type.INSTRUMENT else self.symbol


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that look like a reference and were left alone: where they stand, and what is unclear."""

    place: str
    start: int
    end: int
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All references and doubts of a text, each in reading order."""

    references: tuple[Reference, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that is read on its own: the label of its place and its plain text.

    Attributes:
        place: as in ``Reference``.
        text: the plain text of the place.
        offset: where the passage starts in the place, when a place has several passages.
    """

    place: str
    text: str
    offset: int = 0


def official_address(reference: Reference) -> str | None:
    """The official address of what a reference names; a lettered part has the address of its number.

    None for the resolution's own paragraphs, and for what has no address (see ``Symbol.official``).

    >>> official_address(Reference("1", 0, 17, "resolution 61/168", Type.RESOLUTION, "A/RES/61/168", part="A"))
    'https://docs.un.org/en/A/RES/61/168'
    >>> official_address(Reference("1", 0, 17, "paragraph 3 above", Type.INTERNAL, "#3")) is None
    True
    """
    document = reference.document
    if document is None or reference.type is Type.INTERNAL:
        return None
    return Symbol(document).official
