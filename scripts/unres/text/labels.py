"""Names for what the resolution holds: labels for citing, anchors for addresses, pages to stand on.

In: ``Draft`` values in reading order. Out: the model's blocks. A label depends on the printed
numbers alone, never on wording; where numbers begin anew in sections or lettered parts, it starts
with the section's or part's numeral (``II/3``, ``A/pp1``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from markdown.extensions.toc import slugify

from unres.dates import read_date
from unres.errors import Reporter
from unres.label import Label, Series
from unres.model import Block, Closing, Heading, Kind, Paragraph, Table
from unres.text import counts
from unres.text.counts import Run
from unres.text.draft import Draft, DraftRole, Scope
from unres.text.inline import read_table


def assign_labels(drafts: Sequence[Draft], reporter: Reporter) -> tuple[Block, ...]:
    """The blocks of a resolution, named.

    Args:
        drafts: in reading order.
        reporter: told of breaks in the numbering, which may be the print's own.

    >>> from unres.text.parser import parse
    >>> text = "### 99/7. Oil\\n\\n*Noting*,\\n\\n#### I\\n\\n1. *Asks*:\\n\\n(a) One.\\n\\n#### II\\n\\n1. *Ends*.\\n"
    >>> [(block.label, block.anchor) for block in parse(text, "x.md").resolution.blocks]
    [('pp1', 'pp1'), ('h1', 'i'), ('I/1', 'I-op1'), ('I/1 (a)', 'I-op1-a'), ('h2', 'ii'), ('II/1', 'II-op1')]
    """
    return own_tables(_Labeller(reporter).name(drafts))


def own_tables(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Tells each table the paragraph that it belongs to.

    That is the paragraph before it: a table after ``1 (a)`` belongs to ``1 (a)``. A heading ends a paragraph,
    so a table right below one belongs to none.
    """
    out: list[Block] = []
    above = ""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            above = block.label if isinstance(block, Paragraph) else ""
        out.append(replace(block, paragraph=above) if isinstance(block, Table) else block)
    return tuple(out)


_RESERVED = re.compile(  # anchors that paragraphs, tables and notes have, which no wording may take from them
    r"(?:op|pp|p|u|fn|fnref)\d*(?:-.*)?|(?:.+-)?(?:op|pp|p|u)\d+(?:-.*)?|table\d+|(?:title|enacting)(?:-\d+)?"
)


@dataclass(slots=True)
class _Labeller:
    """Gives each draft its label, anchor and page, and checks that numbers run without a break."""

    reporter: Reporter
    runs: dict[Run, tuple[str, int]] = field(default_factory=dict)  # section and count of each run, where they count
    attached: dict[int, int] = field(default_factory=dict)  # the number of each attached text, 0 for none
    blocks: list[Block] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)
    used: dict[str, dict[str, int]] = field(default_factory=dict)
    last: dict[str, tuple[int, int]] = field(default_factory=dict)  # by prefix: number and its line
    latest: tuple[tuple[str, int], int] = (("", 0), 0)  # the last paragraph's number, and the text that it stands in
    owner: tuple[Series, str] | None = None  # the paragraph whose sub-paragraphs follow
    adrift: int = -1  # the heading below which sub-paragraphs stand that belong to no paragraph
    begun: bool = False  # whether the operative part has begun

    def name(self, drafts: Sequence[Draft]) -> tuple[Block, ...]:
        self.attached = counts.numbers_of_attached(drafts)
        self.runs = counts.sections_of_runs(drafts)
        ahead = _kinds_ahead(drafts)
        for draft, kind, letter in zip(drafts, ahead, counts.letters_of_lists(drafts), strict=True):
            self.begun = self.begun or self.begins(draft, kind)
            self.blocks.append(self.block(draft, letter))
        return tuple(self.blocks)

    @staticmethod
    def begins(draft: Draft, ahead: Kind | None) -> bool:
        """Whether the operative part begins: with a section, a part, or what is no preambular paragraph.

        A heading or table says nothing by itself: the heading belongs to the paragraph after it, and a
        table to the one before.
        """
        if draft.scope.part or draft.scope.section or draft.scope.attached or draft.role is DraftRole.CLOSING:
            return True
        kind = ahead if draft.role is DraftRole.HEADING else draft.kind
        return kind not in (Kind.ENACTING, Kind.PREAMBULAR) and draft.role is not DraftRole.TABLE

    def block(self, draft: Draft, letter: str) -> Block:
        page = self.page(draft.scope)
        if draft.role is DraftRole.HEADING:
            slug = slugify(draft.text.plain.replace("_", "-"), "-").strip("-") or "heading"
            anchor = self.unique(page, f"{slug}-section" if _RESERVED.fullmatch(slug) else slug)
            label, line = f"h{self.count('h')}", draft.chunk.line
            return Heading(label, anchor, page, draft.level, draft.text, line, draft.enumerator)
        if draft.role is DraftRole.TABLE:
            label = f"table{self.count('table')}"
            header, rows = read_table(draft.chunk, self.reporter)
            return Table(label, self.unique(page, label), page, header, rows, draft.chunk.line)
        if draft.role is DraftRole.CLOSING:
            meeting, _, when = draft.text.plain.partition("\n")
            return Closing(page, draft.text, meeting, read_date(when), draft.chunk.line)
        return self.paragraph(draft, page, letter)

    def paragraph(self, draft: Draft, page: str, letter: str) -> Paragraph:
        assert draft.kind is not None, "every paragraph has a kind"
        within = self.within(draft.scope, sole=draft.path[:1] == ("op",))
        if letter:
            section = f"{within.section} {letter}"
            within = replace(within, section=section) if within.section else Label.parse(f"{within}/{letter}")
        series, number = self.numbered(draft, within)
        name = replace(within, series=series, number=number, items=draft.path[1:])
        if draft.role is DraftRole.CONTINUED:
            name = replace(name, continued=self.count(f"{name} (cont)"))
        else:
            name = replace(name, count=self.times("", lambda count: str(replace(name, count=count))))
        anchor = self.unique(page, name.anchor)
        lead = "" if draft.kind is Kind.ENACTING else draft.text.lead
        return Paragraph(draft.kind, name, anchor, page, draft.number, draft.text, lead, draft.chunk.line)

    def numbered(self, draft: Draft, within: Label) -> tuple[Series, str]:
        """What a paragraph's number counts, and the number; where none is printed, they are counted here."""
        if draft.kind is Kind.ENACTING:
            return Series.ENACTING, ""
        stem = draft.path[0]
        anew = draft.role is DraftRole.ITEM and not stem and self.adrift != draft.scope.run
        if draft.role in (DraftRole.ITEM, DraftRole.CONTINUED) and self.owner and not anew:
            return self.owner
        self.adrift = draft.scope.run if anew else self.adrift
        if draft.role is DraftRole.NUMBERED:
            self.check(int(stem), str(within), draft)
            self.latest = (draft.scope.part, draft.scope.attached), int(stem)
            self.owner = Series.NUMBERED, stem
        elif stem == Series.SOLE:
            self.owner = Series.SOLE, ""
        else:
            series = Series(stem or Series.UNNUMBERED)
            self.owner = series, str(self.count(f"{within}/{series}"))
        return self.owner

    def check(self, number: int, prefix: str, draft: Draft) -> None:
        """Numbers run on by one; a break is an error of whoever made the text, or a slip of the print."""
        before, line = self.last.get(prefix, (0, 0))
        self.last[prefix] = (number, draft.chunk.line)
        if number == before or (0 < number < before):
            message = "number it as printed, or put the heading between them that begins the count anew"
            after = f"paragraph {number} comes after paragraph {before} (line {line})"
            self.reporter.slip(draft.chunk.line, f"{after}; {message}")
        elif number > before + 1 and not self.runs_on(number, draft.scope):
            first, last = before + 1, number - 1
            missing = f"paragraph {first} is" if first == last else f"paragraphs {first} to {last} are"
            message = f"{missing} missing before paragraph {number}; compare with the official text"
            self.reporter.slip(draft.chunk.line, message)

    def runs_on(self, number: int, scope: Scope) -> bool:
        """Whether a section goes on with the numbers of the one before, though another one begins anew.

        Section I of an annex has 1 and 2, section II has 3, and the appendix has 1 again.
        """
        return self.latest == ((scope.part, scope.attached), number - 1)

    def within(self, scope: Scope, *, sole: bool = False) -> Label:
        """What stands before a number: of a sole paragraph always its section, for others have sole ones too."""
        section, stretch = self.runs.get((scope.part, scope.attached, scope.run), ("", 0))
        if sole and not stretch:
            section = section or scope.section
        attached = self.attached[scope.attached] if scope.attached else None
        return Label(attached, scope.part, section, stretch)

    def page(self, scope: Scope) -> str:
        if scope.attached:
            number = self.attached[scope.attached]
            return f"annex-{number}" if number else "annex"
        return "operative" if self.begun else "preamble"

    def count(self, name: str) -> int:
        """How often a name has been counted, this time included."""
        self.counted[name] = self.counted.get(name, 0) + 1
        return self.counted[name]

    def unique(self, page: str, anchor: str) -> str:
        """The anchor, or the anchor with the first number that makes it unlike those given on its page before."""
        return _again(anchor, self.times(page, lambda count: _again(anchor, count)))

    def times(self, space: str, written: Callable[[int], str]) -> int:
        """The first count with which a name is written unlike those given before; 1 for the name alone."""
        taken = self.used.setdefault(space, {})
        name = wanted = written(1)
        count = taken.get(name, 0)  # the search goes on where the last one ended
        while name in taken:
            count += 1
            name = written(count)
        taken[wanted] = count
        taken[name] = max(taken.get(name, 0), 1)
        return max(count, 1)


def _again(anchor: str, count: int) -> str:
    return anchor if count == 1 else f"{anchor}-{count}"


def _kinds_ahead(drafts: Sequence[Draft]) -> list[Kind | None]:
    """For each draft the kind of the first paragraph from it on."""
    kinds: list[Kind | None] = []
    ahead: Kind | None = None
    for draft in reversed(drafts):
        ahead = draft.kind or ahead
        kinds.append(ahead)
    return kinds[::-1]
