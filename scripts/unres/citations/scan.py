"""Cuts a text into the words that matter for references, in one pass.

In: a text. Out: tokens with spans into it, in reading order, not overlapping. What a token is comes
from ``kinds.toml``; names of bodies and instruments come from their own lists. Nothing is decided
here: a number is a number, whoever's it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from unres.citations import names
from unres.datafile import read_data
from unres.dates import MONTHS

BODY = "body"
INSTRUMENT = "instrument"


@dataclass(frozen=True, slots=True)
class WordKind:
    """A kind of words: its name, its pattern, and texts in which it stands and does not."""

    name: str
    about: str
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, str], ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """Words of one kind. ``match`` has the groups of the kind's pattern, None for names."""

    kind: str
    start: int
    end: int
    match: re.Match[str] | None = None

    def group(self, name: str) -> str:
        """The words of a group, empty if it took no part."""
        return (self.match[name] or "") if self.match else ""

    def span(self, name: str) -> tuple[int, int]:
        """Where the words of a group stand."""
        return self.match.span(name) if self.match else (self.start, self.end)


@cache
def kinds() -> tuple[WordKind, ...]:
    """The kinds of ``kinds.toml``, in the order in which they are tried."""
    table = read_data("unres.citations", "kinds.toml")
    fragments = {"MONTH": "|".join(MONTHS)}
    for name, pattern in table["fragments"].items():
        fragments[name] = _expand(pattern, fragments)
    return tuple(
        WordKind(
            name=kind["name"],
            about=kind["about"],
            pattern=re.compile(_expand(kind["pattern"], fragments), re.VERBOSE),
            examples=tuple((text, words) for text, words in kind["examples"]),
            counter_examples=tuple(kind["counter_examples"]),
        )
        for kind in table["kind"]
    )


def _expand(pattern: str, fragments: dict[str, str]) -> str:
    """Puts fragments, which are complete themselves, in the place of their names."""
    return re.sub(r"<([A-Z]+)>", lambda match: f"(?:{fragments[match[1]]})", pattern)


@cache
def _by_name() -> dict[str, re.Pattern[str]]:
    return {kind.name: kind.pattern for kind in kinds()}


@cache
def _everything() -> re.Pattern[str]:
    """One pattern that stops at every token; the groups inside the kinds have lost their names."""
    parts = [_named(INSTRUMENT, names.pattern(names.instrument_names()))]
    parts += [_named(kind.name, re.sub(r"\(\?P<\w+>", "(?:", kind.pattern.pattern)) for kind in kinds()]
    parts += [_named(BODY, names.pattern(names.body_names()))]
    gate = read_data("unres.citations", "kinds.toml")["gate"]
    return re.compile(f"{gate}(?:{'|'.join(parts)})", re.VERBOSE)


def _named(name: str, pattern: str) -> str:
    return f"(?P<{name.replace('-', '_')}>{pattern}\n)"


def scan(text: str) -> Iterator[Token]:
    """Every token of a text, in one pass over it.

    >>> text = "paragraph 3 of General Assembly resolution 61/168 of 19 December 2006"
    >>> [(token.kind, text[token.start : token.end]) for token in scan(text)][:3]
    [('paragraphs', 'paragraph 3'), ('body', 'General Assembly'), ('noun', 'resolution')]
    """
    patterns = _by_name()
    for found in _everything().finditer(text):
        kind = (found.lastgroup or "").replace("_", "-")
        own = patterns.get(kind)
        yield Token(kind, found.start(), found.end(), own.match(text, found.start()) if own else None)


def between(text: str, one: Token, other: Token) -> str:
    """The words between two tokens."""
    return text[one.end : other.start]
