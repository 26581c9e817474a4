"""Who must act, in a collection: its pages, its tables and its calendar, and what the resolution before has too."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rich import entry_of
from samples import sample
from unres.actions import actions_json
from unres.collection import collect
from unres.exports import Base
from unres.exports.actions import escaped, folded, to_actions, to_actions_csv, to_calendar
from unres.insight import Insight
from unres.pages.action_lists import LONGEST, OFTEN
from unres.pages.write import pages_of_site

BASE = Base.of("https://example.org")
FIRST = (
    "1. *Requests* the Secretary-General to report on lamps at its hundredth session, and invites Member States to help;\n\n"
    "2. *Urges* the Office of the Coast to count, by 3 May 2045, every bell, lamp; and buoy;\n\n"
    "3. *Thanks* the keepers;\n\n4. *Encourages* Governments to teach signals annually."
)
SECOND = (
    "*Recalling* its resolution 99/7 of 1 April 2044,\n\n"
    "1. *Requests* the Secretary-General to report on lamps by 1 June 2046, and invites donors to help;\n\n"
    "2. *Decides* to convene in the port a meeting of keepers in 2047."
)


def later(text: str, number: str = "100/8", session: str = "Hundredth", year: str = "2045") -> str:
    return (
        text.replace("99/7. L", f"{number}. L")
        .replace("Ninety-ninth", session)
        .replace("April 2044*", f"April {year}*")
    )


def insight_of(*texts: str) -> Insight:
    return Insight.of(collect([entry_of(text, f"{at}.md") for at, text in enumerate(texts)]))


@pytest.fixture(scope="module")
def known() -> Insight:
    return insight_of(sample(FIRST), later(sample(SECOND)))


@pytest.fixture(scope="module")
def pages(known: Insight) -> dict[str, str]:
    return {page.path: page.markdown for page in pages_of_site(known)}


def test_the_lists_lead_to_the_paragraphs(pages: dict[str, str]) -> None:
    index = pages["A/RES/actions/index.md"]
    assert re.findall(r"^- \[(.*)\]\((.*)\): (\d+)$", index, re.MULTILINE) == [
        ("Others, D to S", "to-others-donors.md", "6"),
        ("Due in 2047", "due-2047.md", "1"),
        ("Due in 2046", "due-2046.md", "1"),
        ("Due in 2045", "due-2045.md", "2"),
        ("Due in no year: a period, or the next occasion", "due-again.md", "1"),
        ("100th session", "session-100.md", "3"),
        ("99th session", "session-99.md", "4"),
    ]
    assert '<a href="../../../actions.ics">calendar of what is due</a>' in index
    shared = pages["A/RES/actions/to-others-donors.md"]
    assert re.findall(r"^## (.*)$", shared, re.MULTILINE) == [
        "Donors", "Governments", "Member States", "Office of the Coast", "Secretary-General",
    ]  # fmt: skip
    assert "- [99/7, OP2](../99/7/index.md#op2) Urges the Office of the Coast to count, by 3 May 2045" in shared
    assert "**hundredth session**\n- [100/8, OP1](../100/8/index.md#op1)" in shared


def test_what_has_a_day_stands_before_what_has_a_year(pages: dict[str, str]) -> None:
    lines = re.findall(r"^- \[(.*?)\].* \*\*(.*)\*\*$", pages["A/RES/actions/due-2045.md"], re.MULTILINE)
    assert lines == [("99/7, OP2", "by 3 May 2045"), ("99/7, OP1", "hundredth session")]


def test_a_session_is_a_line_a_resolution(pages: dict[str, str]) -> None:
    page = pages["A/RES/actions/session-99.md"]
    assert (
        "- [99/7](../99/7/index.md) Lighthouses: Secretary-General, Member States, Office of the Coast, Governments "
        "**Due: hundredth session; by 3 May 2045; annually**" in page
    )


def test_a_resolution_has_its_own_as_a_table(pages: dict[str, str]) -> None:
    page = pages["A/RES/99/7/index.md"]
    rows = re.findall(r"^<tr><td>(.*)</td></tr>$", page, re.MULTILINE)
    assert [row.split("</td><td>") for row in rows] == [
        ['<a href="#op1">OP1</a>', "Requests", "Secretary-General", "report", "hundredth session"],
        ['<a href="#op1">OP1</a>', "invites", "Member States", "", ""],
        ['<a href="#op2">OP2</a>', "Urges", "Office of the Coast", "", "by 3 May 2045"],
        ['<a href="#op4">OP4</a>', "Encourages", "Governments", "", "annually"],
    ]


def test_what_could_not_be_read_is_named() -> None:
    known = insight_of(sample("1. *Encourages* those with lamps to ask;\n\n2. *Ends*."))
    page = next(page.markdown for page in pages_of_site(known) if page.path == "A/RES/99/7/index.md")
    assert '<p>Not read with certainty: <a href="#op1">OP1</a>, <a href="#op2">OP2</a>.</p>' in page
    assert "Nobody is asked to do anything in words that could be read" in page


def test_an_action_says_whether_the_last_resolution_has_it_too(known: Insight) -> None:
    told = [(one.label, one.verb, one.repeated) for one in known.actions["A/RES/100/8"].actions]
    assert told == [("1", "Requests", True), ("1", "invites", False), ("2", "Decides", False)]
    assert {one.repeated for one in known.actions["A/RES/99/7"].actions} == {None}, "nothing is held before it"


def test_who_is_asked_often_has_pages_that_lead_on() -> None:
    words = "\n\n".join(f"{at}. *Requests* the Secretary-General to count lamp {at};" for at in range(1, LONGEST + 2))
    pages = {page.path: page.markdown for page in pages_of_site(insight_of(sample(words)))}
    first, second = (pages[f"A/RES/actions/to-secretary-general{end}.md"] for end in ("", "-page-2"))
    assert (first.count("\n- ["), second.count("\n- [")) == (LONGEST, 1)
    assert "[Continued on page 2](to-secretary-general-page-2.md)" in first
    assert OFTEN < LONGEST


def test_a_collection_in_which_nobody_is_asked() -> None:
    pages = {page.path: page.markdown for page in pages_of_site(insight_of(sample("1. *Thanks* the keepers.")))}
    said = "0 times somebody is asked to act, or something is due, in 1 resolution."
    assert said in pages["A/RES/actions/index.md"]
    assert [path for path in pages if "/actions/" in path] == ["A/RES/actions/index.md"]


def test_the_json_has_what_the_command_prints(known: Insight) -> None:
    values = json.loads(to_actions(known, BASE))
    assert values["site"] == "https://example.org/"
    assert values["resolutions"] == [json.loads(json.dumps(actions_json(found))) for found in known.actions.values()]


def test_the_table_has_a_row_for_each_addressee(known: Insight) -> None:
    rows = list(csv.DictReader(io.StringIO(to_actions_csv(known, BASE).removeprefix("\ufeff"))))
    asked = [(row["source"], row["place"], row["action"], row["body"], row["due"]) for row in rows if row["body"]]
    assert asked[:3] == [
        ("A/RES/99/7", "1", "1", "Secretary-General", "hundredth session"),
        ("A/RES/99/7", "1", "2", "Member States", ""),
        ("A/RES/99/7", "2", "3", "Office of the Coast", "by 3 May 2045"),
    ]
    assert [row["repeated"] for row in rows if row["source"] == "A/RES/100/8"] == ["yes", "no", "no"]
    assert rows[0]["url"] == "https://example.org/A/RES/99/7/#op1"
    assert [row["verb"] for row in rows if row["place"] == "3"] == ["Thanks"], "what asks nobody has a row too"


def events(known: Insight, base: Base = BASE) -> list[Any]:
    written = to_calendar(known, base)
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    return icalendar.Calendar.from_ical(written).walk("VEVENT")


def test_a_library_reads_the_calendar_back(known: Insight) -> None:
    found = [(str(event["UID"]), event.decoded("DTSTART"), str(event["SUMMARY"])) for event in events(known)]
    assert found == [
        ("A/RES/99/7-3@unres", dt.date(2045, 5, 3), "99/7, OP2: Office of the Coast, by 3 May 2045"),
        ("A/RES/99/7-1@unres", dt.date(2045, 9, 1), "99/7, OP1: Secretary-General, hundredth session"),
        ("A/RES/100/8-1@unres", dt.date(2046, 6, 1), "100/8, OP1: Secretary-General, by 1 June 2046"),
    ]
    first, second, _ = events(known)
    assert first["DESCRIPTION"] == "Urges the Office of the Coast to count, by 3 May 2045, every bell, lamp; and buoy;"
    assert str(second["DESCRIPTION"]).endswith("The session opens in September; the day is the first of it.")
    assert first["URL"] == "https://example.org/A/RES/99/7/#op2"
    assert first.decoded("DTSTAMP") == dt.datetime(2044, 4, 1, tzinfo=dt.UTC), "the text's own day, no clock's"
    elsewhere, *_ = events(known, Base())
    assert elsewhere["URL"] == "https://docs.un.org/en/A/RES/99/7"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_any_words_come_back_from_a_calendar(words: str) -> None:
    line = folded(f"SUMMARY:{escaped(words)}")
    assert all(len(piece.encode()) <= 75 for piece in line.split("\r\n"))
    text = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    [event] = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(event["SUMMARY"]) == " ".join(words.split())
