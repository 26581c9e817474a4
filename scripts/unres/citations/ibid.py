"""Ibid.: the document of the words before it in the same note, or of the note before.

In: the references of each note, in order. Out: the same with those that Ibid. repeats.
Source: Editorial Manual, Footnotes, "Ibid.". "Ibid., vol. 999, No. 14668" names a treaty by itself and
"Ibid., Supplement No. 3 (E/2005/23)" a document: there only the series is the same, and the words that
follow make the reference.
"""

from __future__ import annotations

import re
from dataclasses import replace

from unres.citations.model import Passage, Reference, Type
from unres.citations.scan import Token
from unres.symbols import Symbol

_SERIES = re.compile(
    r"""\s*,?\s* (?: \w+(?:[\s-]\w+){0,4}?\s[Ss]ession\b | Supplement\b | (?:19|20)\d{2}\s*, | vol\. | Treaty\b
    | Plenary\b | Annexes\b | (?:[\w-]+\s){1,4}Meeting\b )""",
    re.VERBOSE,
)
_NUMBER = re.compile(r",\sNo\.\s(\d{1,6})\b")
# words of the same series that lead to a document of their own: ", annual report (A/1/2"
_OWN = re.compile(r"[^;()]{0,120}\($")
# a book by its place and year or by its sale, in which Ibid. would then stand
_BOOK = re.compile(r"\([^()]{2,80},\s(?:19|20)\d\d\)|\bSales\sNo\.|\bISBN\b")
WINDOW = 300  # letters in which a book before Ibid. is sought
_CITED = (Type.RESOLUTION, Type.DECISION, Type.DOCUMENT, Type.TREATY)


class Ibid:
    """Remembers what the notes cite, one passage at a time.

    >>> from unres.citations import find_in_text
    >>> text = "See A/62/439.\\n\\nIbid., para. 3.\\n\\nTreaty Series, vol. 15, No. 102.\\n\\nIbid., No. 973."
    >>> [(found.text, found.symbol) for found in find_in_text(text).references][1::2]
    [('Ibid.', 'A/62/439'), ('Ibid., No. 973', 'UNTS/15/973')]
    """

    def __init__(self) -> None:
        """Nothing is cited yet."""
        self._before: Reference | None = None

    def resolve(self, passage: Passage, tokens: list[Token], found: list[Reference]) -> list[Reference]:
        """The references of a passage, which come in order, with those that its Ibid. repeat."""
        marks = [token for token in tokens if token.kind == "ibid"]
        if not marks and not any(r.type in _CITED for r in found) and passage.place[:2] in ("fn", ""):
            self._before = None  # a note that cites a book: Ibid. would mean the book
        every: list[Reference] = []
        for reference in found:
            while marks and marks[0].start < reference.start:
                self._repeat(passage, marks.pop(0), every, reference)
            every.append(reference)
            self._cite(reference)
        for mark in marks:
            self._repeat(passage, mark, every, None)
        if every and _BOOK.search(passage.text, every[-1].end):
            self._before = None  # the last that the note cites
        return every

    def _cite(self, reference: Reference) -> None:
        """Remembers a document; an addition to it is still the same document to Ibid."""
        before = self._before.symbol if self._before else None
        if reference.type in _CITED and not (before and (reference.symbol or "").startswith(f"{before}/")):
            self._before = reference

    def _repeat(self, passage: Passage, mark: Token, every: list[Reference], after: Reference | None) -> None:
        """Adds what an Ibid. stands for, unless the words behind it name their own document."""
        text = passage.text
        if _BOOK.search(text, max(mark.start - WINDOW, every[-1].end if every else 0), mark.start):
            self._before = None
        own = after is not None and after.type is Type.DOCUMENT and _OWN.fullmatch(text, mark.end, after.start)
        if self._before is None or own or _SERIES.match(text, mark.end):
            return
        end, symbol = mark.end, self._before.symbol
        number = _NUMBER.match(text, mark.end) if self._before.type is Type.TREATY else None
        if number and symbol:  # another treaty in the same volume: "Ibid., No. 973"
            end, symbol = number.end(), str(Symbol(symbol).beside(number[1]))
        again = replace(self._before, place=passage.place, start=mark.start, end=end, text=text[mark.start : end])
        every.append(replace(again, symbol=symbol, paragraphs=()))
