"""The names that a list joins.

In: the stretch of a text between a verb and what is asked. Out: its names in reading order. "Member States,
United Nations agencies, funds and programmes, in close cooperation with the Fund, and other donors" has three: names
that share their first words are one, and what stands aside between commas is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from unres.actions.model import Addressee
from unres.actions.names import ARTICLE, is_name, is_proper, named
from unres.actions.tables import any_of, around, heads

_AND = re.compile(r"(?:,\s)?\b(?:and|or|as\swell\sas)\s(?:also\s)?(?:to\s(?=the\s|all\s))?")
_AND_LAST = re.compile(r"\s(?:and|or|as\swell\sas)$")
_CLAUSE = re.compile(r"\s(?:that|which|who|whose|whom|where)\b")
_OPEN_NAME = re.compile(r"\s(?:of|on|for|to|against)\s(?:the\s)?[A-Z]")
Span = tuple[int, int]


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"(?:and\s|or\s)?(?:(?:{any_of(around('aside'))}|\w+ly)\b)")


@cache
def _opens_list() -> re.Pattern[str]:
    return re.compile(rf"(?:and\s|or\s)?(?:(?:{any_of(around('lists'))})\b|(?:when|while|by|through|in)\s\w+ing\b)")


@cache
def _adjectives() -> re.Pattern[str]:
    words, before = any_of(around("adjectives")).replace(r"\-", "[-\u2010\u2011]"), any_of(around("determiners"))
    return re.compile(rf"(?:.*,\s)?(?:(?:{before})\s)*(?:\w+[-\u2011])?(?:{words})")


@cache
def _determined() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(around('determiners'))})\s")


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(around('beginnings'))})\b")


@cache
def _person() -> re.Pattern[str]:
    """A title at the end of words, or at their beginning."""
    return re.compile(rf"(?:{any_of(around('persons'))})(?:$|\sof\s)")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(around('joint'))})\sof\s")


def names(text: str, start: int, stop: int) -> Iterator[Addressee]:
    """The names of a list; none if it does not begin with one ("encourages the efforts of States to")."""
    spans: list[Span] = []
    inside = False
    for first, last in _segments(text, start, stop):
        words = text[first:last]
        if inside and not _AND.match(words):
            continue
        inside = False
        if _aside().match(words) and (spans or not _determined().match(words)):
            inside = _opens_list().match(words) is not None
            continue
        if not spans and not any(map(is_name, (_AND.split(words)[0], words))) and not is_proper(words):
            return
        spans += _split(text, first, last)
    for first, last in _shared(text, spans):
        if found := named(text, first, last):
            yield found


def _segments(text: str, start: int, stop: int) -> Iterator[Span]:
    """The stretches between commas; "relevant international, regional and other bodies" are one."""
    found = [*re.finditer(r"[^,]+", text[start:stop])]
    first = -1
    for match, after in zip(found, [*found[1:], None], strict=False):
        words = match[0]
        if first < 0:
            first = start + match.start() + len(words) - len(words.lstrip())
        last = start + match.start() + len(_AND_LAST.sub("", words.rstrip()))
        if first < last:
            if after and _goes_on(_AND.split(text[first:last])[-1], after[0].strip()):
                continue
            yield first, last
        first = -1


def _goes_on(ends: str, behind: str) -> bool:
    """Whether a name goes on behind a comma: "regional, …", "the Educational, Scientific and Cultural Organization"."""
    if _adjectives().fullmatch(ends):
        return True
    return is_proper(ends) and not is_name(ends) and behind[:1].isupper() and is_name(behind)


def _split(text: str, first: int, last: int) -> list[Span]:
    """The names that an "and" joins, each with a word of its own that it turns on."""
    clause, opening = _CLAUSE.search(text, first, last), _AND.match(text, first, last)
    at = opening.end() if opening else first
    joints = [*_AND.finditer(text, at, clause.start() if clause else last)]
    spans = []
    for joint, after in zip(joints, [*joints[1:], None], strict=True) if joints else ():
        left, right = text[at : joint.start()].rstrip(), text[joint.end() : after.start() if after else last]
        if after and not is_name(right) and not text.startswith("the ", after.end()):
            right = text[joint.end() : last]  # "international and regional bodies", "the Economic and Social Council"
        if _own(left, right) and is_name(right) and not _inside(left, right):
            spans.append((at, at + len(left)))
            at = joint.end()
    return [*spans, (at, last)]


def _own(left: str, right: str) -> bool:
    """Whether what stands before "and" is a name by itself; a country is, where another name begins behind."""
    return is_name(left) or (is_proper(left) and bool(_determined().match(right) or _begins().match(right)))


def _inside(left: str, right: str) -> bool:
    """Whether an "and" is part of a name: "the Declaration and Programme", "the secretariats of the A and the B"."""
    if right.startswith("the "):
        return _joint().search(left) is not None
    if _person().search(left) and _person().match(right):
        return True  # "the Regional Representative and Director of the Centre"
    return bool(right[:1].isupper() and _OPEN_NAME.search(left) and not _begins().match(right))


def _shared(text: str, spans: list[Span]) -> list[Span]:
    """Names that share their first words, as one: "United Nations agencies", "funds" and "programmes"."""
    out: list[Span] = []
    for first, last in spans:
        if out and _shares(text, out[-1], (first, last)):
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    return out


def _shares(text: str, before: Span, span: Span) -> bool:
    """Whether a bare word goes on with the name before; "bodies, organizations of the system" are two."""
    bare, _, rest = text[span[0] : span[1]].partition(" of ")
    words = ARTICLE.sub("", text[before[0] : before[1]]).split()
    sharing = heads("sharing")
    if bare.partition(" within ")[0] not in sharing or words[-1].rstrip(",") not in sharing:
        return False
    if rest and text[before[1]] == ",":
        return _AND.match(text, before[1]) is not None
    return bool(rest) or len(words) > 1
