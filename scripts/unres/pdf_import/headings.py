"""Headings: how each is numbered, and how deep it stands among the others of its text.

In: headings in reading order, by their words and type. Out: schemes ("roman", "letter", "article" …), values and
levels. The forms are those of the Editorial Manual and of the resolutions themselves; type says little, since most
resolutions set all headings alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from unres.numbering import letter, roman

FIRST, ITALIC, LAST = 4, 5, 6  # levels in the source text: the first, the first for italics, the deepest
PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a heading is numbered: the name of the count, and its value, 0 for one without a number."""

    name: str
    value: int = 0


UNNUMBERED = Scheme(PLAIN)


@dataclass(slots=True)
class Counts:
    """The counts that are open, the outermost first: a numeral goes on with the one whose last value it follows."""

    open: list[Scheme] = field(default_factory=list)

    def read(self, token: str) -> Scheme:
        """What a heading's number is: ``IX`` roman, ``X`` after it too, ``I`` a letter after ``H``."""
        choices = _choices(token)
        place, scheme = self._place(choices)
        self.open[place:] = [scheme]
        return scheme

    def _place(self, choices: Sequence[Scheme]) -> tuple[int, Scheme]:
        for place in reversed(range(len(self.open))):
            last = self.open[place]
            if (after := Scheme(last.name, last.value + 1)) in choices:
                return place, after
        known = {scheme.name: place for place, scheme in enumerate(self.open)}
        opening = next((scheme for scheme in choices if scheme.value == 1), None)
        slip = next((scheme for scheme in choices if scheme.name in known), None)
        scheme = opening or slip or choices[-1]
        return known.get(scheme.name, len(self.open)), scheme


def _choices(token: str) -> list[Scheme]:
    """The ways to read a number, the likelier last: a single letter is one, and no numeral, if nothing else speaks."""
    if token.isdigit():
        return [Scheme("arabic", int(token))]
    found = [Scheme("roman", roman(token)), Scheme("letter", letter(token.lower()) if len(token) == 1 else 0)]
    return [scheme for scheme in found if scheme.value] or [UNNUMBERED]


@dataclass(frozen=True, slots=True)
class PrintedHeading:
    """A heading: its scheme, and whether it is bold (others are italic)."""

    scheme: Scheme
    bold: bool


def levels(headings: Sequence[PrintedHeading]) -> list[int]:
    """The levels of the headings of one text.

    A count that begins anew below headings of another kind stands below them. Headings without a number can be
    above one (several times over a count that begins anew), else they are below the count that they come after.
    """
    above = _above([heading.scheme for heading in headings if heading.bold])
    deepest = max((_depth(heading.scheme.name, above) for heading in headings if heading.bold), default=0)
    italic = min(max(ITALIC, FIRST + deepest + 1), LAST)
    return [min(FIRST + _depth(h.scheme.name, above), LAST) if h.bold else italic for h in headings]


def _above(schemes: Sequence[Scheme]) -> dict[str, str]:
    """For each kind of heading that stands below another, that other."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for index, scheme in enumerate(schemes[1:], 1):
        before = schemes[index - 1].name
        first = scheme.name not in (one.name for one in schemes[:index])
        if before != scheme.name and (scheme.value == 1 or (first and scheme.name == PLAIN)):
            votes[scheme.name][before] += 1
    above = {name: found.most_common(1)[0][0] for name, found in votes.items()}
    for name, other in list(above.items()):
        if other == PLAIN and votes[name][PLAIN] < 2:
            del above[name]  # one heading without a number, such as an introduction, is above nothing
    if PLAIN in above.values():
        above.pop(PLAIN, None)
    return above


def _depth(name: str, above: dict[str, str]) -> int:
    seen = [name]
    while (name := above.get(name, "")) and name not in seen:
        seen.append(name)
    return len(seen) - 1
