"""The lists of the collection: every resolution once in each, sorted as people count."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from samples import sample
from unres.collection import load
from unres.insight import Insight
from unres.pages.home import home_page
from unres.pages.listing import listing_pages, lists_of
from unres.pages.rows import LONGEST, ListItem, list_pages


def resolution(number: str, session: str, committee: str = "Third", subject: str = "") -> str:
    text = sample("1. *Ends*.").replace("99/7.", f"{number}.").replace("Ninety-ninth", session)
    text = text.replace("Third Committee", f"{committee} Committee")
    return text.replace("Agenda item 12 (c)", f"Agenda item 12 (c)  \n{subject}") if subject else text


def pages(tmp_path: Path) -> dict[str, str]:
    texts = [
        resolution("80/10", "Eightieth", "First", "Oil"),
        resolution("80/9", "Eightieth", "Third", "Oil"),
        resolution("79/1", "Seventy-ninth", "Third", "Wicks"),
        resolution("S-10/2", "Tenth special", "Third"),
    ]
    for at, text in enumerate(texts):
        (tmp_path / f"{at}.md").write_text(text, encoding="utf-8")
    collection, problems = load(sorted(tmp_path.glob("*.md")))
    assert problems == ()
    assert len(collection) == len(texts)
    return {page.path: page.markdown for page in [home_page(Insight.of(collection)), *listing_pages(collection)]}


def listed(page: str) -> list[str]:
    return re.findall(r"^- \[<span>(.+?)</span>", page, flags=re.MULTILINE)


def test_the_home_page_shows_what_is_new_and_leads_to_everything(tmp_path: Path) -> None:
    home = pages(tmp_path)["A/_home.md"]
    assert listed(home)[:2] == ["S-10/2", "80/10"]
    assert "[80th session](A/RES/80/index.md){ .shelf } <small>2</small>" in home
    assert "[10th special session](A/RES/S-10/index.md)" in home
    assert "[First Committee](A/RES/committees/first-committee.md)" in home
    assert "[Oil](A/RES/subjects/oil.md){ .shelf } <small>2</small>" in home


def test_every_resolution_stands_once_in_each_kind_of_list(tmp_path: Path) -> None:
    found = pages(tmp_path)
    everything = ["79/1", "80/10", "80/9", "S-10/2"]
    sessions = r"A/RES/[S\d-]+/index\.md"
    for kind in (sessions, r"A/RES/committees/.+\.md", r"A/RES/subjects/.+\.md"):
        assert sorted(n for path in found if re.fullmatch(kind, path) for n in listed(found[path])) == everything


def test_a_row_tells_a_resolution_from_others_like_it(tmp_path: Path) -> None:
    row = '{ .entry }<small data-keys="2044-04-01 1 0">1 April 2044 · Third Committee · 1 paragraph</small>'
    assert f"- [<span>80/9</span> Lighthouses](9/index.md){row}" in pages(tmp_path)["A/RES/80/index.md"]


def test_lists_are_counted_and_named(tmp_path: Path) -> None:
    found = pages(tmp_path)
    sessions = re.findall(r"^- \[(.+?)\]\((.+?)\)", found["A/RES/index.md"], flags=re.MULTILINE)
    assert sessions == [
        ("80th session", "80/index.md"),
        ("79th session", "79/index.md"),
        ("10th special session", "S-10/index.md"),
    ]
    assert "2 resolutions, adopted on 1 April 2044." in found["A/RES/80/index.md"]
    assert re.findall(r"^## (.+?) \{", found["A/RES/committees/third-committee.md"], flags=re.MULTILINE) == [
        "80th session",
        "79th session",
        "10th special session",
    ]


COMMITTEES = {
    "in the order of the rules of procedure": (
        ["Sixth", "Special Political and Decolonization", "Credentials", "First"],
        [
            "first-committee",
            "special-political-and-decolonization-committee",
            "sixth-committee",
            "credentials-committee",
        ],
    ),
    "names that differ in case": (["Third", "third"], ["third-committee"]),
    "names that differ in signs": (["Third", "Third–"], ["third-committee"]),
    "no Latin letter in either": (["第三", "第二"], ["第三-committee", "第二-committee"]),
    "a name longer than a file name": (["Third" + " and Fourth" * 40], ["third" + "-and-fourth" * 6 + "-and-7ccded6e"]),
}


@pytest.mark.parametrize(("names", "slugs"), COMMITTEES.values(), ids=COMMITTEES)
def test_each_committee_has_a_page(names: Sequence[str], slugs: Sequence[str], tmp_path: Path) -> None:
    for at, name in enumerate(names):
        (tmp_path / f"{at}.md").write_text(resolution(f"80/{at + 1}", "Eightieth", name), encoding="utf-8")
    collection, problems = load(sorted(tmp_path.glob("*.md")))
    assert problems == ()
    found = {page.path: page.markdown for page in listing_pages(collection)}
    index = found["A/RES/committees/index.md"]
    assert re.findall(r"\]\((.+)\.md\)", index) == list(slugs)
    assert all(f"A/RES/committees/{slug}.md" in found for slug in slugs)


SUBJECTS = {
    "an item": ("Oil", ["Oil"]),
    "a part of an item": ("Oil: lamps", ["Oil", "Lamps"]),
    "a part that repeats its item": ("Oil: oil", ["Oil"]),
    "a part of a part": ("Oil: lamps: wicks", ["Oil", "Lamps: wicks"]),
}


@pytest.mark.parametrize(("title", "shelves"), SUBJECTS.values(), ids=SUBJECTS)
def test_a_subject_is_an_item_and_its_part(title: str, shelves: Sequence[str], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(resolution("80/1", "Eightieth", subject=title), encoding="utf-8")
    collection, _ = load([tmp_path / "a.md"])
    index = next(page.markdown for page in listing_pages(collection) if page.path == "A/RES/subjects/index.md")
    assert re.findall(r"^ *- \[(.+?)\]", index, flags=re.MULTILINE) == list(shelves)


def test_a_long_list_goes_on_over_further_pages() -> None:
    rows = [ListItem(f"80/{n}", "Oil", f"A/RES/80/{n}/index.md") for n in range(1, LONGEST + 6)]
    first, second = list_pages("A/RES/80/index", "80th session", "Many.", rows)
    assert (first.path, second.path) == ("A/RES/80/index.md", "A/RES/80/page-2.md")
    assert listed(first.markdown) + listed(second.markdown) == [row.number for row in rows]
    assert "Page **1** · [2](page-2.md)" in first.markdown
    assert "Page [1](index.md) · **2**" in second.markdown


def test_every_list_that_search_names_is_a_page_or_a_place_of_one(tmp_path: Path) -> None:
    found = pages(tmp_path)
    collection, _ = load(sorted(tmp_path.glob("*.md")))
    for _, address, _ in lists_of(collection):
        path, _, anchor = address.partition("#")
        file = found.get(f"{path}index.md") or found[f"{path.rstrip('/')}.md"]
        assert not anchor or f"{{ #{anchor} }}" in file
