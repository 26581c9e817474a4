"""How deep a sub-paragraph stands: by the sequence of its letters and by its indent.

In: sub-paragraphs in order. Out: a degree for each, 1 for (a) under a paragraph, 2 for (i) under (a) …
The Editorial Manual knows four: (a), (i), a., i.; a letter that is a numeral as well ("(i)" after "(h)")
goes where the one after it can follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from unres.numbering import letter, roman


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One way to read a mark: its form, ``(a)`` or ``a.`` …, and its place in the sequence."""

    form: str
    value: int


@dataclass(slots=True)
class Nest:
    """The open degrees of a list: the last mark read at each, and where its text stands.

    >>> for marks in ((("(h)", 20, "(i)"), ("(i)", 20, "(j)")), (("(h)", 20, "(i)"), ("(i)", 40, "(ii)"))):
    ...     nest = Nest()
    ...     print([nest.place(*mark) for mark in marks])
    [1, 1]
    [1, 2]
    """

    open: list[tuple[Interpretation, float]] = field(default_factory=list)

    def close(self) -> None:
        """Ends the list."""
        self.open.clear()

    def place(self, mark: str, left: float, following: str) -> int:
        """The degree of the next sub-paragraph; ``following`` is the mark after it, empty if none."""
        choices = sorted(self._choices(mark, left, following), key=lambda choice: choice[0], reverse=True)
        _, degree, reading = choices[0]
        del self.open[degree - 1 :]
        self.open.append((reading, left))
        return degree

    def _choices(self, mark: str, left: float, following: str) -> Iterator[tuple[tuple[int, ...], int, Interpretation]]:
        """Every reading at every degree it can have, with how good it is."""
        after = list(readings(following))
        for reading in readings(mark):
            goes_on = any(next_.form == reading.form and next_.value == reading.value + 1 for next_ in after)
            for index, (last, where) in enumerate(self.open):
                follows = reading.value == last.value + 1 or reading.value == 0
                fits = abs(where - left) < 6
                if last.form == reading.form:
                    yield (2 * follows, goes_on, fits, index), index + 1, reading
            first = reading.value <= 1
            deeper = not self.open or left > self.open[-1][1] + 6
            yield (2 * first, goes_on, deeper, 0), len(self.open) + 1, reading


def readings(mark: str) -> Iterator[Interpretation]:
    """The ways to read a mark: a letter, a doubled letter, a roman numeral, a number, a bullet.

    >>> [(found.form, found.value) for found in readings("(i)")]
    [('(a)', 9), ('(i)', 1)]
    """
    word = re.sub(r"\W", "", mark)
    brackets = re.sub(r"\w+", "{}", mark)
    if word.isdigit():
        yield Interpretation(brackets.format("1"), int(word))
    elif not word:
        yield Interpretation(mark, 0)
    if value := letter(word):
        yield Interpretation(brackets.format("a"), value)
    if value := roman(word):
        yield Interpretation(brackets.format("i"), value)
    elif word.isalpha() and len(set(word)) > 1:
        yield Interpretation(mark, 0)
