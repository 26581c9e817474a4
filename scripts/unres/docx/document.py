"""The document of one resolution.

In: a ``Resolution``. Out: the bytes of a ``.docx`` file, the same for the same text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from unres.docx.notes import Notes
from unres.docx.numbers import INDENT, Numbers
from unres.docx.package import Parts, zipped
from unres.docx.xml import Xml, w, words
from unres.model import Block, Call, Closing, Heading, Kind, Paragraph, Resolution, Role, Style, Table, Text
from unres.naming import full
from unres.runs import Stretch, runs

_STYLES: dict[Style, tuple[str, dict[str, str]]] = {
    Style.ITALIC: ("i", {}),
    Style.BOLD: ("b", {}),
    Style.SUPERSCRIPT: ("vertAlign", {"val": "superscript"}),
    Style.SUBSCRIPT: ("vertAlign", {"val": "subscript"}),
}
_BOLD_LINES = (Role.AGENDA_TITLE, Role.ADOPTION)


def to_docx(resolution: Resolution) -> bytes:
    """A resolution as a Word document.

    Every word of the text stands in it once, in order; numbers that a word processor counts by itself are lists,
    the others words.
    """
    writer = DocxWriter(Numbers(), Notes.of(resolution.footnotes))
    body = [
        *masthead_lines(writer, resolution),
        *(element for block in resolution.blocks for element in writer.block(block)),
    ]
    return finished(writer, resolution, body)


def finished(writer: DocxWriter, resolution: Resolution, body: list[Xml]) -> bytes:
    """The file around a body."""
    body += [writer.paragraph("FootnoteText", f"{note.number} ", note.text) for note in writer.notes.uncalled()]
    notes = writer.notes.part(lambda text: list(writer.runs(text)))
    parts = Parts(
        body, notes, writer.numbers.part(), resolution.symbol, full(resolution), resolution.provenance.language
    )
    return zipped(parts)


def masthead_lines(writer: DocxWriter, resolution: Resolution) -> Iterator[Xml]:
    """The printed lines of the masthead, then number and title."""
    for line in resolution.masthead.lines:
        yield writer.paragraph("MastheadBold" if line.role in _BOLD_LINES else "Masthead", "", line.text)
    yield writer.paragraph("Title", f"{resolution.masthead.number}. ", resolution.masthead.title)


@dataclass(slots=True)
class DocxWriter:
    """Writes blocks, and keeps count of lists and notes while it does."""

    numbers: Numbers
    notes: Notes

    def block(self, block: Block) -> Iterator[Xml]:
        """The paragraphs, or the table, that a block is."""
        if isinstance(block, Table):
            yield _table(self, block)
            yield w("p")  # two tables in a row would become one
        elif isinstance(block, Heading):
            yield self.paragraph(f"Heading{block.level}", "", block.text)
        elif isinstance(block, Closing):
            yield self.paragraph("Closing", "", block.text)
        else:
            yield self.of(block, self.runs(block.text))

    def of(self, paragraph: Paragraph, content: Iterable[Xml], *marks: Xml) -> Xml:
        """A paragraph of the resolution with its number; ``marks`` say what became of it."""
        style = "Enacting" if paragraph.kind is Kind.ENACTING else "Paragraph"
        place = self.numbers.place(paragraph) if paragraph.number else None
        properties = [w("pStyle", val=style)]
        if place:
            properties.append(w("numPr", [w("ilvl", val=str(place.degree)), w("numId", val=str(place.number))]))
        elif paragraph.depth:
            properties.append(w("ind", left=str(INDENT * (paragraph.depth + 1)), firstLine="0"))
        if marks:
            properties.append(w("rPr", marks))
        written = [w("r", [*words(paragraph.number), w("tab")])] if paragraph.number and not place else []
        return w("p", [w("pPr", properties), *written, *content])

    def paragraph(self, style: str, before: str, text: Text) -> Xml:
        """A paragraph of a style."""
        first = [w("r", words(before))] if before else []
        return w("p", [w("pPr", [w("pStyle", val=style)]), *first, *self.runs(text)])

    def runs(self, text: Text, *, removed: bool = False) -> Iterator[Xml]:
        """The words of a text in their styles, and its calls."""
        for found in runs(text):
            if isinstance(found, Call):
                yield from () if removed else self.notes.call(found)
            else:
                yield from _words(found, removed=removed)


def _words(stretch: Stretch, *, removed: bool) -> Iterator[Xml]:
    for part in stretch.words:
        shown = [w(tag, (), **attributes) for style, (tag, attributes) in _STYLES.items() if style in part.styles]
        content = words(part.plain, removed=removed)
        yield w("r", [*([w("rPr", shown)] if shown else []), *content])


def _table(writer: DocxWriter, table: Table) -> Xml:
    width = len(table.rows[0])
    borders = [w(edge, val="single", sz="4") for edge in ("top", "left", "bottom", "right", "insideH", "insideV")]
    head = [w("tblPr", [w("tblW", w="0", type="auto"), w("tblBorders", borders)]), w("tblGrid", [w("gridCol")] * width)]
    return w("tbl", [*head, *(_row(writer, row, header=at < table.header) for at, row in enumerate(table.rows))])


def _row(writer: DocxWriter, row: Iterable[Text], *, header: bool) -> Xml:
    cells = [w("tc", [writer.paragraph("Cell", "", cell)]) for cell in row]
    return w("tr", [*([w("trPr", [w("tblHeader")])] if header else []), *cells])
