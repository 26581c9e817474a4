"""Printed words with their style, a character each: what lines and paragraphs are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


class CharStyle:
    """How a character is set: flags, plain integers because every character is asked for them."""

    PLAIN: Final = 0
    ITALIC: Final = 1
    BOLD: Final = 2
    RAISED: Final = 4
    LOWERED: Final = 8


@dataclass(frozen=True, slots=True)
class Rich:
    """A text and, for each of its characters, a style."""

    text: str = ""
    styles: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> Rich:
        return Rich(self.text[part], self.styles[part])

    def __add__(self, other: Rich) -> Rich:
        return Rich(self.text + other.text, self.styles + other.styles)

    def strip(self) -> Rich:
        """The same without blanks at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : len(self.text.rstrip())]

    def all(self, style: int) -> bool:
        """Whether every letter and digit on the line has the style (and there is one)."""
        off = CharStyle.RAISED | CharStyle.LOWERED
        found = [bool(s & style) for c, s in zip(self.text, self.styles, strict=True) if c.isalnum() and not s & off]
        return bool(found) and all(found)

    def starts(self, style: int) -> bool:
        """Whether the first character has the style."""
        return bool(self.styles) and bool(self.styles[0] & style)

    def plain(self) -> str:
        """The text without raised characters (footnote markers)."""
        return "".join(c for c, s in zip(self.text, self.styles, strict=True) if not s & CharStyle.RAISED)


def join_lines(lines: Iterable[Rich]) -> Rich:
    """Lines of a paragraph as one: a blank between them, none after a hyphen, slash or dash inside a word.

    >>> def lines(*words: str) -> list[Rich]:
    ...     return [Rich(line, (CharStyle.PLAIN,) * len(line)) for line in words]
    >>> join_lines(lines("the Secretary-", "General, on short-", "and long-term", "lamps")).text
    'the Secretary-General, on short- and long-term lamps'
    """
    joined = Rich()
    for line in filter(len, (line.strip() for line in lines)):
        if joined.text and not _inside_word(joined.text, line.text):
            shared = joined.styles[-1] & line.styles[0] & ~(CharStyle.RAISED | CharStyle.LOWERED)
            joined += Rich(" ", (shared,))
        joined += line
    return joined


def _inside_word(before: str, after: str) -> bool:
    """Whether a line end stands inside a word: after a hyphen, dash or slash glued to it, or in an address."""
    if re.search(r"\w[-\u2010\u2011]$", before):
        return not re.match(r"(?:and|or|to)\b(?![-\u2010\u2011])", after)
    if re.search(r"\S[-\u2010\u2011/–—]$", before):
        return True
    address = re.search(r"(?:://|\bwww\.)\S*[\w=&%]$", before)
    return bool(address) and (before.endswith("_") or bool(re.match(r"[\w%~-]+[./_][\w/]", after)))
