"""The marks that paragraphs and sub-paragraphs start with, as the source text has them: ``8.``, ``(a)``, ``•``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unres.numbering import BULLETS
from unres.text.source import Chunk, Shape

PARAGRAPH = re.compile(r"(\d{1,3})\.(?:\s+|(?=[“‘]))")
LONG = re.compile(r"\d{4,}\.\s|<sup>\d{4,}</sup>")  # looks like a number or a note's mark, and is too long for one
SLIP = re.compile(r"(\d{1,3})\s+(?=[A-Z][a-z]+)")
ITEM = re.compile(
    rf"\((?P<in>[a-z]{{1,3}}|[ivxlc]{{1,6}}|\d{{1,2}})\)\s+|(?P<dot>[a-z]{{1,2}}|[ivxlc]{{1,6}}|\d{{1,2}})\.\s+|(?P<bullet>[{BULLETS}–—-])\s+"
)
SECOND = re.compile(r"\((?P<token>[ai1])\)\s+(?=[A-Z“])")  # opens a list in the line of the number before it


def following(chunks: Sequence[Chunk], at: int) -> str:
    """The number of the sub-paragraph after a chunk, empty if what follows is none."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    found = ITEM.match(after.raw) if after and after.shape is Shape.PARAGRAPH else None
    return (found["in"] or "") if found else ""
