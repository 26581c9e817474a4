"""Footnotes: telling their bodies from the running text, and pairing them with the places that call them.

In the print a note stands at the foot of the page that calls it, so its body comes in the middle of the text
(Editorial Manual, "Footnotes and other notes"). The same number can be called more than once;
letters and asterisks start anew with every table or title.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from unres.errors import Level, Reporter
from unres.model import Block, Closing, Footnote, Masthead, Table, Text
from unres.numbering import NOTE_MARK
from unres.text.inline import read_inline
from unres.text.source import Chunk, Shape

_BODY = re.compile(rf"<sup>(?P<number>{NOTE_MARK})</sup>(?:[ \t]|(?=\S))")
Paired = tuple[Masthead, tuple[Block, ...], tuple[Footnote, ...]]


def is_body(chunk: Chunk) -> bool:
    """Whether a chunk is the body of a note: it begins with a footnote marker.

    >>> texts = ("<sup>1</sup> See A/62/439.", "*Recalling*<sup>1</sup>")
    >>> [is_body(Chunk(Shape.PARAGRAPH, raw, line=1)) for raw in texts]
    [True, False]
    """
    return chunk.shape is Shape.PARAGRAPH and not chunk.depth and bool(_BODY.match(chunk.raw))


def read_body(chunk: Chunk, reporter: Reporter) -> Footnote:
    """The note that a chunk holds; who calls it is not known yet."""
    found = _BODY.match(chunk.raw)
    assert found, "only for chunks that is_body accepts"
    text = read_inline(chunk.raw[found.end() :], chunk.line, reporter)
    return Footnote(found["number"], text, (), chunk.line)


def calling_label(block: Block) -> str:
    """The label under which a block calls footnotes: a table calls them from its paragraph."""
    if isinstance(block, Table):
        return block.paragraph or block.label
    return "closing" if isinstance(block, Closing) else block.label


def pair(notes: Iterable[Footnote], masthead: Masthead, blocks: Iterable[Block], reporter: Reporter) -> Paired:
    """Tells each call its note, and each note the places that call it.

    A marker means the next note of its number, which stands at the foot of the same page or below the same
    table; where none follows, the last one before. A number called but absent, a note never called and a
    number used twice are errors: a reader would be led nowhere, or to the wrong words.

    >>> from unres.text.parser import parse
    >>> text = "1. *Asks*;<sup>a</sup>\\n\\n<sup>a</sup> North.\\n\\n2. *Asks*.<sup>a</sup>\\n\\n<sup>a</sup> South.\\n"
    >>> notes = parse("### 99/7. Oil\\n\\n" + text, "99-7.md").resolution.footnotes
    >>> [(note.label, note.called_from) for note in notes]
    [('fna', ('1',)), ('fna-2', ('2',))]
    """
    pairing = _Pairing(_counted(notes), reporter)
    pairing.check_numbers()
    lines = tuple(replace(line, text=pairing.text(line.text, "title", line.line)) for line in masthead.lines)
    title = pairing.text(masthead.title, "title", masthead.line)
    paired = tuple(pairing.block(block) for block in blocks)
    return replace(masthead, lines=lines, title=title), paired, pairing.called_notes()


def _counted(notes: Iterable[Footnote]) -> list[Footnote]:
    """Notes told apart where several have one number: of the letters a, b, a the last is a's second."""
    times: dict[str, int] = {}
    out = []
    for note in notes:
        times[note.number] = times.get(note.number, 0) + 1
        out.append(replace(note, count=times[note.number]))
    return out


@dataclass(slots=True)
class _Pairing:
    """Reads the calls in their order and remembers who has called which note."""

    notes: list[Footnote]
    reporter: Reporter
    by_number: dict[str, list[Footnote]] = field(default_factory=dict)
    callers: dict[str, dict[str, None]] = field(default_factory=dict)  # by anchor: labels in reading order

    def check_numbers(self) -> None:
        """Sorts the notes by number; two notes of one number are an error, of one letter are not."""
        for note in self.notes:
            self.by_number.setdefault(note.number, []).append(note)
        for number, (first, *others) in self.by_number.items():
            if number.isdigit() and others:
                message = f"is given twice, first in line {first.line}; remove one or number it anew"
                self.reporter.slip(others[0].line, f"footnote {number} {message}")

    def block(self, block: Block) -> Block:
        label = calling_label(block)
        if isinstance(block, Table):
            rows = (tuple(self.text(cell, label, block.line) for cell in row) for row in block.rows)
            return replace(block, rows=tuple(rows))
        return replace(block, text=self.text(block.text, label, block.line)) if block.text.calls else block

    def text(self, text: Text, label: str, line: int) -> Text:
        """A text whose calls know their notes; ``label`` and ``line`` say where it stands."""
        if not text.calls:
            return text
        calls = (replace(call, note=self.called(call.number, label, line)) for call in text.calls)
        return replace(text, calls=tuple(calls))

    def called(self, number: str, label: str, line: int) -> str:
        """The anchor of the note that a marker means; empty if there is none of its number."""
        notes = self.by_number.get(number)
        if not notes:
            where = "the title" if label == "title" else f"paragraph {label}"
            self.reporter.slip(line, f"footnote {number} is called in {where} but absent; add its text")
            return ""
        after = bisect_left(notes, line, key=lambda note: note.line)
        anchor = notes[min(after, len(notes) - 1)].anchor
        self.callers.setdefault(anchor, {})[label] = None
        return anchor

    def called_notes(self) -> tuple[Footnote, ...]:
        """The notes in reading order, with their callers."""
        for note in self.notes:
            if note.anchor not in self.callers:
                message = f"footnote {note.number} is never called; put its marker where it belongs"
                self.reporter.slip(note.line, message)
        self.check_gaps()
        return tuple(replace(note, called_from=tuple(self.callers.get(note.anchor, ()))) for note in self.notes)

    def check_gaps(self) -> None:
        """A gap in the numbers is reported, since a note may have been lost."""
        numbered = [note for note in self.notes if note.number.isdigit()]
        numbers = sorted({int(note.number) for note in numbered})
        missing = sorted(set(range(1, numbers[-1] + 1)) - set(numbers)) if numbers else []
        for first in (number for number in missing if number - 1 not in missing):
            after = next(note for note in numbered if int(note.number) > first)
            last = min(number for number in numbers if number > first) - 1
            which = f"footnote {first} is" if last == first else f"footnotes {first} to {last} are"
            message = f"{which} missing before this one; compare with the official text"
            self.reporter.slip(after.line, message, Level.DOUBT)
