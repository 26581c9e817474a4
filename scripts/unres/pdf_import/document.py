"""One PDF as one source text: the stages in their order.

In: the bytes of a PDF. Out: an ``Imported`` value; nothing is written here.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from unres.errors import Level, Problem, UnresError
from unres.pdf_import import masthead, notes, source, structure
from unres.pdf_import.glyphs import read_pages
from unres.pdf_import.layout import Layout, lay_out
from unres.pdf_import.structure import Block
from unres.symbols import Symbol


class NotAResolution(UnresError):
    """A document that cannot become a source text."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A PDF as source text.

    Attributes:
        symbol: the document's symbol; None if the PDF could not be imported.
        text: the source text, empty if the PDF could not be imported.
        problems: what is wrong or in doubt; their line is the page.
    """

    symbol: Symbol | None
    text: str
    problems: tuple[Problem, ...]


def import_pdf(path: Path) -> Imported:
    """The source text of a PDF; whatever is wrong with the file comes back as a problem."""
    try:
        return _import(str(path), path.read_bytes())
    except OSError as error:
        return _failed(path, f"cannot be read: {error.strerror or error}")
    except UnresError as error:
        return _failed(path, str(error))


def _failed(path: Path, message: str) -> Imported:
    return Imported(None, "", (Problem(str(path), 1, message),))


def _import(path: str, data: bytes) -> Imported:
    layout = lay_out(read_pages(data))
    head = masthead.read(layout.masthead)
    symbol = masthead.symbol_of(layout.furniture, head)
    if symbol is None:
        raise NotAResolution("no symbol")
    blocks, table_notes = structure.blocks(layout)
    found = [*notes.read(layout.notes), *table_notes]
    text = write(layout, head, symbol, blocks, found, hashlib.sha256(data).hexdigest())
    return Imported(symbol, text, ())


def write(layout, head, symbol, blocks, found, checksum) -> str:
    writer = source.Writer(note.number for note in found)
    written: set[str] = set()
    out: list[str] = []
    number = head.number or symbol.text.removeprefix("A/RES/")
    parts = source.masthead(head, number, writer) + [source.block(item, writer) for item in blocks]
    for part in parts:
        out.append(part)
        out += source.notes_after(part, found, written, writer)
    front = source.front_matter({"symbol": symbol.text, "language": "en", "source": symbol.url, "sha256": checksum}, ())
    return front + "\n" + "\n\n".join(out) + "\n"
