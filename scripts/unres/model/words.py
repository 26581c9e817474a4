"""Printed words, and what is set on them: styles and footnote markers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Style(StrEnum):
    """How printed words are set apart."""

    ITALIC = "italic"
    BOLD = "bold"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text in another style: offsets into ``Text.plain``, end excluded."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Call:
    """A footnote's marker in a text.

    Attributes:
        at: it stands before the character at this offset.
        number: as printed: ``3``, ``a``, ``*``.
        note: the anchor of the note that it calls: ``fn3``, ``fn-a-2``; empty if the text has no such note.
    """

    at: int
    number: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Printed words: the plain text without footnote markers, and what was set on it.

    Attributes:
        plain: the words, one space between them; a line break that the print means is ``\\n``.
        marks: stretches in another style, by start, not overlapping.
        calls: footnote markers by place.
    """

    plain: str
    marks: tuple[Mark, ...] = ()
    calls: tuple[Call, ...] = ()

    def cut(self, start: int, end: int | None = None) -> Text:
        """A part of the text with the styles and footnote markers that lie in it.

        A marker right at ``end`` is the part's too: it stands behind the part's last word.

        >>> words = Text("40th meeting\\n1 April", calls=(Call(12, "1"),)).cut(0, 12)
        >>> words.plain, words.calls[0].at
        ('40th meeting', 12)
        """
        stop = len(self.plain) if end is None else end
        marks = (
            replace(mark, start=max(mark.start, start) - start, end=min(mark.end, stop) - start)
            for mark in self.marks
            if mark.start < stop and mark.end > start
        )
        calls = (replace(call, at=call.at - start) for call in self.calls if start <= call.at <= stop)
        return Text(self.plain[start:stop], tuple(marks), tuple(calls))

    def behind(self, start: int) -> Text:
        """What stands behind a printed number; a marker on the number is kept, at the start of what is left.

        >>> words = Text("1. Ends;", calls=(Call(2, "7"),)).behind(3)
        >>> words.plain, words.calls[0].at
        ('Ends;', 0)
        """
        rest = self.cut(start)
        on_number = (replace(call, at=0) for call in self.calls if call.at < start)
        return replace(rest, calls=(*on_number, *rest.calls))

    @property
    def lead(self) -> str:
        """The opening words: what is set in italics at the very start, without the comma after it.

        >>> Text("Recalling its resolution 61/168,", (Mark(0, 9, Style.ITALIC),)).lead
        'Recalling'
        """
        end = 0
        for mark in self.marks:
            if mark.style is Style.ITALIC and not self.plain[end : mark.start].strip():
                end = mark.end
        return self.plain[:end].strip().rstrip(",;:").rstrip()
