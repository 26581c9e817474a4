"""Joins lines as paragraphs, over the ends of lines and pages, by where they stand.

In: the lines of the text. Out: ``Para`` values. What the paragraphs are is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from unres.numbering import BULLETS
from unres.pdf_import.layout import Layout
from unres.pdf_import.lines import Line
from unres.pdf_import.rich import CharStyle, Rich, join_lines

PARAGRAPH_GAP = 1.25  # of the leading: more space starts a paragraph
INDENT = 1.0  # of the type's size: a first line stands in by more than that
TAB = 0.45  # of the type's size: a gap after a number that is no blank
TAB_STOP = 2.4  # of the type's size: how far behind its number a text starts

NUMBER = re.compile(
    rf"""
    (?P<mark>
        \d{{1,3}}\.?
      | \( (?: \d{{1,2}} | (?P<letter>[a-z])(?P=letter)* | [ivxl]+ ) \)
      | (?: [a-z] | [ivx]+ ) \.
      | [{BULLETS}–—-]
    )
    (?: [ ] | (?<=\)) (?=[A-Z]) )  # a wide mark leaves no room for the blank""",
    re.VERBOSE,
)
SECOND = re.compile(r"(?P<mark>\((?:a|i|1)\)) (?=[A-Z“])")  # opens a list in the line of the mark before it
ENUMERATOR = re.compile(
    r"(?:Annex|Appendix|Enclosure|Attachment|Schedule|(?:Income )?[Ss]ection|Part|Chapter|Article|Rule|Title)"
    r"(?: (?:[IVXLC]+|[A-Z]|\d+[A-Z]?|one|two|three|four|five)\.?)?|[A-Z][a-z]+ (?:[IVXLC]+|\d{1,3})\.?|[IVXLC]+|[A-Z]"
)

CLOSING = re.compile(r"\d+(?:st|nd|rd|th)(?: \(\w+\))?(?: \w+)* meeting\b")


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph as printed.

    Attributes:
        lines: its lines, at least one.
        mark: the number, letter or bullet that it starts with, ``3. (a)`` if there are two, empty if none.
        rich: its words without the mark.
    """

    lines: tuple[Line, ...]
    mark: str
    rich: Rich

    @property
    def page(self) -> int:
        """The page it starts on."""
        return self.lines[0].page

    @property
    def x(self) -> float:
        """Where its first line starts."""
        return self.lines[0].x

    @property
    def left(self) -> float:
        """Where its other lines start; its first, if it has only one."""
        return min(line.x for line in self.lines[1:]) if len(self.lines) > 1 else self.x

    @property
    def size(self) -> float:
        """The size of its type."""
        return self.lines[0].size

    @property
    def text(self) -> str:
        """Its words without the mark."""
        return self.rich.text


def paragraphs(layout: Layout, lines: Iterable[Line]) -> list[Para]:
    """The paragraphs of the text."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _starts(layout, groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [make(group) for group in groups]


def make(lines: Sequence[Line]) -> Para:
    """A paragraph of these lines."""
    length = mark_length(lines[0], starts=True)
    if length and (second := SECOND.match(lines[0].text, length)):
        length = second.end()
    mark = lines[0].text[:length].strip()
    first = lines[0].part(length) if length else lines[0]
    rich = join_lines([first.rich, *(line.rich for line in lines[1:])])
    return Para(tuple(lines), mark, rich)


def mark_length(line: Line, *, starts: bool = False) -> int:
    """How many characters the number at a line's start takes, with the blank after it; 0 if there is none.

    A number is set apart from its text; where a paragraph is known to start, a full stop or brackets will do.
    """
    found = NUMBER.match(line.text)
    if not found or line.rich.starts(CharStyle.RAISED) or line.rich.all(CharStyle.BOLD):
        return 0
    length = found.end("mark")
    if found["mark"].isdigit() and not line.rich.styles[length + 1] & CharStyle.ITALIC:
        return 0  # without its full stop a number is one only before opening words
    if (starts and found["mark"][-1] in ".)") or found["mark"] in BULLETS:
        return found.end()
    after = line.xs[found.end()]
    tabbed = abs(after - line.x - TAB_STOP * line.size) < 0.2 * line.size
    return found.end() if tabbed or after - line.rights[length - 1] > TAB * line.size else 0


def _starts(layout: Layout, group: Sequence[Line], line: Line) -> bool:
    """Whether a line starts a paragraph, after the lines of the one before."""
    last = group[-1]
    if is_closing(layout, line) or (mark_length(line) and line.text[0] in BULLETS):
        return True
    if _is_enumerator(group) or _is_enumerator([line]) or (last.page != line.page and _manner(last) != _manner(line)):
        return True
    close = last.page == line.page and last.y - line.y <= PARAGRAPH_GAP * layout.leading
    length = mark_length(line)
    bare = line.text[length - 2 : length - 1].isdigit()
    if length and not (bare and line.x < layout.left + INDENT * line.size):
        if close:  # a number that a line happens to start with, unless it hangs or the list is set tight
            return line.x > last.x + 0.2 * line.size or bool(
                mark_length(last) and abs(line.x - last.x) < 0.2 * line.size
            )
        inside = line.x < last.x + 0.2 * line.size and not mark_length(last)
        return last.page == line.page or not inside or bool(_ENDED.search(last.text))
    return _starts_page(layout, group, line) if last.page != line.page else not close


def is_closing(layout: Layout, line: Line) -> bool:
    """Whether a line is the first of a closing line: it stands at the right, and names a meeting."""
    return bool(CLOSING.match(line.text)) and line.x > layout.left + 0.4 * (layout.right - layout.left)


_ENDED = re.compile(r"(?:[.;:,][”’]?[\d*]*|; (?:and|or))$")


def _is_enumerator(group: Sequence[Line]) -> bool:
    line = group[0]
    return len(group) == 1 and is_enumerator(line.rich) and _manner(line) != ""


def is_enumerator(rich: Rich) -> bool:
    """Whether words are the number of a section, part or annex alone; it can call a note."""
    return bool(ENUMERATOR.fullmatch(rich.plain().strip()))


def _manner(line: Line) -> str:
    """Whether a line is all bold: such lines and others never share a paragraph."""
    if line.rich.all(CharStyle.BOLD):
        return "bold"
    return "italic" if is_enumerator(line.rich) and line.rich.all(CharStyle.ITALIC) else ""


def _starts_page(layout: Layout, group: Sequence[Line], line: Line) -> bool:
    """Whether the first line of a page starts a paragraph or goes on with the one before."""
    last = group[-1]
    if CLOSING.fullmatch(last.text):
        return False  # its date
    if line.rich.all(CharStyle.ITALIC) and not last.rich.all(CharStyle.ITALIC) and _ENDED.search(last.text):
        return True  # a heading
    indented = line.x > layout.left + INDENT * line.size
    if indented and line.rich.starts(CharStyle.ITALIC) and _ENDED.search(last.text):
        return True  # opening words after a block of numerals that stands as far in
    left = min(other.x for other in group[1:]) if len(group) > 1 else min(group[0].x, layout.left)
    if line.x > left + INDENT * line.size:
        return True
    room = layout.right - last.right - 0.3 * line.size
    return bool(_ENDED.search(last.text)) and first_word(line) < room and _fresh(line.text)


def first_word(line: Line) -> float:
    """How wide the first word of a line is: whether the line before had room for it tells a lot."""
    return line.rights[(line.text + " ").index(" ") - 1] - line.x


def _fresh(text: str) -> bool:
    return bool(re.match(r"[“‘(]?[A-Z]", text))


def is_number(mark: str) -> bool:
    """Whether a mark is a paragraph's number.

    >>> [is_number(mark) for mark in ("3.", "3", "(3)", "a.")]
    [True, True, False, False]
    """
    return bool(re.fullmatch(r"\d+\.?", mark))
