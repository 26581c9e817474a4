"""What the pages and files of a resolution show, as one digest: where it is the same, they are the same.

In: what is known of a collection. Out: a digest for each resolution. Its own text stands for all that is made of it
alone. What pages, data and scripts tell of others goes in as values: where references lead, who cites it, its place
in its session and its series, the texts that it is compared with, what its documents are called. Whoever lets a page
of a resolution tell more of another adds it here; ``tests/test_parts.py`` finds what was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from unres import values
from unres.cache import key
from unres.collection import Entry
from unres.compare import History
from unres.insight import About, Insight
from unres.pages.groups import Standing, standings
from unres.pages.reference_index import address_of_cited


def digests(insight: Insight) -> dict[str, str]:
    """The digest of each resolution, by its symbol; none where a text was not read from a file."""
    standing, addresses = dict(standings(insight.collection)), address_of_cited(insight)
    entries = insight.collection.entries
    if not all(entry.digest for entry in entries.values()):
        return {}
    return {
        symbol: key(
            entry.digest, values.as_bytes(list(_shown(entry, standing[symbol], insight.about(symbol), addresses)))
        )
        for symbol, entry in entries.items()
    }


def _shown(entry: Entry, standing: Standing, about: About, addresses: Mapping[str, str]) -> Iterator[object]:
    """All that is shown besides the text."""
    yield [found.target for found in entry.links]
    yield entry.cited
    yield sorted((place.page, place.anchor, place.eid) for place in entry.linked)
    yield standing
    yield about.repeated
    yield [action.repeated for action in about.actions.actions] if about.actions else None
    yield list(_documents(entry, about, addresses))
    own = about.cited.get(str(entry.symbol))
    yield own
    yield [_name(about.collection[symbol]) for symbol in own.mentions] if own else None
    yield list(_history(about.history, about.collection)) if about.history else None


def _name(entry: Entry) -> tuple[object, ...]:
    """What others say of a resolution that they name."""
    head = entry.resolution.masthead
    return str(entry.symbol), head.number, head.title.plain, head.session, head.adopted


def _documents(entry: Entry, about: About, addresses: Mapping[str, str]) -> Iterator[object]:
    """What is said of each document that a resolution cites: by that name, or under the symbol that is held."""
    for found in entry.links:
        target = found.target
        for symbol in filter(None, (found.reference.document, target.symbol if target else "")):
            if cited := about.cited.get(symbol):
                yield symbol, cited.name, cited.date, len(cited.mentions), addresses[symbol]


def _history(history: History, entries: Mapping[str, Entry]) -> Iterator[object]:
    """The series, and every text that this one is compared with, each by its digest."""
    yield history.link
    yield history.before.digest if history.before else None
    yield history.comparison is None
    yield [_name(member) for member in history.members]
    yield [entries[year.old.symbol].digest for year in history.trail]
    yield [entries[year.new.symbol].digest for year in history.ahead]
