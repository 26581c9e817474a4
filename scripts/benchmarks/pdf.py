"""``import``: pages a second of the PDF import on one core, beside the bare reading of characters by pypdfium2.

In: official PDFs, if the samples lie beside the checkout, else PDFs made here of invented texts.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from benchmarks.citing import number_of
from benchmarks.invented import Writer
from benchmarks.measure import by_turns, pairs, seconds, show
from benchmarks.options import Options
from benchmarks.project import CHECKOUT
from unres.model import Closing, Heading, Role
from unres.model import Paragraph as Words
from unres.pdf_import import import_pdf
from unres.text.parser import parse

SAMPLES = CHECKOUT.parent / "shared" / "corpus" / "pdf"
SIZE = 20
LEFT = 123  # points, the margin of the official layout
ROUNDS = 3


def pdf_import(options: Options) -> str:
    """The table: pages a second."""
    size = options.size or SIZE
    official = sorted(SAMPLES.glob("*.pdf"))
    paths = spaced(official, size) if official else _made(size, options.work)
    pages = sum(map(_count, paths))

    def speed(read: Callable[[Path], object]) -> float:
        return pages / seconds(lambda: [read(path) for path in paths])

    taken = by_turns(lambda: speed(import_pdf), lambda: speed(read_characters), options.rounds or ROUNDS)
    what = f"{len(paths)} {'official' if official else 'invented'} PDFs, {pages} pages"
    return show(what, "pypdfium2 characters", [("pages/CPU s", pairs(taken))])


def spaced(paths: Sequence[Path], count: int) -> list[Path]:
    """So many of them, evenly spaced: neighbours in a session resemble each other."""
    return [paths[at * len(paths) // count] for at in range(count)] if count < len(paths) else list(paths)


def _count(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def read_characters(path: Path) -> int:
    """Every character of a PDF with its place, size and font, and nothing made of it; how many there are."""
    found = 0
    box, flags, name = pdfium.FS_RECTF(), ctypes.c_int(), ctypes.create_string_buffer(256)
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage()
            for at in range(pdfium.FPDFText_CountChars(text.raw)):
                pdfium.FPDFText_GetUnicode(text.raw, at)
                pdfium.FPDFText_GetLooseCharBox(text.raw, at, box)
                pdfium.FPDFText_GetFontSize(text.raw, at)
                pdfium.FPDFText_GetFontInfo(text.raw, at, name, 256, flags)
                found += 1
            text.close()
            page.close()
    return found


def _made(count: int, folder: Path) -> list[Path]:
    return [make_pdf(index, folder / f"{index}.pdf") for index in range(count)]


NEW_LINE = "\n"
PLAIN = ParagraphStyle("plain", fontName="Times-Roman", fontSize=10, leading=12, spaceAfter=6)
INDENTED = ParagraphStyle("indented", PLAIN, firstLineIndent=24)
ADOPTION = ParagraphStyle("adoption", PLAIN, fontName="Times-Bold", fontSize=14, leading=16)
TITLE = ParagraphStyle("title", PLAIN, fontName="Times-Bold", fontSize=12, leading=14)


def make_pdf(index: int, path: Path) -> Path:
    """A PDF of an invented resolution, laid out roughly as the official ones."""
    resolution = parse(Writer(index).text(), path.name).resolution
    assert resolution, "what is invented can be read"
    title = f"{number_of(index)}. {resolution.masthead.title.plain}"
    lines = resolution.masthead.lines
    story = [Paragraph(escape(line.text.plain), ADOPTION if line.role is Role.ADOPTION else PLAIN) for line in lines]
    story.append(Paragraph(escape(title), TITLE))
    for block in resolution.blocks:
        if isinstance(block, Words):
            words, lead = block.text.plain, len(block.lead)
            story.append(Paragraph(f"{block.number} <i>{words[:lead]}</i>{escape(words[lead:])}", INDENTED))
        elif isinstance(block, Heading | Closing):
            story.append(Paragraph(f"<b>{escape(block.text.plain).replace(NEW_LINE, '<br/>')}</b>", PLAIN))

    def head(canvas: Canvas, _: object) -> None:
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(LEFT, 740, f"A/RES/{number_of(index)}")

    press = SimpleDocTemplate(str(path), pagesize=LETTER, leftMargin=LEFT, rightMargin=LEFT, topMargin=84)
    press.build(story, onFirstPage=head, onLaterPages=head)
    return path
