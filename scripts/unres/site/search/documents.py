"""What search can find: resolutions, paragraphs, headings, tables, footnotes, and sections of hand-written pages.

In: a collection, and the rendered pages written by hand. Out: ``Volume`` values, each a resolution
or a page, with its documents in the order of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property, partial

from unres import naming
from unres.citations import Type
from unres.collection import Entry
from unres.insight import Insight
from unres.model import Closing, Heading, Kind, Paragraph, Resolution, Table
from unres.numbering import to_roman

RESOLUTION, PREAMBLE, OPERATIVE, ANNEX, FOOTNOTES = range(5)
PARTS = 5


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found.

    Attributes:
        part: which part of the resolution it stands in, for the reader's choice of parts.
        badge: its short name: ``OP8``, ``OP8 (a)``, ``Footnote 3``; empty for a resolution and a heading.
        opening: its opening words.
        address: its page and anchor, from its volume's address on.
        text: its words as printed.
        label: its name within the resolution as the export has it, by which it is gone to; or empty.
        cited: symbols of the documents that it refers to.
    """

    part: int
    badge: str
    opening: str
    address: str
    text: str
    label: str = ""
    cited: tuple[str, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether it is the heading of a section or annex."""
        return self.part != RESOLUTION and not self.badge and self.opening == self.text


class VolumeKind(IntEnum):
    """What a volume is: search shows each kind in its own way (docs/assets/search/results.js)."""

    RESOLUTION = 0
    MANUAL = 1  # a page written by hand
    CITED = 2  # documents that are cited
    LISTS = 3  # sessions, committees, subjects


@dataclass(frozen=True, slots=True)
class Annex:
    """Where an annex is found: the start of its labels (``annex2``) and its page (``annex-2/``)."""

    label: str
    page: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a volume.

    Attributes:
        documents: by part, then in reading order; the first of a resolution or page is the volume itself.
        annexes: the names by which its annexes are asked for ("", "1", "i"), with the page and prefix of labels.
        pages: those of its parts: ``operative/``.
    """

    documents: tuple[Document, ...]
    annexes: Mapping[str, Annex] = field(default_factory=dict)
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Volume:
    """A resolution, a page written by hand, or a list of what has a page of its own.

    Attributes:
        path: its address on the site, with a slash at its end.
        number: ``62/160``; empty for what is no resolution.
        title: its title.
        make: makes its contents, which are asked for only where what came of them before is not kept.
        kind: what it is.
        session: 62; 0 for special sessions and what is no resolution.
        committee: the committee that a resolution came from.
        date: when it was adopted or distributed, ``2007-12-18``; empty if it does not say.
        series: the symbol of the oldest resolution of its series; empty if it stands alone.
        digest: stands for its contents; empty where nothing does.
    """

    path: str
    number: str
    title: str
    make: Callable[[], Contents] = field(repr=False, compare=False)
    kind: VolumeKind = VolumeKind.RESOLUTION
    session: int = 0
    committee: str = ""
    date: str = ""
    series: str = ""
    digest: str = field(default="", compare=False)

    @cached_property
    def contents(self) -> Contents:
        """What is in it."""
        return self.make()

    @property
    def documents(self) -> tuple[Document, ...]:
        """What can be found in it."""
        return self.contents.documents


def volumes_of(insight: Insight) -> Iterator[Volume]:
    """A volume for every resolution, in the order of the collection."""
    series = {symbol: found.series.symbols[0] for symbol, found in insight.histories.items() if len(found.members) > 1}
    for entry in insight.collection:
        head = entry.resolution.masthead
        yield Volume(
            path=f"{entry.symbol}/",
            number=head.number,
            title=head.title.plain,
            make=partial(_contents, entry),
            session=head.session or 0,
            committee=naming.committee(entry.resolution),
            date=head.date.isoformat() if head.date else "",
            series=series.get(str(entry.symbol), ""),
            digest=entry.digest,
        )


def _contents(entry: Entry) -> Contents:
    documents = tuple(sorted(_documents(entry), key=lambda document: document.part))
    pages = dict.fromkeys(f"{place.page}/" for place in entry.places.values() if place.page)
    return Contents(documents, _annexes(entry.resolution), tuple(pages))


def _annexes(resolution: Resolution) -> dict[str, Annex]:
    """Annexes by what people call them; the first answers to "annex" alone."""
    found: dict[str, Annex] = {}
    pages = dict.fromkeys(block.page for block in resolution.blocks if block.page.startswith("annex"))
    for number, page in enumerate(pages, start=1):
        annex = Annex(page.replace("-", ""), f"{page}/")
        for name in ("", str(number), to_roman(number).lower()):
            found.setdefault(name, annex)
    return found


def _documents(entry: Entry) -> Iterator[Document]:
    resolution = entry.resolution
    head = resolution.masthead
    cited = _cited(entry)
    yield Document(RESOLUTION, "", "", "", head.title.plain, "", cited.get("title", ()))
    for block in resolution.blocks:
        if isinstance(block, Closing) or (isinstance(block, Paragraph) and block.kind is Kind.ENACTING):
            continue
        badge, opening = _names(block)
        address = entry.places[block.label].address
        part = {"preamble": PREAMBLE, "operative": OPERATIVE}.get(block.page, ANNEX)
        yield Document(part, badge, opening, address, _text(block), block.label, cited.get(block.label, ()))
    for note in resolution.footnotes:
        label = note.label
        address = entry.places[label].address
        yield Document(FOOTNOTES, f"Footnote {note.number}", "", address, note.text.plain, label, cited.get(label, ()))


def _names(block: Paragraph | Heading | Table) -> tuple[str, str]:
    """Badge and opening words."""
    if isinstance(block, Paragraph):
        badge = naming.badge(block) if naming.has_badge(block) and "/" not in block.label else ""
        return badge or naming.spoken_label(block.label), block.lead
    return ("", block.text.plain) if isinstance(block, Heading) else ("Table", "")


def _text(block: Paragraph | Heading | Table) -> str:
    if isinstance(block, Table):
        return " ".join(cell.plain for row in block.rows for cell in row if cell.plain)
    return block.text.plain


def _cited(entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """The symbols that each place refers to."""
    found: dict[str, dict[str, None]] = {}
    for reference in entry.references:
        if reference.document and reference.type is not Type.INTERNAL:
            place = reference.place.partition(":")[0]  # a cell of a table stands for the table
            found.setdefault(place, {})[reference.document] = None
    return {place: tuple(symbols) for place, symbols in found.items()}


def label_terms(badge: str) -> tuple[str, ...]:
    """What a paragraph's short name is found by: ``op8`` for OP8 and its sub-paragraphs, ``pp2``."""
    found = re.search(r"\b(OP|PP)(\d+)", badge)
    return (f"{found[1]}{found[2]}".lower(),) if found else ()
