"""The head of the publication: from the first chunks of a source text to a ``Masthead``.

The order of its lines and their words are those of the United Nations Editorial Manual, chapter
"Resolutions and other formal decisions".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from unres.dates import DATE, read_date
from unres.errors import Reporter
from unres.model import Masthead, MastheadLine, Role
from unres.numbering import read_ordinal
from unres.symbols import Symbol
from unres.text.inline import LOST_BREAK, read_words
from unres.text.source import Chunk, Shape

_JOINED = re.compile(r"(?<![ ]{2})(?<![\\>])\n")  # a line without its break
_NUMBER = r"(?:(?:S-|ES-)?[0-9]{1,4}/[0-9]{1,4}|[0-9]{1,4}\s?\((?:S-|ES-)?[IVXL]+\))"
_PART = r"[0-9]{1,4}\s[A-Z]\s\((?:S-|ES-)?[IVXL]+\)"  # 217 A (III)
_TITLE = re.compile(rf"(?P<number>{_PART}|{_NUMBER})(?:\s(?P<part>[A-Z]))?\.\s+(?=\S)")
_SYMBOL = re.compile(r"[A-Z]+(?:/[\w.()\-]+)+")


@dataclass(slots=True)
class _MastheadReader:
    reporter: Reporter
    lines: list[MastheadLine] = field(default_factory=list)

    def take(self, chunk: Chunk) -> None:
        """Gives every printed line of a chunk its role."""
        if chunk.shape is Shape.TABLE:
            self.reporter.error(chunk.line, "a table stands before the title; the masthead has none")
            return
        at = 0
        if joined := _JOINED.search(chunk.raw):
            line = chunk.line + chunk.raw.count("\n", 0, joined.end())
            self.reporter.doubt(line, f"this line is joined to the one before it: {LOST_BREAK}")
        text = read_words(chunk, "this line of the masthead", self.reporter)
        for offset, plain in enumerate(text.plain.split("\n") if text.plain else ()):
            role = self.role(chunk, plain)
            if role is None:
                self.reporter.slip(
                    chunk.line + offset, f"“{plain}” has no place in a masthead (docs/editing.md lists its lines)"
                )
            words = text.cut(at, at + len(plain))
            self.lines.append(MastheadLine(role or Role.OTHER, words, chunk.line + offset))
            at += len(plain) + 1

    def role(self, chunk: Chunk, plain: str) -> Role | None:
        if chunk.shape is Shape.HEADING:
            return {1: Role.ORGAN, 2: Role.ADOPTION}.get(chunk.level)
        patterns = (
            (r"Distr\.", Role.DISTRIBUTION),
            (r"Original:", Role.LANGUAGE),
            (r"Agenda items?\b", Role.AGENDA),
            (r"\[", Role.REPORT),
            (r"\*+\s*Reissued", Role.LANGUAGE),
        )
        for pattern, role in patterns:
            if re.match(pattern, plain, re.DOTALL):
                return role
        if DATE.fullmatch(plain):
            return Role.DATE
        if re.search(r"\bsession\b", plain) and not self.first(Role.SESSION):
            return Role.SESSION
        after_agenda = self.lines and self.lines[-1].role in (Role.AGENDA, Role.AGENDA_TITLE)
        return Role.AGENDA_TITLE if after_agenda else None

    def first(self, role: Role) -> str:
        return next((line.text.plain for line in self.lines if line.role is role), "")

    def session(self, number: str) -> int | None:
        words = self.first(Role.SESSION).lower()
        spoken = re.match(r"(?:resumed )?(.+?) (?:\(resumed\) )?session", words)
        session = read_ordinal(spoken[1]) if spoken else None
        named = re.match(r"(\d+)/", number)
        if named and session and int(named[1]) != session:
            line = next(line.line for line in self.lines if line.role is Role.SESSION)
            message = f"the session is number {session} but the resolution is {number}; one of them is wrong"
            self.reporter.doubt(line, message)
        return int(named[1]) if named and session is None else session


def read_masthead(chunks: Sequence[Chunk], symbol: str, reporter: Reporter) -> tuple[Masthead | None, int]:
    """The masthead, and how many chunks it took: all up to the first heading of the third level.

    A text without a title has none: nothing can be published without a number and a name. ``symbol``, from the
    front matter, gives the number where the print left it out.

    >>> from unres.text.source import read_source
    >>> text = "# General Assembly\\n\\nSixty-second session\\n\\nAgenda item 70 (b)\\n\\n### 62/160. Oil\\n"
    >>> head, taken = read_masthead(read_source(text, "x.md").chunks, "", Reporter("x.md"))
    >>> head.number, head.title.plain, head.session, head.agenda_item, taken
    ('62/160', 'Oil', 62, '70 (b)', 4)
    """
    reader = _MastheadReader(reporter)
    end = next((i for i, c in enumerate(chunks) if c.shape is Shape.HEADING and c.level == 3), None)
    if end is None:
        reader.reporter.error(1, "has no title; give it as a heading of the third level: ### 62/160. Title")
        return None, 0
    for chunk in chunks[:end]:
        reader.take(chunk)
    title = read_words(chunks[end], "the title", reporter)
    number, length = _read_number(reader, title.plain, symbol, chunks[end].line)
    if not number:
        return None, 0
    organ = reader.first(Role.ORGAN)
    if organ != "General Assembly":
        reader.reporter.error(1, f"the organ is “{organ}”; the first heading must be # General Assembly")
    head = Masthead(
        lines=tuple(reader.lines),
        distributed=read_date(reader.first(Role.DATE) or reader.first(Role.DISTRIBUTION)),
        session=reader.session(number),
        agenda_item=re.sub(r"^Agenda items?\s*", "", reader.first(Role.AGENDA)),
        report=_report(reader.first(Role.REPORT)),
        adopted=read_date(reader.first(Role.ADOPTION)),
        number=number,
        title=title.behind(length),
        line=chunks[end].line,
    )
    return head, end + 1


def _read_number(reader: _MastheadReader, title: str, symbol: str, line: int) -> tuple[str, int]:
    """The resolution's number from its title and its symbol, which must agree, and how much of the title it takes.

    Where they do not, the symbol has the say and the title stays as it is; without either the number is empty.
    """
    found = _TITLE.match(title)
    number = " ".join(filter(None, found.groups())) if found else _number_of(symbol)
    if not number:
        reader.reporter.error(
            line,
            f"title “{title}” has no number; write ### 62/160. Title, or put symbol: A/RES/62/160 in the front matter",
        )
        return "", 0
    if not found:
        reader.reporter.doubt(line, f"the title prints no number; {number} is taken from the front matter")
    own, given = str(Symbol.of_assembly_resolution(number)), re.sub(r"\s", "", symbol)
    if re.fullmatch(rf"{re.escape(own)}[A-Z]", given):  # a part of a composite resolution, published by itself
        number = re.sub(r"^(\S+)(.*)$", rf"\1 {given[-1]}\2", number)
    elif symbol and own != given:
        message = f"the title's number {number} and the front matter's symbol {symbol} differ; mend one of them"
        reader.reporter.slip(line, message)
        return _number_of(given) or number, 0
    return number, found.end() if found else 0


def _number_of(symbol: str) -> str:
    """A resolution's number from its symbol, empty for anything else: addresses and file names are made of it."""
    found = re.fullmatch(rf"A/RES/({_NUMBER}[A-Z]?)", symbol)
    return found[1] if found else ""


def _report(bracketed: str) -> str:
    """The document named in the bracketed line, without the paragraph cited in it."""
    named = re.search(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)\]?$", bracketed)
    symbols = _SYMBOL.findall(named[1]) if named else []
    return " and ".join(symbols)
