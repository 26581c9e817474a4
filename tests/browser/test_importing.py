"""A PDF that a browser prints: other fonts, other streams, tags of its own."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from imports import LONG, labels, text_of
from unres.model import Heading
from unres.pdf_import import import_pdf
from unres.text.parser import parse

STYLE = """
@page { size: 612pt 792pt; margin: 0 }
body { margin: 0; font: 10pt/12pt "Liberation Serif", "Times New Roman", serif }
div, h1 { position: absolute; margin: 0; white-space: pre; font-size: 10pt; line-height: 12pt }
section { position: absolute; left: 123pt; width: 365pt; top: 330pt }
p { margin: 0 0 6pt; text-indent: 24pt } i.note { font-size: 6.5pt; font-style: normal; vertical-align: super; line-height: 0 }
h2 { font: bold 10pt/12pt "Liberation Serif", "Times New Roman", serif; margin: 24pt 0 12pt }
span.mark { display: inline-block; width: 24pt; text-indent: 0 }
"""


def at(x: float, top: float, words: str, style: str = "") -> str:
    """A line of the masthead or the foot."""
    return f'<div style="left:{x}pt;top:{top}pt;{style}">{words}</div>'


HEAD = (
    at(123, 44, "United Nations", "font-size:14pt")
    + at(480, 46, "A/RES/199/7")
    + at(123, 70, "<b>General Assembly</b>", "font-size:20pt;line-height:24pt")
    + at(397, 77, "Distr.: General")
    + at(397, 89, "3 May 2144")
    + at(60, 212, "<b>One hundred and ninety-ninth session</b>")
    + at(60, 224, "Agenda item 12 (c)")
    + at(60, 236, "<b>Lights and signals</b>")
    + at(123, 268, "<b>Resolution adopted by the General Assembly on 1 April 2144</b>", "font-size:14pt")
    + at(123, 300, "<i>[on the report of the Third Committee (A/199/401, para. 7)]</i>")
    + at(78, 318, "<b>199/7. Lighthouses</b>", "font-size:12pt")
)
NOTE = at(123, 690, "_______________", "font-size:9pt;left:100pt") + at(
    117, 706, '<i class="note" style="font-size:5.5pt">1</i> See A/198/12.', "font-size:8.5pt"
)
FOOT = at(60, 744, "44-01234 (E)")


def paragraph(mark: str, words: str) -> str:
    """A paragraph with its number."""
    return f'<p><span class="mark">{mark}</span>{words}</p>'


def test_a_pdf_that_a_browser_prints(browser: Browser, tmp_path: Path) -> None:
    text = (
        "<p><i>The General Assembly</i>,</p>"
        f"<p><i>Recalling also</i> its resolution 198/3,<i class=note>1</i> {LONG},</p>"
        "<h2>I. Lights</h2>"
        + paragraph("1.", f"<i>Decides</i> {LONG}:")
        + paragraph("(a)", "A light;")
        + paragraph("(b)", "A bell.")
        + '<p style="text-align:right;margin-top:24pt"><i>40th plenary meeting<br>1 April 2144</i></p>'
    )
    page = browser.new_page()
    page.set_content(f"<style>{STYLE}</style>{HEAD}<section>{text}</section>{NOTE}{FOOT}")
    path = tmp_path / "given.pdf"
    page.pdf(path=path, prefer_css_page_size=True, print_background=True)
    page.close()
    result = import_pdf(path)
    found = parse(result.text, "given.md").resolution
    assert found, result.problems
    assert [problem.message for problem in result.problems] == []
    assert labels(found) == ["enacting", "pp1", "1", "1 (a)", "1 (b)"]
    assert [block.text.plain for block in found.blocks if isinstance(block, Heading)] == ["I. Lights"]
    assert text_of(found, "1") == f"Decides {LONG}:"
    assert [(note.number, note.text.plain) for note in found.footnotes] == [("1", "See A/198/12.")]
    assert found.masthead.title.plain == "Lighthouses"
