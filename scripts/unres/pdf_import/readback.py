"""Reads back what was written: the model of the finished text, against what was read from the PDF.

In: masthead, blocks and notes, and the text of them as the build parses it. Out: a page and a sentence for
all that the text does not say as it was meant. What cannot be written truly is not written at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from unres import model
from unres.model import Text
from unres.pdf_import.blocks import Block, BlockKind
from unres.pdf_import.masthead import PrintedMasthead
from unres.pdf_import.notes import Note, calls
from unres.pdf_import.rich import CharStyle, Rich
from unres.text.parser import Parsed

STYLES = {
    model.Style.ITALIC: CharStyle.ITALIC,
    model.Style.BOLD: CharStyle.BOLD,
    model.Style.SUPERSCRIPT: CharStyle.RAISED,
    model.Style.SUBSCRIPT: CharStyle.LOWERED,
}
RULE = re.compile(r"(?:\*\s*){3,}")  # of asterisks, which divides and says nothing
SIGNS = tuple(map(chr, range(0xE000, 0xE010)))  # of styles; no document prints these characters
MARKER = chr(0xE010)  # stands around the number of a marker
BLANK = " " + SIGNS[0]
_BLANKS = re.compile(rf"(?:\s[{SIGNS[0]}-{SIGNS[-1]}])+")
_AMONG = re.compile(rf"(?:{MARKER}[^{MARKER}]*{MARKER}|{BLANK})+")


def of_model(
    parsed: Parsed, head: PrintedMasthead, blocks: Sequence[Block], notes: Sequence[Note]
) -> Iterator[tuple[int, str]]:
    """What the parsed text has otherwise: pages and sentences, empty if it says what was meant."""
    if parsed.resolution is None or parsed.errors:
        yield from ((1, problem.message) for problem in parsed.errors)
        return
    numbers = {note.number for note in notes}
    yield from _of_masthead(parsed.resolution.masthead, head, numbers)
    meant = [block for block in blocks if not RULE.fullmatch(block.parts[0].text if block.parts else "")]
    for block, found in zip_longest(meant, parsed.resolution.blocks):
        if block is None or found is None or not _same(block, found, numbers):
            page, words = (block.page, _words(block)) if block else (meant[-1].page if meant else 1, "the end")
            yield page, f"“{words}” cannot be written so that it is read again as it is printed"
            return  # what follows is only shifted
    read = sorted((note.number, units_of(note.text)) for note in parsed.resolution.footnotes)
    for note in notes:
        if (note.number, units(note.rich, numbers)) not in read or len(notes) != len(read):
            yield note.page, f"note {note.number} cannot be written so that it is read again as it is printed"
            return


def _words(block: Block) -> str:
    return f"{block.mark} {block.parts[0].text}"[:40].strip() if block.parts else "a table"


def _of_masthead(read: model.Masthead, head: PrintedMasthead, numbers: set[str]) -> Iterator[tuple[int, str]]:
    lines = [text for text in head.texts()[:-1] if text.text.strip()]
    title = head.title if len(read.title.plain) <= len(head.title.text) else head.printed + head.title
    for meant, found in zip_longest([*lines, title], [*(line.text for line in read.lines), read.title]):
        if meant is None or found is None or units(meant, numbers, plain=True) != units_of(found):
            words = meant.text if meant else found.plain if found else ""
            yield 1, f"“{words}” in the masthead cannot be written so that it is read again as it is printed"
            return


def _same(block: Block, found: model.Block, numbers: set[str]) -> bool:
    """Whether a block is what it was meant to be, with the same words, styles and markers."""
    if isinstance(found, model.Table):
        width = len(found.rows[0]) if found.rows else 0
        cells = [units_of(cell) for row in found.rows for cell in row]
        if block.table is not None and not block.table.header:
            cells = cells[width:]  # the empty heads that Markdown wants
        return block.kind is BlockKind.TABLE and cells == [units(part, numbers) for part in block.parts]
    if isinstance(found, model.Closing):
        meant = BLANK.join(units(part, numbers, adding=CharStyle.ITALIC) for part in block.parts)
        return block.kind is BlockKind.CLOSING and meant == units_of(found.text)
    if isinstance(found, model.Heading):
        level = block.level - 2 == found.level
        return (
            block.kind is BlockKind.HEADING
            and level
            and units(block.parts[0], numbers, without=CharStyle.BOLD) == units_of(found.text)
        )
    number = block.mark if block.kind in (BlockKind.NUMBERED, BlockKind.ITEM) else ""
    known = block.kind in (BlockKind.NUMBERED, BlockKind.ITEM, BlockKind.TEXT)
    return known and number == found.number and units(block.parts[0], numbers) == units_of(found.text)


def units(
    rich: Rich, numbers: set[str], *, without: int = CharStyle.PLAIN, adding: int = CharStyle.PLAIN, plain: bool = False
) -> str:
    """A printed text as it is compared: behind each character the sign of its style, and markers in their places."""
    mask = CharStyle.RAISED | CharStyle.LOWERED if plain else ~without
    styles = [style & mask | adding for style in rich.styles]
    return _signed(rich.text, styles, [(call.start, call.end, call.number) for call in calls(rich, numbers)])


def units_of(text: Text) -> str:
    """A text that was read, in the same way."""
    styles = [0] * len(text.plain)
    for mark in text.marks:
        for index in range(mark.start, mark.end):
            styles[index] |= STYLES[mark.style]
    return _signed(text.plain, styles, [(call.at, call.at, call.number) for call in text.calls])


def _signed(words: str, styles: Sequence[int], markers: Sequence[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, number in [*markers, (len(words), len(words), "")]:
        for style, run in groupby(range(at, start), styles.__getitem__):
            first, *rest = run
            parts += [SIGNS[style].join(words[first : first + 1 + len(rest)]), SIGNS[style]]
        parts.append(f"{MARKER}{number}{MARKER}" if number else "")
        at = end
    return _AMONG.sub(_tidied, _BLANKS.sub(BLANK, "".join(parts)))


def _tidied(found: re.Match[str]) -> str:
    """Blanks and the markers between them: one blank at most, and none at either end of the text."""
    if found.start() == 0 or found.end() == len(found.string):
        return found[0].replace(BLANK, "")
    before, blank, after = found[0].partition(BLANK)
    return before + blank + after.replace(BLANK, "")
