"""Who is asked: the names behind a verb that asks.

In: the text of a paragraph and a verb in it, with the place where the next verb begins. Out: addressees with their
spans. "Calls upon Member States and, as appropriate, donors in a position to do so, to give" asks two. A pronoun
stands for a name before it in the paragraph. "Stresses that States should" asks nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from unres.actions.lists import names
from unres.actions.model import Addressee
from unres.actions.names import addressee, goes_on, is_name, is_proper, named, several_before
from unres.actions.tables import any_of, around
from unres.actions.verbs import Verb

LONGEST_SUBJECT = 240  # letters
LONGEST_ARTICLE = 4
LONGEST_MODIFIER = 40
NEAR = 1200  # letters before a pronoun in which its name is sought
# words between the verb and the name
_OPENING = re.compile(
    r"""[\s,]* (?: (?:also|further|once\sagain|inter\salia|in\sth(?:is|at)\s(?:regard|context|connection|respect)
    |to\sth(?:is|at)\send|in\sparticular|as\sappropriate)\b[\s,]* )*""",
    re.VERBOSE,
)
# "Reiterates the request to the Commission to", "its previous requests to"
_AGAIN = re.compile(
    r"\s(?:its|the)(?:\s\w+){0,2}?\s(?:requests?|calls?|appeals?|invitation|recommendation|demand)\s(?:to|upon|on)\s"
)
_AGAIN_VERBS = ("reiterates", "reaffirms", "renews", "restates", "repeats")
_THAT = re.compile(r"(?:\s(?:its|the)\s\w+)?\sthat\s")
_BEFORE_NAME = {
    "upon": re.compile(r"(?:\s(?:up)?on)?(?=[\s,])"),
    "to": re.compile(r"(?:\sto)?(?=[\s,])"),
    "again": re.compile(r"(?:\s(?:to|upon|on))?(?=[\s,])"),
    "object": re.compile(r"(?=[\s,])"),
    "that": _THAT,
}
_ATTENTION = re.compile(r"\sto\sthe\sattention\sof\s|(?<=\w)\sto\s(?=(?:\w+\s){1,12}for\sappropriate\saction)")
_ATTENTION_END = re.compile(r"\sfor\s(?:appropriate|their|its|consideration|action|use|possible)|,\swithout\b|[;.]|$")
_ASKED = re.compile(r"\bto\s|[:;]")
_ASKED_OR_FOR = re.compile(r"\bto\s|\bfor\s|[:;]")
_BASE = re.compile(r"(?:\w+ly\s|also\s|further\s)*[a-z][a-z-]+\b")
_DONE = re.compile(r"to\s(?:do\sso|date)\b")
_DONE_AT_LAST = re.compile(r"to\sdo\sso(?:[,;.:]|$|\s(?:in|on|by|as|with|at|when|if|and)\b)")
# what ends the subject of a clause: an aside, adverbs, and the verb
_SUBJECT_END = re.compile(r"(?=(?:,[^,;]{1,80},)?\s(?:(?:\w+ly|also|not|further)\s)*(?P<verb>[a-z]+)\b)(?=[\s,])")
_INFLECTED = re.compile(r"\w*(?:[^s]s|ed|ing)")
_SECOND_GROUP = re.compile(r",\s(?:and|as\swell\sas)\s(?P<name>(?:[\w-]+\s){1,7}?)to\s(?=[a-z])")
_PRONOUN = re.compile(
    r"(?:them|it|him|her)\b|(?:those|these)(?=\s(?:that|who|which|to|in|with|not|having|concerned)\b)|(?:both|the\slatter)(?=\sto\b)"
)
_MODIFIER = re.compile(r"\b[a-z]+[-\u2010\u2011][a-z]+\s\Z")  # of a name: "nuclear-weapon States"
_RIGHTS = re.compile(r"\bthe\s(?:human\s)?rights\s\Z")  # "the human rights to water", not "of human rights to go on"
_MANDATE = re.compile(r"\s(?:on|for)\s[^,;:]{1,160}(?=,)")
_IN_CAPITALS = re.compile(
    r"\b[A-Z][\w\u2019-]*(?:\s(?:(?:of|for|on|and|the|to|against|with)\s){0,3}[A-Z][\w\u2019-]*){0,14}"
)


@cache
def _word(kind: str) -> re.Pattern[str]:
    """A word of a list in ``actors.toml``."""
    return re.compile(rf"(?:{any_of(around(kind))})\b")


def addressees(
    text: str, verb: Verb, end: int, before: Sequence[Addressee], shares: bool = False
) -> tuple[list[Addressee], bool]:
    """Who is asked by a verb, and whether somebody seems to be asked whose name was not understood.

    Args:
        text: of the paragraph.
        verb: the verb.
        end: where its words end, and the next verb begins.
        before: who was asked before in the paragraph, for a pronoun.
        shares: whether the next verb asks too: "urges States, and invites donors, to give" asks both to give.
    """
    start = _object(text, verb, end)
    if start is None:
        return [], False
    stop, asks = _stop(text, start, end, verb)
    if pronoun := _PRONOUN.match(text, start, end):
        found = _meant(text, verb.start, pronoun[0], before) if asks else []
        return found, asks and not found
    if not asks and not (shares and stop == end):
        return [], False
    found = list(names(text, start, stop))
    if not found or (not asks and found[0].start - start > LONGEST_ARTICLE):
        return [], False
    return [*found, *_second_group(text, stop, end)], False


def _object(text: str, verb: Verb, end: int) -> int | None:
    """Where the words begin that say who is asked; None where nobody is."""
    if again := _AGAIN.match(text, verb.end, end):
        return again.end() if verb.main in _AGAIN_VERBS else None
    asks = verb.known.asks if verb.known else "nobody"
    if asks == "attention":
        found = _ATTENTION.search(text, verb.end, end)
        return found.end() if found else None
    if asks == "nobody":
        return None
    if asks == "object" or verb.main in _AGAIN_VERBS:
        kind = "that" if _THAT.match(text, verb.end, end) else "object" if verb.main not in _AGAIN_VERBS else "again"
    else:
        kind = asks
    prefix = _BEFORE_NAME[kind].match(text, verb.end, end)
    opening = _OPENING.match(text, prefix.end(), end) if prefix else None
    return opening.end() if opening else None


def _stop(text: str, start: int, end: int, verb: Verb) -> tuple[int, bool]:
    """Where the names end, and whether something is asked: before "to continue", or before the colon of a list."""
    if verb.known and verb.known.asks == "attention":
        found = _ATTENTION_END.search(text, start, end)
        return (found.start() if found else end), True
    if _THAT.match(text, verb.end, start):
        return _subject_end(text, start, end)
    for found in (_ASKED_OR_FOR if verb.main == "appeals" else _ASKED).finditer(text, start, end):
        if found[0] in ":;":
            return found.start(), found[0] == ":"
        if found[0] == "for " or _is_infinitive(text, found):
            return found.start(), True
    return end, False


def _is_infinitive(text: str, found: re.Match[str]) -> bool:
    """Whether a "to" opens what is asked: not "to the Convention", not "in a position to do so"."""
    if _word("no_verb").match(text, found.end()) or not _BASE.match(text, found.end()):
        return False
    if _DONE.match(text, found.start()) and not _DONE_AT_LAST.match(text, found.start()):
        return False
    if _RIGHTS.search(text, max(0, found.start() - LONGEST_MODIFIER), found.start()):
        return False
    before = text[max(0, found.start() - 24) : found.start()].split()
    return not before or before[-1] not in around("ready")


def _subject_end(text: str, start: int, end: int) -> tuple[int, bool]:
    """The end of a subject before a verb in its bare form: "that the Council consider", "that all parties stop"."""
    for found in _SUBJECT_END.finditer(text, start, min(end, start + LONGEST_SUBJECT)):
        words, verb = text[start : found.start()], found["verb"]
        if words.endswith("Nations") and goes_on(text, found.start("verb")):
            continue  # "the United Nations system"
        if (is_name(words) or is_proper(words)) and verb not in around("follows") and verb not in ("and", "or"):
            return found.start(), not _INFLECTED.fullmatch(verb) and verb not in around("no_action")
    return start, False


def _second_group(text: str, stop: int, end: int) -> Iterator[Addressee]:
    """A second group with its own request: "…, and States parties to consider"."""
    for match in _SECOND_GROUP.finditer(text, stop, end):
        words = match["name"].strip()
        if any(_word("follows").fullmatch(word) for word in words.split()) or _word("no_verb").match(text, match.end()):
            continue
        if one := named(text, match.start("name"), match.start("name") + len(words)):
            yield one


def _with_mandate(text: str, name: re.Match[str], end: int) -> Addressee:
    """A person's title with what it is for, up to the next comma: "Special Rapporteur on the right to food"."""
    mandate = _MANDATE.match(text, name.end(), end)
    return addressee(text[name.start() : mandate.end() if mandate else name.end()], name.start())


def _meant(text: str, start: int, pronoun: str, before: Sequence[Addressee]) -> list[Addressee]:
    """Whom a pronoun stands for: who was asked before, else the last of its number that is named before."""
    if pronoun in ("it", "him", "her"):
        found = [
            name for name in _IN_CAPITALS.finditer(text, max(text.find(" "), start - NEAR), start) if is_name(name[0])
        ]
        if pronoun != "it":
            persons = [name for name in found if _word("persons").search(name[0])]
            return [_with_mandate(text, persons[-1], start)] if persons else []
    elif before and pronoun != "those":
        return list(before)
    else:
        found = list(re.compile(rf"\b(?:{any_of(around('groups'))})\b").finditer(text, max(0, start - NEAR), start))
        if not found:
            return several_before(text, max(0, start - NEAR), start)
    if not found:
        return []
    last = found[-1]
    modifier = _MODIFIER.search(text, max(0, last.start() - LONGEST_MODIFIER), last.start())
    first = modifier.start() if modifier else last.start()
    return [addressee(text[first : last.end()], first)]
