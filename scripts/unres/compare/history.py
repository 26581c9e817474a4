"""What came before each resolution of a collection: its series, the one before it, and what changed since.

In: a collection. Out: a ``History`` for each resolution that stands in a series. All of it is worked out here, once;
the pages of a resolution then take what they tell of another from this value alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from unres.cache import Cache
from unres.collection import Collection, Entry
from unres.compare.comparison import CompareError, Comparison
from unres.compare.kept import compare_once
from unres.compare.series import Predecessor, RecurringSeries, series_of

_YEARS = 8


@dataclass(frozen=True, slots=True)
class History:
    """What came before a resolution.

    Attributes:
        series: the resolutions that follow each other, this one among them.
        link: the way to the one before; None for the first.
        before: that resolution, where the collection holds it.
        comparison: what changed since; None where the two cannot be compared.
        members: the resolutions of the series, the oldest first.
        trail: the comparisons of this one with the one before, of that with the one before it, and so on: only so
            many that the pages of a series grow no faster than the series.
        ahead: the comparisons of the one after with this one, and so on, as many.
    """

    series: RecurringSeries
    link: Predecessor | None = None
    before: Entry | None = None
    comparison: Comparison | None = None
    members: tuple[Entry, ...] = ()
    trail: tuple[Comparison, ...] = ()
    ahead: tuple[Comparison, ...] = ()


def histories(collection: Collection, cache: Cache = Cache()) -> dict[str, History]:  # noqa: B008 -- frozen
    """The history of each resolution that has one, by its symbol; each pair is compared once, if at all."""
    known: dict[str, History] = {}
    for symbol, series in series_of(collection).items():  # each after the one before it
        link = series.links.get(symbol)
        before = collection.entries.get(link.symbol) if link else None
        comparison = _compared(before, collection.entries[symbol], cache)
        members = tuple(collection.entries[name] for name in series.symbols)
        trail: tuple[Comparison, ...] = ()
        if link and comparison and not link.doubtful:
            trail = (comparison, *known[link.symbol].trail)[:_YEARS]
        known[symbol] = History(series, link, before, comparison, members, trail)
    for history in reversed(known.values()):  # each before the one that it follows
        if history.trail and history.link:
            ahead = (history.trail[0], *known[history.trail[0].new.symbol].ahead)[:_YEARS]
            known[history.link.symbol] = replace(known[history.link.symbol], ahead=ahead)
    return known


def _compared(before: Entry | None, entry: Entry, cache: Cache) -> Comparison | None:
    try:
        return compare_once(before.resolution, entry.resolution, cache) if before else None
    except CompareError:
        return None  # two languages, or a text without paragraphs: there is nothing to show beside it
