"""Whom a pronoun stands for: "encourages them to go on".

In: the text of a paragraph, the place of a verb and its pronoun, and who was asked before. Out: names printed in the
same paragraph: who was asked before, else the last of its number that is named before. None where none fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from unres.actions.lists import names
from unres.actions.model import Addressee
from unres.actions.names import ARTICLE, addressee, ends_name, has_mandate, is_name, named
from unres.actions.nouns import is_actor
from unres.actions.tables import around, by_verb, picking, worded

NEAR = 1200  # letters before a pronoun in which its name is sought
LONGEST_MANDATE = 200
LONGEST_MODIFIER = 40
PRONOUN = re.compile(
    r"(?:them|it|him|her)\b|(?:those|these)(?=\s(?:that|who|which|to|in|with|not|having|concerned)\b)|(?:both|the\slatter)(?=\sto\b)"
)
_WORD = re.compile(r"[^\s,;:.()]+")
_JOINERS = ("and", "or", "of", "for", "on", "the")
_MODIFIER = re.compile(r"\b[a-z]+[-\u2010\u2011][a-z]+\s\Z")  # of a name: "nuclear-weapon States"
_IN_CAPITALS = re.compile(
    r"\b[A-Z][\w\u2019-]*(?:\s(?:(?:of|for|on|and|the|to|against|with)\s){0,3}[A-Z][\w\u2019-]*){0,14}"
)
_LIST_END = re.compile(r"[,;]|\s(?:to|for|in|that|which|who|by|with|on|at|from|as|have|has|are|[a-z]+ing)\b|$")


_groups = partial(worded, "groups", r"\b(?:{})\b")
_persons = partial(worded, "persons", r"\b(?:{})\b")


def meant(text: str, start: int, pronoun: str, before: Sequence[Addressee]) -> list[Addressee]:
    """Whom a pronoun stands for.

    >>> text = "Notes the part of development banks and other donors, and encourages them to go on"
    >>> [one.words for one in meant(text, text.index("encourages"), "them", ())]
    ['development banks', 'other donors']
    """
    since = max(text.find(" "), start - NEAR)
    if pronoun in ("it", "him", "her"):
        return _one(text, since, start, person=pronoun != "it")
    if before and pronoun != "those":
        return list(before)
    groups = [*_groups().finditer(text, max(0, start - NEAR), start)]
    if pronoun == "those":
        return _group(text, groups[-1], start) if groups else []
    several = [word for word in _WORD.finditer(text, since, start) if word[0].endswith("s") and is_actor(word[0])]
    for last in groups[-1:] or several[-1:]:
        stop = _LIST_END.search(text, last.end(), start)
        return names(text, _leftmost(text, since, last.start()), stop.start() if stop else start)
    return []


def _group(text: str, group: re.Match[str], end: int) -> list[Addressee]:
    """A group with what belongs to its name: "States members of the Committee"."""
    stop = _LIST_END.search(text, group.end(), end)
    one = named(text, _with_modifier(text, group).start, stop.start() if stop else end)
    return [one] if one else []


def _one(text: str, since: int, start: int, *, person: bool) -> list[Addressee]:
    """The last body, or person, that is named: "the Special Rapporteur on the right to food"."""
    found = [name for name in _IN_CAPITALS.finditer(text, since, start) if is_name(name[0])]
    if not person:
        return [_with_modifier(text, name) for name in found[-1:]]
    for name in [name for name in found if _persons().search(name[0])][-1:]:
        comma = text.find(",", name.end(), min(start, name.end() + LONGEST_MANDATE))
        end = comma if comma > 0 and has_mandate(text[name.start() : comma]) else name.end()
        return [one] if (one := named(text, name.start(), end)) else []
    return []


def _with_modifier(text: str, name: re.Match[str]) -> Addressee:
    """A name with a word in small letters that belongs to it."""
    words = text[name.start() : name.end()]
    modifier = _MODIFIER.search(text, max(0, name.start() - LONGEST_MODIFIER), name.start())
    first = modifier.start() if modifier else name.start() + len(words) - len(ARTICLE.sub("", words))
    return addressee(text[first : name.end()], first)


def _leftmost(text: str, since: int, start: int) -> int:
    """Where the list of names begins that goes on at a place: at "Member" of "by Member States and other donors"."""
    words = [*_WORD.finditer(text, since, start)]
    while words:
        word, joiners = words.pop(), []
        if text[word.end() : start] not in (" ", ", "):
            break
        while words and word[0] in _JOINERS:
            joiners.append(word[0])
            word = words.pop()
        joined = word[0][0].isupper() or (joiners in (["and"], ["or"]) and _in_name(word[0]))
        if word[0] in _JOINERS or not (joined if joiners else _in_name(word[0])):
            break
        start = word.start()
    return start


def _in_name(word: str) -> bool:
    """Whether a word can stand inside of a name, before the one that it turns on."""
    if word[0].isupper() or is_actor(word):
        return True
    other = ends_name().fullmatch(word) or word in (*_JOINERS, *around("no_verb")) or word in by_verb()
    return bool(picking().match(f"{word} ")) or not (
        other or (word.endswith(("ing", "ed", "ly")) and word != "working")
    )
