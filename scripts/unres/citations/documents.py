"""References by document symbol, by volume of the Treaty Series, by name.

In: tokens of the kinds ``document``, ``filed``, ``treaty``, ``printed`` and of instruments. Out: a
reference for each document named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unres.citations import names
from unres.citations.lists import LONGEST_RANGE, members
from unres.citations.model import Reference, Type
from unres.citations.scan import Token
from unres.symbols import Symbol

_ADDED = re.compile(
    r"(?:(?P<what>Add|Corr|Rev|Amend)\.)?(?P<number>\d{1,4})(?P<more>/(?:Add|Corr|Rev|Amend)\.\d{1,3})?"
)
_NUMBER = re.compile(r"\d+")
_FOREWORD = re.compile(r"\(Forewordandintroduction\)", re.IGNORECASE)
_TO = re.compile(r"\s*(?:[-\u2010-\u2014]|to)\s*")
_CAPITAL_BEHIND = re.compile(r"[ \u00a0][A-Z]")
_CAPITAL_BEFORE = re.compile(r"[\w,)][ \u00a0]([A-Z][\w\u2019-]*)[ \u00a0]$")
_GOES_ON = re.compile(r"[ \u00a0](?:on|for)[ \u00a0](?:the[ \u00a0])?[A-Z]")
_VOLUME = re.compile(
    r"""vols?\.\s?(?P<volumes>\w+) (?: (?:(?!No)[\w\s.,\u2010-\u2014-])*? \bNos?\.\s?
    (?P<numbers> [\w\u2010\u2011-]+ (?: (?:[-\u2010-\u2014]|,\s|,?\s(?:and|or|to|as\swell\sas)\s) \d+ )* ) )?""",
    re.VERBOSE,
)


def canonical(words: str) -> str:
    """A symbol as documents are filed under: no blanks, plain hyphens.

    A budget's "(Foreword and introduction)" is filed as its introduction.

    >>> canonical("A/CONF.157/24 (Part I)"), canonical("A/80/6 (Foreword and introduction)")
    ('A/CONF.157/24(PartI)', 'A/80/6(Introduction)')
    """
    symbol = re.sub("[\u2010-\u2014]", "-", re.sub(r"\s+", "", words))
    return _FOREWORD.sub("(Introduction)", symbol)


def documents(place: str, text: str, token: Token) -> Iterator[Reference]:
    """The document of a symbol and those that share its stem: "E/2005/23 and Corr.1 and 2" is three.

    A joint symbol is one document under its first half (Editorial Manual, Footnotes).

    >>> from unres.citations import find_in_text
    >>> [found.symbol for found in find_in_text("E/2005/23 and Corr.1 and 2").references]
    ['E/2005/23', 'E/2005/23/Corr.1', 'E/2005/23/Corr.2']
    >>> [found.symbol for found in find_in_text("A/80/121-S/2025/390").references]
    ['A/80/121']
    """
    end = token.span("joint")[1] if token.group("joint") else token.span("symbol")[1]
    filed_as = canonical(token.group("symbol"))
    if filed_as.startswith("A/RES/"):
        filed_as = str(Symbol.of_assembly_resolution(filed_as.removeprefix("A/RES/")))
    symbol, part = Symbol(filed_as).lettered
    kind = Type(Symbol(symbol).kind)
    yield Reference(place, token.start, end, text[token.start : end], kind, symbol, part)
    if token.group("added"):
        yield from _added(place, text, token, symbol)


def _added(place: str, text: str, token: Token, symbol: str) -> Iterator[Reference]:
    """What shares the stem: a named addition to the symbol, then further numbers of the same."""
    stem, what, last = whole, added, _ = Symbol(symbol).addition
    at = token.span("symbol")[1]
    for found in _ADDED.finditer(text, *token.span("added")):
        goes_on = what and found["what"] in (None, what)
        if found["what"]:
            what = found["what"]
            stem = whole if what == added else symbol
        if goes_on and _TO.fullmatch(text, at, found.start()):
            for number in range(int(last) + 1, min(int(found["number"]), int(last) + LONGEST_RANGE)):
                yield Reference(place, at, at, "", Type.DOCUMENT, f"{stem}/{what}.{number}")
        last = found["number"]
        at = found.end()
        yield Reference(place, found.start(), at, found[0], Type.DOCUMENT, f"{stem}/{what}.{last}{found['more'] or ''}")


def treaties(place: str, text: str, token: Token) -> Iterator[Reference]:
    """Treaties by volume and registration number; of several volumes of a number the first names the treaty.

    "vol. 2225, No. 39574, and vol. 2326, No. 39574" has two.

    >>> from unres.citations import find_in_text
    >>> text = "Treaty Series, vol. 2225, No. 39574, and vol. 2326, No. 39574"
    >>> [found.symbol for found in find_in_text(text).references]
    ['UNTS/2225/39574', 'UNTS/2326/39574']
    """
    series = "LNTS" if token.group("league") else "UNTS"
    first = token.span("first")[0]
    for found in _VOLUME.finditer(text, first, token.end):
        begin = token.start if found.start() == first else found.start()
        if not found["numbers"]:
            yield Reference(place, begin, token.end, text[begin : token.end], Type.TREATY)
            continue
        for number, member in enumerate(members(text, *found.span("numbers"), _NUMBER)):
            start = member.start if number else begin
            symbol = f"{series}/{found['volumes']}/{member.value}"
            yield Reference(place, start, member.end, text[start : member.end], Type.TREATY, symbol)


def marked_numbers(place: str, text: str, token: Token, noun: Token | None) -> Iterator[Reference]:
    """Resolutions and decisions whose number names their body: WHA58.5, 1/CP.21, CM/Res.1153 (XLVIII).

    African Union and Council of Europe resolutions have no symbol that is known here.

    >>> from unres.citations import find_in_text
    >>> text = "decision 1/CP.21, resolution WHA58.5 and resolution CM/Res.1153 (XLVIII)"
    >>> [(str(found.type), found.symbol) for found in find_in_text(text).references]
    [('decision', '1/CP.21'), ('resolution', 'WHA58.5'), ('resolution', None)]
    """
    words = text[token.start : token.end]
    symbol: str | None = canonical(words)
    if token.group("africa") or token.group("europe"):
        symbol = None
    decided = token.group("party") or token.group("opcw") or "Dec" in words
    kind = Type.DECISION if decided else Type.RESOLUTION
    start = noun.start if noun else token.start
    yield Reference(place, start, token.end, text[start : token.end], kind, symbol)


def filed(place: str, text: str, token: Token) -> Iterator[Reference]:
    """A document of an organization that files by committee and session: MSC 84/24/Add.1.

    >>> from unres.citations import find_in_text
    >>> [found.symbol for found in find_in_text("document MSC 84/24/Add.1").references]
    ['MSC84/24/Add.1']
    """
    words = text[token.start : token.end]
    yield Reference(place, token.start, token.end, words, Type.DOCUMENT, canonical(words))


def named_instruments(place: str, text: str, token: Token) -> Iterator[Reference]:
    """An instrument by its name; a name that only contains an instrument's has no target.

    >>> from unres.citations import find_in_text
    >>> [found.target for found in find_in_text("the Universal Declaration of Human Rights").references]
    ['A/RES/217(III)']
    >>> find_in_text("the Paris Agreement Partnership").references
    ()
    """
    words = text[token.start : token.end]
    instrument = names.by_instrument_name()[names.plain(words)]
    target = instrument.target
    short = names.plain(words) != names.plain(instrument.names[0])
    if target and not _longer(text, token, short):
        yield Reference(place, token.start, token.end, words, Type.INSTRUMENT, target=target)


def _longer(text: str, token: Token, short: bool) -> bool:
    """Whether a name is inside a longer one: its neighbours have capitals in the middle of a sentence.

    "Test-Ban Treaty Organization", "Connect 2030 Agenda"; "the United Nations Convention" is the Convention.
    A short name can also go on: "Universal Declaration on Cultural Diversity".
    """
    if _CAPITAL_BEHIND.match(text, token.end) or (short and _GOES_ON.match(text, token.end)):
        return True
    before = _CAPITAL_BEFORE.search(text, max(0, token.start - 40), token.start)
    return before is not None and before[1] not in ("Nations", "The")
