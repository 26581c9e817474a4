"""What search can find: resolutions, paragraphs, headings, tables, footnotes, and sections of hand-written pages.

In: a collection, and the rendered pages written by hand. Out: ``Volume`` values, each a resolution
or a page, with its documents in the order of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from unres import naming
from unres.citations import Type
from unres.collection import Collection, Entry
from unres.model import Closing, Heading, Kind, Paragraph, Table

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


@dataclass(frozen=True, slots=True)
class Volume:
    """A resolution, or a page written by hand.

    Attributes:
        path: its address on the site, with a slash at its end.
        number: ``62/160``; empty for a page.
        title: its title.
        session: 62; 0 for special sessions and pages.
        documents: by part, then in reading order; the first is the volume itself.
    """

    path: str
    number: str
    title: str
    session: int
    documents: tuple[Document, ...] = field(repr=False)


def volumes_of(collection: Collection) -> Iterator[Volume]:
    """A volume for every resolution, in the order of the collection."""
    for entry in collection:
        head = entry.resolution.masthead
        path = f"{entry.symbol}/"
        documents = tuple(sorted(_documents(entry), key=lambda document: document.part))
        yield Volume(path, head.number, head.title.plain, head.session or 0, documents)


def _documents(entry: Entry) -> Iterator[Document]:
    resolution = entry.resolution
    head = resolution.masthead
    cited = _cited(entry)
    yield Document(RESOLUTION, "", "", "", head.title.plain, "", cited.get("title", ()))
    for block in resolution.blocks:
        if isinstance(block, Closing) or (isinstance(block, Paragraph) and block.kind is Kind.ENACTING):
            continue
        badge, opening = _names(block)
        address = f"{block.page}/#{block.anchor}"
        part = {"preamble": PREAMBLE, "operative": OPERATIVE}.get(block.page, ANNEX)
        yield Document(part, badge, opening, address, _text(block), block.label, cited.get(block.label, ()))
    for note in resolution.footnotes:
        label = note.label
        address = f"footnotes/#{note.anchor}"
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
