"""Comparisons that need not be made again: what came of comparing two texts, by the words of both.

In: two resolutions and a cache. Out: their comparison, the same as if it were made anew. Only what comparing reads
is in the key; a text that was mended, renumbered or given another title elsewhere is not compared again for it.
"""

from __future__ import annotations

import json
from typing import Any

from unres.cache import Cache, key
from unres.compare.align import Pair, Status, compared
from unres.compare.comparison import Comparison, Row, compare, lines_of, refuse_incomparable
from unres.compare.stretches import Change, Difference, Piece
from unres.model import Paragraph, Resolution

_CHANGES = tuple(Change)


def compare_once(old: Resolution, new: Resolution, cache: Cache) -> Comparison:
    """A comparison, from the cache if it was made before.

    Raises:
        CompareError: as ``compare`` does.
    """
    refuse_incomparable(old, new)
    name = key(_digest(old), _digest(new))
    data = cache.get(name)
    if data is not None:
        return Comparison(old, new, tuple(_row(values, compared(old), compared(new)) for values in json.loads(data)))
    comparison = compare(old, new)
    cache.put(name, json.dumps(_values(comparison), separators=(",", ":")).encode())
    return comparison


def _digest(resolution: Resolution) -> str:
    """All that comparing reads of a text."""
    return key(*(f"{p.kind} {p.depth} {p.text.plain}" for p in compared(resolution)))


def _values(comparison: Comparison) -> list[Any]:
    """The rows as numbers: paragraphs by their places, stretches by kind and offsets."""
    before, after = (
        {id(paragraph): at for at, paragraph in enumerate(compared(side))} for side in (comparison.old, comparison.new)
    )
    return [
        [
            [after[id(paragraph)] for paragraph in row.pair.new],
            [before[id(paragraph)] for paragraph in row.pair.old],
            row.pair.status,
            row.pair.moved,
            [[_CHANGES.index(piece.change), piece.start, piece.end] for piece in row.difference.stretches],
            row.difference.removed,
            row.difference.added,
            row.difference.routine,
        ]
        for row in comparison.rows
    ]


def _row(values: list[Any], before: tuple[Paragraph, ...], after: tuple[Paragraph, ...]) -> Row:
    new_at, old_at, status, moved, pieces, removed, added, routine = values
    new, old = tuple(after[at] for at in new_at), tuple(before[at] for at in old_at)
    stretches = tuple(Piece(_CHANGES[change], start, end) for change, start, end in pieces)
    pair = Pair(new, old, Status(status), moved)
    return Row(pair, Difference(stretches, removed, added, routine), lines_of(old), lines_of(new))
