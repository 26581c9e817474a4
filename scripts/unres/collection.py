"""All the resolutions that a site holds, what each refers to and who cites whom.

In: a folder of source texts. Out: a ``Collection``, which knows every resolution by its symbol, the
place of every label, and the references in both directions.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from unres.citations import Doubt, Reference, cells, find
from unres.errors import Level, Problem, SourceError
from unres.model import Heading, Resolution, Table
from unres.numbering import roman
from unres.parser import parse_file
from unres.symbols import Symbol

PARALLEL_FROM = 40  # texts; below it a pool costs more than it saves


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands: a page of the resolution and an anchor on it, empty for its top."""

    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A resolution of the collection with what it refers to, where its labels stand and what is in doubt."""

    resolution: Resolution
    references: tuple[Reference, ...]
    places: dict[str, Place]
    doubts: tuple[Problem, ...] = ()

    @property
    def symbol(self) -> Symbol:
        """The resolution's document symbol."""
        return Symbol(self.resolution.symbol)


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference of the collection with the resolution that it stands in."""

    source: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Collection:
    """Every resolution held, sorted by symbol as people count, and an index of who cites what."""

    entries: dict[str, Entry]
    citations: dict[str, tuple[Citation, ...]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, symbol: str | None) -> Entry | None:
        """The entry of a document symbol, None if the collection does not hold it."""
        return self.entries.get(symbol) if symbol else None


def collect(entries: Iterable[Entry]) -> Collection:
    """A collection of entries, sorted, with its index of citations by the symbol cited."""
    by_symbol = {str(entry.symbol): entry for entry in sorted(entries, key=lambda entry: entry.symbol.sort_key)}
    cited: dict[str, list[Citation]] = {}
    for symbol, entry in by_symbol.items():
        for reference in entry.references:
            if reference.document and reference.type != "internal":
                cited.setdefault(reference.document, []).append(Citation(symbol, reference))
    return Collection(by_symbol, {symbol: tuple(found) for symbol, found in cited.items()})


def make_entry(resolution: Resolution) -> tuple[Entry, tuple[Problem, ...]]:
    """Finds a resolution's references and the places of its labels; what the words do not decide is a doubt."""
    found = find(resolution)
    lines = {getattr(block, "label", ""): block.line for block in resolution.blocks}
    lines |= {note.label: note.line for note in resolution.footnotes}
    problems = tuple(_problem(doubt, resolution, lines) for doubt in found.doubts)
    return Entry(resolution, found.references, places_of(resolution)), problems


def _problem(doubt: Doubt, resolution: Resolution, lines: dict[str, int]) -> Problem:
    line = lines.get(doubt.place, resolution.masthead.line)
    return Problem(resolution.path, line, f"“{doubt.text}” is not linked: {doubt.message}", Level.DOUBT)


def places_of(resolution: Resolution) -> dict[str, Place]:
    """Page and anchor of every label, of sections by their numeral (``II``) and of annexes."""
    places: dict[str, Place] = {"title": Place("")}
    for block in resolution.blocks:
        if block.page.startswith("annex"):
            first = Place(block.page, getattr(block, "anchor", ""))
            places.setdefault(block.page.replace("-", ""), first)
            places.setdefault("annex", first)
        if isinstance(block, Heading) and roman(block.text.plain.split(".")[0]):
            places.setdefault(block.text.plain.split(".")[0], Place(block.page, block.anchor))
        if isinstance(block, Heading) and block.level == 1 and len(block.text.plain) == 1:
            places.setdefault(block.text.plain, Place(block.page, block.anchor))  # a lettered part
        label = getattr(block, "label", "")
        if label:
            places[label] = Place(block.page, getattr(block, "anchor", ""))
        if isinstance(block, Table):
            places |= {place: places[label] for place, _ in cells(block)}
    for note in resolution.footnotes:
        places[note.label] = Place("footnotes", note.anchor)
    return places


def load_file(path: Path) -> tuple[Entry | None, tuple[Problem, ...]]:
    """One source text as an entry, with its problems; never raises for what the text contains."""
    try:
        parsed = parse_file(path)
    except SourceError as error:
        return None, error.problems
    if parsed.resolution is None:
        return None, parsed.problems
    entry, doubts = make_entry(parsed.resolution)
    problems = (*parsed.problems, *doubts)
    return replace(entry, doubts=problems), problems


def load(paths: Sequence[Path]) -> tuple[Collection, tuple[Problem, ...]]:
    """Reads source texts into a collection.

    Returns:
        The collection of all that could be read, and every problem in the order of the paths; two
        texts of one symbol are an error, and the first is kept.
    """
    results = _load_parallel(paths) if len(paths) >= PARALLEL_FROM else [load_file(path) for path in paths]
    problems: list[Problem] = []
    entries: dict[str, Entry] = {}
    for entry, found in results:
        problems += found
        if entry is None:
            continue
        first = entries.setdefault(str(entry.symbol), entry)
        if first is not entry:
            resolution = entry.resolution
            message = f"{entry.symbol} is already in the collection as {first.resolution.path}; remove one of the two"
            problems.append(Problem(resolution.path, resolution.masthead.line, message))
    return collect(entries.values()), tuple(problems)


def _load_parallel(paths: Sequence[Path]) -> list[tuple[Entry | None, tuple[Problem, ...]]]:
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(load_file, paths, chunksize=8))


def source_texts(directory: Path) -> list[Path]:
    """The source texts of a folder, sorted by name.

    Raises:
        SourceError: there is no such folder, or no source text in it.
    """
    if not directory.is_dir():
        raise SourceError([Problem(str(directory), 1, "is not a folder; name the one that holds the source texts")])
    paths = sorted(path for path in directory.glob("*.md") if not path.is_dir())  # so that a broken link is said
    if not paths:
        raise SourceError([Problem(str(directory), 1, "holds no source text (*.md); add one, or import a PDF")])
    return paths
