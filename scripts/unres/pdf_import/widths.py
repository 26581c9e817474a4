"""Finds glyphs that are perhaps not the letter that their font says.

A font says by a table of its own which character each code means. Both readers believe that table, so
where it names another letter they agree on the wrong one. The print gives it away: the glyph is as wide
as the letter that it shows, and the letter that it is taken for has a code of its own.

In: the codes that a document shows (``streams``). Out: those in doubt, the first words of each, and how often.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pdfminer.fontmetrics import FONT_METRICS

from unres.pdf_import.fonts import Font, Use

SAME = 5  # thousandths of the type's size: widths are rounded
FAMILIES = (  # faces as wide as one of the standard fourteen
    (re.compile(r"Times", re.IGNORECASE), ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic")),
    (re.compile(r"Arial(?!.*Narrow)|Helvetica", re.IGNORECASE), ("Helvetica", "Helvetica-Bold") * 2),
    (re.compile(r"Courier", re.IGNORECASE), ("Courier",) * 4),
)


@dataclass(frozen=True, slots=True)
class Strange:
    """A glyph in doubt: the letter that it is taken for, where it stands first, and how often it is shown."""

    char: str
    word: str
    page: int
    times: int


def strange(uses: Iterable[Use]) -> Iterator[Strange]:
    """The glyphs that are not as wide as their letter usually is, or share it with a commoner code of the font."""
    glyphs = [_Glyph.of(use) for use in uses if len(use.char) == 1 and use.char.isprintable() and use.char != " "]
    widths: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    codes: dict[tuple[int, str], list[_Glyph]] = defaultdict(list)
    for glyph in glyphs:
        widths[glyph.face, glyph.use.char][glyph.width] += glyph.use.times
        codes[id(glyph.use.font), glyph.use.char].append(glyph)
    for glyph in glyphs:
        use = glyph.use
        usual = _standard(glyph.face, use.char) or widths[glyph.face, use.char].most_common(1)[0][0]
        second = glyph is not max(codes[id(use.font), use.char], key=lambda one: one.use.times)
        if abs(glyph.width - usual) > SAME or second:
            yield Strange(use.char, _word(use.words, use.char), use.page, use.times)


class _Glyph(NamedTuple):
    """A code that means one visible character: its face, how wide it is, and its use."""

    face: str
    width: int
    use: Use

    @classmethod
    def of(cls, use: Use) -> _Glyph:
        return cls(_face(use.font), round(use.font.char_width(use.code) * 1000), use)


def _face(font: Font) -> str:
    """The name of a font's face, without the tag of the part of it that the PDF holds."""
    return str(getattr(font, "basefont", "")).rpartition("+")[2]


def _standard(face: str, char: str) -> int:
    """How wide a character is in a face that everybody has, 0 if that is not known."""
    style = bool(re.search("bold", face, re.IGNORECASE)) + 2 * bool(re.search("italic|oblique", face, re.IGNORECASE))
    for family, names in FAMILIES:
        if family.search(face):
            return round(FONT_METRICS[names[style]][1].get(char, 0))
    return 0


def _word(text: str, char: str) -> str:
    """The first word in which a character stands."""
    return next((word for word in text.split() if char in word), char)
