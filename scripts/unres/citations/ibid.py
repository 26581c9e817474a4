"""Ibid.: the document of the words before it in the same note, or of the note before.

Source: Editorial Manual, Footnotes, "Ibid.". "Ibid., vol. 999, No. 14668" names a treaty by itself and
"Ibid., Supplement No. 3 (E/2005/23)" a document: there only the series is the same, and the words that
follow make the reference.
"""

from __future__ import annotations

import re
from dataclasses import replace

from unres.citations.model import Passage, Reference, Type
from unres.citations.scan import Token

_SERIES = re.compile(
    r"\s*,\s*(?:\w+[\w\s-]*\s[Ss]ession|Supplement|\d{4}\s*,|vol\.|Treaty|[Ee]mergency|Plenary|Annexes|[\w\s-]*Meeting)"
)
_CITED = (Type.RESOLUTION, Type.DECISION, Type.DOCUMENT, Type.TREATY)


class Ibid:
    """Remembers what the notes cite, one note at a time."""

    def __init__(self) -> None:
        self._before: Reference | None = None

    def next_note(self, cited: list[Reference]) -> None:
        """Moves on: what was cited is now what stands before."""
        self._before = cited[-1] if cited else self._before

    def resolve(self, passage: Passage, tokens: list[Token], found: list[Reference]) -> list[Reference]:
        """The references of a passage with those that its Ibid. repeat."""
        added = []
        for token in tokens:
            if token.kind == "ibid" and (before := self._cited(found, token)) and not _series(passage, token, found):
                words = passage.text[token.start : token.end]
                added.append(
                    replace(before, place=passage.place, start=token.start, end=token.end, text=words, paragraph=None)
                )
        every = sorted([*found, *added], key=lambda r: (r.start, r.end))
        self.next_note([reference for reference in every if reference.type in _CITED])
        return every

    def _cited(self, found: list[Reference], token: Token) -> Reference | None:
        here = [r for r in found if r.end <= token.start and r.type in _CITED]
        return here[-1] if here else self._before


def _series(passage: Passage, token: Token, found: list[Reference]) -> bool:
    """Whether only the series is the same: the words that follow name their own document."""
    if _SERIES.match(passage.text, token.end):
        return True
    stop = passage.text.find(";", token.end)
    return any(
        token.end <= r.start
        and (stop < 0 or r.start < stop)
        and r.type is Type.DOCUMENT
        and passage.text[token.end : r.start].count(",") <= 3
        and passage.text[r.start - 1] == "("
        for r in found
    )
