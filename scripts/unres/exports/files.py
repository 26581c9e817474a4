"""Writes the files of a collection into a built site.

In: a collection and the folder that MkDocs built. Out: the files beside the pages, straight from the
collection, and the JSON-LD in the head of each overview page.
"""

from __future__ import annotations

from pathlib import Path

from unres.collection import Collection
from unres.exports.address import Base
from unres.exports.formats import beside, collected, described
from unres.exports.linked import embedded


def write_files(collection: Collection, site: Path, base: Base) -> None:
    """Writes every file into a built site, and the JSON-LD into the head of each overview page."""
    for entry in collection:
        for path, data in beside(entry, base):
            _write(site / path, data)
        embed(site / str(entry.symbol) / "index.html", embedded(described(entry, base)))
    for path, data in collected(collection, base):
        _write(site / path, data)


def embed(page: Path, block: str) -> None:
    """Puts a data block at the end of a page's head."""
    html = page.read_bytes()
    page.write_bytes(html.replace(b"</head>", f"{block}</head>".encode(), 1))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
