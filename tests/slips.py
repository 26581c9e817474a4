"""Printed resolutions as they come, slips of the print among them: for properties of the import."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from hypothesis import strategies as st

from printed import INDENT, LEFT, Press, resolution

PHRASES = st.sampled_from(
    [
        "*Noting* the fog,", "*Decides* to light;", "*Requests* oil", "its resolution 62/160 of 1 May 2007,", "A/199/1 and Corr.1",
        "paragraph 3 above", "section II", "annex I", "**Member States**", "*inter alia*,", "the (unclosed", "closed) by nobody", "“quoted",
        "“Quoted”", "keepers’", "non-governmental", "2015–2030", "lights – of all", "50 °C", "½ × 3", "é ö ñ ç", "§ 4", "CO2", "H^2^O", "a | b",
        "[x](y)", "![x](y)", "<b>", "&amp;", "# one", "1. two", "(a) three", "- four", "\\ five", "{ .x }", "!A/RES/60/160", "`code`", "_six_",
        "https://lights.example/a_b", "The General Assembly", "Ibid., p. 3", "i.e.", "that keepers have watched in all weathers and at all hours of the night",
        "***", "---", "•", "~~", "$x$", "::: y", "[^1]", "Article 5", "5^a^", "[ ]",
    ]
)  # fmt: skip
WORDS = st.lists(PHRASES, min_size=1, max_size=6).map(" ".join)
MARKS = st.sampled_from(["1", "2", "3", "9", "a", "*"])
CALLED = st.builds(lambda words, mark: f"{words}^{mark}^", WORDS, MARKS)
TEXT = st.one_of(WORDS, WORDS, WORDS, CALLED)
TITLES = st.sampled_from(
    ["I", "II", "IV", "X", "A", "B", "Annex", "Annex I", "Annex II", "Appendix", "Article 1", "Oil and wicks", "*On bells*", "A. Lamps",
     "1. Aims", "Oil^1^", "Declaration on lights", "(Unclosed", "a) small", "# x", "Table 1"]
)  # fmt: skip
TOKENS = st.sampled_from(
    ["(a)", "(b)", "(c)", "(i)", "(ii)", "(iv)", "(x)", "(1)", "a.", "i.", "–", "•", "(a", "b)", "(aa)"]
)
BARE = st.sampled_from(["*The General Assembly*,", "1.", "(a)", ".", "1 April 2144", "*40th plenary meeting*"])
SLIPS = st.sampled_from([0, 0, 0, 0, 0, 0, 1, -1, 700])
STARTS = st.sampled_from([(123, 330), (123, 260, 400), (123, 330, 430)])
CELLS = st.sampled_from(["12", "–", "12^a^", "Pharos", "a | b", "137", "*x*", "\\", "<b>"])


@st.composite
def slipped(draw: st.DrawFn) -> Press:
    """A resolution of up to a dozen blocks; numbers may be left out or doubled, notes uncalled, called twice or missing."""
    press, numbers = resolution(), count(1)
    for block in draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=12)):
        if block is _heading and draw(st.booleans()):
            numbers = count(1)
        block(draw, press, numbers)
    if draw(st.integers(0, 4)):
        press.closing()
    for mark in sorted(draw(st.sets(MARKS))):
        press.note(mark, draw(TEXT))
    if press.notes and draw(st.integers(0, 4)) == 0:  # a note that nothing calls
        press.lines[-1].notes.append(draw(st.sampled_from(sorted(press.notes))))
    return press


def _numbered(draw: st.DrawFn, press: Press, numbers: Iterator[int]) -> None:
    press.numbered(next(numbers) + draw(SLIPS), draw(TEXT))


def _item(draw: st.DrawFn, press: Press, _: Iterator[int]) -> None:
    left = LEFT + INDENT * draw(st.integers(0, 3))
    press.item(draw(TOKENS), draw(TEXT), x=max(left, LEFT + INDENT), rest=left)


def _text(draw: st.DrawFn, press: Press, _: Iterator[int]) -> None:
    press.text(draw(TEXT), x=LEFT + INDENT * draw(st.integers(0, 2)))


def _bare(draw: st.DrawFn, press: Press, _: Iterator[int]) -> None:
    press.text(draw(BARE))


def _heading(draw: st.DrawFn, press: Press, _: Iterator[int]) -> None:
    press.heading(draw(TITLES), size=draw(st.sampled_from([10, 10, 12])))


def _page(_: st.DrawFn, press: Press, __: Iterator[int]) -> None:
    press.page()


def _table(draw: st.DrawFn, press: Press, _: Iterator[int]) -> None:
    starts = draw(STARTS)
    names = zip(starts, ("*Light*", "*Height*", "*Keepers*"), strict=False)
    press.row(*names, above=28, size=7)
    for _row in range(draw(st.integers(1, 3))):
        cells = [(start, draw(CELLS)) for start in starts]
        press.row(*(cells if draw(st.integers(0, 3)) else cells[:-1]))


BLOCKS = (_numbered, _numbered, _numbered, _item, _item, _text, _heading, _table, _page, _bare)


@st.composite
def nudged(draw: st.DrawFn, text: str) -> str:
    """A text in which one character is lost, doubled or changes places with the next."""
    at = draw(st.integers(0, len(text) - 2))
    here, after = text[at], text[at + 1]
    put = draw(st.sampled_from([after, here + here + after, after + here]))
    return text[:at] + put + text[at + 2 :]
