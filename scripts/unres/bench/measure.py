"""Time and memory, of ours and of a peer by turns, so that both meet the same weather on the machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from unres.bench.table import lay_out, listed, spread
from unres.errors import BuildError


@dataclass(frozen=True, slots=True)
class Pairs:
    """Figures of ours and of a peer, taken by turns: the first of each belong together, and so on."""

    ours: tuple[float, ...]
    peer: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """Ours as a multiple of the peer's, pair by pair."""
        return tuple(a / b for a, b in zip(self.ours, self.peer, strict=True))


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds, and bytes of memory at its peak (0 where the system does not say)."""

    seconds: float
    peak: int


def by_turns(ours: Callable[[], float], peer: Callable[[], float], rounds: int) -> Pairs:
    """Measures A B A B …; each callable does its work once and returns its figure."""
    taken = [(ours(), peer()) for _ in range(rounds)]
    return Pairs(tuple(a for a, _ in taken), tuple(b for _, b in taken))


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work in this process takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def process(command: Sequence[str], folder: Path) -> Run:
    """Runs a program silently in a folder.

    Raises:
        BuildError: it failed; the message is the end of what it said.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as running:
        said = running.stdout.read() if running.stdout else ""
        peak = _wait(running)
    took = time.perf_counter() - start
    if running.returncode:
        raise BuildError(f"{' '.join(command)} failed:\n{said[-2000:]}")
    return Run(took, peak)


if sys.platform == "win32":

    def _wait(running: subprocess.Popen[str]) -> int:
        running.wait()
        return 0

else:

    def _wait(running: subprocess.Popen[str]) -> int:
        """Waits for a process; the greatest memory that it or a process it waited for has held."""
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)  # bytes there, kilobytes elsewhere


def show(what: str, unit: str, peer: str, rows: Sequence[tuple[str, Pairs]]) -> str:
    """A table of comparisons: ``what`` heads the first column, each row is what was compared."""
    head = [what, f"ours, {unit}", f"{peer}, {unit}", "ours ÷ peer, each pair"]
    return lay_out(head, [[name, spread(pairs.ours), spread(pairs.peer), listed(pairs.ratios)] for name, pairs in rows])
