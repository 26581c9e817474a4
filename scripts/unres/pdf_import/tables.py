"""Finds tables among the lines of the text and reads their cells from where words stand.

In: the lines of the text. Out: the same lines in order, as stretches of running text and ``Table``
values. Tags are of no help here: some tables have none, and the masthead often has a table's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from unres.pdf_import.layout import NOTE_SIZE, Layout
from unres.pdf_import.lines import Line
from unres.pdf_import.paragraphs import mark_length
from unres.pdf_import.rich import CharStyle, Rich, join_lines

COLUMN_GAP = 1.1  # of the type's size: between cells of a row
LOOSE_GAP = 2.5  # the same in the text's own type, where a justified line can have wide blanks
ROW_GAP = 1.4  # of the type's size: between the baselines of rows; lines of a cell are closer


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A printed table.

    Attributes:
        lines: its lines.
        header: how many of the first rows are column headings.
        rows: cells by row.
        repeated: by page, the column headings that the print repeats there.
    """

    lines: tuple[Line, ...]
    header: int
    rows: tuple[tuple[Rich, ...], ...]
    repeated: tuple[tuple[int, str], ...] = ()

    @property
    def page(self) -> int:
        """The page it starts on."""
        return self.lines[0].page


def stretches(layout: Layout, lines: Sequence[Line]) -> Iterator[list[Line] | PrintedTable]:
    """Running text and tables, in order."""
    text: list[Line] = []
    index = 0
    while index < len(lines):
        end = _table_end(layout, lines, index)
        if end > index:
            if text:
                yield text
            yield read_printed_table(lines[index:end])
            text, index = [], end
        else:
            text.append(lines[index])
            index += 1
    if text:
        yield text


def _table_end(layout: Layout, lines: Sequence[Line], start: int) -> int:
    """Where the table that starts here ends; ``start`` if none does."""
    end = start
    while end < len(lines) and _may_belong(layout, lines[end]):
        end += 1
    rows = [index for index in range(start, end) if len(_segments(lines[index])) > 1]
    if len(rows) < 2 and not (rows and end - start > 2):
        return start
    last = rows[-1] + 1
    while last < end and not _starts_row(lines[last - 1], lines[last], lines[last].size):
        last += 1  # what stands further below it, such as its abbreviations, is text
    return last


def _starts_row(last: Line, line: Line, usual: float) -> bool:
    """Whether a line is the first of a row; ``usual`` is the table's size of type: one large sign is not it."""
    return last.page != line.page or last.y - line.y > ROW_GAP * min(line.size, usual)


def _may_belong(layout: Layout, line: Line) -> bool:
    """Small type, or a row of cells in the text's own type; never a table's note."""
    if line.rich.starts(CharStyle.RAISED):
        return False
    if line.size < NOTE_SIZE * layout.size:
        return True
    return len(_segments(line, LOOSE_GAP)) > 1 and not mark_length(line) and not line.rich.all(CharStyle.BOLD)


def _segments(line: Line, gap: float = COLUMN_GAP) -> list[Line]:
    """The parts of a line between wide gaps."""
    cuts = [0]
    for index, char in enumerate(line.text):
        if char == " " and line.xs[index + 1] - line.rights[index - 1] > gap * line.size:
            cuts.append(index + 1)
    return [line.part(a, b) for a, b in pairwise([*cuts, len(line.text)])]


def read_printed_table(lines: Sequence[Line]) -> PrintedTable:
    """The cells of a table's lines."""
    kept = _without_repeated_heads(lines)
    columns = _columns(kept)
    sizes = Counter(round(line.size, 1) for line in kept)
    usual = max(sizes, key=lambda size: (sizes[size], size))
    rows: list[list[list[Rich]]] = []
    heads: list[bool] = []
    last: Line | None = None
    for line in kept:
        if last is None or _starts_row(last, line, usual):
            rows.append([[] for _ in columns])
            heads.append(True)
        heads[-1] = heads[-1] and line.rich.all(CharStyle.ITALIC) and line.size < 0.95 * max(sizes)
        for segment in _segments(line):
            rows[-1][_column(columns, segment)].append(segment.rich)
        last = line
    cells = tuple(tuple(join_lines(cell) for cell in row) for row in rows)
    header = next((index for index, head in enumerate(heads) if not head), len(heads))
    return PrintedTable(tuple(lines), header, cells, _repeated(lines, kept))


def _repeated(lines: Sequence[Line], kept: Sequence[Line]) -> tuple[tuple[int, str], ...]:
    words: dict[int, str] = {}
    for line in lines:
        if line not in kept:
            words[line.page] = words.get(line.page, "") + line.text
    return tuple(words.items())


def _without_repeated_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines without column headings that the print repeats on the next page."""
    heads = takewhile(lambda line: line.rich.all(CharStyle.ITALIC) or line.rich.all(CharStyle.BOLD), lines)
    first = [line.text for line in heads if line.page == lines[0].page]
    kept: list[Line] = []
    place: dict[int, int] = {}
    for line in lines:
        index = place.setdefault(line.page, 0)
        if line.page != lines[0].page and index >= 0 and index < len(first) and line.text == first[index]:
            place[line.page] += 1
        else:
            place[line.page] = -1
            kept.append(line)
    return kept


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The columns, from the lines with the most cells: where no such line has a gap is a column."""
    cells = [_segments(line) for line in lines]
    most = max(len(parts) for parts in cells)
    spans = sorted((part.x, part.right) for parts in cells if len(parts) == most for part in parts)
    columns: list[tuple[float, float]] = []
    for x, right in spans:
        if columns and x < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(right, columns[-1][1]))
        else:
            columns.append((x, right))
    return columns


def _column(columns: Sequence[tuple[float, float]], part: Line) -> int:
    """The column that a part of a line shares most with, the first that it spans, or else the nearest."""
    spanned = [index for index, (x, right) in enumerate(columns) if part.x < right and part.right > x]
    if len(spanned) > 1 and part.right - part.x > columns[spanned[1]][0] - columns[spanned[0]][0]:
        return spanned[0]

    def share(index: int) -> tuple[float, float]:
        x, right = columns[index]
        return min(right, part.right) - max(x, part.x), -abs(x - part.x)

    return max(range(len(columns)), key=share)
