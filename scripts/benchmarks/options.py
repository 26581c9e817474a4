"""What a benchmark is told: how much to measure, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """The command line's settings.

    Attributes:
        size: how many resolutions an invented collection has; None leaves it to the benchmark.
        rounds: how many pairs to measure; None leaves it to the benchmark.
        work: an empty folder of its own, removed afterwards.
        resolutions: a folder of source texts for what measures with real ones; None leaves it to the benchmark.
        page: a page for developers that the figures go to as well; None for none.
    """

    size: int | None
    rounds: int | None
    work: Path
    resolutions: Path | None = None
    page: Path | None = None
