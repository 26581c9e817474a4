"""A resolution as frozen values, in the words of the field. No input or output happens here.

The text of a resolution is a sequence of blocks in reading order. Blocks are flat: how they
nest is in their labels and depths, so that nothing can be lost between levels, and every
structure (sections, lettered parts, annexes, embedded declarations) is the same few types.

Labels are those of the JSON export: ``pp1``, ``8``, ``8 (a)``, ``II/3``, ``annex/5``; ``Label`` takes them apart.
Anchors are their form in an address: ``pp1``, ``op8``, ``op8-a``, ``II-op3``, and ``p5`` on the annex's own page.
"""

from unres.model.blocks import (
    UNCOUNTED,
    Block,
    Closing,
    Enumerator,
    Footnote,
    Heading,
    Kind,
    Paragraph,
    Scheme,
    Table,
    note_anchor,
)
from unres.model.resolution import Masthead, MastheadLine, Provenance, Resolution, Role, Stated
from unres.model.words import Call, Mark, Style, Text

__all__ = [
    "UNCOUNTED",
    "Block",
    "Call",
    "Closing",
    "Enumerator",
    "Footnote",
    "Heading",
    "Kind",
    "Mark",
    "Masthead",
    "MastheadLine",
    "Paragraph",
    "Provenance",
    "Resolution",
    "Role",
    "Scheme",
    "Stated",
    "Style",
    "Table",
    "Text",
    "note_anchor",
]
