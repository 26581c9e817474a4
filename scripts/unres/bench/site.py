"""``site``: our whole build, from source texts to a site, beside ``mkdocs build`` of the same ready pages."""

from __future__ import annotations

from pathlib import Path

from unres.bench.invented import write_collection
from unres.bench.measure import Pairs, by_turns, pairs, show
from unres.bench.options import Options
from unres.bench.project import CHECKOUT, copy_project

SIZE = 50
ROUNDS = 3


def site(options: Options) -> str:
    """The table: seconds of a build, for the checkout's own source texts and for an invented collection."""
    size = options.size or SIZE
    own = CHECKOUT / "resolution"
    invented = write_collection(size, options.work / "invented")
    rows = [*_compare(f"own texts ({len(list(own.glob('*.md')))})", own, options)]
    rows += _compare(f"invented ({size})", invented, options)
    return show("whole build", "s", "mkdocs build alone", rows)


def _compare(what: str, resolutions: Path, options: Options) -> list[tuple[str, Pairs]]:
    """A row for the time that passes and one for computing, which other work on the machine changes less."""
    bench = copy_project(options.work / what, resolutions)
    taken = by_turns(bench.ours, bench.plain, options.rounds or ROUNDS)
    return [
        (what, pairs([(ours.seconds, peer.seconds) for ours, peer in taken])),
        (f"{what}, CPU", pairs([(ours.cpu, peer.cpu) for ours, peer in taken])),
    ]
