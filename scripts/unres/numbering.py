"""The numbers that paragraphs and sub-paragraphs carry, and which of them follow each other.

Four degrees below the paragraph (Editorial Manual, "Resolutions"): (a), (b); (i), (ii); a., b.; i., ii.
Beyond z the letters double: (z), (aa), (bb).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIRST_ROMAN = "i"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def roman(token: str) -> int:
    """The value of a roman numeral in small or capital letters, 0 if it is none."""
    token = token.lower()
    if not _ROMAN_FORM.fullmatch(token):
        return 0
    values = [_ROMAN[letter] for letter in token]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def letter(token: str) -> int:
    """The place of a letter in the alphabet, (aa) being 27th; 0 if it is no letter."""
    if not re.fullmatch(r"([a-z])\1{0,2}", token):
        return 0
    return ord(token[0]) - 96 + 26 * (len(token) - 1)


def follows(token: str, before: str) -> bool:
    """Whether a sub-paragraph's number comes right after another in one of the three ways of counting."""
    return any(count(before) and count(token) == count(before) + 1 for count in (letter, roman, _arabic))


def opens(token: str) -> bool:
    """Whether a sub-paragraph's number is the first of a list."""
    return token in ("a", "i", "1")


def _arabic(token: str) -> int:
    return int(token) if token.isdigit() else 0


@dataclass(slots=True)
class Nesting:
    """Finds the degree of each sub-paragraph from its number and those before it.

    ``path`` holds the number open at each degree, the outermost first.
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
