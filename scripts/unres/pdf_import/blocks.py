"""The blocks that a source text is made of, and the levels of the headings among them.

In: blocks in reading order. Out: the same with levels, told by the headings of one part or annex together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from unres.pdf_import import headings
from unres.pdf_import.headings import Count, HeadingNumber
from unres.pdf_import.paragraphs import Para
from unres.pdf_import.rich import CharStyle, Rich
from unres.pdf_import.tables import PrintedTable

TOP = 3  # the level of parts, annexes and embedded texts
ANNEX, PART_LETTER, SUBTITLE = map(HeadingNumber, (Count.ANNEX, Count.PART_LETTER, Count.SUBTITLE))


class BlockKind(StrEnum):
    """What a block is in the source text."""

    TEXT = "text"
    NUMBERED = "numbered"
    ITEM = "item"
    HEADING = "heading"
    CLOSING = "closing"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the source text.

    Attributes:
        kind: what it is.
        page: the page it starts on.
        mark: its printed number, letter or bullet.
        level: of a heading, 3 to 6; the degree of a sub-paragraph, or of the text after it.
        parts: its words; several for the lines of a closing line and for the cells of a table.
        number: how a heading is numbered.
        table: the table, if it is one.
        para: the paragraph it was made from, if it was.
    """

    kind: BlockKind
    page: int
    parts: tuple[Rich, ...]
    mark: str = ""
    level: int = 0
    number: HeadingNumber = headings.UNNUMBERED
    table: PrintedTable | None = None
    para: Para | None = None


def with_levels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the levels of their headings, which are told by those of the same text."""
    out = list(blocks)
    text: list[int] = []
    for index, block in enumerate([*blocks, Block(BlockKind.HEADING, 0, (), level=TOP)]):
        if block.kind is BlockKind.HEADING and block.level == TOP:
            found = [headings.PrintedHeading(out[at].number, out[at].parts[0].all(CharStyle.BOLD)) for at in text]
            for at, level in zip(text, headings.levels(found), strict=True):
                out[at] = replace(out[at], level=level)
            text = []
        elif block.kind is BlockKind.HEADING and block.number != SUBTITLE:
            text.append(index)
    for index, block in enumerate(out):
        if block.number == SUBTITLE:
            out[index] = replace(block, level=out[index - 1].level)
    return out
