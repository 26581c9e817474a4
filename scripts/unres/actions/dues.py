"""By when: the words of a verb that say at which session, by which day or how often.

In: the words of one verb, and the session and day of the resolution. Out: a ``Due``, or None. Sessions, days and years
that are past are no dues; "as soon as possible" gives none. The forms are in ``dues.toml``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from unres.actions.model import Due, When
from unres.actions.tables import ROOM
from unres.datafile import read_data
from unres.dates import MONTHS, read_date
from unres.numbering import ORDINALS, read_ordinal

_FIRST_YEAR = 1945  # the Assembly's session of a number opens so many years later


@dataclass(frozen=True, slots=True)
class Form:
    """A form of words: how it says when, its pattern, and texts in which it stands and does not."""

    when: When
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, str], ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """What tells the past from the future: the session of the resolution and the day of its adoption."""

    session: int | None
    day: dt.date | None


@cache
def forms() -> tuple[Form, ...]:
    """The forms of ``dues.toml``, the weightier first."""
    words = sorted((*ORDINALS, "hundredth"), key=len, reverse=True)
    names = {"<ORDINAL>": f"(?:{'|'.join(words)})", "<MONTH>": f"(?:{'|'.join(MONTHS)})"}
    names["<DATE>"] = rf"(?:\d{{1,2}}\s{names['<MONTH>']}\s20\d\d)"
    return tuple(
        Form(
            When(row["when"]),
            re.compile(re.sub("|".join(names), lambda name: names[name[0]], row["pattern"]), re.VERBOSE),
            tuple((text, due) for text, due in row["examples"]),
            tuple(row["counter_examples"]),
        )
        for row in read_data(ROOM, "dues.toml")["due"]
    )


def due(text: str, start: int, end: int, today: Today) -> Due | None:
    """The due in a stretch of a paragraph; of several the weightiest, and of those the first."""
    for form in forms():
        for found in _found(form, text, start, end):
            if not _past(found, today):
                return found
    return None


def _found(form: Form, text: str, start: int, end: int) -> Iterator[Due]:
    for match in form.pattern.finditer(text, start, end):
        groups = {name: words for name, words in match.groupdict().items() if words}
        name = next(name for name in groups if name in ("words", "bare", "words_on", "words_span", "own", "thing"))
        ordinal = groups.get("ordinal") or groups.get("moved")
        session = read_ordinal(ordinal) if ordinal else None
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


LEAST_SESSION = 30  # below, a session is more likely another body's


def _past(found: Due, today: Today) -> bool:
    """Whether a session, day or year is over at the time of the resolution."""
    if found.session is not None:
        return today.session is not None and found.session < today.session
    if today.day is None:
        return False
    return found.date < today.day if found.date else found.year is not None and found.year < today.day.year
