"""The tree that Akoma Ntoso asks for, as values: ``builder`` makes it, ``body`` writes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from unres.model import Closing, Heading, Paragraph, Table


@dataclass(slots=True)
class List:
    """Sub-paragraphs, and what is printed after them and belongs to their paragraph."""

    eid: str
    points: list[Unit] = field(default_factory=list)
    rest: list[Paragraph | Table] = field(default_factory=list)


@dataclass(slots=True)
class Unit:
    """A paragraph or sub-paragraph with all that belongs to it.

    Attributes:
        name: its element.
        eid: its identifier.
        blocks: itself, and what follows before any sub-paragraph.
        lists: its sub-paragraphs; more than one list if text stands between them.
    """

    name: str
    eid: str
    blocks: list[Paragraph | Table]
    lists: list[List] = field(default_factory=list)


@dataclass(slots=True)
class Division:
    """A lettered part, a section or what stands below one, with its headings and contents.

    Attributes:
        token: its numeral or letter, empty if it has none.
        headings: the numeral and the title, or one of the two.
    """

    name: str
    eid: str
    level: int
    token: str
    headings: list[Heading]
    children: list[Child] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Loose:
    """A table under a heading, or a closing line in the middle of the text."""

    eid: str
    block: Table | Closing


@dataclass(slots=True)
class Attachment:
    """An annex or an embedded text: its page, up to two headings, and its contents."""

    page: str
    eid: str
    headings: list[Heading] = field(default_factory=list)
    children: list[Child] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Embedded:
    """The place in the main text where an attachment is printed."""

    attachment: Attachment


Child = Unit | Division | Loose | Embedded


@dataclass(slots=True)
class Tree:
    """A whole resolution.

    Attributes:
        preamble: the enacting words and preambular paragraphs before everything else.
        body: what follows, up to the closing line.
        conclusions: the closing line that ends the main text.
        attachments: annexes and embedded texts.
        eids: by label; attachments by their page, footnotes by their anchor.
    """

    preamble: list[Unit] = field(default_factory=list)
    body: list[Child] = field(default_factory=list)
    conclusions: Closing | None = None
    attachments: list[Attachment] = field(default_factory=list)
    eids: dict[str, str] = field(default_factory=dict)
