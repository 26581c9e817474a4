"""Time and memory, of ours and of a peer by turns, so that both meet the same weather on the machine."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.table import Table, lay_out, listed, spread
from unres.errors import BuildError

LAUNCHER = Path(__file__).with_name("launch.py")
MEGA = 1_000_000
Figure = TypeVar("Figure")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Figures of ours and of a peer, taken by turns: the first of each belong together, and so on."""

    ours: tuple[float, ...]
    peer: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """Ours as a multiple of the peer's, pair by pair."""
        return tuple(a / b if b else 0.0 for a, b in zip(self.ours, self.peer, strict=True))


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took, with those that it started.

    Attributes:
        seconds: from its start to its end.
        cpu: seconds of computing, which other work on the machine changes little; 0 where the system does not say.
        peak: bytes of memory that the greatest of them held; 0 where the system does not say.
        together: bytes that all of them held at once; those of the greatest where the system does not say.
    """

    seconds: float
    cpu: float
    peak: int
    together: int


def by_turns(ours: Callable[[], Figure], peer: Callable[[], Figure], rounds: int) -> list[tuple[Figure, Figure]]:
    """Measures A B A B …; each callable does its work once and returns its figure."""
    return [(ours(), peer()) for _ in range(rounds)]


def pairs(taken: Sequence[tuple[float, float]]) -> Pairs:
    """Figures taken by turns, each side's together."""
    return Pairs(tuple(a for a, _ in taken), tuple(b for _, b in taken))


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work in this process computes: other work on the machine changes it little."""
    start = time.process_time()
    work()
    return time.process_time() - start


def process(command: Sequence[str], folder: Path) -> Run:
    """Runs a program silently in a folder.

    Raises:
        BuildError: it failed; the message is the end of what it said.
    """
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(LAUNCHER), *command],
        check=False,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    said, _, taken = done.stdout.rpartition("\n")
    if done.returncode:
        raise BuildError(f"{' '.join(command)} failed:\n{said[-2000:]}")
    return Run(*json.loads(taken))


def show(what: str, peer: str, rows: Sequence[tuple[str, Pairs]]) -> str:
    """A table of comparisons as text."""
    return lay_out(*compared(what, peer, rows))


def compared(what: str, peer: str, rows: Sequence[tuple[str, Pairs]]) -> Table:
    """A table of comparisons: ``what`` heads the first column, each row is what was measured and its unit."""
    head = [what, "ours", peer, "ours ÷ peer, each pair"]
    return head, [[name, spread(row.ours), spread(row.peer), listed(row.ratios)] for name, row in rows]
