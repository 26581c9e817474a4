"""Citations in each style, by table: the numbers of three ages, and every kind of place."""

from __future__ import annotations

import dataclasses
from importlib.resources import files

import pytest
from lxml import etree

from rich import entry_of, numbered
from samples import sample
from unres.cite import cite, number_with_part, pinpoint
from unres.collection import Reading
from unres.label import Label
from unres.numbering import ordinal

STYLES = ("un", "bluebook", "oscola", "apa")


def entry(number: str = "99/7") -> Reading:
    return entry_of(numbered(sample("1. *Ends*."), number))


PLACES = {
    "a paragraph": ("8", "para. 8", "¶ 8", "para 8", "para. 8"),
    "a sub-paragraph": ("8 (a)", "para. 8 (a)", "¶ 8(a)", "para 8(a)", "para. 8 (a)"),
    "two degrees": ("8 (a) (i)", "para. 8 (a) (i)", "¶ 8(a)(i)", "para 8(a)(i)", "para. 8 (a) (i)"),
    "four degrees, as they are printed": (
        "2 (a) (i) (b) (ii)", "para. 2 (a) (i) b. ii.", "¶ 2(a)(i)b.ii.", "para 2(a)(i)b.ii.", "para. 2 (a) (i) b. ii.",
    ),
    "the rest of a paragraph is the paragraph": ("8 (cont)", "para. 8", "¶ 8", "para 8", "para. 8"),
    "the second rest of a sub-paragraph": ("8 (a) (cont 2)", "para. 8 (a)", "¶ 8(a)", "para 8(a)", "para. 8 (a)"),
    "the second of one number": ("8 (2)", "para. 8", "¶ 8", "para 8", "para. 8"),
    "a preambular paragraph": ("pp2", "second preambular paragraph", "pmbl. ¶ 2", "preamble para 2", "preambular para. 2"),
    "below a preambular paragraph": (
        "pp21 (a)", "twenty-first preambular paragraph, subpara. (a)", "pmbl. ¶ 21(a)", "preamble para 21(a)",
        "preambular para. 21 (a)",
    ),
    "the only operative paragraph": (
        "op", "sole operative paragraph", "operative ¶", "operative para", "operative para.",
    ),
    "a section that counts anew": ("II/3", "sect. II, para. 3", "§ II, ¶ 3", "s II para 3", "sect. II, para. 3"),
    "stretches without a numeral are not cited": ("s2/3", "para. 3", "¶ 3", "para 3", "para. 3"),
    "an annex": ("annex/5", "annex, para. 5", "annex, ¶ 5", "annex para 5", "annex, para. 5"),
    "one of several annexes": ("annex2/5 (a)", "annex II, para. 5 (a)", "annex II, ¶ 5(a)", "annex II para 5(a)", "annex II, para. 5 (a)"),
    "a paragraph of an annex without a number": ("annex/p1", "annex", "annex", "annex", "annex"),
    "a part is cited with the number": ("B/1", "para. 1", "¶ 1", "para 1", "para. 1"),
    "a footnote": ("fn3", "footnote 3", "n.3", "fn 3", "footnote 3"),
    "the enacting words": ("enacting", "", "", "", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", PLACES.values(), ids=PLACES)
def test_a_place_is_written(case: tuple[str, ...]) -> None:
    label, *expected = case
    assert [pinpoint(Label.parse(label), style) for style in STYLES] == expected


def test_the_letter_of_a_part_stands_with_the_number() -> None:
    assert [number_with_part(entry(number), "B") for number in ("64/79", "3367 (XXX)")] == ["64/79 B", "3367 B (XXX)"]
    assert cite(entry("64/79"), "B").whole[0] == "General Assembly resolution 64/79 B"


APA = "United Nations General Assembly. (2044). <i>Lighthouses</i> (Resolution {0}). United Nations. https://docs.un.org/en/{0}"
RESOLUTIONS = {
    "of a session": (
        "62/160", "8",
        "General Assembly resolution 62/160, para. 8",
        "G.A. Res. 62/160, ¶ 8, U.N. Doc. A/RES/62/160 (Apr. 1, 2044)",
        "UNGA Res 62/160 (1 April 2044) UN Doc A/RES/62/160 para 8",
        "(United Nations General Assembly, 2044, para. 8)",
        APA.format("A/RES/62/160"),
    ),
    "before 1976, lettered": (
        "217 A (III)", "annex/1",
        "General Assembly resolution 217 A (III), annex, para. 1",
        "G.A. Res. 217 A (III), annex, ¶ 1, U.N. Doc. A/RES/217(III)A (Apr. 1, 2044)",
        "UNGA Res 217 A (III) (1 April 2044) UN Doc A/RES/217(III)A annex para 1",
        "(United Nations General Assembly, 2044, annex, para. 1)",
        "United Nations General Assembly. (2044). <i>Lighthouses</i> (Resolution A/RES/217(III)A). United Nations. https://docs.un.org/en/A/RES/217(III)",
    ),
    "of a special session": (
        "S-10/2", "pp1",
        "General Assembly resolution S-10/2, first preambular paragraph",
        "G.A. Res. S-10/2, pmbl. ¶ 1, U.N. Doc. A/RES/S-10/2 (Apr. 1, 2044)",
        "UNGA Res S-10/2 (1 April 2044) UN Doc A/RES/S-10/2 preamble para 1",
        "(United Nations General Assembly, 2044, preambular para. 1)",
        APA.format("A/RES/S-10/2"),
    ),
    "as a whole": (
        "62/160", "enacting",
        "General Assembly resolution 62/160",
        "G.A. Res. 62/160, U.N. Doc. A/RES/62/160 (Apr. 1, 2044)",
        "UNGA Res 62/160 (1 April 2044) UN Doc A/RES/62/160",
        "(United Nations General Assembly, 2044)",
        APA.format("A/RES/62/160"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", RESOLUTIONS.values(), ids=RESOLUTIONS)
def test_a_resolution_is_cited(case: tuple[str, ...]) -> None:
    number, label, *expected = case
    assert list(cite(entry(number)).of(Label.parse(label))) == expected


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        (1, "Jan. 1, 2044"),
        (5, "May 1, 2044"),
        (6, "June 1, 2044"),
        (7, "July 1, 2044"),
        (9, "Sept. 1, 2044"),
        (12, "Dec. 1, 2044"),
    ],
)
def test_the_bluebook_has_months_of_its_own(month: int, expected: str) -> None:
    found = entry()
    head = found.resolution.masthead
    assert head.adopted is not None
    head = dataclasses.replace(head, adopted=head.adopted.replace(month=month))
    found = dataclasses.replace(found, resolution=dataclasses.replace(found.resolution, masthead=head))
    assert f"({expected})" in cite(found).whole[1]


def test_without_a_date_nothing_is_left_open() -> None:
    found = entry()
    head = dataclasses.replace(found.resolution.masthead, adopted=None, distributed=None)
    found = dataclasses.replace(found, resolution=dataclasses.replace(found.resolution, masthead=head))
    whole = cite(found).whole
    assert whole[1] == "G.A. Res. 99/7, U.N. Doc. A/RES/99/7"
    assert whole[2] == "UNGA Res 99/7 UN Doc A/RES/99/7"
    assert "n.d." in whole[3]
    assert "(n.d.)." in whole[4]


def test_signs_of_html_in_a_title_are_shown() -> None:
    found = entry()
    title = dataclasses.replace(found.resolution.masthead.title, plain="Oil & <gas>")
    head = dataclasses.replace(found.resolution.masthead, title=title)
    found = dataclasses.replace(found, resolution=dataclasses.replace(found.resolution, masthead=head))
    assert "<i>Oil &amp; &lt;gas&gt;</i>" in cite(found).whole[4]


@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_valid_by_the_schema_of_the_styles(style: str) -> None:
    schema = etree.RelaxNG(etree.parse(str(files("citeproc") / "data" / "schema" / "schemas" / "styles" / "csl.rng")))
    schema.assertValid(etree.parse(str(files("unres.cite") / f"{style}.csl")))


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "first"),
        (12, "twelfth"),
        (20, "twentieth"),
        (21, "twenty-first"),
        (30, "thirtieth"),
        (42, "forty-second"),
        (99, "ninety-ninth"),
        (111, "111th"),
    ],
)
def test_an_ordinal(number: int, word: str) -> None:
    assert ordinal(number) == word
