"""PDFs that are not what they seem: fonts that lie, pages that are missing, programs that crash or hang the reader."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

import printed
from printed import Press, resolution
from unres.errors import Level, Reporter, UnresError
from unres.pdf_import import Imported, import_pdf, import_pdfs, process, readback
from unres.pdf_import.document import failed
from unres.pdf_import.furniture import is_known, odd_numbers
from unres.pdf_import.glyphs import Glyph, PrintedPage
from unres.pdf_import.lines import Line, page_lines
from unres.pdf_import.rich import CharStyle, Rich, join_lines
from unres.pdf_import.source import SourceWriter
from unres.pdf_import.streams import SecondReading
from unres.text.inline import read_inline
from unres.text.parser import parse

NOTHING_IS_SPECIAL = re.compile("(?!)")

FAITHFUL = 'checked: "every word matches the official PDF"'
SOME_DIFFER = 'checked: "every word but those listed as doubts matches the official PDF"'


def plain(text: str) -> Rich:
    return Rich(text, (0,) * len(text))


def imported(data: bytes, folder: Path) -> Imported:
    path = folder / "given.pdf"
    path.write_bytes(data)
    return import_pdf(path)


def said(result: Imported) -> list[str]:
    return [f"{problem.line}: {problem.message}" for problem in result.problems]


# Fonts


def with_table(changes: dict[str, str], words: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A resolution printed in a face whose table names other letters than it shows."""
    honest = ttfonts.makeToUnicodeCMap

    def lie(name: str, subset: Sequence[int]) -> str:
        return str(honest(name, [ord(changes.get(chr(code), chr(code))) for code in subset]))

    monkeypatch.setattr(ttfonts, "makeToUnicodeCMap", lie)
    pdfmetrics.registerFont(ttfonts.TTFont("Vera", "Vera.ttf"))
    monkeypatch.setitem(printed.FONTS, "", "Vera")
    return resolution().text(f"*Noting* {words},").numbered(1, "*Ends*.").closing().save()


def test_a_font_that_does_not_lie_is_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = imported(with_table({}, "all matters of light and oil", monkeypatch), tmp_path)
    assert (said(result), FAITHFUL in result.text) == ([], True)


@pytest.mark.parametrize("other", ["m", "o", "i"])
def test_a_glyph_that_is_not_as_wide_as_its_letter_is_in_doubt(
    other: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = imported(with_table({"t": other}, "matters of light, oil and more oil", monkeypatch), tmp_path)
    (doubt,) = [words for words in said(result) if "glyph" in words]
    assert doubt.startswith(f"1: the font calls a glyph “{other}” that is perhaps another letter, first in ")
    assert "compare with the print" in doubt
    assert SOME_DIFFER in result.text


# Blanks


@pytest.mark.parametrize(
    ("char", "spaced", "given", "expected"),
    [
        pytest.param("r", True, "countries’", "countries’ r", id="after an apostrophe"),
        pytest.param("5", True, "of", "of 5", id="before a number"),
        pytest.param("k", True, "in-", "in-k", id="after a hyphen: a line was broken there once"),
        pytest.param("–", True, "10", "10–", id="before the dash of a range"),
        pytest.param("1", True, "3–", "3–1", id="after the dash of a range"),
        pytest.param("r", False, "countries’", "countries’r", id="no blank in the PDF"),
    ],
)
def test_a_blank_of_the_pdf_counts_however_tight(char: str, spaced: bool, given: str, expected: str) -> None:
    assert line_of([(letter, 0, False) for letter in given] + [(char, 0, spaced)]) == (expected, "")


@pytest.mark.parametrize(
    ("after", "expected"), [("o", "on o"), (",", "on,"), ("“", "on “")], ids=["a word", "a comma", "a quotation"]
)
def test_a_blank_before_a_marker_goes_behind_it(after: str, expected: str) -> None:
    given = [("o", 0, False), ("n", 0, False), ("1", 4, True), ("2", 4, False), (after, 0, False)]
    assert line_of(given) == (expected, "12")


def test_no_blank_before_a_marker_makes_none_behind_it() -> None:
    assert line_of([("o", 0, False), ("1", 4, False), ("n", 0, False)]) == ("on", "1")


def line_of(chars: list[tuple[str, int, bool]]) -> tuple[str, str]:
    """The line that characters make which are set without a gap: its words, and those of them that are raised.

    Each is given with how far it is raised and whether the PDF has a blank before it.
    """
    glyphs = []
    for index, (char, rise, spaced) in enumerate(chars):
        size = 6.0 if rise else 10.0
        glyphs.append(Glyph(char, 5.0 * index, 400.0 + rise, 5.0 * index + 5, size, False, False, -1, spaced))
    (line,) = page_lines(PrintedPage(1, 612, 792, tuple(glyphs)))
    styled = list(zip(line.text, line.rich.styles, strict=True))
    return "".join(c for c, style in styled if not style), "".join(c for c, style in styled if style)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("peer-", "to-peer learning", "peer-to-peer learning"),
        ("low-", "and middle-income", "low- and middle-income"),
        ("non-", "governmental", "non-governmental"),
        ("short-", "or long-term", "short- or long-term"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(before: str, after: str, joined: str) -> None:
    assert join_lines([plain(before), plain(after)]).text == joined


# Pages


def numbered(count: int) -> Press:
    """A resolution of so many pages."""
    press = resolution()
    for page in range(1, count + 1):
        press = press.numbered(page, f"*Affirms* light {page};")
        press = press.page() if page < count else press
    return press.closing()


def rearranged(data: bytes, order: list[int]) -> bytes:
    """The same PDF with other pages, or in another order; page 0 is a blank one."""
    out = BytesIO()
    with pypdfium2.PdfDocument(data) as old, pypdfium2.PdfDocument.new() as new:
        for at, page in enumerate(order):
            if page:
                new.import_pages(old, [page - 1], at)
            else:
                new.new_page(612, 792, at)
        new.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("order", "message"),
    [
        ([1, 3, 4], "the PDF lacks page 2 of 4"),
        ([1, 2, 3], "the PDF lacks page 4 of 4"),
        ([1, 4], "the PDF lacks pages 2 and 3 of 4"),
        ([1, 2, 4, 3], "the pages of the PDF are not in their order"),
        ([1, 2, 2, 3, 4], "the PDF has 5 pages, but by their numbers they are 4"),
        ([1, 0, 3, 4], "page 2 of the PDF is blank"),
    ],
    ids=["one within", "the last", "two", "two in another order", "one twice", "a blank one"],
)
def test_a_page_that_is_missing_is_found(order: list[int], message: str, tmp_path: Path) -> None:
    whole = numbered(4).save()
    assert said(imported(whole, tmp_path)) == []
    result = imported(rearranged(whole, order), tmp_path)
    assert [problem.level for problem in result.problems] == [Level.ERROR]
    assert said(result)[0].startswith(f"1: {message}")


@pytest.mark.parametrize(
    ("printed", "count", "expected"),
    [
        pytest.param({2: "2/3", 3: "3/3"}, 3, [], id="all as it should be"),
        pytest.param({2: "2", 3: "3"}, 3, [], id="numbers alone"),
        pytest.param({}, 1, [], id="one page"),
        pytest.param({}, 2, ["no page prints its number"], id="no numbers"),
        pytest.param({2: "2/3", 3: "3/4"}, 3, ["whether they are 3 and 4"], id="two counts"),
        pytest.param({2: "3/3", 3: "3/3"}, 3, ["page 2 prints the number 3"], id="a slip"),
        pytest.param({2: "2/3"}, 3, ["page 3 prints no number"], id="a number left out"),
    ],
)
def test_a_slip_in_the_page_numbers_is_a_doubt(printed: dict[int, str], count: int, expected: list[str]) -> None:
    lines = [line_at(words, page, 40) for page, words in printed.items()]
    found = [message for _, message in odd_numbers(lines, count, [])]
    assert len(found) == len(expected)
    for message, part in zip(found, expected, strict=True):
        assert part in message


def line_at(words: str, page: int, y: float) -> Line:
    xs = tuple(float(5 * at) for at in range(len(words)))
    return Line(page, y, 8.5, plain(words), xs, xs, ("",) * len(words))


class Scaled(Press):
    """A press that gives its type the size 1 and scales it where it stands."""

    def _draw(self, canvas: Canvas, line: printed.Line, y: float) -> None:
        for x, piece in line.pieces:
            canvas.saveState()
            canvas.translate(x, y)
            canvas.scale(piece.size, piece.size)
            canvas.setFont(printed.FONTS[piece.style], 1)
            canvas.drawString(0, 0, piece.text)
            canvas.restoreState()


def test_type_can_be_scaled_where_it_stands(tmp_path: Path) -> None:
    press = Scaled().text("*The General Assembly*,", above=0).numbered(1, "*Ends* the light.").closing()
    result = imported(press.save(), tmp_path)
    assert said(result) == []
    assert "\n1. *Ends* the light.\n" in result.text


class Stamped(Press):
    """A press with a stamp across the text."""

    def _foot(self, canvas: Canvas, number: int, notes: list[str]) -> None:
        super()._foot(canvas, number, notes)
        canvas.setFont("Helvetica", 20)
        canvas.drawString(200, 411, "RECEIVED")


class TwoColumns(Press):
    """A press that prints in two columns."""

    def _draw(self, canvas: Canvas, line: printed.Line, y: float) -> None:
        super()._draw(canvas, line, y)
        canvas.drawString(500, y, "more of it")


@pytest.mark.parametrize("kind", [Stamped, TwoColumns])
def test_words_that_run_into_each_other_are_in_doubt(kind: type[Press], tmp_path: Path) -> None:
    press = kind().text("*The General Assembly*,", above=0).text(f"*Noting* {'light and oil ' * 20},")
    result = imported(press.numbered(1, "*Ends*.").closing().save(), tmp_path)
    assert result.problems
    assert FAITHFUL not in result.text


class High(Press):
    """A press that prints job number and barcode higher than others do."""

    def _foot(self, canvas: Canvas, number: int, notes: list[str]) -> None:
        super()._foot(canvas, number, notes)
        if number == 1:
            canvas.drawString(60, 70, "44-01234 (E) 020444")
            canvas.drawString(60, 55, "*4401234*")


def test_furniture_is_known_by_its_form_wherever_it_stands(tmp_path: Path) -> None:
    press = High().text("*The General Assembly*,", above=0).numbered(1, "*Ends*.").page().numbered(2, "*Ends*.")
    result = imported(press.closing().save(), tmp_path)
    assert said(result) == []
    assert "01234" not in result.text
    assert FAITHFUL in result.text


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("44-01234 2/9", True),
        ("44-01234 (E) 020444", True),
        ("44-01234* (E) 020444 030444", True),
        ("Please recycle", True),
        ("2/9 of the lights", False),
    ],
)
def test_what_stands_outside_of_the_text(words: str, known: bool) -> None:
    assert is_known(words) is known


# What is written can be read

STYLES = (
    0,
    CharStyle.ITALIC,
    CharStyle.BOLD,
    CharStyle.ITALIC | CharStyle.BOLD,
    CharStyle.RAISED,
    CharStyle.LOWERED,
    CharStyle.RAISED | CharStyle.ITALIC,
)
RUNS = st.lists(st.tuples(st.text("ab1 *\\<|_#[]()&-.", min_size=1, max_size=4), st.sampled_from(STYLES)), max_size=6)


@given(RUNS)
def test_words_in_any_styles_are_read_back_as_they_were(runs: list[tuple[str, int]]) -> None:
    rich = Rich()
    for words, style in runs:
        rich += Rich(words, (style,) * len(words))
    written = SourceWriter(["1"]).inline(rich.strip())
    reporter = Reporter("x.md")
    read = read_inline(written, 1, reporter)
    assert reporter.problems == [], written
    assert readback.units_of(read) == readback.units(rich, {"1"}), written


@pytest.mark.parametrize(
    "press",
    [
        resolution().text("*Decides***Member States** *to keep*,").numbered(1, "*Ends*."),
        resolution().text("*Noting* 5^*^ and 10^b^,").numbered(1, "*Ends*."),
        resolution().text("*Noting* it:").text("## Lights").text("--- and bells").numbered(1, "*Ends*."),
        resolution().text("(a) *Noting* it,", mark="").numbered(1, "*Ends*."),
        resolution(report="[on the report of the Third Committee (A/199/401, para. 7)").numbered(1, "*Ends*."),
        resolution(agenda="Agenda items 12 (c) and").numbered(1, "*Ends*."),
        resolution(session="One hundred and ninety-ninth sesion").numbered(1, "*Ends*."),
        resolution(heading="199/8. Lighthouses").numbered(1, "*Ends*."),
        resolution().numbered(1, "*Welcomes* it.").closing().text("More light."),
    ],
    ids=[
        "italic, then bold",
        "raised signs that are no markers",
        "words that look like headings and rules",
        "words that look like a sub-paragraph",
        "a bracket that is not closed",
        "an agenda item that breaks off",
        "a session that is none",
        "another number in the title",
        "words after the closing line",
    ],
)
def test_what_is_imported_can_be_published(press: Press, tmp_path: Path) -> None:
    result = imported(press.save(), tmp_path)
    assert result.text, said(result)
    parsed = parse(result.text, "given.md")
    assert parsed.resolution
    assert parsed.errors == ()


def test_what_cannot_be_written_truly_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unres.pdf_import.source.SPECIAL", NOTHING_IS_SPECIAL)
    result = imported(resolution().numbered(1, "*Ends* with \\. a stroke.").closing().save(), tmp_path)
    assert result.symbol is None
    assert said(result) == [
        "1: “1. Ends with \\. a stroke.” cannot be written so that it is read again as it is printed"
    ]


# Programs that crash or hang


def fails(path: Path) -> Imported:
    """Stands in for the importer: it does what the name of the PDF says."""
    if path.stem == "crash":
        os.kill(os.getpid(), signal.SIGKILL)
    if path.stem == "hang":
        time.sleep(60)
    if path.stem == "fill":
        bytearray(2 * process.MEMORY)
    return failed(path, "was read")


limits_memory = pytest.mark.skipif(sys.platform != "linux", reason="this system does not limit a process's memory")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where processes are forked do they know the stand-in")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("crash", "the PDF crashes the reader or needs more memory"),
        ("hang", "the PDF takes more than 1 seconds"),
        pytest.param("fill", "the PDF needs more memory than it may have", marks=limits_memory),
    ],
)
def test_one_pdf_that_breaks_the_reader_is_named_and_the_others_are_read(
    name: str, message: str, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "import_pdf", fails)
    paths = [Path(stem) for stem in ("a", name, "b", name, "c")]
    found = list(process.read_all(paths, jobs, seconds=1))
    assert [path for path, _ in found] == paths
    messages = [imported.problems[0].message for _, imported in found]
    assert messages[0::2] == ["was read"] * 3
    assert all(one.startswith(message) for one in messages[1::2])


def test_a_form_that_shows_itself_does_not_end_the_command(tmp_path: Path) -> None:
    """The reader's library crashes over it, or reads nothing in it; both are said."""
    pdf = tmp_path / "self.pdf"
    pdf.write_bytes(SELF)
    (problem,) = import_pdfs([pdf], tmp_path / "out").problems
    assert problem.level is Level.ERROR


def test_too_many_pages_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unres.pdf_import.glyphs.MOST_PAGES", 3)
    assert said(imported(numbered(4).save(), tmp_path)) == ["1: the PDF has 4 pages; give the PDF of one resolution"]


def test_images_in_a_stream_are_passed_over_in_one_go() -> None:
    data = page_of(b"BI ID x " * 60_000)
    start = time.process_time()
    assert [shown for _, shown in SecondReading(data).pages()] == [[]]
    assert time.process_time() - start < 5


def test_words_behind_an_image_are_read() -> None:
    ((_, shown),) = SecondReading(page_of(b"BI /W 1 ID (abc) EI BT /F 10 Tf (light) Tj ET")).pages()
    assert len(shown) == 1


def page_of(content: bytes) -> bytes:
    """A PDF of one page with a content stream of ours."""
    canvas_out = BytesIO()
    canvas = Canvas(canvas_out, pagesize=(612, 792), invariant=1, pageCompression=0)
    canvas._code.append(content.decode())
    canvas.showPage()
    canvas.save()
    return canvas_out.getvalue()


def test_forms_within_forms_are_not_drawn_for_ever() -> None:
    began = time.process_time()
    with pytest.raises(UnresError, match="without end"):
        list(SecondReading(FORMS).pages())
    assert time.process_time() - began < 5, "ten to the eighth would take hours"


FORM = """{0} 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F {1} 0 R>>>>/Length 60>> stream
/F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do
endstream endobj
"""
FORMS = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 5>> stream
/F Do
endstream endobj
@
trailer <</Root 1 0 R>>
""".replace(b"@", "".join(FORM.format(at, at + 1) for at in range(5, 14)).encode())
SELF = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</XObject<</F 4 0 R>>>>>> endobj
4 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 5>> stream
/F Do
endstream endobj
5 0 obj <</Length 5>> stream
/F Do
endstream endobj
trailer <</Root 1 0 R>>
"""
