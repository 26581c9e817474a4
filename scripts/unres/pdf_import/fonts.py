"""The fonts of a PDF for the second reader: what their codes mean, and where each was shown.

In: pdfminer's font objects and the codes that a page shows. Out: characters, and every use of the codes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import resolve1

Font = Any  # one of pdfminer's font classes


class Use(NamedTuple):
    """Codes of a font that a document shows: page and words of the first time, and how often."""

    font: Font
    codes: bytes
    page: int
    words: str
    times: int


@dataclass(slots=True)
class _Meaning:
    """What codes mean, page and words of the first time that they are shown, and how often they are."""

    font: Font
    text: str
    page: int
    words: str = ""
    times: int = 0


class Fonts:
    """The fonts of a document: what their codes mean, each asked once."""

    def __init__(self, manager: PDFResourceManager) -> None:
        self.manager = manager
        self.fonts: dict[object, Font] = {}
        self.meanings: dict[tuple[int, bytes], _Meaning] = {}
        self.page = 1
        self.new: list[_Meaning] = []

    def find(self, resources: dict[str, Any], name: str) -> Font:
        """The font of a name that a page or form uses."""
        reference = (resolve1(resources.get("Font")) or {}).get(name)
        key = getattr(reference, "objid", None) or (id(resources), name)
        if key not in self.fonts:
            spec = resolve1(reference)
            self.fonts[key] = self.manager.get_font(None, spec) if spec else None
        return self.fonts[key]

    def text(self, font: Font, codes: bytes) -> str:
        """What codes of a font say."""
        key = (id(font), codes)
        known = self.meanings.get(key)
        if known is None:
            text = "".join(meaning(font, code) for code in font.decode(codes)) if font else ""
            known = self.meanings[key] = _Meaning(font, text, self.page)
            self.new.append(known)
        known.times += 1
        return known.text

    def shown(self, words: str) -> None:
        """Says in what words the codes stand that were met for the first time."""
        for known in self.new:
            known.words = words
        self.new.clear()

    def uses(self) -> Iterator[Use]:
        """All that was asked for."""
        for (_, codes), known in self.meanings.items():
            if known.font:
                yield Use(known.font, codes, known.page, known.words, known.times)


def meaning(font: Font, code: int) -> str:
    """The characters that a code of a font stands for, U+FFFD if the font does not say."""
    try:
        return str(font.to_unichr(code))
    except Exception:  # noqa: BLE001 (pdfminer raises what it likes for codes without a meaning)
        return "\ufffd"
