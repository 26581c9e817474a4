"""Writes the pages of a collection below ``docs/``, each file only when its content changed.

In: a collection. Out: ``docs/A/…`` and the list for the home page. What no longer belongs to the
collection is removed, so that adding or removing one source text needs no other edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from unres.collection import Collection
from unres.errors import BuildError
from unres.pages.house import house_page
from unres.pages.listing import listing_pages
from unres.pages.page import Page
from unres.pages.reference_index import index_pages
from unres.pages.resolution import pages_of

GENERATED = "A"  # the folder of docs/ that belongs to the build alone


def pages_of_site(collection: Collection) -> Iterator[Page]:
    """Every generated page: resolution by resolution, the lists of the collection, and the picture of the code."""
    for entry in collection:
        yield from pages_of(entry)
    yield from listing_pages(collection)
    yield from index_pages(collection)
    yield house_page()


def write_if_changed(path: Path, text: str) -> bool:
    """Writes a file unless it has this content already; true if it wrote."""
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def write_pages(pages: Iterable[Page], docs: Path) -> int:
    """Makes the generated folder hold exactly these pages; returns how many files changed.

    Raises:
        BuildError: two pages have one path, so that one would replace the other.
    """
    changed = 0
    wanted: set[Path] = set()
    for page in pages:
        path = docs / page.path
        if path in wanted:
            raise BuildError(f"two pages would both be {page.path}; this is a fault of the site, not of a source text")
        wanted.add(path)
        changed += write_if_changed(path, page.markdown)
    folder = docs / GENERATED
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
            changed += 1
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return changed
