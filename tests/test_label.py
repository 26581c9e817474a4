"""Labels as values: what each names, that they print as they were read, and that no two print alike."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_text import ANY_TEXT
from rich import entry_of
from samples import sample
from unres import naming
from unres.cite import cite
from unres.exports import from_json, to_json
from unres.label import Label, Series
from unres.text.parser import parse

NUMBERED, PREAMBULAR, NOTE = Series.NUMBERED, Series.PREAMBULAR, Series.NOTE
LABELS = {
    "a paragraph": ("8", Label(series=NUMBERED, number="8"), "op8"),
    "a preambular paragraph": ("pp2", Label(series=PREAMBULAR, number="2"), "pp2"),
    "two degrees": ("8 (a) (i)", Label(series=NUMBERED, number="8", items=("a", "i")), "op8-a-i"),
    "the rest of a paragraph": ("8 (cont)", Label(series=NUMBERED, number="8", continued=1), "op8-cont"),
    "the rest, again": ("8 (cont 2)", Label(series=NUMBERED, number="8", continued=2), "op8-cont-2"),
    "the rest of a sub-paragraph": ("8 (c) (cont)", Label(series=NUMBERED, number="8", items=("c",), continued=1), "op8-c-cont"),
    "a sub-paragraph c is no rest": ("8 (c)", Label(series=NUMBERED, number="8", items=("c",)), "op8-c"),
    "the only operative paragraph": ("op", Label(series=Series.SOLE), "op"),
    "the enacting words": ("enacting", Label(series=Series.ENACTING), "enacting"),
    "a section": ("II/3", Label(section="II", series=NUMBERED, number="3"), "II-op3"),
    "an article": ("article 5/1", Label(section="article 5", series=NUMBERED, number="1"), "article-5-op1"),
    "a stretch": ("s2/3", Label(stretch=2, series=NUMBERED, number="3"), "s2-op3"),
    "a stretch of a section": ("II/s2/1", Label(section="II", stretch=2, series=NUMBERED, number="1"), "II-s2-op1"),
    "a part": ("A/pp1", Label(part="A", series=PREAMBULAR, number="1"), "A-pp1"),
    "a section of a part": ("B/V/1", Label(part="B", section="V", series=NUMBERED, number="1"), "B-V-op1"),
    "a letter that may be a section is one": ("I/1", Label(section="I", series=NUMBERED, number="1"), "I-op1"),
    "the annex": ("annex/5", Label(0, series=NUMBERED, number="5"), "p5"),
    "one of several annexes": ("annex2/5 (a)", Label(2, series=NUMBERED, number="5", items=("a",)), "p5-a"),
    "a section of an annex": ("annex/I/1", Label(0, section="I", series=NUMBERED, number="1"), "I-p1"),
    "a paragraph without a number": ("annex/p1", Label(0, series=Series.UNNUMBERED, number="1"), "u1"),
    "a note": ("fn3", Label(series=NOTE, number="3"), "fn3"),
    "the second note of a letter": ("fna-2", Label(series=NOTE, number="a", count=2), "fna-2"),
    "a heading": ("h12", Label(series=Series.HEADING, number="12"), "h12"),
    "a table": ("table1", Label(series=Series.TABLE, number="1"), "table1"),
    "the title": ("title", Label(series=Series.TITLE), "title"),
    "a section as a whole": ("B/II", Label(part="B", section="II"), "B-II-"),
    "an annex as a whole": ("annex2", Label(2), ""),
}  # fmt: skip


@pytest.mark.parametrize(("text", "label", "anchor"), LABELS.values(), ids=LABELS)
def test_a_label_is_taken_apart_and_prints_as_it_was(text: str, label: Label, anchor: str) -> None:
    assert Label.parse(text) == label
    assert str(label) == text
    assert label.anchor == anchor or label.series is None


def test_what_prints_alike_is_told_apart_by_where_it_stands() -> None:
    assert Label.parse("I/1", part="I") == Label(part="I", series=NUMBERED, number="1")
    assert Label.parse("H/I/1", part="H") == Label(part="H", section="I", series=NUMBERED, number="1")
    assert Label.parse("8 (2)", depth=0) == Label(series=NUMBERED, number="8", count=2)
    assert Label.parse("8 (2)", depth=1) == Label(series=NUMBERED, number="8", items=("2",))


ITEMS = st.lists(st.sampled_from(["a", "b", "c", "i", "iv", "aa", "1", "2"]), max_size=4).map(tuple)
SCOPED = st.builds(
    Label,
    attached=st.one_of(st.none(), st.integers(0, 12)),
    part=st.sampled_from(["", *"ABHIJTVX"]),
    section=st.sampled_from(["", "I", "II", "IX", "X", "article 5", "appendix ii"]),
    stretch=st.integers(0, 3),
)


@st.composite
def labels(draw: st.DrawFn) -> Label:
    """Labels as texts have them."""
    within = draw(SCOPED)
    series = draw(
        st.sampled_from([Series.NUMBERED, Series.PREAMBULAR, Series.UNNUMBERED, Series.SOLE, Series.ENACTING])
    )
    counted = series not in (Series.SOLE, Series.ENACTING)
    label = replace(within, series=series, number=str(draw(st.integers(1, 300))) if counted else "", items=draw(ITEMS))
    more = draw(st.integers(0, 3))
    return replace(label, continued=more) if draw(st.booleans()) else replace(label, count=max(more, 1))


@given(labels())
def test_a_label_is_read_back(label: Label) -> None:
    assert Label.parse(str(label), part=label.part, depth=len(label.items)) == label


@given(labels(), labels())
def test_two_labels_of_one_text_print_alike_only_if_they_are_one(one: Label, other: Label) -> None:
    same_place = one.part == other.part and len(one.items) == len(other.items)
    if same_place and str(one) == str(other):
        assert one == other


@given(ANY_TEXT)
def test_every_label_of_any_text_is_read_back_and_stands_in_it_once(body: str) -> None:
    resolution = parse(sample(body), "x.md").resolution
    assert resolution is not None
    names = [paragraph.name for paragraph in resolution.paragraphs] + [note.name for note in resolution.footnotes]
    assert len({str(name) for name in names}) == len(names)
    for name in names:
        assert Label.parse(str(name), part=name.part, depth=len(name.items)) == name


PARTS = "ABCDEFGHIJKLMNOPQRSTUVWX"  # 51/45 of the Assembly has parts A to T
COMPOSITE = "\n\n".join(f"### {part}\n\n### Lamps\n\n*The General Assembly,*\n\n1. *Ends*." for part in PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_cited_with_the_number(part: str) -> None:
    entry = entry_of(sample(COMPOSITE, enacting=False))
    (paragraph,) = (found for found in entry.resolution.paragraphs if found.label == f"{part}/1")
    expected = f"General Assembly resolution 99/7 {part}, para. 1"
    assert next(cite(entry, paragraph.name.part).of(paragraph.name)) == expected
    back = from_json(json.loads(json.dumps(to_json(entry))))
    assert back.resolution.blocks == entry.resolution.blocks


SPOKEN = {
    "8": "OP8", "8 (a)": "OP8 (a)", "8 (cont 2)": "OP8 (cont 2)", "pp2": "PP2", "op": "OP", "II/3": "II, OP3",
    "annex/5": "annex, §5", "annex2/II/5 (a)": "annex 2, II, §5 (a)", "annex/p1": "annex, ¶1", "fn3": "note 3",
    "fna-2": "note a-2", "h3": "heading", "table1": "table 1", "table1:2:3": "table 1", "title": "title", "II": "II",
    "annex2": "annex 2", "annex": "annex", "A/pp1": "A, PP1",
}  # fmt: skip


@pytest.mark.parametrize(("label", "expected"), SPOKEN.items(), ids=SPOKEN)
def test_a_label_is_said_as_people_cite_it(label: str, expected: str) -> None:
    assert naming.spoken_label(label) == expected
