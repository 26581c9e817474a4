"""What is the name of somebody, and where it ends.

In: a stretch of words. Out: the name without its article and what only qualifies it. A name turns on a noun for those
who can act, the last before what follows it: "relevant *entities* of the United Nations system that have not done so"
is named "relevant entities of the United Nations system". A proper name alone is a name too: a country's.
"""

from __future__ import annotations

import re
from functools import cache, partial

from unres.actions.model import Addressee
from unres.actions.nouns import can_act, is_actor, is_thing
from unres.actions.tables import any_of, around, worded

ARTICLE = re.compile(r"^(?:[Tt]he|an?)\s+")
_WORD = re.compile(r"[^\s,;:.()]+")
_PROPER = re.compile(r"[A-Z][\w\u2019\u2011-]*(?:\s(?:(?:of|the|and|for)\s){0,2}[A-Z][\w\u2019\u2011-]*){0,6}")
_OPENS = ("that", "such")  # before a noun they pick some, behind it they qualify: "that State", "a State that"


# A word that can stand behind the one that a name turns on and is no part of it
ends_name = partial(worded, "follows", "{}")
_qualifying = partial(worded, "qualifying", r"{}|\w+(?:ed|ing|ly)")
_kept = partial(worded, "kept", r"\s(?:{}|with(?=\s[A-Z]))\s|\s\(")


@cache
def _qualifies() -> re.Pattern[str]:
    with_name = r"(?:[A-Z]|re(?:gard|spect)\sto\sthe\s[A-Z])"
    at_stage = r"at\s(?!(?:the\s)?[A-Z])"
    return re.compile(
        rf"\s(?:(?:{any_of(around('qualifies'))}|with(?!\s{with_name})|\w+ed(?=\sby)|working(?!\sgroup))\b|{at_stage})"
    )


# The end of words, or a whole name, that say what somebody is for in small letters
_mandate = partial(worded, "mandated", r"\b(?:{})\b[^,;]*?\son\s(?:the\s)?(?!the\s)[a-z]")


_ALSO = re.compile(r"\s(?:and|or)\s(?P<noun>[a-z]+s)(?=\s(?:of|in|for|that|which|within)\b|$)")
_PARTICIPLE = re.compile(r"[a-z]+(?:ed|ing)")
_MANDATE_END = re.compile(r"\s(?:that|which|who|whose|within|as)\b")


def is_name(words: str) -> bool:
    """Whether words have one that a name turns on, before what follows it."""
    return _head(words) is not None


def is_proper(words: str) -> bool:
    """Whether words are a proper name alone, as of a country: "the Islamic Republic of Iran"."""
    words = ARTICLE.sub("", words.strip())
    return _PROPER.fullmatch(words) is not None and not is_thing(words.partition(" of ")[0].split()[-1])


def is_open(words: str) -> bool:
    """Whether words end in a thing behind a name: "stakeholders in the information" and technology sector.

    >>> [is_open(words) for words in ("donors in the information", "bodies of the United Nations", "donors")]
    [True, False, False]
    """
    head = _head(words)
    last = words.rsplit(maxsplit=1)[-1] if words else ""
    return head is not None and words[head[1] :].count(" ") > 1 and last.islower() and not can_act(last)


def has_mandate(words: str) -> bool:
    """Whether words end in what somebody is for: "the Special Rapporteur on the right to light"."""
    return _mandate().search(words) is not None


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
    if own.islower() and (also := _ALSO.match(words, at)) and is_thing(also["noun"]):
        at = also.end("noun")  # "regional organizations *and processes*"
    tail = words[at:] if _kept().match(words, at) else ""
    ends = _MANDATE_END if _mandate().match(words, head[1] - len(own)) else _qualifies()
    if qualified := ends.search(tail):
        tail = tail[: qualified.start()]
    return addressee((words[:at] + tail).rstrip(" ,"), first)


def addressee(words: str, start: int) -> Addressee:
    """An addressee by words that stand at an offset; a hyphen that does not break is a hyphen."""
    return Addressee(words.replace("\u2011", "-"), "", start, start + len(words))


def _head(words: str) -> tuple[str, int] | None:
    """The word that a name turns on and where it ends: the last of those before what follows the name."""
    found, last = None, None
    for word in _WORD.finditer(words):
        if is_actor(word[0]):
            found = word
        elif ends_name().fullmatch(word[0]) and not (word.start() == 0 and word[0] in _OPENS):
            break
        elif found and not goes_on(words, word.start()):
            if _qualifying().fullmatch(word[0]):
                break
            if not can_act(word[0]):
                return None  # "Member States efforts", "the United Nations Educational"
            found = word
        elif last and not found and _PARTICIPLE.fullmatch(word[0]) and (can_act(last[0]) or is_thing(last[0])):
            break  # "online platforms concerned", "efforts involving States"
        last = word
    if found is None and last and can_act(last[0]):
        found = last
    return (found[0], found.end()) if found else None


def goes_on(words: str, start: int) -> bool:
    """Whether the name goes on to another word that it can turn on, before what follows a name."""
    for word in _WORD.finditer(words, start):
        if ends_name().fullmatch(word[0]):
            return False
        if is_actor(word[0]):
            return True
    return False
