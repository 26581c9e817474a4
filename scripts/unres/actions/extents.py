"""Where the words stand that say who is asked.

In: the text of a paragraph and a verb in it. Out: where they begin, and where they end: before what is asked. In "Calls
upon Member States in a position to do so to give", they end before "to give"; in "Recommends that the Council
consider it", before the verb of the clause.
"""

from __future__ import annotations

import re
from functools import partial

from unres.actions.lists import names
from unres.actions.names import ends_name, is_name, is_proper
from unres.actions.nouns import can_act, is_actor
from unres.actions.tables import around, picking, worded
from unres.actions.verbs import Verb

LONGEST_SUBJECT = 300  # letters
LONGEST_ARTICLE = 4
LONGEST_MODIFIER = 40
LONGEST_RECEIVERS = 400
# a word behind "to" that is no verb
no_verb = partial(worded, "no_verb", r"(?:{})\b")
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
_THAT = re.compile(r"(?:\s(?:its|the)\s\w+)?(?:\sin\sparagraphs?\s[^,;]{1,60}?)?\sthat\s(?![A-Z]\w+\sto\s)")
_BEFORE_NAME = {
    "upon": re.compile(r"(?:\s(?:up)?on)?(?=[\s,])"),
    "to": re.compile(r"(?:\sto)?(?=[\s,])"),
    "again": re.compile(r"(?:\s(?:to|upon|on))?(?=[\s,])"),
    "object": re.compile(r"(?=[\s,])"),
    "that": _THAT,
}
_ATTENTION = re.compile(r"\sto\sthe\sattention\sof\s")
_TO = re.compile(r"\sto\s")
_RECEIVED_FOR = re.compile(
    r"\sfor\s(?:appropriate\s(?:action|follow-up)|their|its|consideration|action|use|implementation)\b"
)
_ATTENTION_END = re.compile(rf"{_RECEIVED_FOR.pattern}|\sfor\s(?:appropriate|possible)\b|,\swithout\b|[;.]|$")
_ADVERB = r"(?!(?:assembly|family|comply|apply|supply|reply|rely|ally|multiply)\b)[a-z]+ly"
_ASKED = re.compile(rf"(?:\b(?:not|also|further|{_ADVERB})\s)*\bto\s|[:;]")
_FOR = re.compile(r"\sfor\s")
_BASE = re.compile(rf"(?:(?:{_ADVERB}|also|further)\s)*[a-z][a-z-]+\b")
_PLURAL = re.compile(r"(?<!focu)(?<!s)s$")  # no verb in its bare form: "to ships"
_WORD = re.compile(r"[^\s,;:.()]+")
# what can be the verb behind the subject of a clause, with an aside and adverbs before it
_VERB_OF_CLAUSE = re.compile(
    rf"(?:,[^,;]{{1,80}},)?\s(?:(?:{_ADVERB}|also|further)\s(?:and\s(?={_ADVERB}))?)*(?P<verb>[a-z]+)(?=[\s,;.]|$)"
)
_LISTED = re.compile(r",|\s(?:and|or)\b")
_INCLUDING = re.compile(r",\s(?:including|such\sas|especially|in\sparticular)\b")
_PASSIVE = re.compile(r"\s(?:\w+ly\s)?(?:\w+ed|(?!open\b)\w+en|made|held|kept|set|put|done|brought|sought|paid|met)\b")
_INFLECTED = re.compile(r"\w*(?:[^s]s|ed|ing)")
_RIGHTS = re.compile(r"\bthe\s(?:human\s)?rights\s\Z")  # "the human rights to water", not "of human rights to go on"


def start_of(text: str, verb: Verb, end: int) -> int | None:
    """Where the words begin that say who is asked; None where nobody is."""
    if again := _AGAIN.match(text, verb.end, end):
        return again.end() if verb.main in _AGAIN_VERBS else None
    asks = verb.known.asks if verb.known else "nobody"
    if asks == "nobody":
        return None
    kind = asks
    if asks == "object" or verb.main in _AGAIN_VERBS:
        kind = "that" if _THAT.match(text, verb.end, end) else "object" if verb.main not in _AGAIN_VERBS else "again"
    prefix = _BEFORE_NAME[kind].match(text, verb.end, end) if kind in _BEFORE_NAME else None
    if prefix is None:
        return _receivers(text, verb.end, end)
    opening = _OPENING.match(text, prefix.end(), end)
    return opening.end() if opening else None


def _receivers(text: str, start: int, end: int) -> int | None:
    """Where those are named to whom something is given: "commends the guide to Governments for appropriate action"."""
    if found := _ATTENTION.search(text, start, end):
        return found.end()
    received = _RECEIVED_FOR.search(text, start, end)
    if received is None:
        return None
    for to in _TO.finditer(text, max(start, received.start() - LONGEST_RECEIVERS), received.start()):
        if (named := names(text, to.end(), received.start())) and named[0].start - to.end() <= LONGEST_ARTICLE:
            return to.end()
    return None


def end_of(text: str, start: int, end: int, verb: Verb) -> tuple[int, bool]:
    """Where the names end, and whether something is asked: before "to continue", or before the colon of a list."""
    asks = verb.known.asks if verb.known else ""
    if _THAT.match(text, verb.end, start):
        return _subject_end(text, start, end)
    if asks in ("attention", "that"):
        found = _ATTENTION_END.search(text, start, end)
        return (found.start() if found else end), True
    reason = _FOR.search(text, start, end) if asks in ("to", "upon") else None
    for found in _ASKED.finditer(text, start, end):
        if found[0] == ":":
            return found.start(), True
        if found[0] == ";":
            end = found.start()
            break
        if _is_infinitive(text, found):
            if asks == "to" and reason and reason.start() < found.start():
                break
            return found.start(), True
    return (reason.start(), True) if reason else (end, False)


def _is_infinitive(text: str, found: re.Match[str]) -> bool:
    """Whether a "to" opens what is asked: not "to the Convention", not "in a position to do so"."""
    base = _BASE.match(text, found.end())
    if base is None or no_verb().match(text, found.end()) or text.startswith("date", found.end()):
        return False
    verb = base[0].rpartition(" ")[2]
    if base[0] in around("adjectives") or (_PLURAL.search(verb) and verb not in around("no_verb")):
        return False
    if _RIGHTS.search(text, max(0, found.start() - LONGEST_MODIFIER), found.start()):
        return False
    before = text[max(0, found.start() - 24) : found.start()].split()
    return not before or before[-1] not in around("ready")


def _subject_end(text: str, start: int, end: int) -> tuple[int, bool]:
    """The end of a subject before a verb in its bare form: "that the Council consider", "that all parties stop"."""
    end = min(end, start + LONGEST_SUBJECT)
    for word in _WORD.finditer(text, start, end):
        if not (word[0][0].isupper() or can_act(word[0])):
            continue
        found = _verb_behind(text, word.end(), end)
        if found is None or (word[0] == "Nations" and _goes_on(text, found.start("verb"), end)):
            continue
        words = text[start : word.end()]
        if is_name(words) or is_proper(words):
            verb = found["verb"]
            passive = verb == "be" and _PASSIVE.match(text, found.end("verb"))
            return word.end(), not (passive or _INFLECTED.fullmatch(verb) or verb in around("modals"))
    return start, False


def _verb_behind(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb behind a name, also behind ", including A, B and C,"."""
    found = _VERB_OF_CLAUSE.match(text, start, end)
    if found and _is_verb(found["verb"]) and not _is_listed(text, found):
        return found
    for comma in re.compile(",").finditer(text, start + 1, end) if _INCLUDING.match(text, start) else ():
        found = _VERB_OF_CLAUSE.match(text, comma.end(), end)
        noun = _WORD.match(text, found.end() + 1) if found else None
        if found and noun and _is_verb(found["verb"]) and not (can_act(noun[0]) or _is_listed(text, found)):
            return found
    return None


def _is_listed(text: str, found: re.Match[str]) -> bool:
    """Whether what could be a verb is one of several nouns: "keepers" of ", including keepers and fishers,"."""
    return can_act(found["verb"]) and _LISTED.match(text, found.end()) is not None


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a name goes on before the verb: "the United Nations *system* support", not "… support systems"."""
    last = None
    for word in _WORD.finditer(text, start, end):
        if ends_name().fullmatch(word[0]):
            break
        last = word if is_actor(word[0]) else last
    return last is not None and _verb_behind(text, last.end(), end) is not None


def _is_verb(word: str) -> bool:
    """Whether a word behind a name can be a verb: it is no preposition, no article and no other name."""
    return not (
        is_actor(word)
        or ends_name().fullmatch(word)
        or word in (*around("no_verb"), *around("no_action"), *around("adjectives"))
        or picking().match(f"{word} ")
    )
