"""``site``: our whole build, from source texts to a site, beside plain MkDocs with Material and its search.

The peer renders the same ready pages, which our build has just written, with the same navigation. Both build a
collection and its first quarter, by turns, so that the growth is seen too; ours builds once more after a word was
changed. ``--page`` writes the figures as a page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.filekinds import KINDS, kinds_of
from benchmarks.invented import write_collection
from benchmarks.measure import MEGA, Pairs, Run, by_turns, compared, pairs
from benchmarks.options import Options
from benchmarks.project import Bench, new_project, size_of
from benchmarks.speedpage import speed_page
from benchmarks.table import Table, lay_out, number

SIZE = 120
ROUNDS = 1
PART = 4  # the smaller collection is the beginning of the larger one
FIGURES: dict[str, Callable[[Run], float]] = {
    "s": lambda run: run.seconds,
    "CPU s": lambda run: run.cpu,
    "MB of memory, the greatest process": lambda run: run.peak / MEGA,
    "MB of memory, all processes": lambda run: run.together / MEGA,
}


@dataclass(frozen=True, slots=True)
class Measured:
    """Builds of one collection, ours and the peer's by turns."""

    count: int
    bench: Bench
    taken: Sequence[tuple[Run, Run]]
    edited: Run

    def rows(self) -> list[tuple[str, Pairs]]:
        """A row for each figure, and one for the size of the sites."""
        rows = [
            (f"{self.count} texts, {unit}", pairs([(figure(ours), figure(peer)) for ours, peer in self.taken]))
            for unit, figure in FIGURES.items()
        ]
        sizes = [(size_of(self.bench.site) / MEGA, size_of(self.bench.plain_site) / MEGA)]
        return [*rows, (f"{self.count} texts, MB of the site", pairs(sizes))]

    def edits(self) -> list[list[str]]:
        """What a build after one changed word takes, beside a whole build."""
        found = [(unit, FIGURES[unit](self.edited), self.ours(FIGURES[unit])) for unit in ("s", "CPU s")]
        return [
            [f"{self.count} texts, {unit}", *map(number, (edited, whole, edited / whole if whole else 0.0))]
            for unit, edited, whole in found
        ]

    def ours(self, figure: Callable[[Run], float]) -> float:
        """The median of ours."""
        return median(figure(ours) for ours, _ in self.taken)


def site(options: Options) -> str:
    """The tables: what both builds take, how that grows, and what each kind of file costs."""
    size = options.size or SIZE
    part, whole = (_measured(count, options) for count in (max(1, size // PART), size))
    grown = [[unit, *map(number, _growth(part, whole, figure))] for unit, figure in FIGURES.items()]
    tables = [
        compared("whole build", "plain MkDocs", [*part.rows(), *whole.rows()]),
        (["ours", "after one changed word", "whole build", "as a part"], [*part.edits(), *whole.edits()]),
        (["ours", f"{part.count} texts", f"{whole.count} texts", "as a multiple"], grown),
        _files(part, whole),
    ]
    if options.page:
        rounds = f" --rounds {options.rounds}" if options.rounds else ""
        command = f"python3 scripts/bench.py site --size {size}{rounds} --page {options.page}"
        options.page.write_text(speed_page(command, tables), encoding="utf-8", newline="\n")
    return "\n\n".join(lay_out(*table) for table in tables)


def _measured(count: int, options: Options) -> Measured:
    texts = write_collection(count, options.work / f"texts-{count}")
    bench = new_project(options.work / f"project-{count}", texts)
    taken = by_turns(bench.ours, bench.plain, options.rounds or ROUNDS)
    return Measured(count, bench, taken, bench.edited())


def _growth(part: Measured, whole: Measured, figure: Callable[[Run], float]) -> tuple[float, float, float]:
    before, after = part.ours(figure), whole.ours(figure)
    return before, after, after / before if before else 0.0


def _files(part: Measured, whole: Measured) -> Table:
    """What each kind of file costs in the whole, and how large one is in both, of the same resolutions."""
    small, large = kinds_of(part.bench.site), kinds_of(whole.bench.site)
    rows = []
    for kind in KINDS:
        files = large.get(kind.name, {})
        if files:
            common = files.keys() & small.get(kind.name, {}).keys()
            means = [sum(found[kind.name][path] for path in common) / len(common) / 1000 if common else 0.0
                     for found in (small, large)]  # fmt: skip
            total = sum(files.values())
            rows.append([kind.name, str(len(files)), *map(number, (total / MEGA, *means, max(files.values()) / 1000))])
    everything = [size for files in large.values() for size in files.values()]
    rows.append(["all", str(len(everything)), number(sum(everything) / MEGA), "", "", number(max(everything) / 1000)])
    head = [f"files of {whole.count} texts", "files", "MB", f"KB each, of {part.count}", "of the same in the whole"]
    return [*head, "largest KB"], rows
