"""The text of a resolution as Akoma Ntoso: from the tree to XML, element by element.

In: a ``Tree`` and what is known of references and notes. Out: the elements of preamble, body, conclusions
and attachments. Every word of the text is written once, in the order of the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from unres.akomantoso import names
from unres.akomantoso.elements import Content, element, lined
from unres.akomantoso.inline import inline
from unres.akomantoso.tree import Attachment, Child, Division, Embedded, List, Loose, Tree, Unit
from unres.model import Call, Closing, Footnote, Heading, Kind, Paragraph, Table, Text
from unres.runs import Link


@dataclass(slots=True)
class AknWriter:
    """Writes the text of one resolution.

    Attributes:
        tree: its blocks.
        links: what the references of each label lead to.
        notes: footnotes by anchor.
        written: anchors of the footnotes written so far: a note stands where it is first called.
    """

    tree: Tree
    links: Mapping[str, Sequence[Link]]
    notes: dict[str, Footnote]
    written: set[str] = field(default_factory=set)

    # Words

    def words(self, text: Text, label: str) -> Iterator[Content]:
        """A text with its references and notes."""
        return inline(text, self.links.get(label, ()), self.note)

    def note(self, call: Call) -> Element:
        """A footnote where it is first called; a reference to it where it is called again."""
        note = self.notes.get(call.note)
        if note is None:
            return element("sup", call.number, class_="missing")
        eid = self.tree.eids[note.anchor]
        if note.anchor in self.written:
            return element("noteRef", href=f"#{eid}", marker=call.number)
        self.written.add(note.anchor)
        return element("authorialNote", self._words_of(note), eId=eid, marker=call.number, placement="bottom")

    def uncalled(self) -> list[Element]:
        """The notes that nothing written so far has called, so that no word of theirs is lost."""
        left = (note for note in self.notes.values() if note.anchor not in self.written)
        return [
            element("note", self._words_of(note), eId=names.note_eid(note), class_="uncalled", marker=note.number)
            for note in left
        ]

    def _words_of(self, note: Footnote) -> Element:
        return element("p", *self.words(note.text, note.label))

    # Parts

    def preamble(self) -> list[Element]:
        """The enacting formula and a container for each preambular paragraph."""
        return lined(self._preambular(unit) for unit in self.tree.preamble)

    def body(self) -> list[Element]:
        """What stands between preamble and closing line."""
        return self.contents(self.tree.body)

    def contents(self, children: Iterable[Child]) -> list[Element]:
        """The children of the body, in order; a body must not be empty."""
        return lined(self._top(child) for child in children) or [element("p")]

    def closing(self, block: Closing) -> Element:
        """The closing line: meeting and date, and what else is printed on it."""
        at = len(block.text.plain.partition("\n")[0])
        meeting = element("location", *self.words(block.text.cut(0, at), "closing"), refersTo="#adoptionMeeting")
        if at == len(block.text.plain):
            return element("p", meeting)
        date: Iterable[Content] = self.words(block.text.cut(at + 1), "closing")
        if block.date:
            date = [element("docDate", *date, date=block.date.isoformat(), refersTo="#adoption")]
        return element("p", meeting, element("br"), *date)

    def headings(self, attachment: Attachment) -> Iterator[Element]:
        """The headings of an attachment: its name, and its title below."""
        for name, heading in zip(("heading", "subheading"), attachment.headings, strict=False):
            yield element(name, *self._heading(heading), eId=self._eid(heading))

    # Blocks

    def _eid(self, block: Heading | Paragraph | Table) -> str:
        return self.tree.eids[block.label]

    def _heading(self, heading: Heading) -> Iterator[Content]:
        return self.words(heading.text, heading.label)

    def _paragraphs(self, blocks: Sequence[Paragraph | Table], eid: str) -> Iterator[Element]:
        """Blocks of words; those that are not the unit itself are identified."""
        for block in blocks:
            if isinstance(block, Table):
                yield self._table(block)
            else:
                own = self._eid(block)
                yield element("p", *self.words(block.text, block.label), eId="" if own == eid else own)

    def _table(self, block: Table) -> Element:
        words = (self.words(cell, place) for place, cell in block.cells)
        rows = []
        for at, row in enumerate(block.rows):
            name = "th" if at < block.header else "td"
            row_cells = [element(name, element("p", *next(words))) for _ in row]
            rows.append(element("tr", *(row_cells or [element("td")])))  # a row must not be empty
        return element("table", *(lined(rows) or [element("tr", element("td"))]), eId=self._eid(block))

    def _preambular(self, unit: Unit) -> Element:
        (first, *_) = unit.blocks
        if isinstance(first, Paragraph) and first.kind is Kind.ENACTING:
            content = self._paragraphs(unit.blocks, unit.eid)
            return element("formula", *content, eId=unit.eid, name="enactingFormula")
        return element("container", *self._items(unit), eId=unit.eid, name="preambular")

    def _items(self, unit: Unit) -> list[Element]:
        """A preambular paragraph or sub-paragraph: containers hold blocks, so its lists are block lists."""
        out = list(self._paragraphs(unit.blocks, unit.eid))
        for within in unit.lists:
            items = (element("item", *_number(point), *self._items(point), eId=point.eid) for point in within.points)
            out.append(element("blockList", *lined(items), eId=within.eid))
            out += self._paragraphs(within.rest, unit.eid)
        return lined(out)

    def _unit(self, unit: Unit) -> Element:
        """A numbered paragraph, a point or an unnumbered paragraph."""
        if not unit.lists:
            body = [element("content", *lined(self._paragraphs(unit.blocks, unit.eid)))]
        else:
            body = lined(self._list(within, unit if at == 0 else None) for at, within in enumerate(unit.lists))
        return element(unit.name, *_number(unit), *body, eId=unit.eid)

    def _list(self, within: List, opening: Unit | None) -> Element:
        out = []
        if opening:
            out.append(element("intro", *lined(self._paragraphs(opening.blocks, opening.eid))))
        out += [self._unit(point) for point in within.points]
        if within.rest:
            out.append(element("wrapUp", *lined(self._paragraphs(within.rest, within.eid))))
        return element("list", *lined(out), eId=within.eid)

    def _cross_heading(self, unit: Unit) -> Element:
        (block,) = unit.blocks
        assert isinstance(block, Paragraph), "a table under a preambular paragraph stands loose"
        enacting = block.kind is Kind.ENACTING
        number = [element("inline", block.number, name="num")] if block.number else []
        return element(
            "crossHeading",
            *number,
            *self.words(block.text, block.label),
            eId=unit.eid,
            refersTo="#enactingFormula" if enacting else "#preamble",
        )

    def _loose(self, loose: Loose) -> Element:
        if isinstance(loose.block, Closing):
            return element("hcontainer", element("content", self.closing(loose.block)), eId=loose.eid, name="closing")
        return element("hcontainer", element("content", self._table(loose.block)), eId=loose.eid, name="table")

    def _top(self, child: Child) -> Element:
        """A child of the body itself, where a crossHeading needs something around it."""
        inner = self._child(child)
        if isinstance(child, Unit) and child.name == "crossHeading":
            return element("hcontainer", inner, name="preamble")
        return inner

    def _child(self, child: Child) -> Element:
        if isinstance(child, Division):
            return self._division(child)
        if isinstance(child, Embedded):
            return element("componentRef", src=f"#{child.attachment.eid}", showAs=child.attachment.page)
        if isinstance(child, Loose):
            return self._loose(child)
        return self._cross_heading(child) if child.name == "crossHeading" else self._unit(child)

    def _division(self, division: Division) -> Element:
        first, *more = division.headings
        alone = names.numeral(first, alone=True)
        out = [element("num" if alone else "heading", *self._heading(first))]
        out += [element("heading", *self._heading(title), eId=self._eid(title)) for title in more]
        out += [self._child(child) for child in division.children]
        return element(division.name, *lined(out), eId=division.eid)


def _number(unit: Unit) -> list[Element]:
    """The number printed before a unit, if there is one."""
    first = unit.blocks[0]
    return [element("num", first.number)] if isinstance(first, Paragraph) and first.number else []
