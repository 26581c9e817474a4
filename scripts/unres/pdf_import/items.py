"""What follows each other in the text: paragraphs and tables, and apart from them the notes below a table.

In: the lines of the text. Out: ``Para`` and ``PrintedTable`` values in reading order.
"""

from __future__ import annotations

from collections.abc import Sequence

from unres.pdf_import import notes, tables
from unres.pdf_import.layout import NOTE_SIZE, Layout
from unres.pdf_import.notes import Note
from unres.pdf_import.paragraphs import Para, paragraphs
from unres.pdf_import.tables import PrintedTable


def read_items(layout: Layout) -> tuple[list[Para | PrintedTable], list[Note]]:
    """Paragraphs and tables in order, and apart from them the notes that stand below a table."""
    items: list[Para | PrintedTable] = []
    found: list[Note] = []
    for stretch in tables.stretches(layout, layout.body):
        if isinstance(stretch, PrintedTable):
            items.append(stretch)
            continue
        small = [line for line in stretch if line.size < NOTE_SIZE * layout.size]
        starts = next((i for i, line in enumerate(small) if notes.is_note(line)), None)
        taken = small[starts:] if starts is not None else []
        found += notes.read_notes(taken)
        items += paragraphs(layout, [line for line in stretch if line not in taken])
    return _join_tables(items), found


def _join_tables(items: Sequence[Para | PrintedTable]) -> list[Para | PrintedTable]:
    """A table that goes on over the page is one."""
    joined: list[Para | PrintedTable] = []
    for item in items:
        last = joined[-1] if joined else None
        if isinstance(item, PrintedTable) and isinstance(last, PrintedTable) and item.page > last.lines[-1].page:
            joined[-1] = tables.read_printed_table((*last.lines, *item.lines))
        else:
            joined.append(item)
    return joined
