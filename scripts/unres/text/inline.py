"""Reads the markup within a chunk (docs/editing.md): styles, footnote markers, line breaks, the cells of a table.

In: the characters of a chunk. Out: ``Text`` values: words, and what was set on them. What cannot be
read as markup stays in the words as it is and is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from unres.errors import Reporter
from unres.model import Call, Mark, Style, Text
from unres.numbering import NOTE_MARK
from unres.text.source import Chunk

_TOKEN = re.compile(
    rf"""
    \\(?P<escaped>[!-/:-@\[-`{{-~0-9]|[a-z](?=</sup>)) # a backslash makes the next character an ordinary one
  | <sup>(?P<call>{NOTE_MARK})</sup>               # a footnote marker
  | <(?P<tag>/?su[bp])>                          # other raised or lowered characters
  | (?P<stars>\*{{1,3}})
  | (?P<break>(?:[ ]{{2,}}|\\)\n[ \t]*|<br[ ]?/?>) # a line break of the print
  | (?P<space>[ \t\n]{{2,}}|[\t\n])             # a single space stays as it is
  | (?P<html><(?:[a-zA-Z/][^<>\n]*>|!--|[!?][a-zA-Z\[]))
    """,
    re.VERBOSE,
)
LOST_BREAK = "a line break is two blanks or a backslash at the end of a line; an editor may have removed the blanks"
_STYLES = {"*": (Style.ITALIC,), "**": (Style.BOLD,), "***": (Style.BOLD, Style.ITALIC)}
_TAGS = {"sup": Style.SUPERSCRIPT, "sub": Style.SUBSCRIPT}


def read_inline(raw: str, line: int, reporter: Reporter) -> Text:
    """The text of a chunk's characters: its words, styles and footnote markers.

    What cannot be read as markup stays in the words as it is and is reported.

    >>> text = read_inline(r"*Recalling* 3 \\* 4,<sup>1</sup>", 1, Reporter("x.md"))
    >>> text.plain, text.marks[0].end, text.calls
    ('Recalling 3 * 4,', 9, (Call(at=16, number='1', note=''),))
    """
    return _Inline(raw, line, reporter).read()


def read_words(chunk: Chunk, what: str, reporter: Reporter) -> Text:
    """The text of a chunk that is to have words, ``what`` it is: ``this heading``.

    >>> from unres.text.source import Shape
    >>> reporter = Reporter("x.md")
    >>> read_words(Chunk(Shape.HEADING, "<br>", line=3), "this heading", reporter).plain
    ''
    >>> print(*reporter.problems)
    x.md:3: this heading has no words; give it some or remove it
    """
    text = read_inline(chunk.raw, chunk.line, reporter)
    if not text.plain:
        reporter.error(chunk.line, f"{what} has no words; give it some or remove it")
    return text


@dataclass(slots=True)
class _Inline:
    raw: str
    line: int
    reporter: Reporter
    out: list[str] = field(default_factory=list)
    length: int = 0
    open: dict[Style, int] = field(default_factory=dict)  # where its words start
    began: dict[Style, int] = field(default_factory=dict)  # where its sign stands in the source
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
            printed = "\\*" if style in (Style.ITALIC, Style.BOLD) else "\\<"
            message = f"{style} words that start here never end; close them, or write {printed} if the sign was printed"
            self.error(self.began[style], message)
            self.marks.append(Mark(start, self.length, style))
        return _trimmed("".join(self.out), self.marks, self.calls)

    def put(self, words: str) -> None:
        self.out.append(words)
        self.length += len(words)

    def error(self, at: int, message: str) -> None:
        self.reporter.error(self.line + self.raw.count("\n", 0, at), message)

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
            self.error(token.start(), f"HTML {value} is not part of a resolution; write \\< if the sign was printed")
            self.put(value)

    def stars(self, value: str, token: re.Match[str]) -> None:
        """Each of its styles ends if it is open, else begins: ``*Decides***Member**`` is italic, then bold."""
        styles = _STYLES[value]
        before, after = self.raw[: token.start()][-1:], self.raw[token.end() :][:1]
        closing = [style for style in styles if style in self.open]
        if (closing and not before.strip()) or (len(closing) < len(styles) and not after.strip()):
            message = "an asterisk beside a space opens or closes nothing; write \\* if it was printed"
            self.error(token.start(), message)
            self.put(value)
            return
        for style in styles:
            self.toggle(style, token, closing=style in closing)

    def toggle(self, style: Style, token: re.Match[str], *, closing: bool) -> None:
        start = self.open.pop(style, None)
        if closing and start is not None:
            if start < self.length:
                self.marks.append(Mark(start, self.length, style))
        elif closing or start is not None:
            self.error(token.start(), f"{token[0]} has no partner; mend it, or write a backslash before it")
            if not closing:
                self.open[style] = start if start is not None else self.length
        else:
            self.open[style], self.began[style] = self.length, token.start()


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
        tuple(replace(call, at=place[call.at]) for call in calls),
    )


def _by_place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.style


def read_table(chunk: Chunk, reporter: Reporter) -> tuple[int, tuple[tuple[Text, ...], ...]]:
    """How many rows are column headings, and the cells by row, every row as long as the longest.

    >>> from unres.text.source import Shape
    >>> chunk = Chunk(Shape.TABLE, "| Item | Sum |\\n|---|---|\\n| Oil | 3 |", line=1)
    >>> header, rows = read_table(chunk, Reporter("x.md"))
    >>> header, [[cell.plain for cell in row] for row in rows]
    (1, [['Item', 'Sum'], ['Oil', '3']])
    """
    rows: list[list[Text]] = []
    header = 0
    for offset, raw in enumerate(chunk.raw.split("\n")):
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", raw.strip())]
        cells = cells[1:-1] if not cells[-1] and len(cells) > 1 else cells[1:]
        if not header and rows and all(re.fullmatch(r":?-+:?", cell) for cell in cells):
            header = len(rows)
            continue
        rows.append([read_inline(cell, chunk.line + offset, reporter) for cell in cells])
    width = max(map(len, rows), default=0)
    return header, tuple(tuple(row + [Text("")] * (width - len(row))) for row in rows)
