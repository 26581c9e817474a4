"""The words of a text, wherever they stand: in a source text, in the model, on a page."""

from __future__ import annotations

import re

from unres.model import Resolution, Text
from unres.text.parser import texts_of


def words_of(text: str) -> list[str]:
    """The words of a text, whatever signs stand between them."""
    return re.findall(r"[^\W_]+", text)


def words_of_source(text: str) -> list[str]:
    """The words of a source text, its markup taken away; markers and printed numbers are words too."""
    text = re.sub(r"\\(?=[!-/:-@\[-`{-~0-9])", "", text)  # a backslash makes a sign ordinary
    text = re.sub(r"</?su[bp]>|<br ?/?>", " \u00b7 ", text)
    return words_of(re.sub(r"^\|[\s:|-]+$", "", text, flags=re.MULTILINE))


def notes_last(source: str) -> str:
    """A source text with its footnotes, which stand where a page of the print ended, moved to its end."""
    note = re.compile(r"^<sup>\d</sup> .*\n", re.MULTILINE)
    return note.sub("", source) + "".join(note.findall(source))


def as_printed(resolution: Resolution, *, notes: bool = True) -> str:
    """A resolution in the order of the print, with its numbers and markers; its notes last or left out."""
    head = resolution.masthead
    out = [*(marked(line.text) for line in head.lines), f"{head.number}. {marked(head.title)}"]
    for block in resolution.blocks:
        out += [getattr(block, "number", ""), *(marked(text) for _, text in texts_of(block))]
    if notes:
        out += [f"{note.number} {marked(note.text)}" for note in resolution.footnotes]
    return " ".join(out)


def marked(text: Text) -> str:
    """The words of a text, each marker of a footnote where it stands."""
    out, at = [], 0
    for call in text.calls:
        out += [text.plain[at : call.at], f" {call.number} "]
        at = call.at
    return "".join([*out, text.plain[at:]])
