"""A text cut where something on it begins or ends: marks, links, calls. Every writer walks over it this way.

In: a ``Text`` and the links that lie on it. Out: calls, and stretches of words between them. A link is whole in one
stretch unless a call stands in it: links cannot hold a call, which is a link itself, so the link goes on after it.

>>> text = Text("See resolution 61/168.", (Mark(0, 3, Style.ITALIC),), (Call(14, "1"),))
>>> for found in runs(text, [Link(4, 21, "…/61/168")]):
...     print(found.number if isinstance(found, Call) else [words.plain for words in found.words])
['See', ' ']
['resolution']
1
[' 61/168']
['.']
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from unres.model import Call, Mark, Style, Text


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a stretch of a text: offsets into its plain words, end excluded.

    Attributes:
        href: where it leads; empty marks a reference that has no address.
        attributes: what a page says of it in braces, without the braces.
    """

    start: int
    end: int
    href: str
    attributes: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one style, or in several at once."""

    plain: str
    styles: frozenset[Style]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words without a call between them that lie on one link, or on none."""

    words: tuple[Words, ...]
    link: Link | None


def runs(text: Text, links: Iterable[Link] = ()) -> Iterator[Stretch | Call]:
    """The calls of a text and the words between them, in order.

    Args:
        text: the words and what is set on them.
        links: do not overlap; one without words of its own (the middle of a range, A to C) is passed over.
    """
    coming = deque(sorted((link for link in links if link.start < link.end), key=lambda link: link.start))
    calls = deque(sorted(text.calls, key=lambda call: call.at))
    marks = deque(sorted(text.marks, key=lambda mark: mark.start))
    open_marks: list[Mark] = []
    link: Link | None = None
    words: list[Words] = []
    for start, end in pairwise(_edges(text, coming)):
        if coming and coming[0].end <= start:
            coming.popleft()
        here = coming[0] if coming and coming[0].start <= start else None
        if words and (here is not link or (calls and calls[0].at <= start)):
            yield Stretch(tuple(words), link)
            words = []
        while calls and calls[0].at <= start:
            yield calls.popleft()
        while marks and marks[0].start <= start:
            open_marks.append(marks.popleft())
        open_marks = [mark for mark in open_marks if mark.end > start]
        words.append(Words(text.plain[start:end], frozenset(mark.style for mark in open_marks)))
        link = here
    if words:
        yield Stretch(tuple(words), link)
    yield from calls


def _edges(text: Text, links: Iterable[Link]) -> list[int]:
    """Where anything begins or ends, from the first character to the last."""
    edges = {0, len(text.plain)}
    edges |= {edge for mark in text.marks for edge in (mark.start, mark.end)}
    edges |= {edge for link in links for edge in (link.start, link.end)}
    edges |= {call.at for call in text.calls}
    return sorted(edges)
