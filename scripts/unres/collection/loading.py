"""From source texts to the collection that a site holds.

In: a folder of source texts. Out: a ``Collection``, which knows every resolution by its symbol, the
place of every label, and the references in both directions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from unres.cache import Cache, key
from unres.citations import Doubt, find
from unres.collection.entry import Collection, Reading
from unres.collection.kept import kept_reading, reading_again
from unres.collection.places import places_of
from unres.collection.resolver import collect
from unres.errors import BuildError, Level, Problem, SourceError, count, errors_in
from unres.model import Resolution
from unres.parallel import each, workers
from unres.progress import progress
from unres.text.parser import parse
from unres.text.source import read_text

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


Read = tuple[Reading | None, tuple[Problem, ...]]


def load_file(path: Path, kept: Cache = Cache()) -> Read:  # noqa: B008 -- frozen
    """One source text as a reading, with its problems; never raises for what the text contains."""
    try:
        text = read_text(path)
    except SourceError as error:
        return None, error.problems
    parsed = parse(text, str(path))
    if parsed.resolution is None:
        return None, parsed.problems
    reading, doubts = make_reading(parsed.resolution)
    problems = (*parsed.problems, *doubts)
    reading = replace(reading, doubts=problems, digest=key(str(path), text))
    if not errors_in(problems):
        with suppress(ValueError):  # a name that is no text is not kept
            kept.put(reading.digest, kept_reading(reading))
    return reading, problems


def _known(path: Path, kept: Cache) -> Read | None:
    """What was read of a text before; None if nothing was kept of it, or it had an error."""
    try:
        data = kept.get(key(str(path), read_text(path)))
        reading = reading_again(data) if data else None
    except (SourceError, ValueError):
        return None
    return (reading, reading.doubts) if reading else None


def _read(paths: Sequence[Path], kept: Cache) -> Iterator[Read]:
    """Every text: as it was read before, or read now, many by several processes."""
    known = {path: found for path in paths if (found := _known(path, kept))} if kept.folder else {}
    new = [path for path in paths if path not in known]
    load = partial(load_file, kept=kept)
    made = each(load, new, workers(len(new)), at_a_time=8) if len(new) >= PARALLEL_FROM else map(load, new)
    for path in paths:
        yield known.get(path) or next(made)


def load(paths: Sequence[Path], kept: Cache = Cache()) -> tuple[Collection, tuple[Problem, ...]]:  # noqa: B008 -- frozen
    """Reads source texts into a collection; ``kept`` has what was read before.

    Returns:
        The collection of the texts without an error, and every problem in the order of the paths; two
        texts of one symbol are an error, and the first is kept.

    Raises:
        WorkerLostError: the system ended a process that read texts.
    """
    problems: list[Problem] = []
    readings: dict[str, Reading] = {}
    for done, (reading, found) in enumerate(_read(paths, kept), 1):
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
        BuildError: there is no such folder, or no source text in it.
    """
    if not directory.is_dir():
        raise BuildError(f"{directory}: is not a folder; name the one that holds the source texts")
    paths = sorted(path for path in directory.iterdir() if _is_text(path))
    if not paths:
        raise BuildError(f"{directory}: holds no source text (*.md); add one, or import a PDF")
    return paths
