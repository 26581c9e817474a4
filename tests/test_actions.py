"""Who is asked to do what, by when: each list by its own examples, tables of paragraphs, and what holds of any text."""

from __future__ import annotations

import datetime as dt
import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples import SEED, read, sample
from unres import cli
from unres.actions import Actions, actions_json, actions_text, find_actions
from unres.actions.dues import Form, Today, due, forms
from unres.actions.tables import VerbClass, by_printed, classes, heads
from unres.actions.verbs import verbs
from unres.datafile import read_data

TODAY = Today(session=80, day=dt.date(2025, 12, 1))


def actions(words: str, lead: str = "") -> Actions:
    """The actions of a resolution with one numbered paragraph, whose first word or ``lead`` is in italics."""
    lead = lead or words.split(maxsplit=1)[0]
    return find_actions(read(f"1. *{lead}*{words.removeprefix(lead)};\n\n2. *Decides* to go on."))


def of_first(found: Actions) -> list[tuple[str, list[str], str | None]]:
    return [
        (one.verb, [name.words for name in one.addressees], one.due.words if one.due else None)
        for one in found.actions
        if one.label.startswith("1")
    ]


VERBS = [(row, text, found) for row in classes() for text, found in row.examples]
NO_VERBS = [(row, text) for row in classes() for text in row.counter_examples]


@pytest.mark.parametrize(("row", "text", "found"), VERBS, ids=[text for _, text, _ in VERBS])
def test_verbs_of_the_list(row: VerbClass, text: str, found: tuple[str, ...]) -> None:
    read_ = verbs(text, "")
    assert tuple(verb.words for verb in read_) == found
    assert any(verb.main in row.verbs for verb in read_)


@pytest.mark.parametrize(("row", "text"), NO_VERBS, ids=[text for _, text in NO_VERBS])
def test_what_is_no_verb_of_the_assembly(row: VerbClass, text: str) -> None:
    assert [verb.words for verb in verbs(f"Notes {text}", "Notes") if verb.known is row and verb.start] == []


def test_each_class_has_examples_and_no_verb_is_in_two() -> None:
    assert all(row.examples and row.counter_examples for row in classes())
    every = [verb for row in classes() for verb in row.verbs]
    assert len(every) == len(set(every))


def test_no_name_of_a_body_stands_twice_and_each_has_a_head() -> None:
    printed = [name for row in read_data("unres.actions", "actors.toml")["body"] for name in row["printed"]]
    assert len(printed) == len(set(printed)) == len(by_printed())
    assert not heads("sharing") & heads("alone")


DUES = [(form, text, found) for form in forms() for text, found in form.examples]
NO_DUES = [(form, text) for form in forms() for text in form.counter_examples]


@pytest.mark.parametrize(("form", "text", "found"), DUES, ids=[text for _, text, _ in DUES])
def test_dues_of_the_list(form: Form, text: str, found: str) -> None:
    one = due(text, 0, len(text), TODAY)
    assert one is not None
    assert (one.words, one.when) == (found, form.when)
    assert text[one.start : one.end] == found


@pytest.mark.parametrize(("form", "text", "found"), DUES, ids=[text for _, text, _ in DUES])
def test_what_a_due_needs_stands_in_its_words(form: Form, text: str, found: str) -> None:
    assert any(need in found for need in form.needs), text


@pytest.mark.parametrize(("form", "text"), NO_DUES, ids=[text for _, text in NO_DUES])
def test_what_is_no_due(form: Form, text: str) -> None:
    assert form.pattern.search(text) is None


ASKED = read_data("unres.actions", "asks.toml")["asked"]


@pytest.mark.parametrize(("kind", "text"), [(row["kind"], text) for row in ASKED for text in row["examples"]])
def test_what_is_asked_for(kind: str, text: str) -> None:
    [first, _] = actions(f"Requests the Office {text}").actions
    assert kind in [one.kind for one in first.asked]


@pytest.mark.parametrize(("kind", "text"), [(row["kind"], text) for row in ASKED for text in row["counter_examples"]])
def test_what_is_not_asked_for(kind: str, text: str) -> None:
    [first, *_] = actions(f"Requests the Office {text}").actions
    assert kind not in [one.kind for one in first.asked]


ADDRESSEES = {
    "one": ("Requests the Secretary-General to report", ["Secretary-General"]),
    "several": ("Invites Member States, donors and the private sector to join", ["Member States", "donors", "private sector"]),
    "a list": (
        "Invites all Member States, specialized agencies and intergovernmental organizations, as well as civil society, to join",
        ["all Member States", "specialized agencies", "intergovernmental organizations", "civil society"],
    ),
    "shared first words": (
        "Invites States and United Nations agencies, funds and programmes to join",
        ["States", "United Nations agencies, funds and programmes"],
    ),
    "shared last words": (
        "Invites other international, regional and subregional organizations to join",
        ["other international, regional and subregional organizations"],
    ),
    "shared within the system": (
        "Invites the organizations and bodies of the United Nations system to join",
        ["organizations and bodies of the United Nations system"],
    ),
    "an and inside of a name": (
        "Requests the Office on Lamps and Buoys and the Economic and Social Council to join",
        ["Office on Lamps and Buoys", "Economic and Social Council"],
    ),
    "commas inside of a name": (
        "Invites the United Nations Educational, Scientific and Cultural Organization to join",
        ["United Nations Educational, Scientific and Cultural Organization"],
    ),
    "a list in the name of a body": (
        "Requests the Working Group on the Lamps Declaration and Programme of Action to join",
        ["Working Group on the Lamps Declaration and Programme of Action"],
    ),
    "aside": (
        "Requests the Secretary-General, in close cooperation with the Fund, the Bank and others, and within existing resources, to report",
        ["Secretary-General"],
    ),
    "including": (
        "Invites civil society, including keepers and fishers, and other stakeholders to join",
        ["civil society", "other stakeholders"],
    ),
    "a clause": ("Calls upon States that have not done so to join the club", ["States"]),
    "in a position": ("Invites donors in a position to do so to give", ["donors"]),
    "to do so at last": ("Encourages States that have not joined to do so", ["States"]),
    "to a text": ("Urges the States Parties to the Convention to pay", ["States Parties to the Convention"]),
    "a title with a right": (
        "Invites the Special Rapporteur on the human rights to safe water to work with States",
        ["Special Rapporteur on the human rights to safe water"],
    ),
    "a right in a name": (
        "Requests the High Commissioner for Human Rights to go on",
        ["High Commissioner for Human Rights"],
    ),
    "at all levels": ("Encourages States Members of the Coast at all levels to pay", ["States Members of the Coast"]),
    "the host country": ("Invites the host country to lend a lamp", ["host country"]),
    "demands of somebody": ("Demands all parties to stop", ["all parties"]),
    "a country": ("Calls upon the Kingdom of Lamps to pay", ["Kingdom of Lamps"]),
    "that": ("Recommends that the Council consider it", ["Council"]),
    "that a system support": ("Recommends that the United Nations system support the keepers", ["United Nations system"]),
    "two titles of one person": ("Encourages the Regional Representative and Director of the Centre to meet", ["Regional Representative and Director of the Centre"]),
    "two persons": ("Encourages the Chair and the Director of the Centre to meet", ["Chair", "Director of the Centre"]),
    "organizations and arrangements": ("Urges regional lamp organizations and arrangements to meet", ["regional lamp organizations and arrangements"]),
    "that somebody stop": ("Demands that all parties immediately stop", ["all parties"]),
    "two requests": ("Calls upon States to join, and States parties to pay", ["States", "States parties"]),
    "authorizes": ("Authorizes the Secretary-General to lend a lamp", ["Secretary-General"]),
    "attention": ("Commends the guide to the attention of Governments for appropriate action", ["Governments"]),
    "a chapeau": ("Encourages States and United Nations entities, in partnership with keepers, inter alia:", ["States", "United Nations entities"]),
    "platforms, which no list knows": ("Invites online platforms to review their lamps", ["online platforms"]),
    "an unknown group in a list": ("Encourages States, wreckers and other stakeholders to join", ["States", "wreckers", "other stakeholders"]),
    "not to": ("Urges Lampland not to dim the lamps", ["Lampland"]),
    "a country and what it is": ("Urges Lampland, the occupying Power, to leave", ["Lampland"]),
    "a body and what it is": ("Requests the focal point on lamps, the Lamps Office of the Secretariat, to meet", ["focal point on lamps"]),
    "two of a list without an apposition": ("Requests the Lamps Office, the Fund and the Bank to meet", ["Lamps Office", "Fund", "Bank"]),
    "countries": ("Urges Lampland, Buoyland and Wickland to meet", ["Lampland", "Buoyland", "Wickland"]),
    "a country whose name has an and": ("Urges Bosnia and Herzegovina to meet", ["Bosnia and Herzegovina"]),
    "a long name with regard to": (
        "Requests the Lamps Committee on the Situation with regard to the Lighting of the Coast to meet",
        ["Lamps Committee on the Situation with regard to the Lighting of the Coast"],
    ),
    "a list in capitals inside of a name": (
        "Invites the Office of the Envoy for the Dark Coasts, Foggy Islands and Small Harbours to meet",
        ["Office of the Envoy for the Dark Coasts, Foggy Islands and Small Harbours"],
    ),
    "groups in capitals behind such a name": (
        "Invites the Office of the Envoy for the Dark Coasts, Member States and UN-Lamps to meet",
        ["Office of the Envoy for the Dark Coasts", "Member States", "UN-Lamps"],
    ),
    "a treaty with commas": (
        "Urges States Parties to the Convention on the Use, Storage and Transfer of Lamps to pay",
        ["States Parties to the Convention on the Use, Storage and Transfer of Lamps"],
    ),
    "a mandate in small letters": (
        "Invites the Special Rapporteur on the rights of persons with lamps while at sea, within her mandate, to meet",
        ["Special Rapporteur on the rights of persons with lamps while at sea"],
    ),
    "a tail shared by bare words": (
        "Requests the organs, organizations, funds and programmes of the United Nations system to meet",
        ["organs, organizations, funds and programmes of the United Nations system"],
    ),
    "a tail not shared": (
        "Invites Governments, bodies and lamp agencies of the Coast to meet",
        ["Governments", "bodies and lamp agencies of the Coast"],
    ),
    "bare words of a longer list": (
        "Invites private organizations, institutions, keepers and the Fund to meet",
        ["private organizations", "institutions", "keepers", "Fund"],
    ),
    "words that share their noun": (
        "Encourages States and coast guard, lamp and buoy organizations to meet",
        ["States", "coast guard, lamp and buoy organizations"],
    ),
    "shared before a clause": (
        "Invites regional lamp organizations and arrangements that have not done so to meet",
        ["regional lamp organizations and arrangements"],
    ),
    "an including with its own and": (
        "Urges all organizations, including the Lamps Fund, the Bank, and the Buoys Centre, to meet",
        ["all organizations"],
    ),
    "an and behind one that is included": ("Urges civil society, including keepers, and the Fund to meet", ["civil society", "Fund"]),
    "such as": ("Urges organizations such as the Fund, the Bank and the Centre, and States, to meet", ["organizations", "States"]),
    "with those and others": (
        "Requests the Secretary-General, in collaboration with the Fund, as well as other organizations, to report",
        ["Secretary-General"],
    ),
    "how, with commas": (
        "Urges States, either directly or through suitable, regional or global organizations, to meet",
        ["States"],
    ),
    "with respect to": ("Urges States, with respect to ships under their flag, and port States to meet", ["States", "port States"]),
    "to do so without": ("Urges States that have not paid to do so without delay", ["States"]),
    "in a sector": (
        "Calls upon all stakeholders in the lamp and buoy technologies sector to meet",
        ["all stakeholders in the lamp and buoy technologies sector"],
    ),
    "at a stage": ("Urges lamp bodies at the planning stage to take note", ["lamp bodies"]),
    "at a session": ("Requests the President of the Lamps Assembly at its ninetieth session to appoint two", ["President of the Lamps Assembly"]),
    "concerned before a name": ("Encourages concerned Governments, in particular those of ports, to pay", ["concerned Governments"]),
    "that State": ("Calls upon that State to pay", ["that State"]),
    "for": ("Calls upon the Lamps Movement, donors and other partners for help", ["Lamps Movement", "donors", "other partners"]),
    "given to several": (
        "Commends the advice of the mission to the Government of Lampland, as the Power, and the Government of Buoyland for appropriate action",
        ["Government of Lampland", "Government of Buoyland"],
    ),
    "recommends a thing to somebody": ("Recommends the rules on lamps to all Member States for implementation", ["all Member States"]),
    "that several": (
        "Recommends that States and other relevant actors, including keepers, fishers and wreckers, light the coast",
        ["States", "other relevant actors"],
    ),
    "that a person with of": ("Recommends that the President of the Lamps Assembly appoint two", ["President of the Lamps Assembly"]),
    "that a country firmly and at once stop": ("Demands that Lampland fully and immediately comply", ["Lampland"]),
    "that they be what they can": ("Recommends that Governments be open with keepers", ["Governments"]),
    "that the United Nations support others": (
        "Recommends that the United Nations support organizations of keepers",
        ["United Nations"],
    ),
    "a thing that shares what stands before": (
        "Encourages regional and coastal organizations and processes to meet",
        ["regional and coastal organizations and processes"],
    ),
    "a thing that does not": ("Encourages keepers, and new processes to light the coast", ["keepers"]),
    "members of two": (
        "Urges the members of the Lamps Board and the Buoys Board to meet",
        ["members of the Lamps Board and the Buoys Board"],
    ),
    "heads of several": (
        "Recommends that the heads of the lamp agencies and other organizations of the Coast meet",
        ["heads of the lamp agencies and other organizations of the Coast"],
    ),
    "a list inside of a clause": ("Urges States that hold old lamps, lanterns and candles to meet", ["States"]),
    "a group behind a clause": ("Urges States that hold old lamps, and other groups, to meet", ["States", "other groups"]),
    "the same title twice": (
        "Requests the current President and future Presidents of the Lamps Board to meet",
        ["current President and future Presidents of the Lamps Board"],
    ),
    "two titles": ("Requests the Chair and the members of the Lamps Board to meet", ["Chair", "members of the Lamps Board"]),
    "appeals to two": (
        "Appeals to States, as well as to keepers and to foundations, to give",
        ["States", "keepers", "foundations"],
    ),
    "two groups with clauses": (
        "Encourages rich countries that have lamps and poor countries that do not to meet",
        ["rich countries", "poor countries"],
    ),
    "an and in a clause": ("Encourages countries that have lamps and buoys to meet", ["countries"]),
    "things amid bare words": (
        "Encourages all coastal mechanisms, processes and bodies to meet",
        ["all coastal mechanisms, processes and bodies"],
    ),
    "an adjective in capitals": ("Urges the Eastern and other States to meet", ["Eastern and other States"]),
    "a working group": ("Requests the Chair of the open-ended working group to meet", ["Chair of the open-ended working group"]),
    "who is working": ("Requests the keepers of lamps working at sea to meet", ["keepers of lamps"]),
    "to further": ("Calls upon the Office to further its support", ["Office"]),
    "a second group": ("Urges all ships to slow, and all harbours to shine", ["all ships", "all harbours"]),
    "no second group": ("Urges ships to slow by trimming lamps, and keeping watch to stay afloat", ["ships"]),
    # nobody
    "efforts": ("Encourages the efforts of States to join", []),
    "efforts of theirs": ("Encourages Member States efforts to join", []),
    "a thing": ("Encourages further measures to light the coast", []),
    "should": ("Stresses that States should join", []),
    "efforts of several": ("Encourages joint efforts involving States, donors and keepers to light the coast", []),
    "a thing and what is unknown": ("Encourages bold actions and accelerators to light the coast", []),
    "measures, which are a thing": ("Encourages new measures to light the coast", []),
    "ratifications, made from a verb": ("Encourages further ratifications to light the coast", []),
    "a department's efforts": ("Encourages the Lamps Department\u2019s steady work to light the coast", []),
    "that somebody be helped": ("Requests that keepers be given lamps", []),
    "that somebody should": ("Recommends that States should join", []),
    "a text in capitals": ("Urges the Convention to enter into force", []),
    "shall": ("Decides that the Committee shall meet", []),
    "that a thing be done": ("Recommends that progress be measured", []),
    "calls for": ("Calls for States to be generous", []),
    "thanks": ("Commends the Secretary-General for the lamp", []),
    "recalled": ("Recalls the request to the Office to report", []),
    "reminded": ("Reminds States of the rule", []),
}  # fmt: skip


@pytest.mark.parametrize(("words", "names"), ADDRESSEES.values(), ids=ADDRESSEES)
def test_addressees(words: str, names: list[str]) -> None:
    lead = "Calls upon" if words.startswith("Calls upon") else "Calls for" if words.startswith("Calls for") else ""
    [(_, found, _), *_] = of_first(actions(words, lead))
    assert found == names


WHOLE = {
    "a second verb": (
        "Welcomes the plan, and in this regard requests the Office to report annually",
        [("Welcomes", [], None), ("requests", ["Office"], "annually")],
    ),
    "them": (
        "Invites donors to give, and encourages them to give often",
        [("Invites", ["donors"], None), ("encourages", ["donors"], None)],
    ),
    "them, named but not asked before": (
        "Notes the part of development banks, and encourages them to lend",
        [("Notes", [], None), ("encourages", ["development banks"], None)],
    ),
    "them, of several": (
        "Thanks the Lamps Council for Coastal Waters and other coastal officials, and encourages them to go on",
        [("Thanks", [], None), ("encourages", ["Lamps Council for Coastal Waters", "other coastal officials"], None)],
    ),
    "them, of a body and its groups": (
        "Thanks the Commission and its working groups for lamps, and encourages them to go on",
        [("Thanks", [], None), ("encourages", ["Commission", "its working groups"], None)],
    ),
    "those, with what belongs to their name": (
        "Thanks the States members of the Lamps Fund that have paid, and encourages those that have not to pay",
        [("Thanks", [], None), ("encourages", ["States members of the Lamps Fund"], None)],
    ),
    "those, of nobody named": (
        "Notes the meeting, and encourages those that took part to write",
        [("Notes", [], None), ("encourages", [], None)],
    ),
    "it, before a further verb": (
        "Notes the need to trim the lamp and clean it, notes with interest the plan, and requests the Office to help",
        [("Notes", [], None), ("notes with interest", [], None), ("requests", ["Office"], None)],
    ),
    "two verbs together": ("Notes the plan, encourages and supports keepers", [("Notes", [], None), ("encourages and supports", [], None)]),
    "a meeting in a year": ("Decides to convene in the port a meeting of keepers in 2050", [("Decides", [], "2050")]),
    "a budget's period": ("Decides to appropriate a sum for the period from 1 July 2050 to 30 June 2051", [("Decides", [], None)]),
    "those, with what goes before their name": (
        "Thanks the lamp-lit States that have paid, and calls upon those that have not to do so",
        [("Thanks", [], None), ("calls upon", ["lamp-lit States"], None)],
    ),
    "him, with his mandate": (
        "Notes the work of the Special Rapporteur on the rights to water and to food, and invites him to work",
        [("Notes", [], None), ("invites", ["Special Rapporteur on the rights to water and to food"], None)],
    ),
    "what it remains": (
        "Notes the plan, and while thanking the keepers, remains seriously concerned at the delay",
        [("Notes", [], None), ("remains seriously concerned", [], None)],
    ),
    "the year of the Goals": ("Urges States to hasten the achievement of the Lamp Development Goals by 2050", [("Urges", ["States"], None)]),
    "it": (
        "Notes the part of the Lamps Council, and encourages it to go on",
        [("Notes", [], None), ("encourages", ["Lamps Council"], None)],
    ),
    "who is asked by the next verb too": (
        "Urges Member States, and invites the Office and the Fund, to pay",
        [("Urges", ["Member States"], None), ("invites", ["Office", "Fund"], None)],
    ),
    "an earlier request still stands": (
        "Recalls the request to the Office to report by the end of 2050",
        [("Recalls", [], "by the end of 2050")],
    ),
    "what is past": ("Welcomes the report at its ninety-ninth session", [("Welcomes", [], None)]),
    "this session": ("Requests the Office to report at its ninety-ninth session", [("Requests", ["Office"], "ninety-ninth session")]),
    "a session above a hundred": (
        "Requests the Office to report at its one hundred and fifth session",
        [("Requests", ["Office"], "one hundred and fifth session")],
    ),
    "sessions above a hundred": (
        "Decides to meet at its hundredth and one hundred and first sessions",
        [("Decides", [], "hundredth and one hundred and first sessions")],
    ),
    "what this session decided": (
        "Requests the Office to carry out decisions taken by the Assembly at its ninety-ninth session",
        [("Requests", ["Office"], None)],
    ),
    "another body's session": (
        "Requests the Office to report to the Lamps Council at its thirty-third session",
        [("Requests", ["Office"], "thirty-third session")],
    ),
    "what another body's session said": (
        "Requests the Office to follow the rules adopted by the Lamps Council at its thirty-third session",
        [("Requests", ["Office"], None)],
    ),
    "another body's session and the Assembly's": (
        "Requests the Office to report to the Lamps Council at its thirty-third session and to the Assembly at its hundredth session",
        [("Requests", ["Office"], "hundredth session")],
    ),
    "sessions of two bodies": (
        "Requests the Office to report to the Assembly and the Council at their hundredth and sixty-sixth sessions",
        [("Requests", ["Office"], "hundredth and sixty-sixth sessions")],
    ),
    "a year of an event that is only named": (
        "Urges States to keep the peace during the Games of Lamps, to be held in the port in 2050",
        [("Urges", ["States"], None)],
    ),
    "by no later than": (
        "Requests the Office to report by no later than the end of 2050",
        [("Requests", ["Office"], "by no later than the end of 2050")],
    ),
    "a session that is over": ("Requests the Office to report as at its tenth session", [("Requests", ["Office"], None)]),
    "a session before a date": (
        "Requests the Office to report by 1 May 2050 and at its hundredth session",
        [("Requests", ["Office"], "hundredth session")],
    ),
    "a session of the body that is asked": (
        "Requests the Lamps Council to set time aside at its tenth session for the review",
        [("Requests", ["Lamps Council"], "tenth session")],
    ),
    "the session of a body that is told of": (
        "Requests the Office to heed the advice of the Lamps Council at its tenth session",
        [("Requests", ["Office"], None)],
    ),
    "a session before which": (
        "Requests the Office to submit a list in advance of its hundredth session",
        [("Requests", ["Office"], "in advance of its hundredth session")],
    ),
    "a length of time": ("Requests the Office to publish it within 12 months", [("Requests", ["Office"], "within 12 months")]),
    "how often at least": (
        "Requests the Office to meet the guilds at least once a year",
        [("Requests", ["Office"], "once a year")],
    ),
    "no date": ("Requests the Office to report as soon as possible", [("Requests", ["Office"], None)]),
    "verbs in a quotation": ("Takes the motto “Light, and requests no more” as its own", [("Takes", [], None)]),
    "verbs of others": (
        "Recalls the rule, which requests States to pay, and a group that trains women and supports schools",
        [("Recalls", [], None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), WHOLE.values(), ids=WHOLE)
def test_paragraphs(words: str, expected: list[tuple[str, list[str], str | None]]) -> None:
    assert of_first(actions(words)) == expected


def test_what_is_said_again_has_its_own_class() -> None:
    [first, _] = actions(
        "Reiterates its request to the Office to report at its hundredth session", "Reiterates its request"
    ).actions
    assert (first.strength, first.addressees[0].words) == ("requests", "Office")
    assert first.due is not None
    assert (first.due.session, first.due.year) == (100, 2045)


def test_a_session_above_a_hundred_has_its_number_and_year() -> None:
    [first, _] = actions("Requests the Office to report at its one hundred and fifth session").actions
    assert first.due is not None
    assert (first.due.session, first.due.year) == (105, 2050)


def test_a_sub_paragraph_has_an_entry_only_with_a_verb_of_its_own() -> None:
    found = find_actions(
        read(
            "1. *Recalls* the plan, and in that regard:\n\n- (a) Invites States to join;\n- (b) To keep the lamp lit, and requests "
            "the Office to report;\n- (c) To sleep;\n\n2. *Ends*."
        )
    )
    assert [(one.label, one.verb) for one in found.actions[:-1]] == [
        ("1", "Recalls"),
        ("1 (a)", "Invites"),
        ("1 (b)", "requests"),
    ]


def test_a_body_has_one_name() -> None:
    found = find_actions(
        read(
            "1. *Notes* the Lamps Advisory Committee of the Coast;\n\n2. *Requests* the Committee to meet;\n\n"
            "3. *Invites* all States Members of the United Nations to join;\n\n4. *Invites* the Board to join."
        )
    )
    names = {name.words: name.body for one in found.actions for name in one.addressees}
    assert names == {
        "Committee": "Lamps Advisory Committee of the Coast",
        "all States Members of the United Nations": "Member States",
        "Board": "Board",
    }


def test_what_cannot_be_read_is_listed() -> None:
    found = find_actions(read("1. *Dances* upon the lamps;\n\n2. *Encourages* those with lamps to ask."))
    assert [(one.label, one.words) for one in found.unread] == [("1", "Dances"), ("2", "Encourages")]
    assert "2 places could not be read" in actions_text(found)


PIECES = [
    "Requests", "requests", "calls upon", "encourages", "them", "it", "the Secretary-General", "Member States", "to report", "to do so", "and",
    ", and", ",", "in this regard", "that", "which", "United Nations agencies", "funds", "and programmes", "by 1 May 2030", "at its hundredth session",
    "annually", "those", "“", "”", "in cooperation with", "including", "the Office of the Coast", ":", "also", "with concern", "expresses its deep concern",
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), min_size=1, max_size=25).map(" ".join))
def test_findings_lie_in_the_text_in_order(words: str) -> None:
    text = " ".join(words.split())
    found = verbs(text, "")
    assert all(one.end <= after.start for one, after in pairwise(found))
    assert all(text[one.start : one.end] == one.words for one in found)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join))
def test_a_paragraph_says_where_its_words_stand(words: str) -> None:
    resolution = read(f"1. *Notes* lamps, and {words.replace(':', '')} so;\n\n2. *Ends*.")
    text = {paragraph.label: paragraph.text.plain for paragraph in resolution.paragraphs}
    for one in find_actions(resolution).actions:
        own = text[one.label]
        assert own[one.start : one.end] == one.verb
        assert all(own[name.start : name.end] == name.words for name in one.addressees)
        assert one.due is None or own[one.due.start : one.due.end] == one.due.words


TEMPTING = [
    "and requests the Office to report, ", "and encourages it to go, ", "and encourages those that go to go, ", "with concern and ",
    "including States, ", "of States and ", "that the Office of the Coast ", "its annual lamps and ", "hold ", "first, second and ",
]  # fmt: skip


@pytest.mark.parametrize("unit", TEMPTING)
def test_reading_is_linear(unit: str) -> None:
    """Eight times the text: eight times the time, 64 times if it were quadratic."""

    def seconds(times: int) -> float:
        resolution = read(f"1. *Requests* the Office {unit * times}to report;\n\n2. *Ends*.")
        start = time.process_time()
        find_actions(resolution)
        return time.process_time() - start

    seconds(10)
    assert seconds(1600) < 4 * 8 * max(seconds(200), 0.001)


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["actions", str(SEED), "--json"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert found["symbol"] == "A/RES/62/160"
    asked = {(one["label"], one["verb"], *one["addressees"]) for one in found["actions"]}
    assert ("8", "encourages", "non-governmental organizations") in asked
    assert found["actions"][-1]["due"] == "sixty-third session"
    assert found["actions"][-1]["when"]["year"] == 2008
    assert found["unread"] == []
    assert cli.main(["actions", str(SEED)]) == 0
    assert "due: sixty-third session" in capsys.readouterr().out


BAD = {
    "no such file": (None, "no such file"),
    "another language": ("---\nlanguage: fr\n---\n" + sample("1. *Decides* to go on."), "English alone"),
    "nothing operative": (sample("*Recalling* the lamps,"), "no operative paragraph"),
}


@pytest.mark.parametrize(("text", "said"), BAD.values(), ids=BAD)
def test_bad_input_is_one_sentence(
    text: str | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.md"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    assert cli.main(["actions", str(path), str(SEED)]) == 1
    captured = capsys.readouterr()
    assert said in captured.err.lower() or said in captured.err
    assert captured.err.count("\n") == 1
    assert "A/RES/62/160" in captured.out


def test_json_says_where() -> None:
    found = actions_json(actions("Requests the Office to report at its hundredth session"))
    first = found["actions"][0]
    assert first["class"] == "requests"
    assert first["bodies"] == [{"name": "Office", "start": 13, "end": 19}]
    assert first["asked"] == [{"kind": "report", "start": 20, "end": 29}]
    assert first["when"] == {"kind": "session", "session": 100, "year": 2045, "date": None, "start": 37, "end": 54}
    assert first["repeated"] is None
