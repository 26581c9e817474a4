"""What must hold for any text whatever: nothing lost, nothing twice, never a traceback."""

import re
from html.parser import HTMLParser

import markdown
from hypothesis import example, given
from hypothesis import strategies as st

from samples import SEED, sample
from unres.markup import Link, attribute, escape_start, render
from unres.model import Call, Mark, Style, Text
from unres.text.parser import Parsed, parse, texts_of

LINES = st.sampled_from(
    [
        "# General Assembly", "Distr.: General  ", "3 May 2044", "## Resolution adopted", "[on a report (A/1/2)]",
        "### 99/7. Lighthouses", "### Annex", "### A", "#### I", "##### *Oil*", "---", "", "", "", "1. *Decides* so;",
        "2. *Asks*:", "- (a) one;", "  - (i) two;", "(b) three;", "(i) four;", "- • five", "  more words", "*Noting* fog,",
        "*The General Assembly,*", "lit<sup>1</sup> up", "<sup>1</sup> See A.", "<sup>a</sup> See B.", "| a | b |", "|---|",
        "*40th plenary meeting  ", "1 April 2044*", "<script>x</script>", "a * b", "\\* c", "26 *Condemns* it", "iv. five",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(LINES, max_size=40).map("\n".join),
    st.lists(st.one_of(LINES, st.text(alphabet="ab1*<>|()-#.\\ \u00a0", max_size=12)), max_size=30).map("\n".join),
)


def words_of(text: str) -> list[str]:
    """The words of a text, whatever signs stand between them."""
    return re.findall(r"[^\W_]+", text)


def words_of_source(text: str) -> list[str]:
    """The words of a source text, its markup taken away; markers and printed numbers are words too."""
    text = re.sub(r"\\(?=[!-/:-@\[-`{-~0-9])", "", text)  # a backslash makes a sign ordinary
    text = re.sub(r"</?su[bp]>|<br ?/?>", " \u00b7 ", text)
    return words_of(re.sub(r"^\|[\s:|-]+$", "", text, flags=re.MULTILINE))


def words_of_model(parsed: Parsed) -> list[str]:
    """The words of a resolution with printed numbers and markers."""
    resolution = parsed.resolution
    assert resolution is not None
    head = resolution.masthead
    out = [marked(line.text) for line in head.lines] + [f"{head.number}. {marked(head.title)}"]
    for block in resolution.blocks:
        out.append(getattr(block, "number", ""))
        out += [marked(text) for _, text in texts_of(block)]
    out += [f"{note.number} {marked(note.text)}" for note in resolution.footnotes]
    return words_of(" ".join(out))


def marked(text: Text) -> str:
    out, at = [], 0
    for call in text.calls:
        out += [text.plain[at : call.at], f" {call.number} "]
        at = call.at
    return "".join([*out, text.plain[at:]])


@given(TEXTS)
@example("---\nsymbol: A/RES/1/1\n---\n### x")
@example("### 1/1. a\n\n- (i) b\n\n(c)\n\n| |")
def test_no_text_makes_the_parser_raise(text: str) -> None:
    parsed = parse(text, "x.md")
    lines = text.count("\n") + 1
    assert parsed.resolution or parsed.errors
    assert all(1 <= problem.line <= lines for problem in parsed.problems)


@given(TEXTS)
def test_no_word_is_lost_or_doubled(body: str) -> None:
    text = sample(body).replace("\r", "\n")
    parsed = parse(text, "x.md")
    if any("title" in problem.message or "control" in problem.message for problem in parsed.errors):
        return
    found, given_ = "".join(words_of_model(parsed)), "".join(words_of_source(text))
    assert sorted(found) == sorted(given_)
    if parsed.resolution and not parsed.resolution.footnotes:  # which stand apart from the running text
        assert found == given_


@given(TEXTS)
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
    notes = re.findall(r"^<sup>\d</sup> .*\n", text, flags=re.MULTILINE)
    running = re.sub(r"^<sup>\d</sup> .*\n", "", text, flags=re.MULTILINE)
    assert words_of_model(parse(text, "x.md")) == words_of_source(running + "".join(notes))


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
).map(lambda words: re.sub(r" *\n *", "\n", re.sub(r" +", " ", words)).strip())  # fmt: skip


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
    line = escape_start(render(Text(plain, tuple(marks), calls), links, lambda _: call))
    page = markdown.markdown(f"{line}\n{{ .operative }}", extensions=["attr_list", "tables", "pymdownx.blocks.html"])
    words = _Words()
    words.feed(page)
    expected = marked(Text(plain, (), calls))
    assert re.sub(r"\s", "", "".join(words.out)) == re.sub(r"\s", "", expected)
    assert words.titles == [re.sub(r"\s+", " ", note)] * len(calls)
