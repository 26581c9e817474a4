"""A table as Markdown: row by row as printed, figures at the right, a lone first cell over the whole row.

In: a table, and what writes the words of a cell. Out: Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from unres.model import Table, Text


def table_rows(block: Table, words: Callable[[Text, str, str], str]) -> str:
    """The rows in Markdown, which knows one row of headings: those below it carry their role."""
    owner = block.paragraph or block.label
    written = (words(cell, place, owner).replace("|", "&#124;") for place, cell in block.cells)
    lines = [[next(written) for _ in row] for row in block.rows]
    for line in lines[1 : block.header]:
        line[:] = [f"{cell} {{ .head role=columnheader }}" if cell else "" for cell in line]
    for line, row in zip(lines[block.header :], block.rows[block.header :], strict=True):
        if spans(row):
            line[0] = f"{line[0]} {{ colspan={len(row)} }}"
    sides = ["--:" if right else "---" for right in block.figures]
    head = min(block.header, 1)
    rows = [*(lines[:head] or [[""] * len(sides)]), sides, *lines[head:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def spans(row: Sequence[Text]) -> bool:
    """Whether a row has words in its first cell alone: a heading of the rows below it, or a note to all columns.

    >>> spans([Text("Professional and higher"), Text(""), Text("")]), spans([Text("Total"), Text(""), Text("4")])
    (True, False)
    """
    return len(row) > 1 and bool(row[0].plain) and not any(cell.plain for cell in row[1:])
