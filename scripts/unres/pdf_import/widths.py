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
from dataclasses import dataclass, field

from pdfminer.fontmetrics import FONT_METRICS

from unres.pdf_import.fonts import Font, Use, meaning

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


@dataclass(slots=True)
class _Glyph:
    """A code of a font: the character it means, how wide it is, and the words it stands in."""

    face: str
    font: int
    char: str
    width: int
    times: int = 0
    uses: list[Use] = field(default_factory=list)


def strange(uses: Iterable[Use]) -> Iterator[Strange]:
    """The glyphs that are not as wide as their letter usually is, or share it with a commoner code of the font."""
    glyphs = _glyphs(uses)
    widths: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    codes: dict[tuple[int, str], list[_Glyph]] = defaultdict(list)
    for glyph in glyphs:
        widths[glyph.face, glyph.char][glyph.width] += glyph.times
        codes[glyph.font, glyph.char].append(glyph)
    for glyph in glyphs:
        usual = _standard(glyph.face, glyph.char) or widths[glyph.face, glyph.char].most_common(1)[0][0]
        second = glyph is not max(codes[glyph.font, glyph.char], key=lambda one: one.times)
        if abs(glyph.width - usual) > SAME or second:
            first = min(glyph.uses, key=lambda use: use.page)
            yield Strange(glyph.char, _word(first.words, glyph.char), first.page, glyph.times)


def _glyphs(uses: Iterable[Use]) -> list[_Glyph]:
    """Every code that is shown and means one visible character."""
    found: dict[tuple[int, int], _Glyph] = {}
    for use in uses:
        for code in use.font.decode(use.codes):
            key = (id(use.font), code)
            if key not in found:
                width = round(use.font.char_width(code) * 1000)
                found[key] = _Glyph(_face(use.font), id(use.font), meaning(use.font, code), width)
            glyph = found[key]
            glyph.times += use.times
            if not glyph.uses or use.page < glyph.uses[-1].page:
                glyph.uses.append(use)
    return [
        glyph for glyph in found.values() if len(glyph.char) == 1 and glyph.char.isprintable() and glyph.char != " "
    ]


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
