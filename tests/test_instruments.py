"""The registry of named instruments: no name twice, none dead, each with its source and an address."""

from __future__ import annotations

from collections import Counter

import pytest

from unres.citations import Type, find_in_text, official_address
from unres.citations.names import Instrument, instruments, plain

NAMES = [(name, instrument) for instrument in instruments() for name in instrument.names]


def test_no_name_stands_twice() -> None:
    counted = Counter(plain(name) for name, _ in NAMES)
    assert [name for name, count in counted.items() if count > 1] == []


def test_names_in_two_spellings_mean_one_instrument() -> None:
    targets: dict[str, set[str]] = {}
    for name, instrument in NAMES:
        targets.setdefault(plain(name).lower(), set()).add(instrument.target)
    assert [name for name, found in targets.items() if len(found) > 1] == []


@pytest.mark.parametrize(("name", "instrument"), NAMES, ids=[name for name, _ in NAMES])
def test_name_is_found_whole(name: str, instrument: Instrument) -> None:
    text = f"guided by the {name}, and by others"
    found = [r for r in find_in_text(text).references if r.type is Type.INSTRUMENT]
    if not instrument.target:
        assert found == []
        return
    [reference] = found
    assert (reference.text, reference.symbol, reference.target) == (name, None, instrument.target)


@pytest.mark.parametrize("instrument", instruments(), ids=[i.names[0] for i in instruments()])
def test_entry_has_a_source_and_its_target_can_be_cited(instrument: Instrument) -> None:
    assert instrument.source
    if instrument.target.startswith(("UNTS/", "A/RES/")):
        assert find_in_text(instrument.source).references[0].symbol == instrument.target


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("the 2030 Agenda for Sustainable Development", "2030 Agenda for Sustainable Development", "A/RES/70/1"),
        ("the 2030 Agenda", "2030 Agenda", "A/RES/70/1"),
        ("Optional Protocol to the Convention against Torture", "Optional Protocol to the Convention against Torture", "UNTS/2375/24841"),
        ("the\u00a0Paris\nAgreement", "Paris\nAgreement", "FCCC/CP/2015/10/Add.1"),
        ("the United Nations Convention on Biological Diversity", "Convention on Biological Diversity", "UNTS/1760/30619"),
        ("Reaffirming 2030 Agenda commitments", "2030 Agenda", "A/RES/70/1"),
        ("and the Paris Agreement. Recalling", "Paris Agreement", "FCCC/CP/2015/10/Add.1"),
        ("the Comprehensive Nuclear\u2011Test\u2011Ban Treaty", "Comprehensive Nuclear\u2011Test\u2011Ban Treaty", "A/50/1027"),
    ],
)  # fmt: skip
def test_the_longest_name_wins(text: str, words: str, target: str) -> None:
    [reference] = find_in_text(text).references
    assert (reference.text, reference.target) == (words, target)


@pytest.mark.parametrize(
    "text",
    [
        "Agenda 2063",
        "the agenda 21",
        "a paris agreement",
        "the 2030 Agendas",
        "UnParis Agreement",
        # inside of a longer name
        "the Comprehensive Nuclear-Test-Ban Treaty Organization",
        "including the Connect 2030 Agenda for Global Access",
        "as in the Connect 2030 Agenda, and so on",
        "the Convention against Torture Initiative",
        "the Universal Declaration on the Ending of Hunger",
    ],
)
def test_not_an_instrument(text: str) -> None:
    assert find_in_text(text).references == ()


def test_a_number_beside_a_name_keeps_its_own_link() -> None:
    found = find_in_text("the 2030 Agenda for Sustainable Development (resolution 70/1)").references
    assert [(r.type, r.text) for r in found] == [
        (Type.INSTRUMENT, "2030 Agenda for Sustainable Development"),
        (Type.RESOLUTION, "resolution 70/1"),
    ]


def test_an_instrument_has_the_address_of_its_document() -> None:
    [reference] = find_in_text("the Paris Agreement").references
    assert official_address(reference) == "https://docs.un.org/en/FCCC/CP/2015/10/Add.1"
