"""The verbs of a paragraph whose subject is the Assembly.

In: the plain text of an operative paragraph and its opening words. Out: verbs with their spans and classes. The
first verb is the opening words as they are set apart in the print; a sub-paragraph can open with a verb of its own.
Further verbs stand behind a comma or an "and": "…, and requests the Secretary-General to". The subject of a verb
inside of a clause ("a network that trains women and supports schools") is another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from unres.actions.tables import ROOM, VerbClass, any_of, by_verb, classes
from unres.datafile import read_data


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the Assembly: its words, where they stand, and its class, None if it is not known."""

    words: str
    start: int
    end: int
    known: VerbClass | None
    main: str = ""


_QUOTED = re.compile(r"“[^”]*”")
_CLAUSE = re.compile(r"\b(?:that|which|who|whose|where|whereby)\b")
# "which, inter alia, requests": the subject of the verb is the pronoun's; in "expand it, requests" it is not
_PRONOUN = re.compile(r"\b(?:which|who|that|(?:it|he|she|they)(?=,|\s))(?:,\s[^,;]{1,60}|\s\w+ly)?$")


@cache
def _phrase() -> re.Pattern[str]:
    """A verb with the adverbs before it and what belongs to it behind."""
    table = read_data(ROOM, "verbs.toml")
    adverbs, nouns = any_of(table["adverbs"]["words"]), table["complements"]
    verb, feelings = any_of(by_verb()), any_of(nouns["expresses"])
    return re.compile(
        rf"""
        (?P<adverbs> (?: (?:{adverbs}) \s )* )
        (?: (?P<main> {verb} ) \b | (?P<continues> continues\sto\s\w+ )
          | (?P<feels> remains\s(?:\w+ly\s)?(?:{any_of(table["remains"]["words"])})\b )
          | remains\s(?:seized|of\sthe\sview) )
        (?: (?<=expresses) (?:\s(?:its|the))? (?:\s(?!(?:{feelings})\b)[\w-]+){{0,3}}? \s(?:{feelings})\b
          | (?:(?<=reiterates)|(?<=reaffirms)|(?<=renews)|(?<=restates)|(?<=repeats)) \s(?:its|the) (?:\s\w+){{0,2}}?
            \s(?P<again> {any_of(nouns["again"])} )\b (?:\s(?:upon|for)\b)?
          | \swith (?:\s\w+){{0,2}}? \s(?:{any_of(nouns["with"])})\b
          | \sand (?:\s(?:{adverbs}))* \s(?:{verb})\b
        )?
        """,
        re.VERBOSE,
    )


@cache
def _further() -> re.Pattern[str]:
    """What parts a further verb from the words before it: a comma, an "and", and words that link."""
    table = read_data(ROOM, "verbs.toml")
    links, aside = any_of(table["links"]["words"]), any_of(table["aside"]["words"])
    asking = any_of(verb for row in classes() if row.asks != "nobody" for verb in row.verbs)
    return re.compile(
        rf"""(?P<sign> (?:[,;]\s|\b) and\s | [,;]\s ) (?: (?:{links}) ,?\s )*
        (?: (?:{aside}) (?:\s[\w\u2019-]+){{1,10}}? \s(?=(?:{asking})\s) )?
        (?={_phrase().pattern})""",
        re.VERBOSE,
    )


@cache
def _noun() -> re.Pattern[str]:
    """What follows a verb that is meant as a noun: "requests for assistance", "mandates, the Office"."""
    before = any_of(read_data(ROOM, "verbs.toml")["nouns"]["before"])
    return re.compile(rf"\s (?:{before}) \b | [.;)] | , (?! \s(?:in|as|inter|to|once)\b )", re.VERBOSE)


def verbs(text: str, lead: str) -> list[Verb]:
    """The verbs of a paragraph in reading order."""
    first = _first(text, lead)
    found = [first] if first else []
    found += _others(text, first.end if first else 0)
    return found


def _first(text: str, lead: str) -> Verb | None:
    """The opening words; without any, a verb at the very start."""
    if lead:
        match = _phrase().search(lead[0].lower() + lead[1:])
        known, main = _known(match) if match else (None, "")
        return Verb(lead, 0, len(lead), known, main)
    match = _phrase().match(text[:1].lower() + text[1:])
    if not match or not text[:1].isupper() or _is_noun(text, match):
        return None
    known, main = _known(match)
    return Verb(text[: match.end()], 0, match.end(), known, main)


def _others(text: str, start: int) -> Iterator[Verb]:
    """The verbs behind the first; ``text`` is without what is quoted."""
    bare = _QUOTED.sub(lambda quoted: "“" + "x" * (len(quoted[0]) - 2) + "”", text)
    since = start
    for found in _further().finditer(bare, start):
        match = _phrase().match(bare, found.end())
        if match is None or match.start() < since or _is_noun(bare, match) or not _is_ours(bare, since, found, match):
            continue
        known, main = _known(match)
        yield Verb(text[match.start() : match.end()], match.start(), match.end(), known, main)
        since = match.end()


def _is_ours(text: str, since: int, found: re.Match[str], match: re.Match[str]) -> bool:
    """Whether the subject is the Assembly: the words before are no clause with a subject of its own."""
    if _PRONOUN.search(text, max(since, found.start() - 80), found.start()):
        return False
    known, main = _known(match)
    guarded = known is not None and main in known.guarded
    if found["sign"] == "and " or guarded:
        return not _CLAUSE.search(text, since, found.start())
    return True


def _is_noun(text: str, match: re.Match[str]) -> bool:
    return match["main"] in read_data(ROOM, "verbs.toml")["nouns"]["verbs"] and bool(_noun().match(text, match.end()))


def _known(match: re.Match[str]) -> tuple[VerbClass | None, str]:
    """The class of a phrase and its verb; "reiterates its request" is a request, "continues to urge" urges."""
    if match["again"]:
        return _class(read_data(ROOM, "verbs.toml")["complements"]["again"][match["again"]]), match["main"]
    if match["feels"]:
        return by_verb()["expresses"], "expresses"
    if match["continues"]:
        base = match["continues"].rpartition(" ")[2]
        main = next((form for form in (f"{base}s", f"{base}es") if form in by_verb()), "")
    else:
        main = match["main"] or "decides"
    return by_verb().get(main), main


def _class(name: str) -> VerbClass:
    return next(row for row in classes() if row.name == name)
