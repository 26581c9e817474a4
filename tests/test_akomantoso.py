"""Akoma Ntoso of every structure: valid by the OASIS schema, word for word, with names that map one to one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given
from lxml import etree

from akn import NS, notes_of_entry, text_of, valid
from any_text import ANY_TEXT
from rich import ANNEXES, EMBEDDED, TABLES, TEXTS, among, entry_of, seed_entry
from samples import read, sample
from unres.akomantoso import eids_of
from unres.collection import Entry
from unres.exports.akn import to_akn
from unres.model import Closing, Provenance
from unres.text.parser import parse
from words import as_printed, bare_words


def root_of(text: str) -> etree._Element:
    entry = entry_of(text)
    return valid(to_akn(among(entry)))


def assert_same_words(entry: Entry, root: etree._Element) -> None:
    """The words of the text in their order, and after them those of every note once."""
    found, wanted = bare_words(text_of(root)), bare_words(as_printed(entry.resolution, notes=False))
    assert found[: len(wanted)] == wanted
    assert Counter(found[len(wanted) :]) == Counter(bare_words(" ".join(notes_of_entry(entry))))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_structure_is_valid_and_word_for_word_the_source(text: str) -> None:
    entry = entry_of(text)
    assert_same_words(entry, valid(to_akn(among(entry))))


@given(ANY_TEXT)
@example("<sup>0</sup><sup>0</sup>")  # a note that nothing calls, and that calls one itself
@example("1. *Ends*.\n\n<sup>7</sup> *See* resolution 62/160.")
def test_any_text_at_all_is_valid_and_word_for_word_the_source(body: str) -> None:
    if parse(sample(body), "sample.md").resolution:
        entry = entry_of(sample(body))
        assert_same_words(entry, valid(to_akn(entry)))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_anchor_has_one_eid_and_every_eid_one_anchor(text: str) -> None:
    entry = entry_of(text)
    eids = eids_of(entry.resolution)
    assert len(set(eids.values())) == len(eids)
    blocks = [block for block in entry.resolution.blocks if not isinstance(block, Closing)]
    assert {block.label for block in blocks} | {note.anchor for note in entry.resolution.footnotes} <= eids.keys()
    present = Counter(element.get("eId") for element in valid(to_akn(entry)).iter())
    assert all(present[eid] == 1 for eid in eids.values()), set(eids.values()) - present.keys()


NAMES = {
    "preamble and body": ("*Noting* fog,\n\n1. *Decides*:\n\n- (a) So:\n  - (i) Now.", {
        "enacting": "formula_1", "pp1": "container_1", "1": "para_1", "1 (a)": "para_1__list_1__point_a",
        "1 (a) (i)": "para_1__list_1__point_a__list_1__point_i",
    }),
    "text after sub-paragraphs": ("1. *Asks*:\n\n- (a) A;\n\nas fit.", {"1 (cont)": "para_1__list_1__wrapup__p_1"}),
    "a sole paragraph": ("*Decides* so.", {"op": "para_1"}),
    "sections that begin anew": ("#### I\n\n1. *Asks*;\n\n#### II\n\n#### Oil\n\n*Noting* rain,\n\n1. *Ends*.", {
        "h1": "sec_I", "I/1": "sec_I__para_1", "h2": "sec_II", "h3": "sec_II__heading",
        "II/pp1": "sec_II__crossHeading_1", "II/1": "sec_II__para_1",
    }),
    "sections that run on": ("#### I\n\n1. *Asks*;\n\n#### II\n\n2. *Ends*.", {"1": "para_1", "2": "para_2"}),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), NAMES.values(), ids=NAMES)
def test_eids_follow_the_naming_convention(body: str, expected: dict[str, str]) -> None:
    assert expected.items() <= eids_of(read(body)).items()


def test_attachments_give_their_names_to_what_they_hold() -> None:
    entry = entry_of(sample(ANNEXES, closing=False))
    expected = {
        "annex-1": "att_1", "h1": "att_1__heading", "h2": "att_1__subheading", "annex1/I/1": "att_1__sec_I__para_1",
        "annex1/I/1 (a)": "att_1__sec_I__para_1__list_1__point_a", "annex1/II/1": "att_1__sec_II__para_1",
        "annex2/p1": "att_2__al_1", "annex2/1": "att_2__para_1",
    }  # fmt: skip
    assert expected.items() <= eids_of(entry.resolution).items()


def test_the_identity_is_that_of_the_united_nations_profile() -> None:
    entry = seed_entry()
    root = valid(to_akn(entry))
    work = "/akn/un/statement/resolution/un-ga/2007-12-18/62-160"
    assert root[0].get("name") == "resolution"
    assert [uri.get("value") for uri in root.iter(f"{NS}FRBRuri")] == [
        work, f"{work}/eng@2008-03-13", f"{work}/eng@2008-03-13.xml",
    ]  # fmt: skip
    assert [(date.get("name"), date.get("date")) for date in root.iter(f"{NS}FRBRdate")][:2] == [
        ("adoption", "2007-12-18"), ("issue", "2008-03-13"),
    ]  # fmt: skip
    assert root.find(f".//{NS}formula").get("name") == "enactingFormula"
    assert len(root.findall(f".//{NS}preamble/{NS}container")) == 9
    assert [num.text for num in root.iterfind(f".//{NS}mainBody/{NS}paragraph/{NS}num")] == [
        f"{n}." for n in range(1, 12)
    ]
    assert root.find(f".//{NS}conclusions//{NS}docDate").get("date") == "2007-12-18"
    assert [note.get("marker") for note in root.iter(f"{NS}authorialNote")] == ["1", "2", "3", "4"]


def test_a_space_in_a_number_becomes_an_underscore() -> None:
    root = root_of(sample("1. *Ends*.").replace("99/7.", "217 (III)."))
    assert root.find(f".//{NS}FRBRuri").get("value").endswith("/2044-04-01/217_(III)")


def test_references_lead_to_names_or_official_addresses() -> None:
    root = root_of(sample(TABLES))
    assert [("".join(ref.itertext()), ref.get("href")) for ref in root.iter(f"{NS}ref")] == [
        ("A/99/401", "https://docs.un.org/en/A/99/401"),
        ("resolution 99/6", "/akn/un/statement/resolution/un-ga/2044-04-01/99-6/~para_3"),
        ("A/99/1", "https://docs.un.org/en/A/99/1"),
        ("resolution 99/6", "/akn/un/statement/resolution/un-ga/2044-04-01/99-6"),
        ("61/1 A", "https://docs.un.org/en/A/RES/61/1"),
        ("C", "https://docs.un.org/en/A/RES/61/1"),
        ("paragraph 1 (b) above", "#para_1__list_1__point_b"),
    ]


def test_preambular_paragraphs_in_sections_are_cross_headings() -> None:
    (found,) = root_of(sample("#### I\n\n*Noting* rain,\n\n1. *Ends*.")).iterfind(f".//{NS}section/{NS}crossHeading")
    assert found.get("refersTo") == "#preamble"


def test_an_embedded_text_leaves_its_place_in_the_main_text() -> None:
    root = root_of(sample(EMBEDDED))
    (place,) = root.iterfind(f".//{NS}mainBody/{NS}componentRef")
    (attachment,) = root.iter(f"{NS}attachment")
    assert place.get("src") == f"#{attachment.get('eId')}"
    assert root.find(f"{NS}statement/{NS}conclusions") is not None


def test_doubts_and_notes_that_nobody_calls_are_kept() -> None:
    notes = [(note.get("class"), "".join(note.itertext())) for note in root_of(TEXTS["doubts"]).iter(f"{NS}note")]
    assert ("doubt", "page 2, a smudge") in notes
    assert any(kind == "doubt" and "paragraph 2 is missing" in words for kind, words in notes)
    assert ("uncalled", "Called by nobody.") in notes


def test_how_the_words_were_checked_is_said() -> None:
    entry = entry_of(sample("1. *Ends*."))
    checked = replace(entry.resolution, provenance=Provenance(checked="word by word"))
    root = valid(to_akn(replace(entry, resolution=checked)))
    (note,) = root.iter(f"{NS}note")
    assert (note.get("class"), "".join(note.itertext())) == ("checked", "word by word")


def test_a_date_that_is_not_known_is_not_made_up() -> None:
    root = root_of(TEXTS["no dates"])
    assert root.find(f".//{NS}FRBRuri").get("value").endswith("/un-ga/nd/99-7")
    assert {date.get("name") for date in root.iter(f"{NS}FRBRdate")} == {"unknown"}
