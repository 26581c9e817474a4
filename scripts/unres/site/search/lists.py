"""What has a page of its own besides resolutions: documents that are cited, sessions, committees, subjects.

In: a collection. Out: ``Volume`` values whose documents are results above the paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator

from unres.citations.titles import full_name
from unres.collection import Collection
from unres.errors import count
from unres.pages.listing import lists_of
from unres.pages.reference_index import address_of_cited
from unres.site.search.documents import RESOLUTION, Document, Volume, VolumeKind


def volumes_of_lists(collection: Collection) -> Iterator[Volume]:
    """The documents that are cited but not held, those cited most first; and the lists of the collection."""
    times = {symbol: len(found) for symbol, found in collection.citations.items() if symbol not in collection.entries}
    order = sorted(times, key=lambda symbol: -times[symbol])
    addresses = address_of_cited(collection)
    cited = (_cited(symbol, times[symbol], addresses[symbol]) for symbol in order)
    yield Volume("", "", "Cited documents", tuple(cited), VolumeKind.CITED)
    lists = (_list(*found) for found in lists_of(collection))
    yield Volume("", "", "Lists", tuple(lists), VolumeKind.LISTS)


def _cited(symbol: str, times: int, address: str) -> Document:
    words = f"{full_name(symbol)}: cited in {count(times, 'place')} of this collection"
    return Document(RESOLUTION, symbol, "", address, words, cited=(symbol,))


def _list(name: str, address: str, members: int) -> Document:
    return Document(RESOLUTION, name, "", address, f"{name}: {count(members, 'resolution')}")
