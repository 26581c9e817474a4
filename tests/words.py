"""The words of a source text; those of the model, a page and Akoma Ntoso are read as ``unres verify`` reads them."""

from __future__ import annotations

import re

from unres.verify.words import as_printed, bare_words, with_marks

__all__ = ["as_printed", "bare_words", "notes_last", "with_marks", "words_of_source"]


def words_of_source(text: str) -> list[str]:
    """The words of a source text, its markup taken away; markers and printed numbers are words too."""
    text = re.sub(r"\\(?=[!-/:-@\[-`{-~0-9])", "", text)  # a backslash makes a sign ordinary
    text = re.sub(r"</?su[bp]>|<br ?/?>", " \u00b7 ", text)
    return bare_words(re.sub(r"^\|[\s:|-]+$", "", text, flags=re.MULTILINE))


def notes_last(source: str) -> str:
    """A source text with its footnotes, which stand where a page of the print ended, moved to its end."""
    note = re.compile(r"^<sup>\d</sup> .*\n", re.MULTILINE)
    return note.sub("", source) + "".join(note.findall(source))
