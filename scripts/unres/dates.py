"""Dates as the United Nations writes them: ``18 December 2007``, the same on every machine and in every locale."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = (
    ("January", "February", "March", "April", "May", "June", "July",
     "August", "September", "October", "November", "December")
)  # fmt: skip
DATE = re.compile(rf"(\d{{1,2}})\s({'|'.join(MONTHS)})\s(\d{{4}})")


def read_date(text: str) -> dt.date | None:
    """The first date in a text; None if there is none, or none that the calendar has.

    >>> read_date("Resolution adopted on 18 December 2007")
    datetime.date(2007, 12, 18)
    >>> read_date("31 February 2007")
    """
    found = DATE.search(text)
    if not found:
        return None
    try:
        return dt.date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


def day(date: dt.date | None) -> str:
    """A date in words, empty for none.

    >>> day(dt.date(2007, 12, 8))
    '8 December 2007'
    """
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}" if date else ""
