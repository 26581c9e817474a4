"""Reads the dialect of the source texts (docs/editing.md) into chunks.

In: the bytes or text of one file. Out: its front matter and its chunks in order, each with its line,
and ``Problem`` values for what the dialect does not know. No word is judged here; that is the
parser's work. Markdown libraries are not used on purpose: they drop words that look like link
definitions, comments or front matter, and a law librarian counts on every word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from unres.errors import Problem, Reporter, SourceError
from unres.model import Provenance
from unres.numbering import NOTE_MARK
from unres.text.front import CONTROLS, one, provenance_of, read_front_matter


class Shape(StrEnum):
    """What a chunk looks like, before anybody asks what it means."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of the source between blank lines.

    Attributes:
        shape: what it looks like.
        raw: its characters, without heading marks, bullet and indentation.
        line: where it starts, from 1.
        level: of a heading, 1 to 6.
        depth: of a list item, 1 for ``- (a)``, 2 for one two spaces further in; 0 for none.
        indent: how many pairs of spaces stand in front of a paragraph that is no list item.
    """

    shape: Shape
    raw: str
    line: int
    level: int = 0
    depth: int = 0
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A source text taken apart: where it came from, its front matter, its chunks."""

    path: str
    provenance: Provenance
    symbol: str
    chunks: tuple[Chunk, ...]
    problems: tuple[Problem, ...]


def read_text(path: Path) -> str:
    """The text of a file, line ends made ``\\n``.

    Raises:
        SourceError: the file cannot be read or is not UTF-8; the problem names the line.
    """
    try:
        path.name.encode()
    except UnicodeEncodeError as error:
        message = "has a name that is no text in UTF-8; rename the file"
        raise SourceError([Problem(str(path), 1, message)]) from error
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise SourceError([Problem(str(path), 1, "is no file; remove it, or put a source text in its place")])
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            [Problem(str(path), 1, f"cannot be read ({error.strerror}); check its name and rights")]
        ) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte {data[error.start]:#04x} is not UTF-8; save the file in that encoding"
        raise SourceError([Problem(str(path), line, message)]) from error
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


_CONTROL = re.compile(f"[{CONTROLS}]")


def _report_unprintable(lines: list[str], reporter: Reporter) -> None:
    """Control characters, which no document prints and no page can show."""
    for number, line in enumerate(lines, 1):
        if found := _CONTROL.search(line):
            reporter.error(number, f"holds the control character U+{ord(found[0]):04X}; remove it")


def read_source(text: str, path: str) -> Source:
    """Takes a source text apart. Every line ends up in a chunk, in the front matter or in a problem.

    >>> text = "---\\nsymbol: A/RES/99/7\\n---\\n\\n### 99/7. Oil\\n\\n1. *Asks*;\\n- (a) One.\\n"
    >>> source = read_source(text, "x.md")
    >>> source.symbol, [(str(chunk.shape), chunk.line, chunk.depth) for chunk in source.chunks]
    ('A/RES/99/7', [('heading', 5, 0), ('paragraph', 7, 0), ('paragraph', 8, 1)])
    """
    reporter = Reporter(path)
    lines = text.split("\n")
    _report_unprintable(lines, reporter)
    fields, first = read_front_matter(lines, reporter)
    chunks = _Splitter(reporter).split(lines, first)

    return Source(path, provenance_of(fields), one(fields, "symbol"), tuple(chunks), tuple(reporter.problems))


_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*$")
_RULE = re.compile(r"[ \t]*(?:-{3,}|_{3,}|\*(?:[ ]?\*){2,})[ \t]*$")
_ITEM = re.compile(r"([ ]*)-[ ]+(?=\S)")
_NOTE_START = re.compile(rf"<sup>(?:{NOTE_MARK})</sup>\s")
_NUMBERED = re.compile(r"\d{1,3}\.[ ]+\S")


@dataclass(slots=True)
class _Splitter:
    """Walks over the lines once and gathers chunks."""

    reporter: Reporter
    chunks: list[Chunk] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    start: int = 0

    def split(self, lines: list[str], first: int) -> list[Chunk]:
        for number, line in enumerate(lines[first:], first + 1):
            heading = _HEADING.match(line)
            if not line.strip() or _RULE.match(line):
                self.close()
            elif heading:
                self.close()
                self.chunks.append(Chunk(Shape.HEADING, heading[2], number, level=len(heading[1])))
            else:
                self.add(line, number)
        self.close()
        return self.chunks

    def add(self, line: str, number: int) -> None:
        if self.open and self.begins_anew(line):
            self.close()
        if not self.open:
            self.start = number
        elif _NUMBERED.match(line):
            message = "this line begins like a numbered paragraph amid another"
            self.reporter.doubt(number, f"{message}; if it is one, put a blank line before it")
        self.open.append(line)

    def begins_anew(self, line: str) -> bool:
        """Whether a line starts a chunk although no blank line stands before it."""
        table = self.open[0].lstrip().startswith("|")
        if table or line.lstrip().startswith("|"):
            return table != line.lstrip().startswith("|")
        return bool(_ITEM.match(line) or (_NOTE_START.match(line) and _NOTE_START.match(self.open[0])))

    def close(self) -> None:
        if not self.open:
            return
        raw, self.open = "\n".join(self.open), []
        if raw.lstrip().startswith("|"):
            self.chunks.append(Chunk(Shape.TABLE, raw, self.start))
            return
        item = _ITEM.match(raw)
        if item:
            self.chunks.append(Chunk(Shape.PARAGRAPH, raw[item.end() :], self.start, depth=len(item[1]) // 2 + 1))
            return
        indent = (len(raw) - len(raw.lstrip(" "))) // 2
        self.chunks.append(Chunk(Shape.PARAGRAPH, raw.strip(" \t"), self.start, indent=indent))
