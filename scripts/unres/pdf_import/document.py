"""One PDF as one source text: the stages in their order.

In: a PDF. Out: an ``Imported`` value; nothing is written here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from unres.errors import Problem, UnresError, together
from unres.pdf_import import checks, masthead, notes, readback, source, structure
from unres.pdf_import.admission import admit
from unres.pdf_import.blocks import Block
from unres.pdf_import.glyphs import read_pages
from unres.pdf_import.layout import Layout, lay_out
from unres.pdf_import.masthead import PrintedMasthead
from unres.pdf_import.notes import Note
from unres.pdf_import.rich import CharStyle, Rich
from unres.symbols import Symbol
from unres.text.checksum import seal
from unres.text.parser import parse

# How the text was compared; a page goes on with the PDF's date: "… the official PDF of 5 December 2025"
CHECKED = "every word matches the official PDF"
DIFFERENT = "every word but those listed as doubts matches the official PDF"
UNCOMPARED = "the words were taken from, but could not be compared with, the official PDF"


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
    return attempt(_import, path)


def attempt(read: Callable[[Path], Imported], path: Path) -> Imported:
    """What a function makes of a PDF; whatever is wrong with the file comes back as a problem."""
    try:
        return read(path)
    except OSError as error:
        return failed(path, f"cannot be read ({error.strerror or error}); check its name and rights")
    except UnresError as error:
        return failed(path, str(error))
    except MemoryError:
        return failed(path, "the PDF needs more memory than it may have; fetch it again from docs.un.org")
    except Exception as error:  # noqa: BLE001 (one strange PDF must not stop the others)
        return failed(
            path, f"the importer does not understand this PDF ({type(error).__name__}: {error}); please report it"
        )


def failed(path: Path, message: str) -> Imported:
    """What could not be imported, and why."""
    return Imported(None, "", (Problem(str(path), 1, message),))


def _import(path: Path) -> Imported:
    data = path.read_bytes()
    pages = list(read_pages(data))
    layout = lay_out(pages)
    head = masthead.read_printed_masthead(layout.masthead)
    symbol = admit(layout, head, path)
    blocks, table_notes = structure.blocks(layout)
    found = [*notes.read_notes(layout.notes), *table_notes]
    blocks = _with_markers(layout, head, blocks, found)
    parts = _parts(head, blocks, found)
    fields = {"symbol": str(symbol), "language": "en", "source": symbol.url, "sha256": hashlib.sha256(data).hexdigest()}
    left_out = [
        *checks.of_pages(layout, pages, str(path)),
        *checks.of_furniture(layout.furniture, head, str(path)),
    ]
    doubts = [
        *checks.of_name(head, str(symbol), str(path)),
        *left_out,
        *checks.of_tags(layout, blocks, str(path)),
        *checks.of_links(pages, "\n\n".join(text for _, text in parts), str(path)),
    ]
    text, where = _join(source.write_front_matter(fields, ()), parts)
    parsed = parse(text, str(path), sealed=True)
    if untrue := [Problem(str(path), page, words) for page, words in readback.of_model(parsed, head, blocks, found)]:
        return Imported(None, "", tuple(untrue))
    dropped = dict(heads for block in blocks if block.table for heads in block.table.repeated)
    compared, lost = checks.of_characters(text, data, dropped, layout.feet, str(path))
    doubts = [*together(dict.fromkeys(doubts)), *checks.of_text(parsed, str(path), where), *lost]
    doubts = sorted(dict.fromkeys(doubts), key=lambda doubt: doubt.line)
    fields["checked"] = claim(compared=compared, differs=bool(lost or left_out))
    said = [f"page {doubt.line}: {doubt.message}" for doubt in doubts]
    text, _ = _join(source.write_front_matter(fields, said), parts)
    return Imported(symbol, seal(text), tuple(doubts))


def claim(*, compared: bool, differs: bool) -> str:
    """How the text was compared: never more than was shown."""
    return UNCOMPARED if not compared else DIFFERENT if differs else CHECKED


def _with_markers(layout: Layout, head: PrintedMasthead, blocks: Sequence[Block], found: Sequence[Note]) -> list[Block]:
    """Masthead and blocks with the markers that are printed full size known as such."""
    numbers = [note.number for note in found]
    symbol = next((line for line in layout.furniture if masthead.SYMBOL.search(line.text)), None)
    if symbol and symbol.text.endswith("*") and "*" in numbers:
        head.organ += Rich("*", (CharStyle.RAISED,))  # the symbol itself is no part of the text
    texts = [*head.texts(), *(part for block in blocks for part in block.parts)]
    texts = notes.raise_full_size(texts, numbers)
    rest = head.replace_texts(texts)
    out = []
    for block in blocks:
        count = len(block.parts)
        out.append(replace(block, parts=tuple(rest[:count])))
        rest = rest[count:]
    return out


def _parts(head: PrintedMasthead, blocks: Sequence[Block], found: Sequence[Note]) -> list[tuple[int, str]]:
    """The blocks of the source text, each with its page; notes after the block that calls them first."""
    writer = source.SourceWriter(note.number for note in found)
    parts = [(block.page, source.write_block(block, writer)) for block in blocks]
    waiting = list(found)
    out = [(1, text) for text in source.write_masthead(head, writer)]
    for page, text in [(1, ""), *parts]:  # notes of the masthead stand below the title
        out += [(page, text)] if text else []
        for note in source.called_notes(text or "\n".join(part for _, part in out), waiting):
            waiting.remove(note)
            out.append((note.page, source.write_note(note, writer)))
    for note in waiting:  # a note that nothing calls stands where its page ends
        at = max((i for i, (page, _) in enumerate(out) if page <= note.page), default=len(out) - 1) + 1
        out.insert(at, (note.page, source.write_note(note, writer)))
    return out


def _join(front: str, parts: Sequence[tuple[int, str]]) -> tuple[str, checks.Where]:
    """The text of the file, and the page of each of its lines."""
    line = front.count("\n") + 2
    starts = []
    for page, text in parts:
        starts.append((line, page))
        line += text.count("\n") + 2
    return front + "\n" + "\n\n".join(text for _, text in parts) + "\n", checks.Where(starts)
