"""Footnotes: telling their bodies from the running text, and pairing them with the places that call them.

In the print a note stands at the foot of the page that calls it, so its body comes amid the text
(Editorial Manual, "Footnotes and other notes"). The same number can be called more than once;
letters and asterisks start anew with every table or title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from unres.errors import Level, Problem
from unres.model import Footnote, Text
from unres.text.inline import read_inline
from unres.text.source import Chunk, Shape

_BODY = re.compile(r"<sup>(?P<number>\d{1,3}|\*{1,3}|[a-z])</sup>(?:[ \t]|(?=\S))")


@dataclass(frozen=True, slots=True)
class Called:
    """A marker in the text: the label of its place, where in the text that is, and its line."""

    number: str
    label: str
    order: int
    line: int


@dataclass(frozen=True, slots=True)
class Body:
    """A note's body and its place among the chunks."""

    note: Footnote
    order: int


def is_body(chunk: Chunk) -> bool:
    """Whether a chunk is the body of a note: it begins with a footnote marker."""
    return chunk.shape is Shape.PARAGRAPH and not chunk.depth and bool(_BODY.match(chunk.raw))


def read_body(chunk: Chunk, order: int, path: str, problems: list[Problem]) -> Body:
    """The note that a chunk holds; who calls it is not known yet."""
    found = _BODY.match(chunk.raw)
    assert found, "only for chunks that is_body accepts"
    text = read_inline(chunk.raw[found.end() :], chunk.line, path, problems)
    return Body(Footnote(found["number"], "", text, (), chunk.line), order)


def called_in(text: Text, label: str, order: int, line: int) -> list[Called]:
    """The markers of one text."""
    return [Called(call.number, label, order, line) for call in text.calls]


def pair(bodies: Sequence[Body], calls: Iterable[Called], path: str, problems: list[Problem]) -> tuple[Footnote, ...]:
    """Gives each note the places that call it and its anchor.

    A number called but absent, a note never called and a number used twice are errors: a reader
    would be led nowhere, or to the wrong words.
    """
    called: dict[int, list[str]] = {}
    by_number: dict[str, list[int]] = {}
    for at, body in enumerate(bodies):
        by_number.setdefault(body.note.number, []).append(at)
    for number, places in by_number.items():
        if number.isdigit() and len(places) > 1:
            first, again = (bodies[at].note for at in places[:2])
            problems.append(
                Problem(
                    path,
                    again.line,
                    f"footnote {number} is given twice, first in line {first.line}; remove one or number it anew",
                )
            )
    for call in calls:
        candidates = by_number.get(call.number)
        if not candidates:
            problems.append(
                Problem(
                    path,
                    call.line,
                    f"footnote {call.number} is called in {_name(call.label)} but absent; add its text",
                )
            )
            continue
        at = next((at for at in candidates if bodies[at].order >= call.order), candidates[-1])
        places_of = called.setdefault(at, [])
        if call.label not in places_of:
            places_of.append(call.label)
    for at, body in enumerate(bodies):
        if at not in called:
            problems.append(
                Problem(
                    path,
                    body.note.line,
                    f"footnote {body.note.number} is never called; put its marker where it belongs",
                )
            )
    notes = _anchored([replace(body.note, called_from=tuple(called.get(at, ()))) for at, body in enumerate(bodies)])
    return _in_order(notes, path, problems)


def _name(label: str) -> str:
    return "the title" if label == "title" else f"paragraph {label}"


def _anchored(notes: list[Footnote]) -> list[Footnote]:
    """fn3, fn-a, fn-asterisk; where letters start anew, fn-a-2."""
    used: dict[str, int] = {}
    out = []
    for note in notes:
        name = f"fn{note.number}" if note.number.isdigit() else f"fn-{note.number.replace('*', 'asterisk')}"
        used[name] = used.get(name, 0) + 1
        out.append(replace(note, anchor=name if used[name] == 1 else f"{name}-{used[name]}"))
    return out


def _in_order(notes: list[Footnote], path: str, problems: list[Problem]) -> tuple[Footnote, ...]:
    """Notes in reading order; a gap in their numbers is reported, since a note may have been lost."""
    numbers = sorted({int(note.number) for note in notes if note.number.isdigit()})
    missing = sorted(set(range(1, numbers[-1] + 1)) - set(numbers)) if numbers else []
    for first in (number for number in missing if number - 1 not in missing):
        after = next(note for note in notes if note.number.isdigit() and int(note.number) > first)
        last = min(number for number in numbers if number > first) - 1
        which = f"footnote {first} is" if last == first else f"footnotes {first} to {last} are"
        message = f"{which} missing before this one; compare with the official text"
        problems.append(Problem(path, after.line, message, Level.DOUBT))
    return tuple(notes)
