"""What the pages of a series tell: an invented question that comes up three years in a row, with known edits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samples import ROOT, SEED
from unres.collection import Collection, load
from unres.compare import Comparison, compare, history
from unres.model import Resolution
from unres.pages.write import pages_of_site, write_if_changed

GOLDEN = Path(__file__).parent / "golden" / "series"
YEARS = sorted((ROOT / "tests" / "data" / "series").glob("*.md"))
PAGES = re.compile(r"/(?:changes|series)\.md$")


@pytest.fixture(scope="module")
def years() -> Collection:
    collection, problems = load(YEARS)
    assert problems == ()
    return collection


@pytest.fixture(scope="module")
def pages(years: Collection) -> dict[str, str]:
    return {page.path: page.markdown for page in pages_of_site(years)}


def test_the_pages_of_a_series_are_the_golden_ones(pages: dict[str, str], request: pytest.FixtureRequest) -> None:
    made = {path: words for path, words in pages.items() if PAGES.search(path)}
    if request.config.getoption("--update-golden"):
        for path, words in made.items():
            write_if_changed(GOLDEN / path, words)
    assert sorted(made) == sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.md"))
    for path, words in made.items():
        assert words == (GOLDEN / path).read_text(encoding="utf-8"), f"{path}: see scripts/test.py --update-golden"


def headings(page: str) -> list[str]:
    return re.findall(r"^## (.*?) \{", page, re.MULTILINE)


def test_a_page_tells_every_change_in_reading_order(pages: dict[str, str]) -> None:
    page = pages["A/RES/151/30/changes.md"]
    assert "\n3 new, 2 gone, 1 changed, 2 with other dates or numbers only, 2 as before.\n" in page
    assert headings(page) == [
        "PP1: with other dates or numbers only",
        "PP3: gone",
        "OP1: new",
        "OP1 (a): new",
        "OP1 (b): new",
        "OP2, formerly OP1: changed",
        "OP3: gone",
        "OP4: with other dates or numbers only",
    ]


def test_changes_lead_to_each_other_and_no_anchor_stands_twice(pages: dict[str, str]) -> None:
    page = pages["A/RES/151/30/changes.md"]
    changed = re.findall(r"^## .*\{ #(\S+)", page, re.MULTILINE)
    assert re.findall(r"\[Next change\]\(#(\S+)\)", page) == changed[1:]
    assert re.findall(r"\[Previous change\]\(#(\S+)\)", page) == changed[:-1]
    anchors = re.findall(r"\{ #(\S+)", page)
    assert len(anchors) == len(set(anchors))
    assert {"pp1", "pp2", "op1", "op1-a", "op1-b", "op2", "op3", "op4"} < set(anchors)


def test_added_and_removed_words_are_said(pages: dict[str, str]) -> None:
    page = pages["A/RES/151/30/changes.md"]
    assert 'for <del><span class="told">[removed: </span>ten<span class="told">]</span></del> years' in page
    assert 'for <ins><span class="told">[added: </span>twenty<span class="told">]</span></ins> years' in page


def test_what_is_as_before_is_folded(pages: dict[str, str]) -> None:
    page = pages["A/RES/150/18/changes.md"]
    assert re.findall(r"/// html \| summary\n(.*)\n///", page) == ["PP2 to OP1, as before", "OP3, as before"]


def test_a_resolution_leads_to_what_changed_or_to_the_one_before(pages: dict[str, str]) -> None:
    assert "A/RES/149/21/changes.md" not in pages, "nothing is held before it"
    own = pages["A/RES/150/18/index.md"]
    assert "[What changed since 149/21](changes.md): 1 new, 1 changed, 1 with other dates" in own
    alone = {page.path: page.markdown for page in pages_of_site(load([SEED])[0])}
    assert "[61/168](https://docs.un.org/en/A/RES/61/168){ .ref .external } (" in alone["A/RES/62/160/index.md"]
    assert "A/RES/62/160/changes.md" not in alone


def test_each_pair_is_compared_once(years: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []

    def noted(old: Resolution, new: Resolution) -> Comparison:
        compared.append((old.symbol, new.symbol))
        return compare(old, new)

    monkeypatch.setattr(history, "compare", noted)
    list(pages_of_site(years))
    assert compared == [
        ("A/RES/149/21", "A/RES/150/18"),
        ("A/RES/150/18", "A/RES/151/30"),
    ]
