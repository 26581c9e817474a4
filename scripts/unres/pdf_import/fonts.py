"""The fonts of a PDF for the second reader: what their codes mean, and where each was shown.

In: pdfminer's font objects and the codes that a page shows. Out: characters, and every code with how often it is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import resolve1

Font = Any  # one of pdfminer's font classes


class Use(NamedTuple):
    """A code of a font that a document shows: what it means, page and words of the first time, and how often."""

    font: Font
    code: int
    char: str
    page: int
    words: str
    times: int


class _Codes(dict[int, str]):
    """The codes of a font and what they mean, each asked once; where each stood first, and how often it is shown."""

    def __init__(self, font: Font) -> None:
        self.font = font
        self.first: dict[int, tuple[int, str]] = {}
        self.times: Counter[int] = Counter()

    def __missing__(self, code: int) -> str:
        self[code] = meaning(self.font, code)
        return self[code]


class Fonts:
    """The fonts of a document."""

    def __init__(self, manager: PDFResourceManager) -> None:
        self.manager = manager
        self.fonts: dict[object, Font] = {}
        self.codes: dict[int, _Codes] = {}
        self.page = 1

    def find(self, resources: dict[str, Any], name: str) -> Font:
        """The font of a name that a page or form uses."""
        reference = (resolve1(resources.get("Font")) or {}).get(name)
        key = getattr(reference, "objid", None) or (id(resources), name)
        if key not in self.fonts:
            spec = resolve1(reference)
            self.fonts[key] = self.manager.get_font(None, spec) if spec else None
        return self.fonts[key]

    def text(self, font: Font, shown: bytes) -> str:
        """What a font says by the codes that an operator shows."""
        if font is None:
            return ""
        codes = self.codes.get(id(font)) or self.codes.setdefault(id(font), _Codes(font))
        known, numbers = len(codes), tuple(font.decode(shown))
        text = "".join(map(codes.__getitem__, numbers))
        codes.times.update(numbers)
        if len(codes) > known:
            for code in numbers:
                codes.first.setdefault(code, (self.page, text))
        return text

    def uses(self) -> Iterator[Use]:
        """All that was shown, once for each code of each font."""
        for codes in self.codes.values():
            for code, char in codes.items():
                yield Use(codes.font, code, char, *codes.first[code], codes.times[code])


def meaning(font: Font, code: int) -> str:
    """The characters that a code of a font stands for, U+FFFD if the font does not say."""
    try:
        return str(font.to_unichr(code))
    except Exception:  # noqa: BLE001 (pdfminer raises what it likes for codes without a meaning)
        return "\ufffd"
