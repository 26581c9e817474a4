"""The second reading of a PDF: every difference is told, in any length and on paper of any size."""

from __future__ import annotations

import time
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from unres.errors import Level, Problem
from unres.pdf_import import accounting, checks
from unres.pdf_import.accounting import differing, read_printed
from unres.pdf_import.glyphs import Glyph, PrintedLink, PrintedPage
from unres.pdf_import.streams import SecondReading

A4, LETTER = 842.0, 792.0
BOOK = "".join(f"{number}. *Welcomes* lamp {number * 7919 % 10007}; " for number in range(1, 4000))


def test_differences_beyond_the_first_pages_of_a_long_text_are_told() -> None:
    places = [100, 30_000, 60_000, 90_000]
    other = BOOK
    for place in places:
        other = other[:place] + "§" + other[place + 1 :]
    start = time.process_time()
    assert [(i, j) for i, j, _, _ in differing(BOOK, other)] == [(place, place + 1) for place in places]
    assert time.process_time() - start < 5


def test_long_stretches_that_differ_throughout_are_told_as_one() -> None:
    a, b = "ab" * 20_000, "cd" * 25_000
    start = time.process_time()
    assert list(differing(f"x{a}y", f"x{b}y")) == [(1, len(a) + 2, 1, len(b) + 2)]
    assert time.process_time() - start < 5


def test_words_that_come_again_further_on_are_no_difference() -> None:
    printed = f"light{BOOK[:60]}s of the old lamps that the keepers lit. {BOOK[100:300]}"
    again = f"{BOOK[300:400]}s of the old lamps that the keepers lit."
    given = printed.replace("s of the old", " of the old")
    assert list(differing(printed + again, given + again)) == [(65, 66, 65, 65)]


WORDS = st.lists(st.sampled_from(["lamp", "oil", BOOK[:40], BOOK[200:260], "x"]), max_size=12).map("".join)


@given(WORDS, WORDS)
def test_what_is_no_difference_is_the_same(a: str, b: str) -> None:
    i = k = 0
    for start, end, other, last in differing(a, b):
        assert a[i:start] == b[k:other]
        assert a[start:end] != b[other:last]
        i, k = end, last
    assert a[i:] == b[k:]


@pytest.mark.parametrize(
    ("height", "inside"),
    [pytest.param(LETTER, "below the head|at the foot", id="letter"), pytest.param(A4, "head|below the head", id="A4")],
)
def test_head_and_foot_are_those_of_the_paper(height: float, inside: str) -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, height), invariant=1)
    for y, words in ((760, "head"), (700, "below the head"), (53, "at the foot")):
        canvas.drawString(123, y, words)
    canvas.showPage()
    canvas.save()
    printed = read_printed(SecondReading(out.getvalue()), {}, {})
    assert "".join(printed.text) == accounting.bare(inside.replace("|", ""))


@pytest.mark.parametrize(("height", "count"), [(LETTER, 0), (A4, 1)])
def test_links_in_the_head_of_the_page_are_not_asked_for(height: float, count: int) -> None:
    page = PrintedPage(1, 600, height, (), (PrintedLink(0, 760, 50, 770, "https://example.org/"),))
    assert len(list(checks.of_links([page], "", "x.pdf"))) == 0  # no words, so nothing is missing
    assert len(list(checks.of_links([_worded(page)], "", "x.pdf"))) == count


def _worded(page: PrintedPage) -> PrintedPage:
    return PrintedPage(1, 600, page.height, (Glyph("a", 10, 762, 15, 10, italic=False, bold=False, tag=0),), page.links)


def test_a_pdf_that_no_second_reader_can_read_was_not_compared() -> None:
    compared, doubts = checks.of_characters("", b"no PDF", {}, {}, "x.pdf")
    assert not compared
    assert doubts == [
        Problem("x.pdf", 1, doubts[0].message, Level.DOUBT),
    ]
    assert doubts[0].message.startswith("no second reader could read the PDF")


def test_stretches_of_few_letters_are_compared_at_once() -> None:
    began = time.process_time()
    assert list(differing("aaab" * 480, "abaa" * 490))
    assert time.process_time() - began < 2
