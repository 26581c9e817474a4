"""The lists of the collection: every resolution once in each, sorted as people count."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from samples import sample
from unres.collection import load
from unres.insight import Insight
from unres.pages.groups import Grouping
from unres.pages.listing import listing_pages
from unres.pages.write import pages_of_site, write_pages


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
    return {page.path: page.markdown for page in listing_pages(collection, Grouping.of(collection))}


def listed(page: str) -> list[str]:
    return re.findall(r"^- \[<span>(.+?)</span>", page, flags=re.MULTILINE)


def test_the_home_page_shows_the_latest_session_and_leads_to_the_others(tmp_path: Path) -> None:
    home = pages(tmp_path)["A/_home.md"]
    assert listed(home) == ["80/9", "80/10"]
    assert "4 resolutions: [79th session](A/RES/79/index.md) (1)" in home
    assert "[10th special session](A/RES/S-10/index.md) (1)" in home


def test_every_resolution_stands_once_in_each_kind_of_list(tmp_path: Path) -> None:
    found = pages(tmp_path)
    everything = ["79/1", "80/10", "80/9", "S-10/2"]
    sessions = [path for path in found if re.fullmatch(r"A/RES/[S\d-]+/index\.md", path)]
    committees = [path for path in found if path.startswith("A/RES/committees/")]
    assert sorted(number for path in sessions for number in listed(found[path])) == everything
    assert sorted(number for path in committees for number in listed(found[path])) == everything
    assert sorted(listed(found["A/RES/subjects/index.md"])) == everything


def test_lists_are_counted_and_named(tmp_path: Path) -> None:
    found = pages(tmp_path)
    overview = found["A/RES/index.md"]
    assert "- [80th session](80/index.md): 2\n- [79th session](79/index.md): 1\n- [10th special session]" in overview
    assert "- [First Committee](committees/first-committee.md): 1" in overview
    subjects = found["A/RES/subjects/index.md"]
    assert subjects.index("## Oil") < subjects.index("## Tenth special session, agenda item 12 (c)")
    assert "3 subjects" in subjects


COMMITTEES = {
    "names that differ in case": (["Third", "third"], ["third-committee", "third-committee-2"]),
    "names that differ in signs": (["Third", "Third–"], ["third-committee", "third-committee-2"]),
    "no Latin letter in either": (["第三", "第二"], ["committee", "committee-2"]),
    "a name longer than a file name": (["Third" + " and Fourth" * 40], ["third" + "-and-fourth" * 10 + "-and"]),
}


@pytest.mark.parametrize(("names", "slugs"), COMMITTEES.values(), ids=COMMITTEES)
def test_committees_of_like_names_have_a_page_each(names: Sequence[str], slugs: Sequence[str], tmp_path: Path) -> None:
    for at, name in enumerate(names):
        (tmp_path / f"{at}.md").write_text(resolution(f"80/{at + 1}", "Eightieth", name), encoding="utf-8")
    collection, problems = load(sorted(tmp_path.glob("*.md")))
    assert problems == ()
    write_pages(pages_of_site(Insight.of(collection)), tmp_path / "docs")
    folder = tmp_path / "docs" / "A" / "RES" / "committees"
    assert sorted(path.stem for path in folder.iterdir()) == sorted(slugs)
    linked = re.findall(r"\(committees/(.+)\.md\)", (folder.parent / "index.md").read_text(encoding="utf-8"))
    assert sorted(linked) == sorted(slugs)
