"""``site``: our whole build, from source texts to a site, beside ``mkdocs build`` of the same ready pages."""

from __future__ import annotations

from pathlib import Path

from unres.bench.measure import Pairs, by_turns, show
from unres.bench.options import Options
from unres.bench.project import CHECKOUT, copy_project

ROUNDS = 3


def site(options: Options) -> str:
    """The table: seconds of a build, for the checkout's own source texts and for an invented collection."""
    own = CHECKOUT / "resolution"
    rows = [(f"own texts ({len(list(own.glob('*.md')))})", _compare(own, options, "own"))]
    return show("whole build", "s", "mkdocs build alone", rows)


def _compare(resolutions: Path, options: Options, name: str) -> Pairs:
    bench = copy_project(options.work / name, resolutions)
    return by_turns(lambda: bench.ours().seconds, lambda: bench.plain().seconds, options.rounds or ROUNDS)
