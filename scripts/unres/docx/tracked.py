"""The newer of two texts with tracked changes against the older, as drafts of the United Nations show them.

In: a ``Comparison``. Out: the bytes of a ``.docx`` file: with all changes accepted it has the words of the newer
text, with all rejected the paragraphs of the older. Notes are those of the newer text, since a word processor keeps
only one body for a mark.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from unres.compare import Change, Comparison, Row
from unres.docx.document import DocxWriter, finished, masthead_lines
from unres.docx.notes import Notes
from unres.docx.numbers import Numbers
from unres.docx.xml import Xml, w
from unres.model import Paragraph, Text

_AUTHOR = "unres"


def to_tracked_docx(comparison: Comparison) -> bytes:
    """A comparison as a Word document."""
    new = comparison.new
    tracker = _Tracker(DocxWriter(Numbers(), Notes.of(new.footnotes)), _date(comparison), *_by_paragraph(comparison))
    body = list(masthead_lines(tracker.writer, new))
    for block in new.blocks:
        body += tracker.paragraph(block) if isinstance(block, Paragraph) else tracker.writer.block(block)
    return finished(tracker.writer, new, body)


def _date(comparison: Comparison) -> str:
    """When the change was made, as far as the texts say: the day on which the newer one was adopted."""
    day = comparison.new.masthead.adopted or comparison.new.masthead.distributed or dt.date(2000, 1, 1)
    return f"{day.isoformat()}T00:00:00Z"


def _by_paragraph(comparison: Comparison) -> tuple[dict[str, Row], dict[str, list[Paragraph]]]:
    """The row of each newer paragraph, and the older paragraphs that are gone after each of them."""
    rows = {str(paragraph.label): row for row in comparison.rows for paragraph in row.pair.new}
    stays = {str(p.label): row for row in comparison.rows if _in_place(row) for p in row.pair.old}
    gone: dict[str, list[Paragraph]] = {}
    last = ""
    for row in sorted((row for row in comparison.rows if row.pair.old), key=lambda row: row.pair.old[0].line):
        for paragraph in row.pair.old:
            if str(paragraph.label) in stays:
                last = str(row.pair.new[-1].label)
            else:
                gone.setdefault(last, []).append(paragraph)
    return rows, gone


def _in_place(row: Row) -> bool:
    """Whether a row is one paragraph that stays where it was; all others are taken out here and put in there."""
    return len(row.pair.old) == len(row.pair.new) == 1 and not row.pair.moved


@dataclass(slots=True)
class _Tracker:
    writer: DocxWriter
    date: str
    rows: Mapping[str, Row]
    gone: dict[str, list[Paragraph]]  # by the newer paragraph that they stand after
    count: int = 0

    def mark(self, tag: str, children: list[Xml] | None = None) -> Xml:
        self.count += 1
        return w(tag, children or [], id=str(self.count), author=_AUTHOR, date=self.date)

    def paragraph(self, paragraph: Paragraph) -> Iterator[Xml]:
        """A newer paragraph with its changes, and what is gone after it."""
        row = self.rows.get(str(paragraph.label))
        if row is None:
            yield from self.writer.block(paragraph)
            return
        yield from self.removed("")
        if _in_place(row):
            yield self.writer.of(paragraph, self.changes(row, paragraph))
        else:
            added = self.mark("ins", list(self.writer.runs(paragraph.text)))
            yield self.writer.of(paragraph, [added], self.mark("ins"))
        yield from self.removed(str(paragraph.label))

    def removed(self, label: str) -> Iterator[Xml]:
        """The older paragraphs that are gone after a newer one; after none, before the first."""
        for paragraph in self.gone.pop(label, ()):
            words = self.mark("del", list(self.writer.runs(paragraph.text, removed=True)))
            yield w("p", [w("pPr", [w("pStyle", val="Paragraph"), w("rPr", [self.mark("del")])]), words])

    def changes(self, row: Row, paragraph: Paragraph) -> Iterator[Xml]:
        """The words of a paragraph that stays, each changed stretch marked."""
        old = row.pair.old[0].text
        for stretch in row.difference.stretches:
            if stretch.change is Change.REMOVED:
                gone = old.cut(stretch.start, stretch.end)
                yield self.mark("del", list(self.writer.runs(gone, removed=True)))
            else:
                words = list(self.writer.runs(_piece(paragraph.text, stretch.start, stretch.end)))
                yield from [self.mark("ins", words)] if stretch.change is Change.ADDED else words


def _piece(text: Text, start: int, end: int) -> Text:
    """A part of a text; a call where two parts meet belongs to the first."""
    part = text.cut(start, end)
    calls = tuple(call for call in part.calls if call.at or not start)
    return Text(part.plain, part.marks, calls)
