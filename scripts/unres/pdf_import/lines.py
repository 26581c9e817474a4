"""Puts a page's characters together as printed lines.

In: a ``Page``. Out: its ``Line`` values from top to bottom, with blanks where the print has gaps and
raised characters (footnote markers) in their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from unres.pdf_import.glyphs import LINE_END_HYPHEN, Glyph, PrintedPage
from unres.pdf_import.rich import CharStyle, Rich

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
    """Characters on one baseline, from left to right, and those raised above it or lowered below."""

    y: float
    size: float
    glyphs: list[Glyph]
    small: list[tuple[Glyph, int]] = field(default_factory=list)

    def span(self) -> tuple[float, float]:
        glyphs = [*self.glyphs, *(glyph for glyph, _ in self.small)]
        return min(g.x for g in glyphs), max(g.right for g in glyphs)


def _rows(glyphs: Iterable[Glyph]) -> list[_Row]:
    """Characters by baseline, split where the type changes its size over a wide gap."""
    rows: list[_Row] = []
    for glyph in sorted(glyphs, key=attrgetter("y"), reverse=True):
        if rows and rows[-1].y - glyph.y <= ROW:
            rows[-1].glyphs.append(glyph)
        else:
            rows.append(_Row(glyph.y, glyph.size, [glyph]))
    return [part for row in rows for part in _split(row)]


def _split(row: _Row) -> list[_Row]:
    row.glyphs.sort(key=attrgetter("x"))
    if len({glyph.size for glyph in row.glyphs}) == 1:
        return [row]
    parts: list[_Row] = []
    for glyph in row.glyphs:
        if parts and not _apart(parts[-1], glyph):
            parts[-1].glyphs.append(glyph)
            parts[-1].size = max(parts[-1].size, glyph.size)
        else:
            parts.append(_Row(glyph.y, glyph.size, [glyph]))
    return parts


def _apart(part: _Row, glyph: Glyph) -> bool:
    """Whether a character is far from the row so far and of another size: another column's."""
    gap = glyph.x - part.glyphs[-1].right
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
            style = CharStyle.RAISED if row.y > host.y else CharStyle.LOWERED
            host.small += [(glyph, style) for glyph in row.glyphs] + row.small
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
    words = "".join(glyph.char for glyph in row.glyphs)
    return row.y > other.y and len(other.glyphs) > 3 and bool(re.fullmatch(r"\d{1,3}|\*{1,3}", words))


def _touches(row: _Row, other: _Row) -> bool:
    left, right = row.span()
    start, end = other.span()
    return left < end + other.size and right > start - other.size


def _line(page: PrintedPage, row: _Row) -> Line:
    """The line of a row. A marker belongs to the word before it; a blank printed before it goes behind it."""
    chars: list[tuple[str, int, float, float, str]] = []  # with style, left and right edge, tag
    owed, before = False, ""
    for glyph, raised in _in_order(row):
        char, x, _, right, _, italic, bold, tag, _ = glyph
        style = raised + CharStyle.ITALIC * italic + CharStyle.BOLD * bold
        blank = bool(chars) and _is_blank(before, glyph, x - chars[-1][3], row.size)
        owed = owed or (blank and raised == CharStyle.RAISED)
        if not raised and (blank or (owed and _OPENS.match(char))):
            _, styled, _, edge, tagged = chars[-1]
            chars.append((" ", styled & style & (CharStyle.ITALIC | CharStyle.BOLD), edge, x, tagged))
        owed = owed and bool(raised)
        char = "-" if char == LINE_END_HYPHEN else char
        chars.append((char, style, x, right, page.tags.get(tag, "")))
        before = before[-1:] + char
    words, styles, xs, rights, tags = zip(*chars, strict=True)
    return Line(page.number, row.y, row.size, Rich("".join(words), styles), xs, rights, tags)


def _in_order(row: _Row) -> Iterable[tuple[Glyph, int]]:
    """The characters of a row from left to right, with how they are raised or lowered."""
    pairs = [(glyph, CharStyle.PLAIN) for glyph in row.glyphs]
    return sorted([*pairs, *row.small], key=lambda pair: pair[0].x) if row.small else pairs


_OPENS = re.compile(r"[\w(“‘\[]")  # what can begin a word
_DASHED = re.compile(r"(?:\w[-\u2010\u2011].|\d–\d?)\Z")


def _is_blank(before: str, glyph: Glyph, gap: float, size: float) -> bool:
    """Whether a blank stands before a character: a wide gap, or a blank of the PDF's own that is set tight.

    Of these two are none: one behind a hyphen, where a line was broken once, and one at a dash between numbers.
    """
    if gap > GAP * glyph.size and gap > GAP * SMALL * size:
        return True
    return glyph.spaced and not _DASHED.search(before + glyph.char)
