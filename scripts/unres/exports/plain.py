"""A resolution as one plain Markdown file, for programs that read text: no links and no attributes.

In: an entry. Out: CommonMark with footnotes (``[^3]``, as GitHub, Pandoc and PHP Markdown Extra read them) and
no HTML but for raised and lowered characters. The full stop of a number is escaped, since a list would be
counted anew by whoever renders it.
"""

from __future__ import annotations

from collections.abc import Iterator

from unres.collection.load import Entry
from unres.exports.citation import doubts
from unres.markup import escape, escape_start, render
from unres.model import Block, Closing, Footnote, Heading, Table, Text


def to_markdown(entry: Entry) -> str:
    """The whole text of a resolution, with its masthead in a few words and its notes at the end."""
    return "\n\n".join(filter(None, _parts(entry))) + "\n"


def _parts(entry: Entry) -> Iterator[str]:
    resolution = entry.resolution
    head = resolution.masthead
    notes = {(note.number, label): note for note in resolution.footnotes for label in note.called_from}
    adopted = f"adopted on {head.adopted.day} {head.adopted:%B %Y}" if head.adopted else ""
    yield f"# {head.number}. {_words(head.title, 'title', notes)}"
    yield ", ".join(filter(None, (str(entry.symbol), "resolution of the United Nations General Assembly", adopted)))
    yield f"The official document: <{entry.symbol.url}>"
    for doubt in doubts(entry):
        yield f"In doubt: {_words(Text(doubt), '', {})}"
    for line in head.lines:
        yield _words(line.text, "title", notes)
    yield from (_block(block, notes) for block in resolution.blocks)
    for note in resolution.footnotes:
        yield f"[^{note.anchor.removeprefix('fn').lstrip('-')}]: {_words(note.text, note.label, notes)}"


Notes = dict[tuple[str, str], Footnote]


def _block(block: Block, notes: Notes) -> str:
    if isinstance(block, Heading):
        return f"{'#' * min(block.level + 1, 6)} {_words(block.text, block.label, notes)}"
    if isinstance(block, Closing):
        return _words(block.text, "closing", notes)
    if isinstance(block, Table):
        return _table(block, notes)
    words = escape_start(f"{escape(block.number)} {_words(block.text, block.label, notes)}".strip())
    return f"{'  ' * (block.depth - 1)}- {words}" if block.depth else words


def _table(block: Table, notes: Notes) -> str:
    owner = block.paragraph or block.label
    rows = [[_words(cell, owner, notes).replace("\\\n", " ").replace("|", "\\|") for cell in row] for row in block.rows]
    width = len(rows[0]) if rows else 0
    head = [" ".join(filter(None, column)) for column in zip(*rows[: block.header], strict=True)] or [""] * width
    return "\n".join(f"| {' | '.join(line)} |" for line in [head, ["---"] * width, *rows[block.header :]])


def _words(text: Text, label: str, notes: Notes) -> str:
    """A text as Markdown; a note that is called but missing keeps its printed number."""

    def call(number: str) -> str:
        note = notes.get((number, label))
        return f"[^{note.anchor.removeprefix('fn').lstrip('-')}]" if note else f"<sup>{number}</sup>"

    words = render(text, (), lambda found: call(found.number))
    return words.replace("<br>", "\\\n")
