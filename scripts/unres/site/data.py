"""What lies in a site beside its pages: data, what scripts load, small pages for chats, and the index of search.

In: what is known of a collection, and a site with its pages. Out: the other files, made by several processes: one
makes the index, which takes about as long as all the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from unres.cache import Cache
from unres.exports import Base, write_collected, write_files
from unres.insight import Insight
from unres.pages.reference_index import address_of_cited
from unres.parallel import each, workers
from unres.site.cards import write_cards
from unres.site.quote_files import write_quotes
from unres.site.search import write_index
from unres.site.written import Told, Written

_EACH = 16  # resolutions whose files a process writes at once


@dataclass(frozen=True, slots=True)
class DataFiles:
    """What is to be written, and where.

    Attributes:
        insight: what the site holds.
        written: the folder of the site, with its pages, and what was written there before.
        base: where the site will be.
        by_hand: the addresses of pages written by hand, which search finds too.
        kept: what resolutions brought to the index of search before.
        cards: whether somebody may paste its links.
    """

    insight: Insight
    written: Written
    base: Base
    by_hand: Sequence[str]
    kept: Cache
    cards: bool

    def write(self, symbols: Sequence[str]) -> None:
        """Writes all that belongs to the collection, and the files of some resolutions."""
        some = [tuple(symbols[at : at + _EACH]) for at in range(0, len(symbols), _EACH)]
        write = partial(self._write_some, address_of_cited(self.insight) if some else {})
        for told in each(write, [(), *some], workers(1 + len(some)) if some[1:] else 1):
            self.written.take(told)

    def _write_some(self, addresses: Mapping[str, str], symbols: tuple[str, ...]) -> Told:
        """Writes the files of some resolutions; of none, those of the whole collection."""
        site = self.written.site
        if not symbols:
            write_index(self.insight, self.written, self.by_hand, self.kept)
            write_collected(self.insight, self.base, self.written.write)
            return self.written.told()
        entries = [self.insight.collection.entries[symbol] for symbol in symbols]
        write_files(entries, site, self.base)
        write_quotes(self.insight, entries, addresses, site)
        if self.cards:
            write_cards(entries, site, self.base)
        return {}, []
