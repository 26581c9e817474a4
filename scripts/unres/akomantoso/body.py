"""The text of a resolution as Akoma Ntoso: from the tree to XML, element by element.

In: a ``Tree`` and what is known of references and notes. Out: the XML of preamble, body, conclusions
and attachments. Every word of the text is written once, in the order of the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from unres.akomantoso import names
from unres.akomantoso.inline import element, escape, inline
from unres.akomantoso.tree import Attachment, Child, Division, Embedded, List, Loose, Tree, Unit
from unres.model import Call, Closing, Footnote, Heading, Kind, Paragraph, Table, Text
from unres.runs import Link


@dataclass(slots=True)
class Writer:
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

    def words(self, text: Text, label: str) -> str:
        """A text with its references and notes."""
        return inline(text, self.links.get(label, ()), self.note)

    def note(self, call: Call) -> str:
        """A footnote where it is first called; a reference to it where it is called again."""
        note = self.notes.get(call.note)
        if note is None:
            return element("sup", escape(call.number), class_="missing")
        eid = self.tree.eids[note.anchor]
        if note.anchor in self.written:
            return element("noteRef", "", href=f"#{eid}", marker=call.number)
        self.written.add(note.anchor)
        words = element("p", self.words(note.text, note.label))
        return element("authorialNote", words, eId=eid, marker=call.number, placement="bottom")

    # Parts

    def preamble(self) -> str:
        """The enacting formula and a container for each preambular paragraph."""
        return "\n".join(self._preambular(unit) for unit in self.tree.preamble)

    def body(self) -> str:
        """What stands between preamble and closing line."""
        return self.contents(self.tree.body)

    def contents(self, children: Iterable[Child]) -> str:
        """The children of the body, in order; a body must not be empty."""
        return "\n".join(self._top(child) for child in children) or "<p/>"

    def closing(self, block: Closing) -> str:
        """The closing line: meeting and date, and what else is printed on it."""
        at = len(block.text.plain.partition("\n")[0])
        meeting = element("location", self.words(block.text.cut(0, at), "closing"), refersTo="#adoptionMeeting")
        if at == len(block.text.plain):
            return element("p", meeting)
        date = self.words(block.text.cut(at + 1), "closing")
        if block.date:
            date = element("docDate", date, date=block.date.isoformat(), refersTo="#adoption")
        return element("p", f"{meeting}<br/>{date}")

    def headings(self, attachment: Attachment) -> str:
        """The headings of an attachment: its name, and its title below."""
        pairs = zip(("heading", "subheading"), attachment.headings, strict=False)
        return "\n".join(element(name, self._heading(heading), eId=self._eid(heading)) for name, heading in pairs)

    # Blocks

    def _eid(self, block: Heading | Paragraph | Table) -> str:
        return self.tree.eids[block.label]

    def _heading(self, heading: Heading) -> str:
        return self.words(heading.text, heading.label)

    def _paragraphs(self, blocks: Sequence[Paragraph | Table], eid: str) -> Iterator[str]:
        """Blocks of words; those that are not the unit itself are identified."""
        for block in blocks:
            if isinstance(block, Table):
                yield self._table(block)
            else:
                own = self._eid(block)
                yield element("p", self.words(block.text, block.label), eId="" if own == eid else own)

    def _table(self, block: Table) -> str:
        words = (self.words(cell, place) for place, cell in block.cells)
        rows = []
        for at, row in enumerate(block.rows):
            name = "th" if at < block.header else "td"
            row_cells = "".join(element(name, element("p", next(words))) for _ in row)
            rows.append(element("tr", row_cells or "<td/>"))  # a row must not be empty
        return element("table", "\n".join(rows) or "<tr><td/></tr>", eId=self._eid(block))

    def _preambular(self, unit: Unit) -> str:
        (first, *_) = unit.blocks
        if isinstance(first, Paragraph) and first.kind is Kind.ENACTING:
            content = "".join(self._paragraphs(unit.blocks, unit.eid))
            return element("formula", content, eId=unit.eid, name="enactingFormula")
        return element("container", self._items(unit), eId=unit.eid, name="preambular")

    def _items(self, unit: Unit) -> str:
        """A preambular paragraph or sub-paragraph: containers hold blocks, so its lists are block lists."""
        out = list(self._paragraphs(unit.blocks, unit.eid))
        for within in unit.lists:
            items = []
            for point in within.points:
                number = self._number(point)
                items.append(element("item", number + self._items(point), eId=point.eid))
            out.append(element("blockList", "\n".join(items), eId=within.eid))
            out += self._paragraphs(within.rest, unit.eid)
        return "\n".join(out)

    def _number(self, unit: Unit) -> str:
        first = unit.blocks[0]
        return element("num", escape(first.number)) if isinstance(first, Paragraph) and first.number else ""

    def _unit(self, unit: Unit) -> str:
        """A numbered paragraph, a point or an unnumbered paragraph."""
        number = self._number(unit)
        if not unit.lists:
            body = element("content", "\n".join(self._paragraphs(unit.blocks, unit.eid)))
        else:
            lists = (self._list(within, unit if at == 0 else None) for at, within in enumerate(unit.lists))
            body = "\n".join(lists)
        return element(unit.name, number + body, eId=unit.eid)

    def _list(self, within: List, opening: Unit | None) -> str:
        out = []
        if opening:
            out.append(element("intro", "\n".join(self._paragraphs(opening.blocks, opening.eid))))
        out += [self._unit(point) for point in within.points]
        if within.rest:
            out.append(element("wrapUp", "\n".join(self._paragraphs(within.rest, within.eid))))
        return element("list", "\n".join(out), eId=within.eid)

    def _cross_heading(self, unit: Unit) -> str:
        (block,) = unit.blocks
        assert isinstance(block, Paragraph), "a table under a preambular paragraph stands loose"
        enacting = block.kind is Kind.ENACTING
        number = element("inline", escape(block.number), name="num") if block.number else ""
        return element(
            "crossHeading",
            number + self.words(block.text, block.label),
            eId=unit.eid,
            refersTo="#enactingFormula" if enacting else "#preamble",
        )

    def _loose(self, loose: Loose) -> str:
        if isinstance(loose.block, Closing):
            return element("hcontainer", element("content", self.closing(loose.block)), eId=loose.eid, name="closing")
        return element("hcontainer", element("content", self._table(loose.block)), eId=loose.eid, name="table")

    def _top(self, child: Child) -> str:
        """A child of the body itself, where a crossHeading needs something around it."""
        inner = self._child(child)
        if isinstance(child, Unit) and child.name == "crossHeading":
            return element("hcontainer", inner, name="preamble")
        return inner

    def _child(self, child: Child) -> str:
        if isinstance(child, Division):
            return self._division(child)
        if isinstance(child, Embedded):
            return element("componentRef", "", src=f"#{child.attachment.eid}", showAs=child.attachment.page)
        if isinstance(child, Loose):
            return self._loose(child)
        return self._cross_heading(child) if child.name == "crossHeading" else self._unit(child)

    def _division(self, division: Division) -> str:
        first, *more = division.headings
        alone = names.numeral(first.text.plain, alone=True)
        out = [element("num" if alone else "heading", self._heading(first))]
        out += [element("heading", self._heading(title), eId=self._eid(title)) for title in more]
        out += [self._child(child) for child in division.children]
        return element(division.name, "\n".join(out), eId=division.eid)
