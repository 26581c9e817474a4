"""The index of everything cited: which page a symbol is on, and that pages stay small and apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from samples import sample
from unres.collection import load
from unres.collection.cited import Cited, CitingPlace
from unres.errors import BuildError
from unres.insight import Insight
from unres.pages.kinds import group_of
from unres.pages.page import Page, each_page
from unres.pages.reference_index import CITING, address_of_cited, index_pages
from unres.pages.write import write_pages

GROUPS = [
    ("A/RES/61/168", "A/RES/61"),
    ("A/DEC/60/551", "A/DEC/60"),
    ("A/RES/217(III)", "A/RES before 1976"),
    ("A/RES/S-10/2", "A/RES, other sessions"),
    ("A/HRC/RES/5/1", "A/HRC"),
    ("A/62/439", "A/62"),
    ("S/RES/1325(2000)", "S/RES, 2000–2009"),
    ("S/2003/529", "S"),
    ("S/PV.9171", "S/PV"),
    ("E/CN.4/2001/2", "E/CN.4"),
    ("E/RES/1996/31", "E/RES, 1990–1999"),
    ("E/RES/1503(XLVIII)", "E/RES"),
    ("CHARTER/1/3", "Charter of the United Nations"),
    ("UNTS/2153/37605", "Treaty Series, volumes 2000–2499"),
    ("UNTS/75/970", "Treaty Series, volumes 1–499"),
    ("LNTS/XCIV/2138", "League of Nations Treaty Series"),
    ("1/CP.21", "Decisions of conferences of parties"),
    ("15/4", "Decisions on biological diversity"),
    ("X/29", "Decisions on biological diversity"),
    ("EC-94/DEC.2", "Decisions on chemical weapons"),
    ("A.1018(26)", "Resolutions of the International Maritime Organization"),
    ("GC(40)/INF/5", "GC"),
    ("GC.18/RES/1", "GC"),
    ("MSC84/24/Add.1", "MSC"),
    ("WHA58.5", "WHA"),
    ("ICC-ASP/22/20", "ICC-ASP"),
]


@pytest.mark.parametrize(("symbol", "group"), GROUPS)
def test_each_symbol_has_its_group(symbol: str, group: str) -> None:
    assert group_of(symbol) == group


def insight_of(tmp_path: Path, *bodies: str) -> Insight:
    """Resolutions 99/1, 99/2 … of the 99th session with these operative paragraphs."""
    for at, body in enumerate(bodies, 1):
        text = sample(body).replace("99/7. Lighthouses", f"99/{at}. Oil {at}")
        (tmp_path / f"99-{at}.md").write_text(text, encoding="utf-8")
    collection, problems = load(sorted(tmp_path.glob("99-*.md")))
    assert problems == ()
    return Insight.of(collection)


def pages_of_index(insight: Insight) -> dict[str, str]:
    return {page.path.removeprefix("A/RES/references/"): page.markdown for page in each_page(index_pages(insight))}


def test_a_document_that_several_cite_has_a_page_with_the_words_that_cite_it(tmp_path: Path) -> None:
    first = "1. *Recalls* its resolution 61/168 of 19 December 2006 on the right of oil, and asks for more;"
    insight = insight_of(tmp_path, first + "\n\n2. *Notes* resolution 61/168.", "1. *Stresses* resolution 61/168.")
    page = pages_of_index(insight)["A-RES-61-168.md"]
    assert "# A/RES/61/168: on the right of oil { .ours }" in page
    assert "General Assembly resolution 61/168 · 19 December 2006 · [official document](https://docs.un.org/" in page
    assert "Cited 3 times by 2 resolutions here: 99th session 2. It is not on this site" in page
    assert "**99/1** Oil 1 <small>2 places</small>" in page
    assert "- [OP1](../99/1/index.md#op1): Recalls its resolution **61/168** of 19 December 2006 on the right" in page
    assert address_of_cited(insight)["A/RES/61/168"] == "A/RES/references/A-RES-61-168/"


def test_a_document_that_one_cites_has_a_row_with_its_words(tmp_path: Path) -> None:
    insight = insight_of(tmp_path, "1. *Recalls* its resolution 61/168 of 19 December 2006.")
    found = pages_of_index(insight)
    assert "A-RES-61-168.md" not in found
    row = found["A-RES-61.md"]
    assert (
        '[<span id="A-RES-61-168">A/RES/61/168</span>](https://docs.un.org/en/A/RES/61/168){ .entry .external }' in row
    )
    assert "Cited by **99/1** Oil 1" in row
    assert address_of_cited(insight)["A/RES/61/168"] == "A/RES/references/A-RES-61/#A-RES-61-168"


def test_a_document_that_is_here_leads_to_itself_and_who_cites_it_to_its_own_page(tmp_path: Path) -> None:
    insight = insight_of(tmp_path, "1. *Ends*.", "1. *Recalls* resolution 99/1.")
    row = pages_of_index(insight)["A-RES-99.md"]
    assert '[<span id="A-RES-99-1">A/RES/99/1</span> Oil 1](../99/1/index.md){ .entry }' in row
    assert "1 April 2044 · cited by 1 resolution · on this site" in row
    assert address_of_cited(insight)["A/RES/99/1"] == "A/RES/99/1/references/#cited-by"


def test_the_index_has_the_most_cited_of_each_kind_first(tmp_path: Path) -> None:
    insight = insight_of(
        tmp_path,
        "1. *Recalls* resolutions 61/168 and 61/169, and Security Council resolution 1325 (2000) of 31 October 2000.",
        "1. *Recalls* resolution 61/169 and Article 51 of the Charter of the United Nations.",
    )
    index = pages_of_index(insight)["index.md"]
    numbers = re.findall(r"^- \[<span>(.+?)</span>", index, flags=re.MULTILINE)
    assert numbers == [
        "A/RES/61/169", "A/RES/61/168", "S/RES/1325 (2000)", "Charter of the United Nations, Article 51"
    ]  # fmt: skip
    assert "All 2: [61](A-RES-61.md) <small>2</small>" in index


def test_a_document_that_very_many_cite_stays_light_and_goes_on_over_the_page(tmp_path: Path) -> None:
    bodies = ["1. *Recalls* resolution 61/168."] * (CITING + 5)
    found = pages_of_index(insight_of(tmp_path, *bodies))
    first, second = found["A-RES-61-168.md"], found["A-RES-61-168-page-2.md"]
    assert (first.count("details.citing"), second.count("details.citing")) == (CITING, 5)
    assert "Page **1** · [2](A-RES-61-168-page-2.md)" in first


def test_a_bare_note_is_told_by_the_paragraph_that_calls_it(tmp_path: Path) -> None:
    insight = insight_of(tmp_path, "1. *Notes* the report on oil;<sup>1</sup>\n\n2. *Ends*.\n\n<sup>1</sup> A/99/12.")
    page = pages_of_index(insight)["A-99.md"]
    assert "- [note 1](../99/1/index.md#fn1): Notes the report on oil;" in page


def test_no_two_pages_have_one_path(tmp_path: Path) -> None:
    symbols = (
        "GC(40)/INF/5",
        "GC.40/INF/5",
        "HSP/HA.2/Res.3",
        "A/C.2/1",
        "A/C-2/1",
        "A/c.2/1",
        "INDEX/1/2",
        "A/RES/61",
    )
    insight = insight_of(tmp_path, "1. *Ends*.", "1. *Ends*.")
    places: dict[str, list[CitingPlace]] = {symbol: [] for symbol in insight.collection.entries}
    cited = {symbol: Cited(symbol, mentions=dict(places)) for symbol in symbols}
    paths = [page.path.lower() for page in each_page(index_pages(replace(insight, cited=cited)))]
    assert [path for path, times in Counter(paths).items() if times > 1] == []
    addresses = address_of_cited(replace(insight, cited=cited))
    assert len({address.lower() for address in addresses.values()}) == len(symbols)


def test_two_pages_of_one_path_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"A/twice\.md"):
        write_pages([Page("A/twice.md", "one"), Page("A/twice.md", "other")], tmp_path)


SAYINGS = {
    "the date said most often": (["of 1 May 2006", "of 19 December 2006", "of 19 December 2006"], "2006-12-19", ""),
    "a date that its session cannot have": (["of 19 December 1999"], "", ""),
    "a title": (["of 1 May 2007, entitled “Oil for all”"], "2007-05-01", "Oil for all"),
    "a matter": (["of 1 May 2007 on oil, gas and wind, which"], "2007-05-01", "on oil, gas and wind"),
    "a sentence": (["of 1 May 2007 on oil that shall be shared"], "2007-05-01", ""),
    "the day of something else": (["on 3 May 2007"], "", ""),
    "nothing": ([""], "", ""),
}


@pytest.mark.parametrize(("sayings", "date", "name"), SAYINGS.values(), ids=SAYINGS)
def test_what_is_known_of_a_document_is_what_citing_words_say(
    sayings: list[str], date: str, name: str, tmp_path: Path
) -> None:
    insight = insight_of(tmp_path, *(f"1. *Recalls* its resolution 61/168 {said}." for said in sayings))
    cited = insight.cited["A/RES/61/168"]
    assert (cited.date.isoformat() if cited.date else "", cited.name) == (date, name)
