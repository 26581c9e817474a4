"""The head of a resolution's page: the links of its masthead, and the facts below its title."""

import re
from pathlib import Path

import pytest

from samples import own_pages, sample
from unres.collection import Collection, load
from unres.insight import Insight
from unres.pages.write import pages_of_site
from unres.text.parser import parse


def collection_of(folder: Path, **texts: str) -> Collection:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return load(sorted(folder.glob("*.md")))[0]


def whole(folder: Path, text: str) -> str:
    (entry,) = collection_of(folder, a=text)
    return next(page.markdown for page in own_pages(entry) if page.path.endswith("/index.md"))


LINKED = {
    "the session": "[Ninety-ninth session](../index.md){ .list }",
    "the agenda item": "[Agenda item 12 (c)](../../subjects/ninety-ninth-session-agenda-item-12-c.md){ .list }",
    "the committee": r"\[</span>on the report of the [Third Committee](../../committees/third-committee.md){ .list } ([A/99/401",
}


@pytest.mark.parametrize("link", LINKED.values(), ids=LINKED)
def test_words_of_the_masthead_lead_to_the_lists(link: str, tmp_path: Path) -> None:
    assert link in whole(tmp_path, sample("1. *Ends*."))


def test_the_plenary_has_its_own_words(tmp_path: Path) -> None:
    text = sample("1. *Ends*.").replace(
        "on the report of the Third Committee (A/99/401, para. 7)", "without reference to a Main Committee (A/99/L.3)"
    )
    page = whole(tmp_path, text)
    assert r"\[</span>[without reference to a Main Committee](../../committees/plenary.md){ .list } (" in page
    assert " · draft [A/99/L.3](https://docs.un.org/en/A/99/L.3){ .external }" in page


def test_a_session_that_is_not_that_of_the_number_leads_nowhere(tmp_path: Path) -> None:
    page = whole(tmp_path, sample("1. *Ends*.").replace("Ninety-ninth", "Ninety-eighth"))
    assert "\nNinety-eighth session\n{ .session }" in page


def test_a_masthead_without_the_bracketed_line_claims_no_committee(tmp_path: Path) -> None:
    text = sample("1. *Ends*.").replace("[on the report of the Third Committee (A/99/401, para. 7)]\n\n", "")
    page = whole(tmp_path, text)
    assert "ommittee" not in page.partition("title:")[2].partition("enacting")[0]
    assert "Adopted on 1 April 2044 · 40th plenary meeting\n" in page


def test_the_facts_are_those_of_the_text(tmp_path: Path) -> None:
    page = whole(tmp_path, sample("1. *Ends*."))
    facts = (
        "Adopted on 1 April 2044 · 40th plenary meeting · [Third Committee](../../committees/third-committee.md)"
        " · report [A/99/401](https://docs.un.org/en/A/99/401){ .external }\n"
    )
    assert facts in page
    for language in ("ar", "zh", "en", "fr", "ru", "es"):
        assert f"(https://docs.un.org/{language}/A/RES/99/7){{ lang={language} " in page


def test_nothing_is_said_of_a_vote_that_no_editor_gives(tmp_path: Path) -> None:
    page = whole(tmp_path, sample("1. *Ends*."))
    assert not re.search(r"in favour|without a vote|Sponsors|record ", page)


def test_what_an_editor_gives_stands_there_with_its_source(tmp_path: Path) -> None:
    front = (
        "---\nvote: 132 in favour, 52 against, 8 abstaining (A/99/PV.40)\n"
        "sponsors: Benin, Iran (Islamic Republic of) (A/C.3/99/L.5)\nrecord: https://example.org/a?b=c\n---\n\n"
    )
    page = whole(tmp_path, front + sample("1. *Ends*."))
    assert (
        "132 in favour, 52 against, 8 abstaining ([A/99/PV.40](https://docs.un.org/en/A/99/PV.40){ .external })" in page
    )
    assert (
        "Benin, Iran (Islamic Republic of) ([A/C.3/99/L.5](https://docs.un.org/en/A/C.3/99/L.5){ .external })" in page
    )
    assert "record [source](https://example.org/a?b=c){ .external }" in page


def test_neighbours_are_those_of_the_session_that_are_here(tmp_path: Path) -> None:
    texts = {name: sample("1. *Ends*.").replace("99/7.", f"99/{name[1:]}.") for name in ("n9", "n10", "n2")}
    other = sample("1. *Ends*.").replace("99/7.", "98/10.").replace("Ninety-ninth", "Ninety-eighth")
    pages = {
        page.path: page.markdown for page in pages_of_site(Insight.of(collection_of(tmp_path, other=other, **texts)))
    }
    found = re.findall(r"(before|after):(?: \{\}|\n    number: (\S+))", pages["A/RES/99/9/index.md"])
    assert found == [("before", "99/2"), ("after", "99/10")]
    found = re.findall(r"(before|after):(?: \{\}|\n    number: (\S+))", pages["A/RES/98/10/index.md"])
    assert found == [("before", ""), ("after", "")]


def test_a_series_leads_on_to_the_one_after(tmp_path: Path) -> None:
    first = sample("1. *Asks* all States to keep the lamps of their lighthouses lit;\n\n2. *Ends*.")
    second = first.replace("99/7.", "100/9.").replace("Ninety-ninth", "One hundredth")
    second = second.replace("1. *Asks*", "*Recalling* its resolution 99/7,\n\n1. *Asks*")
    pages = {page.path: page.markdown for page in pages_of_site(Insight.of(collection_of(tmp_path, a=first, b=second)))}
    assert "The one after it: [100/9](../../100/9/index.md)" in pages["A/RES/99/7/index.md"]
    assert "[What changed since 99/7](changes.md): " in pages["A/RES/100/9/index.md"]


FAULTS = {
    "a vote without a source": ("vote: 132 in favour, 52 against, 8 abstaining", "a field vote of another form than"),
    "a vote in other words": ("vote: adopted by consensus (A/62/PV.76)", "a field vote of another form than"),
    "sponsors without a source": ("sponsors: Benin, Cuba", "a field sponsors of another form than"),
    "a record that is no document": ("record: the 76th meeting", "a field record of another form than"),
    "an address that is no web page": ("record: javascript:alert(1)", "a field record of another form than"),
    "an address that holds markup": ("record: https://example.org/](x)", "a field record of another form than"),
}


@pytest.mark.parametrize(("line", "message"), FAULTS.values(), ids=FAULTS)
def test_what_an_editor_gives_is_checked(line: str, message: str) -> None:
    (problem,) = parse(f"---\nsymbol: A/RES/99/7\n{line}\n---\n\n" + sample("1. *Ends*."), "a.md").problems
    assert str(problem).startswith(f"a.md:3: front matter has {message}"), problem
