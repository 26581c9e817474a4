"""From source texts to the collection that a site holds.

In: a folder of source texts. Out: a ``Collection``, which knows every resolution by its symbol, the
place of every label, and the references in both directions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from unres.citations import Doubt, find
from unres.collection.entry import Collection, Reading
from unres.collection.places import places_of
from unres.collection.resolver import collect
from unres.errors import Level, Problem, SourceError, count, errors_in
from unres.model import Resolution
from unres.parallel import each, workers
from unres.progress import progress
from unres.text.parser import parse_file

PARALLEL_FROM = 40  # texts; below it a pool costs more than it saves


def make_reading(resolution: Resolution) -> tuple[Reading, tuple[Problem, ...]]:
    """Finds a resolution's references and the places of its labels; what the words do not decide is a doubt."""
    found = find(resolution)
    lines = {getattr(block, "label", ""): block.line for block in resolution.blocks}
    lines |= {note.label: note.line for note in resolution.footnotes}
    problems = tuple(_problem(doubt, resolution, lines) for doubt in found.doubts)
    return Reading(resolution, found.references, places_of(resolution)), problems


def _problem(doubt: Doubt, resolution: Resolution, lines: dict[str, int]) -> Problem:
    line = lines.get(doubt.place, resolution.masthead.line)
    return Problem(resolution.path, line, f"“{doubt.text}” is not linked: {doubt.message}", Level.DOUBT)


def load_file(path: Path) -> tuple[Reading | None, tuple[Problem, ...]]:
    """One source text as a reading, with its problems; never raises for what the text contains."""
    try:
        parsed = parse_file(path)
    except SourceError as error:
        return None, error.problems
    if parsed.resolution is None:
        return None, parsed.problems
    reading, doubts = make_reading(parsed.resolution)
    problems = (*parsed.problems, *doubts)
    return replace(reading, doubts=problems), problems


def load(paths: Sequence[Path]) -> tuple[Collection, tuple[Problem, ...]]:
    """Reads source texts into a collection.

    Returns:
        The collection of the texts without an error, and every problem in the order of the paths; two
        texts of one symbol are an error, and the first is kept.

    Raises:
        WorkerLostError: the system ended a process that read texts.
    """
    processes = workers(len(paths))
    results = each(load_file, paths, processes, at_a_time=8) if len(paths) >= PARALLEL_FROM else map(load_file, paths)
    problems: list[Problem] = []
    readings: dict[str, Reading] = {}
    for done, (reading, found) in enumerate(results, 1):
        progress(f"reading {done} of {count(len(paths), 'text')}")
        problems += found
        if reading is None or errors_in(found):
            continue
        first = readings.setdefault(str(reading.symbol), reading)
        if first is not reading:
            resolution = reading.resolution
            message = f"{reading.symbol} is already in the collection as {first.resolution.path}; remove one of the two"
            problems.append(Problem(resolution.path, resolution.masthead.line, message))
    return collect(readings.values()), tuple(problems)


def _is_text(path: Path) -> bool:
    """Whether a file is a source text by its name: those that editors and systems put beside it begin with a dot."""
    named = path.suffix.lower() == ".md" and not path.name.startswith(".")
    return named and not path.is_dir()  # a link to nowhere is one, so that it is said


def source_texts(directory: Path) -> list[Path]:
    """The source texts of a folder, sorted by name.

    Raises:
        SourceError: there is no such folder, or no source text in it.
    """
    if not directory.is_dir():
        raise SourceError([Problem(str(directory), 1, "is not a folder; name the one that holds the source texts")])
    paths = sorted(path for path in directory.iterdir() if _is_text(path))
    if not paths:
        raise SourceError([Problem(str(directory), 1, "holds no source text (*.md); add one, or import a PDF")])
    return paths
