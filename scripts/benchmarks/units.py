"""What a resolution is printed from: stretches between blank lines, their numbers, their notes, their pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks import shape
from benchmarks.citing import Citing
from benchmarks.dice import Dice


@dataclass(slots=True)
class Unit:
    """What stands between blank lines: its beginning, its words, its end, and how many notes it calls."""

    kind: str
    start: str
    words: list[str] = field(default_factory=list)
    end: str = ""
    notes: int = 0


def call_notes(units: Sequence[Unit], count: int, dice: Dice) -> None:
    """Hands out the calls of so many notes among the paragraphs."""
    weights = []
    total = 0.0
    for unit in units:
        total += shape.NOTED.get(unit.kind, 0) if len(unit.words) > 1 else 0
        weights.append(total)
    for _ in range(count if total else 0):
        units[dice.weighted(weights)].notes += 1


def printed(units: Sequence[Unit], citing: Citing, dice: Dice) -> Iterator[str]:
    """The units in order, each page's notes at its foot."""
    number, length = 0, 0
    waiting: list[str] = []
    for unit in units:
        for place in sorted(dice.whole(0, len(unit.words) - 1) for _ in range(unit.notes)):
            number += 1
            unit.words[place] += f"<sup>{number}</sup>"
            waiting.append(f"<sup>{number}</sup> {citing.note()}")
        words = f"{' '.join([unit.start, *unit.words])}{unit.end}"
        yield words if unit.start.startswith(" ") else words.lstrip()
        length += len(words)
        if length > shape.PAGE or unit is units[-1]:
            yield from waiting
            if unit is not units[-1]:
                yield "---"
            length, waiting = 0, []


def letter(number: int) -> str:
    """``a`` for 1, ``aa`` for 27."""
    return chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
