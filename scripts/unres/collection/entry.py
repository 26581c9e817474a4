"""What a collection holds, as values: a text as read, then the same with all that others give it and take from it.

``Reading`` is what one source text says by itself. ``Entry`` is a reading within a collection: where each of its
references leads, and who cites it. Whatever the pages of one resolution take from another (its number, its title,
the address of a paragraph) is a value on the entry, so that they depend on nothing but their entry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from unres.citations import Reference
from unres.errors import Problem
from unres.model import Resolution
from unres.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands: on the page of the whole resolution, which is its address, and on that of a part.

    Attributes:
        page: the part, ``operative``; empty for the resolution itself.
        anchor: on the page of the part, empty for its top.
        eid: its identifier in Akoma Ntoso, empty for what has none there.
    """

    page: str
    anchor: str = ""
    eid: str = ""

    @property
    def fragment(self) -> str:
        """Its anchor on the page of the whole resolution, where an annex's name goes before: annexes count anew.

        >>> Place("operative", "op8").fragment, Place("annex-2", "p5").fragment
        ('op8', 'annex-2-p5')
        """
        return f"{self.page}-{self.anchor}" if self.anchor and self.page.startswith("annex") else self.anchor

    @property
    def address(self) -> str:
        """Its address for ever, from that of its resolution on: what every writer links to, ``#op8``."""
        return f"#{self.fragment}" if self.anchor else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolution as read by itself.

    Attributes:
        resolution: what its source text says.
        references: what it refers to.
        places: where its labels stand.
        doubts: what is in doubt about it.
        digest: stands for its source text and the name of its file; empty if it was read from elsewhere.
    """

    resolution: Resolution
    references: tuple[Reference, ...]
    places: Mapping[str, Place]
    doubts: tuple[Problem, ...] = ()
    digest: str = field(default="", compare=False, repr=False)

    @property
    def symbol(self) -> Symbol:
        """The resolution's document symbol."""
        return Symbol(self.resolution.symbol)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads, with what may be said of it there.

    Attributes:
        symbol: of the resolution of the collection that it leads to; empty if it leads outside.
        label: of the paragraph or part in that resolution; empty for the whole.
        place: where that is in that resolution.
        number: of that resolution.
        title: of that resolution.
        adopted: when that resolution was.
        url: the official address of the document, held or not; empty if it has none.
    """

    symbol: str = ""
    label: str = ""
    place: Place = field(default=Place(""))
    number: str = ""
    title: str = ""
    adopted: dt.date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A reference and where it leads; None if there is no address to lead to."""

    reference: Reference
    target: Target | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A place of the collection that cites a document: a paragraph, a heading, a note or a whole table.

    Attributes:
        source: the symbol of the resolution that cites.
        number: of that resolution.
        label: of the citing place in it.
        place: where that label stands.
    """

    source: str
    number: str
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class Entry(Reading):
    """A resolution of the collection: a reading, and what the others give it.

    Attributes:
        resolved: each reference with where it leads, by the label of the place that it stands in, in reading order.
        cited: the places of other resolutions that cite this one, each once, by the label of what they cite;
            by ``""`` as a whole.
        linked: its own places that references lead to, from wherever they come.
    """

    resolved: Mapping[str, tuple[Resolved, ...]] = field(default_factory=dict)
    cited: Mapping[str, tuple[Citation, ...]] = field(default_factory=dict)
    linked: frozenset[Place] = frozenset()

    @property
    def links(self) -> Iterator[Resolved]:
        """Every reference with where it leads, in reading order."""
        return chain.from_iterable(self.resolved.values())

    @property
    def cited_in(self) -> frozenset[Citation]:
        """The places that cite the resolution or anything in it: one that cites two of its paragraphs is one place."""
        return frozenset(chain.from_iterable(self.cited.values()))


@dataclass(frozen=True, slots=True)
class Collection:
    """Every resolution held, sorted by symbol as people count, and the places that cite each document, held or not."""

    entries: Mapping[str, Entry]
    citations: Mapping[str, tuple[Citation, ...]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)
