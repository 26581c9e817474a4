"""Where each resolution stands among the others: its session, committee and subject, and its neighbours in the session.

In: a collection. Out: groups of resolutions for the lists, and for each resolution a ``Standing``, from which its own
pages take the ways to those lists and to the resolutions before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from markdown.extensions.toc import slugify

from unres import naming
from unres.collection import Collection, Entry
from unres.model import Role
from unres.numbering import nth
from unres.pages.page import Slugs

ROOT = "A/RES"
Groups = dict[str, list[Entry]]


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


@dataclass(frozen=True, slots=True)
class Grouping:
    """The collection by session, the latest first, by committee and by subject, with the names of their pages."""

    sessions: Groups
    committees: Groups
    subjects: Groups
    committee_slugs: dict[str, str] = field(repr=False)
    subject_slugs: dict[str, str] = field(repr=False)

    @classmethod
    def of(cls, collection: Collection) -> Grouping:
        """Groups a collection, which is sorted already."""
        sessions = _grouped(collection, _session)
        committees = dict(sorted(_grouped(collection, lambda entry: naming.committee(entry.resolution)).items()))
        subjects = dict(sorted(_grouped(collection, lambda entry: naming.subject(entry.resolution)).items()))
        latest_first = sorted(sessions.items(), key=lambda item: _session_order(item[0]), reverse=True)
        return cls(dict(latest_first), committees, subjects, slugs_of(committees), slugs_of(subjects))

    def committee_page(self, name: str) -> str:
        """The page of a committee, below ``docs/``."""
        return f"{ROOT}/committees/{self.committee_slugs[name]}.md"

    def subject_page(self, name: str) -> str:
        """The page of a subject, and the place on it."""
        return f"{ROOT}/subjects/index.md#{self.subject_slugs[name]}"


def standings(grouping: Grouping) -> Iterator[tuple[str, Standing]]:
    """Where each resolution stands, with its symbol."""
    for key, entries in grouping.sessions.items():
        around = [None, *map(_neighbour, entries), None]
        for entry, before, after in zip(entries, around, around[2:], strict=False):
            resolution = entry.resolution
            reports = (line.text.plain for line in resolution.masthead.lines if line.role is Role.REPORT)
            committee = naming.committee(resolution) if any(map(naming.committee_in, reports)) else ""
            yield (
                str(entry.symbol),
                Standing(
                    session_name(key),
                    f"{ROOT}/{key}/index.md",
                    grouping.committee_page(committee) if committee else "",
                    grouping.subject_page(naming.subject(resolution)),
                    before,
                    after,
                ),
            )


def _neighbour(entry: Entry) -> Neighbour:
    head = entry.resolution.masthead
    return Neighbour(head.number, head.title.plain, f"{entry.symbol}/")


def _grouped(collection: Collection, key: Callable[[Entry], str]) -> Groups:
    groups: Groups = {}
    for entry in collection:
        groups.setdefault(key(entry), []).append(entry)
    return groups


def slugs_of(names: Iterable[str]) -> dict[str, str]:
    """The names of lists in addresses: ``third-committee``; ``other`` where a name has no Latin letter.

    >>> slugs_of(["Third Committee", "third Committee", "Третий комитет"])
    {'Third Committee': 'third-committee', 'third Committee': 'third-committee-2', 'Третий комитет': 'other'}
    """
    slugs = Slugs()
    return {name: slugs.free(slugify(name, "-") or "other") for name in names}


def _session(entry: Entry) -> str:
    """The session as the number has it (``80``, ``S-10``), or as the masthead spells it for older ones."""
    number = entry.resolution.masthead.number
    return number.partition("/")[0] if "/" in number else str(entry.resolution.masthead.session or "other")


def _session_order(key: str) -> tuple[int, int]:
    digits = re.sub(r"\D", "", key)
    return (int(key.isdigit()), int(digits or 0))


def session_name(key: str) -> str:
    """The name of a session by its number.

    >>> session_name("62"), session_name("ES-10"), session_name("other")
    ('62nd session', '10th emergency special session', 'Other sessions')
    """
    kinds = {"S-": "special session", "ES-": "emergency special session"}
    digits = re.sub(r"\D", "", key)
    if not digits:
        return "Other sessions"
    return f"{nth(int(digits))} {kinds.get(key.removesuffix(digits), 'session')}"
