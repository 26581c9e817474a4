"""Writes the pages of a collection below ``docs/``, each file only when its content changed.

In: a collection. Out: ``docs/A/…`` and the list for the home page. What no longer belongs to the
collection is removed, so that adding or removing one source text needs no other edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from unres.errors import BuildError
from unres.insight import Insight
from unres.pages.groups import Grouping, standings
from unres.pages.house import house_page
from unres.pages.listing import listing_pages
from unres.pages.page import Page
from unres.pages.reference_index import index_pages
from unres.pages.resolution import pages_of

GENERATED = "A"  # the folder of docs/ that belongs to the build alone
_LIST = ".unres-pages"  # in it: what the build before wrote, one path a line; renderers leave out hidden files


def pages_of_site(insight: Insight) -> Iterator[Page]:
    """Every generated page: resolution by resolution, the lists of the collection, and the picture of the code."""
    collection = insight.collection
    grouping = Grouping.of(collection)
    standing = dict(standings(grouping))
    for entry in collection:
        symbol = str(entry.symbol)
        yield from pages_of(entry, standing[symbol], insight.histories.get(symbol))
    yield from listing_pages(collection, grouping)
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

    What the build before wrote is known by a list; anything else is somebody's and is never touched.

    Raises:
        BuildError: two pages have one path, so that one would replace the other; or something that no build wrote
            lies where pages go.
    """
    wanted: dict[Path, Page] = {}
    for page in pages:
        if wanted.setdefault(docs / page.path, page) is not page:
            raise BuildError(f"two pages would both be {page.path}; this is a fault of the site, not of a source text")
    folder = docs / GENERATED
    written = _written_before(folder)
    _refuse_foreign(folder, written)
    own = sorted(path.relative_to(folder).as_posix() for path in wanted if folder in path.parents)
    folder.mkdir(parents=True, exist_ok=True)
    # First both, so that a build that is killed leaves nothing that the next does not know
    write_if_changed(folder / _LIST, "".join(f"{path}\n" for path in sorted({*own, *written})))
    changed = sum(write_if_changed(path, page.markdown) for path, page in wanted.items())
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted and path.name != _LIST:
            path.unlink()
            changed += 1
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    write_if_changed(folder / _LIST, "".join(f"{path}\n" for path in own))
    return changed


def _written_before(folder: Path) -> set[str]:
    """The paths below the generated folder that the build before wrote."""
    try:
        return set((folder / _LIST).read_text(encoding="utf-8").splitlines())
    except (OSError, ValueError):
        return set()


def _refuse_foreign(folder: Path, written: set[str]) -> None:
    for path in (folder, *sorted(folder.rglob("*"))):
        if path.is_symlink():
            raise BuildError(f"{path}: is a link; the build writes here and follows none, remove it")
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in {*written, _LIST}:
            message = (
                f"is none of the pages that the build before wrote; {folder} belongs to the build: move the file "
                "out of it, or delete the folder if a version before this one made it"
            )
            raise BuildError(f"{path}: {message}")
