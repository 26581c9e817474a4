"""Names as data: the bodies that adopt resolutions, and the instruments cited without a number.

In: ``bodies.toml`` and ``instruments.toml``. Out: values that look up a name as printed, and one
pattern for many names, whose time does not depend on how many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from unres.datafile import read_data


@dataclass(frozen=True, slots=True)
class Body:
    """A body whose resolutions are cited.

    Attributes:
        id: its name here.
        names: how it is named in full; ``short`` are names it shares with others ("the Council").
        resolution: symbols by form of number; ``decision`` likewise.
        sessions: first and last session by form, where the form does not tell.
        years: first and last year of numbers such as 2005/54.
        opened: year and month of session 1, months between sessions, and slack in months.
        files: a pattern that the symbols of its reports begin with; resolutions in them are its own.
    """

    id: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    source: str
    resolution: Mapping[str, str]
    decision: Mapping[str, str]
    sessions: Mapping[str, list[int]] = field(default_factory=dict)
    years: tuple[int, int] | None = None
    opened: Mapping[str, int] = field(default_factory=dict)
    files: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    """A named instrument: its names, the document that holds it, and where that is stated."""

    names: tuple[str, ...]
    target: str
    source: str


@cache
def bodies() -> dict[str, Body]:
    """The bodies by their id, in the order of the file."""
    found = {}
    for row in read_data("unres.citations", "bodies.toml")["body"]:
        years = row.get("years")
        lists = {key: tuple(row[key]) for key in ("names", "short")}
        found[row["id"]] = Body(**{**row, **lists, "years": tuple(years) if years else None})
    return found


@cache
def body_heads() -> frozenset[str]:
    """Words that mark the name of some body."""
    return frozenset(read_data("unres.citations", "bodies.toml")["others"]["heads"])


@cache
def participles() -> frozenset[str]:
    """Words such as "Governing", which open a name and not a paragraph."""
    return frozenset(read_data("unres.citations", "bodies.toml")["others"]["participles"])


@cache
def by_full_name() -> dict[str, str]:
    """Ids of bodies by their full names."""
    return {name: body.id for body in bodies().values() for name in body.names}


@cache
def by_short_name() -> dict[str, tuple[str, ...]]:
    """Ids of the bodies that share a short name."""
    found: dict[str, tuple[str, ...]] = {}
    for body in bodies().values():
        for name in body.short:
            found[name] = (*found.get(name, ()), body.id)
    return found


def body_names() -> list[str]:
    """Every name of a body, full and short."""
    return [*by_full_name(), *by_short_name()]


@cache
def instruments() -> tuple[Instrument, ...]:
    """The registry of named instruments."""
    rows = read_data("unres.citations", "instruments.toml")["instrument"]
    return tuple(Instrument(tuple(row["names"]), row["target"], row["source"]) for row in rows)


@cache
def by_instrument_name() -> dict[str, Instrument]:
    """Instruments by each of their names, in the spelling of ``plain``."""
    return {plain(name): instrument for instrument in instruments() for name in instrument.names}


def instrument_names() -> list[str]:
    """Every name of an instrument."""
    return list(by_instrument_name())


def plain(name: str) -> str:
    """A name as it is looked up: single blanks, plain hyphens and apostrophes.

    >>> plain("Human\\nRights Council\u2019s")
    "Human Rights Council's"
    """
    name = re.sub(r"\s+", " ", name)
    return re.sub("[\u2010\u2011]", "-", name).replace("\u2019", "'")


def pattern(names: Iterable[str]) -> str:
    """A pattern (verbose) that matches the longest of the names at a place.

    Names share their beginnings as in a tree, so that each character of the text is looked at once
    however many names there are.

    >>> found = re.compile(pattern(["Security Council", "Council"]), re.VERBOSE)
    >>> [match[0] for match in found.finditer("the Council, the Security\\xa0Council and a Councillor")]
    ['Council', 'Security\\xa0Council']
    """
    tree: dict[str, Any] = {}
    for name in names:
        node = tree
        for character in name:
            node = node.setdefault(character, {})
        node[""] = {}
    return rf"(?<![\w-]){_branch(tree)}(?![\w\u2010\u2011-])"


_PRINTED = {" ": r"\s", "-": "[-\u2010\u2011]", "'": "['\u2019]", "\u2019": "['\u2019]"}


def _branch(node: dict[str, Any]) -> str:
    """The pattern of one node of the tree, longest names first."""
    text = ""
    while len(node) == 1:
        [(character, node)] = node.items()
        if not character:
            return text
        text += _PRINTED.get(character, re.escape(character))
    ways = [_PRINTED.get(c, re.escape(c)) + _branch(below) for c, below in node.items() if c]
    if not ways:
        return text
    return f"{text}(?:{'|'.join(ways)}){'?' if '' in node else ''}"
