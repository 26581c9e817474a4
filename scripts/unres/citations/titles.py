"""What a document is called: from its symbol to its full name in words.

In: a symbol as references have it. Out: its kind and name, ``General Assembly resolution 61/168``. Who
issues which symbols is said once, in ``citations/bodies.toml``.
"""

from __future__ import annotations

import re
from functools import cache

from unres.citations import names
from unres.citations.model import Type
from unres.symbols import Symbol

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


@cache
def _issuers() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of symbols with what is issued under them, the more particular first."""
    found: dict[str, str] = {}
    for body in names.bodies().values():
        for kind, templates in ((Type.RESOLUTION, body.resolution), (Type.DECISION, body.decision)):
            for template in templates.values():
                found.setdefault(template, f"{body.names[0]} {kind}")
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
    match Symbol(symbol).parts:
        case ("CHARTER", *place):
            return _charter(*place)
        case (series, volume, *registered) if series in _SERIES:
            return ", No. ".join([f"{_SERIES[series]}, Treaty Series, vol. {volume}", *registered])
    for pattern, name in _issuers():
        if found := pattern.fullmatch(symbol):
            numbers = found.groupdict()
            number = numbers.get("number") or f"{numbers['session']}/{numbers['ordinal']}"
            return f"{name} {_spaced(number, part)}"
    marked = (kind for form, kind, _ in _MARKED if form.fullmatch(symbol))
    return f"{next(marked, Symbol(symbol).kind).capitalize()} {Symbol(symbol).printed}"


def series_of_number(symbol: str) -> str:
    """What the numbers of one form are together; empty for a symbol of a series.

    >>> series_of_number("1/CP.16"), series_of_number("A.1117(30)"), series_of_number("A/62/439")
    ('Decisions of conferences of parties', 'Resolutions of the International Maritime Organization', '')
    """
    return next((together for form, _, together in _MARKED if form.fullmatch(symbol)), "")


def printed(symbol: str) -> str:
    """A symbol as documents print it; the Charter and treaties by their names.

    >>> printed("A/CONF.157/24(PartI)"), printed("CHARTER/2/4")
    ('A/CONF.157/24 (Part I)', 'Charter of the United Nations, Article 2, paragraph 4')
    """
    return full_name(symbol) if Symbol(symbol).parts[0] in ("CHARTER", *_SERIES) else Symbol(symbol).printed


def _spaced(number: str, part: str | None) -> str:
    """A number as it is written: ``217 A (III)``, ``51/45 J``."""
    plain, bracket, roman = number.partition("(")
    words = [plain, part or "", bracket + roman]
    return " ".join(word for word in words if word)


def _charter(first: str = "", *paragraph: str) -> str:
    article = f"Article {first}" if first.isdigit() else f"Chapter {first}" if first else ""
    within = f"paragraph {'/'.join(paragraph)}" if paragraph else ""
    return ", ".join(filter(None, ["Charter of the United Nations", article, within]))
