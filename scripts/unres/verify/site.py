"""The proof: what a site must hold, and what it does.

In: a folder, and source texts if they are at hand. Out: a ``Verdict``. Resolutions and pages are shared among as many
processes as there are processors; time grows with the site.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from unres.collection import Collection
from unres.errors import BuildError
from unres.parallel import each, workers
from unres.site.facts import Facts, Gathered, asked_by, places_of_page
from unres.site.stays import LIST, files_below
from unres.site.target import listed_files
from unres.verify.pages import read_page
from unres.verify.proof import BROKEN, Fault, prove

_PARALLEL_FROM = 40  # tasks; below it other processes cost more than they save
In = TypeVar("In")
Out = TypeVar("Out")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a proof found: faults, and how much was proved."""

    faults: tuple[Fault, ...]
    resolutions: int
    words: int
    links: int


def verify(site: Path, texts: Collection | None = None) -> Verdict:
    """Proves that a site is whole.

    Args:
        site: the folder.
        texts: what it was built from; without them its forms are compared with each other.

    Raises:
        BuildError: there is no site of ours.
    """
    if not (site / LIST).is_file():
        raise BuildError(f"{site}: holds no {LIST}, which each site has; name the folder of a finished site")
    files = sorted(files_below(site))
    faults = list(_against_list(site, files))
    given = {str(entry.symbol): entry.resolution for entry in texts or ()}
    folders = [path.removesuffix("/resolution.json") for path in files if path.endswith("/resolution.json")]
    faults += (Fault(symbol, "is not in the site") for symbol in sorted(given.keys() - set(folders)))
    faults += (Fault(folder, "is none of the source texts") for folder in folders if texts and folder not in given)
    tasks = [(folder, given.get(folder)) for folder in folders]
    total, prefix = 0, "/"
    for proof in _spread(partial(prove, site), tasks):
        faults += proof.faults
        total += proof.words
        prefix = proof.prefix or prefix
    read = partial(_read_links, site, prefix)
    found, links = Gathered(), 0
    for page in _spread(read, [path for path in files if path.endswith(".html")]):
        if isinstance(page, Fault):
            faults.append(page)
        else:
            found.add(*page)
            links += len(page[1].asked)
    faults += (Fault(*dead) for dead in found.dead(files))
    return Verdict(tuple(faults), len(folders), total, links)


def _spread(function: Callable[[In], Out], tasks: Sequence[In]) -> Iterable[Out]:
    """The results of a function in the order of its tasks, by several processes where there is much to do."""
    if len(tasks) < _PARALLEL_FROM:
        return map(function, tasks)
    return each(function, tasks, workers(len(tasks)), at_a_time=8)


def _against_list(site: Path, files: Iterable[str]) -> Iterator[Fault]:
    """Files that are missing, that nobody listed, or that are not as they were built."""
    listed = listed_files(site)
    there = set(files) - {LIST}
    yield from (Fault(path, "is missing") for path in sorted(listed.keys() - there))
    yield from (
        Fault(path, f"is no part of the site: {LIST} does not name it") for path in sorted(there - listed.keys())
    )
    for path in sorted(there & listed.keys()):
        if listed[path] and hashlib.sha256((site / path).read_bytes()).hexdigest() != listed[path]:
            yield Fault(path, "is not as it was built: its checksum is another")


def _read_links(site: Path, prefix: str, page: str) -> tuple[str, Facts] | Fault:
    try:
        tree = read_page(site / page)
        return page, Facts(frozenset(), places_of_page(tree), frozenset(asked_by(page, tree, prefix)))
    except BROKEN as error:
        return Fault(page, f"cannot be read: {error}")
