"""What has a page of its own besides resolutions: documents that are cited, sessions, committees, subjects.

In: a collection. Out: ``Volume`` values whose documents are results above the paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unres import values
from unres.cache import key
from unres.citations.titles import full_name
from unres.collection.cited import Cited
from unres.dates import day
from unres.errors import count
from unres.insight import Insight
from unres.pages.listing import lists_of
from unres.pages.reference_index import address_of_cited
from unres.site.search.documents import RESOLUTION, Contents, Document, Volume, VolumeKind


def volumes_of_lists(insight: Insight) -> Iterator[Volume]:
    """The documents that are cited but not held, those cited most first; and the lists of the collection."""
    others = [cited for symbol, cited in insight.cited.items() if symbol not in insight.collection.entries]
    addresses = address_of_cited(insight)
    order = sorted(others, key=lambda cited: -len(cited.mentions))
    yield _volume("Cited documents", VolumeKind.CITED, [_cited(cited, addresses[cited.symbol]) for cited in order])
    yield _volume("Lists", VolumeKind.LISTS, [_list(*found) for found in lists_of(insight.collection)])


def _volume(title: str, kind: VolumeKind, found: Sequence[Document]) -> Volume:
    contents = Contents(tuple(found))
    return Volume("", "", title, lambda: contents, kind, digest=key(title, values.as_bytes(found)))


def _cited(cited: Cited, address: str) -> Document:
    by = f"cited by {count(len(cited.mentions), 'resolution')} here"
    words = " · ".join(filter(None, (cited.name or full_name(cited.symbol), day(cited.date), by)))
    return Document(RESOLUTION, cited.symbol, "", address, words, cited=(cited.symbol,))


def _list(name: str, address: str, members: int) -> Document:
    return Document(RESOLUTION, name, "", address, f"{name}: {count(members, 'resolution')}")
