"""Reads the masthead: organ, distribution, session, agenda item, adoption, report, number and title.

In: the lines of the first page down to the title. Out: a ``Masthead``, or an explanation of why this
is no resolution of the General Assembly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from unres.pdf_import.layout import PAGE_WIDTH, is_adoption
from unres.pdf_import.lines import Line
from unres.pdf_import.rich import CharStyle, Rich, join_lines

SYMBOL = re.compile(r"A/RES/(?:(?:S-|ES-)?\d+/\d+|\d+ ?\([IVXLCES-]+\))")
RIGHT_COLUMN = 0.55  # of the page's width: what starts beyond stands in the column of the distribution
PART = re.compile(r"A/RES/\d+/\d+ ?(?P<part>[A-Z])\*?")  # a part of a composite resolution by itself
NUMBER = re.compile(r"(?P<number>(?:S-|ES-)?\d+/\d+(?: [A-Z](?=\.))?)\.?\s+(?=\S)")


@dataclass(slots=True)
class PrintedMasthead:
    """The head of a resolution, as printed.

    Attributes:
        organ: ``General Assembly``.
        distribution: the lines of the right column: distribution, date, original language.
        session: session and agenda item, a line each; titles of agenda items follow their item.
        adoption: ``Resolution adopted by the General Assembly on …``.
        report: the bracketed line.
        number: the number printed with the title, empty if none.
        printed: the same with its full stop and the blank after it.
        title: the title without its number.
    """

    organ: Rich = field(default_factory=Rich)
    distribution: list[Rich] = field(default_factory=list)
    session: list[Rich] = field(default_factory=list)
    adoption: Rich = field(default_factory=Rich)
    report: Rich = field(default_factory=Rich)
    number: str = ""
    printed: Rich = field(default_factory=Rich)
    title: Rich = field(default_factory=Rich)

    def texts(self) -> list[Rich]:
        """Every text that can carry a marker, in order."""
        return [self.organ, *self.distribution, *self.session, self.adoption, self.report, self.title]

    def replace_texts(self, texts: Sequence[Rich]) -> list[Rich]:
        """Takes its texts from the front of a list; returns the rest of the list."""
        rest = list(texts)
        self.organ = rest.pop(0)
        self.distribution = [rest.pop(0) for _ in self.distribution]
        self.session = [rest.pop(0) for _ in self.session]
        self.adoption, self.report, self.title = rest.pop(0), rest.pop(0), rest.pop(0)
        return rest


def read_printed_masthead(lines: Sequence[Line]) -> PrintedMasthead:
    """The masthead in these lines."""
    head = PrintedMasthead()
    rest: list[Line] = []
    for line in lines:
        if line.x > RIGHT_COLUMN * PAGE_WIDTH and not head.adoption.text and not is_adoption(line.text):
            head.distribution.append(line.rich)
        else:
            rest.append(line)
    start = next((i for i, line in enumerate(rest) if is_adoption(line.text)), len(rest))
    _read_session(head, rest[:start])
    _read_adoption(head, rest[start:])
    return head


def _read_session(head: PrintedMasthead, lines: Sequence[Line]) -> None:
    """Organ, session, agenda item; lines of a title close to each other are one title."""
    groups: list[list[Line]] = []
    for line in lines:
        if not head.organ.text and (line.rich.all(CharStyle.BOLD) or line.text == "General Assembly"):
            head.organ = line.rich
        elif groups and _continues(groups[-1][-1], line, first=len(groups) == 1):
            groups[-1].append(line)
        else:
            groups.append([line])
    head.session = [join_lines(line.rich for line in group) for group in groups]


def _continues(last: Line, line: Line, *, first: bool) -> bool:
    """Whether a line goes on with the title of an agenda item, or with a long list of items.

    The first of all names the session, and ends with that word; further down a title can hold it.
    """
    if last.y - line.y > 1.35 * line.size or (first and re.search(r" session(?: \(resumed\))?$", last.text)):
        return False
    if last.rich.all(CharStyle.BOLD) or line.rich.all(CharStyle.BOLD):
        return last.rich.all(CharStyle.BOLD) and line.rich.all(CharStyle.BOLD)
    return not re.match(r"Agenda items?\b", line.text)


def _read_adoption(head: PrintedMasthead, lines: Sequence[Line]) -> None:
    bracket = next((i for i, line in enumerate(lines) if line.text.startswith("[")), len(lines))
    title = next((i for i in range(bracket, len(lines)) if lines[i].rich.all(CharStyle.BOLD)), len(lines))
    closed = (i + 1 for i in range(bracket, title) if re.search(r"\][*\d]*$", lines[i].text))
    end = next(closed, title)  # a bracket that is never closed ends where the title begins
    largest = max((line.size for line in lines), default=0)
    adoption = [line for line in lines[:bracket] if line.size > 0.95 * largest]
    head.adoption = join_lines(line.rich for line in adoption)
    head.report = join_lines(line.rich for line in lines[bracket:end])
    whole = join_lines(line.rich for line in lines[max(end, len(adoption)) :])
    found = NUMBER.match(whole.text)
    head.number = found["number"] if found else ""
    end = found.end() if found else 0
    head.printed, head.title = whole[:end], whole[end:]
