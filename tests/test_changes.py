"""What the pages of a series tell: an invented question that comes up three years in a row, with known edits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rich import entry_of
from samples import ROOT, SEED, sample
from unres.cache import Cache
from unres.collection import Collection, collect, load
from unres.compare import Comparison, compare, kept
from unres.insight import Insight
from unres.model import Resolution
from unres.numbering import ordinal
from unres.pages.write import pages_of_site, write_if_changed
from unres.site.search.documents import volumes_of

GOLDEN = Path(__file__).parent / "golden" / "series"
YEARS = sorted((ROOT / "tests" / "data" / "series").glob("*.md"))
PAGES = re.compile(r"/\d+/\d+/(?:changes|series|index)\.md$")


@pytest.fixture(scope="module")
def years() -> Collection:
    collection, problems = load(YEARS)
    assert problems == ()
    return collection


@pytest.fixture(scope="module")
def pages(years: Collection) -> dict[str, str]:
    return {page.path: page.markdown for page in pages_of_site(Insight.of(years))}


def test_the_pages_of_a_series_are_the_golden_ones(pages: dict[str, str], request: pytest.FixtureRequest) -> None:
    made = {path: words for path, words in pages.items() if PAGES.search(path)}
    if request.config.getoption("--update-golden"):
        for path, words in made.items():
            write_if_changed(GOLDEN / path, words.encode())
    assert sorted(made) == sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.md"))
    for path, words in made.items():
        assert words == (GOLDEN / path).read_text(encoding="utf-8"), f"{path}: see scripts/test.py --update-golden"


def headings(page: str) -> list[str]:
    return re.findall(r'^## .* data-toc-label="(.*)" \}$', page, re.MULTILINE)


def test_a_page_tells_every_change_in_reading_order(pages: dict[str, str]) -> None:
    page = pages["A/RES/151/30/changes.md"]
    assert "\n3 new, 2 gone, 1 changed, 2 dates or numbers only, 2 as before.\n" in page
    assert headings(page) == [
        "PP1: dates or numbers only",
        "PP3: gone",
        "OP1: new",
        "OP1 (a): new",
        "OP1 (b): new",
        "OP2, formerly OP1: changed",
        "OP3: gone",
        "OP4: dates or numbers only",
    ]


def test_changes_lead_to_each_other_and_no_anchor_stands_twice(pages: dict[str, str]) -> None:
    page = pages["A/RES/151/30/changes.md"]
    changed = re.findall(r"^## .*\{ #(\S+)", page, re.MULTILINE)
    assert re.findall(r'href="#(\S+)">Next change', page) == changed[1:]
    assert re.findall(r'href="#(\S+)">Previous change', page) == changed[:-1]
    anchors = re.findall(r'(?:\{ #| id=")([\w-]+)', page)
    assert len(anchors) == len(set(anchors))
    assert {"pp1", "pp2", "op1", "op1-a", "op1-b", "op2", "op3", "op4"} < set(anchors)


def test_added_and_removed_words_are_said(pages: dict[str, str]) -> None:
    page = pages["A/RES/151/30/changes.md"]
    assert 'for <del><span class="told">[removed: </span>ten<span class="told">]</span></del> years' in page
    assert 'for <ins><span class="told">[added: </span>twenty<span class="told">]</span></ins> years' in page


def test_what_is_as_before_is_folded(pages: dict[str, str]) -> None:
    page = pages["A/RES/150/18/changes.md"]
    assert re.findall(r"<summary>(.*)</summary>", page) == ["PP2 to OP1, as before", "OP3, as before"]


def notes(page: str) -> list[str]:
    """What is said beside the paragraphs of a page, in reading order."""
    found = re.findall(
        r"^(.*)\n\{ \.was \.ours \}$|^<details class=\"was ours\"><summary>(.*?)</summary>", page, re.MULTILINE
    )
    return [said or folded for said, folded in found]


def test_each_paragraph_says_what_it_was_the_last_time(pages: dict[str, str]) -> None:
    page = pages["A/RES/151/30/index.md"]
    assert notes(page) == [
        "Only dates or numbers changed since 150/18, PP1",
        "As in [150/18, PP2](../../150/18/index.md#pp2)",
        "New",  # its items, as new as it is, need no word
        "1 word changed since 150/18, OP1",
        "As in [150/18, OP2](../../150/18/index.md#op2)",
        "Only dates or numbers changed since 150/18, OP4",
    ]
    assert '<p><em>Thanks</em> the keepers who have served on remote islands for <del><span class="told">' in page
    assert notes(pages["A/RES/151/30/operative.md"]) == notes(pages["A/RES/149/21/index.md"]) == []


SPLIT = (
    "1. *Calls upon* coastal States to repair every tower damaged by ice, salt or falling rock;\n\n"
    "2. *Also calls upon* them to train young volunteers in polishing lenses, trimming wicks and keeping logbooks;"
)
JOINED = (
    "1. *Calls upon* coastal States to repair every tower damaged by ice, salt or falling rock, and to train young "
    "volunteers in polishing lenses, trimming wicks and keeping logbooks;"
)
LAST = "*Thanks* the keepers of remote islands."
MOVED = [
    f"{{}}. *{verb}* lamp {verb} number {verb} of the coast of {verb} and of {verb};"
    for verb in "Aids Bids Cuts Digs".split()
]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(f"{JOINED}\n\n2. {LAST}", f"{SPLIT}\n\n3. {LAST}", [
            "4 words changed, split from 99/7, OP1", "Split from 99/7, OP1", "As in [99/7, OP2](../../99/7/index.md#op2)",
        ], id="split"),
        pytest.param(f"{SPLIT}\n\n3. {LAST}", f"{JOINED}\n\n2. {LAST}", [
            "4 words changed, merged from 99/7, OP1 and OP2", "As in [99/7, OP3](../../99/7/index.md#op3)",
        ], id="merged"),
        pytest.param("\n\n".join(words.format(at) for at, words in enumerate(MOVED, 1)), "\n\n".join(
            words.format(at) for at, words in enumerate([MOVED[3], *MOVED[:3]], 1)
        ), ["As in [99/7, OP4](../../99/7/index.md#op4), moved", *(f"As in [99/7, OP{n}](../../99/7/index.md#op{n})" for n in (1, 2, 3))], id="moved"),
        pytest.param(f"1. *Asks*:\n\n(a) To rest;\n\n2. {LAST}", f"1. *Asks*:\n\n(a) To rest;\n\n(b) To sleep by day;\n\n2. {LAST}", [
            "As in [99/7, OP1](../../99/7/index.md#op1)", "New", "As in [99/7, OP2](../../99/7/index.md#op2)",
        ], id="an item that is new"),
    ],
)  # fmt: skip
def test_notes_of_what_was_split_merged_or_moved(old: str, new: str, expected: list[str]) -> None:
    recalls = "*Recalling* its resolution 99/7 of 1 April 2044,\n\n"
    later = sample(recalls + new).replace("99/7.", "100/8.").replace("Ninety-ninth", "Hundredth")
    collection = collect([entry_of(sample(old), "a.md"), entry_of(later, "b.md")])
    page = next(page for page in pages_of_site(Insight.of(collection)) if page.path == "A/RES/100/8/index.md")
    assert notes(page.markdown)[1:] == expected


def test_a_resolution_leads_to_what_changed_or_to_the_one_before(pages: dict[str, str]) -> None:
    assert "A/RES/149/21/changes.md" not in pages, "nothing is held before it"
    own = pages["A/RES/150/18/index.md"]
    assert "[What changed since 149/21](changes.md): 1 new, 1 changed, 1 dates or numbers only" in own
    alone = {page.path: page.markdown for page in pages_of_site(Insight.of(load([SEED])[0]))}
    evidence = "(cited as on the same matter, recalled in the text)"  # its title is not known here
    assert (
        f"[61/168](https://docs.un.org/en/A/RES/61/168){{ .ref .external }} {evidence}"
        in alone["A/RES/62/160/index.md"]
    )
    assert "A/RES/62/160/changes.md" not in alone


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The pairs that are compared while a test runs."""
    pairs: list[tuple[str, str]] = []

    def noted(old: Resolution, new: Resolution) -> Comparison:
        pairs.append((old.symbol, new.symbol))
        return compare(old, new)

    monkeypatch.setattr(kept, "compare", noted)
    return pairs


PAIRS = [("A/RES/149/21", "A/RES/150/18"), ("A/RES/150/18", "A/RES/151/30")]


def test_each_pair_is_compared_once(years: Collection, compared: list[tuple[str, str]]) -> None:
    insight = Insight.of(years)
    list(pages_of_site(insight))
    list(volumes_of(insight))
    assert compared == PAIRS


def test_a_pair_that_did_not_change_is_not_compared_again(
    years: Collection, compared: list[tuple[str, str]], tmp_path: Path
) -> None:
    cache = Cache.of(tmp_path, "compare")
    first = Insight.of(years, cache)
    assert Insight.of(years, cache).histories == first.histories
    assert Insight.of(years).histories == first.histories
    assert compared == [*PAIRS, *PAIRS], "the last time without a cache"
    texts = {path.name: path.read_text(encoding="utf-8") for path in YEARS}
    texts["151-30.md"] = texts["151-30.md"].replace("twenty years", "thirty years")
    mended = collect([entry_of(text, name) for name, text in texts.items()])
    compared.clear()
    Insight.of(mended, cache)
    assert compared == PAIRS[1:]


def test_a_series_shows_its_years_and_the_way_of_each_paragraph(pages: dict[str, str]) -> None:
    page = pages["A/RES/151/30/series.md"]
    assert "3 resolutions on one question, from 149/21 to 151/30." in page
    assert "- [149/21](../../149/21/index.md){ #s-149-21 }, adopted on 1 April 2095: Lighthouses" in page
    rows = [line for line in page.splitlines() if line.startswith("| [")]
    assert rows[0].endswith(" | – | PP1, new | PP1, dates or numbers |")
    assert rows[1].endswith(" | PP1 | PP2 | PP2 |")
    assert rows[2].endswith("{ #row-op1 } | – | – | OP1, new |")
    assert rows[5].endswith(" | OP1 | OP1 | OP2, changed |")
    assert rows[6].endswith(" | OP2 | OP2, changed | OP3 |")


def pictures(page: str) -> list[str]:
    """The pictures of a page, without the small ones of their keys."""
    return re.findall(r'<svg [^>]*role="group".*?</svg>', page, re.DOTALL)


@pytest.mark.parametrize(("path", "count"), [("150/18/series.md", 2), ("150/18/references.md", 1)])
def test_each_picture_leads_to_what_says_the_same_beside_it(pages: dict[str, str], path: str, count: int) -> None:
    page = pages[f"A/RES/{path}"]
    assert len(pictures(page)) == count
    for picture in pictures(page):
        assert len(picture) < 20_000
        assert "<title " in picture
        assert "style" not in picture
        links = re.findall(r'href="#([^"]+)"', picture)
        assert links
        beside = page.replace(picture, "")
        assert all(re.search(rf"(?:\{{ |\w)#{anchor}\b", beside) for anchor in links), "an attribute list or a block"
    assert [key in page for key in (" as before<", " dates or numbers only<", " changed<", " new<")].count(True) in (
        0,
        4,
    )


def test_a_series_shows_later_years_too(pages: dict[str, str]) -> None:
    first = pages["A/RES/149/21/series.md"]
    rows = [line.partition(" } ")[2] for line in first.splitlines() if line.startswith("| [")]
    assert rows == ["| PP1 | PP2 | PP2 |", "| PP2 | PP3 | gone |", "| OP1 | OP1 | OP2, changed |", "| OP2 | OP2, changed | OP3 |",
                    "| OP3 | OP3 | gone |", "| OP4 | OP4, dates or numbers | OP4, dates or numbers |"]  # fmt: skip


def test_who_cites_whom_is_left_out_where_there_is_nothing_to_draw_and_cut_where_there_is_too_much() -> None:
    alone = {
        page.path: page.markdown
        for page in pages_of_site(Insight.of(collect([entry_of(sample("1. *Ends*."), "a.md")])))
    }
    assert pictures(alone["A/RES/99/7/references.md"]) == []
    many = ", ".join(f"{at}/{at}" for at in range(40, 95))
    citing = sample(f"*Recalling* its resolutions {many} and 62/160,\n\n1. *Ends*.")
    [picture] = pictures(of(collect([entry_of(citing, "a.md")]), "A/RES/99/7/references.md"))
    assert picture.count("<circle") == 40
    assert len(picture) < 20_000
    assert "16 more are in the lists." in of(collect([entry_of(citing, "a.md")]), "A/RES/99/7/references.md")


def years_of(count: int) -> Iterator[str]:
    """A question that comes up in so many sessions, with some paragraphs that change each time."""
    for at in range(count):
        recalled = f"*Recalling* its resolution {100 + at - 1}/7 of 1 April {2044 + at},\n\n" if at else ""
        words = "\n\n".join(
            f"{n}. *Requests* keeper {n} to count {chr(97 + n % 26) * 9} {'lamps' if (at + n) % 3 else 'bells'} at {n}."
            for n in range(1, 121)
        )
        yield (
            sample(recalled + words).replace("99/7.", f"{100 + at}/7.").replace("Ninety-ninth", f"{ordinal(100 + at)}")
        )


def test_a_long_series_stays_light() -> None:
    """Twelve years of 120 paragraphs: no picture over 20 KB; a page tells of the last eight years alone."""
    collection = collect([entry_of(text, f"{at}.md") for at, text in enumerate(years_of(12))])
    pages = {page.path: page.markdown for page in pages_of_site(Insight.of(collection))}
    newest, ninth = pages["A/RES/111/7/series.md"], pages["A/RES/109/7/series.md"]
    for page in (newest, ninth):
        assert max(map(len, pictures(page))) < 20_000
        assert len(page) < 250_000
    assert newest.count("\n| [") == ninth.count("\n| [") == 121
    assert len(newest) < 1.05 * len(ninth)


SAID = "*Recognizes* that lamps which burn through the longest nights of winter save the lives of seamen everywhere"
REPEATS = {
    "in another series": ([SAID], [f"{SAID};"], ["The same words also in [99/7, OP1](../7/index.md#op1)"]),
    "apart from punctuation and hyphens": ([SAID.replace("seamen", "sea‑men")], [SAID], ["The same words also in [99/7, OP1](../7/index.md#op1)"]),
    "another number is another word": ([f"{SAID} in 2044"], [f"{SAID} in 2045"], []),
    "a short form that all have": (["*Decides* to remain seized of the matter"], ["*Decides* to remain seized of the matter"], []),
    "twice in one resolution": (["*Thanks* them"], [SAID, SAID], []),
}  # fmt: skip


def numbered(paragraphs: list[str]) -> str:
    return sample("\n\n".join(f"{at}. {words}" for at, words in enumerate(paragraphs, 1)))


def of(collection: Collection, path: str) -> str:
    return next(page.markdown for page in pages_of_site(Insight.of(collection)) if page.path == path)


@pytest.mark.parametrize(("one", "other", "expected"), REPEATS.values(), ids=REPEATS)
def test_the_same_words_elsewhere(one: list[str], other: list[str], expected: list[str]) -> None:
    others = numbered(other).replace("99/7. Lighthouses", "99/8. Bees")
    collection = collect([entry_of(numbered(one), "a.md"), entry_of(others, "b.md")])
    assert notes(of(collection, "A/RES/99/8/index.md")) == expected


def test_what_comes_up_again_in_its_own_series_is_no_news_and_others_are_named_by_their_newest(
    years: Collection,
) -> None:
    assert Insight.of(years).repeated == {}
    bees = numbered([SAID]).replace("99/7. Lighthouses", "99/8. Bees")
    first, second = numbered([SAID]), f"*Recalling* its resolution 99/7 of 1 April 2044,\n\n1. {SAID}."
    second = sample(second).replace("99/7. L", "100/3. L").replace("Ninety-ninth", "Hundredth")
    collection = collect([entry_of(text, f"{at}.md") for at, text in enumerate((first, second, bees))])
    assert notes(of(collection, "A/RES/99/8/index.md")) == [
        "The same words also in [100/3, OP1](../../100/3/index.md#op1)"
    ]
    assert notes(of(collection, "A/RES/100/3/index.md"))[-1].endswith("also in [99/8, OP1](../../99/8/index.md#op1)")


def test_of_many_only_some_are_named_and_the_others_counted() -> None:
    texts = [
        numbered([SAID]).replace("99/7. Lighthouses", f"99/{at}. {name}")
        for at, name in enumerate("Ants Bees Cats Dogs Eels Foxes Goats".split(), 1)
    ]
    collection = collect([entry_of(text, f"{at}.md") for at, text in enumerate(texts)])
    [note] = notes(of(collection, "A/RES/99/7/index.md"))
    assert re.findall(r"\[(.*?)\]", note) == ["99/6, OP1", "99/5, OP1", "99/4, OP1", "99/3, OP1"]
    assert note.endswith(" · and in 2 other series")
