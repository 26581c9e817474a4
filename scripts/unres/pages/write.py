"""Writes the pages of a collection into the folder that MkDocs reads, each file only when its content changed.

In: a collection, and the files written by hand. Out: a folder with all of them. What no longer belongs to the
collection is removed, so that adding or removing one source text needs no other edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from unres.errors import BuildError
from unres.insight import Insight
from unres.pages.action_lists import action_pages
from unres.pages.groups import standings
from unres.pages.home import home_page
from unres.pages.house import house_page
from unres.pages.listing import listing_pages
from unres.pages.page import Page
from unres.pages.reference_index import index_pages
from unres.pages.resolution import pages_of


def pages_of_site(insight: Insight) -> Iterator[Page]:
    """Every generated page: resolution by resolution, the lists of the collection, and the picture of the code."""
    collection = insight.collection
    standing = dict(standings(collection))
    for entry in collection:
        symbol = str(entry.symbol)
        yield from pages_of(entry, standing[symbol], insight.about(symbol))
    yield home_page(insight)
    yield from listing_pages(collection)
    yield from index_pages(insight)
    yield from action_pages(insight)
    yield house_page()


def write_pages(pages: Iterable[Page], folder: Path, by_hand: Mapping[str, Path] = MappingProxyType({})) -> int:
    """Makes a folder hold exactly these pages, and copies of the files written by hand.

    Args:
        pages: what the build makes.
        folder: where to; it belongs to the build alone.
        by_hand: files by their path below the folder.

    Returns:
        How many files changed.

    Raises:
        BuildError: two pages have one path, so that one would replace the other; or a link leads out of the folder.
    """
    wanted = {path: source.read_bytes() for path, source in by_hand.items()}
    for page in pages:
        if page.path in by_hand:
            raise BuildError(f"{by_hand[page.path]}: the build makes a page of this name; give yours another")
        if page.path in wanted:
            message = f"two pages would both be {page.path}; this is a fault of the site, not of a source text"
            raise BuildError(message)
        wanted[page.path] = page.markdown.encode()
    _refuse_links(folder)
    changed = sum(write_if_changed(folder / path, data) for path, data in wanted.items())
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in wanted:
            path.unlink()
            changed += 1
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return changed


def write_if_changed(path: Path, data: bytes) -> bool:
    """Writes a file unless it has this content already; true if it wrote."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _refuse_links(folder: Path) -> None:
    for path in (folder, *sorted(folder.rglob("*"))):
        if path.is_symlink():
            raise BuildError(f"{path}: is a link; the build writes here and follows none, remove it")
