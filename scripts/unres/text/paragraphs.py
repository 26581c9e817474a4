"""What each chunk of the text is: preambular or operative paragraph, sub-paragraph, heading, table, closing line.

In: chunks after the title, footnote bodies taken out. Out: ``Draft`` values in the same order, one a
chunk, each with its scope (lettered part, section, attached text); ``labels`` gives them their names.
The rules are those of the Editorial Manual, "Resolutions and other formal decisions".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from unres.errors import Reporter
from unres.model import Enumerator, Kind, Scheme, Text
from unres.naming import is_verb
from unres.numbering import Nesting, opens
from unres.text import marks
from unres.text.draft import Draft, DraftRole, Scope
from unres.text.headings import HeadingReader, section_name
from unres.text.inline import read_words
from unres.text.source import Chunk, Shape

_CLOSING = re.compile(r".{0,40}\bmeeting\n.{0,60}\b\d{4}$|.{0,40}\bplenary meeting\n.*", re.DOTALL)

_DEEPEST = 12  # degrees of sub-paragraphs; the Editorial Manual knows four, and no print was seen with more than six


def classify(chunks: Sequence[Chunk], reporter: Reporter) -> list[Draft]:
    """A draft for every chunk.

    Args:
        chunks: those after the title, without the bodies of footnotes.
        reporter: told what is wrong, and what looks wrong but may be the print's own.

    >>> from unres.text.source import read_source
    >>> text = "*Noting* oil,\\n\\n1. *Asks*:\\n\\n(a) One;\\n\\nas it can.\\n\\n### Annex\\n\\nOil.\\n"
    >>> for draft in classify(read_source(text, "x.md").chunks, Reporter("x.md")):
    ...     print(draft.role, draft.kind, draft.path)
    plain preambular ('pp',)
    numbered operative ('1',)
    item operative ('1', 'a')
    continued operative ('1',)
    heading None ()
    plain annex ('p',)
    """
    return _Sorter(reporter).sort(chunks)


@dataclass(slots=True)
class _Sorter:
    """Walks over the chunks once; its state is the scope and the number open at each degree."""

    reporter: Reporter
    drafts: list[Draft] = field(default_factory=list)
    scope: Scope = field(default_factory=Scope)
    runs: int = 0
    attached: int = 0  # how many attached texts have begun
    closed: bool = False  # whether the closing line has been met
    fresh: bool = False  # whether a section has begun in which no numbered paragraph stands yet
    numbered: bool = False  # whether a numbered paragraph stands in this scope already
    deep: bool = False  # whether it was said that sub-paragraphs stand too deep
    nesting: Nesting = field(default_factory=lambda: Nesting([]))
    owner: tuple[str, Kind | None] = ("", None)  # number and kind of the paragraph that items belong to
    headings: HeadingReader = field(default_factory=HeadingReader)
    reach: int = 9  # headings deeper than this stand within the paragraph
    divided: bool = False  # whether the last thing was such a heading, below which a list goes on or begins anew

    def sort(self, chunks: Sequence[Chunk]) -> list[Draft]:
        for at, chunk in enumerate(chunks):
            if chunk.shape is Shape.HEADING:
                self.heading(chunk)
            elif chunk.shape is Shape.TABLE:
                self.add(DraftRole.TABLE, None, "", Text(""), chunk)
            else:
                self.paragraph(chunk, at, chunks)
        return self.drafts

    def add(self, role: DraftRole, kind: Kind | None, number: str, text: Text, chunk: Chunk, *path: str) -> None:
        if self.closed and not self.scope.attached:
            message = "these words stand after the closing line"
            self.reporter.slip(chunk.line, f"{message}; put them before it, or under a heading such as ### Annex")
        self.drafts.append(Draft(role, kind, self.scope, number, text, chunk, path))

    def heading(self, chunk: Chunk) -> None:
        text = read_words(chunk, "this heading", self.reporter)
        if chunk.level < 3:
            self.reporter.error(
                chunk.line, "a heading of this level belongs to the masthead; use ### to ##### in the text"
            )
        self.runs += 1
        level = max(1, chunk.level - 2)
        found = self.headings.read(text.plain, level)
        if self.scope.attached and found.scheme is Scheme.APPENDIX:  # it belongs to its annex
            self.scope = replace(self.scope, section=section_name(found), run=self.runs)
        elif level == 1:
            self.open_text(found)
        elif found.scheme in (Scheme.SECTION, Scheme.ARTICLE):
            self.scope, self.fresh = replace(self.scope, section=section_name(found), run=self.runs), True
        else:
            self.scope = replace(self.scope, run=self.runs)
        self.drafts.append(Draft(DraftRole.HEADING, None, self.scope, "", text, chunk, level=level, enumerator=found))
        self.divided = level > self.reach
        if not self.divided:
            self.nesting, self.owner = Nesting([]), ("", None)

    def own(self, number: str, kind: Kind, text: Text) -> None:
        """Begins a paragraph. If it ends in a colon, headings deeper than its own divide the list that follows."""
        self.nesting, self.owner = Nesting([]), (number, kind)
        self.reach = self.headings.level if text.plain.endswith(":") else 9

    def open_text(self, found: Enumerator) -> None:
        """A heading of the third level: a lettered part or an attached text, or the title below one."""
        last = self.drafts[-1] if self.drafts else None
        title = last is not None and last.role is DraftRole.HEADING and last.level == 1
        if found.scheme is Scheme.PART and not title:
            self.scope, self.closed = Scope(part=found.numeral, run=self.runs), False
        elif not title:
            self.attached += 1
            self.scope = Scope(attached=self.attached, run=self.runs)
        self.numbered = self.fresh = False

    def paragraph(self, chunk: Chunk, at: int, chunks: Sequence[Chunk]) -> None:
        text = read_words(chunk, "this paragraph", self.reporter)
        if marks.LONG.match(chunk.raw):
            message = "begins with a number of more than three figures, which counts no paragraph and no footnote"
            self.reporter.slip(chunk.line, f"{message}; put a backslash before it if these are words")
        item = marks.ITEM.match(text.plain)
        number = marks.PARAGRAPH.match(text.plain) if not chunk.raw.startswith("\\") else None
        if self.is_closing(text):
            self.add(DraftRole.CLOSING, None, "", text, chunk)
            self.scope, self.closed = Scope(run=self.runs), True
        elif chunk.depth or (item and item["in"] and not chunk.raw.startswith("\\")):
            self.item(text, item, chunk, marks.following(chunks, at))
        elif number:
            self.number(text, number[1], number.end(), chunk)
        elif self.numbered and (slip := marks.SLIP.match(text.plain)) and text.behind(slip.end()).lead:
            self.reporter.slip(chunk.line, f"paragraph {slip[1]} is printed without its full stop")
            self.number(text, slip[1], slip.end(), chunk)
        else:
            self.unnumbered(text, chunk)

    def is_closing(self, text: Text) -> bool:
        """One closing line ends the main text; a part of a composite resolution can have its own."""
        return (not self.closed or bool(self.scope.part)) and bool(_CLOSING.fullmatch(text.plain))

    def number(self, text: Text, number: str, end: int, chunk: Chunk) -> None:
        kind = Kind.ANNEX if self.scope.attached else Kind.OPERATIVE
        self.numbered, self.fresh = True, False
        self.own(number, kind, text)
        end = self.second(text, end)
        printed = text.plain[:end].strip()
        self.add(DraftRole.NUMBERED, kind, printed, text.behind(end), chunk, number, *self.nesting.path)

    def second(self, text: Text, end: int) -> int:
        """Takes the first number of a list that stands in the line of another: ``3. (a)``; where it ends."""
        if not (found := marks.SECOND.match(text.plain, end)):
            return end
        self.nesting.path.append(found["token"])
        return found.end()

    def item(self, text: Text, found: re.Match[str] | None, chunk: Chunk, after: str) -> None:
        owner, kind = self.owner
        token = (found["in"] or found["dot"] or "") if found else ""
        if self.divided and opens(token):
            self.nesting = Nesting([])
        self.divided = False
        if token:
            quoted = found is not None and self.is_quoted(found, chunk)
            right = self.nesting.place_at(token, chunk.depth) if chunk.depth else self.nesting.place(token, after)
            if not right and not quoted and len(self.nesting.path) <= _DEEPEST:
                message = f"({token}) does not follow the sub-paragraph before it; compare with the official text"
                self.reporter.slip(chunk.line, message)
        else:
            self.nesting.count_at(chunk.depth)
        kind = kind or (Kind.ANNEX if self.scope.attached else Kind.OPERATIVE)
        self.owner = owner, kind
        end = self.second(text, found.end()) if found else 0
        self.bound_depth(chunk)
        self.add(DraftRole.ITEM, kind, text.plain[:end].strip(), text.behind(end), chunk, owner, *self.nesting.path)

    def is_quoted(self, found: re.Match[str], chunk: Chunk) -> bool:
        """Whether a passage of another text begins, at whatever number it has there: "to replace it by:", then "8."."""
        before = self.drafts[-1].text.plain if self.drafts else ""
        opened = chunk.depth == len(self.nesting.path) + 1 and before.endswith(":")
        return opened and (found["dot"] or "").isdigit()

    def bound_depth(self, chunk: Chunk) -> None:
        """Lets no sub-paragraph stand deeper than any print has it: labels and all that is nested grow with depth."""
        if len(self.nesting.path) <= _DEEPEST:
            return
        del self.nesting.path[_DEEPEST:]
        if not self.deep:
            message = f"this sub-paragraph stands more than {_DEEPEST} degrees deep; compare with the official text"
            self.reporter.error(chunk.line, message)
        self.deep = True

    def unnumbered(self, text: Text, chunk: Chunk) -> None:
        """Words without a number: enacting words, a sole operative paragraph, a preambular one, or more of one above.

        "*Requests* the Secretary-General …;" is operative where none is numbered yet: a sole operative paragraph
        is not numbered (Editorial Manual). "*Recalling* its resolution 61/168," is preambular.
        """
        if self.scope.attached:
            self.in_attached(text, chunk)
        elif re.fullmatch(r"The General Assembly,?", text.plain) and (self.fresh or not self.numbered):
            self.add(DraftRole.PLAIN, Kind.ENACTING, "", text, chunk)
        elif is_verb(text.lead) and (self.fresh or not self.numbered) and not text.plain.endswith(","):
            self.own("op", Kind.OPERATIVE, text)
            self.add(DraftRole.PLAIN, Kind.OPERATIVE, "", text, chunk, "op")
        elif self.goes_on(text, chunk):
            self.continued(text, chunk)
        else:
            self.preambular(text, chunk)

    def goes_on(self, text: Text, chunk: Chunk) -> bool:
        """Whether words without a number go on with the paragraph above, after its sub-paragraphs.

        Below an operative paragraph all do but "*Recalling* its resolution …,": a participle in italics and a
        comma at the end make a preambular paragraph. Below a preambular one only words without italics do,
        after sub-paragraphs or indented. Right below a heading nothing does but what explains a table.
        """
        if self.owner[1] is None:
            return self.numbered and not self.fresh and self.drafts[-1].role is DraftRole.TABLE
        if self.owner[1] is Kind.OPERATIVE:
            return not text.lead or is_verb(text.lead) or not text.plain.endswith(",")
        below = bool(self.nesting.path) or chunk.indent > 0
        return self.owner[1] is Kind.PREAMBULAR and not text.lead and below

    def preambular(self, text: Text, chunk: Chunk) -> None:
        if is_verb(text.lead) and not self.closed:
            message = "begins with a verb like an operative paragraph but carries no number; it is shown as preambular"
            self.reporter.slip(chunk.line, message)
        self.own("pp", Kind.PREAMBULAR, text)
        self.add(DraftRole.PLAIN, Kind.PREAMBULAR, "", text, chunk, "pp")

    def in_attached(self, text: Text, chunk: Chunk) -> None:
        if self.owner[1] and (chunk.indent or (self.nesting.path and text.plain[:1].islower())):
            self.continued(text, chunk)
        else:
            self.own("p", Kind.ANNEX, text)
            self.add(DraftRole.PLAIN, Kind.ANNEX, "", text, chunk, "p")

    def continued(self, text: Text, chunk: Chunk) -> None:
        owner, kind = self.owner
        path = self.nesting.path[: chunk.indent]
        kind = kind or (Kind.ANNEX if self.scope.attached else Kind.OPERATIVE)
        self.add(DraftRole.CONTINUED, kind, "", text, chunk, owner, *path)
