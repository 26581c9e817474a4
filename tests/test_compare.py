"""Two texts of a series with known edits: what corresponds, which words changed, and what came before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples import HEAD, SEED, sample
from unres import cli
from unres.collection import collect, make_reading
from unres.compare import Change, Comparison, Fate, Pair, compare, difference, series_of
from unres.compare.words import words_of
from unres.exports.comparison import comparison_html, comparison_json, comparison_text, remark
from unres.model import Resolution
from unres.text.parser import parse

# Paragraphs on harbours, far enough from each other to be told apart
PREAMBLE = [
    "*Recalling* its resolution 98/4 of 2 May 2043 on the upkeep of lighthouses in small harbours,",
    "*Noting* that seamen everywhere rely on lamps that burn through the longest nights of winter,",
    "*Concerned* by the number of towers left without a keeper since the storms of recent years,",
]
OPERATIVE = [
    "*Thanks* the keepers who have served on remote islands for ten years or longer;",
    "*Calls upon* coastal States to repair every tower damaged by ice, salt or falling rock;",
    "*Invites* shipowners to contribute whale-free oil and spare lenses to a common store;",
    "*Requests* the Secretary-General to report on the state of lamps at its hundredth session;",
    "*Encourages* schools to teach children how signals are read and why they matter;",
]
SPLIT = [
    "*Calls upon* coastal States to repair every tower damaged by ice, salt or falling rock, "
    "and to train young volunteers in polishing lenses, trimming wicks and keeping careful logbooks;",
    "*Also calls upon* them to train young volunteers in polishing lenses, trimming wicks and keeping careful logbooks;",
]


def text(preamble: list[str], operative: list[str], number: str = "99/7") -> Resolution:
    """A resolution of these paragraphs."""
    body = [*preamble, *(f"{at}. {words}" if words[0] == "*" else words for at, words in enumerate(operative, 1))]
    parsed = parse(sample("\n\n".join(body)).replace("99/7.", f"{number}."), f"{number}.md")
    assert parsed.resolution is not None, parsed.problems
    return parsed.resolution


def labels(pair: Pair) -> tuple[str, str, str]:
    """A pair in short: the newer labels, the older ones, and what became of them."""
    new, old = (" ".join(str(p.label) for p in side) for side in (pair.new, pair.old))
    return new, old, pair.status.value + (" moved" if pair.moved else "")


def changes(comparison: Comparison) -> list[tuple[str, str, str]]:
    """The pairs that are not simply as before, whatever their numbers."""
    return [found for row in comparison.rows if (found := labels(row.pair))[2] != "same"]


def edited(operative: list[str], old: list[str] | None = None, preamble: list[str] | None = None) -> Comparison:
    before = text(PREAMBLE, OPERATIVE if old is None else old, "98/4")
    return compare(before, text(PREAMBLE if preamble is None else preamble, operative))


ONE, TWO, THREE, FOUR, FIVE = OPERATIVE
ITEMS = "*Requests* the Secretary-General:\n\n(a) To count the towers that still stand on northern coasts;"
MORE = "(b) To publish a chart of every lamp with its colour and rhythm;"
EDITS = {
    "nothing": (OPERATIVE, OPERATIVE, []),
    "a word": ([ONE.replace("ten", "twelve"), TWO, THREE, FOUR, FIVE], OPERATIVE, [("1", "1", "changed")]),
    "punctuation alone": ([ONE, TWO.replace("ice, salt", "ice; salt"), THREE, FOUR, FIVE], OPERATIVE, []),
    "a hyphen of the print": ([ONE, TWO, THREE.replace("whale-free", "whale‑free"), FOUR, FIVE], OPERATIVE, []),
    "inserted": ([ONE, SPLIT[1], TWO, THREE, FOUR, FIVE], OPERATIVE, [("2", "", "new")]),
    "gone": ([ONE, TWO, FOUR, FIVE], OPERATIVE, [("", "3", "gone")]),
    "moved": ([FIVE, ONE, TWO, THREE, FOUR], OPERATIVE, [("1", "5", "same moved")]),
    "split": ([ONE, TWO, SPLIT[1], THREE], [ONE, SPLIT[0], THREE], [("2 3", "2", "changed")]),
    "merged": ([ONE, SPLIT[0], THREE], [ONE, TWO, SPLIT[1], THREE], [("2", "2 3", "changed")]),
    "a list that grew": ([ONE, f"{ITEMS}\n\n{MORE}"], [ONE, ITEMS], [("2 (b)", "", "new")]),
    "a sub-paragraph promoted": (
        [ONE, ITEMS, MORE.replace("(b) To publish", "*Publishes*")],
        [ONE, f"{ITEMS}\n\n{MORE}"],
        [("3", "2 (b)", "changed")],
    ),
}


@pytest.mark.parametrize(("new", "old", "expected"), EDITS.values(), ids=EDITS.keys())
def test_a_known_edit_is_found(new: list[str], old: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert changes(edited(new, old)) == expected


def test_what_only_dates_and_numbers_change_is_routine() -> None:
    preamble = [PREAMBLE[0].replace("98/4 of 2 May 2043", "99/12 of 13 December 2044"), *PREAMBLE[1:]]
    comparison = edited([ONE, TWO, THREE, FOUR.replace("hundredth", "seventy-first"), FIVE], preamble=preamble)
    assert {str(row.pair.new[0].label): row.fate for row in comparison.rows if row.difference.changed} == {
        "pp1": Fate.ROUTINE,
        "4": Fate.ROUTINE,
    }
    assert comparison.counts == {Fate.SAME: 6, Fate.ROUTINE: 2}


def shown(old: str, new: str) -> str:
    """A difference in one line: ``[-gone-] {+new+}``, kept words as they are."""
    marks = {Change.KEPT: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "{{+{}+}}"}
    found = difference(old, new).stretches
    return "".join(marks[s.change].format((old if s.change is Change.REMOVED else new)[s.start : s.end]) for s in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("lit at night;", "lit by night;", "lit [-at-]{+by+} night;", id="word"),
        pytest.param("lit at night;", "lit at  night.", "lit at  night.", id="blanks and punctuation"),
        pytest.param("resolution 61/168", "resolution 61/16", "resolution [-61/168-]{+61/16+}", id="symbol whole"),
        pytest.param("the lamp", "the lamp and the wick", "the lamp{+ and the wick+}", id="added at the end"),
        pytest.param("", "lamps", "{+lamps+}", id="all new"),
        pytest.param("lamps", "", "[-lamps-]", id="all gone"),
        pytest.param(
            "Seamen dread of the dark cliffs beyond our old harbour",
            "Seamen speak of the tall tower beyond our old harbour",
            "Seamen [-dread of the dark cliffs-]{+speak of the tall tower+} beyond our old harbour",
            id="common words amid a rewritten stretch",
        ),
        pytest.param(
            "Lamps burn all night", "Keepers sleep all day", "[-Lamps burn all night-]{+Keepers sleep all day+}",
            id="above two thirds, before and after whole",
        ),
    ],
)  # fmt: skip
def test_differences_are_of_words(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


WORDS = st.lists(st.sampled_from("lamp of the 62/160 keeper and oil, (a) non-slip — “wick” seventy-first 3".split()))


@given(old=WORDS, new=WORDS)
def test_every_word_of_both_texts_stands_in_one_stretch(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    found = difference(before, after)
    for whole, sides in ((before, {Change.REMOVED}), (after, {Change.ADDED, Change.KEPT})):
        places = [(s.start, s.end) for s in found.stretches if s.change in sides]
        assert places == sorted(places)
        inside = [word for word in words_of(whole) if any(start <= word.start < end for start, end in places)]
        kept = sum(len(words_of(after[s.start : s.end])) for s in found.stretches if s.change is Change.KEPT)
        assert len(inside) + (kept if Change.REMOVED in sides else 0) == len(words_of(whole))


@given(old=WORDS, new=WORDS)
def test_swapping_the_sides_swaps_added_and_removed(old: list[str], new: list[str]) -> None:
    there, back = difference(" ".join(old), " ".join(new)), difference(" ".join(new), " ".join(old))
    assert (there.removed, there.added, there.routine) == (back.added, back.removed, back.routine)


@given(st.lists(st.integers(0, 11), max_size=12), st.lists(st.integers(0, 11), max_size=12))
def test_every_paragraph_of_both_texts_stands_in_one_pair(old: list[int], new: list[int]) -> None:
    pool = [*OPERATIVE, *SPLIT, *(words.replace("lamp", "bell").replace("tower", "buoy") for words in OPERATIVE)]
    before, after = (text(PREAMBLE[:1], [pool[at] for at in side] or [ONE]) for side in (old, new))
    rows = compare(before, after).rows
    for resolution, side in ((before, [row.pair.old for row in rows]), (after, [row.pair.new for row in rows])):
        given_labels = sorted(str(p.label) for p in resolution.paragraphs if str(p.label) != "enacting")
        assert sorted(str(p.label) for pair in side for p in pair) == given_labels


def test_a_text_beside_itself_shows_nothing() -> None:
    seed = parse(SEED.read_text(encoding="utf-8"), "62-160.md").resolution
    assert seed is not None
    comparison = compare(seed, seed)
    assert changes(comparison) == []
    assert comparison.counts == {Fate.SAME: 20}


def test_texts_with_nothing_in_common_are_said_to_have_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = HEAD.replace("99/7. Lighthouses", "99/8. Bees") + (
        "*The General Assembly,*\n\n1. *Admires* honey gathered by diligent insects;\n\n*40th plenary meeting  \n1 April 2044*\n"
    )
    (tmp_path / "bees.md").write_text(other, encoding="utf-8")
    assert cli.main(["compare", str(SEED), str(tmp_path / "bees.md")]) == 0
    out, err = capsys.readouterr()
    assert err == "A/RES/99/8 and A/RES/62/160 have no paragraph in common.\n"
    assert "beside A/RES/62/160: 1 new, 20 gone" in out


def test_the_forms_hold_every_paragraph_and_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    comparison = edited([ONE.replace("ten", "twelve & more"), TWO, SPLIT[1], FIVE, FOUR])
    values = comparison_json(comparison)
    assert [(pair["new"], pair["old"], pair["status"]) for pair in values["pairs"]][3:5] == [
        (["1"], ["1"], "changed"),
        (["2"], ["2"], "same"),
    ]
    assert values["counts"] == {"new": 1, "gone": 1, "changed": 1, "routine": 0, "same": 6}
    assert "for [-ten-]{+twelve & more+} years" in comparison_text(comparison)
    html = comparison_html(comparison)
    assert '<ins><span class="said">[added: </span>twelve &amp; more' in html
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(SEED.read_text(encoding="utf-8"), encoding="utf-8")
    new.write_text(
        SEED.read_text(encoding="utf-8").replace("sixty-third session", "sixty-fourth session"), encoding="utf-8"
    )
    assert cli.main(["compare", str(old), str(new), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["routine"] == 1
    assert cli.main(["compare", str(old), str(new), "--html", str(tmp_path / "c.html")]) == 0
    assert "sixty-fourth" in (tmp_path / "c.html").read_text(encoding="utf-8")


def test_two_languages_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    french = tmp_path / "fr.md"
    french.write_text("---\nlanguage: fr\n---\n" + SEED.read_text(encoding="utf-8").lstrip("\n"), encoding="utf-8")
    assert cli.main(["compare", str(SEED), str(french)]) == 1
    assert "are in two languages (en and fr); compare texts of one language" in capsys.readouterr().err


MANY = [
    f"*Asks* keeper {at} to count {chr(97 + at % 26) * 9} {chr(97 + at // 26 % 26) * 7} lamps;" for at in range(400)
]
REMARKS = {
    "a text beside itself": (PREAMBLE, OPERATIVE, PREAMBLE, OPERATIVE, "have the same words: nothing changed."),
    "nothing in common": (PREAMBLE, OPERATIVE, ["*Admiring* bees,"], ["*Thanks* their hives for wax;"], "have no paragraph in common."),
    "an empty operative part": (
        PREAMBLE, OPERATIVE, PREAMBLE, [], "A/RES/99/7 has no operative paragraph: its preamble alone is compared."
    ),
    "many against a few": (
        PREAMBLE, OPERATIVE[:2], PREAMBLE, MANY,
        "A/RES/99/7 has 403 paragraphs and A/RES/98/4 5: most of what is shown stands in one alone.",
    ),
    "a text like any other": (PREAMBLE, OPERATIVE, PREAMBLE, OPERATIVE[:4], ""),
}  # fmt: skip


@pytest.mark.parametrize(("preamble", "operative", "later", "then", "expected"), REMARKS.values(), ids=REMARKS)
def test_two_texts_that_are_no_usual_pair(
    preamble: list[str], operative: list[str], later: list[str], then: list[str], expected: str
) -> None:
    said = remark(compare(text(preamble, operative, "98/4"), text(later, then)))
    assert said.endswith(expected)
    assert bool(said) == bool(expected)


def test_a_long_text_beside_a_short_one_pairs_only_what_is_alike() -> None:
    comparison = compare(
        text(PREAMBLE, OPERATIVE[:2], "98/4"), text(PREAMBLE, [*MANY[:200], OPERATIVE[1], *MANY[200:]])
    )
    assert [labels(row.pair) for row in comparison.rows if row.pair.old] == [
        ("pp1", "pp1", "same"), ("pp2", "pp2", "same"), ("pp3", "pp3", "same"), ("201", "2", "same"), ("", "1", "gone"),
    ]  # fmt: skip


def test_a_text_without_a_paragraph_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.md"
    empty.write_text(sample(""), encoding="utf-8")
    assert cli.main(["compare", str(SEED), str(empty)]) == 1
    assert str(empty) in capsys.readouterr().err


def linked(*resolutions: tuple[str, str, str]) -> dict[str, tuple[str, bool, bool, str]]:
    """The predecessors of invented resolutions: number, title and first preambular paragraph of each."""
    texts = [
        sample(f"{recalls}\n\n1. *Decides* to come back to {title.lower()}.").replace(
            "99/7. Lighthouses", f"{number}. {title}"
        )
        for number, title, recalls in resolutions
    ]
    entries = [make_reading(parsed)[0] for words in texts if (parsed := parse(words, "x.md").resolution)]
    found = {s: link for series in series_of(collect(entries)).values() for s, link in series.links.items()}
    return {s: (link.symbol, link.held, link.doubtful, link.place) for s, link in found.items()}


RECALLS = "*Recalling* its resolution {} of 1 May 2043,"
SERIES = {
    "same title and recalled": (
        [("98/4", "Lamps", "*Noting* it,"), ("99/7", "Lamps", RECALLS.format("98/4"))],
        {"A/RES/99/7": ("A/RES/98/4", True, False, "pp1")},
    ),
    "the newest of several": (
        [
            ("96/4", "Lamps", "*Noting* it,"),
            ("98/4", "Lamps", "*Noting* it,"),
            ("99/7", "Lamps", RECALLS.format("98/4")),
        ],
        {"A/RES/98/4": ("A/RES/96/4", True, True, ""), "A/RES/99/7": ("A/RES/98/4", True, False, "pp1")},
    ),
    "one of two series of one title": (
        [
            ("98/4", "Lamps", "*Noting* it,"),
            ("98/5", "Lamps", "*Noting* it,"),
            ("99/7", "Lamps", RECALLS.format("98/4")),
        ],
        {"A/RES/98/5": ("A/RES/98/4", True, True, ""), "A/RES/99/7": ("A/RES/98/4", True, False, "pp1")},
    ),
    "not held, the matter named": (
        [("99/7", "Upkeep of lamps", RECALLS.format("97/4").replace(",", " on the upkeep of lamps,"))],
        {"A/RES/99/7": ("A/RES/97/4", False, False, "pp1")},
    ),
    "not held, nothing named": (
        [("99/7", "Upkeep of lamps", RECALLS.format("97/4"))],
        {"A/RES/99/7": ("A/RES/97/4", False, True, "pp1")},
    ),
    "every second year": (
        [("97/4", "Lamps", "*Noting* it,"), ("99/7", "Lamps", RECALLS.format("97/4"))],
        {"A/RES/99/7": ("A/RES/97/4", True, False, "pp1")},
    ),
    "every third year, not held": (
        [("99/7", "Lamps", RECALLS.format("96/4").replace(",", " on lamps,"))],
        {"A/RES/99/7": ("A/RES/96/4", False, False, "pp1")},
    ),
    "two series of one title, each with its own": (
        [
            ("98/4", "Lamps", PREAMBLE[1]),
            ("98/5", "Lamps", PREAMBLE[2]),
            ("99/7", "Lamps", RECALLS.format("98/4")),
            ("99/8", "Lamps", RECALLS.format("98/5")),
        ],
        {
            "A/RES/98/5": ("A/RES/98/4", True, True, ""),
            "A/RES/99/7": ("A/RES/98/4", True, False, "pp1"),
            "A/RES/99/8": ("A/RES/98/5", True, False, "pp1"),
        },
    ),
    "a composite's part, not held": (
        [("99/7", "Lamps", RECALLS.format("98/4 B").replace(",", " on lamps,"))],
        {"A/RES/99/7": ("A/RES/98/4", False, False, "pp1")},
    ),
    "a composite's part, held": (
        [("98/4", "Lamps", "*Noting* it,"), ("99/7", "Lamps", RECALLS.format("98/4 B"))],
        {"A/RES/99/7": ("A/RES/98/4", True, False, "pp1")},
    ),
    "several are recalled, the newest is the one": (
        [
            ("96/2", "Lamps", "*Noting* it,"),
            ("98/4", "Lamps", RECALLS.format("96/2")),
            ("99/7", "Lamps", "*Recalling* its resolutions 96/2 of 1 May 2041 and 98/4 of 1 May 2043,"),
        ],
        {"A/RES/98/4": ("A/RES/96/2", True, False, "pp1"), "A/RES/99/7": ("A/RES/98/4", True, False, "pp1")},
    ),
    "too long ago": ([("99/7", "Lamps", RECALLS.format("60/4"))], {}),
    "another body's": ([("99/7", "Lamps", "*Recalling* Economic and Social Council resolution 2043/4,")], {}),
    "another title, recalled, held": (
        [("98/4", "Bees", "*Noting* honey,"), ("99/7", "Lamps", RECALLS.format("98/4"))],
        {},
    ),
    "a title that changed": (
        [("98/4", "Old lamps", PREAMBLE[1]), ("99/7", "Guiding lights", f"{RECALLS.format('98/4')}\n\n{PREAMBLE[1]}")],
        {"A/RES/99/7": ("A/RES/98/4", True, False, "pp1")},
    ),
}


@pytest.mark.parametrize(("texts", "expected"), SERIES.values(), ids=SERIES.keys())
def test_the_resolution_before(
    texts: list[tuple[str, str, str]], expected: dict[str, tuple[str, bool, bool, str]]
) -> None:
    assert linked(*texts) == expected


def test_a_series_holds_its_years_in_order() -> None:
    texts = [text([RECALLS.format(f"{at - 1}/4")], OPERATIVE, f"{at}/4") for at in (97, 96, 99, 98)]
    found = series_of(collect(make_reading(one)[0] for one in texts))
    assert {s: series.symbols for s, series in found.items()} == {
        f"A/RES/{at}/4": tuple(f"A/RES/{n}/4" for n in (96, 97, 98, 99)) for at in (96, 97, 98, 99)
    }
    assert found["A/RES/96/4"].links["A/RES/96/4"].symbol == "A/RES/95/4"


def test_labelled_alignments(shared: Path) -> None:
    folder = shared / "corpus"
    for file in sorted((folder / "align").glob("*.json")):
        labelled = json.loads(file.read_text(encoding="utf-8"))
        old, new = (_of_series(folder / "series", labelled[side]) for side in ("old", "new"))
        found = {
            (*pair["new"], "|", *pair["old"]): pair["status"] for pair in comparison_json(compare(old, new))["pairs"]
        }
        assert found == {(*pair["new"], "|", *pair["old"]): pair["status"] for pair in labelled["pairs"]}


def _of_series(folder: Path, symbol: str) -> Resolution:
    name = symbol.removeprefix("A/RES/").replace("/", "-")
    path = SEED if name == SEED.stem else folder / f"{name}.md"
    resolution = parse(path.read_text(encoding="utf-8"), str(path)).resolution
    assert resolution is not None
    return resolution
