"""What the import makes of printed structures: PDF → source text → model."""

from __future__ import annotations

from pathlib import Path

import pytest

from imports import LONG, imported, labels, read, text_of
from printed import INDENT, LEFT, Press, resolution
from unres.model import Heading, Resolution, Table


def called(found: Resolution) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(note.number, note.text.plain, note.called_from) for note in found.footnotes]


def test_masthead(tmp_path: Path) -> None:
    found = read(resolution().numbered(1, "*Welcomes* the light.").closing(), tmp_path)
    head = found.masthead
    assert (found.symbol, head.number, head.title.plain) == ("A/RES/199/7", "199/7", "Lighthouses")
    assert (head.session, head.agenda_item, head.report) == (199, "12 (c)", "A/199/401")
    assert (str(head.distributed), str(head.adopted)) == ("2144-05-03", "2144-04-01")
    assert found.provenance.source == "https://docs.un.org/en/A/RES/199/7"


def test_paragraphs_opening_words_and_notes(tmp_path: Path) -> None:
    press = (
        resolution()
        .text(f"*Recalling also* its resolution 198/3 of 2 May 2143,^1^ {LONG},")
        .text("*Noting* the *Annals of the Pharos*^2^ and its resolution 198/3,^1^")
        .numbered(1, f"*Expresses its appreciation* {LONG};")
        .numbered(2, "*Decides* to keep the light.")
        .closing()
        .note(
            "1",
            "See A/198/12, annex, and the other documents of that session which deal with lights at sea and on shore.",
        )
        .note("2", "*Annals of the Pharos*, vol. 3.")
    )
    found = read(press, tmp_path)
    assert labels(found) == ["enacting", "pp1", "pp2", "1", "2"]
    assert [p.lead for p in found.paragraphs] == [
        "",
        "Recalling also",
        "Noting",
        "Expresses its appreciation",
        "Decides",
    ]
    assert text_of(found, "1") == f"Expresses its appreciation {LONG};"
    assert called(found) == [
        (
            "1",
            "See A/198/12, annex, and the other documents of that session which deal with lights at sea and on shore.",
            ("pp1", "pp2"),
        ),
        ("2", "Annals of the Pharos, vol. 3.", ("pp2",)),
    ]


def test_a_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    press = resolution()
    for number in range(1, 13):
        press.numbered(number, f"*Affirms*^{number}^ {LONG}; {LONG};").note(str(number), f"Note {number}.")
    found = read(press.numbered(13, "*Ends*.").closing(), tmp_path)
    assert labels(found) == ["enacting", *map(str, range(1, 14))]
    assert {text_of(found, str(number)) for number in range(1, 13)} == {f"Affirms {LONG}; {LONG};"}
    assert called(found) == [(str(n), f"Note {n}.", (str(n),)) for n in range(1, 13)]


def test_hyphens_dashes_and_addresses_at_line_ends(tmp_path: Path) -> None:
    words = "a" * 72
    press = (
        resolution()
        .text(f"*Recalling* {words} non-\ngovernmental {words} 2015–\n2030 {words} lights –\nof all kinds,", rest=LEFT)
        .numbered(1, "*Ends*.")
        .closing()
    )
    found = read(press, tmp_path)
    assert "non-governmental" in text_of(found, "pp1").replace("- ", "-")
    assert "lights – of all kinds" in text_of(found, "pp1")


NESTED = [
    pytest.param([("1.", 0), ("(a)", 0), ("(b)", 0), ("2.", 0)], ["1", "1 (a)", "1 (b)", "2"], id="letters"),
    pytest.param(
        [("1.", 0), ("(a)", 0), ("(i)", 1), ("(ii)", 1), ("(b)", 0), ("(i)", 1), ("(ii)", 1)],
        ["1", "1 (a)", "1 (a) (i)", "1 (a) (ii)", "1 (b)", "1 (b) (i)", "1 (b) (ii)"],
        id="numerals under letters",
    ),
    pytest.param(
        [("1.", 0), *((f"({letter})", 0) for letter in "abcdefghijk")],
        ["1", *(f"1 ({letter})" for letter in "abcdefghijk")],
        id="the letter i after h",
    ),
    pytest.param(
        [("1.", 0), *((f"({letter})", 0) for letter in "abcdefgh"), ("(i)", 1), ("(ii)", 1), ("(i)", 0), ("(j)", 0)],
        ["1", *(f"1 ({letter})" for letter in "abcdefgh"), "1 (h) (i)", "1 (h) (ii)", "1 (i)", "1 (j)"],
        id="numerals under h, then the letter i",
    ),
    pytest.param(
        [("1.", 0), ("(a)", 0), ("(i)", 1), ("a.", 2), ("b.", 2), ("i.", 3), ("ii.", 3), ("(ii)", 1), ("(b)", 0)],
        ["1", "1 (a)", "1 (a) (i)", "1 (a) (i) (a)", "1 (a) (i) (b)", "1 (a) (i) (b) (i)", "1 (a) (i) (b) (ii)", "1 (a) (ii)", "1 (b)"],
        id="four degrees",
    ),
    pytest.param(
        [("1.", 0), *((f"({mark})", 0) for mark in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"])],
        ["1", *(f"1 ({mark})" for mark in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"])],
        id="doubled letters",
    ),
]  # fmt: skip


@pytest.mark.parametrize("short", [True, False], ids=["one line each", "several lines each"])
@pytest.mark.parametrize(("marks", "expected"), NESTED)
def test_sub_paragraphs(marks: list[tuple[str, int]], expected: list[str], short: bool, tmp_path: Path) -> None:
    press = resolution()
    for mark, degree in marks:
        words = "*Decides* as follows" if mark[0].isdigit() else "To keep the light"
        end = "" if short else f", knowing {LONG}"
        left = LEFT + INDENT * max(degree, 0)
        press.item(mark, f"{words}{end};", x=max(left, LEFT + INDENT), rest=left)
    found = read(press.closing(), tmp_path)
    assert labels(found) == ["enacting", *expected]


def test_bullets(tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Decides* on:").item("–", "A light;").item("–", "A bell;").numbered(2, "*Ends*.")
    assert labels(read(press.closing(), tmp_path)) == ["enacting", "1", "1 (1)", "1 (2)", "2"]


def test_text_after_sub_paragraphs_belongs_to_the_paragraph(tmp_path: Path) -> None:
    press = (
        resolution()
        .numbered(1, "*Decides* on:")
        .item("(a)", "A light;")
        .item("(b)", "A bell;")
        .text("and requests that both be kept;", x=LEFT)
        .numbered(2, "*Ends*.")
        .closing()
    )
    found = read(press, tmp_path)
    assert labels(found) == ["enacting", "1", "1 (a)", "1 (b)", "1 (cont)", "2"]


def test_sections_with_preambles_of_their_own(tmp_path: Path) -> None:
    press = resolution().text("*Noting* the sea,")
    for roman, title in (("I", "Lights"), ("II", "Bells")):
        press.heading(roman).heading(title, above=11.5).text(f"*Recalling* its {title.lower()},")
        press.numbered(1, "*Welcomes* them;").numbered(2, "*Keeps* them;")
    press.heading("III").heading("Horns", above=11.5).text("*Approves* the horns.")
    found = read(press.closing(), tmp_path)
    assert labels(found) == ["enacting", "pp1", "I/pp1", "I/1", "I/2", "II/pp1", "II/1", "II/2", "III/op"]
    assert [b.text.plain for b in found.blocks if isinstance(b, Heading)] == [
        "I",
        "Lights",
        "II",
        "Bells",
        "III",
        "Horns",
    ]


def test_section_x_after_section_ix_is_no_lettered_part(tmp_path: Path) -> None:
    press = resolution()
    for at, numeral in enumerate(("IX", "X", "XI"), 1):
        press.heading(numeral).heading(f"Lights {at}", above=11.5)
        if numeral == "IX":
            press.heading("A. Lamps").heading("B. Wicks")
        press.text("*Approves* the lights.")
    found = read(press.closing(), tmp_path)
    assert [h.level for h in found.blocks if isinstance(h, Heading) and h.text.plain in ("IX", "X", "XI")] == [2, 2, 2]


def test_headings_in_italics(tmp_path: Path) -> None:
    press = (
        resolution().heading("*On lights*").numbered(1, "*Welcomes* them;").heading("*On bells*").numbered(2, "*Ends*.")
    )
    found = read(press.closing(), tmp_path)
    assert [(b.level, b.text.plain) for b in found.blocks if isinstance(b, Heading)] == [
        (3, "On lights"),
        (3, "On bells"),
    ]


def test_a_heading_at_the_top_of_a_page(tmp_path: Path) -> None:
    press = resolution().numbered(1, f"*Welcomes* {LONG};").page().heading("*On bells*", above=0).numbered(2, "*Ends*.")
    found = read(press.closing(), tmp_path)
    assert [b.text.plain for b in found.blocks if isinstance(b, Heading)] == ["On bells"]


def test_a_sole_paragraph_is_not_numbered(tmp_path: Path) -> None:
    found = read(resolution().text("*Noting* the sea,").text(f"*Decides* {LONG}.").closing(), tmp_path)
    assert labels(found) == ["enacting", "pp1", "op"]


def test_an_embedded_declaration(tmp_path: Path) -> None:
    press = (
        resolution()
        .text("*Adopts* the following declaration:")
        .heading("Declaration on lighthouses", size=12)
        .text("We, the keepers of lights, have met on the rock.")
        .heading("Our promise")
        .numbered(1, "We shall keep the light.", x=LEFT)
        .numbered(2, f"We know {LONG}.", x=LEFT)
        .closing()
    )
    found = read(press, tmp_path)
    assert labels(found) == ["enacting", "op", "annex/p1", "annex/1", "annex/2"]


def test_a_section_heading_after_a_colon_is_no_declaration(tmp_path: Path) -> None:
    press = resolution().numbered(1, "*Decides* as follows:").heading("Lights").numbered(2, "*Ends*.")
    assert labels(read(press.closing(), tmp_path)) == ["enacting", "1", "2"]


def test_annexes_with_headings_and_articles(tmp_path: Path) -> None:
    press = (
        resolution()
        .numbered(1, "*Adopts* the annexes.")
        .closing()
        .heading("Annex I")
        .heading("Rules for keepers", above=11.5)
        .heading("Article 1")
        .numbered(1, "A keeper keeps the light.", x=LEFT)
        .numbered(2, "A keeper rings the bell.", x=LEFT)
        .heading("Article 2")
        .numbered(1, "A keeper writes the log.", x=LEFT)
        .page()
        .heading("Annex II", above=0)
        .heading("Forms", above=11.5)
        .text("Forms are printed on white paper.")
    )
    found = read(press, tmp_path)
    expected = ["annex1/article 1/1", "annex1/article 1/2", "annex1/article 2/1", "annex2/p1"]
    assert labels(found) == ["enacting", "1", *expected]


def test_lettered_parts(tmp_path: Path) -> None:
    press = Press(title="Questions of light")
    for letter, title in (("A", "Lighthouses"), ("B", "Lightships")):
        press.heading(letter).heading(title, above=11.5).text("*The General Assembly*,")
        press.text("*Noting* the sea,").numbered(1, "*Welcomes* it;").numbered(2, "*Ends*.").closing()
    found = read(press, tmp_path)
    assert labels(found) == ["A/enacting", "A/pp1", "A/1", "A/2", "B/enacting", "B/pp1", "B/1", "B/2"]


def test_a_lettered_part_published_by_itself(tmp_path: Path) -> None:
    press = Press(symbol="A/RES/199/7 B", heading="199/7. Questions of light").heading("B^1^")
    press.text("*The General Assembly*,").numbered(1, "*Ends*.").closing()
    found = read(press.note("1", "Resolution 199/7 becomes resolution 199/7 A."), tmp_path)
    assert (found.symbol, found.masthead.number) == ("A/RES/199/7B", "199/7 B")
    assert [b.text.plain for b in found.blocks if isinstance(b, Heading)] == ["B"]
    assert labels(found) == ["B/enacting", "B/1"]


def test_a_table_with_its_notes(tmp_path: Path) -> None:
    press = (
        resolution()
        .numbered(1, "*Decides* on the lights in the table below:")
        .row((123, "*Light*"), (330, "*Height*"), (430, "*Keepers*"), above=28, size=7)
        .row((123, "**Pharos**"), (330, "137"), (430, "12^a^"))
        .row((123, "Eddystone, the fourth that was built on that reef,"), above=14.5)
        .row((123, "counting from the first"), (330, "49"), (430, "–"), above=10)
        .text("^a^ With their families.", x=130, rest=137, size=8.5, above=20)
        .numbered(2, "*Ends*.", above=24)
        .closing()
    )
    found = read(press, tmp_path)
    table = next(block for block in found.blocks if isinstance(block, Table))
    assert [[cell.plain for cell in row] for row in table.rows] == [
        ["Light", "Height", "Keepers"],
        ["Pharos", "137", "12"],
        ["Eddystone, the fourth that was built on that reef, counting from the first", "49", "–"],
    ]
    assert table.header == 1
    assert called(found) == [("a", "With their families.", ("1",))]
    assert labels(found) == ["enacting", "1", "2"]


def test_markers_of_full_size_are_found_by_their_place(tmp_path: Path) -> None:
    press = (
        resolution()
        .text("*Recalling* the conference UNILIGHT+50,1 the sea and its 1 light,")
        .text("*Noting* the other,^2^")
        .numbered(1, "*Ends*.")
        .closing()
        .note("2", "Second.")
    )
    press.notes["1"] = press._set("^1^ First.", LEFT - 6, LEFT, above=10.5, size=8.5)
    press.lines[1].notes.append("1")
    found = read(press, tmp_path)
    assert called(found) == [("1", "First.", ("pp1",)), ("2", "Second.", ("pp2",))]
    assert text_of(found, "pp1") == "Recalling the conference UNILIGHT+50, the sea and its 1 light,"


def test_reissues_carry_an_asterisk(tmp_path: Path) -> None:
    press = (
        resolution(symbol="A/RES/199/7*").numbered(1, "*Ends*.").closing().note("*", "Reissued for technical reasons.")
    )
    press.lines[0].notes.append("*")
    found = read(press, tmp_path)
    assert called(found) == [("*", "Reissued for technical reasons.", ("title",))]


def test_characters_that_are_markup_in_the_source_text(tmp_path: Path) -> None:
    found = read(
        resolution().text("*Noting* <b>, |, _x_ and \\,").text("1\u00a0to 2,").numbered(1, "*Ends*.").closing(),
        tmp_path,
    )
    assert text_of(found, "pp1") == "Noting <b>, |, _x_ and \\,"


SLIPS = [
    pytest.param(
        resolution().numbered(1, "*Welcomes* it;").text("*Condemns* the dark;", mark="2").numbered(3, "*Ends*.").closing(),
        "paragraph 2 is printed without its full stop",
        id="no full stop",
    ),
    pytest.param(
        resolution().numbered(1, "*Welcomes* it;").numbered(3, "*Ends*.").closing(),
        "paragraph 2 is missing before paragraph 3",
        id="number left out",
    ),
    pytest.param(
        resolution().numbered(1, "Welcomes the light.").closing(), "1. opens with “Welcomes”", id="opening words not in italics"
    ),
    pytest.param(
        resolution().numbered(1, "*Welcomes* the light.^4^").closing().note("4", "Ibid."),
        "footnotes 1 to 3 are missing",
        id="notes left out",
    ),
    pytest.param(resolution(heading="Lighthouses").numbered(1, "*Ends*.").closing(), "prints no number", id="no number in the title"),
    pytest.param(resolution(heading="199/8. Lighthouses").numbered(1, "*Ends*.").closing(), "number 199/8", id="another number in the title"),
]  # fmt: skip


@pytest.mark.parametrize(("press", "doubt"), SLIPS)
def test_slips_of_the_print_are_kept_and_reported(press: Press, doubt: str, tmp_path: Path) -> None:
    result = imported(press, tmp_path)
    assert result.symbol
    assert any(doubt in problem.message for problem in result.problems), result.problems
    assert doubt in result.text.split("\n---\n")[0]
    assert all(problem.line == 1 for problem in result.problems)
