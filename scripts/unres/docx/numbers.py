"""Which printed numbers a word processor counts by itself, and which have to stand as words.

In: paragraphs in reading order. Out: for each, the list and degree that give its number. A list that begins with
another number than 1 says so; a number that does not follow the one before it (a slip of the print, a list that
begins anew under the same paragraph) is written out, so that what is printed is always what is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from unres.docx.xml import Xml, w
from unres.model import Paragraph
from unres.numbering import letter, roman

# The four degrees below the paragraph: (a), (i), a., i. (Editorial Manual, "Resolutions")
_DEGREES = (
    ("decimal", "%1."),
    ("lowerLetter", "(%2)"),
    ("lowerRoman", "(%3)"),
    ("lowerLetter", "%4."),
    ("lowerRoman", "%5."),
)
_ABSTRACT = "1"
INDENT = 720  # how far each degree stands in, in twentieths of a point: half an inch


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The list that a paragraph's number belongs to, and its degree."""

    number: int
    degree: int


@dataclass(slots=True)
class Numbers:
    """The lists of a document."""

    starts: list[int] = field(default_factory=list)  # of each list, the number of its first paragraph
    counts: list[int] = field(default_factory=list)  # in the list at hand, the last number of each degree

    def place(self, paragraph: Paragraph) -> ListPlace | None:
        """Where a word processor counts to a paragraph's number by itself; None where it has to be written out."""
        degree, value = paragraph.depth, _value(paragraph)
        if not value:
            return None
        if degree == 0:
            if not self.counts or value != self.counts[0] + 1:
                self.starts.append(value)
            self.counts = [value]
        elif degree > len(self.counts) or value != (self.counts[degree] if degree < len(self.counts) else 0) + 1:
            return None
        else:
            self.counts[degree:] = [value]
        return ListPlace(len(self.starts), degree)

    def part(self) -> list[Xml]:
        """The definitions of all lists."""
        lists = [_abstract()]
        for at, start in enumerate(self.starts, 1):
            begin = w("lvlOverride", [w("startOverride", val=str(start))], ilvl="0")
            lists.append(w("num", [w("abstractNumId", val=_ABSTRACT), begin], numId=str(at)))
        return lists


def _value(paragraph: Paragraph) -> int:
    """The value of a number that is printed as its degree has it, 0 for any other."""
    if paragraph.depth >= len(_DEGREES):
        return 0
    form, shown = _DEGREES[paragraph.depth]
    before, after = shown[: shown.index("%")], shown[-1]
    printed = paragraph.number
    if not (printed.startswith(before) and printed.endswith(after)):
        return 0
    token = printed[len(before) : -1]
    if form == "decimal":
        return int(token) if token.isascii() and token.isdigit() and token[0] != "0" else 0
    return letter(token) if form == "lowerLetter" else roman(token) if token.islower() else 0


@cache
def _abstract() -> Xml:
    """What all lists have in common."""
    levels = [_level(at, form, shown) for at, (form, shown) in enumerate(_DEGREES)]
    return w("abstractNum", [w("multiLevelType", val="multilevel"), *levels], abstractNumId=_ABSTRACT)


def _level(degree: int, form: str, shown: str) -> Xml:
    indent = (
        w("ind", left=str(INDENT * degree), firstLine=str(INDENT))
        if not degree
        else w("ind", left=str(INDENT * (degree + 1)), hanging=str(INDENT))
    )
    return w(
        "lvl",
        [
            w("start", val="1"),
            w("numFmt", val=form),
            w("lvlText", val=shown),
            w("lvlJc", val="left"),
            w("pPr", [indent]),
        ],
        ilvl=str(degree),
    )
