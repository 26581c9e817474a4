"""By when: the words of a verb that say at which session, by which day or how often.

In: the words of one verb, and the session and day of the resolution. Out: a ``Due``, or None. Sessions, days and years
that are past are no dues; "as soon as possible" gives none. The forms are in ``dues.toml``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from unres.actions.model import Due, When
from unres.actions.tables import ROOM
from unres.datafile import read_data
from unres.dates import MONTHS, read_date
from unres.numbering import ORDINALS, read_ordinal

_FIRST_YEAR = 1945  # the Assembly's session of a number opens so many years later


@dataclass(frozen=True, slots=True)
class Form:
    """A form of words: how it says when, its pattern, what it needs, and texts in which it stands and does not."""

    when: When
    pattern: re.Pattern[str]
    needs: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """What tells the past from the future: the session of the resolution and the day of its adoption."""

    session: int | None
    day: dt.date | None


_BELOW_HUNDRED = "|".join(sorted(ORDINALS, key=len, reverse=True))
_ORDINAL = rf"(?:(?:one\shundred\sand\s)?(?:{_BELOW_HUNDRED})|(?:one\s)?hundredth)"
_ORDINALS = re.compile(rf"\b{_ORDINAL}\b")


@cache
def forms() -> tuple[Form, ...]:
    """The forms of ``dues.toml``, the weightier first."""
    names = {"<ORDINAL>": _ORDINAL, "<MONTH>": f"(?:{'|'.join(MONTHS)})"}
    names["<DATE>"] = rf"(?:\d{{1,2}}\s{names['<MONTH>']}\s20\d\d)"
    return tuple(
        Form(
            When(row["when"]),
            re.compile(re.sub("|".join(names), lambda name: names[name[0]], row["pattern"]), re.VERBOSE),
            tuple(row["needs"]),
            tuple((text, due) for text, due in row["examples"]),
            tuple(row["counter_examples"]),
        )
        for row in read_data(ROOM, "dues.toml")["due"]
    )


def due(text: str, start: int, end: int, today: Today) -> Due | None:
    """The due in a stretch of a paragraph; of several the weightiest, and of those the first.

    >>> today = Today(session=80, day=dt.date(2025, 12, 1))
    >>> text = "to brief the Lamps Council at its tenth session and the Assembly at its eighty-first session"
    >>> [due(text, 0, end, today).words for end in (text.index(" and"), len(text))]
    ['tenth session', 'eighty-first session']
    """
    words = text[start:end]
    for form in forms():
        if not any(need in words for need in form.needs):
            continue
        found = [one for one in _found(form, text, start, end) if not _past(text[start : one.start], one, today)]
        if found:
            return next(
                (one for one in found if not _of_another(one, today)), replace(found[0], session=None, year=None)
            )
    return None


def _of_another(found: Due, today: Today) -> bool:
    """Whether a session is another body's: its number is lower than the Assembly's."""
    return found.session is not None and today.session is not None and found.session < today.session


def _found(form: Form, text: str, start: int, end: int) -> Iterator[Due]:
    for match in form.pattern.finditer(text, start, end):
        groups = {name: words for name, words in match.groupdict().items() if words}
        name = next(
            name for name in groups if name in ("words", "bare", "words_on", "words_span", "own", "thing", "often")
        )
        ordinal = groups.get("ordinal") or groups.get("moved")
        session = max(map(_number, _ORDINALS.findall(match[name]))) if ordinal else None
        day = groups.get("day") or groups.get("day_on") or groups.get("day_span")
        date = read_date(day) if day else None
        yield Due(match[name], form.when, session, _year(groups, session, date), date, *match.span(name))


def _year(groups: dict[str, str], session: int | None, date: dt.date | None) -> int | None:
    """The year that the words give, or in which a session of the Assembly opens."""
    if date:
        return date.year
    if session and session > LEAST_SESSION:
        return _FIRST_YEAR + session
    year = groups.get("year") or groups.get("session_year")
    return int(year) if year else None


def _ahead(before: str, found: Due, session: int) -> bool:
    """Whether a session is still to come whose number is none to come of the Assembly: this one, or another body's.

    "to report at its eightieth session" looks ahead, "decisions taken by the Assembly at its eightieth session" back.
    """
    if _MOVED.match(found.words):
        return found.session == session
    near = max(0, len(before) - NEAR)
    if not _AT.search(before):
        return False
    receivers, told = [*_RECEIVER.finditer(before, near)], [*_TOLD.finditer(before, near)]
    receiver = receivers[-1].start() if receivers else near
    if told and told[-1].end() >= receiver - 1:
        return False
    if found.session == session:
        return True
    own = "Assembly" in before[receiver:] and found.session is not None and session - found.session < FAR
    return bool(receivers) and not own


NEAR = 200  # letters before a session that tell whose it is
FAR = 25  # sessions back: so low a number is not the Assembly's
_MOVED = re.compile(r"before|prior|by|no|not|after|from")
_AT = re.compile(r"(?:(?<!\bas\s)\bat|(?<!only\s)\bduring)\s(?:its|the|their)\s(?:resumed\s)?\Z|\sresumed\s\Z")
_RECEIVER = re.compile(r"(?:\b(?:to|brief|inform|update)|\A)\s(?:the\s)?(?=[A-Z])")  # or who is asked itself
_TOLD = re.compile(
    r"(?<!\bbe\s)\b(?:adopted|held|made|taken|submitted|presented|issued|agreed|endorsed|approved|reached|considered|requested|by)\b"
    r"|\bof\sthe\s(?:[A-Z]\w+\s)(?:[\w-]+\s){0,6}?(?=at\b)"
)
LEAST_SESSION = 30  # below, a session is more likely another body's


def _number(ordinal: str) -> int:
    return read_ordinal(ordinal) or 0


def _past(before: str, found: Due, today: Today) -> bool:
    """Whether a session, day or year is over at the time of the resolution; ``before`` are the words before it."""
    if found.session is not None:
        return today.session is not None and found.session <= today.session and not _ahead(before, found, today.session)
    if today.day is None:
        return False
    return found.date < today.day if found.date else found.year is not None and found.year < today.day.year
