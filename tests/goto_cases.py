"""The cases of the go-to field (tests/data/goto.toml) with the address that the rules of Python give each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from samples import ROOT
from unres.collection import Collection, load, source_texts
from unres.symbols import Symbol


@dataclass(frozen=True)
class Case:
    """What is typed, on which resolution's page, and the address that it leads to; None if it is no citation."""

    name: str
    typed: str
    here: str
    address: str | None


@cache
def collection() -> Collection:
    """What the site of the browser tests holds."""
    texts = [ROOT / "resolution" / "62-160.md", *source_texts(ROOT / "tests" / "data" / "resolution")]
    return load(texts)[0]


def cases() -> list[Case]:
    """Every case; an address of the site begins at its root."""
    data = tomllib.loads((ROOT / "tests" / "data" / "goto.toml").read_text(encoding="utf-8"))
    held = collection()
    return [Case(row["name"], row["typed"], row.get("here", ""), _address(row, held)) for row in data["case"]]


def _address(row: dict[str, str], held: Collection) -> str | None:
    symbol = Symbol(row["symbol"])
    entry = held.entries.get(symbol.text)
    if not entry:
        return symbol.official if symbol.text else None
    if "label" in row:
        return f"{symbol}/{entry.places[row['label']].address}"
    return f"{symbol}/{row['page']}/" if "page" in row else f"{symbol}/"
