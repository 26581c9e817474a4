"""All the resolutions that a site holds, what each refers to and who cites whom.

In: a folder of source texts. Out: a ``Collection``, which knows every resolution by its symbol, the
place of every label, and the references in both directions.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from unres.citations import Doubt, Reference, find
from unres.errors import Level, Problem, SourceError
from unres.model import Closing, Heading, Resolution, Table
from unres.numbering import value_of
from unres.parallel import each, workers
from unres.symbols import Symbol
from unres.text.parser import parse_file

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

    def get(self, symbol: str | None, part: str | None = None) -> Entry | None:
        """The entry of a document symbol, or of a lettered part published by itself; None if it is not held."""
        return self.entries.get(held_symbol(symbol, part, self.entries)) if symbol else None


def held_symbol(symbol: str, part: str | None, entries: Container[str]) -> str:
    """The symbol under which a document is held: that of its part, where this was published by itself."""
    return symbol + part if part and symbol + part in entries else symbol


def collect(entries: Iterable[Entry]) -> Collection:
    """A collection of entries, sorted, with its index of citations by the symbol cited."""
    by_symbol = {str(entry.symbol): entry for entry in sorted(entries, key=lambda entry: entry.symbol.sort_key)}
    cited: dict[str, list[Citation]] = {}
    for symbol, entry in by_symbol.items():
        for reference in entry.references:
            if reference.document and reference.type != "internal":
                document = held_symbol(reference.document, reference.part, by_symbol)
                cited.setdefault(document, []).append(Citation(symbol, reference))
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
    """Page and anchor of every label, of sections by their numeral and of annexes by theirs.

    A section within a part or annex has the part's or annex's name before its own: ``II``, ``B/II``,
    ``annex/II``. ``II`` alone is the first of that numeral, for words that say no more.
    """
    places: dict[str, Place] = {"title": Place("")}
    annexes: dict[str, Place] = {}  # by their printed numeral
    pages: dict[str, Place] = {}  # what the words can only mean if no annex is called so
    part = ""
    for block in resolution.blocks:
        place = Place(block.page, getattr(block, "anchor", ""))
        if block.page.startswith("annex"):
            part = block.page.replace("-", "")
            pages.setdefault(part, place)
            pages.setdefault("annex", place)
        elif part.startswith("annex") or isinstance(block, Closing):
            part = ""
        if isinstance(block, Heading):
            part = _register(block, part, places, annexes)
        label = getattr(block, "label", "")
        if label:
            places[label] = place
        if isinstance(block, Table):
            places |= {cell: place for cell, _ in block.cells}
    for note in resolution.footnotes:
        places[note.label] = Place("footnotes", note.anchor)
    if annexes.keys() - {"annex"}:  # they are numbered, so that an order means nothing
        pages = {"annex": next(iter(annexes.values()))}
    return pages | annexes | places


_ANNEX = re.compile(r"Annex(?:\s(?P<number>[IVXLC]+|\d+))?(?![\w-])")
_SECTION = re.compile(r"(?:(?:Section|Part)\s)?(?P<numeral>[IVXLC]+)(?:\.\s.*)?", re.DOTALL)


def _register(heading: Heading, part: str, places: dict[str, Place], annexes: dict[str, Place]) -> str:
    """Enters a heading under what it is cited by; returns the part or annex that it stands in or opens."""
    words, place = heading.text.plain, Place(heading.page, heading.anchor)
    if heading.page.startswith("annex"):
        if heading.level == 1 and (annex := _ANNEX.match(words)):
            number = annex["number"] or ""
            annexes.setdefault(f"annex{value_of(number) or ''}", place)
    elif heading.level == 1 and len(words) == 1:  # a lettered part
        places.setdefault(words, place)
        return words
    if section := _SECTION.fullmatch(words):
        for name in (section["numeral"], *([f"{part}/{section['numeral']}"] if part else [])):
            places.setdefault(name, place)
    return part


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

    Raises:
        WorkerLostError: the system ended a process that read texts.
    """
    count = workers(len(paths))
    results = each(load_file, paths, count, at_a_time=8) if len(paths) >= PARALLEL_FROM else map(load_file, paths)
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
