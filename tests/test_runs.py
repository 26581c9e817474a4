"""The walk over a text that every writer takes: what begins and ends where, and that no word is lost."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unres import runs as module
from unres.model import Call, Mark, Style, Text
from unres.runs import Link, runs

ITALIC, BOLD = Style.ITALIC, Style.BOLD


def shown(text: Text, links: list[Link]) -> list[str]:
    """The walk in short: ``^1`` is a call, ``ab`` bare words, ``x[a|b]`` two styles on a link to x."""
    out = []
    for found in runs(text, links):
        if isinstance(found, Call):
            out.append(f"^{found.number}")
        else:
            words = "|".join(
                f"{words.plain}{''.join(sorted(style[0] for style in words.styles))}" for words in found.words
            )
            out.append(f"{found.link.href}[{words}]" if found.link else words)
    return out


CASES = {
    "bare words": (Text("abcd"), [], ["abcd"]),
    "no words": (Text(""), [], []),
    "no words but a call": (Text("", (), (Call(0, "1"),)), [], ["^1"]),
    "a mark": (Text("abcd", (Mark(1, 3, ITALIC),)), [], ["a|bci|d"]),
    "a mark that crosses a link": (Text("abcd", (Mark(1, 3, ITALIC),)), [Link(2, 4, "x")], ["a|bi", "x[ci|d]"]),
    "marks one on another": (Text("abcd", (Mark(0, 3, ITALIC), Mark(1, 4, BOLD))), [], ["ai|bcbi|db"]),
    "a call before a link": (Text("abcd", (), (Call(2, "1"),)), [Link(2, 4, "x")], ["ab", "^1", "x[cd]"]),
    "a call within a link, which goes on after it": (
        Text("abcd", (), (Call(2, "1"),)),
        [Link(1, 4, "x")],
        ["a", "x[b]", "^1", "x[cd]"],
    ),
    "a call behind a link": (Text("abcd", (), (Call(2, "1"),)), [Link(0, 2, "x")], ["x[ab]", "^1", "cd"]),
    "a call at the end": (Text("abcd", (), (Call(4, "1"),)), [Link(0, 4, "x")], ["x[abcd]", "^1"]),
    "two calls at one place": (Text("ab", (), (Call(1, "1"), Call(1, "2"))), [], ["a", "^1", "^2", "b"]),
    "links side by side": (Text("abcd"), [Link(2, 4, "y"), Link(0, 2, "x")], ["x[ab]", "y[cd]"]),
    "a link without words": (Text("abcd"), [Link(2, 2, "y"), Link(0, 2, "x")], ["x[ab]", "cd"]),
}


@pytest.mark.parametrize(("text", "links", "expected"), CASES.values(), ids=CASES)
def test_a_text_is_cut_where_something_begins_or_ends(text: Text, links: list[Link], expected: list[str]) -> None:
    assert shown(text, links) == expected


@given(st.data())
def test_no_word_and_no_call_is_lost_doubled_or_moved(data: st.DataObject) -> None:
    plain = data.draw(st.text("ab ", max_size=20))
    place = st.integers(0, len(plain))
    spans = data.draw(st.lists(st.tuples(place, place, st.sampled_from(Style)), max_size=4))
    marks = tuple(Mark(min(a, b), max(a, b), style) for a, b, style in spans if a != b)
    edges = sorted(data.draw(st.lists(place, max_size=6)))
    links = [Link(start, end, "x") for start, end in zip(edges[::2], edges[1::2], strict=False)]
    calls = tuple(Call(at, str(number)) for number, at in enumerate(sorted(data.draw(st.lists(place, max_size=4)))))
    at, met = 0, []
    for found in runs(Text(plain, marks, calls), links):
        if isinstance(found, Call):
            assert found.at == at
            met.append(found)
            continue
        for words in found.words:
            assert plain[at : at + len(words.plain)] == words.plain != ""
            styles = {mark.style for mark in marks if mark.start <= at < mark.end}
            assert words.styles == styles
            link = next((link for link in links if link.start <= at < link.end), None)
            assert found.link == link
            at += len(words.plain)
    assert at == len(plain)
    assert tuple(met) == calls


def test_its_example_is_true() -> None:
    assert doctest.testmod(module) == (0, 2)
