"""The dialect of the source texts: chunks and inline markup."""

import pytest

from unres.errors import Reporter, SourceError
from unres.model import Call, Mark, Style, Text
from unres.text.inline import read_inline, read_table
from unres.text.source import read_source, read_text

ITALIC, BOLD, SUP, SUB = Style.ITALIC, Style.BOLD, Style.SUPERSCRIPT, Style.SUBSCRIPT

INLINE = {
    "plain words": ("keep the lamps lit", Text("keep the lamps lit")),
    "opening words in italics": ("*Recalling* that", Text("Recalling that", (Mark(0, 9, ITALIC),))),
    "italics end before the comma": ("*Recalling*, that", Text("Recalling, that", (Mark(0, 9, ITALIC),))),
    "italics within a word": ("73*b*", Text("73b", (Mark(2, 3, ITALIC),))),
    "bold and italics at once": ("***x*** y", Text("x y", (Mark(0, 1, BOLD), Mark(0, 1, ITALIC)))),
    "a footnote call at the end": ("lit,<sup>3</sup>", Text("lit,", (), (Call(4, "3"),))),
    "a call between words leaves one space": ("lit<sup>3</sup> and", Text("lit and", (), (Call(3, "3"),))),
    "two calls side by side": ("lit<sup>3</sup><sup>4</sup>", Text("lit", (), (Call(3, "3"), Call(3, "4")))),
    "an asterisk as a call": ("Lamps<sup>*</sup>", Text("Lamps", (), (Call(5, "*"),))),
    "a letter as a call": ("Lamps<sup>a</sup>", Text("Lamps", (), (Call(5, "a"),))),
    "raised words that are no call": ("1<sup>er</sup>", Text("1er", (Mark(1, 3, SUP),))),
    "a raised figure that is no call": (r"m<sup>\2</sup>", Text("m2", (Mark(1, 2, SUP),))),
    "lowered figures": ("CO<sub>2</sub>", Text("CO2", (Mark(2, 3, SUB),))),
    "escaped signs": (r"\* \< \| \\ 8\.", Text(r"* < | \ 8.")),
    "a backslash before a letter stays": (r"C:\temp", Text(r"C:\temp")),
    "a wrapped line": ("one\ntwo", Text("one two")),
    "a line break of the print": ("one  \ntwo", Text("one\ntwo")),
    "a break written as HTML": ("one<br>two", Text("one\ntwo")),
    "spaces are folded": ("  one   two ", Text("one two")),
    "folding moves marks and calls": (
        "a  *b*  c<sup>1</sup>",
        Text("a b c", (Mark(2, 3, ITALIC),), (Call(5, "1"),)),
    ),
    "no-break space and hyphen stay": ("A/62\u2011a\u00a0b", Text("A/62\u2011a\u00a0b")),
    "entities are not decoded": ("&amp; &lt;", Text("&amp; &lt;")),
    "a less-than sign is no tag": ("a < b <c", Text("a < b <c")),
    "square brackets are words": ("[on the report](of)", Text("[on the report](of)")),
}


@pytest.mark.parametrize(("raw", "expected"), INLINE.values(), ids=INLINE)
def test_inline_markup(raw: str, expected: Text) -> None:
    reporter = Reporter("x.md")
    assert read_inline(raw, 1, reporter) == expected
    assert reporter.problems == []


FAULTS = {
    "italics never closed": ("a *b", "italic words that start here never end", "a b"),
    "an asterisk between spaces": ("2 * 3", "an asterisk beside a space", "2 * 3"),
    "a raised part never closed": ("a<sup>bc", "superscript words that start here never end", "abc"),
    "a closing tag alone": ("a</sup>b", "has no partner", "ab"),
    "a script": ("a <script>alert(1)</script>", "HTML <script> is not part", "a <script>alert(1)</script>"),
    "an image": ("<img src=x onerror=alert(1)>", "HTML <img", "<img src=x onerror=alert(1)>"),
    "a comment": ("a <!-- b -->", "HTML <!--", "a <!-- b -->"),
}


@pytest.mark.parametrize(("raw", "message", "plain"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_reported_and_no_word_is_lost(raw: str, message: str, plain: str) -> None:
    reporter = Reporter("x.md")
    assert read_inline(f"first line\n{raw}", 5, reporter).plain == f"first line {plain}"
    assert message in str(reporter.problems[0])
    assert str(reporter.problems[0]).startswith("x.md:")


def test_a_fault_in_a_wrapped_paragraph_names_its_own_line() -> None:
    reporter = Reporter("x.md")
    read_inline("one\ntwo\nthree <b>", 10, reporter)
    assert [problem.line for problem in reporter.problems] == [12]


@pytest.mark.parametrize(("sign", "printed"), [("*", "\\*"), ("**", "\\*"), ("<sup>", "\\<"), ("<sub>", "\\<")])
def test_what_never_ends_is_named_where_it_starts_with_the_sign_that_was_printed(sign: str, printed: str) -> None:
    reporter = Reporter("x.md")
    read_inline(f"one\ntwo {sign}three\nfour", 10, reporter)
    (problem,) = reporter.problems
    assert problem.line == 11
    assert problem.message.endswith(f"write {printed} if the sign was printed")


CHUNKS = {
    "paragraphs": ("a\nb\n\nc", [("paragraph", "a\nb", 1), ("paragraph", "c", 4)]),
    "a page rule is no heading underline": ("a\n---\nb", [("paragraph", "a", 1), ("paragraph", "b", 3)]),
    "a heading needs no blank lines": (
        "a\n### B \nc",
        [("paragraph", "a", 1), ("heading", "B", 2), ("paragraph", "c", 3)],
    ),
    "a sign of a heading without a blank": ("#a\n\nb", [("paragraph", "#a", 1), ("paragraph", "b", 3)]),
    "list items": ("- (a) x\n  - (i) y\nz", [("paragraph", "(a) x", 1), ("paragraph", "(i) y\nz", 2)]),
    "a table": ("a\n| b |\n| - |\nc", [("paragraph", "a", 1), ("table", "| b |\n| - |", 2), ("paragraph", "c", 4)]),
    "notes on successive lines": (
        "<sup>1</sup> a\n<sup>2</sup> b",
        [("paragraph", "<sup>1</sup> a", 1), ("paragraph", "<sup>2</sup> b", 2)],
    ),
    "a dash within a paragraph": ("one\n- two", [("paragraph", "one", 1), ("paragraph", "two", 2)]),
}


@pytest.mark.parametrize(("text", "expected"), CHUNKS.values(), ids=CHUNKS)
def test_chunks(text: str, expected: list[tuple[str, str, int]]) -> None:
    chunks = read_source(text, "x.md").chunks
    assert [(str(chunk.shape), chunk.raw, chunk.line) for chunk in chunks] == expected


AMID = {
    "a number amid a paragraph": ("1. one\n2. two", ["x.md:2: doubt: this line begins like a numbered paragraph amid"]),
    "a number after a blank line": ("1. one\n\n2. two", []),
    "a number after a table": ("| a |\n2. two", []),
    "a year that ends a sentence": ("in\n2044. Two", []),
    "a number that goes on": ("part\n2.5 of", []),
}


@pytest.mark.parametrize(("text", "expected"), AMID.values(), ids=AMID)
def test_a_number_amid_a_paragraph_is_in_doubt(text: str, expected: list[str]) -> None:
    said = [str(problem) for problem in read_source(text, "x.md").problems]
    assert [message[: len(begins)] for message, begins in zip(said, expected, strict=True)] == expected


def test_items_know_their_degree_and_paragraphs_their_indentation() -> None:
    chunks = read_source("- (a) x\n  - (i) y\n    - a. z\n\n  more\n\nlast", "x.md").chunks
    assert [(chunk.depth, chunk.indent) for chunk in chunks] == [(1, 0), (2, 0), (3, 0), (0, 1), (0, 0)]


def test_front_matter_is_read() -> None:
    text = "---\nsymbol: A/RES/99/7\nsha256: abc\ndoubts:\n- page 2\n---\n# General Assembly\n"
    source = read_source(text, "x.md")
    assert source.symbol == "A/RES/99/7"
    assert source.provenance.sha256 == "abc"
    assert source.provenance.doubts == ("page 2",)
    assert source.chunks[0].line == 7


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\nsymbol: [\n---\n", "x.md:2: front matter is not valid YAML"),
        ("---\nsymbol: a\nsha256: {\n---\n", "x.md:3: front matter is not valid YAML"),
        ("---\n[\nsymbol: a\n]\n---\n", "x.md:2: front matter must be a list of fields"),
        ("---\nsymbol: a\ncolour: b\n---\n", "x.md:3: front matter has an unknown field 'colour'"),
        ("---\nsymbol: [a, b]\n---\n", "x.md:2: front matter has a field symbol that is not a line of words"),
        ("a\n\nb\x0cc\n", "x.md:3: holds the control character U+000C"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_line(text: str, message: str) -> None:
    assert str(read_source(text, "x.md").problems[0]).startswith(message)


def test_a_rule_at_the_start_is_not_front_matter() -> None:
    assert [chunk.raw for chunk in read_source("---\n\nwords\n\n---\nmore\n", "x.md").chunks] == ["words", "more"]


def test_tables_have_headings_and_rows_of_one_length() -> None:
    source = read_source("| Level | Share<sup>a</sup> |\n|---|--:|\n| A\\|1 | 2 |\n| B |\n", "x.md")
    header, rows = read_table(source.chunks[0], Reporter("x.md"))
    assert header == 1
    assert [[cell.plain for cell in row] for row in rows] == [["Level", "Share"], ["A|1", "2"], ["B", ""]]
    assert rows[0][1].calls == (Call(5, "a"),)


def test_a_file_that_is_not_utf8_names_the_line(tmp_path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    path = tmp_path / "x.md"
    path.write_bytes(b"one\ntwo \xff\n")
    with pytest.raises(SourceError, match=r"x\.md:2: byte 0xff is not UTF-8"):
        read_text(path)


def test_windows_line_ends_and_byte_order_mark_are_no_words(tmp_path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    path = tmp_path / "x.md"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\r\n")
    assert read_text(path) == "one\ntwo\n"
