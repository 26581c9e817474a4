"""How deep things stand in print: headings, lists, text that belongs to the paragraph before it, rows of tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from imports import LONG, imported, labels, read, text_of
from printed import INDENT, LEADING, LEFT, RIGHT, Line, Piece, Press, resolution
from unres.model import Heading, Resolution, Table
from unres.pdf_import.headings import UNNUMBERED, Count, Counts, HeadingNumber, PrintedHeading, levels
from unres.text.parser import parse

FURTHER = LEFT + 2 * INDENT


def headings(found: Resolution) -> list[tuple[int, str]]:
    return [(block.level, block.text.plain) for block in found.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize(
    ("tokens", "names"),
    [
        pytest.param("VIII IX X XI", "rrrr", id="ten after nine"),
        pytest.param("I II A B C D", "rrllll", id="letters below numerals"),
        pytest.param("III A B C D E F G H I J IV V", "rllllllllllrr", id="I after H is a letter, V after IV is none"),
        pytest.param("A B C D", "llll", id="C and D are letters"),
        pytest.param("I A B II A B III", "rllrllr", id="letters begin anew"),
        pytest.param("I II III I II", "rrrrr", id="numerals begin anew"),
        pytest.param("1 2 A B 3", "aalla", id="digits"),
    ],
)
def test_a_numeral_goes_on_with_the_count_that_it_follows(tokens: str, names: str) -> None:
    counts = Counts()
    assert "".join(counts.read(token).count[0] for token in tokens.split()) == names


def heading(words: str) -> PrintedHeading:
    """A heading: ``r3`` is roman III, ``l1`` the letter A, ``-`` one without a number, ``i`` one in italics."""
    if words in "-i":
        return PrintedHeading(UNNUMBERED, bold=words == "-")
    return PrintedHeading(
        HeadingNumber({"r": Count.ROMAN, "l": Count.LETTER, "p": Count.PART}[words[0]], int(words[1:])), bold=True
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("- i -", "454", id="italics below bold"),
        pytest.param("i i", "55", id="italics alone"),
        pytest.param("r1 l1 l2 r2 l1", "45545", id="letters below numerals"),
        pytest.param("- r1 r2 - r1 r2 - r1", "45545545", id="numerals that begin anew below titles"),
        pytest.param("- r1 r2 r3 -", "44444", id="an introduction is above nothing"),
        pytest.param("p1 r1 l1 l2 r2 l1 p2 r1", "45665645", id="three levels"),
        pytest.param("r1 - r2 -", "4545", id="titles below numerals"),
        pytest.param("r1 l1 i r2", "4564", id="italics below two levels"),
    ],
)
def test_levels_are_told_by_what_begins_anew(given: str, expected: str) -> None:
    assert "".join(map(str, levels([heading(words) for words in given.split()]))) == expected


def test_a_numbered_list_in_a_paragraph_belongs_to_it(tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Approves* the agenda:")
    for number, words in enumerate(("Opening.", f"Knowing {LONG}.", "Closing."), 1):
        press.numbered(number, words, x=FURTHER, rest=FURTHER + INDENT)
    found = read(press.numbered(2, "*Ends*.").closing(), tmp_path)
    assert labels(found) == ["enacting", "1", "1 (1)", "1 (2)", "1 (3)", "2"]
    assert text_of(found, "1 (2)") == f"Knowing {LONG}."


@pytest.mark.parametrize("numbers", [(8,), (8, 9)])
def test_a_numbered_paragraph_quoted_in_another_is_no_break_in_the_numbers(
    numbers: tuple[int, ...], tmp_path: Path
) -> None:
    press = resolution().numbered(1, "*Keeps* the lights.").numbered(2, "*Decides* to put in the rules:")
    for number in numbers:
        press.numbered(number, f"Requests the keepers, knowing {LONG}.", x=FURTHER, rest=FURTHER)
    found = read(press.numbered(3, "*Ends*.").closing(), tmp_path)
    assert labels(found) == ["enacting", "1", "2", *(f"2 ({number})" for number in numbers), "3"]


def test_a_paragraph_quoted_with_its_number_in_quotation_marks_belongs_to_the_one_that_quotes_it(
    tmp_path: Path,
) -> None:
    press = resolution().numbered(1, "*Keeps* the lights.").numbered(2, "*Decides* to put in paragraph 8:")
    press.text(f"Requests the keepers, knowing {LONG}.”", mark="“8.", x=FURTHER, rest=LEFT + INDENT)
    found = read(press.numbered(3, "*Ends*.").closing(), tmp_path)
    assert labels(found) == ["enacting", "1", "2", "2 (cont)", "3"]


def test_a_list_that_begins_late_without_a_colon_is_in_doubt(tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Keeps* the lights.").numbered(2, "*Decides* on the rules;")
    press.numbered(8, f"Requests the keepers, knowing {LONG}.", x=FURTHER, rest=FURTHER)
    result = imported(press.numbered(3, "*Ends*.").closing(), tmp_path)
    assert [problem.message.split(";")[0] for problem in result.problems] == [
        "(8) does not follow the sub-paragraph before it"
    ]


@pytest.mark.parametrize("x", [LEFT + INDENT, FURTHER])
def test_the_second_item_below_an_item_keeps_to_its_parent(x: float, tmp_path: Path) -> None:
    """Whatever its first item ends with: a line that begins with a date, or the end of the page."""
    press = resolution().numbered(1, "*Decides* on:").item("(a)", "Meetings:")
    press.item("(i)", f"One, {LONG}, on", x=x, rest=x)
    press.text("2 September 2144, as decided;", x=x, above=LEADING)
    press.item("(ii)", f"Another, {LONG};", x=x, rest=x).page().item("(iii)", "A third;", x=x, rest=x, above=0)
    found = read(press.item("(b)", "A bell.").numbered(2, "*Ends*.").closing(), tmp_path)
    assert labels(found) == ["enacting", "1", "1 (a)", "1 (a) (i)", "1 (a) (ii)", "1 (a) (iii)", "1 (b)", "2"]


def test_numerals_below_a_letter_that_is_a_numeral_too_keep_to_their_parent(tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Decides* on:")
    for mark in "abcdefghi":
        press.item(f"({mark})", "Lights:" if mark in "hi" else "A light;")
        for numeral in ("(i)", "(ii)") if mark in "hi" else ():
            press.item(numeral, "To ring;", x=FURTHER, rest=FURTHER)
    found = read(press.numbered(2, "*Ends*.").closing(), tmp_path)
    assert labels(found)[-7:] == ["1 (h)", "1 (h) (i)", "1 (h) (ii)", "1 (i)", "1 (i) (i)", "1 (i) (ii)", "2"]


def test_numbers_that_stand_further_in_and_run_on_are_paragraphs(tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Approves* it;").numbered(2, "*Ends*.", x=FURTHER, rest=LEFT).closing()
    assert labels(read(press, tmp_path)) == ["enacting", "1", "2"]


def test_text_after_a_colon_in_the_preamble_belongs_to_the_paragraph(tmp_path: Path) -> None:
    press = resolution().text("*Recalling* the question:").text(f"Is it true {LONG}?").text("*Noting* the answer,")
    found = read(press.numbered(1, "*Ends*.").closing(), tmp_path)
    assert labels(found) == ["enacting", "pp1", "pp1 (cont)", "pp2", "1"]


def test_text_that_stands_in_as_a_whole_belongs_to_the_item_before(tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Decides* on:").item("(a)", f"A light, {LONG}:")
    press.text(f"“{LONG};”", x=FURTHER, rest=LEFT + INDENT).item("(b)", "A bell;").numbered(2, "*Ends*.")
    assert labels(read(press.closing(), tmp_path)) == ["enacting", "1", "1 (a)", "1 (a) (cont)", "1 (b)", "2"]


def test_two_marks_in_one_line(tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Decides*:").item("(a)", "(i) To light;", x=LEFT + INDENT)
    press.item("(ii)", "To ring;", x=FURTHER, rest=FURTHER).item("(b)", "To rest;")
    press.numbered(2, "(a) Keepers rest;").item("(b)", "Keepers wake.")
    found = read(press.closing(), tmp_path)
    assert labels(found) == ["enacting", "1", "1 (a) (i)", "1 (a) (ii)", "1 (b)", "2 (a)", "2 (b)"]
    assert [p.number for p in found.paragraphs][2] == "(a) (i)"
    assert text_of(found, "2 (a)") == "Keepers rest;"


@pytest.mark.parametrize("bullet", ["•", "■"])
def test_bullets_that_hang_are_a_list(bullet: str, tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Decides* on:")
    for words in ("A light;", f"A bell, {LONG};", "A horn;"):
        press.text(f"{bullet} {words}", x=LEFT + INDENT - 7, rest=LEFT + INDENT)
    text = imported(press.numbered(2, "*Ends*.").closing(), tmp_path).text  # the second reader knows no such sign
    found = parse(text, "given.md").resolution
    assert found
    assert labels(found) == ["enacting", "1", "1 (1)", "1 (2)", "1 (3)", "2"]


def test_a_wide_mark_leaves_no_blank(tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Decides*:")
    for mark in [*"abcdefghijklmnopqrstuvwxyz", *(2 * letter for letter in "abcdefghijkl")]:
        press.item(f"({mark})", "To light;")
    press.text(f"(mm)Bearing in mind {LONG};").item("(nn)", "To rest.")
    assert labels(read(press.closing(), tmp_path))[-3:] == ["1 (ll)", "1 (mm)", "1 (nn)"]


def test_a_closing_line_right_below_the_text_starts_by_itself(tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Ends* the light.")
    for words in ("40th plenary meeting", "1 April 2144"):
        press.lines.append(Line([(RIGHT - 90, Piece(words, "*", 10.0))], LEADING))
    found = read(press, tmp_path)
    assert (found.meeting, labels(found)) == ("40th plenary meeting", ["enacting", "1"])


def test_a_date_at_the_start_of_a_line_is_no_paragraph(tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Decides* to hold:").item("(a)", f"A meeting, {LONG}, on")
    press.text("2 September 2144, as decided;", x=LEFT, above=LEADING).item("(b)", "Another;")
    found = read(press.numbered(2, "*Ends*.").closing(), tmp_path)
    assert labels(found) == ["enacting", "1", "1 (a)", "1 (b)", "2"]
    assert text_of(found, "1 (a)").endswith("on 2 September 2144, as decided;")


@pytest.mark.parametrize("name", ["Rule", "Article", "Regulation"])
def test_titles_of_an_annex_and_of_its_rules(name: str, tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Adopts* the rules.").closing().page().heading("Annex", above=0)
    press.heading("Rules for keepers;", above=11.5).heading("Second half", above=24)
    for number, title in ((1, "Light"), (2, "Bells")):
        press.heading(f"{name} {number}.").heading(title, above=11.5).text(
            f"A keeper keeps the {title.lower()}.", x=LEFT
        )
    found = read(press, tmp_path)
    tops = [(1, "Annex"), (1, "Rules for keepers;"), (1, "Second half")]
    assert headings(found) == [*tops, (2, f"{name} 1."), (2, "Light"), (2, f"{name} 2."), (2, "Bells")]


@pytest.mark.parametrize("words", ["*The General Assembly*,", "*The General Assembly,*", "*The General Assembly*"])
def test_enacting_words_are_known_by_their_place(words: str, tmp_path: Path) -> None:
    press = Press().text(words, above=0).text("*Noting* the sea,").numbered(1, "*Ends*.").closing()
    found = read(press, tmp_path)
    assert (labels(found), headings(found)) == (["enacting", "pp1", "1"], [])


def test_a_table_with_two_rows_of_heads_and_words_below_it(tmp_path: Path) -> None:
    press = (
        resolution()
        .numbered(1, "*Decides* on the lights in the table below:")
        .row((330, "*Gross*"), (430, "*Net*"), above=28, size=7)
        .row((350, "*(measured in metres)*"), above=14.5, size=7)
        .row((123, "**Pharos**"), (330, "137"), (430, "130"))
        .row((123, "*Of which*"), (330, "7"), (430, "5"))
    )
    press.lines[-1].pieces[0] = (123.0, Piece("Of", "*", 11.0))  # one sign larger than the rest
    press.text("*Abbreviations*: m, metre.", x=LEFT, size=8.5, above=20).numbered(2, "*Ends*.", above=24)
    found = read(press.closing(), tmp_path)
    table = next(block for block in found.blocks if isinstance(block, Table))
    assert (table.header, len(table.rows)) == (2, 4)
    assert labels(found) == ["enacting", "1", "1 (cont)", "2"]
    assert text_of(found, "1 (cont)") == "Abbreviations: m, metre."


def test_heads_that_the_next_page_repeats_are_no_difference(tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Decides* on the lights in the table below:")
    heads = ((123.0, "*Light*"), (330.0, "*Height*"), (430.0, "*Keepers*"))
    for page in range(2):
        press = press.page() if page else press
        press.row(*heads, above=0 if page else 28, size=7)
        for _ in range(3):
            press.row((123, "Eddystone"), (330, "49"), (430, "3"))
    found = read(press.numbered(2, "*Ends*.", above=24).closing(), tmp_path)
    assert [len(block.rows) for block in found.blocks if isinstance(block, Table)] == [7]


def test_the_word_session_in_the_title_of_an_item(tmp_path: Path) -> None:
    press = resolution(subject="Outcome of the special session\nand other matters")
    found = read(press.numbered(1, "*Ends*.").closing(), tmp_path)
    lines = [line.text.plain for line in found.masthead.lines if line.role == "agenda-title"]
    assert lines == ["Outcome of the special session and other matters"]
