"""Writes the pages of a collection into the folder that MkDocs reads, each file only when its content changed.

In: a collection, and the files written by hand. Out: a folder with all of them. What no longer belongs to the
collection is removed, so that adding or removing one source text needs no other edit.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from unres.cache import Cache
from unres.errors import BuildError
from unres.insight import Insight
from unres.pages.action_lists import action_pages
from unres.pages.groups import Standing, standings
from unres.pages.home import home_page
from unres.pages.house import house_page
from unres.pages.listing import listing_pages
from unres.pages.page import Page, Pages, each_page
from unres.pages.reference_index import index_pages
from unres.pages.resolution import pages_of
from unres.parallel import each, workers

_EACH = 8  # resolutions whose pages a process writes at once


def pages_of_site(insight: Insight) -> Iterator[Page]:
    """Every generated page: resolution by resolution, and those of the collection."""
    standing = dict(standings(insight.collection))
    for symbol, entry in insight.collection.entries.items():
        yield from pages_of(entry, standing[symbol], insight.about(symbol))
    yield from each_page(pages_of_collection(insight))


def pages_of_collection(insight: Insight, kept: Cache = Cache()) -> Iterator[Page | Pages]:  # noqa: B008 -- frozen
    """The lists of the collection, and the picture of the code, which is kept."""
    collection = insight.collection
    yield home_page(insight)
    yield from listing_pages(collection)
    yield from index_pages(insight)
    yield from action_pages(insight)
    yield house_page(kept)


@dataclass(frozen=True, slots=True)
class There:
    """Pages that lie in a folder as they would be written.

    Attributes:
        own: the paths of those of each resolution, by its symbol.
        lists: what those of the collection were made from, by path.
    """

    own: Mapping[str, Sequence[str]] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)


def write_site_pages(
    insight: Insight,
    more: Iterable[Page],
    folder: Path,
    by_hand: Mapping[str, Path] = MappingProxyType({}),
    there: There = There(),
    kept: Cache = Cache(),  # noqa: B008 -- frozen
) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Makes a folder hold exactly the pages of a site, and copies of the files written by hand; by several processes.

    Args:
        insight: the collection, and what is known of it.
        more: pages beside its own.
        folder: where to; it belongs to the build alone.
        by_hand: files by their path below the folder.
        there: what lies in it as it would be written.
        kept: pages of the code.

    Returns:
        The pages of each resolution that were made; and what those of the collection are made from, where that is said.

    Raises:
        BuildError: as for ``write_pages``.
    """
    _refuse_links(folder)
    write = partial(_write_resolution, insight, dict(standings(insight.collection)), folder)
    symbols = [symbol for symbol in insight.collection.entries if symbol not in there.own]
    made = dict(zip(symbols, each(write, symbols, workers(len(symbols) // _EACH), at_a_time=_EACH), strict=True))
    written = [*chain.from_iterable((made | dict(there.own)).values())]
    sources: dict[str, str] = {}
    wanted: list[Page | Pages] = []
    for found in chain(pages_of_collection(insight, kept), more):
        own = {} if isinstance(found, Page) else dict.fromkeys(found.paths, found.source)
        sources |= own
        if own and own.items() <= there.lists.items():
            written += own
        else:
            wanted.append(found)
    write_pages(each_page(wanted), folder, by_hand, written)
    return made, sources


def _write_resolution(insight: Insight, standing: Mapping[str, Standing], folder: Path, symbol: str) -> list[str]:
    """Writes a resolution's pages; their paths."""
    pages = list(pages_of(insight.collection.entries[symbol], standing[symbol], insight.about(symbol)))
    for page in pages:
        write_if_changed(folder / page.path, page.markdown.encode())
    return [page.path for page in pages]


def write_pages(
    pages: Iterable[Page],
    folder: Path,
    by_hand: Mapping[str, Path] = MappingProxyType({}),
    written: Iterable[str] = (),
) -> int:
    """Makes a folder hold exactly these pages, and copies of the files written by hand.

    Args:
        pages: what the build makes.
        folder: where to; it belongs to the build alone.
        by_hand: files by their path below the folder.
        written: pages that it holds already.

    Returns:
        How many files changed.

    Raises:
        BuildError: two pages have one path, so that one would replace the other; or a link leads out of the folder.
    """
    _refuse_links(folder)
    wanted = set(by_hand)
    for path in written:
        _claim(path, wanted, by_hand)
    changed = 0
    for page in pages:
        _claim(page.path, wanted, by_hand)
        changed += write_if_changed(folder / page.path, page.markdown.encode())
    changed += sum(write_if_changed(folder / path, source.read_bytes()) for path, source in by_hand.items())
    for place, _, names in os.walk(folder, topdown=False):
        above = Path(place).relative_to(folder).as_posix()
        for name in names:
            if (name if above == "." else f"{above}/{name}") not in wanted:
                Path(place, name).unlink()
                changed += 1
        if place != str(folder) and not any(Path(place).iterdir()):
            Path(place).rmdir()
    return changed


def _claim(path: str, wanted: set[str], by_hand: Mapping[str, Path]) -> None:
    """Enters a page that the build makes among the files that are wanted."""
    if path in by_hand:
        raise BuildError(f"{by_hand[path]}: the build makes a page of this name; give yours another")
    if path in wanted:
        raise BuildError(f"two pages would both be {path}; this is a fault of the site, not of a source text")
    wanted.add(path)


def write_if_changed(path: Path, data: bytes) -> bool:
    """Writes a file unless it has this content already; true if it wrote."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _refuse_links(folder: Path) -> None:
    for path in (str(folder), *(f"{place}/{name}" for place, *names in os.walk(folder) for name in chain(*names))):
        if os.path.islink(path):  # noqa: PTH114 - some ten thousand files
            raise BuildError(f"{path}: is a link; the build writes here and follows none, remove it")
