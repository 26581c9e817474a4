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
    name_end = token.span("charter")[1]
    before, after = list(_before(text, token)), list(_articles(text, token, "after"))
    if before and after:
        articles = text.index("Article", name_end)
        yield from _spread(place, text, before, token.start, name_end)
        yield from _spread(place, text, after, articles, token.end)
    else:
        alone = [("CHARTER", token.start, token.end)]
        yield from _spread(place, text, before or after or alone, token.start, token.end)


def _spread(place: str, text: str, symbols: list[tuple[str, int, int]], first: int, last: int) -> Iterator[Reference]:
    """The members of a list as references that fill the words from its noun to its end."""
    for number, (symbol, start, end) in enumerate(symbols):
        begin = first if number == 0 else start
        finish = last if number == len(symbols) - 1 else end
        if start == end:
            begin = finish = end
        yield Reference(place, begin, finish, text[begin:finish], Type.CHARTER, symbol)


def _before(text: str, token: Token) -> Iterator[tuple[str, int, int]]:
    """Symbol and span of each chapter or Article before the Charter's name."""
    if token.group("chapters"):
        for member in members(text, *token.span("chapters"), _ROMAN):
            yield f"CHARTER/{member.value}", member.start, member.end
    yield from _articles(text, token, "before")


def _articles(text: str, token: Token, side: str) -> Iterator[tuple[str, int, int]]:
    """Symbol and span of each Article; paragraphs belong to the last."""
    if not token.group(side):
        return
    articles = list(members(text, *token.span(side), _ARTICLE))
    last = articles.pop() if token.group(f"{side}_paragraphs") else None
    yield from ((_symbol(article.value), article.start, article.end) for article in articles)
    if last:
        for member in members(text, *token.span(f"{side}_paragraphs"), _NUMBER):
            yield f"{_symbol(last.value)}/{member.value}", member.start, member.end


def _symbol(article: str) -> str:
    """``CHARTER/2/4`` from "2 (4)", ``CHARTER/73/e`` from "73 e"."""
    return "/".join(["CHARTER", *re.findall(r"\w+", article)])
