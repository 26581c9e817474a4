"""A second reading of a PDF's text layer, independent of pdfium: to account for every character.

In: the bytes of a PDF. Out: for each page its characters in the order of the content stream, with the
height they stand at, and every use of a font's codes. pdfminer.six finds the pages, fonts and streams and
says what the codes mean; the streams themselves are read here, since only the operators of text matter
(ISO 32000-1, 9.4).

pdfminer's own ``PDFPageInterpreter`` with a device for strings could do it. It reads 11 pages a second and this 67 (227
pages of 25 resolutions, one core), which leaves the second reading cheaper than the first.
"""

from __future__ import annotations

import logging
import re
from binascii import unhexlify
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, NamedTuple

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1

from unres.errors import UnresError
from unres.pdf_import.fonts import Font, Fonts, Use
from unres.pdf_import.glyphs import LEVEL

STRING = rb"""\( (?: [^()\\] | \\. | \( (?: [^()\\] | \\. | \( (?: [^()\\] | \\. )* \) )* \) )* \)"""
HEX = rb"<[0-9A-Fa-f\s]*>"
STRINGS = re.compile(rb"(?P<string>" + STRING + rb")|(?P<hex>" + HEX + rb")", re.VERBOSE | re.DOTALL)
PAIRS = re.compile(rb"<([^>]*)>")
TOKEN = re.compile(
    rb"(?P<pairs> \[ (?: [-+.\d\s] | <(?:[0-9A-Fa-f]{2})*> )* \] )"  # an array as most fonts have it
    rb"| (?P<array> \[ (?: [-+.\d\s] | " + STRING + rb" | " + HEX + rb" )* \] )"
    rb"| (?P<string> " + STRING + rb")"
    rb"| (?P<hex> " + HEX + rb")"
    rb"""
  | (?P<name> /[^\s()<>\[\]{}/%]* )
  | (?P<number> [+-]?(?:\d+\.?\d*|\.\d+) )
  | (?P<operator> [A-Za-z*'"]+ )
  | << | >> | [\[\]]
  | %[^\r\n]*
    """,
    re.VERBOSE | re.DOTALL,
)
MOST_FORMS = 5000  # of a page: forms can draw forms, so that few bytes could ask for more than any time allows
IMAGE_END = re.compile(rb"\sEI\b")
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
Matrix = tuple[float, float, float, float, float, float]
MOST_FORMS = 8  # in each other
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Shown(NamedTuple):
    """Characters that one operator shows: their words, the size and the height they stand at."""

    text: str
    y: float
    size: float


class SecondReading:
    """One reading of a PDF, page by page; ``uses`` is complete when all pages have been read."""

    def __init__(self, data: bytes) -> None:
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it wonders about is no concern of the reader's
        self.document = PDFDocument(PDFParser(BytesIO(data)))
        self.fonts = Fonts(PDFResourceManager())

    def pages(self) -> Iterator[tuple[float, list[Shown]]]:
        """The height of each page, and what it shows in the order of its content stream."""
        for number, page in enumerate(PDFPage.create_pages(self.document), 1):
            self.fonts.page = number
            state = _State(self.fonts)
            content = b"\n".join(resolve1(stream).get_data() for stream in page.contents)
            state.run(content, resolve1(page.resources) or {}, 0)
            yield page.cropbox[3] - page.cropbox[1], state.shown

    def uses(self) -> Iterator[Use]:
        """Every code that was shown, once for each font."""
        return self.fonts.uses()


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


@dataclass(slots=True)
class _State:
    """The graphics and text state while a stream is read."""

    fonts: Fonts
    shown: list[Shown] = field(default_factory=list)
    matrix: Matrix = IDENTITY
    stack: list[tuple[Matrix, Any, float, float, float]] = field(default_factory=list)
    line: Matrix = IDENTITY
    font: Font = None
    size: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    drawn: int = 0  # forms, each as often as it is drawn

    def run(self, content: bytes, resources: dict[str, Any], depth: int) -> None:
        """Reads a stream; the bytes of an image that stands in it hold no operators."""
        at = 0
        while at < len(content):
            at = self.run_to_image(content, at, resources, depth)

    def run_to_image(self, content: bytes, start: int, resources: dict[str, Any], depth: int) -> int:
        """Reads up to the next image, where it ends being returned; operands gather until their operator comes."""
        operands: list[Any] = []
        for token in TOKEN.finditer(content, start):
            kind = token.lastgroup
            if token[0] == b"ID":
                end = IMAGE_END.search(content, token.end())
                return end.end() if end else len(content)
            if kind == "operator":
                if token[0] in ACTIONS:
                    self.do(token[0], operands, resources, depth)
                operands.clear()
            elif kind == "number":
                operands.append(float(token[0]))
            elif kind == "pairs":
                operands.append(unhexlify(b"".join(PAIRS.findall(token[0]))))
            elif kind == "array":
                operands += map(_codes, STRINGS.finditer(token[0]))
            elif kind in ("string", "hex"):
                operands.append(_codes(token))
            elif kind == "name":
                operands.append(token[0][1:].decode("latin-1"))
        return len(content)

    def do(self, operator: bytes, operands: list[Any], resources: dict[str, Any], depth: int) -> None:
        action = ACTIONS[operator]
        try:
            if action:
                action(self, operands)
            elif operator == b"Tf":
                self.font, self.size = self.fonts.find(resources, operands[0]), operands[1]
            elif depth < MOST_FORMS:
                self.form(resources, operands[0], depth)
        except (IndexError, TypeError, ValueError):
            return  # an operator without its operands shows nothing

    def form(self, resources: dict[str, Any], name: str, depth: int) -> None:
        form = resolve1((resolve1(resources.get("XObject")) or {}).get(name))
        if isinstance(form, PDFStream) and str(form.get("Subtype")) == "/'Form'":
            self.drawn += 1
            if self.drawn > MOST_FORMS:
                raise UnresError("the PDF draws one thing within another without end; fetch it again from docs.un.org")
            kept = self.matrix
            own = tuple(float(resolve1(x)) for x in resolve1(form.get("Matrix")) or IDENTITY)
            self.matrix = _times(own, self.matrix)  # type: ignore[arg-type]
            self.run(form.get_data(), resolve1(form.get("Resources")) or resources, depth + 1)
            self.matrix = kept

    def push(self, _: list[Any]) -> None:
        self.stack.append((self.matrix, self.font, self.size, self.leading, self.rise))

    def pop(self, _: list[Any]) -> None:
        if self.stack:
            self.matrix, self.font, self.size, self.leading, self.rise = self.stack.pop()

    def concatenate(self, operands: list[Any]) -> None:
        self.matrix = _times(tuple(operands[:6]), self.matrix)

    def begin(self, _: list[Any]) -> None:
        self.line = IDENTITY

    def place(self, operands: list[Any]) -> None:
        a, b, c, d, e, f = operands[:6]
        self.line = (a, b, c, d, e, f)

    def move(self, operands: list[Any]) -> None:
        self.line = _times((1.0, 0.0, 0.0, 1.0, operands[0], operands[1]), self.line)

    def move_set(self, operands: list[Any]) -> None:
        self.leading = -operands[1]
        self.move(operands)

    def set_leading(self, operands: list[Any]) -> None:
        self.leading = operands[0]

    def set_rise(self, operands: list[Any]) -> None:
        self.rise = operands[0]

    def next(self, _: list[Any]) -> None:
        self.move([0.0, -self.leading])

    def show(self, operands: list[Any]) -> None:
        text = self.fonts.text(self.font, b"".join(codes for codes in operands if isinstance(codes, bytes)))
        where = _times(self.line, self.matrix)
        if where[0] < 0 or abs(where[1]) > LEVEL * where[0]:
            return  # what stands at an angle is no text
        height = self.rise * where[3] + where[5]
        self.shown.append(Shown(text, height, abs(self.size * where[3])))

    def next_show(self, operands: list[Any]) -> None:
        self.next(operands)
        self.show(operands)


ACTIONS: dict[bytes, Callable[[_State, list[Any]], None] | None] = {
    b"Tf": None,  # these two need the resources of the page or form
    b"Do": None,
    b"q": _State.push,
    b"Q": _State.pop,
    b"cm": _State.concatenate,
    b"BT": _State.begin,
    b"Tm": _State.place,
    b"Td": _State.move,
    b"TD": _State.move_set,
    b"TL": _State.set_leading,
    b"Ts": _State.set_rise,
    b"T*": _State.next,
    b"Tj": _State.show,
    b"TJ": _State.show,
    b"'": _State.next_show,
    b'"': _State.next_show,
}


def _codes(found: re.Match[bytes]) -> bytes:
    """The codes of a string of either kind."""
    codes = found[0][1:-1]
    if found.lastgroup == "hex":
        digits = codes if codes.isalnum() else b"".join(codes.split())
        return unhexlify(digits + b"0" * (len(digits) % 2))
    return ESCAPE.sub(_escaped, codes) if b"\\" in codes else codes  # nearly never with a backslash


def _escaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8) & 255]) if code[:1].isdigit() else ESCAPES.get(code, code)
