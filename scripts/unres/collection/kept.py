"""A reading as bytes and back, to be kept from build to build.

In: a reading, or bytes. Out: bytes, or the same reading. What blocks a text has is kept kind by kind, with their
order: a decoder cannot tell by its fields which kind a block is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from unres import values
from unres.citations import Reference
from unres.collection.entry import Place, Reading
from unres.errors import Problem
from unres.model import Block, Closing, Footnote, Heading, Masthead, Paragraph, Provenance, Resolution, Table

_KINDS = get_args(Block)


@dataclass(frozen=True, slots=True)
class _Kept:
    """All that a reading holds; ``order`` has the place of each block's kind in ``_KINDS``, in reading order."""

    path: str
    symbol: str
    masthead: Masthead
    order: tuple[int, ...]
    blocks: tuple[tuple[Paragraph, ...], tuple[Heading, ...], tuple[Table, ...], tuple[Closing, ...]]
    footnotes: tuple[Footnote, ...]
    provenance: Provenance
    references: tuple[Reference, ...]
    places: Mapping[str, Place]
    doubts: tuple[Problem, ...]
    digest: str


def kept_reading(reading: Reading) -> bytes:
    """A reading as bytes.

    Raises:
        ValueError: it holds a sign that is no text, as the name of its file can.
    """
    text = reading.resolution
    order = [_KINDS.index(type(block)) for block in text.blocks]
    blocks = [[block for block in text.blocks if isinstance(block, kind)] for kind in _KINDS]
    head = (text.path, text.symbol, text.masthead, order, blocks, text.footnotes, text.provenance)
    rest = (reading.references, reading.places, reading.doubts, reading.digest)
    return values.as_bytes(dict(zip(_Kept.__slots__, (*head, *rest), strict=True)))


def reading_again(data: bytes) -> Reading:
    """The reading that ``kept_reading`` wrote.

    Raises:
        ValueError: the bytes are of something else.
    """
    kept = values.from_bytes(data, _Kept)
    kinds: list[Iterator[Block]] = [iter(some) for some in kept.blocks]
    try:
        blocks: tuple[Block, ...] = tuple(next(kinds[kind]) for kind in kept.order)
    except (RuntimeError, LookupError) as error:
        raise ValueError(f"no such value: {error}") from error
    head = (kept.path, kept.symbol, kept.masthead)
    resolution = Resolution(*head, blocks, kept.footnotes, kept.provenance)
    return Reading(resolution, kept.references, kept.places, kept.doubts, kept.digest)
