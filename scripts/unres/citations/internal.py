"""References from a resolution to its own paragraphs, sections and annexes.

In: tokens of the kind ``internal``, the place where they stand and the labels of the resolution.
Out: a reference for each paragraph named: ``#3``, ``#II``, ``#annex``, ``#II/3`` where numbering restarts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from unres.citations.lists import Member, members
from unres.citations.model import Reference, Type
from unres.citations.scan import Token
from unres.label import Label, counts_anew, seen_from
from unres.numbering import value_of

ITEM = re.compile(r"\d{1,3}(?:\s?\([a-z]{1,4}\))*|(?:\([a-z]{1,4}\)\s?)+(?<!\s)")
_DEGREE = re.compile(r"\([ivx]+\)")
_ROMAN = re.compile(r"[IVXLC]+|\d+")


def internal(place: str, text: str, token: Token, labels: Collection[str]) -> Iterator[Reference]:
    """The paragraphs, sections or annexes that the words name, an entry each.

    >>> from unres.citations import find_in_text
    >>> [(found.text, found.symbol) for found in find_in_text("paragraphs 3 (a) and (b) above").references]
    [('paragraphs 3 (a)', '#3(a)'), ('(b) above', '#3(b)')]
    >>> [(found.text, found.symbol) for found in find_in_text("annex II to the present resolution").references]
    [('annex II to the present resolution', '#annex2')]
    """
    if token.group("annexes") or token.group("annexed"):
        yield from _annexes(place, text, token)
    elif token.group("sections"):
        found = list(members(text, *token.span("romans"), _ROMAN))
        yield from _references(place, text, token, [(member.value, member) for member in found])
    else:
        home = "" if token.group("of") == "resolution" else place
        section = token.group("section_before") or token.group("section_behind")
        named = paragraph_labels(text, *token.span("items"), own=place)
        scoped = [(_label(section, label, home, labels), member) for label, member in named]
        yield from _references(place, text, token, scoped)


def _annexes(place: str, text: str, token: Token) -> Iterator[Reference]:
    if not token.group("annex_items"):
        words = text[token.start : token.end]
        yield Reference(place, token.start, token.end, words, Type.INTERNAL, "#annex", paragraphs=("annex",))
        return
    found = members(text, *token.span("annex_items"), _ROMAN)
    yield from _references(place, text, token, [(f"annex{value_of(member.value)}", member) for member in found])


def _references(place: str, text: str, token: Token, named: list[tuple[str, Member]]) -> Iterator[Reference]:
    """The first has the noun among its words, the last the words that follow the list."""
    for number, (label, member) in enumerate(named):
        start = token.start if number == 0 else member.start
        end = token.end if number == len(named) - 1 else member.end
        if member.start == member.end:
            start = end = member.end
        symbol = "#" + label.replace(" ", "")
        yield Reference(place, start, end, text[start:end], Type.INTERNAL, symbol, paragraphs=(label,))


def paragraph_labels(text: str, start: int, end: int, own: str = "") -> list[tuple[str, Member]]:
    """Labels of the paragraphs in a list: "3 (a) and (b)" are 3 (a) and 3 (b).

    A letter that follows no number belongs to the paragraph ``own``; (iv) after 3 (a) (ii) is 3 (a) (iv).

    >>> words = "3 (a) and (b), 4 (a) (ii) and (iv)"
    >>> [label for label, _ in paragraph_labels(words, 0, len(words))]
    ['3 (a)', '3 (b)', '4 (a) (ii)', '4 (a) (iv)']
    >>> [label for label, _ in paragraph_labels("(b)", 0, 3, own="II/3 (a)")]
    ['3 (b)']
    """
    last = [Label.parse(own).stem]
    found = []
    for member in members(text, start, end, ITEM):
        number = re.match(r"\d+", member.value)
        letters = re.findall(r"\([a-z]+\)", member.value)
        last = [number[0], *letters] if number else [*last[: _shared(last, letters[0])], *letters]
        found.append((" ".join(last), member))
    return found


def _shared(last: list[str], letter: str) -> int:
    """How many levels a bare letter has in common with the label before: (b) after 3 (a), (iv) after 3 (a) (ii)."""
    if len(last) < 3 or _DEGREE.fullmatch(letter):
        return max(1, len(last) - 1)
    return 1


def _label(section: str, label: str, home: str, labels: Collection[str]) -> str:
    """The label of a paragraph, within the section that the words name or else that they stand in.

    Where numbering runs on through the sections, a section's name adds nothing.
    """
    if not section:
        return _scoped(label, home, labels)
    runs_on = label in labels and not counts_anew(section, labels)
    return label if runs_on else _scoped(f"{section}/{label}", home, labels)


def _scoped(label: str, home: str, labels: Collection[str]) -> str:
    """The label within the part, section or annex that the words stand in, where it has one."""
    _, *within = seen_from(label, home)
    return next((found for found in reversed(within) if found in labels), label)
