"""References to the Charter of the United Nations.

In: tokens of the kinds ``charter`` and ``article``. Out: a reference for each Article (and paragraph) or
chapter named, else one for the Charter alone. Symbols: ``CHARTER/17/2``, ``CHARTER/73/e``,
``CHARTER/13/1(a)``, ``CHARTER/VIII``, ``CHARTER``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unres.citations import names
from unres.citations.body_claims import STOP
from unres.citations.lists import Member, members
from unres.citations.model import Reference, Type
from unres.citations.scan import Token

_ARTICLE = re.compile(r"\d{1,3}(?:\s[a-e](?!\w)|\s?\((?:\d{1,2}|[a-e])\))?")
_PARAGRAPH = re.compile(r"\d+(?:\s?\([a-z]\))?")
_ROMAN = re.compile(r"[IVXLC]+(?!\w)")
# "Articles 10 and 11, paragraph 2" with its numbers and those of the paragraphs
_CITED = re.compile(
    r"""Chapters?\s(?P<chapters>[IVXLC]+\b(?:(?!Chapter)[\w\s,\u2010-\u2014-])*)
    | Articles?\s(?P<articles>(?:(?!paragraph|Article)[\w\s,()\u2010-\u2014-])*)
      (?:paragraphs?\s(?P<paragraphs>(?:(?!Article)[\w\s,()\u2010-\u2014-])*))?""",
    re.VERBOSE,
)
_ITS = re.compile(r"\b([Ii]ts|[Tt]heir)\s$")
# names, the last of which "its" means: the Charter's own Organization, or another that has a charter
_NAME = re.compile(
    r"\b(?:the|of|The)\s((?:[A-Z][\w\u2019-]*)(?:\s(?:(?:of|for|on|and|the|to)\s){0,2}[A-Z][\w\u2019-]*){0,8})"
)
# texts whose Articles have a capital too, or that an Article behind them would be of
_OTHER_TEXT = re.compile(
    r"\b(?:Statute|Covenant|Convention|Treaty|Protocol|Constitution|Agreement|Declaration|Regulations?|Rules|Pact|Act)s?\b"
)
WINDOW = 400  # letters of a sentence in which its Organization and the Charter are sought
_Span = tuple[str, int, int]


def charter(place: str, text: str, token: Token) -> Iterator[Reference]:
    """What of the Charter the words name; nothing of the charter of another organization.

    The words of the first member begin with the noun, those of the last end with the Charter's name
    ("Articles 1" and "2 of the Charter"); a sole member has all of them.

    >>> from unres.citations import find_in_text
    >>> text = "Articles 10 and 11, paragraph 2, of the Charter"
    >>> [(found.text, found.symbol) for found in find_in_text(text).references]
    [('Articles 10', 'CHARTER/10'), ('2, of the Charter', 'CHARTER/11/2')]
    >>> find_in_text("the African Union and its Charter").references
    ()
    """
    name, name_end = token.span("charter")
    if not token.group("charter").endswith("Nations") and _of_another(text, name):
        return
    before, after = list(_cited(text, token, "before")), list(_cited(text, token, "after"))
    if before and after:
        yield from _spread(place, text, before, token.start, name_end)
        yield from _spread(place, text, after, token.span("after")[0], token.end)
    else:
        alone = [("CHARTER", token.start, token.end)]
        yield from _spread(place, text, before or after or alone, token.start, token.end)


def article(place: str, text: str, token: Token, named: Token | None) -> Iterator[Reference]:
    """Articles without a name, if the Charter is the last text that their sentence has named.

    >>> from unres.citations import find_in_text
    >>> for words in ("Article 24", "the Statute, in particular Article 24"):
    ...     found = find_in_text(f"Guided by the Charter of the United Nations, and recalling {words},").references
    ...     print([reference.symbol for reference in found])
    ['CHARTER', 'CHARTER/24']
    ['CHARTER']
    """
    if named is None or token.start - named.end > WINDOW:
        return
    if _OTHER_TEXT.search(text, named.end, token.start) or STOP.search(text, named.end, token.start):
        return
    if _of_another(text, named.span("charter")[0]):
        return
    yield from _spread(place, text, list(_cited(text, token, "cited")), token.start, token.end)


def _of_another(text: str, name: int) -> bool:
    """Whether "its" before the Charter's name means another than the United Nations.

    "Their Charter obligations" are those of States where no organization is named.
    """
    owned = _ITS.search(text, max(0, name - 8), name)
    if not owned:
        return False
    found = [match[1] for match in _NAME.finditer(text, max(0, name - WINDOW), name)]
    bodies = [words for words in found if words.endswith("United Nations") or names.body_heads() & set(words.split())]
    return not bodies[-1].endswith("United Nations") if bodies else owned[1].lower() == "its"


def _spread(place: str, text: str, symbols: list[_Span], first: int, last: int) -> Iterator[Reference]:
    """The members of a list as references that fill the words from its noun to its end."""
    for number, (symbol, start, end) in enumerate(symbols):
        begin = first if number == 0 else start
        finish = last if number == len(symbols) - 1 else end
        if start == end:
            begin = finish = end
        yield Reference(place, begin, finish, text[begin:finish], Type.CHARTER, symbol)


def _cited(text: str, token: Token, group: str) -> Iterator[_Span]:
    """Symbol and span of each chapter or Article; the first of a noun's begins with the noun."""
    if token.group(group):
        for found in _CITED.finditer(text, *token.span(group)):
            for number, (symbol, member) in enumerate(_named(text, found)):
                yield symbol, member.start if number else found.start(), member.end


def _named(text: str, found: re.Match[str]) -> Iterator[tuple[str, Member]]:
    """What one noun names; paragraphs belong to the last Article before them."""
    if found["chapters"]:
        yield from ((f"CHARTER/{one.value}", one) for one in members(text, *found.span("chapters"), _ROMAN))
        return
    articles = list(members(text, *found.span("articles"), _ARTICLE))
    last = articles.pop() if found["paragraphs"] else None
    yield from ((_symbol(one.value), one) for one in articles)
    if last:
        whole = _symbol(last.value)
        for one in members(text, *found.span("paragraphs"), _PARAGRAPH):
            yield f"{whole}/{''.join(one.value.split())}", one


def _symbol(article: str) -> str:
    """``CHARTER/2/4`` from "2 (4)", ``CHARTER/73/e`` from "73 e" and "73 (e)"."""
    return "/".join(["CHARTER", *re.findall(r"\w+", article)])
