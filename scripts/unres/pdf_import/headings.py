"""Headings: how each is numbered, and how deep it stands among the others of its text.

In: headings in reading order, by their words and type. Out: what each is counted with, its value, and
levels. The forms are those of the Editorial Manual and of the resolutions themselves; type says little, since most
resolutions set all headings alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from unres.numbering import letter, roman

FIRST, ITALIC, LAST = 4, 5, 6  # levels in the source text: the first, the first for italics, the deepest


class Count(StrEnum):
    """What a heading is counted with: the kind of its number, or the word before it."""

    PLAIN = "plain"  # nothing
    ARABIC = "arabic"
    ROMAN = "roman"
    LETTER = "letter"
    PART_LETTER = "part letter"  # of a composite resolution
    ANNEX = "annex"
    SUBTITLE = "subtitle"  # the words below a number or an annex
    APPENDIX = "appendix"
    SCHEDULE = "schedule"
    SECTION = "section"
    PART = "part"
    CHAPTER = "chapter"
    ARTICLE = "article"
    RULE = "rule"
    TITLE = "title"

    @classmethod
    def _missing_(cls, _: object) -> Count:
        return cls.PLAIN  # "Income Section" alone


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """How a heading is numbered: what it is counted with, and its value, 0 for one without a number."""

    count: Count
    value: int = 0


UNNUMBERED = HeadingNumber(Count.PLAIN)


@dataclass(slots=True)
class Counts:
    """The counts that are open, the outermost first: a numeral goes on with the one whose last value it follows.

    >>> counts = Counts()
    >>> " ".join(counts.read(token).count for token in ("VIII", "IX", "A", "B", "X"))
    'roman roman letter letter roman'
    """

    open: list[HeadingNumber] = field(default_factory=list)

    def read(self, token: str) -> HeadingNumber:
        """What a heading's number is: ``IX`` roman, ``X`` after it too, ``I`` a letter after ``H``."""
        choices = _choices(token)
        place, number = self._place(choices)
        self.open[place:] = [number]
        return number

    def _place(self, choices: Sequence[HeadingNumber]) -> tuple[int, HeadingNumber]:
        for place in reversed(range(len(self.open))):
            last = self.open[place]
            if (after := HeadingNumber(last.count, last.value + 1)) in choices:
                return place, after
        known = {number.count: place for place, number in enumerate(self.open)}
        opening = next((number for number in choices if number.value == 1), None)
        slip = next((number for number in choices if number.count in known), None)
        number = opening or slip or choices[-1]
        return known.get(number.count, len(self.open)), number


def _choices(token: str) -> list[HeadingNumber]:
    """The ways to read a number, the likelier last: a single letter is one, and no numeral, if nothing else speaks."""
    if token.isdigit():
        return [HeadingNumber(Count.ARABIC, int(token))]
    found = [
        HeadingNumber(Count.ROMAN, roman(token)),
        HeadingNumber(Count.LETTER, letter(token.lower()) if len(token) == 1 else 0),
    ]
    return [number for number in found if number.value] or [UNNUMBERED]


@dataclass(frozen=True, slots=True)
class PrintedHeading:
    """A heading: its number, and whether it is bold (others are italic)."""

    number: HeadingNumber
    bold: bool


def levels(headings: Sequence[PrintedHeading]) -> list[int]:
    """The levels of the headings of one text.

    A count that begins anew below headings of another kind stands below them. Headings without a number can be
    above one (several times over a count that begins anew), else they are below the count that they come after.

    >>> numbers = [HeadingNumber(Count.ROMAN, 1), HeadingNumber(Count.LETTER, 1), HeadingNumber(Count.ROMAN, 2)]
    >>> levels([PrintedHeading(number, bold=True) for number in numbers])
    [4, 5, 4]
    """
    above = _above([heading.number for heading in headings if heading.bold])
    deepest = max((_depth(heading.number.count, above) for heading in headings if heading.bold), default=0)
    italic = min(max(ITALIC, FIRST + deepest + 1), LAST)
    return [min(FIRST + _depth(h.number.count, above), LAST) if h.bold else italic for h in headings]


def _above(numbers: Sequence[HeadingNumber]) -> dict[Count, Count]:
    """For each kind of heading that stands below another, that other."""
    votes: dict[Count, Counter[Count]] = defaultdict(Counter)
    for index, number in enumerate(numbers[1:], 1):
        before = numbers[index - 1].count
        first = number.count not in (one.count for one in numbers[:index])
        if before != number.count and (number.value == 1 or (first and number.count == Count.PLAIN)):
            votes[number.count][before] += 1
    above = {name: found.most_common(1)[0][0] for name, found in votes.items()}
    for name, other in list(above.items()):
        if other == Count.PLAIN and votes[name][Count.PLAIN] < 2:
            del above[name]  # one heading without a number, such as an introduction, is above nothing
    if Count.PLAIN in above.values():
        above.pop(Count.PLAIN, None)
    return above


def _depth(count: Count, above: dict[Count, Count]) -> int:
    seen = [count]
    while (higher := above.get(seen[-1])) and higher not in seen:
        seen.append(higher)
    return len(seen) - 1
