"""What no text says by itself, and several rooms tell: worked out once for a collection, and handed to each of them.

In: a collection. Out: an ``Insight``. Pages, data and search take it as it is, so that nothing is done twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from unres import values
from unres.actions import Action, Actions, ActionsError, find_actions
from unres.cache import Cache
from unres.collection import Collection, Entry
from unres.collection.cited import Cited, cited_documents
from unres.compare import History, Repeat, histories, repeats
from unres.parallel import each, workers

_EACH = 16  # resolutions that a process reads at once
_Read = tuple[Actions, ...]  # of one resolution, or of none


@dataclass(frozen=True, slots=True)
class About:
    """What is known of one resolution: its history, its actions, what stands elsewhere too; who cites what."""

    history: History | None = None
    actions: Actions | None = None
    repeated: Mapping[str, Repeat] = field(default_factory=dict)
    cited: Mapping[str, Cited] = field(default_factory=dict)
    collection: Mapping[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Insight:
    """A collection, and what is known of it; each is the same as itself alone, so that what is made of it can be kept.

    Attributes:
        collection: what is held.
        histories: what came before each resolution that stands in a series, by its symbol.
        actions: who is asked to do what by each resolution in which that can be read, by its symbol.
        repeated: which paragraphs of each resolution stand in other series too, by its symbol and their labels.
        cited: every document that the collection cites, by its symbol.
    """

    collection: Collection
    histories: Mapping[str, History]
    actions: Mapping[str, Actions]
    repeated: Mapping[str, Mapping[str, Repeat]]
    cited: Mapping[str, Cited]

    @classmethod
    def of(cls, collection: Collection, compared: Cache = Cache(), asked: Cache = Cache()) -> Insight:  # noqa: B008 -- frozen
        """Works it out; ``compared`` and ``asked`` keep comparisons and actions from build to build."""
        before = histories(collection, compared)
        found = _all_actions(collection, asked)
        told = {symbol: _beside(actions, before.get(symbol), found) for symbol, actions in found.items()}
        series = {symbol: history.series.symbols[0] for symbol, history in before.items()}
        return cls(collection, before, told, repeats(collection, series), cited_documents(collection))

    def about(self, symbol: str) -> About:
        """What is known of one resolution."""
        own = (self.histories.get(symbol), self.actions.get(symbol), self.repeated.get(symbol, {}))
        return About(*own, self.cited, self.collection.entries)


def _all_actions(collection: Collection, kept: Cache) -> dict[str, Actions]:
    """The actions of each resolution in which they can be read; those that were not kept are read by all processors."""
    known = {symbol: _known(entry, kept) for symbol, entry in collection.entries.items()}
    new = [symbol for symbol, found in known.items() if found is None]
    read = each(partial(_actions, collection, kept), new, workers(len(new) // _EACH), at_a_time=_EACH)
    known |= zip(new, read, strict=True)
    return {symbol: found[0] for symbol, found in known.items() if found}


def _known(entry: Entry, kept: Cache) -> _Read | None:
    """The actions of a resolution as they were read before."""
    data = kept.get(entry.digest) if entry.digest else None
    try:
        return values.from_bytes(data, _Read) if data else None
    except ValueError:
        return None


def _actions(collection: Collection, kept: Cache, symbol: str) -> _Read:
    """Who is asked to do what by a resolution; nothing in another language, or where nothing is operative."""
    entry = collection.entries[symbol]
    try:
        found: _Read = (find_actions(entry.resolution),)
    except ActionsError:
        found = ()
    if entry.digest:
        kept.put(entry.digest, values.as_bytes(found))
    return found


def _beside(actions: Actions, history: History | None, known: Mapping[str, Actions]) -> Actions:
    """The actions of a resolution, each with whether the one before has it too, where that one is sure and was read."""
    comparison = history.comparison if history and history.link and not history.link.doubtful else None
    if comparison is None or comparison.old.symbol not in known:
        return actions
    earlier: dict[str, set[object]] = {}
    for action in known[comparison.old.symbol].actions:
        earlier.setdefault(action.label, set()).add(_core(action))
    origin = {str(new.label): row.pair.old for row in comparison.rows for new in row.pair.new}
    told = (
        replace(
            action,
            repeated=any(_core(action) in earlier.get(str(old.label), ()) for old in origin.get(action.label, ())),
        )
        for action in actions.actions
    )
    return replace(actions, actions=tuple(told))


def _core(action: Action) -> object:
    """What stays of an action that is repeated: its strength, whom it asks and for what; dates move on each year."""
    return action.strength, frozenset(one.body for one in action.addressees), frozenset(a.kind for a in action.asked)
