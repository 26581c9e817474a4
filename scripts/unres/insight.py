"""What no text says by itself, and several rooms tell: worked out once for a collection, and handed to each of them.

In: a collection. Out: an ``Insight``. Pages, data and search take it as it is, so that nothing is done twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from unres.cache import Cache
from unres.collection import Collection
from unres.compare import History, histories


@dataclass(frozen=True, slots=True)
class Insight:
    """A collection, and what is known of it.

    Attributes:
        collection: what is held.
        histories: what came before each resolution that stands in a series, by its symbol.
    """

    collection: Collection
    histories: Mapping[str, History]

    @classmethod
    def of(cls, collection: Collection, compared: Cache = Cache()) -> Insight:  # noqa: B008 -- frozen
        """Works it out; ``compared`` keeps comparisons from build to build."""
        return cls(collection, histories(collection, compared))
