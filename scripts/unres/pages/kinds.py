"""What a cited document is among all: the series of its symbol, and the kind that the series belongs to.

In: a symbol. Out: names, by which the index of cited documents is divided, so that each page stays small.
"""

from __future__ import annotations

import re

from unres.citations.titles import series_of_number
from unres.symbols import Symbol

VOLUMES = 500
_NAMED = {"CHARTER": "Charter of the United Nations", "LNTS": "League of Nations Treaty Series"}
# The opening of a symbol, the more particular first, and what all that opens so is
KINDS = (
    ("A/RES/", "Resolutions of the General Assembly"),
    ("S/", "Security Council"),
    ("E/", "Economic and Social Council"),
    ("A/HRC/", "Human Rights Council"),
    ("A/DEC/", "Decisions of the General Assembly"),
    ("A/", "Documents of the General Assembly"),
    ("CHARTER", "Charter of the United Nations"),
    ("UNTS/", "Treaties"),
    ("LNTS/", "Treaties"),
    ("", "Other bodies and organizations"),
)


def kind_of(symbol: str) -> str:
    """What a symbol's documents are.

    >>> [kind_of(symbol) for symbol in ("A/RES/61/168", "A/HRC/RES/5/1", "A/62/439", "WHA58.5")]  # doctest: +ELLIPSIS
    ['Resolutions of the General Assembly', 'Human Rights Council', 'Documents of the General Assembly', 'Other ...']
    """
    return next(name for opening, name in KINDS if symbol.startswith(opening))


def group_of(symbol: str) -> str:
    """The series of a symbol, cut by session, decade or volume where there are many.

    >>> [group_of(symbol) for symbol in ("A/RES/61/168", "S/RES/1325(2000)", "UNTS/2153/37605")]
    ['A/RES/61', 'S/RES, 2000–2009', 'Treaty Series, volumes 2000–2499']
    """
    if year := Symbol(symbol).year:
        return f"{'/'.join(Symbol(symbol).parts[:2])}, {year // 10 * 10}–{year // 10 * 10 + 9}"
    match Symbol(symbol).parts:
        case ("A", "RES" | "DEC" as series, session, _, *_) if session.isdigit():
            return f"A/{series}/{session}"
        case ("A", "RES", number, *_):
            return "A/RES, other sessions" if number.startswith(("S-", "ES-")) else "A/RES before 1976"
        case (named, *_) if named in _NAMED:
            return _NAMED[named]
        case ("UNTS", volume, *_):
            return _volumes(volume)
        case ("A" | "S" | "E" as first, second, *_):
            organ = re.sub(r"(?<=PV|SR)\.\d+$", "", second)
            return f"{first}/{organ}" if first == "A" or not organ[:1].isdigit() else first
    return _of_others(symbol)


def _volumes(volume: str) -> str:
    """The Treaty Series by five hundred volumes."""
    if not volume.isdigit():
        return "Treaty Series"
    first = int(volume) // VOLUMES * VOLUMES
    return f"Treaty Series, volumes {max(first, 1)}–{first + VOLUMES - 1}"


def _of_others(symbol: str) -> str:
    """Bodies whose numbers name no series, and organizations by the letters that open their symbols."""
    if together := series_of_number(symbol):
        return together
    opening = re.match(r"[A-Z]+(?:-[A-Z]+)*", symbol)
    return opening[0] if opening else "Other numbers"
