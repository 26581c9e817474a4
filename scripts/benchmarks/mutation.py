"""``mutation``: how many small faults of reading, finding and resolving the tests notice, and which they do not.

A sample of faults (``--size``, 300 unless told; the same on every machine) is put one by one into a copy of the
checkout, and the tests of that room are run. Mutmut and Cosmic Ray run every fault of a whole package and keep a
record of each; here a fault costs a run of the tests, so a sample with its seed has to do.
"""

from __future__ import annotations

import os
import queue
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.mutants import Mutant, mutants
from benchmarks.options import Options
from benchmarks.project import CHECKOUT
from unres.errors import UnresError

SIZE = 300
SEED = 62160
WORKERS = 2
# The tests that know each room, the quick ones first, so that most faults are seen early
TESTS = {
    "text": "source parser footnotes examples attack::test_what_cannot_be_published_is_refused pages properties",
    "citations": (
        "citations_seed citations_places documents instruments citations examples pages citations_index citations_kinds"
    ),
    "collection": "collection citations_index listing parallel examples pages exports_citations",
}
COPIED = ("scripts", "tests", "resolution", "docs", "mkdocs.yml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Trial:
    """A fault, the file that it is in, and the room of that file."""

    room: str
    path: Path
    mutant: Mutant

    def __str__(self) -> str:
        before, after = self.mutant.before, self.mutant.after
        alike = (at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other)
        same = max(0, next(alike, 0) - 20)  # what a long pattern begins with tells nothing
        shown = (" ".join(words[same : same + 80].split()) for words in (before, after))
        return f"{self.path.as_posix()}:{self.mutant.line}: {'  ->  '.join(shown)}"


def mutation(options: Options) -> str:
    """The score, and each fault that no test noticed."""
    trials = sample(options.size or SIZE)
    copies = [_copy(options.work / str(number)) for number in range(WORKERS)]
    limits = {room: _limit(room, copies[0]) for room in TESTS}
    free: queue.Queue[Path] = queue.Queue()
    for root in copies:
        free.put(root)

    def noticed(trial: Trial) -> bool:
        root = free.get()
        try:
            return _noticed(trial, root, limits[trial.room])
        finally:
            free.put(root)

    with ThreadPoolExecutor(WORKERS) as pool:
        results = list(zip(trials, pool.map(noticed, trials), strict=True))
    for room in TESTS:  # a package that went missing on the way would have looked like a fault noticed
        _limit(room, copies[0])
    return report(results)


def sample(size: int) -> list[Trial]:
    """Some faults of the rooms, drawn so that each is as likely as any other."""
    every = []
    for room in TESTS:
        for path in sorted((CHECKOUT / "scripts" / "unres" / room).glob("*.py")):
            found = mutants(path.read_text(encoding="utf-8"))
            every += [Trial(room, path.relative_to(CHECKOUT), mutant) for mutant in found]
    shuffled = random.Random(SEED).sample(every, len(every))  # noqa: S311 - nothing secret
    return list(islice((trial for trial in shuffled if trial.mutant.is_python), size))


def report(results: Sequence[tuple[Trial, bool]]) -> str:
    """The score of each room, then the faults that were not noticed."""
    lines = []
    for room in [*TESTS, ""]:
        seen = [noticed for trial, noticed in results if trial.room == room or not room]
        share = f"{sum(seen) / len(seen):.0%}" if seen else "-"
        lines.append(f"{room or 'together':12}{sum(seen):4} of {len(seen):4} noticed  {share:>4}")
    survivors = sorted((trial for trial, noticed in results if not noticed), key=lambda t: (t.path, t.mutant.line))
    return "\n".join([*lines, "", *map(str, survivors)])


def _copy(root: Path) -> Path:
    root.mkdir()
    for name in COPIED:
        source = CHECKOUT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__", "A"))
        else:
            shutil.copy(source, root)
    shutil.copytree(CHECKOUT / "tests" / "golden", root / "tests" / "golden", dirs_exist_ok=True)
    return root


def _limit(room: str, root: Path) -> float:
    """How long the tests of a room may take before a fault counts as one that hangs them."""
    start = time.perf_counter()
    if _run(room, root, None):
        raise UnresError(f"the tests of {room} fail without any fault; mend that first")
    return 20 + 5 * (time.perf_counter() - start)


def _noticed(trial: Trial, root: Path, limit: float) -> bool:
    path = root / trial.path
    sound = path.read_text(encoding="utf-8")
    _write(path, trial.mutant.source)
    try:
        seen = _run(trial.room, root, limit)
    finally:
        _write(path, sound)
    print("." if seen else f"\n{trial}", end="" if seen else "\n", file=sys.stderr, flush=True)
    return seen


def _write(path: Path, source: str) -> None:
    """Writes a module whose compiled form of before is not taken for its own: Python compares seconds and size."""
    second = path.stat().st_mtime + 2
    path.write_text(source, encoding="utf-8")
    os.utime(path, (second, second))


def _run(room: str, root: Path, limit: float | None) -> bool:
    """Whether a test of the room fails, or does not end."""
    files = [name.partition("::") for name in TESTS[room].split()]
    names = [f"tests/test_{file}.py{colons}{test}" for file, colons, test in files]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-browser", "-p", "no:cacheprovider", *names]
    environment = os.environ | {"PYTHONPATH": str(root / "scripts"), "CI": "true"}
    try:
        done = subprocess.run(
            command,
            cwd=root,
            env=environment,
            timeout=limit,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0
