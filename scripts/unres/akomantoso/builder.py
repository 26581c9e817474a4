"""From the flat blocks of a resolution to a tree, each block with its eId.

In: a resolution. Out: a ``Tree``: preamble, body, conclusions and attachments, in which every block stands
once and in order, and the eId of every label. Nothing here writes XML.

An attached text that is printed before the end of the main text (an embedded declaration) leaves a
reference to itself where it stood, so that the order of the print can be had back.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from unres.akomantoso import names
from unres.akomantoso.tree import Attachment, Child, Division, Embedded, List, Loose, Tree, Unit
from unres.label import Series
from unres.model import Block, Closing, Heading, Kind, Paragraph, Resolution, Table

_DIVISIONS = {1: ("part", "part"), 2: ("section", "sec"), 3: ("subsection", "subsec")}  # element and its short name
_PREAMBULAR = (Kind.ENACTING, Kind.PREAMBULAR)


def tree_of(resolution: Resolution) -> Tree:
    """The tree of a resolution's blocks."""
    builder = _Builder(Tree())
    # The closing line ends the main text, on whatever page it is shown
    pages = ["operative" if isinstance(block, Closing) else block.page for block in resolution.blocks]
    # A preamble has no headings here: from the first on, its paragraphs stand in the body, in their order
    begun = next((at for at, block in enumerate(resolution.blocks) if isinstance(block, Heading | Table)), len(pages))
    pages[begun:] = ["operative" if page == "preamble" else page for page in pages[begun:]]
    last = max((at for at, page in enumerate(pages) if not page.startswith("annex")), default=-1)
    for at, block in enumerate(resolution.blocks):
        builder.enter(pages[at], embedded=at < last)
        if at == last and isinstance(block, Closing):
            builder.tree.conclusions = block
        else:
            builder.add(block)
    for note in resolution.footnotes:
        builder.tree.eids[note.anchor] = names.note_eid(note)
    return builder.tree


@dataclass(slots=True)
class _Builder:
    """Walks over the blocks once; its state is what is open at the place reached."""

    tree: Tree
    page: str = ""
    attachment: Attachment | None = None
    divisions: list[Division] = field(default_factory=list)  # open, outermost first
    units: list[Unit] = field(default_factory=list)  # open, outermost first
    main: list[Division] = field(default_factory=list)  # those of the main text, while an attachment is open
    counts: dict[str, int] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)  # the eIds given, each with how often it was wanted

    def enter(self, page: str, *, embedded: bool) -> None:
        """Goes to the page of the next block; ``embedded`` says that main text follows."""
        if page == self.page:
            return
        self.page, self.units = page, []
        if not page.startswith("annex"):
            if self.attachment:
                self.attachment, self.divisions = None, self.main
            return
        if self.attachment is None:
            self.main = self.divisions
        attachment = Attachment(page, self.unique(f"att_{len(self.tree.attachments) + 1}"))
        self.tree.eids[page] = attachment.eid
        if embedded:
            (self.main[-1].children if self.main else self.tree.body).append(Embedded(attachment))
        self.tree.attachments.append(attachment)
        self.attachment, self.divisions = attachment, []

    def add(self, block: Block) -> None:
        if isinstance(block, Heading):
            self.heading(block)
        elif isinstance(block, Paragraph):
            self.tree.eids[block.label] = self.paragraph(block)
        elif isinstance(block, Table) and self.units:
            self.tree.eids[block.label] = self.counted(self.units[0].eid, "table")
            self.owner(len(self.units) - 1).append(block)
        else:
            self.loose(block)

    # Names

    def unique(self, eid: str) -> str:
        wanted = eid
        while eid in self.used:
            self.used[wanted] += 1
            eid = f"{wanted}-{self.used[wanted]}"
        self.used[eid] = 1
        return eid

    def counted(self, prefix: str, name: str) -> str:
        """The next eId of elements of a name within a context, which are counted (NC 5.4.3)."""
        stem = f"{prefix}__{name}" if prefix else name
        self.counts[stem] = self.counts.get(stem, 0) + 1
        return self.unique(f"{stem}_{self.counts[stem]}")

    @property
    def context(self) -> str:
        """The eId of the innermost thing open that contains others."""
        if self.divisions:
            return self.divisions[-1].eid
        return self.attachment.eid if self.attachment else ""

    @property
    def contents(self) -> list[Child]:
        if self.divisions:
            return self.divisions[-1].children
        return self.attachment.children if self.attachment else self.tree.body

    # Blocks

    def heading(self, heading: Heading) -> None:
        self.units = []
        attachment = self.attachment
        if attachment and heading.level == 1 and len(attachment.headings) < 2 and not attachment.children:
            attachment.headings.append(heading)
            self.tree.eids[heading.label] = f"{attachment.eid}__{'sub' * (len(attachment.headings) - 1)}heading"
            return
        last = self.divisions[-1] if self.divisions else None
        token = names.numeral(heading, alone=True)
        titled = last and not last.children and len(last.headings) == 1 and last.level == heading.level
        if last and titled and not token and names.numeral(last.headings[0], alone=True):
            last.headings.append(heading)
            self.tree.eids[heading.label] = f"{last.eid}__heading"
            return
        self.divisions = [division for division in self.divisions if division.level < heading.level]
        name, short = _DIVISIONS[min(heading.level, 3)]
        token = names.numeral(heading)
        prefix = f"{self.context}__" if self.context else ""
        eid = self.unique(f"{prefix}{short}_{token}") if token else self.counted(self.context, short)
        division = Division(name, eid, heading.level, token, [heading])
        self.contents.append(division)
        self.divisions.append(division)
        self.tree.eids[heading.label] = eid

    def paragraph(self, block: Paragraph) -> str:
        if block.kind in _PREAMBULAR and self.page == "preamble":
            return self.in_preamble(block)
        if block.kind in _PREAMBULAR:
            self.units = []
            unit = Unit("crossHeading", self.counted(self.context, "crossHeading"), [block])
            self.contents.append(unit)
            return unit.eid
        if block.continued and self.units:
            return self.continued(block)
        if block.depth and self.units:
            return self.point(block)
        if block.kind is Kind.ANNEX and block.name.series is not Series.NUMBERED:
            unit = Unit("alinea", self.counted(self.scope(block), "al"), [block])
        else:
            number = "1" if block.name.series is Series.SOLE else names.numbers_of(block)[0]
            unit = Unit(
                "paragraph", self.unique("__".join(filter(None, [self.scope(block), f"para_{number}"]))), [block]
            )
        self.contents.append(unit)
        self.units = [unit]
        return unit.eid

    def scope(self, block: Paragraph) -> str:
        """The context that a paragraph's number is unique in: what its label has before the number."""
        wanted = block.name.scopes
        for division in reversed(self.divisions):
            if wanted and division.token == wanted[-1]:
                return division.eid
        return self.attachment.eid if self.attachment else ""

    def in_preamble(self, block: Paragraph) -> str:
        if block.kind is Kind.ENACTING:
            self.units = []
            unit = Unit("formula", self.counted("", "formula"), [block])
            self.tree.preamble.append(unit)
            return unit.eid
        if self.units and block.continued:
            return self.continued(block)
        if self.units and block.depth:
            return self.point(block)
        unit = Unit("container", self.counted("", "container"), [block])
        self.tree.preamble.append(unit)
        self.units = [unit]
        return unit.eid

    def point(self, block: Paragraph) -> str:
        del self.units[block.depth :]
        parent = self.units[-1]
        if not parent.lists or parent.lists[-1].rest:
            parent.lists.append(List(self.unique(f"{parent.eid}__list_{len(parent.lists) + 1}")))
        within = parent.lists[-1]
        name = "item" if self.units[0].name == "container" else "point"
        unit = Unit(name, self.unique(f"{within.eid}__{name}_{names.numbers_of(block)[-1] or '1'}"), [block])
        within.points.append(unit)
        self.units.append(unit)
        return unit.eid

    def owner(self, depth: int) -> list[Paragraph | Table]:
        """Where text after the last thing of a degree goes; what is deeper is closed by it."""
        del self.units[depth + 1 :]
        unit = self.units[-1]
        return unit.lists[-1].rest if unit.lists else unit.blocks

    def continued(self, block: Paragraph) -> str:
        blocks = self.owner(block.depth)
        unit = self.units[-1]
        context = f"{unit.lists[-1].eid}__wrapup" if unit.lists else unit.eid
        blocks.append(block)
        return self.counted(context, "p")

    def loose(self, block: Table | Closing) -> None:
        self.units = []
        eid = self.counted(self.context, "hcontainer")
        if isinstance(block, Table):
            self.tree.eids[block.label] = f"{eid}__table_1"
        self.contents.append(Loose(eid, block))
