"""From a source text to the model: every structure as a row, every fault with its line."""

import datetime as dt
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from samples import HEAD, SEED, problems, read, sample
from structures import STRUCTURES, Line, outline
from unres.model import Closing, Footnote, Heading, Kind, Paragraph, Role, Table, Text
from unres.text.checksum import seal
from unres.text.parser import parse, parse_file


def test_the_masthead_is_read() -> None:
    head = read("1. *Decides* to light the lamps.").masthead
    assert [line.role for line in head.lines] == [
        Role.ORGAN, Role.DISTRIBUTION, Role.DATE, Role.SESSION, Role.AGENDA, Role.ADOPTION, Role.REPORT,
    ]  # fmt: skip
    assert (head.number, head.title.plain, head.session) == ("99/7", "Lighthouses", 99)
    assert (head.distributed, head.adopted) == (dt.date(2044, 5, 3), dt.date(2044, 4, 1))
    assert (head.agenda_item, head.report) == ("12 (c)", "A/99/401")


TITLES = {
    "of today": ("62/160. A title", "A/RES/62/160"),
    "a lettered part": ("62/160 B. A title", "A/RES/62/160B"),
    "a special session": ("S-10/2. A title", "A/RES/S-10/2"),
    "an emergency special session": ("ES-11/1. A title", "A/RES/ES-11/1"),
    "before 1976": ("217 (III). A title", "A/RES/217(III)"),
    "a lettered part before 1976": ("217 A (III). A title", "A/RES/217(III)A"),
    "a special session before 1976": ("3362 (S-VII). A title", "A/RES/3362(S-VII)"),
}


@pytest.mark.parametrize(("title", "symbol"), TITLES.values(), ids=TITLES)
def test_numbers_of_every_period_give_the_symbol(title: str, symbol: str) -> None:
    text = sample("1. *Decides* so.").replace("99/7. Lighthouses", title)
    resolution = parse(text, "x.md").resolution
    assert resolution is not None
    assert (resolution.symbol, resolution.masthead.title.plain) == (symbol, "A title")


MASTHEADS = {
    "two agenda items": ("Agenda item 12 (c)", "Agenda items 13 and 117 (b)", "13 and 117 (b)", "A/99/401"),
    "a draft and its addendum": (
        "[on the report of the Third Committee (A/99/401, para. 7)]",
        "[without reference to a Main Committee (A/99/L.12 and A/99/L.12/Add.1)]",
        "12 (c)",
        "A/99/L.12 and A/99/L.12/Add.1",
    ),
    "a report in parts": ("A/99/401, para. 7", "A/99/401 (Part I), para. 7", "12 (c)", "A/99/401"),
    "a title of the agenda item": (
        "Agenda item 12 (c)",
        "Agenda item 12 (c)  \nLamps: keeping them",
        "12 (c)",
        "A/99/401",
    ),
}


@pytest.mark.parametrize(("old", "new", "agenda", "report"), MASTHEADS.values(), ids=MASTHEADS)
def test_forms_of_the_masthead(old: str, new: str, agenda: str, report: str) -> None:
    parsed = parse(sample("1. *Decides* so.").replace(old, new), "x.md")
    assert parsed.problems == ()
    assert parsed.resolution is not None
    assert (parsed.resolution.masthead.agenda_item, parsed.resolution.masthead.report) == (agenda, report)


@pytest.mark.parametrize(("body", "expected"), STRUCTURES.values(), ids=STRUCTURES)
def test_structures(body: str, expected: list[Line]) -> None:
    assert outline(read(body, enacting=not body.startswith("### A"))) == expected


def test_annexes_follow_the_closing_line_on_pages_of_their_own() -> None:
    body = (
        "1. *Adopts* the rules.\n\n*40th plenary meeting  \n1 April 2044*\n\n"
        "### Annex I\n\n### Rules\n\n1. Light up.\n\n- (a) At dusk.\n\n### Annex II\n\nBe kind.\n\n#### Oil\n\n1. Whale."
    )
    resolution = read(body, closing=False)
    assert outline(resolution)[1:] == [
        ("h1", "annex-1#annex-i", "heading 1", "Annex I"),
        ("h2", "annex-1#rules", "heading 1", "Rules"),
        ("annex1/1", "annex-1#p1", "annex 0", "1. Light up."),
        ("annex1/1 (a)", "annex-1#p1-a", "annex 1", "(a) At dusk."),
        ("h3", "annex-2#annex-ii", "heading 1", "Annex II"),
        ("annex2/p1", "annex-2#u1", "annex 0", "Be kind."),
        ("h4", "annex-2#oil", "heading 2", "Oil"),
        ("annex2/1", "annex-2#p1", "annex 0", "1. Whale."),
    ]
    kinds = [type(block) for block in resolution.blocks]
    assert kinds.index(Closing) == 2, "the closing line comes before the annexes"


def test_a_session_that_is_not_the_numbers_is_said_in_good_english() -> None:
    text = sample("1. *Ends*.").replace("Ninety-ninth", "Sixty-second")
    assert problems(text) == [
        "sample.md:6: doubt: the session is number 62 but the resolution is 99/7; one of them is wrong"
    ]


SESSIONS = {
    "an ordinary one": ("Ninety-ninth session", 99, []),
    "a resumed one": ("Resumed ninety-ninth session", 99, []),
    "a resumed one, in brackets": ("Ninety-ninth (resumed) session", 99, []),
    "another than the number's": (
        "Resumed ninety-eighth session",
        98,
        ["sample.md:6: doubt: the session is number 98"],
    ),
    "words that name no number": ("Inaugural session", 99, []),
}


@pytest.mark.parametrize(("words", "session", "doubts"), SESSIONS.values(), ids=SESSIONS)
def test_the_session_is_read_from_its_words(words: str, session: int, doubts: list[str]) -> None:
    parsed = parse(sample("1. *Ends*.").replace("Ninety-ninth session", words), "sample.md")
    assert parsed.resolution is not None
    assert parsed.resolution.masthead.session == session
    assert [str(found)[: len(doubt)] for found, doubt in zip(parsed.problems, doubts, strict=True)] == doubts


LINES = {
    "Original: English": Role.LANGUAGE,
    "* Reissued for technical reasons on 4 May 2044.": Role.LANGUAGE,
    "Agenda items 12 and 13": Role.AGENDA,
    "\\[on a report]": Role.REPORT,
    "3 May 2044": Role.DATE,
}


@pytest.mark.parametrize(("line", "role"), LINES.items(), ids=LINES)
def test_a_line_of_the_masthead_has_its_role(line: str, role: Role) -> None:
    text = sample("1. *Ends*.").replace(
        "Distr.: General  \n", f"Distr.: General  \n{line.replace('*', chr(92) + '*')}  \n"
    )
    parsed = parse(text, "sample.md")
    assert parsed.problems == ()
    assert parsed.resolution is not None
    assert parsed.resolution.masthead.lines[2].role is role


LETTERED = {
    "of today": ("99/7", "A/RES/99/7B", "99/7 B"),
    "before 1976": ("217 (III)", "A/RES/217(III)A", "217 A (III)"),
}


@pytest.mark.parametrize(("title", "symbol", "number"), LETTERED.values(), ids=LETTERED)
def test_a_part_published_by_itself_has_its_letter_from_the_symbol(title: str, symbol: str, number: str) -> None:
    text = sample("1. *Ends*.").replace("99/7.", f"{title}.").replace("Ninety-ninth", "Ninety-ninth special")
    resolution = parse(f"---\nsymbol: {symbol}\n---\n{text}", "x.md").resolution
    assert resolution is not None
    assert (resolution.symbol, resolution.masthead.number) == (symbol, number)


LEADS = {
    "a verb": ("*Decides* so", "Decides"),
    "more words": ("*Reaffirming its commitment* to", "Reaffirming its commitment"),
    "without the comma after it": ("*Recalling*, so", "Recalling"),
    "with the comma in italics": ("*Recalling,* so", "Recalling"),
    "two stretches side by side": ("*Recalling* *also* so", "Recalling also"),
    "italics later on are not opening words": ("Decides *inter alia*", ""),
}


@pytest.mark.parametrize(("words", "lead"), LEADS.values(), ids=LEADS)
def test_opening_words(words: str, lead: str) -> None:
    paragraph = read(f"1. {words}.").paragraphs[1]
    assert paragraph.lead == lead
    assert paragraph.number == "1."


def test_the_closing_line_gives_meeting_and_date() -> None:
    text = sample("1. *Decides* so.").replace(" on 1 April 2044", "")
    resolution = parse(text, "x.md").resolution
    assert resolution is not None
    assert resolution.meeting == "40th plenary meeting"
    assert resolution.masthead.adopted == dt.date(2044, 4, 1)


def test_tables_stand_where_they_stood() -> None:
    resolution = read("1. *Decides* the table below:\n\n| Level | Oil |\n|---|---|\n| A | 5 |\n\n2. *Requests* oil.")
    table = resolution.blocks[2]
    assert isinstance(table, Table)
    assert [[cell.plain for cell in row] for row in table.rows] == [["Level", "Oil"], ["A", "5"]]
    assert (table.page, table.anchor, table.header) == ("operative", "table1", 1)


TABLE = "| Level | Oil |\n|---|---|\n| A | 5 |"
PARAGRAPHS_OF_TABLES = {
    "the paragraph before it": (f"1. *Decides*:\n\n{TABLE}\n\n2. *Ends*.", ["1"]),
    "a sub-paragraph": (f"1. *Decides*:\n\n- (a) So:\n\n{TABLE}\n\n- (b) Not.", ["1 (a)"]),
    "text after sub-paragraphs": (f"1. *Decides*:\n\n- (a) So;\n\nas below:\n\n{TABLE}", ["1 (cont)"]),
    "two tables, one paragraph": (
        f"1. *Decides*:\n\n{TABLE}\n\n{TABLE}",
        ["1", "1"],
    ),
    "a preambular paragraph": (f"*Noting* this:\n\n{TABLE}\n\n1. *Ends*.", ["pp1"]),
    "none, right below a heading": (f"1. *Adopts* this:\n\n#### I\n\n{TABLE}\n\n2. *Ends*.", [""]),
    "none, in an annex of its own": (f"1. *Adopts* this.\n\n### Rules\n\n{TABLE}", [""]),
}


@pytest.mark.parametrize(
    ("cells", "figures"),
    [
        pytest.param(["1 234 500", "(12)", "–", ""], True, id="sums"),
        pytest.param(["12.5 %", "0,3", "..."], True, id="shares"),
        pytest.param(["P-4", "3"], False, id="a grade"),
        pytest.param(["–", ""], False, id="nothing"),
        pytest.param(["1 January 2044"], False, id="a date"),
    ],
)
def test_columns_of_figures_are_known(cells: list[str], figures: bool) -> None:
    rows = "".join(f"| Oil 5 | {cell} |\n" for cell in cells)
    table = read(f"1. *Decides* so:\n\n| Item | Sum |\n|---|---|\n{rows}\n2. *Ends*.").blocks[2]
    assert isinstance(table, Table)
    assert table.figures == (False, figures)


@pytest.mark.parametrize(("body", "paragraphs"), PARAGRAPHS_OF_TABLES.values(), ids=PARAGRAPHS_OF_TABLES)
def test_a_table_knows_the_paragraph_that_it_belongs_to(body: str, paragraphs: list[str]) -> None:
    assert [block.paragraph for block in read(body).blocks if isinstance(block, Table)] == paragraphs


def test_footnotes_know_who_calls_them_wherever_they_stand() -> None:
    body = (
        "*Recalling* fog,<sup>1</sup>\n\n<sup>2</sup> See B.\n\n<sup>1</sup> See A.\n\n---\n\n"
        "1. *Decides*<sup>2</sup> so;<sup>1</sup>\n\n- (a) More.<sup>2</sup>"
    )
    assert read(body).footnotes == (
        Footnote("2", Text("See B."), ("1", "1 (a)"), 19),
        Footnote("1", Text("See A."), ("pp1", "1"), 21),
    )


def test_a_table_below_a_heading_calls_its_notes_itself() -> None:
    body = "1. *Adopts* this:\n\n### Rules\n\n| Oil<sup>a</sup> |\n|---|\n| 5 |\n\n<sup>a</sup> Whale."
    assert read(body).footnotes[0].called_from == ("table1",)


def test_notes_of_tables_begin_anew_with_every_table() -> None:
    table = "| Oil<sup>a</sup> |\n|---|\n| 5 |\n\n<sup>a</sup> {}.\n\n"
    body = f"1. *Decides*:\n\n{table.format('Whale')}2. *Decides*:\n\n{table.format('Olive')}".strip()
    notes = read(body).footnotes
    assert [(note.anchor, note.text.plain, note.called_from) for note in notes] == [
        ("fn-a", "Whale.", ("1",)),
        ("fn-a-2", "Olive.", ("2",)),
    ]


FAULTS = {
    "an empty file": ("", "sample.md:1: is empty"),
    "white space alone": (" \n\n---\n", "sample.md:1: is empty"),
    "no title": ("# General Assembly\n\nwords\n", "sample.md:1: has no title"),
    "a title without a number": ("# General Assembly\n\n### Lamps\n", "sample.md:3: title “Lamps” has no number"),
    "an unknown line in the masthead": (
        sample("1. *Ends*.").replace("Distr.", "Dist."),
        "sample.md:3: “Dist.: General” has no place",
    ),
    "another organ": (
        sample("1. *Ends*.").replace("# General A", "# Security A"),
        "sample.md:1: the organ is “Security Assembly”",
    ),
    "a table before the title": (
        sample("1. *Ends*.").replace("### 99/7.", "| a |\n|---|\n\n### 99/7."),
        "sample.md:13: a table stands before the title",
    ),
    "a verb without a number between numbered paragraphs": (
        sample("1. *Asks*,\n\n*Decides* so,\n\n#### Oil\n\n*Decides* more,\n\n2. *Ends*."),
        "sample.md:23: begins with a verb like an operative paragraph but carries no number",
    ),
    "two paragraphs numbered 3": (
        sample("1. *Asks*;\n\n2. *Asks*;\n\n3. *Asks*;\n\n3. *Ends*."),
        "sample.md:23: paragraph 3 comes after paragraph 3 (line 21)",
    ),
    "a missing number": (sample("1. *Asks*;\n\n3. *Ends*."), "sample.md:19: paragraph 2 is missing before paragraph 3"),
    "several missing numbers": (sample("1. *Asks*;\n\n5. *Ends*."), "sample.md:19: paragraphs 2 to 4 are missing"),
    "the first number missing": (sample("2. *Ends*."), "sample.md:17: paragraph 1 is missing"),
    "a number missing in a section that could go on": (
        sample("#### I\n\n1. *Asks*;\n\n#### II\n\n1. *Asks*;\n\n#### III\n\n3. *Ends*."),
        "sample.md:27: paragraphs 1 to 2 are missing before paragraph 3",
    ),
    "a missing letter": (sample("1. *Asks*:\n\n- (a) A;\n- (c) C."), "sample.md:20: (c) does not follow"),
    "a note called but absent": (
        sample("1. *Ends*.<sup>1</sup>"),
        "sample.md:17: footnote 1 is called in paragraph 1 but absent",
    ),
    "a note never called": (sample("1. *Ends*.\n\n<sup>1</sup> A."), "sample.md:19: footnote 1 is never called"),
    "a note given twice": (
        sample("1. *Ends*.<sup>1</sup>\n\n<sup>1</sup> A.\n\n<sup>1</sup> B."),
        "sample.md:21: footnote 1 is given twice, first in line 19",
    ),
    "HTML in the text": (sample("1. *Ends* <b>now</b>."), "sample.md:17: HTML <b> is not part of a resolution"),
    "a script": (sample("1. *Ends*.\n<script>alert(1)</script>"), "sample.md:18: HTML <script>"),
    "a numbered paragraph after the closing line": (
        sample("1. *Ends*.") + "\n2. *Asks*.\n",
        "sample.md:22: these words stand after the closing line",
    ),
    "a sub-paragraph after the closing line": (
        sample("1. *Ends*.") + "\n- (a) More.\n",
        "sample.md:22: these words stand after the closing line",
    ),
    "a section after the closing line": (
        sample("1. *Ends*.") + "\n#### II\n\n1. *Asks*.\n",
        "sample.md:24: these words stand after the closing line",
    ),
    "words after the closing line": (
        sample("1. *Ends*.") + "\n*Recalling* fog,\n",
        "sample.md:22: these words stand after the closing line",
    ),
    "a heading of the masthead in the text": (
        sample("1. *Asks*;\n\n## More\n\n2. *Ends*."),
        "sample.md:19: a heading of this level",
    ),
    "number and symbol differ": (
        "---\nsymbol: A/RES/99/8\n---\n" + sample("1. *Ends*."),
        "sample.md:16: the title's number 99/7 and",
    ),
}


def test_a_number_before_all_else_follows_nothing() -> None:
    message = "sample.md:15: (8) does not follow the sub-paragraph before it; compare with the official text"
    assert problems(sample("- 8. Light.", enacting=False))[1:] == [message]


@pytest.mark.parametrize(("text", "message"), FAULTS.values(), ids=FAULTS)
def test_every_fault_is_an_error_with_its_line(text: str, message: str) -> None:
    parsed = parse(text, "sample.md")
    assert any(str(problem).startswith(message) for problem in parsed.errors), parsed.problems


def test_slips_of_the_print_are_doubts_once_the_words_were_compared_with_it() -> None:
    checked = seal("---\nsha256: abc\n---\n" + sample("1. *Asks*;\n\n3. *Condemns* fog;\n\n4 *Ends*."))
    parsed = parse(checked, "sample.md")
    assert parsed.errors == ()
    assert [str(problem) for problem in parsed.problems] == [
        "sample.md:23: doubt: paragraph 2 is missing before paragraph 3; compare with the official text",
        "sample.md:25: doubt: paragraph 4 is printed without its full stop",
    ]
    assert parsed.resolution is not None
    assert [p.number for p in parsed.resolution.paragraphs[1:]] == ["1.", "3.", "4"]


NOTED = "---\nsha256: abc\ndoubts:\n  - 'page 2: paragraph 2 is missing before paragraph 3; compare with the official text'\n---\n"
LAMPS = "1. *Asks*<sup>1</sup> so;\n\n3. *Condemns* fog.\n\n<sup>1</sup> Whale."


def test_an_edited_import_keeps_the_slips_of_the_print_and_no_other() -> None:
    edited = seal(NOTED + sample(LAMPS)).replace("\n\n<sup>1</sup> Whale.", "")
    assert [str(problem) for problem in parse(edited, "sample.md").problems if "edited" not in problem.message] == [
        "sample.md:23: footnote 1 is called in paragraph 1 but absent; add its text",
        "sample.md:25: doubt: paragraph 2 is missing before paragraph 3; compare with the official text",
    ]


def test_a_slip_of_the_print_excuses_no_second_one_like_it() -> None:
    slip = "(c) does not follow the sub-paragraph before it; compare with the official text"
    front = f"---\nsha256: abc\ndoubts:\n  - 'page 2: {slip}'\n---\n"
    body = "1. *Asks*:\n\n- (a) Oil;\n- (c) Wicks;\n\n2. *Asks*:\n\n- (a) Oil;\n- (c) Wicks."
    assert [problem.message for problem in parse(front + sample(body), "sample.md").errors] == [slip]
    assert parse(seal(front + sample(body)), "sample.md").errors == ()


def test_in_an_edited_import_the_slips_that_it_noted_are_the_prints_own_and_no_others() -> None:
    noted = '---\nsha256: abc\ndoubts:\n  - "page 2: paragraph 5 is missing before paragraph 6; compare with the official text"\n---\n'
    text = seal(noted + sample("1. *Asks*;\n\n3. *Asks*;\n\n4. *Asks*;\n\n6. *Ends*.")).replace("Lighthouses", "Lamps")
    slips = [problem for problem in parse(text, "sample.md").problems if "is missing before" in problem.message]
    assert [(problem.message[:11], str(problem.level)) for problem in slips] == [
        ("paragraph 2", "error"),
        ("paragraph 5", "doubt"),
    ]


def test_what_a_whole_resolution_would_have_is_missed() -> None:
    text = HEAD.replace("Distr.: General  \n3 May 2044\n\n", "") + "*Noting* fog,\n"
    assert [message.split(": ", 2)[2] for message in problems(text)] == [
        "no enacting words (*The General Assembly,*) were found; compare with the official text",
        "no operative paragraph was found; compare with the official text",
        "no closing line with meeting and date was found; compare with the official text",
        "no distribution date was found; compare with the official text",
    ]


LOST = "a line break is two blanks or a backslash at the end of a line; an editor may have removed the blanks"


def test_line_breaks_that_an_editor_removed_are_named() -> None:
    text = re.sub(" +$", "", sample("1. *Asks*."), flags=re.MULTILINE)
    assert problems(text) == [
        f"sample.md:4: doubt: this line is joined to the one before it: {LOST}",
        f"sample.md:7: doubt: this line is joined to the one before it: {LOST}",
        "sample.md:13: doubt: no closing line with meeting and date was found; compare with the official text",
        f"sample.md:19: doubt: these words are the closing line only if they stand in two lines: {LOST}",
    ]


@pytest.mark.parametrize("end", ["  \n", "   \n", "\\\n", "<br>\n"])
def test_a_line_break_is_two_blanks_or_a_backslash(end: str) -> None:
    given = sample("1. *Asks* that a line\x20\x20\nend.\n\n* * *")
    broken = given.replace("  \n", end)
    assert parse(broken, "sample.md") == parse(given, "sample.md")


@pytest.mark.parametrize(
    ("raw", "plain"), [("a\\\\\nb", "a\\ b"), ("a\\\\\\\nb", "a\\\nb"), ("a\\", "a\\"), ("a\\ \nb", "a\\ b")]
)
def test_a_backslash_that_was_printed_at_the_end_of_a_line_stays(raw: str, plain: str) -> None:
    block = read(f"1. *Asks*:\n\n{raw}\n\n2. *Ends*.").paragraphs[-2]
    assert block.text.plain == plain


def test_words_on_a_meeting_are_no_closing_line_that_lost_its_break() -> None:
    assert problems(sample("1. *Recalls* its\n\n12th meeting of 3 May 2044;")) == []


def test_a_number_without_a_session_is_missed_but_for_special_sessions() -> None:
    for title, missed in (("1 (I). Lamps", 1), ("S-10/2. Lamps", 0)):
        text = sample("1. *Asks*.").replace("99/7. Lighthouses", title).replace("Ninety-ninth session", "")
        assert sum("no session was found" in problem for problem in problems(text)) == missed


@pytest.mark.parametrize(
    ("title", "whole"), [("99/7. Lighthouses", "99/7. Lighthouses"), ("Lighthouses", "Lighthouses")]
)
def test_where_the_number_is_the_symbols_the_title_stays_whole(title: str, whole: str) -> None:
    text = sample("1. *Ends*.").replace("99/7. Lighthouses", title)
    resolution = parse(f"---\nsymbol: A/RES/99/8\n---\n{text}", "x.md").resolution
    assert resolution is not None
    assert (resolution.masthead.number, resolution.masthead.title.plain) == ("99/8", whole)


def test_the_first_footnotes_are_missed_like_others() -> None:
    text = sample("1. *Asks*.<sup>2</sup>\n\n<sup>2</sup> Whale.")
    assert any("footnote 1 is missing before this one" in problem for problem in problems(text))


def test_the_seed_is_read_without_a_doubt() -> None:
    parsed = parse_file(SEED)
    assert parsed.problems == ()
    resolution = parsed.resolution
    assert resolution is not None
    kinds = [block.kind for block in resolution.paragraphs]
    assert (kinds.count(Kind.PREAMBULAR), kinds.count(Kind.OPERATIVE)) == (9, 11)
    assert [(note.number, note.called_from) for note in resolution.footnotes] == [
        ("1", ("pp1",)), ("2", ("pp2",)), ("3", ("pp2",)), ("4", ("pp9",)),
    ]  # fmt: skip
    assert not any(isinstance(block, Heading | Table) for block in resolution.blocks)
    assert all(isinstance(block, Paragraph | Closing) for block in resolution.blocks)


def test_the_scorer_finds_no_fault_with_the_seed(shared: Path, tmp_path: Path) -> None:
    unres = [sys.executable, "-m", "unres.cli"]
    subprocess.run(
        [*unres, "export", "--format", "json", "--resolutions", str(SEED.parent), "--out", str(tmp_path)], check=True
    )
    labels = tmp_path / "labels"
    labels.mkdir()
    name = "A_RES_62_160.json"
    (labels / name).write_text((shared / "corpus" / "labels" / name).read_text(encoding="utf-8"), encoding="utf-8")
    score = [sys.executable, str(shared / "score" / "score.py"), str(labels), str(tmp_path), "--verbose"]
    printed = subprocess.run(score, check=True, capture_output=True, text=True).stdout
    lines = [line for line in printed.splitlines() if " P " in line]
    assert lines
    assert all("P 1.0000  R 1.0000" in line for line in lines), printed
    assert json.loads((tmp_path / name).read_text(encoding="utf-8"))["symbol"] == "A/RES/62/160"
