"""Lists as they are printed: "1, 3 and 5", "A to C", "Corr.1–3", "970–973".

In: the text and the span of a list. Out: its members with their spans. The inner members of a range
have no words of their own: their span is empty and stands at the end of the member before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unres.numbering import roman

LONGEST_RANGE = 60
ROMANS = tuple(
    f"{tens}{ones}" for tens in ("", "x", "xx", "xxx") for ones in " i ii iii iv v vi vii viii ix".split(" ")
)[1:]
_BRACKET = re.compile(r"\(([a-z]+)\)$")
_TO = re.compile(r"\s*(?:[-\u2010-\u2014]|\bto\b)\s*$")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list, its value and where it stands."""

    value: str
    start: int
    end: int


def members(text: str, start: int, end: int, item: re.Pattern[str]) -> Iterator[Member]:
    """The members of the list in ``text[start:end]``, ranges of letters or numbers written out.

    >>> [member.value for member in members("A to D", 0, 6, re.compile("[A-Z]"))]
    ['A', 'B', 'C', 'D']
    >>> [member.value for member in members("vols. 970–973 and 980", 0, 21, re.compile(r"\\d+"))]
    ['970', '971', '972', '973', '980']
    """
    last: Member | None = None
    for found in item.finditer(text, start, end):
        member = Member(found[0], *found.span())
        if last and _TO.match(text[last.end : member.start]):
            yield from (Member(value, last.end, last.end) for value in _inner(last.value, member.value))
        yield member
        last = member


def _inner(first: str, last: str) -> list[str]:
    """What a range leaves unsaid: B for A to C, 2 and 3 for 1 to 4, (b) for 3 (a) to (c)."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < LONGEST_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last))]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first) + 1, ord(last))]
    opens, closes = _BRACKET.search(first), _BRACKET.fullmatch(last)
    return [f"({letter})" for letter in _letters(opens[1], closes[1])] if opens and closes else []


def _letters(first: str, last: str) -> list[str]:
    """The letters or roman numerals between two; (i) to (v) are numerals, (h) to (j) letters."""
    if (first == "i" or len(first) > 1 or len(last) > 1) and 0 < roman(last) - roman(first) < LONGEST_RANGE:
        return list(ROMANS[roman(first) : roman(last) - 1]) if roman(first) else []
    if len(first) == len(last) == 1:
        return [chr(code) for code in range(ord(first) + 1, ord(last))]
    return []
