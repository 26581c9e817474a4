"""What must hold for any text whatever: nothing lost, nothing twice, never a traceback."""

import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from any_text import ANY_TEXT
from samples import SEED, sample
from unres.markup import attribute, escape_start, render
from unres.model import Call, Mark, Style, Text
from unres.runs import Link
from unres.text.parser import parse, texts_of
from words import as_printed, bare_words, notes_last, with_marks, words_of_source


@given(ANY_TEXT)
@example("---\nsymbol: A/RES/1/1\n---\n### x")
@example("### 1/1. a\n\n- (i) b\n\n(c)\n\n| |")
def test_no_text_makes_the_parser_raise(text: str) -> None:
    parsed = parse(text, "x.md")
    lines = text.count("\n") + 1
    assert parsed.resolution or parsed.errors
    assert all(1 <= problem.line <= lines for problem in parsed.problems)


@given(ANY_TEXT)
def test_no_word_is_lost_or_doubled(body: str) -> None:
    text = sample(body).replace("\r", "\n")
    parsed = parse(text, "x.md")
    if any("title" in problem.message or "control" in problem.message for problem in parsed.errors):
        return
    assert parsed.resolution is not None
    found, given_ = "".join(bare_words(as_printed(parsed.resolution))), "".join(words_of_source(text))
    assert sorted(found) == sorted(given_)
    if not parsed.resolution.footnotes:  # which stand apart from the running text
        assert found == given_


@given(ANY_TEXT)
def test_labels_and_anchors_are_unique_and_spans_lie_in_their_texts(body: str) -> None:
    resolution = parse(sample(body), "x.md").resolution
    assert resolution is not None
    labels = [block.label for block in resolution.blocks if hasattr(block, "label")]
    anchors = [(block.page, block.anchor) for block in resolution.blocks if hasattr(block, "anchor")]
    assert len(labels) == len(set(labels))
    assert len(anchors) == len(set(anchors))
    for block in resolution.blocks:
        for _, text in texts_of(block):
            assert all(0 <= mark.start < mark.end <= len(text.plain) for mark in text.marks)
            assert all(0 <= call.at <= len(text.plain) for call in text.calls)


def test_the_words_of_the_seed_stand_in_the_model_in_their_order() -> None:
    text = SEED.read_text(encoding="utf-8")
    resolution = parse(text, "x.md").resolution
    assert resolution is not None
    assert bare_words(as_printed(resolution)) == words_of_source(notes_last(text))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []
        self.titles: list[str | None] = []

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.out.append("\n")
        self.titles += [value for name, value in attrs if name == "title"]


PLAIN = st.text(
    alphabet=st.one_of(st.sampled_from("ab1 .*_`#<>&[](){}|~^=:!-+\\/\n“’"), st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"])),
    min_size=1,
    max_size=60,
).map(lambda words: re.sub(r" *\n *", "\n", re.sub(r" +", " ", words)).strip()).filter(bool)  # fmt: skip


@given(st.data())
def test_markdown_gives_back_exactly_the_words(data: st.DataObject) -> None:
    plain = data.draw(PLAIN)
    place = st.integers(0, len(plain))
    marks = [
        Mark(min(span), max(span), data.draw(st.sampled_from(Style)))
        for span in data.draw(st.lists(st.tuples(place, place), max_size=3))
        if span[0] != span[1]
    ]
    edges = sorted(set(data.draw(st.lists(place, max_size=4))))
    links = [
        Link(start, end, "https://example.org/x", ".ref") for start, end in zip(edges[::2], edges[1::2], strict=False)
    ]
    calls = tuple(Call(at, "7") for at in sorted(data.draw(st.lists(place, max_size=2))))
    note = data.draw(PLAIN)
    call = f"<sup>[7](notes.md#fn7){{ .call title={attribute(note)} }}</sup>"
    words = _Words()
    words.feed(_html(escape_start(render(Text(plain, tuple(marks), calls), links, lambda _: call))))
    expected = with_marks(Text(plain, (), calls))
    assert re.sub(r"\s", "", "".join(words.out)) == re.sub(r"\s", "", expected)
    assert words.titles == [re.sub(r"\s+", " ", note)] * len(calls)


@pytest.mark.parametrize(
    "plain", ["!A/RES/60/160", "Halt!A/RES/60/160!", "!!A/RES/60/160", "\\\\!A/RES/60/160", "[!A/RES/60/160]"]
)
def test_signs_beside_a_link_leave_its_words_and_address(plain: str) -> None:
    start = plain.index("A/RES")
    link = Link(start, start + len("A/RES/60/160"), "https://example.org/x", ".ref")
    page = _html(escape_start(render(Text(plain), [link], str)))
    words = _Words()
    words.feed(page)
    assert "".join(words.out).strip() == plain
    assert '<a class="ref" href="https://example.org/x">A/RES/60/160</a>' in page


def _html(line: str) -> str:
    return markdown.markdown(f"{line}\n{{ .operative }}", extensions=["attr_list", "tables", "pymdownx.blocks.html"])
