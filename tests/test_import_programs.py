"""PDFs as other programs and people make them: fonts without a table, pages turned, stamps across the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

import printed
from imports import LONG, labels, text_of
from printed import Press, resolution
from unres.pdf_import import Imported, import_pdf
from unres.text.parser import parse

WORDS = "all matters of light and oil"


def imported(data: bytes, folder: Path) -> Imported:
    path = folder / "given.pdf"
    path.write_bytes(data)
    return import_pdf(path)


def turned(data: bytes, degrees: int) -> bytes:
    """The same PDF, its pages shown turned."""
    out = BytesIO()
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.set_rotation(degrees)
        document.save(out)
    return out.getvalue()


def in_vera(words: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A resolution in a face of which the PDF holds a part, with a table of its own."""
    pdfmetrics.registerFont(ttfonts.TTFont("Vera", "Vera.ttf"))
    monkeypatch.setitem(printed.FONTS, "", "Vera")
    return resolution().text(f"*Noting* {words},").numbered(1, "*Ends*.").closing().save()


def without_table(data: bytes) -> bytes:
    """The same PDF, its fonts without their tables."""
    return re.sub(rb"/ToUnicode \d+ 0 R", lambda found: b" " * len(found[0]), data)


def test_a_font_without_a_table_is_read_by_its_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = imported(without_table(in_vera(WORDS, monkeypatch)), tmp_path)
    read = parse(result.text, "given.md").resolution
    assert read
    assert text_of(read, "pp1") == f"Noting {WORDS},"


def test_a_font_that_does_not_say_its_letters_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (problem,) = imported(without_table(in_vera("“light” and naïve oil", monkeypatch)), tmp_path).problems
    assert problem.message.startswith("a font of the PDF does not say which letters it shows")


def test_two_glyphs_of_one_letter_are_in_doubt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = ttfonts.makeToUnicodeCMap

    def alike(name: str, subset: Sequence[int]) -> str:
        return str(honest(name, [ord("a") if chr(code) == "z" else code for code in subset]))

    monkeypatch.setattr(ttfonts, "makeToUnicodeCMap", alike)
    (problem,) = imported(in_vera("zeal and oil", monkeypatch), tmp_path).problems
    assert problem.message.startswith("the font calls a glyph “a” that is perhaps another letter, first in “aeal”")


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_pages_that_are_shown_turned_are_read_as_they_were_made(degrees: int, tmp_path: Path) -> None:
    press = resolution().text(f"*Noting* {LONG},").numbered(1, "*Ends*.").page().numbered(2, "*Ends*.").closing()
    straight, result = imported(press.save(), tmp_path), imported(turned(press.save(), degrees), tmp_path)
    assert result.problems == ()
    assert result.text.split("\n---\n")[1] == straight.text.split("\n---\n")[1]


class Across(Press):
    """A press that prints a word from one corner of the page to the other."""

    def _foot(self, canvas: Canvas, number: int, notes: list[str]) -> None:
        super()._foot(canvas, number, notes)
        canvas.saveState()
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont("Helvetica-Bold", 60)
        canvas.drawString(0, 0, "DRAFT COPY")
        canvas.restoreState()


def test_words_across_the_page_are_left_out_and_said(tmp_path: Path) -> None:
    press = Across().text("*The General Assembly*,", above=0).text(f"*Noting* {LONG},").text(f"*Noting* {LONG},")
    result = imported(press.numbered(1, "*Ends*.").closing().save(), tmp_path)
    said = [problem.message for problem in result.problems]
    assert said == ["“DRAFT COPY” stands at an angle to the text and was left out"]
    assert "every word but those listed as doubts" in result.text
    read = parse(result.text, "given.md").resolution
    assert read
    assert labels(read) == ["enacting", "pp1", "pp2", "1"]
