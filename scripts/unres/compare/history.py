"""What came before each resolution of a collection: its series, the one before it, and what changed since.

In: a collection. Out: a ``History`` for each resolution that stands in a series. All of it is worked out here, once;
the pages of a resolution then take what they tell of another from this value alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from unres.collection import Collection, Entry
from unres.compare.comparison import CompareError, Comparison, compare
from unres.compare.series import Predecessor, Series, series_of


@dataclass(frozen=True, slots=True)
class History:
    """What came before a resolution.

    Attributes:
        series: the resolutions that follow each other, this one among them.
        link: the way to the one before; None for the first.
        before: that resolution, where the collection holds it.
        comparison: what changed since; None where the two cannot be compared.
    """

    series: Series
    link: Predecessor | None = None
    before: Entry | None = None
    comparison: Comparison | None = None


def histories(collection: Collection) -> dict[str, History]:
    """The history of each resolution that has one, by its symbol; each pair is compared once."""
    return dict(_histories(collection))


def _histories(collection: Collection) -> Iterator[tuple[str, History]]:
    for symbol, series in series_of(collection).items():
        link = series.links.get(symbol)
        before = collection.entries.get(link.symbol) if link else None
        yield symbol, History(series, link, before, _compared(before, collection.entries[symbol]))


def _compared(before: Entry | None, entry: Entry) -> Comparison | None:
    try:
        return compare(before.resolution, entry.resolution) if before else None
    except CompareError:
        return None  # two languages, or a text without paragraphs: there is nothing to show beside it
