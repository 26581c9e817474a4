"""Finds every reference of a resolution: find, then decide whose, then follow Ibid.

In: a resolution of the model, or plain text. Out: ``Findings``. Finding sees text alone; what the
collection holds is the resolver's business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from unres.citations.body_claims import Named
from unres.citations.charter import article, charter
from unres.citations.documents import documents, filed, marked_numbers, named_instruments, treaties
from unres.citations.ibid import Ibid
from unres.citations.internal import internal
from unres.citations.model import Doubt, Findings, Passage, Reference
from unres.citations.numbers import mentions
from unres.citations.ownership import Memory, references
from unres.citations.pinpoint import with_paragraphs
from unres.citations.scan import INSTRUMENT, Token, between, scan
from unres.model import Heading, Paragraph, Resolution, Table

Found = TypeVar("Found", Reference, Doubt)

# Kinds whose words say everything by themselves
READERS: dict[str, Callable[[str, str, Token], Iterator[Reference]]] = {
    "charter": charter,
    "document": documents,
    "filed": filed,
    "treaty": treaties,
    INSTRUMENT: named_instruments,
}


def find(resolution: Resolution) -> Findings:
    """Every reference and doubt of a resolution: title, paragraphs, headings, tables, then footnotes."""
    passages = [Passage("title", resolution.masthead.title.plain)]
    for block in resolution.blocks:
        if isinstance(block, Paragraph | Heading):
            passages.append(Passage(block.label, block.text.plain))
        elif isinstance(block, Table):
            passages += [Passage(place, cell.plain) for place, cell in block.cells]
    passages += [Passage(note.label, note.text.plain) for note in resolution.footnotes]
    labels = {paragraph.label for paragraph in resolution.paragraphs}
    return find_in_passages(passages, labels)


def find_in_text(text: str) -> Findings:
    """The references and doubts of a plain text; a blank line ends a paragraph. Their place is empty.

    >>> [(found.text, found.symbol) for found in find_in_text("Recalling resolution 61/168,").references]
    [('resolution 61/168', 'A/RES/61/168')]
    """
    passages = []
    start = 0
    for gap in re.finditer(r"\n[ \t\r]*\n\s*|\Z", text):
        if gap.start() > start:
            passages.append(Passage("", text[start : gap.start()], start))
        start = gap.end()
    return find_in_passages(passages)


def find_in_passages(passages: Iterable[Passage], labels: Collection[str] = ()) -> Findings:
    """The references and doubts of stretches of text that belong to one document, in order."""
    named, memory, ibid = Named(), Memory(), Ibid()
    found: list[Reference] = []
    doubts: list[Doubt] = []
    for passage in passages:
        tokens = list(scan(passage.text))
        if not tokens:
            ibid.resolve(passage, tokens, [])
            continue
        items = list(_read(passage, tokens, named, memory, labels))
        here = sorted((item for item in items if isinstance(item, Reference)), key=lambda r: (r.start, r.end))
        here = ibid.resolve(passage, tokens, here)
        here = with_paragraphs(passage.text, tokens, here)
        found += [_moved(reference, passage.offset) for reference in here]
        doubts += [_moved(item, passage.offset) for item in items if isinstance(item, Doubt)]
    return Findings(tuple(found), tuple(doubts))


def _read(
    passage: Passage, tokens: list[Token], named: Named, memory: Memory, labels: Collection[str]
) -> Iterator[Reference | Doubt]:
    """What each token of a passage names; numbers last, since they need the whole passage."""
    place, text = passage.place, passage.text
    charter_named: Token | None = None
    for index, token in enumerate(tokens):
        if reader := READERS.get(token.kind):
            yield from reader(place, text, token)
            charter_named = token if token.kind == "charter" else charter_named
        elif token.kind == "article":
            yield from article(place, text, token, charter_named)
        elif token.kind == "internal":
            yield from internal(place, text, token, labels)
        elif token.kind == "printed":
            yield from marked_numbers(place, text, token, _noun_before(text, tokens, index))
        elif token.kind == "symbol-like":
            message = "this looks like a document symbol and is none; compare it with the print"
            yield Doubt(place, token.start, token.end, text[token.start : token.end], message)
    for mention in mentions(text, tokens, named):
        yield from references(place, text, mention, memory)


def _noun_before(text: str, tokens: list[Token], index: int) -> Token | None:
    """The singular noun right before a number."""
    noun = tokens[index - 1] if index and tokens[index - 1].kind == "noun" else None
    if noun and between(text, noun, tokens[index]).isspace() and text[noun.end - 1] != "s":
        return noun
    return None


def _moved(item: Found, offset: int) -> Found:
    """A finding with its span in the whole text, of which the passage is a part."""
    return replace(item, start=item.start + offset, end=item.end + offset) if offset else item
