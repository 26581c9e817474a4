"""References by document symbol and by volume of the Treaty Series.

In: tokens of the kinds ``document``, ``treaty``, ``printed``. Out: a reference for each document named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unres.citations.lists import members
from unres.citations.model import Reference, Type
from unres.citations.scan import Token

_ADDED = re.compile(
    r"(?:(?P<what>Add|Corr|Rev|Amend)\.)?(?P<number>\d{1,3})(?P<more>/(?:Add|Corr|Rev|Amend)\.\d{1,3})?"
)
_LETTERED = re.compile(r"(A/RES/\d{1,3}/\d{1,3}) ?([A-Z]{1,2})")
_NUMBER = re.compile(r"\d+")


def canonical(words: str) -> str:
    """A symbol as documents are filed under: no blanks, plain hyphens."""
    return re.sub("[\u2010\u2011]", "-", re.sub(r"\s+", "", words))


def type_of(symbol: str) -> Type:
    """Resolution, decision or document, from the series in the symbol (A/RES/…, UNEP/EA.5/Res.5)."""
    if re.search(r"(?:^|/)(?:RES/|Res\.|RES\.)", symbol):
        return Type.RESOLUTION
    if re.search(r"(?:^|/)(?:DEC/|Dec\.|DEC\.)", symbol):
        return Type.DECISION
    return Type.DOCUMENT


def documents(place: str, text: str, token: Token) -> Iterator[Reference]:
    """The document of a symbol and those that share its stem: "E/2005/23 and Corr.1 and 2" is three.

    A joint symbol is one document under its first half (Editorial Manual, Footnotes).
    """
    end = token.span("joint")[1] if token.group("joint") else token.span("symbol")[1]
    symbol, part = canonical(token.group("symbol")), None
    if lettered := _LETTERED.fullmatch(symbol):
        symbol, part = lettered.groups()
    kind = type_of(symbol)
    yield Reference(place, token.start, end, text[token.start : end], kind, symbol, part)
    if token.group("added"):
        yield from _added(place, text, token, symbol)


def _added(place: str, text: str, token: Token, symbol: str) -> Iterator[Reference]:
    """What shares the stem: a named addition to the symbol, then further numbers of the same."""
    parted = re.fullmatch(r"(.+)/(Add|Corr|Rev)\.(\d+)", symbol)
    stem, what, last = parted.groups() if parted else (symbol, "", "")
    at = token.span("symbol")[1]
    for found in _ADDED.finditer(text, *token.span("added")):
        if found["what"]:
            stem = _stem(symbol, found["what"])
            what = found["what"]
        elif re.fullmatch(r"\s*(?:[-\u2010-\u2014]|to)\s*", text[at : found.start()]) and last:
            for number in range(int(last) + 1, int(found["number"])):
                yield Reference(place, at, at, "", Type.DOCUMENT, f"{stem}/{what}.{number}")
        last = found["number"]
        at = found.end()
        whole = f"{stem}/{what}.{last}{found['more'] or ''}"
        yield Reference(place, found.start(), at, found[0], Type.DOCUMENT, whole)


def _stem(symbol: str, what: str) -> str:
    """What an addition is added to: the symbol without an addition of the same kind."""
    return re.sub(rf"/{what}\.\d+$", "", symbol)


def treaties(place: str, text: str, token: Token) -> Iterator[Reference]:
    """Treaties by volume and registration number; of several volumes the first names the treaty."""
    series = "LNTS" if token.group("league") else "UNTS"
    volume = re.split(r"\W+", token.group("volumes"))[0]
    if not token.group("numbers"):
        yield Reference(place, token.start, token.end, text[token.start : token.end], Type.TREATY)
        return
    start = token.start
    for member in members(text, *token.span("numbers"), _NUMBER):
        begin = start if start is not None else member.start
        words = text[begin : member.end]
        symbol = f"{series}/{volume}/{member.value}"
        if member.start == member.end:
            begin, words = member.start, ""
        yield Reference(place, begin, member.end, words, Type.TREATY, symbol)
        start = None


def printed(place: str, text: str, token: Token, noun: Token | None) -> Iterator[Reference]:
    """Resolutions and decisions whose number names their body: WHA58.5, 1/CP.21, CM/Res.1153 (XLVIII).

    African Union and Council of Europe resolutions have no symbol that is known here.
    """
    words = text[token.start : token.end]
    symbol: str | None = canonical(words)
    if token.group("africa") or token.group("europe"):
        symbol = None
    if token.group("party") or token.group("opcw") or re.search("Dec", words):
        kind = Type.DECISION
    else:
        kind = Type.RESOLUTION
    start = noun.start if noun else token.start
    yield Reference(place, start, token.end, text[start : token.end], kind, symbol)
