"""Writes the files of a collection into a built site.

In: a collection and the folder that MkDocs built. Out: the files beside the pages, straight from the
collection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from unres.collection import Entry
from unres.exports.address import Base
from unres.exports.formats import beside, collected
from unres.insight import Insight


def write_files(entries: Iterable[Entry], site: Path, base: Base) -> None:
    """Writes every file of some resolutions into a built site."""
    for entry in entries:
        for path, data in beside(entry, base):
            _write(site / path, data)


def write_collected(insight: Insight, base: Base, write: Callable[[str, str, Callable[[], bytes]], None]) -> None:
    """Hands every file of the collection to ``write``: its path, what it is made from, and what makes it."""
    for file in collected(insight, base):
        write(file.path, file.source, file.data)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
