"""Where words of a resolution lead: to its own sections and annexes, to parts published by themselves."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from samples import END, SEED, sample
from unres.citations import Reference
from unres.collection import (
    Citation,
    Collection,
    Place,
    Reading,
    Resolved,
    Target,
    collect,
    load,
    make_reading,
    resolver,
)
from unres.insight import Insight
from unres.pages.write import pages_of_site
from unres.site.build import build
from unres.site.project import Project
from unres.text.parser import parse


def reading(body: str, number: str = "99/7") -> Reading:
    """The reading of a resolution with this text and number."""
    resolution = parse(sample(body, closing=False).replace("99/7.", f"{number}."), "sample.md").resolution
    assert resolution is not None
    return make_reading(resolution)[0]


def targets(given: Reading, collection: Collection | None = None) -> list[tuple[str, str]]:
    """Where each reference of a reading leads: its words, and page and anchor or address; empty for nowhere."""

    def shown(found: Resolved) -> tuple[str, str]:
        target = found.target
        if target is None:
            return found.reference.text, ""
        return found.reference.text, f"{target.place.page}#{target.place.anchor}" if target.symbol else target.url

    held = collection or collect([given])
    return [shown(found) for found in held.entries[str(given.symbol)].links]


DECLARED = "*Adopts* this:\n\n### Declaration\n\nWe light." + END
LEADING = {
    "annexes beside a declaration, by their printed numeral": (
        f"{DECLARED}\n### Annex I\n\nAnnex II to the present resolution.\n\n### Annex II\n\n"
        "Annex I to the present resolution and annex to the present resolution.",
        ["annex-2#annex-ii", "annex-1#annex-i", ""],
    ),
    "a paragraph that begins with its list": (
        "1. *Asks*;\n\n2. (a) One;\n\n- (b) Two.\n\n3. *Recalls* paragraphs 2 and 2 (b) above.",
        ["operative#op2-a", "operative#op2-b"],
    ),
    "the only annex beside a declaration": (
        f"{DECLARED}\n### Annex\n\nSee the annex to the present resolution.",
        ["annex-2#annex"],
    ),
    "one of two that are both called Annex": (
        "*Adopts* the annex to the present resolution, and the rules annexed to the present resolution."
        + END
        + "\n### Annex\n\n### Map\n\nNorth.\n\n### Annex\n\n### Chart\n\nSouth.",
        ["", ""],
    ),
    "one of two that have no number": (
        "*Adopts* the annex to the present resolution:\n\n### Declaration\n\nWe light.\n\n1. So."
        + END
        + "\n### Programme\n\n1. Oil.",
        [""],
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
    assert [place for _, place in targets(reading(body))] == places


def test_a_part_is_a_place_by_its_letter() -> None:
    places = reading("### A\n\n1. *Asks*;\n\n### B\n\n1. *Ends*.").places
    assert [(places[part].page, places[part].anchor) for part in "AB"] == [("operative", "a"), ("operative", "b")]


def test_a_text_that_cannot_be_read_is_told_and_keeps_no_other_out(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.md", tmp_path / "good.md"
    bad.write_bytes(b"\xff")
    good.write_text(sample("1. *Ends*."), encoding="utf-8")
    collection, problems = load([bad, good])
    assert [entry.resolution.symbol for entry in collection] == ["A/RES/99/7"]
    assert [Path(problem.path).name for problem in problems] == ["bad.md"]


PARTS = {"of today": ("51/45 J", "A/RES/51/45J"), "before 1976": ("217 A (III)", "A/RES/217(III)A")}


@pytest.mark.parametrize(("number", "symbol"), PARTS.values(), ids=PARTS)
def test_a_part_published_by_itself_is_found_by_its_letter(number: str, symbol: str) -> None:
    other = "51/45 K" if number.endswith("J") else "217 B (III)"
    citing = reading(f"1. *Recalls* its resolution {number} and its resolution {other}.")
    cited = reading("1. *Ends*.", number)
    held = collect([citing, cited])
    (_, inside), (_, outside) = targets(citing, held)
    assert str(cited.symbol) == symbol
    assert inside == "#"
    assert outside == f"https://docs.un.org/en/{symbol[:-1]}"
    assert [citation.source for citation in held.entries[symbol].cited_in] == ["A/RES/99/7"]


def test_each_of_several_paragraphs_knows_who_cites_it() -> None:
    citing = reading("1. *Recalls* paragraphs 1 (a) to (c), 2 and 9 of its resolution 98/1.")
    cited = reading("1. *Asks*:\n\n- (a) One;\n- (b) Two;\n\n2. *Ends*.", "98/1")
    held = collect([citing, cited])
    assert set(held.entries["A/RES/98/1"].cited) == {"1 (a)", "1 (b)", "2"}
    assert targets(citing, held) == [("98/1", "operative#op1-a")]


def test_each_reference_is_resolved_once_for_the_whole_build(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.md").write_text(
        sample("1. *Recalls* its resolution 62/160, paragraph 8 of it;\n\n2. *See* paragraph 1 above.")
    )
    shutil.copy(SEED, texts)
    resolved, original = Counter[int](), resolver._resolve

    def counted(reference: Reference, reading: Reading, held: Mapping[str, Reading]) -> Target | None:
        resolved[id(reference)] += 1
        return original(reference, reading, held)

    monkeypatch.setattr(resolver, "_resolve", counted)
    collection, _ = build(Project(project, texts, tmp_path / "site"))
    references = [id(reference) for entry in collection for reference in entry.references]
    assert len(references) > 10
    assert resolved == Counter(references)


def test_a_place_that_cites_twice_is_one_place_whichever_page_counts() -> None:
    table = "1. *Asks*:\n\n| Year | Text |\n|---|---|\n| 1 | resolution 99/6 |\n| 2 | resolution 99/6 |\n| 3 | paragraph 2 of resolution 99/6 |"
    cited = reading("1. *Asks*;\n\n2. *Ends*.", "99/6")
    collection = collect([reading(table), cited])
    entry = collection.entries["A/RES/99/6"]
    assert {label: [found.label for found in citations] for label, citations in entry.cited.items()} == {
        "": ["table1"],
        "2": ["table1"],
    }
    pages = {page.path: page.markdown for page in pages_of_site(Insight.of(collection))}
    assert "[Cited in 1 place]" in pages["A/RES/99/6/index.md"]
    references = pages["A/RES/99/6/references.md"]
    assert "\nCited 1 time by 1 resolution.\n" in references
    assert references.count("](../7/index.md#table1)") == 1
    assert "[table 1](../7/index.md#table1) on [OP2](index.md#op2): " in references


def test_what_a_resolution_takes_from_another_stands_in_its_entry() -> None:
    citing, cited = reading("1. *Recalls* paragraph 2 of resolution 99/6."), reading("1. *Asks*;\n\n2. *Ends*.", "99/6")
    (found,) = collect([citing, cited]).entries["A/RES/99/7"].links
    place = Place("operative", "op2", "para_2")
    official = "https://docs.un.org/en/A/RES/99/6"
    title, adopted = "Lighthouses", dt.date(2044, 4, 1)
    assert found.target == Target("A/RES/99/6", "2", place, "99/6", title, adopted, official)
    entry = collect([citing, cited]).entries["A/RES/99/6"]
    assert entry.cited == {"2": (Citation("A/RES/99/7", "99/7", "1", Place("operative", "op1", "para_1")),)}
    assert entry.linked == {place}
