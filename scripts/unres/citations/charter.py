"""References to the Charter of the United Nations.

In: tokens of the kind ``charter``. Out: a reference for each Article (and paragraph) or chapter named,
else one for the Charter alone. Symbols: ``CHARTER/17/2``, ``CHARTER/73/e``, ``CHARTER/VIII``, ``CHARTER``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unres.citations.lists import members
from unres.citations.model import Reference, Type
from unres.citations.scan import Token

_ARTICLE = re.compile(r"\d{1,3}(?:\s[a-e](?!\w)|\s?\(\d{1,2}\))?")
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"[IVXLC]+")


def charter(place: str, text: str, token: Token) -> Iterator[Reference]:
    """What of the Charter the words name.

    The words of the first member begin with the noun, those of the last end with the Charter's name
    ("Articles 1" and "2 of the Charter"); a sole member has all of them.
    """
    symbols = list(_symbols(text, token))
    if not symbols:
        yield Reference(place, token.start, token.end, text[token.start : token.end], Type.CHARTER, "CHARTER")
        return
    for number, (symbol, start, end) in enumerate(symbols):
        begin = token.start if number == 0 else start
        finish = token.end if number == len(symbols) - 1 else end
        if start == end:
            begin = finish = end
        yield Reference(place, begin, finish, text[begin:finish], Type.CHARTER, symbol)


def _symbols(text: str, token: Token) -> Iterator[tuple[str, int, int]]:
    """Symbol and span of each Article, paragraph or chapter."""
    if token.group("chapters"):
        for member in members(text, *token.span("chapters"), _ROMAN):
            yield f"CHARTER/{member.value}", member.start, member.end
    for side in ("before", "after"):
        if not token.group(side):
            continue
        articles = list(members(text, *token.span(side), _ARTICLE))
        paragraphs: list[tuple[str, int, int]] = []
        if token.group(f"{side}_paragraphs"):
            last = _symbol(articles.pop().value)
            found = members(text, *token.span(f"{side}_paragraphs"), _NUMBER)
            paragraphs = [(f"{last}/{member.value}", member.start, member.end) for member in found]
        yield from ((_symbol(article.value), article.start, article.end) for article in articles)
        yield from paragraphs


def _symbol(article: str) -> str:
    """``CHARTER/2/4`` from "2 (4)", ``CHARTER/73/e`` from "73 e"."""
    return "/".join(["CHARTER", *re.findall(r"\w+", article)])
