"""Where words of a resolution lead: to its own sections and annexes, to parts published by themselves."""

from __future__ import annotations

import pytest

from samples import END, sample
from unres.citations import Reference
from unres.collection.load import Collection, Entry, collect, make_entry
from unres.collection.resolver import Target, citations_of, resolve
from unres.text.parser import parse


def entry(body: str, number: str = "99/7") -> Entry:
    """The entry of a resolution with this text and number."""
    resolution = parse(sample(body, closing=False).replace("99/7.", f"{number}."), "sample.md").resolution
    assert resolution is not None
    return make_entry(resolution)[0]


def targets(given: Entry, collection: Collection | None = None) -> list[tuple[str, str]]:
    """Where each reference of an entry leads: its words, and page and anchor or address."""

    def shown(reference: Reference, target: Target | None) -> tuple[str, str]:
        assert target is not None, reference
        return reference.text, target.url or f"{target.place.page}#{target.place.anchor}"

    held = collection or collect([given])
    return [shown(reference, resolve(reference, given, held)) for reference in given.references]


DECLARED = "*Adopts* this:\n\n### Declaration\n\nWe light." + END
LEADING = {
    "annexes beside a declaration, by their printed numeral": (
        f"{DECLARED}\n### Annex I\n\nAnnex II to the present resolution.\n\n### Annex II\n\n"
        "Annex I to the present resolution and annex to the present resolution.",
        ["annex-3#annex-ii", "annex-2#annex-i", "annex-2#annex-i"],
    ),
    "the only annex beside a declaration": (
        f"{DECLARED}\n### Annex\n\nSee the annex to the present resolution.",
        ["annex-2#annex"],
    ),
    "a declaration that is called the annex": (
        "*Adopts* this, as in the annex to the present resolution:\n\n### Declaration\n\nWe light.",
        ["annex#declaration"],
    ),
    "an annex with an appendix": (
        "*Adopts* the annex to the present resolution." + END + "\n### Annex\n\nLight.\n\n### Appendix\n\nForms.",
        ["annex#annex"],
    ),
    "a section of the part that speaks": (
        "### A\n\n#### I\n\n1. *Asks*;\n\n#### II\n\n1. *Ends*.\n\n### B\n\n#### I\n\n"
        "1. *Recalls* section II below;\n\n#### II\n\n1. *Ends*.",
        ["operative#ii-2"],
    ),
    "a section of the annex that speaks, and one of the resolution": (
        "#### I\n\n1. *Asks*;\n\n#### II\n\n1. *Ends*." + END + "\n### Annex\n\n#### I\n\n"
        "1. See section II below and section II of the present resolution.\n\n#### II\n\n1. So.",
        ["annex#ii", "operative#ii"],
    ),
}


@pytest.mark.parametrize(("body", "places"), LEADING.values(), ids=LEADING)
def test_own_sections_and_annexes(body: str, places: list[str]) -> None:
    assert [place for _, place in targets(entry(body))] == places


PARTS = {"of today": ("51/45 J", "A/RES/51/45J"), "before 1976": ("217 A (III)", "A/RES/217(III)A")}


@pytest.mark.parametrize(("number", "symbol"), PARTS.values(), ids=PARTS)
def test_a_part_published_by_itself_is_found_by_its_letter(number: str, symbol: str) -> None:
    other = "51/45 K" if number.endswith("J") else "217 B (III)"
    citing = entry(f"1. *Recalls* its resolution {number} and its resolution {other}.")
    cited = entry("1. *Ends*.", number)
    held = collect([citing, cited])
    (_, inside), (_, outside) = targets(citing, held)
    assert str(cited.symbol) == symbol
    assert inside == "#"
    assert outside == f"https://docs.un.org/en/{symbol[:-1]}"
    assert [citation.source for found in citations_of(cited, held).values() for citation in found] == ["A/RES/99/7"]
