"""Search: an index made with the site, read by the reader's browser in small files, without a server.

In: a collection and a built site. Out: ``search/`` in the site. The way through: ``documents``,
``pages`` and ``lists`` (what can be found) -> ``terms`` (by what) -> ``index`` (where) -> ``shards`` (as files).
What is typed goes the same way in ``docs/assets/search/``.

Pagefind (MIT) is the library for this. It breaks long symbols into pieces (E/CN.4/Sub.2/2000/46 is not found), needs a
server and WebAssembly; lunr's index of 902 resolutions is 24 MB, which each page view fetches.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from unres.cache import Cache, key
from unres.garbage import no_garbage
from unres.insight import Insight
from unres.site.search.documents import Volume, volumes_of
from unres.site.search.index import make_index
from unres.site.search.lists import volumes_of_lists
from unres.site.search.pages import rendered, volume_of_page
from unres.site.search.shards import files_of
from unres.site.written import Written

FOLDER = "search"


def write_index(
    insight: Insight,
    written: Written,
    pages: Iterable[str] = (),
    kept: Cache = Cache(),  # noqa: B008 -- frozen
    *,
    flat: bool = False,
) -> None:
    """Writes the index of a built site.

    Args:
        insight: what the site holds, and what is known of it.
        written: the folder of the site, and what was written there before.
        pages: addresses of the pages written by hand, such as ``about/``.
        kept: what resolutions brought to an index before.
        flat: whether the site's pages are files such as ``operative.html`` instead of folders.
    """
    volumes = [*volumes_of(insight), *_pages(written.site, pages), *volumes_of_lists(insight)]
    shutil.rmtree(written.site / FOLDER, ignore_errors=True)
    with no_garbage():
        stamp, files = files_of(volumes, make_index(volumes, kept), flat=flat)
        for file in files:
            source = key(stamp, file.source) if file.source else ""
            written.write(f"{FOLDER}/{file.name}.js", source, partial(file.text, stamp))
    kept.sweep()


def _pages(site: Path, pages: Iterable[str]) -> Iterator[Volume]:
    for path in pages:
        file = rendered(site, path)
        volume = volume_of_page(path, file.read_text(encoding="utf-8")) if file else None
        if volume:
            yield volume
