"""Footnotes: their bodies at the foot of the pages, and the markers in the text that call them.

In: the lines below the rules, and small paragraphs that start with a raised letter. Out: ``Note``
values, and texts whose raised characters are known to be markers or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from unres import numbering
from unres.pdf_import.lines import Line
from unres.pdf_import.rich import CharStyle, Rich, join_lines

NOTE_MARK = re.compile(rf"(?P<number>{numbering.NOTE_MARK})\s*")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number as printed, its words, the page it starts on."""

    number: str
    rich: Rich
    page: int


def read_notes(lines: Iterable[Line]) -> list[Note]:
    """The notes in the lines at the foot of the pages; a note can go on over the page."""
    groups: list[list[Line]] = []
    lines = list(lines)
    margin = _margin(lines)
    for line in lines:
        if _starts(line, margin) or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [_note(group) for group in groups]


def _margin(lines: Sequence[Line]) -> float:
    """Where the words of the notes start: behind the first note's number."""
    for line in lines:
        found = NOTE_MARK.match(line.text)
        if found and found.end() < len(line.text):
            return line.xs[found.end()]
    return 0.0


def _starts(line: Line, margin: float) -> bool:
    found = NOTE_MARK.match(line.text)
    if not found:
        return False
    if line.rich.starts(CharStyle.RAISED):
        return True
    hangs = line.x < margin - 0.2 * line.size
    return hangs and found.end() < len(line.text) and abs(line.xs[found.end()] - margin) < 0.5 * line.size


def _note(group: Sequence[Line]) -> Note:
    found = NOTE_MARK.match(group[0].text)
    end = found.end() if found else 0
    rich = join_lines([group[0].rich[end:], *(line.rich for line in group[1:])])
    return Note(found["number"] if found else "", rich, group[0].page)


def is_note(line: Line) -> bool:
    """Whether a small line in the running text starts a note, such as a table's."""
    found = NOTE_MARK.match(line.text)
    return bool(found) and line.rich.starts(CharStyle.RAISED)


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker: where it stands in a text and which note it calls."""

    start: int
    end: int
    number: str


def calls(rich: Rich, numbers: set[str]) -> list[Marker]:
    """The markers in a text: raised characters that are the number of a note."""
    found: list[Marker] = []
    if max(rich.styles, default=0) < CharStyle.RAISED:
        return found
    for run in re.finditer("r+", "".join("r" if s & CharStyle.RAISED else "-" for s in rich.styles)):
        marks = re.finditer(r"\d+|[a-z]+|\*+", rich.text[run.start() : run.end()])
        start = run.start()
        found += [Marker(start + mark.start(), start + mark.end(), mark[0]) for mark in marks if mark[0] in numbers]
    return found


def raise_full_size(texts: Sequence[Rich], numbers: Sequence[str]) -> list[Rich]:
    """Marks as raised the markers that are printed full size: those of notes that nothing calls.

    Such a marker is glued to the word before it and stands between the calls of its neighbours; it is
    taken for one only where that leaves a single place.
    """
    texts = list(texts)
    known = set(numbers)
    placed = {call.number: (index, call.start) for index, rich in enumerate(texts) for call in calls(rich, known)}
    for number in numbers:
        if number in placed or number.isalpha():
            continue
        before = placed.get(_next(number, -1), (-1, 0))
        after = placed.get(_next(number, 1), (len(texts), 0))
        places = [
            (index, found.start())
            for index, rich in enumerate(texts)
            for found in re.finditer(rf"(?<=[^\W\d_]|[,;.:)”’\d]){re.escape(number)}(?![\w/*])", rich.text)
            if before < (index, found.start()) < after and _glued(rich.text, found.start())
        ]
        if len(places) == 1:
            index, start = places[0]
            texts[index] = _raise(texts[index], start, start + len(number))
            placed[number] = places[0]
    return texts


def _next(number: str, step: int) -> str:
    return str(int(number) + step) if number.isdigit() else ""


def _glued(text: str, start: int) -> bool:
    """Whether a number follows a word or a mark, not another digit (only an asterisk can)."""
    return not (text[start].isdigit() and text[start - 1].isdigit())


def _raise(rich: Rich, start: int, end: int) -> Rich:
    styles = list(rich.styles)
    for index in range(start, end):
        styles[index] = CharStyle.RAISED
    return Rich(rich.text, tuple(styles))
