"""Reads a PDF's characters with their place and style: the only module that knows pypdfium2.

In: the bytes of a PDF. Out: pages of ``Glyph`` values in the order of the text layer, without
spaces (``lines`` puts them back from the gaps), and the addresses of the page's links.
"""

from __future__ import annotations

import ctypes
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from unres.errors import UnresError

ITALIC_FONT, BOLD_FONT = 1 << 6, 1 << 18  # flags of a font (ISO 32000-1, table 123)
LEVEL = 0.1  # how much a line may rise for its length
MOST_PAGES = 2000  # resolutions seldom have more than fifty
LINE_END_HYPHEN = "\x02"
BULLETS = {0xF0B7: "•", 0xF0A7: "▪"}  # of fonts of symbols, which have no Unicode of their own
NOTHING = frozenset("\u200b\u2060\ufeff\x00")


Handle = Any  # a pointer of pdfium's
OBJECT_AT = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(  # its place in memory as a number alone,
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0  # since every character is asked for it
)


class UnreadablePdfError(UnresError):
    """A file that holds no PDF that can be read."""


class Glyph(NamedTuple):
    """One printed character: its baseline's start, its right edge, the size and style of its font.

    ``spaced`` says that the PDF itself has a blank before it, however tight it is set.
    """

    char: str
    x: float
    y: float
    right: float
    size: float
    italic: bool
    bold: bool
    tag: int
    spaced: bool = False


class PrintedLink(NamedTuple):
    """A hyperlink: its box on the page and its target."""

    left: float
    bottom: float
    right: float
    top: float
    target: str


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page's characters in the order of the text layer, its size, links, and tags by marked content.

    ``across`` are the words that stand at an angle to the others, such as a stamp's.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    links: tuple[PrintedLink, ...] = ()
    tags: dict[int, str] = field(default_factory=dict)
    across: str = ""


def read_pages(data: bytes) -> Iterator[PrintedPage]:
    """The pages of a PDF, one at a time; raises ``UnreadablePdfError`` for what is not a readable PDF."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdfError(_reason(data, str(error))) from error
    try:
        if len(document) > MOST_PAGES:
            raise UnreadablePdfError(f"the PDF has {len(document)} pages; give the PDF of one resolution")
        for index in range(len(document)):
            yield _read_page(document, index)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdfError("the PDF is broken; fetch it again from docs.un.org") from error
    finally:
        document.close()


def _reason(data: bytes, error: str) -> str:
    if b"%PDF-" not in data[:1024]:
        return "this is not a PDF; give the official PDF from docs.un.org"
    if "password" in error.lower() or "security" in error.lower():
        return "the PDF is encrypted; give a copy that opens without a password"
    return "the PDF is broken; fetch it again from docs.un.org"


def _read_page(document: pypdfium2.PdfDocument, index: int) -> PrintedPage:
    page = document[index]
    try:
        width, height = page.get_size()
        if page.get_rotation() % 180:  # how a viewer shows it; places are told as it was made
            width, height = height, width
        text = page.get_textpage()
        across: list[str] = []
        try:
            glyphs = tuple(_glyphs(text.raw, across))
        finally:
            text.close()
        links, tags = tuple(_links(document, page)), _tags(page)
        return PrintedPage(index + 1, width, height, glyphs, links, tags, "".join(across))
    finally:
        page.close()


class _Looks(NamedTuple):
    """How a text object is set: its font, the widths of the font's characters that are known, and its style."""

    font: Handle
    widths: dict[str, float]
    size: float
    scale: float
    italic: bool
    bold: bool
    tag: int
    across: bool

    def width(self, char: str) -> float:
        """How far a character moves on; 0 if the font does not say."""
        if char not in self.widths:
            value = ctypes.c_float()
            known = bool(self.font) and pdfium.FPDFFont_GetGlyphWidth(self.font, ord(char), 1000.0, value)
            self.widths[char] = value.value / 1000 if known else 0.0
        return self.widths[char] * self.size * self.scale


class _Styles:
    """The looks of a page's text objects, each asked once."""

    def __init__(self, text: Handle) -> None:
        self.text = text
        self.widths: dict[str, dict[str, float]] = defaultdict(dict)
        self.known: dict[int, _Looks] = {}

    def of(self, index: int) -> _Looks:
        """The looks of a character."""
        key = OBJECT_AT(self.text, index)
        return self.known.get(key) or self.known.setdefault(key, self._look(index))

    def _look(self, index: int) -> _Looks:
        thing = pdfium.FPDFText_GetTextObject(self.text, index)
        buffer, flags, matrix = ctypes.create_string_buffer(256), ctypes.c_int(), pdfium.FS_MATRIX()
        pdfium.FPDFText_GetFontInfo(self.text, index, buffer, 256, flags)
        pdfium.FPDFText_GetMatrix(self.text, index, matrix)
        name = buffer.value.decode("utf-8", "replace")
        words = name.lower()
        italic = "italic" in words or "oblique" in words or bool(flags.value & ITALIC_FONT)
        bold = "bold" in words or bool(flags.value & BOLD_FONT)
        scale = matrix.a / matrix.d if matrix.a > 0 and matrix.d > 0 else 1.0
        across = matrix.a < 0 or abs(matrix.b) > LEVEL * matrix.a
        size = round(pdfium.FPDFText_GetFontSize(self.text, index) * (math.hypot(matrix.c, matrix.d) or 1.0), 2)
        tag = pdfium.FPDFPageObj_GetMarkedContentID(thing) if thing else -1
        font = pdfium.FPDFTextObj_GetFont(thing) if thing else None
        return _Looks(font, self.widths[name], size, scale, italic, bold, tag, across)


def _glyphs(text: Handle, across: list[str]) -> Iterator[Glyph]:
    """Every visible character; a list takes those that stand at an angle.

    A box can overhang (as an f's does), so the font's width has the say.
    """
    styles = _Styles(text)
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    code_of, origin_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin
    blank = False
    for index in range(pdfium.FPDFText_CountChars(text)):
        char = BULLETS.get(code := code_of(text, index)) or chr(code)
        if char.isspace() or char in NOTHING:
            blank = blank or (char == " " and not pdfium.FPDFText_IsGenerated(text, index))
            continue
        if code < 32 and char != LINE_END_HYPHEN:  # a code that no table gives a meaning
            raise UnreadablePdfError("a font of the PDF does not say which letters it shows; run OCR on it, or type it")
        looks = styles.of(index)
        if looks.across:
            across += [" "] * blank + [char]
            blank = False
            continue
        origin_of(text, index, x, y)
        right = x.value + width if (width := looks.width(char)) else _right(text, index, box)
        yield Glyph(char, x.value, y.value, right, looks.size, looks.italic, looks.bold, looks.tag, blank)
        blank = False
    if sum(looks.across for looks in styles.known.values()) > len(styles.known) / 2:
        raise UnreadablePdfError("a page is turned; give the official PDF from docs.un.org")


def _right(text: Handle, index: int, box: Handle) -> float:
    """The right edge of a character's box."""
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    return float(box.right)


def _links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[PrintedLink]:
    start, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page.raw, start, link):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0) if action else 0
        if length and pdfium.FPDFLink_GetAnnotRect(link, box):
            target = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(document.raw, action, target, length)
            yield PrintedLink(box.left, box.bottom, box.right, box.top, target.value.decode("utf-8", "replace"))


def _tags(page: pypdfium2.PdfPage) -> dict[int, str]:
    """The kind of structure element (P, TD, Note …) that each piece of marked content belongs to."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}
    tags: dict[int, str] = {}
    try:
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            _walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), "", tags, 0)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    return tags


def _walk(element: Handle, path: str, tags: dict[int, str], depth: int) -> None:
    if not element or depth > 60:
        return
    name = ctypes.create_string_buffer(128)
    length = pdfium.FPDF_StructElement_GetType(element, name, 128)
    address = ctypes.cast(element, ctypes.c_void_p).value or 0
    kind = name.raw[: max(length - 2, 0)].decode("utf-16-le", "replace")
    path = f"{path}/{kind}#{address:x}"
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if content >= 0:
            tags[content] = path
        _walk(pdfium.FPDF_StructElement_GetChildAtIndex(element, index), path, tags, depth + 1)
