"""Puts a page's characters together as printed lines.

In: a ``Page``. Out: its ``Line`` values from top to bottom, with blanks where the print has gaps and
raised characters (footnote markers) in their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from unres.pdf_import.glyphs import LINE_END_HYPHEN, Glyph, PrintedPage
from unres.pdf_import.rich import Rich, Style

GAP = 0.16  # of the font's size: wider is a blank
SMALL = 0.75  # of the line's size: smaller is raised or lowered
ROW = 1.2  # points between baselines of one row
APART = 1.0  # of the smaller size: a gap between columns of different type
REACH = 0.65  # of the line's size: how far off its baseline a raised or lowered character stands


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line.

    Attributes:
        page: the page's number, from 1.
        y: its baseline, in points from the bottom of the page.
        size: the size of its type.
        rich: its words with their style.
        xs: where each character starts; rights: where it ends.
        tags: the structure element that each character belongs to, empty if none.
    """

    page: int
    y: float
    size: float
    rich: Rich
    xs: tuple[float, ...]
    rights: tuple[float, ...]
    tags: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return self.rich.text

    @property
    def x(self) -> float:
        """Where it starts."""
        return self.xs[0]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.rights[-1]

    def part(self, start: int, end: int | None = None) -> Line:
        """A stretch of the line as a line of its own, without blanks at its ends."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        cut = slice(start, end)
        return Line(self.page, self.y, self.size, self.rich[cut], self.xs[cut], self.rights[cut], self.tags[cut])


def page_lines(page: PrintedPage) -> list[Line]:
    """The lines of a page, from top to bottom and left to right."""
    rows = _merge_small(_rows(page.glyphs))
    return [_line(page, row) for row in rows]


@dataclass(slots=True)
class _Row:
    y: float
    size: float
    glyphs: list[tuple[Glyph, int]]

    def span(self) -> tuple[float, float]:
        return min(g.x for g, _ in self.glyphs), max(g.right for g, _ in self.glyphs)


def _rows(glyphs: Iterable[Glyph]) -> list[_Row]:
    """Characters by baseline, split where the type changes its size over a wide gap."""
    rows: list[_Row] = []
    for glyph in sorted(glyphs, key=lambda g: -g.y):
        row = rows[-1] if rows else None
        if row and row.y - glyph.y <= ROW:
            row.glyphs.append((glyph, 0))
        else:
            rows.append(_Row(glyph.y, glyph.size, [(glyph, 0)]))
    return [part for row in rows for part in _split(row)]


def _split(row: _Row) -> list[_Row]:
    parts: list[_Row] = []
    for pair in sorted(row.glyphs, key=lambda pair: pair[0].x):
        glyph, part = pair[0], parts[-1] if parts else None
        if part and not _apart(part, glyph):
            part.glyphs.append(pair)
            part.size = max(part.size, glyph.size)
        else:
            parts.append(_Row(glyph.y, glyph.size, [pair]))
    return parts


def _apart(part: _Row, glyph: Glyph) -> bool:
    """Whether a character is far from the row so far and of another size: another column's."""
    gap = glyph.x - part.glyphs[-1][0].right
    ratio = glyph.size / part.size
    return gap > APART * min(glyph.size, part.size) and not SMALL <= ratio <= 1 / SMALL


def _merge_small(rows: list[_Row]) -> list[_Row]:
    """Rows of small characters go into the line beside them, as raised or lowered characters."""
    merged: list[_Row] = []
    for index, row in enumerate(rows):
        host = _host(rows, index)
        if host is None:
            merged.append(row)
        else:
            style = Style.RAISED if row.y > host.y else Style.LOWERED
            host.glyphs.extend((glyph, style) for glyph, _ in row.glyphs)
    return merged


def _host(rows: list[_Row], index: int) -> _Row | None:
    """The line that a row of small characters belongs to: the nearest larger one that it touches."""
    row = rows[index]
    near = [
        other
        for other in (*rows[max(index - 2, 0) : index], *rows[index + 1 : index + 3])
        if abs(row.y - other.y) < REACH * other.size and _is_beside(row, other) and _touches(row, other)
    ]
    return min(near, key=lambda other: abs(other.y - row.y), default=None)


def _is_beside(row: _Row, other: _Row) -> bool:
    """Whether a row is small beside another, or a full-size marker that is only raised."""
    if row.size < SMALL * other.size:
        return True
    words = "".join(glyph.char for glyph, _ in row.glyphs)
    return row.y > other.y and len(other.glyphs) > 3 and bool(re.fullmatch(r"\d{1,3}|\*{1,3}", words))


def _touches(row: _Row, other: _Row) -> bool:
    left, right = row.span()
    start, end = other.span()
    return left < end + other.size and right > start - other.size


def _line(page: PrintedPage, row: _Row) -> Line:
    """The line of a row. A marker belongs to the word before it; a blank printed before it goes behind it."""
    chars: list[str] = []
    styles: list[int] = []
    xs: list[float] = []
    rights: list[float] = []
    tags: list[str] = []
    owed = False
    for glyph, raised in sorted(row.glyphs, key=lambda pair: pair[0].x):
        style = raised | (Style.ITALIC if glyph.italic else 0) | (Style.BOLD if glyph.bold else 0)
        blank = bool(chars) and _is_blank(chars, glyph, glyph.x - rights[-1], row.size)
        owed = owed or (blank and raised == Style.RAISED)
        if not raised and (blank or (owed and _OPENS.match(glyph.char))):
            chars.append(" ")
            styles.append(styles[-1] & style & (Style.ITALIC | Style.BOLD))
            xs.append(rights[-1])
            rights.append(glyph.x)
            tags.append(tags[-1])
        owed = owed and bool(raised)
        chars.append("-" if glyph.char == LINE_END_HYPHEN else glyph.char)
        styles.append(style)
        xs.append(glyph.x)
        rights.append(glyph.right)
        tags.append(page.tags.get(glyph.tag, ""))
    rich = Rich("".join(chars), tuple(styles))
    return Line(page.number, row.y, row.size, rich, tuple(xs), tuple(rights), tuple(tags))


_OPENS = re.compile(r"[\w(“‘\[]")  # what can begin a word
_DASHED = re.compile(r"(?:\w[-\u2010\u2011].|\d–\d?)\Z")


def _is_blank(chars: list[str], glyph: Glyph, gap: float, size: float) -> bool:
    """Whether a blank stands before a character: a wide gap, or a blank of the PDF's own that is set tight.

    Of these two are none: one behind a hyphen, where a line was broken once, and one at a dash between numbers.
    """
    if gap > GAP * max(glyph.size, SMALL * size):
        return True
    return glyph.spaced and not _DASHED.search("".join(chars[-2:]) + glyph.char)
