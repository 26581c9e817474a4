"""Figures as plain text: aligned tables, and numbers as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

GAP = "  "
Table = tuple[Sequence[str], Sequence[Sequence[str]]]  # its head and its rows


def as_markdown(table: Table, rest: str = "--:") -> str:
    """A table as Markdown: the first column to the left, the rest, which hold figures, to the right.

    >>> print(as_markdown((["kind", "files"], [["lists", "3"]])))
    | kind | files |
    |---|--:|
    | lists | 3 |
    """
    head, rows = table
    lines = [head, ["---", *[rest] * (len(head) - 1)], *rows]
    return "\n".join(f"|{'|'.join(line)}|" if line is lines[1] else f"| {' | '.join(line)} |" for line in lines)


def lay_out(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table with aligned columns: the first to the left, the others, which hold figures, to the right."""
    lines = [list(head), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        GAP.join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def number(value: float) -> str:
    """Three digits that count, and no more: ``0.0831``, ``8.31``, ``831``, ``83 100``."""
    if value == 0:
        return "0"
    if abs(value) < 1:
        return f"{value:.3g}"
    if abs(value) < 100:
        return f"{value:.{2 if abs(value) < 10 else 1}f}"
    return f"{value:,.0f}".replace(",", " ")


def spread(values: Sequence[float]) -> str:
    """The least, the median and the greatest of some figures; one alone as it is."""
    if len(values) == 1:
        return number(values[0])
    return " / ".join(map(number, (min(values), median(values), max(values))))


def listed(values: Sequence[float]) -> str:
    """Every figure, in the order measured."""
    return " ".join(map(number, values))
