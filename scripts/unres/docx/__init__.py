"""A resolution as a plain Word document: what a delegate starts next year's draft from.

In: a resolution, or a comparison of two. Out: the bytes of a ``.docx`` file: numbers that count by themselves,
italics, notes as real footnotes, tables; of a comparison, the newer text with tracked changes against the older.

The parts of the file (ISO/IEC 29500, "Office Open XML") are written directly: python-docx (MIT) builds a model of
the whole that takes some fifty times as long, and knows neither footnotes nor tracked changes.
"""

from unres.docx.document import to_docx
from unres.docx.tracked import to_tracked_docx

__all__ = ["to_docx", "to_tracked_docx"]
