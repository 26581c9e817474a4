"""What is the name of somebody, and where it ends.

In: a stretch of words. Out: the name without its article and what only qualifies it. A name turns on a word of the
list in ``actors.toml``: "relevant *entities* of the United Nations system that have not done so" is named
"relevant entities of the United Nations system". A proper name alone is a name too: a country's.
"""

from __future__ import annotations

import re
from functools import cache

from unres.actions.model import Addressee
from unres.actions.tables import any_of, around, heads

ARTICLE = re.compile(r"^(?:[Tt]he|an?)\s+")
_WORD = re.compile(r"[^\s,;:.()]+")
_PROPER = re.compile(r"[A-Z][\w\u2019\u2011-]*(?:\s(?:(?:of|the|and|for)\s){0,2}[A-Z][\w\u2019\u2011-]*){0,6}")
_PLACE = re.compile(r"\s(?:in|at)\s(?!(?:the\s)?[A-Z])")
_GROUPS = ("States", "Governments", "Parties")


@cache
def _follows() -> re.Pattern[str]:
    return re.compile(any_of(around("follows")))


@cache
def _qualifying() -> re.Pattern[str]:
    return re.compile(rf"{any_of(around('qualifying'))}|\w+(?:ed|ing|ly)")


@cache
def _kept() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(around('kept'))}|with(?=\s[A-Z]))\s|\s\(")


@cache
def _qualifies() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(around('qualifies'))}|with(?!\s[A-Z]))\b")


@cache
def _known() -> frozenset[str]:
    return heads("sharing") | heads("alone")


def is_name(words: str) -> bool:
    """Whether words have one that a name turns on, before what follows it."""
    return _head(words) is not None


def is_proper(words: str) -> bool:
    """Whether words are a proper name alone, as of a country: "the Islamic Republic of Iran"."""
    return _PROPER.fullmatch(ARTICLE.sub("", words.strip())) is not None


def named(text: str, first: int, last: int) -> Addressee | None:
    """The name in a stretch, without article and qualifiers; None if nobody is named."""
    words = text[first:last]
    if article := ARTICLE.match(words):
        first += article.end()
        words = words[article.end() :]
    head = _head(words)
    if head is None:
        return addressee(words.strip(), first) if is_proper(words) else None
    own, at = head
    tail = words[at:] if _kept().match(words, at) else ""
    if qualified := _qualifies().search(tail):
        tail = tail[: qualified.start()]
    if own[0].islower() or own in _GROUPS:
        tail = _PLACE.split(tail)[0]
    return addressee((words[:at] + tail).rstrip(" ,"), first)


def addressee(words: str, start: int) -> Addressee:
    """An addressee by words that stand at an offset; a hyphen that does not break is a hyphen."""
    return Addressee(words.replace("\u2011", "-"), "", start, start + len(words))


def several_before(text: str, start: int, end: int) -> list[Addressee]:
    """The last name of several before a place in a text: "development banks" of "the part of development banks"."""
    words = list(_WORD.finditer(text, start, end))
    at = next((n for n in reversed(range(len(words))) if words[n][0] in _known() and words[n][0].endswith("s")), 0)
    first = at
    while (
        first > 1 and text[words[first - 1].end() : words[first].start()] == " " and _goes_before(words[first - 1][0])
    ):
        first -= 1
    return [addressee(text[words[first].start() : words[at].end()], words[first].start())] if at else []


def _goes_before(word: str) -> bool:
    """Whether a word can be part of the name behind it."""
    return not (_follows().fullmatch(word) or word in (*around("no_verb"), "and", "or") or word.endswith("ing"))


def _head(words: str) -> tuple[str, int] | None:
    """The word that a name turns on and where it ends: the last of those before what follows the name."""
    found = None
    for word in _WORD.finditer(words):
        own = word[0].replace("\u2011", "-")
        if own in _known() or own.rpartition("-")[2] in _known():
            found = word
        elif _follows().fullmatch(own):
            break
        elif found and not goes_on(words, word.start()):
            if _qualifying().fullmatch(own):
                break
            return None  # "Member States efforts", "the United Nations Educational"
    return (found[0], found.end()) if found else None


def goes_on(words: str, start: int) -> bool:
    """Whether the name goes on to another word that it can turn on, before what follows a name."""
    for word in _WORD.finditer(words, start):
        if _follows().fullmatch(word[0]):
            return False
        if word[0] in _known():
            return True
    return False
