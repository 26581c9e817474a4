"""Says what each paragraph is: heading, numbered paragraph, sub-paragraph, closing line, table, text.

In: the lines of the text. Out: ``Block`` values in reading order, each with its level or degree. The
forms of headings are those of the Editorial Manual and of the resolutions themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from unres.naming import is_verb
from unres.numbering import roman
from unres.pdf_import import notes, tables
from unres.pdf_import.layout import NOTE_SIZE, Layout
from unres.pdf_import.nesting import Nest
from unres.pdf_import.notes import Note
from unres.pdf_import.paragraphs import CLOSING, Para, is_enumerator, paragraphs
from unres.pdf_import.rich import Rich, Style
from unres.pdf_import.tables import PrintedTable

ATTACHED = re.compile(r"(?:Annex|Enclosure|Attachment)\b")
NUMBERED_HEADING = re.compile(r"(?P<number>[IVXLC]+|[A-Z]|\d+)\.?\s")


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
        level: of a heading, 3 to 5; the degree of a sub-paragraph, or of the text after it.
        parts: its words; several for the lines of a closing line and for the cells of a table.
        table: the table, if it is one.
        para: the paragraph it was made from, if it was.
    """

    kind: BlockKind
    page: int
    parts: tuple[Rich, ...]
    mark: str = ""
    level: int = 0
    table: PrintedTable | None = None
    para: Para | None = None


def blocks(layout: Layout) -> tuple[list[Block], list[Note]]:
    """The blocks of the text, and the notes that stand among them (those of tables)."""
    items, found = _items(layout)
    return list(_StructureReader(layout, items).read()), found


def _items(layout: Layout) -> tuple[list[Para | PrintedTable], list[Note]]:
    """Paragraphs and tables in order, and apart from them the notes that stand below a table."""
    items: list[Para | PrintedTable] = []
    found: list[Note] = []
    for stretch in tables.stretches(layout, layout.body):
        if isinstance(stretch, PrintedTable):
            items.append(stretch)
            continue
        small = [line for line in stretch if line.size < NOTE_SIZE * layout.size]
        starts = next((i for i, line in enumerate(small) if notes.is_note(line)), None)
        taken = small[starts:] if starts is not None else []
        found += notes.read(taken)
        items += paragraphs(layout, [line for line in stretch if line not in taken])
    return _join_tables(items), found


def _join_tables(items: Sequence[Para | PrintedTable]) -> list[Para | PrintedTable]:
    """A table that goes on over the page is one."""
    joined: list[Para | PrintedTable] = []
    for item in items:
        last = joined[-1] if joined else None
        if isinstance(item, PrintedTable) and isinstance(last, PrintedTable) and item.page > last.lines[-1].page:
            joined[-1] = tables.read((*last.lines, *item.lines))
        else:
            joined.append(item)
    return joined


class _StructureReader:
    """Goes through the paragraphs once, remembering the open list and the headings seen."""

    def __init__(self, layout: Layout, items: Sequence[Para | PrintedTable]) -> None:
        self.layout = layout
        self.items = items
        self.nest = Nest()
        self.closed = False
        self.attached = False
        self.number = 0  # of the last numbered paragraph
        self.schemes: list[str] = []
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
        if CLOSING.match(para.text) and para.x > self.layout.left + 0.4 * (self.layout.right - self.layout.left):
            self.closed, self.attached, self.schemes = True, False, []
            self.nest.close()
            return Block(BlockKind.CLOSING, para.page, tuple(line.rich for line in para.lines), para=para)
        block = Block(BlockKind.TEXT, para.page, (para.rich,), mark=para.mark, para=para)
        if not para.mark and self._is_heading(para):
            self.nest.close()
            return replace(block, kind=BlockKind.HEADING, level=self._level(index, para))
        if is_number(para.mark):
            self.nest.close()
            self.number = int(para.mark.rstrip("."))
            return replace(block, kind=BlockKind.NUMBERED)
        if para.mark:
            return replace(
                block, kind=BlockKind.ITEM, level=self.nest.place(para.mark, para.left, self._next_mark(index))
            )
        if para.x > self.layout.left + 0.5 * self.layout.size:
            self.nest.close()
        return block

    def _next_mark(self, index: int) -> str:
        """The mark of the next sub-paragraph, if no numbered paragraph or heading comes first."""
        for item in self.items[index + 1 :]:
            if isinstance(item, Para) and item.mark:
                return "" if is_number(item.mark) else item.mark
            if isinstance(item, Para) and self._is_heading(item):
                return ""
        return ""

    def _is_heading(self, para: Para) -> bool:
        """Bold or italic from end to end, and no sentence."""
        ends = para.rich.plain().rstrip()
        if para.rich.all(Style.BOLD):
            return not ends.endswith((".", ",", ";", ":")) or self._is_numbered(para)
        flush = abs(para.x - self.layout.left) < 0.5 * self.layout.size
        centred = para.x > self.layout.left + 4 * self.layout.size
        return (flush or centred) and para.rich.all(Style.ITALIC) and not ends.endswith((".", ",", ";", ":"))

    def _is_numbered(self, para: Para) -> bool:
        return len(para.lines) < 3 and is_enumerator(para.rich)

    def _level(self, index: int, para: Para) -> int:
        """The level of a heading: its scheme's place among those seen since the last part or annex."""
        scheme = self._scheme(index, para)
        if scheme in ("annex", "part letter", "embedded"):
            self.attached = scheme != "part letter"
            self.schemes, self.numeral = [], 0
            return 3
        if scheme == "title":
            return self.last.level if self.last else 4
        if not para.rich.all(Style.BOLD):
            return 5
        if scheme == "plain":
            return 5 if self.schemes else 4
        if scheme == "roman":
            self.numeral = roman(re.split(r"\W", para.rich.plain().strip())[0])
        if scheme not in self.schemes:
            self.schemes.append(scheme)
        return 4 if self.schemes.index(scheme) == 0 else 5

    def _scheme(self, index: int, para: Para) -> str:
        """What kind of heading it is, by its words and by what comes before it."""
        text, last = para.rich.plain().strip(), self.last
        bare = is_enumerator(para.rich)
        if ATTACHED.match(text) and bare:
            return "annex"
        if not bare and last and last.kind is BlockKind.HEADING and is_enumerator(last.parts[0]):
            return "title"
        if re.fullmatch(r"[A-Z]", text) and not self._is_roman(text) and not self.attached:
            return "part letter"
        if bare and " " in text:
            return text.split()[0].lower()
        found = NUMBERED_HEADING.match(text + " ")
        if not found or not (bare or text[found.end("number")] == "."):
            return "embedded" if self._embeds(index, para) else "plain"
        number = found["number"]
        return "arabic" if number.isdigit() else "roman" if self._is_roman(number) else "letter"

    def _is_roman(self, number: str) -> bool:
        """Whether a heading's number is roman: X is after IX; a single C or D can be a letter in its sequence."""
        if not roman(number):
            return False
        if len(number) > 1 or number == "I" or roman(number) == self.numeral + 1:
            return True
        return "letter" not in self.schemes and "roman" in self.schemes

    def _embeds(self, index: int, para: Para) -> bool:
        """Whether a heading starts a declaration: a paragraph introduces it, and numbers do not run on after it."""
        last = self.last
        if (
            self.closed
            or self.attached
            or self.schemes
            or not last
            or last.kind not in (BlockKind.TEXT, BlockKind.NUMBERED)
        ):
            return False
        if not para.rich.all(Style.BOLD) or not last.parts[0].plain().rstrip().endswith(":"):
            return False
        after = next(
            (item for item in self.items[index + 1 :] if isinstance(item, PrintedTable) or is_number(item.mark)), None
        )
        if not self.number and not is_verb(_lead(last.parts[0])):
            return False  # still the preamble
        return after is None or (isinstance(after, Para) and int(after.mark.rstrip(".")) <= max(self.number, 1))


def _lead(rich: Rich) -> str:
    return "".join(char for char, style in zip(rich.text, rich.styles, strict=True) if style & Style.ITALIC).strip()


def is_number(mark: str) -> bool:
    """Whether a mark is a paragraph's number."""
    return bool(re.fullmatch(r"\d+\.?", mark))
