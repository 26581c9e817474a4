"""A resolution as a whole: its masthead, where its text comes from, its blocks and footnotes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from unres.model.blocks import Block, Closing, Footnote, Paragraph
from unres.model.words import Text


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
    OTHER = "other"  # a slip of the print: no line of a masthead has this form


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
class Stated:
    """What an editor states of a resolution that its text does not say.

    Attributes:
        words: ``132 in favour, 52 against, 8 abstaining``.
        source: the document that says so, by its symbol, or an address.
    """

    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the source text comes from and how it was checked, and what an editor adds (its front matter).

    Attributes:
        language: a language tag, ``en``.
        source: address of the official document, empty if not recorded.
        sha256: checksum of the official PDF, empty if not recorded.
        checked: how the text was compared with the PDF, in one phrase, empty if it was not.
        doubts: what the import was not sure of, a sentence each.
        edited: whether somebody has changed the file since the import wrote it; ``checked`` is then empty.
        vote: how the Assembly voted.
        sponsors: the States that sponsored the draft.
        record: the record of the meeting at which it was adopted.
    """

    language: str = "en"
    source: str = ""
    sha256: str = ""
    checked: str = ""
    doubts: tuple[str, ...] = ()
    edited: bool = False
    vote: Stated | None = None
    sponsors: Stated | None = None
    record: Stated | None = None

    @property
    def stated(self) -> tuple[tuple[str, Stated | None], ...]:
        """What an editor states, by the names of the fields."""
        return (("vote", self.vote), ("sponsors", self.sponsors), ("record", self.record))


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
