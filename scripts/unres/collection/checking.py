"""What ``unres check`` says: all that is wrong or in doubt about some texts, and how much it is in all.

In: source texts, and the collection that they belong to. Out: problems, each once, and a line of totals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from unres.collection.entry import Entry
from unres.collection.loading import load
from unres.errors import Level, Problem, count, totals
from unres.text.parser import placeless


def load_among(files: Sequence[Path]) -> tuple[list[Entry], tuple[Problem, ...]]:
    """The entries of some texts, with references resolved among all the texts that lie beside them.

    Returns:
        The entries of the given texts, and the problems of these.
    """
    given = {path.resolve() for path in files}
    folders = dict.fromkeys(path.parent for path in files if path.parent.is_dir())
    others = [path for folder in folders for path in folder.glob("*.md") if path.is_file()]
    beside = sorted(path for path in others if path.resolve() not in given)
    collection, problems = load([*files, *beside])
    named = {str(path) for path in files}
    return [entry for entry in collection if entry.resolution.path in named], tuple(
        problem for problem in problems if problem.path in named
    )


def check(paths: Sequence[Path]) -> tuple[list[Problem], str]:
    """Every problem of some texts, and the line of totals."""
    entries, found = load_among(paths)
    problems = [*found, *(doubt for entry in entries for doubt in doubts_of_import(entry, found))]
    order = {str(path): place for place, path in enumerate(paths)}
    problems.sort(key=lambda problem: (order[problem.path], problem.line))
    return problems, f"{count(len(paths), 'text')}, {totals(problems) or 'nothing in doubt'}"


def doubts_of_import(entry: Entry, found: Iterable[Problem]) -> Iterator[Problem]:
    """What an import doubted and reading the text does not find again, at the line of the title."""
    resolution = entry.resolution
    known = {placeless(problem.message) for problem in found if problem.path == resolution.path}
    for doubt in resolution.provenance.doubts:
        if placeless(doubt) not in known:
            yield Problem(resolution.path, resolution.masthead.line, f"the import says: {doubt}", Level.DOUBT)
