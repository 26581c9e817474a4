"""Writes a source text in the Markdown dialect that docs/editing.md describes.

In: masthead, blocks, notes and front matter. Out: the text of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from unres.numbering import NOTE_MARK
from unres.pdf_import.blocks import Block, BlockKind
from unres.pdf_import.masthead import PrintedMasthead
from unres.pdf_import.notes import Note, calls
from unres.pdf_import.rich import CharStyle, Rich

SPECIAL = re.compile(r"[\\*<|]")
BREAK = "  \n"


class SourceWriter:
    """Writes texts with their markers; ``numbers`` are those of the notes."""

    def __init__(self, numbers: Iterable[str]) -> None:
        self.numbers = set(numbers)

    def inline(self, rich: Rich, *, without: int = CharStyle.PLAIN) -> str:
        """A text with its styles as Markdown; ``without`` names styles that its place implies."""
        marks = {call.start: call for call in calls(rich, self.numbers)}
        inside = {index for call in marks.values() for index in range(call.start, call.end)}
        line = _Line()
        for start, end in _runs(rich, inside, marks):
            if start in marks:
                line.mark(f"<sup>{marks[start].number}</sup>")
            else:
                line.put(rich.text[start:end], rich.styles[start] & ~without)
        return line.text()


def _runs(rich: Rich, inside: set[int], marks: Mapping[int, object]) -> list[tuple[int, int]]:
    """Stretches of one style; a marker is a stretch of its own, and a style lives on over it."""
    runs: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(rich.text) + 1):
        ends = index == len(rich.text) or rich.styles[index] != rich.styles[start]
        if ends or index in marks or (index - 1 in inside) != (index in inside):
            runs.append((start, index))
            start = index
    return runs if rich.text else []


@dataclass(slots=True)
class _Line:
    """Markdown in the making: asterisks say where italic or bold begins or ends, and never stand beside a blank."""

    out: list[str] = field(default_factory=list)
    style: int = CharStyle.PLAIN
    gap: str = ""

    def put(self, words: str, style: int) -> None:
        """Words in one style."""
        core = words.strip(" ")
        if not core:
            self.gap += words
            return
        self.gap += words[: len(words) - len(words.lstrip(" "))]
        self.turn(style & (CharStyle.ITALIC | CharStyle.BOLD))
        self.out.append(_raised(core, style))
        self.gap = words[len(words.rstrip(" ")) :]

    def mark(self, marker: str) -> None:
        """A footnote's marker, which has no style."""
        self.turn(CharStyle.PLAIN)
        self.out.append(marker)

    def turn(self, style: int) -> None:
        """Ends the styles that end here and begins those that begin, with the blank between them."""
        ends, begins = self.style & ~style, style & ~self.style
        self.out += [_stars(ends), self.gap, _stars(begins)] if self.gap else [_stars(ends | begins)]
        self.style, self.gap = style, ""

    def text(self) -> str:
        """All that was put."""
        self.turn(CharStyle.PLAIN)
        return "".join(self.out)


def _stars(style: int) -> str:
    return "*" * (bool(style & CharStyle.ITALIC) + 2 * bool(style & CharStyle.BOLD))


def _raised(core: str, style: int) -> str:
    """Words as they are written, with their place above or below the line."""
    text = SPECIAL.sub(lambda found: "\\" + found[0], core).replace("\n", "<br>")
    if style & CharStyle.RAISED:
        looks_like_marker = text == core and re.fullmatch(NOTE_MARK, core)
        return f"<sup>{chr(92) if looks_like_marker else ''}{text}</sup>"
    return f"<sub>{text}</sub>" if style & CharStyle.LOWERED else text


def write_front_matter(fields: Mapping[str, str], doubts: Sequence[str]) -> str:
    """The front matter; every value is quoted, so that YAML takes it as text."""
    lines = [f"{key}: {_quoted(value)}" for key, value in fields.items() if value]
    if doubts:
        lines += ["doubts:", *(f"  - {_quoted(doubt)}" for doubt in doubts)]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _quoted(value: str) -> str:
    if re.fullmatch(r"[A-Za-z][\w/.()-]*|https://[\w./()-]+|[0-9a-f]{64}", value) and not value.isdigit():
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_masthead(head: PrintedMasthead, writer: SourceWriter) -> list[str]:
    """The blocks of the masthead."""

    def lines(parts: Iterable[Rich]) -> str:
        return BREAK.join(writer.inline(part, without=CharStyle.BOLD | CharStyle.ITALIC) for part in parts)

    found = [
        f"# {lines([head.organ])}",
        lines(head.distribution),
        lines(head.session),
        f"## {lines([head.adoption])}",
        lines([head.report]),
        f"### {lines([head.printed + head.title])}",
    ]
    return [block for block in found if block.strip("# ")]


def write_block(item: Block, writer: SourceWriter) -> str:
    """A block of the text."""
    if item.kind is BlockKind.TABLE:
        return write_table(item, writer)
    if item.kind is BlockKind.CLOSING:
        return "*" + BREAK.join(writer.inline(part, without=CharStyle.ITALIC) for part in item.parts) + "*"
    if item.kind is BlockKind.HEADING:
        bold = writer.inline(item.parts[0], without=CharStyle.BOLD)
        return "#" * item.level + " " + bold
    text = writer.inline(item.parts[0])
    if item.kind is BlockKind.ITEM:
        return "  " * (item.level - 1) + f"- {item.mark} {text}"
    if item.kind is BlockKind.NUMBERED:
        return f"{item.mark} {text}"
    return "  " * max(item.level - 1, 0) + _not_a_number(text)


def _not_a_number(text: str) -> str:
    """A paragraph whose first words only look like the number of a paragraph or the start of a list."""
    if re.fullmatch(r"(?:\\\*\s*){3,}", text):
        return "* * *"
    text = re.sub(r"^(\d+)\. ", r"\1\\. ", text)
    return re.sub(r"^(?=(?:[-+]|#{1,6})(?:\s|$)|[-_]{3,}$|\([a-z\d]{1,6}\)\s)", r"\\", text)


def write_table(item: Block, writer: SourceWriter) -> str:
    """A pipe table; where the print has no column headings their cells are empty."""
    assert item.table is not None
    width = len(item.table.rows[0])
    cells = [writer.inline(cell) for cell in item.parts]
    rows = [cells[start : start + width] for start in range(0, len(cells), width)]
    heads, body = rows[: item.table.header], rows[item.table.header :]
    lines = [*(heads or [[""] * width]), ["---"] * width, *body]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def called_notes(text: str, notes: Sequence[Note]) -> list[Note]:
    """Of these notes those that a block calls, in the order of its markers, each once."""
    found: list[Note] = []
    for number in dict.fromkeys(re.findall(r"<sup>([^<\\]+)</sup>", text)):
        found += [note for note in notes if note.number == number][:1]
    return found


def write_note(item: Note, writer: SourceWriter) -> str:
    """The body of a note."""
    return f"<sup>{item.number}</sup> {writer.inline(item.rich)}"
