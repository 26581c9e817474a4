"""Where each resolution stands among the others, for its own pages: the ways to its lists and to its neighbours.

In: a collection. Out: a ``Standing`` for each resolution.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from unres import naming
from unres.collection import Collection, Entry
from unres.model import Role
from unres.pages.shelves import committee_of, session_of, shelves, subject_of


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The resolution before or after another: its number, its title and the folder of its pages."""

    number: str
    title: str
    folder: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one resolution stands.

    Attributes:
        session: ``62nd session``.
        session_page: the page that lists it, below ``docs/``.
        committee_page: the page of its committee; empty where the masthead names none.
        subject_page: the page, and the place on it, of its agenda item.
        before: the resolution before it in its session, of those that are here.
        after: the one after it.
    """

    session: str
    session_page: str
    committee_page: str
    subject_page: str
    before: Neighbour | None = None
    after: Neighbour | None = None


def standings(collection: Collection) -> Iterator[tuple[str, Standing]]:
    """Where each resolution stands, with its symbol."""
    for shelf, entries in shelves(collection, session_of).values():
        around = [None, *map(_neighbour, entries), None]
        for entry, before, after in zip(entries, around, around[2:], strict=False):
            reports = (line.text.plain for line in entry.resolution.masthead.lines if line.role is Role.REPORT)
            subject, part = subject_of(entry)
            yield (
                str(entry.symbol),
                Standing(
                    shelf.name,
                    shelf.page,
                    committee_of(entry).page if any(map(naming.committee_in, reports)) else "",
                    (part or subject).page,
                    before,
                    after,
                ),
            )


def _neighbour(entry: Entry) -> Neighbour:
    head = entry.resolution.masthead
    return Neighbour(head.number, head.title.plain, f"{entry.symbol}/")
