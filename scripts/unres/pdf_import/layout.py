"""Sorts the lines of a document by what they are on the page: masthead, text, notes or furniture.

In: the pages of a PDF. Out: a ``Layout``. Running heads, page numbers, job number and barcode are
furniture: they stand above or below the page's text, and are kept only to be accounted for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from unres.pdf_import.furniture import is_sure
from unres.pdf_import.glyphs import PrintedPage
from unres.pdf_import.lines import Line, page_lines
from unres.pdf_import.rich import CharStyle

HEAD, FOOT, PAPER = 724.0, 52.0, 792.0  # points from the bottom of a letter page
LOW = 96.0  # furniture above the foot stands below that
PAGE_WIDTH, FULL = 612.0, 0.7  # a line that ends beyond that share of the width is a full one
INVISIBLE = 2.0  # points: smaller type is not printed to be read
RULE = re.compile(r"_{5,}")
NOTE_SIZE = 0.92  # of the body's size: notes are smaller


@dataclass
class Layout:
    """The lines of a document, from its first page to its last.

    Attributes:
        masthead: the head of the first page, down to number and title.
        body: the lines of the text.
        notes: the lines below the rules at the foot of the pages.
        furniture: running heads, page numbers, job number, barcode, rules.
        feet: by page, the height at and below which there is furniture, where that is above the foot.
        size: the size of the text's type; leading: from baseline to baseline.
        left, right: the text's margins.
    """

    masthead: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)
    feet: dict[int, float] = field(default_factory=dict)
    size: float = 10.0
    leading: float = 12.0
    left: float = 123.0
    right: float = 488.0


def is_inside(y: float, height: float) -> bool:
    """Whether a place lies between head and foot of a page of this height, as on paper of letter size."""
    return FOOT < y * PAPER / height < HEAD


def lay_out(pages: Iterable[PrintedPage]) -> Layout:
    """The layout of a document."""
    layout = Layout()
    inside: list[Line] = []
    for page in pages:
        lines = page_lines(page)
        foot = _foot(lines, page.height)
        if foot:
            layout.feet[page.number] = foot
        for line in lines:
            outside = line.y <= foot or not is_inside(line.y, page.height)
            (layout.furniture if outside or line.size < INVISIBLE else inside).append(line)
    _measure(layout, inside)
    for number in sorted({line.page for line in inside}):
        body, notes = _split_notes(layout, [line for line in inside if line.page == number])
        layout.body += body
        layout.notes += notes
    _split_masthead(layout)
    return layout


def _foot(lines: list[Line], height: float) -> float:
    """The height of the furniture that stands above the foot of a page, 0 if none does."""
    foot = 0.0
    for line in reversed(lines):
        if line.y * PAPER / height > LOW or (is_inside(line.y, height) and not is_sure(line)):
            break
        foot = line.y if is_inside(line.y, height) else foot
    return foot


def _measure(layout: Layout, lines: list[Line]) -> None:
    """Size, leading and margins of the running text: the most frequent, where there is enough of it."""
    if not lines:
        return
    layout.size = _commonest((round(line.size, 1), len(line.text)) for line in lines)
    body = [line for line in lines if abs(line.size - layout.size) < 0.06 * layout.size]
    layout.left = _left(lines, body)
    wide = [(round(line.right), 1) for line in body if line.right > FULL * PAGE_WIDTH]
    layout.right = _commonest(wide) if wide else layout.right
    steps = [round(a.y - b.y, 1) for a, b in pairwise(body) if a.page == b.page]
    close = [(step, 1) for step in steps if 0.9 * layout.size < step < 1.4 * layout.size]
    layout.leading = _commonest(close) if close else 1.2 * layout.size


def _left(lines: list[Line], body: list[Line]) -> float:
    """The left margin: where most lines start, or the adoption line, which stands at it."""
    lefts = Counter(round(line.x) for line in body if len(line.text) > 20)
    most = max(lefts.values(), default=0)
    near = [x for x, count in lefts.items() if count >= most / 4]
    near += [round(line.x) for line in lines if line.page == 1 and is_adoption(line.text)]
    at = [line.x for line in lines if abs(line.x - min(near, default=0)) < 2]
    return sum(at) / len(at) if at else Layout.left


def is_adoption(text: str) -> bool:
    """Whether a line is the one over the title that says who adopted the resolution."""
    return bool(re.match(r"Resolutions? adopted by\b", text))


def _commonest(weighted: Iterable[tuple[float, int]]) -> float:
    counts: Counter[float] = Counter()
    for value, weight in weighted:
        counts[value] += weight
    return max(counts, key=lambda value: (counts[value], value))


def _split_notes(layout: Layout, lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """A page's text and its notes: below a run of underscores, or small type with numbers at the foot."""
    for index, line in enumerate(lines):
        if RULE.fullmatch(line.text):
            layout.furniture.append(line)
            return lines[:index], lines[index + 1 :]
    start = len(lines)
    while start and lines[start - 1].size < NOTE_SIZE * layout.size:
        start -= 1
    for index in range(start, len(lines)):
        if re.match(r"\d|\*", lines[index].text) and lines[index].rich.starts(CharStyle.RAISED):
            return lines[:index], lines[index:]
    return lines, []


def _split_masthead(layout: Layout) -> None:
    """The masthead ends with the lines of the title: those in larger bold type after the adoption line."""
    first = [line for line in layout.body if line.page == layout.body[0].page] if layout.body else []
    end = next((i for i, line in enumerate(first) if is_adoption(line.text)), None)
    if end is None:
        return
    while end < len(first) and not _is_title(layout, first[end]):
        if first[end].text.startswith("The General Assembly"):
            break
        end += 1
    while end < len(first) and _is_title(layout, first[end]) and len(first[end].text) > 1:
        end += 1  # a single letter is the first part of a composite resolution
    layout.masthead, layout.body = layout.body[:end], layout.body[end:]


def _is_title(layout: Layout, line: Line) -> bool:
    return line.rich.all(CharStyle.BOLD) and 1.1 * layout.size < line.size < 1.35 * layout.size
