"""The joints of a list: where an "and" parts two names, and where names share their words.

In: a stretch between commas. Out: its names. "the Chair and the Director" are two; "international and regional
bodies" and "the Declaration and Programme of Action" are one; so are "agencies, funds and programmes of the system".
"""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise

from unres.actions.model import Addressee
from unres.actions.names import has_mandate, is_name, is_open, is_proper
from unres.actions.nouns import can_act, is_thing
from unres.actions.tables import heads, worded

AND = re.compile(r"(?:,\s)?\b(?:and|or|as\swell\sas)\s(?:also\s)?(?:to\s)?")
OPEN_NAME = re.compile(r"\s(?:of|on|for|to|against)\s(?:the\s)?[A-Z]")
CLAUSE = re.compile(r"\s(?:that|which|who|whose|whom|where)\b")
_JOIN = re.compile(r",\s|(?:,\s|\s)(?:and|or|as\swell\sas)\s")
_WITHIN = re.compile(r"\s(?:of|within)\s")
Span = tuple[int, int]


# What begins a name of its own: an article, "other"
determined = partial(worded, "determiners", r"(?:{})\s")
# What a name in capitals begins with, where the one before could go on
begins = partial(worded, "beginnings", r"(?:{})\b")
# A title at the end of words, or at their beginning
_person = partial(worded, "persons", r"(?:{})(?:$|\sof\s)")
_joint = partial(worded, "joint", r"\b(?:{})\sof\s")
_pair = partial(worded, "pairs", r"(?:.*\s)?(?:{})")


def split(text: str, first: int, last: int, among_countries: bool) -> list[Span]:
    """The names that an "and" joins, each with a word of its own that it turns on.

    >>> text = "the Chair and the Director of the Centre"
    >>> [text[slice(*span)] for span in split(text, 0, len(text), False)]
    ['the Chair', 'the Director of the Centre']
    >>> text = "international and regional bodies"
    >>> [text[slice(*span)] for span in split(text, 0, len(text), False)]
    ['international and regional bodies']
    """
    clause, opening = CLAUSE.search(text, first, last), AND.match(text, first, last)
    at = opening.end() if opening else first
    joints = [*AND.finditer(text, at, clause.start() if clause else last)]
    if clause:
        joints += [
            one for one in AND.finditer(text, clause.end(), last) if _repeats(text[at : clause.start()], text, one)
        ]
    spans = []
    for joint, after in zip(joints, [*joints[1:], None], strict=True) if joints else ():
        left, right = text[at : joint.start()].rstrip(), text[joint.end() : after.start() if after else last]
        if after and not is_name(right) and not text.startswith("the ", after.end()):
            right = text[joint.end() : last]  # "international and regional bodies", "the Economic and Social Council"
        countries = among_countries and is_proper(left) and is_proper(right) and not _pair().fullmatch(left)
        if countries or (
            _own(left, right)
            and (is_name(right) or (right[:1].isupper() and is_proper(right)))
            and not _inside(left, right)
        ):
            spans.append((at, at + len(left)))
            at = joint.end()
    return [*spans, (at, last)]


def _repeats(name: str, text: str, joint: re.Match[str]) -> bool:
    """Whether behind a relative clause the same noun comes again: "States that have lamps and States without them"."""
    words = text[joint.end() :].split(maxsplit=2)[:2]
    return name.rpartition(" ")[2] in words


def _own(left: str, right: str) -> bool:
    """Whether what stands before "and" is a name by itself; a country is, where another name begins behind."""
    if left.startswith("the ") and right.startswith("other "):
        return is_name(left)  # "the Eastern and other States"
    return is_name(left) or (is_proper(left) and bool(determined().match(right) or begins().match(right)))


def _inside(left: str, right: str) -> bool:
    """Whether an "and" is part of a name: "the Declaration and Programme", "the secretariats of the A and the B"."""
    if right.startswith("the ") or (right.startswith("other ") and " of " in right):
        return _joint().search(left) is not None
    if _person().search(left) and _person().match(right):
        return True  # "the Regional Representative and Director of the Centre"
    if determined().match(right) or begins().match(right):
        return False
    if " of " in right and is_name(right) and _same_title(left, right):
        return True  # "the current President and future Presidents of the Board"
    if is_open(CLAUSE.split(left)[0]) and not can_act(right.split(maxsplit=1)[0]):
        return True
    if has_mandate(left):
        return right[:1].islower()  # "the Special Rapporteur on minorities and on groups like them"
    return bool(right[:1].isupper() and OPEN_NAME.search(left))


def _same_title(left: str, right: str) -> bool:
    own, other = left.rpartition(" ")[2], right.partition(" of ")[0].rpartition(" ")[2]
    return own.removesuffix("s") == other.removesuffix("s")


def shared(text: str, found: list[Addressee]) -> list[Addressee]:
    """Names that share words, as one: "United Nations agencies", "funds" and "programmes"; "organs and bodies of it".

    >>> text = "lamp agencies, funds and programmes, keepers"
    >>> spans = (0, 13), (15, 20), (25, 35), (37, 44)
    >>> [one.words for one in shared(text, [Addressee(text[a:b], "", a, b) for a, b in spans])]
    ['lamp agencies, funds and programmes', 'keepers']
    """
    out: list[Addressee] = []
    for at, one in enumerate(found):
        if out and _shares(text, out[-1], one) and (_is_joined(text, out[-1], one) or _ends_in_and(text, found[at:])):
            out[-1] = _both(text, out[-1], one)
        else:
            out.append(one)
    for at in range(len(out) - 2, -1, -1):
        if _shares_end(text, out[at], out[at + 1]):
            out[at : at + 2] = [_both(text, out[at], out[at + 1])]
    return [one for one in out if not _is_bare_thing(one.words)]


def _is_joined(text: str, one: Addressee, other: Addressee) -> bool:
    return text[one.end : other.start] != ", "


def _ends_in_and(text: str, found: list[Addressee]) -> bool:
    """Whether bare words behind commas end in "and" one: "funds and programmes", not "institutions, donors and"."""
    if " and " in found[0].words:
        return True
    for one, other in pairwise(found):
        if not _is_bare(_WITHIN.split(other.words, maxsplit=1)[0]):
            return False
        if _is_joined(text, one, other):
            return True
    return False


def _both(text: str, one: Addressee, other: Addressee) -> Addressee:
    words = text[one.start : other.end].replace("\u2011", "-")
    return Addressee(words, "", one.start, other.end)


def _shares(text: str, one: Addressee, other: Addressee) -> bool:
    """Whether a bare word goes on with the name before; "bodies, organizations of the system" are two."""
    bare, *rest = _WITHIN.split(other.words, maxsplit=1)
    words, join = one.words.split(), text[one.end : other.start]
    if not (_is_bare(bare) and words[-1] in heads("sharing") and _JOIN.fullmatch(join)):
        return False
    return join != ", " if rest else len(words) > 1


def _shares_end(text: str, one: Addressee, other: Addressee) -> bool:
    """Whether a bare word is completed by the name behind: "organs", "funds and programmes of the system"."""
    join = text[one.end : other.start]
    joined = _is_joined(text, one, other) or " and " in other.words
    return _is_bare(one.words) and joined and bool(_JOIN.fullmatch(join) and _WITHIN.search(other.words))


def _is_bare(words: str) -> bool:
    """Whether words are nouns alone that can share what stands before them: "funds", "processes and bodies"."""
    return all(_is_bare_thing(word) or (word in heads("sharing") and word[-1] in "sx") for word in words.split(" and "))


def _is_bare_thing(word: str) -> bool:
    return word.isalpha() and is_thing(word)
