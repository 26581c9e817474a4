"""Reads back what was written: the model of the finished text, against what was read from the PDF.

In: masthead, blocks and notes, and the text of them as the build parses it. Out: a page and a sentence for
all that the text does not say as it was meant. What cannot be written truly is not written at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from unres import model
from unres.model import Call, Text
from unres.pdf_import.blocks import Block, BlockKind
from unres.pdf_import.masthead import PrintedMasthead
from unres.pdf_import.notes import Note, calls
from unres.pdf_import.rich import Rich, Style
from unres.text.parser import Parsed

STYLES = {
    model.Style.ITALIC: Style.ITALIC,
    model.Style.BOLD: Style.BOLD,
    model.Style.SUPERSCRIPT: Style.RAISED,
    model.Style.SUBSCRIPT: Style.LOWERED,
}
RULE = re.compile(r"(?:\*\s*){3,}")  # of asterisks, which divides and says nothing
Units = list[tuple[str, int]]  # characters with their style, a blank for any number of them, and markers
MARKER = -1  # the style of a marker


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
        meant: Units = []
        for part in block.parts:
            meant += [*([(" ", 0)] if meant else []), *units(part, numbers, adding=Style.ITALIC)]
        return block.kind is BlockKind.CLOSING and meant == units_of(found.text)
    if isinstance(found, model.Heading):
        level = block.level - 2 == found.level
        return (
            block.kind is BlockKind.HEADING
            and level
            and units(block.parts[0], numbers, without=Style.BOLD) == units_of(found.text)
        )
    number = block.mark if block.kind in (BlockKind.NUMBERED, BlockKind.ITEM) else ""
    known = block.kind in (BlockKind.NUMBERED, BlockKind.ITEM, BlockKind.TEXT)
    return known and number == found.number and units(block.parts[0], numbers) == units_of(found.text)


def units(
    rich: Rich, numbers: set[str], *, without: int = Style.PLAIN, adding: int = Style.PLAIN, plain: bool = False
) -> Units:
    """The characters of a printed text."""
    marks = {call.start: call for call in calls(rich, numbers)}
    inside = {index for call in marks.values() for index in range(call.start, call.end)}
    mask = Style.RAISED | Style.LOWERED if plain else ~without
    units = [
        (marks[index].number, MARKER) if index in marks else (char, (style & mask) | adding)
        for index, (char, style) in enumerate(zip(rich.text, rich.styles, strict=True))
        if index in marks or index not in inside
    ]
    return _tidy(units)


def units_of(text: Text) -> Units:
    """The characters of a text that was read."""
    styles = [0] * len(text.plain)
    for mark in text.marks:
        for index in range(mark.start, mark.end):
            styles[index] |= STYLES[mark.style]
    units: Units = []
    waiting = list(text.calls)
    for index, char in enumerate([*text.plain, ""]):
        units += _called(waiting, index)
        if char:
            units.append((char, styles[index]))
    return _tidy(units)


def _called(waiting: list[Call], index: int) -> Iterator[tuple[str, int]]:
    while waiting and waiting[0].at <= index:
        yield waiting.pop(0).number, MARKER


def _tidy(units: Units) -> Units:
    """Blanks have no style, and never stand at the ends or twice, markers between them or not."""
    words = [index for index, (char, style) in enumerate(units) if style != MARKER and not char.isspace()]
    tidy: Units = []
    blank = True
    for index, (char, style) in enumerate(units):
        if style == MARKER or not char.isspace():
            tidy.append((char, style))
            blank = blank and style == MARKER
        elif not blank and index < words[-1]:
            tidy.append((" ", 0))
            blank = True
    return tidy
