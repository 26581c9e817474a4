"""A small press: prints resolutions of our own invention as PDFs that look like the official ones.

Words are given with ``*italic*``, ``**bold**`` and ``^1^`` for a marker; ``Press.save`` gives the PDF.
Measures are those of the official layout: letter paper, text from 123 to 488 points, ten-point type.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

LEFT, RIGHT, INDENT, TOP, BOTTOM = 123.0, 488.0, 24.0, 708.0, 60.0
SIZE, LEADING, GAP = 10.0, 12.0, 18.0
FONTS = {"": "Times-Roman", "*": "Times-Italic", "**": "Times-Bold", "^": "Times-Roman"}
MARKUP = re.compile(r"(\*\*|\*|\^)(.+?)\1|([^*^]+)", re.DOTALL)


@dataclass
class Piece:
    """Letters in one style: a word is one or several of them."""

    text: str
    style: str
    size: float

    @property
    def width(self) -> float:
        return float(stringWidth(self.text, FONTS[self.style], self.size * (0.65 if self.style == "^" else 1)))


@dataclass
class Line:
    """A line: where each piece stands, the space above it, and the notes that its page must carry."""

    pieces: list[tuple[float, Piece]]
    above: float
    notes: list[str] = field(default_factory=list)


def words(text: str, size: float) -> list[list[Piece]]:
    """The words of a marked text."""
    found: list[list[Piece]] = [[]]
    for match in MARKUP.finditer(text):
        style, inside = (match[1], match[2]) if match[1] else ("", match[3])
        for index, part in enumerate(re.split(r"[ \n]+", inside)):
            if index:
                found.append([])
            if part:
                found[-1].append(Piece(part, style, size))
    return [word for word in found if word]


class Press:
    """Takes a resolution block by block."""

    def __init__(self, symbol: str = "A/RES/199/7", title: str = "Lighthouses", **head: str) -> None:
        self.symbol, self.title, self.head = symbol, title, head
        self.lines: list[Line] = []
        self.notes: dict[str, list[Line]] = {}
        self.drawn: list[Line] = []  # once printed: a note as often as pages carry it
        self.footer = "44-01234 (E)"

    def text(self, text: str, *, x: float = LEFT + INDENT, rest: float = LEFT, mark: str = "", above: float = GAP,
             size: float = SIZE, right: float = RIGHT) -> Press:  # fmt: skip
        """A paragraph; ``mark`` is its number, ``rest`` where its further lines start."""
        self.lines += self._set(text, x, rest, mark=mark, above=above, size=size, right=right)
        return self

    def numbered(self, number: int | str, text: str, **where: float) -> Press:
        return self.text(text, mark=f"{number}.", **where)

    def item(self, mark: str, text: str, **where: float) -> Press:
        return self.text(text, mark=mark, **where)

    def heading(self, text: str, *, above: float = 24.0, size: float = SIZE, x: float = LEFT) -> Press:
        words, _, marker = text.partition("^")
        style = "" if text.startswith("*") else "**"
        return self.text(
            f"{style}{words}{style}" + (f"^{marker}" if marker else ""), x=x, rest=x, above=above, size=size
        )

    def note(self, number: str, text: str) -> Press:
        """The body of a note, printed on the page whose text calls it."""
        self.notes[number] = self._set(f"^{number}^ {text}", LEFT - 6, LEFT, above=10.5, size=8.5)
        return self

    def row(self, *cells: tuple[float, str], above: float = 14.5, size: float = 8.5) -> Press:
        """A line of a table: where each cell starts, and its words."""
        pieces = []
        for start, text in cells:
            at = start
            for word in words(text, size):
                for piece in word:
                    pieces.append((at, piece))
                    at += piece.width
                at += 0.25 * size
        self.lines.append(Line(pieces, above))
        return self

    def closing(self, meeting: str = "40th plenary meeting", date: str = "1 April 2144") -> Press:
        for text, above in ((meeting, 24.0), (date, LEADING)):
            x = RIGHT - stringWidth(text, FONTS["*"], SIZE)
            self.lines.append(Line([(x, Piece(text, "*", SIZE))], above))
        return self

    def page(self) -> Press:
        """What follows stands on the next page."""
        self.lines.append(Line([], 0.0))
        return self

    def _set(
        self, text: str, x: float, rest: float, *, mark: str = "", above: float, size: float, right: float = RIGHT
    ) -> list[Line]:
        lines = [Line([], above)]
        at = x
        if mark:
            lines[0].pieces.append((x, Piece(mark, "", size)))
            at = x + INDENT
        for word in words(text, size):
            if lines[-1].pieces and at + sum(piece.width for piece in word) > right:
                lines.append(Line([], 10.5 if size < 9 else 1.2 * size))
                at = rest
            for piece in word:
                lines[-1].pieces.append((at, piece))
                at += piece.width
                if piece.style == "^":
                    lines[-1].notes.append(piece.text)
            at += 0.25 * size
        return lines

    def save(self) -> bytes:
        """The PDF."""
        _, count = self._print(0)
        data, _ = self._print(count)
        return data

    def _print(self, count: int) -> tuple[bytes, int]:
        """The PDF with so many pages by its numbers, and how many they are."""
        out = BytesIO()
        canvas = Canvas(out, pagesize=(612, 792), invariant=1)
        self.drawn.clear()
        self._masthead(canvas)
        y, number, waiting = 430.0, 1, list[str]()
        for line in self.lines:
            room = 24 + sum(10.5 * len(self.notes[n]) for n in {*waiting, *line.notes} if n in self.notes)
            if not line.pieces or y - line.above < BOTTOM + (room if {*waiting, *line.notes} else 0):
                self._foot(canvas, number, waiting)
                canvas.showPage()
                number, y, waiting = number + 1, TOP + line.above, []
                self._running_head(canvas, number, count)
            y -= line.above
            self._draw(canvas, line, y)
            waiting += [n for n in line.notes if n in self.notes and n not in waiting]
        self._foot(canvas, number, waiting)
        canvas.save()
        return out.getvalue(), number

    def _draw(self, canvas: Canvas, line: Line, y: float) -> None:
        self.drawn.append(line)
        for x, piece in line.pieces:
            raised = piece.style == "^"
            canvas.setFont(FONTS[piece.style], piece.size * (0.65 if raised else 1))
            canvas.drawString(x, y + (0.35 * piece.size if raised else 0), piece.text)

    def _masthead(self, canvas: Canvas) -> None:
        def put(x: float, y: float, size: float, style: str, text: str) -> None:
            canvas.setFont(FONTS[style], size)
            canvas.drawString(x, y, text)

        say = self.head.get
        put(123, 734, 14, "", "United Nations")
        put(480, 735.5, 10, "", self.symbol)
        put(123, 705.7, 20, "**", say("organ", "General Assembly"))
        put(397, 705.4, 10, "", "Distr.: General")
        put(397, 693.8, 10, "", say("date", "3 May 2144"))
        put(60, 570, 10, "**", say("session", "One hundred and ninety-ninth session"))
        put(60, 558, 10, "", say("agenda", "Agenda item 12 (c)"))
        for index, line in enumerate(say("subject", "Lights and signals").split("\n")):
            put(60, 546 - 12 * index, 10, "**", line)
        put(123, 512, 14, "**", say("adoption", "Resolution adopted by the General Assembly on 1 April 2144"))
        put(123, 480, 10, "*", say("report", "[on the report of the Third Committee (A/199/401, para. 7)]"))
        number = self.symbol.removeprefix("A/RES/").rstrip("*")
        put(78, 455, 12, "**", say("heading", f"{number}. {self.title}"))

    def _running_head(self, canvas: Canvas, number: int, count: int) -> None:
        canvas.setFont(FONTS["**"], 8.5)
        canvas.drawString(60, 733, self.symbol)
        canvas.drawString(400, 733, self.title)
        canvas.drawString(60, 36.8, f"{number}/{count}")

    def _foot(self, canvas: Canvas, number: int, notes: list[str]) -> None:
        if number == 1:
            canvas.setFont(FONTS[""], 10)
            canvas.drawString(60, 42.7, self.footer)
        lines = [line for note in notes for line in self.notes[note]]
        y = BOTTOM + 10.5 * (len(lines) - 1)
        if lines:
            canvas.setFont(FONTS["**"], 9)
            canvas.drawString(100, y + 14, "_" * 15)
        for line in lines:
            self._draw(canvas, line, y)
            y -= 10.5


def resolution(**head: str) -> Press:
    """A press that has printed masthead and enacting words."""
    return Press(**head).text("*The General Assembly*,", above=0)
