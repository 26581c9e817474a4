"""A resolution as one plain Markdown file, for programs that read text: no links and no attributes.

In: an entry. Out: CommonMark with footnotes (``[^3]``, as GitHub, Pandoc and PHP Markdown Extra read them) and
no HTML but for raised and lowered characters. The full stop of a number is escaped, since a list would be
counted anew by whoever renders it.
"""

from __future__ import annotations

from collections.abc import Iterator

from unres.collection import Reading
from unres.dates import day
from unres.exports.citation import doubts
from unres.markup import escape, escape_start, render
from unres.model import Block, Call, Closing, Heading, Table, Text


def to_markdown(entry: Reading) -> str:
    """The whole text of a resolution, with its masthead in a few words and its notes at the end."""
    return "\n\n".join(filter(None, _parts(entry))) + "\n"


def _parts(entry: Reading) -> Iterator[str]:
    resolution = entry.resolution
    head = resolution.masthead
    adopted = f"adopted on {day(head.adopted)}" if head.adopted else ""
    yield f"# {head.number}. {_words(head.title)}"
    yield ", ".join(filter(None, (str(entry.symbol), "resolution of the United Nations General Assembly", adopted)))
    yield f"The official document: <{entry.symbol.url}>"
    for doubt in doubts(entry):
        yield f"In doubt: {_words(Text(doubt))}"
    for line in head.lines:
        yield _words(line.text)
    yield from (_block(block) for block in resolution.blocks)
    for note in resolution.footnotes:
        yield f"[^{_name(note.anchor)}]: {_words(note.text)}"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * min(block.level + 1, 6)} {_words(block.text)}"
    if isinstance(block, Closing):
        return _words(block.text)
    if isinstance(block, Table):
        return _table(block)
    words = escape_start(f"{escape(block.number)} {_words(block.text)}".strip())
    return f"{'  ' * (block.depth - 1)}- {words}" if block.depth else words


def _table(block: Table) -> str:
    rows = [[_words(cell).replace("\\\n", " ").replace("|", "\\|") for cell in row] for row in block.rows]
    width = len(rows[0]) if rows else 0
    head = [" ".join(filter(None, column)) for column in zip(*rows[: block.header], strict=True)] or [""] * width
    return "\n".join(f"| {' | '.join(line)} |" for line in [head, ["---"] * width, *rows[block.header :]])


def _words(text: Text) -> str:
    """A text as Markdown."""
    return render(text, (), _call).replace("<br>", "\\\n")


def _call(call: Call) -> str:
    """A footnote marker; one whose note is missing keeps its printed number."""
    return f"[^{_name(call.note)}]" if call.note else f"<sup>{call.number}</sup>"


def _name(anchor: str) -> str:
    """A note's name in Markdown, which writes ``fn`` with other signs: ``3``, ``a-2``."""
    return anchor.removeprefix("fn").lstrip("-")
