"""Numbers as they are printed: roman numerals, letters, ordinals, footnote marks, and which follow each other.

Four degrees below the paragraph (Editorial Manual, "Resolutions"): (a), (b); (i), (ii); a., b.; i., ii.
Beyond z the letters double: (z), (aa), (bb).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

NOTE_MARK = r"\d{1,3}|\*{1,3}|[a-z]"  # the marks of footnotes: 3, *, a (Editorial Manual, "Footnotes and other notes")
BULLETS = "•▪■●○◦‣"  # besides these, a dash can mark the items of a list
_FIRST_ROMAN = "i"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMERALS = {"C": 100, "XC": 90, "L": 50, "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1}
_ROMAN_FORM = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def roman(token: str) -> int:
    """The value of a roman numeral in small or capital letters, 0 if it is none.

    >>> roman("XLVIII"), roman("iv"), roman("IIX"), roman("A")
    (48, 4, 0, 0)
    """
    token = token.lower()
    if not _ROMAN_FORM.fullmatch(token):
        return 0
    values = [_ROMAN[letter] for letter in token]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def to_roman(number: int) -> str:
    """A number as a roman numeral in capital letters.

    >>> to_roman(4), to_roman(48), to_roman(199)
    ('IV', 'XLVIII', 'CXCIX')
    """
    out = ""
    for numeral, value in _NUMERALS.items():
        out += numeral * (number // value)
        number %= value
    return out


def value_of(token: str) -> int:
    """The value of a number printed in digits or as a roman numeral, 0 if it is neither: of an annex, a chapter.

    >>> value_of("12"), value_of("XII"), value_of("B")
    (12, 12, 0)
    """
    return int(token) if token.isdecimal() else roman(token)


def letter(token: str) -> int:
    """The place of a letter in the alphabet; after (z) the letters double; 0 if it is no letter.

    >>> letter("c"), letter("aa"), letter("ab")
    (3, 27, 0)
    """
    if not re.fullmatch(r"([a-z])\1{0,2}", token):
        return 0
    return ord(token[0]) - 96 + 26 * (len(token) - 1)


_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = ("tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth").split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _ordinals() -> Iterator[str]:
    """The ordinal words from first to ninety-ninth."""
    yield from (*_UNITS, *_TEENS)
    for tens in _TENS:
        yield f"{tens[:-1]}ieth"
        yield from (f"{tens}-{unit}" for unit in _UNITS)


ORDINALS = tuple(_ordinals())


def ordinal(number: int) -> str:
    """A number's ordinal in words, as preambular paragraphs are counted; from a hundred on in digits.

    >>> ordinal(3), ordinal(21), ordinal(40), ordinal(102)
    ('third', 'twenty-first', 'fortieth', '102nd')
    """
    return ORDINALS[number - 1] if 0 < number <= len(ORDINALS) else nth(number)


def nth(number: int) -> str:
    """A number's ordinal in digits.

    >>> nth(1), nth(62), nth(112)
    ('1st', '62nd', '112th')
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def read_ordinal(words: str) -> int | None:
    """The number that ordinal words say, as mastheads spell sessions, up to 199; None for other words.

    >>> read_ordinal("sixty-second"), read_ordinal("one hundred and first"), read_ordinal("resumed")
    (62, 101, None)
    """
    if words in ("hundredth", "one hundredth"):
        return 100
    above = words.removeprefix("one hundred and ")
    return ORDINALS.index(above) + 1 + 100 * (above != words) if above in ORDINALS else None


def follows(token: str, before: str) -> bool:
    """Whether a sub-paragraph's number comes right after another in one of the three ways of counting.

    >>> follows("d", "c"), follows("v", "iv"), follows("3", "2"), follows("e", "c")
    (True, True, True, False)
    """
    return any(count(before) and count(token) == count(before) + 1 for count in (letter, roman, _arabic))


def opens(token: str) -> bool:
    """Whether a sub-paragraph's number is the first of a list.

    >>> [token for token in ("a", "b", "i", "1") if opens(token)]
    ['a', 'i', '1']
    """
    return token in ("a", "i", "1")


def _arabic(token: str) -> int:
    return int(token) if token.isdigit() else 0


@dataclass(slots=True)
class Nesting:
    """Finds the degree of each sub-paragraph from its number and those before it.

    ``path`` holds the number open at each degree, the outermost first.

    >>> nesting = Nesting([])
    >>> for token, following in (("a", "i"), ("i", "ii"), ("ii", "b"), ("b", "d"), ("d", "")):
    ...     print(nesting.place(token, following), nesting.path)
    True ['a']
    True ['a', 'i']
    True ['a', 'ii']
    True ['b']
    False ['d']
    """

    path: list[str]

    def place(self, token: str, following: str) -> bool:
        """Puts the next number in its place in ``path``.

        Args:
            token: the number without brackets.
            following: the number of the sub-paragraph after it, empty if there is none; it tells
                whether (i) after (h) goes on with the letters.

        Returns:
            False if the number neither goes on with an open list nor opens one; it then stands
            at the innermost open degree.
        """
        places = [at for at in reversed(range(len(self.path))) if follows(token, self.path[at])]
        if opens(token) and (not places or following == token * 2 or (following == "ii" and token == _FIRST_ROMAN)):
            self.path.append(token)
            return True
        if places:
            self.path[places[0] :] = [token]
            return True
        self.path[-1:] = [token]
        return False

    def place_at(self, token: str, depth: int) -> bool:
        """Puts the next number at a known degree, 1 for the first; False if it does not go on there."""
        before = self.path[depth - 1] if depth <= len(self.path) else ""
        right = follows(token, before) if before else opens(token) and depth == len(self.path) + 1
        self.path[depth - 1 :] = [token]
        return right

    def count_at(self, depth: int) -> None:
        """Puts an item without a number at a known degree; such items are counted, so that each has an address."""
        before = self.path[depth - 1] if depth <= len(self.path) else ""
        self.path[depth - 1 :] = [str(_arabic(before) + 1)]
