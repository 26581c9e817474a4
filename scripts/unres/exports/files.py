"""Writes the files of a collection into a built site.

In: a collection and the folder that MkDocs built. Out: the files beside the pages, straight from the
collection.
"""

from __future__ import annotations

from pathlib import Path

from unres.exports.address import Base
from unres.exports.formats import beside, collected
from unres.insight import Insight


def write_files(insight: Insight, site: Path, base: Base) -> None:
    """Writes every file into a built site."""
    for entry in insight.collection:
        for path, data in beside(entry, base):
            _write(site / path, data)
    for path, data in collected(insight, base):
        _write(site / path, data)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
