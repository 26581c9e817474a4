"""Says what each paragraph is: heading, numbered paragraph, sub-paragraph, closing line, table, text.

In: the lines of the text. Out: ``Block`` values in reading order, each with its level or degree. The
forms of headings are those of the Editorial Manual and of the resolutions themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from unres.naming import is_verb
from unres.numbering import value_of
from unres.pdf_import import headings
from unres.pdf_import.blocks import ANNEX, PART_LETTER, SUBTITLE, TOP, Block, BlockKind, with_levels
from unres.pdf_import.headings import Count, Counts, HeadingNumber
from unres.pdf_import.items import read_items
from unres.pdf_import.layout import Layout
from unres.pdf_import.nesting import Nest
from unres.pdf_import.notes import Note
from unres.pdf_import.paragraphs import INDENT, TAB_STOP, Para, is_closing, is_enumerator, is_number
from unres.pdf_import.rich import CharStyle, Rich
from unres.pdf_import.tables import PrintedTable

ATTACHED = re.compile(r"(?:Annex|Enclosure|Attachment)\b")
NUMBERED_HEADING = re.compile(r"(?P<number>[IVXLC]+|[A-Z]|\d+)\.?\s")


def blocks(layout: Layout) -> tuple[list[Block], list[Note]]:
    """The blocks of the text, and the notes that stand among them (those of tables)."""
    items, found = read_items(layout)
    return with_levels(list(_StructureReader(layout, items).read())), found


class _StructureReader:
    """Goes through the paragraphs once, remembering the open list and the headings seen."""

    def __init__(self, layout: Layout, items: Sequence[Para | PrintedTable]) -> None:
        self.layout = layout
        self.items = items
        self.nest = Nest()
        self.closed = False
        self.attached = False
        self.number = 0  # of the last numbered paragraph
        self.number_x: float | None = None  # where numbers stand since the last heading
        self.headed = False  # whether a heading stands below the part or annex
        self.counts = Counts()
        self.numeral = 0  # of the last section, where sections have roman ones
        self.last: Block | None = None

    def read(self) -> Iterator[Block]:
        for index, item in enumerate(self.items):
            if isinstance(item, PrintedTable):
                cells = tuple(cell for row in item.rows for cell in row)
                self.last = Block(BlockKind.TABLE, item.page, cells, table=item)
            else:
                self.last = self._block(index, item)
            yield self.last

    def _block(self, index: int, para: Para) -> Block:
        if is_closing(self.layout, para.lines[0]):
            self.closed, self.attached, self.headed = True, False, False
            self.nest.close()
            return Block(BlockKind.CLOSING, para.page, tuple(line.rich for line in para.lines), para=para)
        block = Block(BlockKind.TEXT, para.page, (para.rich,), mark=para.mark, para=para)
        if not para.mark and self._is_heading(para):
            self.nest.close()
            return self._heading(block, self._number(index, para))
        if not para.mark:
            return self._text(block, para)
        first, *second = para.mark.split()
        if numbered := is_number(first) and not self._is_listed(para):
            self.nest.close()
            self.number, self.number_x = int(first.rstrip(".")), para.x
        else:
            left = para.left if any(map(str.isalnum, first)) else para.x  # a bullet's place is its list's
            block = replace(block, level=self.nest.place(first, left, self._next_mark(index)))
        for mark in second:
            self.nest.place(mark, para.left, self._next_mark(index))
        return replace(block, kind=BlockKind.NUMBERED if numbered else BlockKind.ITEM)

    def _is_listed(self, para: Para) -> bool:
        """Whether a numbered line belongs to a list in a paragraph: it stands further in, and begins anew."""
        further = self.number_x is not None and para.x > self.number_x + 0.8 * para.size
        follows = int(para.mark.split()[0].rstrip(".")) == self.number + 1
        return further and (not follows or bool(self.nest.open))

    def _text(self, block: Block, para: Para) -> Block:
        """A paragraph without a mark: one of its own, or text that belongs to the one before."""
        degree = self._degree(para)
        if degree is not None:
            return replace(block, level=degree + 1)
        if para.x > self.layout.left + 0.5 * self.layout.size:
            self.nest.close()
        return block

    def _degree(self, para: Para) -> int | None:
        """To what degree of the list before it a paragraph without opening words belongs; None if to none.

        It does if it stands in as a whole, or in the preamble after a colon.
        """
        last, size = self.last, self.layout.size
        if (
            not last
            or last.kind not in (BlockKind.TEXT, BlockKind.NUMBERED, BlockKind.ITEM)
            or para.rich.starts(CharStyle.ITALIC)
        ):
            return None
        goes_on = last.kind is BlockKind.TEXT and last.level > 0
        introduced = goes_on or last.parts[0].plain().rstrip().endswith(":")
        alike = goes_on and last.para is not None and abs(last.para.x - para.x) < 0.3 * size
        degree = sum(where < para.left - 6 for _, where in self.nest.open)
        apart = 1 if self.attached or not self.number else 0  # there, text without an indent is a paragraph of its own
        if alike or para.left > self.layout.left + (INDENT if len(para.lines) > 1 else TAB_STOP + INDENT) * size:
            known = degree or introduced or last.kind is BlockKind.NUMBERED
            return max(degree, apart) if known else None
        return 1 if introduced and not self.attached and not self.number and not self.nest.open else None

    def _heading(self, block: Block, number: HeadingNumber) -> Block:
        self.number_x = None
        top = number.count in (Count.ANNEX, Count.PART_LETTER)
        if top:
            self.attached = number == ANNEX
            self.counts = Counts(
                [HeadingNumber(Count.LETTER, number.value)] if number.count is Count.PART_LETTER else []
            )
        elif number == SUBTITLE and self.last and self.last.level == TOP:
            top = True
        self.headed = not top
        return replace(block, kind=BlockKind.HEADING, level=TOP if top else headings.FIRST, number=number)

    def _next_mark(self, index: int) -> str:
        """The mark of the next sub-paragraph, if no numbered paragraph or heading comes first."""
        for item in self.items[index + 1 :]:
            if isinstance(item, Para) and item.mark:
                return "" if is_number(item.mark) else item.mark.split()[0]
            if isinstance(item, Para) and self._is_heading(item):
                return ""
        return ""

    def _is_heading(self, para: Para) -> bool:
        """Bold or italic from end to end, and no sentence; the enacting words are none, with or without their comma."""
        if re.fullmatch(r"The General Assembly,?", para.text):
            return False
        ends = para.rich.plain().rstrip()
        if para.rich.all(CharStyle.BOLD):
            return not ends.endswith((".", ",", ";", ":")) or self._is_numbered(para) or self._follows_annex()
        flush = abs(para.x - self.layout.left) < 0.5 * self.layout.size
        centred = para.x > self.layout.left + 4 * self.layout.size
        ended = ends.endswith((".", ",", ";", ":")) and not self._is_numbered(para)
        return (flush or centred) and para.rich.all(CharStyle.ITALIC) and not ended

    def _follows_annex(self) -> bool:
        """Whether the last block was the heading of an annex, below which bold words are its title."""
        return self.last is not None and self.last.number == ANNEX and is_enumerator(self.last.parts[0])

    def _is_numbered(self, para: Para) -> bool:
        return len(para.lines) < 3 and is_enumerator(para.rich)

    def _number(self, index: int, para: Para) -> HeadingNumber:
        """What kind of heading it is, by its words and by what comes before it."""
        text, last = para.rich.plain().strip(), self.last
        bare = is_enumerator(para.rich)
        if ATTACHED.match(text) and bare:
            return ANNEX
        if not bare and last and last.kind is BlockKind.HEADING and is_enumerator(last.parts[0]):
            return SUBTITLE
        if not bare and last and last.number == SUBTITLE and last.parts[0].plain().rstrip().endswith(";"):
            return SUBTITLE  # its second half
        if bare and " " in text:
            *_, name, value = text.rstrip(".").split()
            return HeadingNumber(Count(name.lower()), value_of(value))
        found = NUMBERED_HEADING.match(text + " ")
        if not found or not (bare or text[found.end("number")] == "."):
            return ANNEX if self._embeds(index, para) else headings.UNNUMBERED
        number = self.counts.read(found["number"])
        letter = bare and number.count is Count.LETTER and not self.attached
        return replace(PART_LETTER, value=number.value) if letter else number

    def _embeds(self, index: int, para: Para) -> bool:
        """Whether a heading starts a declaration: a paragraph introduces it, and numbers do not run on after it."""
        last = self.last
        if (
            self.closed
            or self.attached
            or self.headed
            or not last
            or last.kind not in (BlockKind.TEXT, BlockKind.NUMBERED)
        ):
            return False
        if not para.rich.all(CharStyle.BOLD) or not last.parts[0].plain().rstrip().endswith(":"):
            return False
        after = next(
            (item for item in self.items[index + 1 :] if isinstance(item, PrintedTable) or is_number(item.mark)), None
        )
        if not self.number and not is_verb(_lead(last.parts[0])):
            return False  # still the preamble
        return after is None or (isinstance(after, Para) and int(after.mark.rstrip(".")) <= max(self.number, 1))


def _lead(rich: Rich) -> str:
    return "".join(char for char, style in zip(rich.text, rich.styles, strict=True) if style & CharStyle.ITALIC).strip()
