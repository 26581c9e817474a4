"""How fast references are found: ours against eyecite, over the same text in one run.

In: texts. Out: rows to print. eyecite (Free Law Project) finds citations of United States law in running
text with the same stages; its default tokenizer is measured. It is not needed for anything else.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass

from unres.citations import find_in_text

RUNS = 3


@dataclass(frozen=True, slots=True)
class Throughput:
    """One measurement.

    Attributes:
        name: what was measured.
        characters: how many it read.
        seconds: of processor time, the best of several runs; other programs do not slow it.
        found: how many references it found.
    """

    name: str
    characters: int
    seconds: float
    found: int

    def __str__(self) -> str:
        """One line of a table: megacharacters a second."""
        return f"{self.name:<24} {self.characters / self.seconds / 1e6:6.2f} Mchar/s  {self.found:>6} found"


def measure(name: str, find: Callable[[str], Sized], text: str) -> Throughput:
    """Reads a text several times and keeps the best time."""
    best, found = float("inf"), 0
    for _ in range(RUNS):
        start = time.process_time()
        found = len(find(text))
        best = min(best, time.process_time() - start)
    return Throughput(name, len(text), best, found)


def compare(texts: Iterable[str]) -> list[Throughput]:
    """Ours over the text once and fourfold, which shows that time grows with length; then eyecite's."""
    text = "\n\n".join(texts)
    rows = [
        measure("unres", find_in_text, text),
        measure("unres, four times over", find_in_text, "\n\n".join([text] * 4)),
    ]
    try:
        from eyecite import get_citations
    except ImportError:
        return rows
    return [*rows, measure("eyecite", get_citations, text)]
