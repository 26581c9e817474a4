"""The names of a list.

In: the stretch of a text between a verb and what is asked. Out: its names in reading order. "Member States,
United Nations agencies, funds and programmes, in close cooperation with the Fund, and other donors" has three: names
that share words are one, and what stands aside between commas is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from unres.actions.joints import AND, CLAUSE, OPEN_NAME, Span, begins, determined, shared, split
from unres.actions.model import Addressee
from unres.actions.names import addressee, ends_name, has_mandate, is_name, is_proper, named
from unres.actions.nouns import is_actor, is_thing
from unres.actions.tables import any_of, around, worded

_AND_LAST = re.compile(r"\s(?:and|or|as\swell\sas)$")
_NAME_GOES_ON = re.compile(r"[A-Z][a-z]")  # in capitals, and no acronym
_MANNER = re.compile(r"\w+\s(?:by|through|under|in|at|on|for|as|with|within|from|via|to)\b")
_MODIFIERS = 3  # words before a comma that can share the noun behind it


_aside = partial(worded, "aside", r"(?:and\s|or\s)?(?:(?:{}|\w+ly)\b)")
_opens_list = partial(worded, "lists", r"\b(?:(?:{})\b|(?:when|while|by|through|in)\s\w+ing\b)")


@cache
def _adjectives() -> re.Pattern[str]:
    words, before = any_of(around("adjectives")).replace(r"\-", "[-\u2010\u2011]"), any_of(around("determiners"))
    return re.compile(rf"(?:.*,\s)?(?:(?:{before})\s)*(?:\w+[-\u2011])?(?:{words})")


class _Within:
    """A list that stands aside: of "including A, B, and C, and D" the last is not, nor of "including A, and B"."""

    def __init__(self, words: str) -> None:
        self._members = 1
        self._closed = _joins_names(words) or _MANNER.match(words) is not None
        self._with = words.startswith("in ") and not words.startswith("in particular")

    def takes(self, words: str) -> bool:
        """Whether a stretch is of the list too."""
        single = self._members == 1 and not (self._with and words.startswith("as well as"))
        if AND.match(words) and (self._closed or single):
            return False
        self._members += 1
        self._closed = self._closed or AND.match(words) is not None or _joins_names(words)
        return True


def _joins_names(words: str) -> bool:
    return len(split(words, 0, len(words), False)) > 1


def names(text: str, start: int, stop: int) -> list[Addressee]:
    """The names of a list; none if it does not begin with one ("encourages the efforts of States to").

    >>> [one.words for one in names("the Chair, in consultation with the Fund and others, and keepers", 0, 64)]
    ['Chair', 'keepers']
    """
    parts: list[Span] = []
    within: _Within | None = None
    for first, last in _segments(text, start, stop):
        words = text[first:last]
        if within and within.takes(words):
            continue
        within = None
        if _aside().match(words) and (parts or not (determined().match(words) or is_name(words))):
            opens = AND.sub("", words, count=1) if AND.match(words) else words
            within = _Within(opens) if _opens_list().match(opens) else None
            continue
        if not parts and not _begins_with_name(words):
            return []
        if parts and CLAUSE.search(text, *parts[-1]) and not any(map(is_actor, words.split())):
            continue  # "States that have lamps, buoys and bells"
        parts.append((first, last))
        if opened := _opens_list().search(words):
            within = _Within(words[opened.start() :])
    return shared(text, list(_named(text, _without_apposition(text, parts))))


def _begins_with_name(words: str) -> bool:
    """Whether a list begins with somebody: "regional and other bodies" does, "efforts and plans of States" do not."""
    first = AND.split(words)[0].rstrip()
    return is_name(first) or is_proper(words) or (is_name(words) and not is_thing(first.rpartition(" ")[2]))


def _named(text: str, parts: list[Span]) -> Iterator[Addressee]:
    """The names in stretches between commas."""
    among_countries = len(parts) > 1 and _is_country(text[slice(*parts[0])])
    for part in parts:
        for first, last in split(text, *part, among_countries):
            if found := named(text, first, last):
                yield found
            elif text[first:last].isalpha() and is_thing(text[first:last]):
                yield addressee(text[first:last], first)  # perhaps of "bodies, processes and programmes"


def _is_country(words: str) -> bool:
    return is_proper(words) and not is_name(words)


def _without_apposition(text: str, parts: list[Span]) -> list[Span]:
    """A name and what it is: "Lampland, the occupying Power" is one, since no "and" joins the two."""
    joined = any(AND.search(text, *part) for part in parts)
    return parts[:1] if len(parts) == 2 and text.startswith("the ", parts[1][0]) and not joined else parts


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
            if after and _goes_on(AND.split(text[first:last])[-1], after[0].strip()):
                continue
            yield first, last
        first = -1


def _goes_on(ends: str, behind: str) -> bool:
    """Whether a name goes on behind a comma: "regional, …", "the Educational, Scientific and Cultural Organization"."""
    if _adjectives().fullmatch(ends):
        return True
    if _NAME_GOES_ON.match(behind) and not begins().match(behind):
        return bool(OPEN_NAME.search(ends)) or (is_proper(ends) and not is_name(ends) and is_name(behind))
    if not behind[:1].islower() or determined().match(behind) or _aside().match(behind) or AND.match(behind):
        return False
    if has_mandate(ends):
        return not is_name(AND.split(behind)[0])
    return _modifies(ends) and is_name(behind)


def _modifies(words: str) -> bool:
    """Whether words only stand before a noun: "human assistance, …" of "…, human rights and aid organizations"."""
    parts = words.split()
    bare = len(parts) <= _MODIFIERS and words.islower() and not any(ends_name().fullmatch(part) for part in parts)
    return bare and not is_name(words) and not words.endswith("s") and not _aside().match(words)
