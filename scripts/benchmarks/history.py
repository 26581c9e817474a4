"""``history``: what comparing adds to a build: a collection of recurring series beside the same texts without any."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.dice import Dice
from benchmarks.invented import Writer
from benchmarks.measure import MEGA, by_turns, pairs, show
from benchmarks.options import Options
from benchmarks.project import Bench, new_project, size_of
from benchmarks.words import Words
from unres.numbering import ordinal

SIZE = 200
ROUNDS = 1
YEARS = 4  # of each series
FIRST = 101  # session


def history(options: Options) -> str:
    """The table: ours is the build of texts in series, the peer that of the same texts under titles of their own."""
    size = options.size or SIZE
    benches = [_bench(options.work / name, size, name == "series") for name in ("series", "apart")]
    taken = by_turns(benches[0].ours, benches[1].ours, options.rounds or ROUNDS)
    rows = [(f"{size} resolutions, CPU s", pairs([(ours.cpu, peer.cpu) for ours, peer in taken]))]
    sizes = [size_of(bench.site) / MEGA for bench in benches]
    return show("whole build", "no series", [*rows, ("site, MB", pairs([(sizes[0], sizes[1])]))])


def _bench(folder: Path, size: int, related: bool) -> Bench:
    return new_project(folder / "project", write_years(size, folder / "texts", related=related))


def write_years(size: int, folder: Path, *, related: bool) -> Path:
    """Writes texts that come up again each year with some words changed; not ``related``, each has another title."""
    folder.mkdir(parents=True)
    for at in range(size):
        index, year = divmod(at, YEARS)
        session = FIRST + year
        text = Writer(index).text()
        text = re.sub(
            r"^.* session  $", f"{ordinal(session).capitalize()} session  ", text, count=1, flags=re.MULTILINE
        )
        title = r"\2" if related else Words(Dice(FIRST + at)).title(12)
        text = re.sub(r"^### (\S+?)\. (.*)$", rf"### {session}/{index + 1}. {title}", text, count=1, flags=re.MULTILINE)
        blocks = text.split("\n\n")
        changed = [
            f"{words[:-1]}, year {year};" if at % 4 == 0 and words[-1:] == ";" else words
            for at, words in enumerate(blocks)
        ]
        (folder / f"{session}-{index + 1}.md").write_text("\n\n".join(changed), encoding="utf-8")
    return folder
