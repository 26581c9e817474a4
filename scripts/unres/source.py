"""Reads the dialect of the source texts (docs/editing.md) into chunks, and inline markup into texts.

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

import yaml

from unres.errors import Level, Problem, SourceError
from unres.model import Call, Mark, Provenance, Style, Text


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


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def _unprintable(lines: list[str], path: str) -> list[Problem]:
    """Control characters, which no document prints and no page can show."""
    return [
        Problem(path, number, f"holds the control character U+{ord(found[0]):04X}; remove it")
        for number, line in enumerate(lines, 1)
        if (found := _CONTROL.search(line))
    ]


_FIELDS = ("symbol", "language", "source", "sha256", "checked", "doubts")
_FORMS = {  # both are written into pages as they are
    "source": (r"https?://[\w.~:/?#@!$&'()*+,;=%-]+", "https://docs.un.org/en/A/RES/62/160"),
    "sha256": (r"[0-9a-fA-F]+", "a checksum of hexadecimal digits"),
}
_UNUSABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")  # no page can hold them
_KNOWN_FIELDS = frozenset((*_FIELDS, "text-sha256", "retrieved"))


def read_source(text: str, path: str) -> Source:
    """Takes a source text apart. Every line ends up in a chunk, in the front matter or in a problem."""
    problems: list[Problem] = []
    lines = text.split("\n")
    problems += _unprintable(lines, path)
    fields, first = _front_matter(lines, path, problems)
    chunks = _Splitter(path, problems).split(lines, first)

    def one(name: str) -> str:
        return (fields.get(name) or [""])[0]

    doubts = tuple(doubt for doubt in fields.get("doubts", ()) if doubt)
    provenance = Provenance(one("language") or "en", one("source"), one("sha256"), one("checked"), doubts)
    return Source(path, provenance, one("symbol"), tuple(chunks), tuple(problems))


def _front_matter(lines: list[str], path: str, problems: list[Problem]) -> tuple[dict[str, list[str]], int]:
    """The fields between two rules at the very start, and the index of the first line after them."""
    if not lines or lines[0].rstrip() != "---":
        return {}, 0
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None or not any(re.match(r"[\w-]+:", line) for line in lines[1:end]):
        return {}, 0  # a page rule, not front matter
    try:
        # All values are words: nothing is made a date or a number, which it may not be
        fields = yaml.load("\n".join(lines[1:end]), Loader=yaml.BaseLoader)  # noqa: S506 - makes words and lists alone
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problems.append(Problem(path, (mark.line if mark else 0) + 2, "front matter is not valid YAML; mend this line"))
        return {}, end + 1
    if not isinstance(fields, dict):
        problems.append(Problem(path, 2, "front matter must be a list of fields such as symbol: A/RES/62/160"))
        return {}, end + 1
    read: dict[str, list[str]] = {}
    for name, value in fields.items():
        fault, read[name] = _field(name, value)
        if fault:
            line = next((i for i, line in enumerate(lines[:end], 1) if line.startswith(f"{name}:")), 2)
            problems.append(Problem(path, line, f"front matter has {fault}"))
    return read, end + 1


def _field(name: str, value: object) -> tuple[str, list[str]]:
    """What is wrong with a field, and its values, none if they cannot be used."""
    if name not in _KNOWN_FIELDS:
        return f"an unknown field {name!r}; known are {', '.join(_FIELDS)}", []
    values = value if isinstance(value, list) and name == "doubts" else [value]
    words = [each for each in values if isinstance(each, str) and not _UNUSABLE.search(each)]
    if len(words) != len(values):
        return f"a field {name} that is not a line of words; put it in quotation marks after {name}:", []
    form, example = _FORMS.get(name, ("", ""))
    if form and any(each and not re.fullmatch(form, each) for each in words):
        return f"a field {name} of another form than {example}; mend or remove it", []
    return "", [each for each in words if each] or [""]


_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*$")
_RULE = re.compile(r"[ \t]*(?:-{3,}|_{3,}|\*(?:[ ]?\*){2,})[ \t]*$")
_ITEM = re.compile(r"([ ]*)-[ ]+(?=\S)")
_NOTE_START = re.compile(r"<sup>[^<]{1,4}</sup>\s")
_NUMBERED = re.compile(r"\d{1,3}\.[ ]+\S")


@dataclass(slots=True)
class _Splitter:
    """Walks over the lines once and gathers chunks."""

    path: str
    problems: list[Problem]
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
        elif _NUMBERED.match(line) and not self.open[-1].lstrip().startswith("|"):
            self.doubt(
                number,
                "this line begins like a numbered paragraph amid another; if it is one, put a blank line before it",
            )
        self.open.append(line)

    def begins_anew(self, line: str) -> bool:
        """Whether a line starts a chunk although no blank line stands before it."""
        table = self.open[0].lstrip().startswith("|")
        if table or line.lstrip().startswith("|"):
            return table != line.lstrip().startswith("|")
        return bool(_ITEM.match(line) or (_NOTE_START.match(line) and _NOTE_START.match(self.open[0])))

    def doubt(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, message, Level.DOUBT))

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


_TOKEN = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~0-9]|[a-z](?=</sup>)) # a backslash makes the next character an ordinary one
  | <sup>(?P<call>\d{1,3}|\*{1,3}|[a-z])</sup>   # a footnote marker
  | <(?P<tag>/?su[bp])>                          # other raised or lowered characters
  | (?P<stars>\*{1,3})
  | (?P<break>[ ]{2,}\n[ \t]*|<br[ ]?/?>)        # a line break of the print
  | (?P<space>[ \t\n]{2,}|[\t\n])             # a single space stays as it is
  | (?P<html><(?:[a-zA-Z/][^<>\n]*>|!--|[!?][a-zA-Z\[]))
    """,
    re.VERBOSE,
)
_STYLES = {"*": (Style.ITALIC,), "**": (Style.BOLD,), "***": (Style.BOLD, Style.ITALIC)}
_TAGS = {"sup": Style.SUPERSCRIPT, "sub": Style.SUBSCRIPT}


def read_inline(raw: str, line: int, path: str, problems: list[Problem]) -> Text:
    """The text of a chunk's characters: its words, styles and footnote markers.

    What cannot be read as markup stays in the words as it is and is reported.
    """
    return _Inline(raw, line, path, problems).read()


@dataclass(slots=True)
class _Inline:
    raw: str
    line: int
    path: str
    problems: list[Problem]
    out: list[str] = field(default_factory=list)
    length: int = 0
    open: dict[Style, int] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)

    def read(self) -> Text:
        at = 0
        for token in _TOKEN.finditer(self.raw):
            self.put(self.raw[at : token.start()])
            at = token.end()
            self.take(token)
        self.put(self.raw[at:])
        for style, start in self.open.items():
            self.report(
                len(self.raw),
                f"{style} words that start here never end; close them, or write \\* for an asterisk",
                Level.ERROR,
            )
            self.marks.append(Mark(start, self.length, style))
        return _trimmed("".join(self.out), self.marks, self.calls)

    def put(self, words: str) -> None:
        self.out.append(words)
        self.length += len(words)

    def report(self, at: int, message: str, level: Level) -> None:
        self.problems.append(Problem(self.path, self.line + self.raw.count("\n", 0, at), message, level))

    def take(self, token: re.Match[str]) -> None:
        kind, value = token.lastgroup, token[token.lastgroup or 0]
        if kind == "escaped":
            self.put(value)
        elif kind == "call":
            self.calls.append(Call(self.length, value))
        elif kind == "tag":
            self.toggle(_TAGS[value.strip("/")], token, closing=value.startswith("/"))
        elif kind == "stars":
            self.stars(value, token)
        elif kind == "break":
            self.put("\n")
        elif kind == "space":
            self.put(" ")
        else:
            self.report(
                token.start(),
                f"HTML {value} is not part of a resolution; write \\< if the sign was printed",
                Level.ERROR,
            )
            self.put(value)

    def stars(self, value: str, token: re.Match[str]) -> None:
        styles = _STYLES[value]
        before, after = self.raw[: token.start()][-1:], self.raw[token.end() :][:1]
        opens = not any(style in self.open for style in styles)
        if not (after if opens else before).strip():
            self.report(
                token.start(),
                "an asterisk beside a space opens or closes nothing; write \\* if it was printed",
                Level.ERROR,
            )
            self.put(value)
            return
        for style in styles:
            self.toggle(style, token, closing=not opens)

    def toggle(self, style: Style, token: re.Match[str], *, closing: bool) -> None:
        start = self.open.pop(style, None)
        if closing and start is not None:
            if start < self.length:
                self.marks.append(Mark(start, self.length, style))
        elif closing or start is not None:
            self.report(
                token.start(), f"{token[0]} has no partner; mend it, or write a backslash before it", Level.ERROR
            )
            if not closing:
                self.open[style] = start if start is not None else self.length
        else:
            self.open[style] = self.length


_UNTIDY = re.compile(r"\A\s|\s\Z|[ \n] | \n")


def _trimmed(plain: str, marks: list[Mark], calls: list[Call]) -> Text:
    """A text without spaces at its ends, beside line breaks or doubled by a marker between them."""
    if not _UNTIDY.search(plain):
        return Text(plain, tuple(sorted(marks, key=_by_place)), tuple(calls))
    keep: list[int] = []
    for at, character in enumerate(plain):
        if character == " " and (not keep or plain[keep[-1]] in " \n" or plain[at + 1 : at + 2] in ("\n", "")):
            continue
        keep.append(at)
    while keep and plain[keep[-1]].isspace():
        keep.pop()
    while keep and plain[keep[0]].isspace():
        keep.pop(0)
    place, new = {}, 0
    kept = set(keep)
    for at in range(len(plain) + 1):
        place[at] = new
        new += at in kept
    moved = [Mark(place[m.start], place[m.end], m.style) for m in marks if place[m.start] < place[m.end]]
    return Text(
        "".join(plain[at] for at in keep),
        tuple(sorted(moved, key=_by_place)),
        tuple(Call(place[call.at], call.number) for call in calls),
    )


def _by_place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.style


def read_table(chunk: Chunk, path: str, problems: list[Problem]) -> tuple[int, tuple[tuple[Text, ...], ...]]:
    """How many rows are column headings, and the cells by row, every row as long as the longest."""
    rows: list[list[Text]] = []
    header = 0
    for offset, raw in enumerate(chunk.raw.split("\n")):
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", raw.strip())]
        cells = cells[1:-1] if not cells[-1] and len(cells) > 1 else cells[1:]
        if not header and rows and all(re.fullmatch(r":?-+:?", cell) for cell in cells):
            header = len(rows)
            continue
        rows.append([read_inline(cell, chunk.line + offset, path, problems) for cell in cells])
    width = max(map(len, rows), default=0)
    return header, tuple(tuple(row + [Text("")] * (width - len(row))) for row in rows)
