"""Figures as plain text: aligned tables, and numbers as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

GAP = "  "


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
    """The least, the median and the greatest of some figures."""
    return " / ".join(map(number, (min(values), median(values), max(values))))


def listed(values: Sequence[float]) -> str:
    """Every figure, in the order measured."""
    return " ".join(map(number, values))
