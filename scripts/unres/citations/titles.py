"""What a document is called: from its symbol to its full name in words.

In: a symbol as references have it. Out: its kind and name, ``General Assembly resolution 61/168``. Who
issues which symbols is said once, in ``citations/bodies.toml``.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from unres.citations.documents import type_of
from unres.citations.model import Type

_PLACEHOLDERS = {"number": r"(?P<number>.+)", "session": r"(?P<session>\d+)", "ordinal": r"(?P<ordinal>\d+)"}
_SERIES = {"UNTS": "United Nations", "LNTS": "League of Nations"}  # whose Treaty Series
# Numbers that name no series of documents: their form, what they number, and what all of them are together.
# How texts print them is in citations/kinds.toml, "printed".
_ALONE = re.compile(r"(?P<number>(?:\d+|[IVX]+)/\d+)")
_MARKED = (
    (_ALONE, Type.DECISION, "Decisions on biological diversity"),
    (re.compile(r"\d+/[A-Z]+\.\d+"), Type.DECISION, "Decisions of conferences of parties"),
    (re.compile(r"E?C-(?:[A-Z]+-)?\d+/DEC\.\d+"), Type.DECISION, "Decisions on chemical weapons"),
    (
        re.compile(r"[A-Z]+(?:-[A-Z]+)?\.\d+\(\d+\)"),
        Type.RESOLUTION,
        "Resolutions of the International Maritime Organization",
    ),
)


@lru_cache(maxsize=1)
def _issuers() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of symbols with what is issued under them, the more particular first."""
    text = files("unres.citations").joinpath("bodies.toml").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for body in tomllib.loads(text)["body"]:
        for kind in ("resolution", "decision"):
            for template in body.get(kind, {}).values():
                found.setdefault(template, f"{body['names'][0]} {kind}")
    ordered = sorted(found, key=len, reverse=True)
    return tuple((_pattern(template), found[template]) for template in ordered)


def _pattern(template: str) -> re.Pattern[str]:
    if template == "{number}":  # a number alone is nobody else's
        return _ALONE
    parts = re.split(r"\{(\w+)\}", template)
    return re.compile("".join(_PLACEHOLDERS[part] if at % 2 else re.escape(part) for at, part in enumerate(parts)))


def full_name(symbol: str, part: str | None = None) -> str:
    """The full name of what a symbol names; a symbol of no known kind is a ``document``.

    >>> full_name("A/RES/217(III)", "A"), full_name("CHARTER/2/4")
    ('General Assembly resolution 217 A (III)', 'Charter of the United Nations, Article 2, paragraph 4')
    """
    series, _, rest = symbol.partition("/")
    if series == "CHARTER":
        return _charter(rest)
    if series in _SERIES:
        volume, _, number = rest.partition("/")
        return f"{_SERIES[series]}, Treaty Series, vol. {volume}" + (f", No. {number}" if number else "")
    for pattern, name in _issuers():
        if found := pattern.fullmatch(symbol):
            numbers = found.groupdict()
            number = numbers.get("number") or f"{numbers['session']}/{numbers['ordinal']}"
            return f"{name} {_spaced(number, part)}"
    marked = (kind for form, kind, _ in _MARKED if form.fullmatch(symbol))
    return f"{next(marked, type_of(symbol)).capitalize()} {printed(symbol)}"


def series_of_number(symbol: str) -> str:
    """What the numbers of one form are together; empty for a symbol of a series.

    >>> series_of_number("1/CP.16"), series_of_number("A.1117(30)"), series_of_number("A/62/439")
    ('Decisions of conferences of parties', 'Resolutions of the International Maritime Organization', '')
    """
    return next((together for form, _, together in _MARKED if form.fullmatch(symbol)), "")


def printed(symbol: str) -> str:
    """A symbol as documents print it: ``A/CONF.157/24 (Part I)``; the Charter and treaties by their names.

    >>> printed("A/CONF.157/24(PartI)"), printed("A/RES/217(III)"), printed("GC(45)/RES/10")
    ('A/CONF.157/24 (Part I)', 'A/RES/217 (III)', 'GC(45)/RES/10')
    """
    if symbol.startswith(("CHARTER", *(f"{series}/" for series in _SERIES))):
        return full_name(symbol)
    if "(" not in symbol:
        return symbol
    # a blank stands before "(Part I)" and the year or session of a resolution, not in GC(45) or MSC.489(103)
    opened = re.sub(r"(?<=\w)\((?=[A-Z][a-z]|SUPP)|(?<=\d)\((?=\d{4}\)|(?:E?S-)?[IVXLC]+\)$)", " (", symbol)
    return re.sub(r"(?<=[a-z.])(?=[IVX\d]+\))", " ", opened)


def _spaced(number: str, part: str | None) -> str:
    """A number as it is written: ``217 A (III)``, ``51/45 J``."""
    plain, bracket, roman = number.partition("(")
    words = [plain, part or "", bracket + roman]
    return " ".join(word for word in words if word)


def _charter(rest: str) -> str:
    name = "Charter of the United Nations"
    if not rest:
        return name
    first, _, paragraph = rest.partition("/")
    if not first.isdigit():
        return f"{name}, Chapter {first}"
    return f"{name}, Article {first}" + (f", paragraph {paragraph}" if paragraph else "")
