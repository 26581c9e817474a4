"""Citation files in the hands of those who read them, and references in a spreadsheet's."""

from __future__ import annotations

import csv
import io
import json
import warnings

import pytest
import rispy
from pybtex import format_from_string
from pybtex.database import parse_string
from pybtex.richtext import Text

from rich import TEXTS, among, entry_of, seed_entry
from samples import sample
from unres.exports.address import Base
from unres.exports.citation import to_bib, to_csl, to_ris
from unres.exports.table import COLUMNS, defuse, rows_of, to_csv

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

TITLE = "Enhancement of international cooperation in the field of human rights"
CITED = (
    f"United Nations General Assembly (2007) {TITLE}. Resolution A/RES/62/160. United Nations. "
    "Available at: https://docs.un.org/en/A/RES/62/160."
)
HARD = {
    "signs that LaTeX acts upon": r"50% of \_x\_ & \#1 ~b",
    "letters of many scripts": "Côte d’Ivoire, “Łódź” — Ελλάδα, Россия, 中国",
    "a plain one": "Lighthouses",
}


def test_a_csl_processor_prints_the_right_citation() -> None:
    source = CiteProcJSON(json.loads(json.dumps([to_csl(seed_entry())])))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem("A-RES-62-160")]))
    assert [str(item) for item in bibliography.bibliography()] == [CITED]


def test_bibtex_prints_the_right_citation() -> None:
    printed = format_from_string(to_bib(seed_entry()), "plain", output_backend="text")
    assert printed.strip() == (
        f"[1] United Nations General Assembly. {TITLE}. Resolution A/RES/62/160, United Nations, December 2007. "
        "URL: https://docs.un.org/en/A/RES/62/160."
    )


def test_an_ris_reader_finds_every_field() -> None:
    (record,) = rispy.loads(to_ris(seed_entry()))
    assert record == {
        "type_of_reference": "RPRT", "id": "A-RES-62-160", "authors": ["United Nations General Assembly"],
        "title": TITLE, "type_of_work": "Resolution", "issn": "A/RES/62/160", "publisher": "United Nations",
        "year": "2007", "date": "2007/12/18/", "language": "en", "urls": ["https://docs.un.org/en/A/RES/62/160"],
    }  # fmt: skip


@pytest.mark.parametrize("title", HARD.values(), ids=HARD)
def test_titles_of_every_kind_come_through(title: str) -> None:
    entry = entry_of(sample("1. *Ends*.").replace("Lighthouses", title))
    plain = entry.resolution.masthead.title.plain
    (found,) = parse_string(to_bib(entry), "bibtex").entries.values()
    assert str(Text.from_latex(found.fields["title"])) == plain
    assert rispy.loads(to_ris(entry))[0]["title"] == plain
    assert to_csl(entry)["title"] == plain


def test_what_latex_acts_upon_is_written_as_it_wants() -> None:
    entry = entry_of(sample("1. *Ends*.").replace("Lighthouses", r"{a $5 ^c \\d"))
    assert r"{{\textbraceleft{}a \$5 \textasciicircum{}c \textbackslash{}d}}" in to_bib(entry)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_reader_complains(text: str) -> None:
    entry = entry_of(text)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(parse_string(to_bib(entry), "bibtex").entries) == 1
        assert len(rispy.loads(to_ris(entry))) == 1


def test_citations_carry_doubts_as_their_note() -> None:
    entry = entry_of(TEXTS["doubts"])
    (found,) = parse_string(to_bib(entry), "bibtex").entries.values()
    assert "page 2, a smudge" in found.fields["note"]
    assert any("smudge" in note for note in rispy.loads(to_ris(entry))[0]["notes"])
    assert "smudge" in to_csl(entry)["note"]


CELLS = {
    "a day": ("10/2", "'10/2"),
    "a day and a year": ("1996/31", "'1996/31"),
    "a day with dots": ("1.2.3", "'1.2.3"),
    "a range": ("3-5", "'3-5"),
    "a month": ("Dec. 1", "'Dec. 1"),
    "a day in words": ("2 May 2044", "'2 May 2044"),
    "a formula": ("=1+1", "'=1+1"),
    "a sum": ("+1", "'+1"),
    "a difference": ("-5 days", "'-5 days"),
    "a function": ("@SUM(A1)", "'@SUM(A1)"),
    "a formula after blanks": (" =1", "' =1"),
    "a negative number in brackets": ("(1)", "'(1)"),
    "a power": ("2E5", "'2E5"),
    "zeros in front": ("007", "'007"),
    "an apostrophe": ("'tis", "''tis"),
    "a logical value": ("true", "'true"),
    "a symbol": ("A/RES/62/160", "A/RES/62/160"),
    "a number": ("8", "8"),
    "a label": ("8 (a)", "8 (a)"),
    "words": ("resolution 10/2", "resolution 10/2"),
    "words that begin like a month": ("Marshall Islands", "Marshall Islands"),
    "a sentence on a month": ("May the force", "May the force"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("cell", "written"), CELLS.values(), ids=CELLS)
def test_cells_are_read_as_they_are(cell: str, written: str) -> None:
    assert defuse(cell) == written
    assert (written.removeprefix("'") if written.startswith("'") else written) == cell


def test_references_are_a_table_with_a_row_for_each() -> None:
    entry = seed_entry()
    text = to_csv([entry], Base())
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == len(entry.references) > 10
    assert tuple(rows[0]) == COLUMNS
    (found,) = (row for row in rows if row["target"] == "A/RES/61/168")
    assert (found["text"], found["place"]) == ("'61/168", "pp2")
    assert found["url"] == "https://docs.un.org/en/A/RES/61/168"
    assert {row["source"] for row in rows} == {"A/RES/62/160"}


def test_a_reference_within_the_collection_has_its_address_here() -> None:
    entry = entry_of(TEXTS["tables, notes and text between lists"])
    rows = list(rows_of(among(entry), Base.of("https://example.org")))
    inside = {row[4]: row[8] for row in rows if row[7] == "yes"}
    assert inside["A/RES/99/6"].startswith("https://example.org/A/RES/99/6/")
