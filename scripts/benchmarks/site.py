"""``site``: our whole build, from source texts to a site, beside ``mkdocs build`` of the same ready pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.invented import write_collection
from benchmarks.measure import MEGA, Pairs, Run, by_turns, pairs, show
from benchmarks.options import Options
from benchmarks.project import CHECKOUT, new_project

SIZE = 50
ROUNDS = 3


def site(options: Options) -> str:
    """The table: seconds of a build, for the checkout's own source texts and for an invented collection."""
    size = options.size or SIZE
    own = CHECKOUT / "resolution"
    invented = write_collection(size, options.work / "invented")
    rows = [*_compare(f"own texts ({len(list(own.glob('*.md')))})", own, options)]
    rows += _compare(f"invented ({size})", invented, options)
    return show("whole build", "mkdocs build alone", rows)


def _compare(what: str, resolutions: Path, options: Options) -> list[tuple[str, Pairs]]:
    """Rows for the time that passes, for computing, which other work changes less, and for memory."""
    bench = new_project(options.work / what, resolutions)
    taken = by_turns(bench.ours, bench.plain, options.rounds or ROUNDS)
    figures: dict[str, Callable[[Run], float]] = {
        "s": lambda run: run.seconds,
        "CPU s": lambda run: run.cpu,
        "peak MB": lambda run: run.peak / MEGA,
    }
    return [
        (f"{what}, {unit}", pairs([(figure(ours), figure(peer)) for ours, peer in taken]))
        for unit, figure in figures.items()
    ]
