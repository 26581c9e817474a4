"""Who is asked to do what, by when, in the whole collection: as JSON, as a table, and what has a day as a calendar.

In: what is known of a collection. Out: strings. The calendar is iCalendar (RFC 5545): events of a whole day, the same
from build to build.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator

from unres.actions import Action, actions_json
from unres.actions.model import When
from unres.collection import Entry
from unres.exports.address import Base
from unres.exports.table import defuse
from unres.insight import Insight
from unres.naming import spoken_label

VERSION = 1
COLUMNS = (
    "source", "place", "action", "verb", "class", "addressee", "body", "asked",
    "due", "session", "year", "date", "repeated", "url",
)  # fmt: skip
_OCTETS = 75  # of a line of iCalendar (RFC 5545, 3.1)
_OPENS = (9, 1)  # sessions open in September; on which day of it, the words do not say
_SAID = {True: "yes", False: "no", None: ""}


def to_actions(insight: Insight, base: Base) -> str:
    """Every action of the collection, a line a resolution, and what could not be read."""
    lines = ",\n".join(
        json.dumps(actions_json(found), ensure_ascii=False, separators=(",", ":")) for found in insight.actions.values()
    )
    return f'{{"version": {VERSION}, "site": {json.dumps(base.url)}, "resolutions": [\n{lines}\n]}}\n'


def to_actions_csv(insight: Insight, base: Base) -> str:
    """A row for each addressee of each action, and for each action that asks nobody."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for entry, number, action in _actions(insight):
        due = action.due
        asked = "; ".join(one.kind for one in action.asked)
        moment = [due.words, due.session, due.year, due.date] if due else [""] * 4
        for name in action.addressees or (None,):
            who = [name.words, name.body] if name else ["", ""]
            cells = [entry.symbol, action.label, number, action.verb, action.strength, *who, asked, *moment]
            cells += [_SAID[action.repeated], base.full(_address(entry, action))]
            writer.writerow([defuse("" if cell is None else str(cell)) for cell in cells])
    return f"\ufeff{out.getvalue()}"


def _actions(insight: Insight) -> Iterator[tuple[Entry, int, Action]]:
    """Every action with its resolution and its number there."""
    for symbol, found in insight.actions.items():
        for number, action in enumerate(found.actions, 1):
            yield insight.collection.entries[symbol], number, action


def places_of_actions(insight: Insight) -> list[str]:
    """The addresses of all actions, in their order: all that is told of them beside themselves but for the calendar."""
    return [_address(entry, action) for entry, _, action in _actions(insight)]


def _address(entry: Entry, action: Action) -> str:
    return f"{entry.symbol}/{entry.places[action.label].address}"


def to_calendar(insight: Insight, base: Base) -> str:
    """What is due on a day or at a session of the Assembly; a year, a period or an occasion alone gives no day.

    A session stands on the first of the month in which it opens, and its entry says so.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//unres//Actions of resolutions//EN", "CALSCALE:GREGORIAN"]
    lines.append("X-WR-CALNAME:Due under resolutions of the General Assembly")
    events = [(day, *found) for found in _actions(insight) if (day := day_of(found[2]))]
    for day, entry, number, action in sorted(events, key=lambda event: event[0]):
        lines += _event(day, entry, number, action, base)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def day_of(action: Action) -> dt.date | None:
    """The day on which an action stands in the calendar; None if its words give none."""
    due = action.due
    if due and due.date:
        return due.date
    if due and due.when is When.SESSION and due.session and due.year:
        return dt.date(due.year, *_OPENS)
    return None


def _event(day: dt.date, entry: Entry, number: int, action: Action, base: Base) -> Iterator[str]:
    head = entry.resolution.masthead
    place = f"{head.number}, {spoken_label(action.label)}"
    who = ", ".join(one.body for one in action.addressees)
    due = action.due.words if action.due else ""
    words = next(p.text.plain for p in entry.resolution.paragraphs if p.label == action.label)
    opens = "" if action.due and action.due.date else " The session opens in September; the day is the first of it."
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.symbol}-{number}@unres"
    yield f"DTSTAMP:{head.date or dt.date(1970, 1, 1):%Y%m%d}T000000Z"  # the text's own: no clock
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"SUMMARY:{escaped(f'{place}: {who or action.verb}, {due}')}"
    yield f"DESCRIPTION:{escaped(f'{words}{opens}')}"
    yield f"URL:{base.full(_address(entry, action)) if base.url else entry.symbol.url}"
    yield "TRANSP:TRANSPARENT"  # nobody is busy because a report is due
    yield "END:VEVENT"


def escaped(words: str) -> str:
    r"""Words as a text of iCalendar (RFC 5545, 3.3.11).

    >>> escaped("oil, wicks; lamps")
    'oil\\, wicks\\; lamps'
    """
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return " ".join(words.split())


def folded(line: str) -> str:
    """A line of iCalendar in pieces of at most 75 bytes, no letter cut (RFC 5545, 3.1).

    >>> [len(piece.encode()) for piece in folded("é" * 50).split("\\r\\n ")]
    [74, 26]
    """
    pieces = [""]
    size = 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _OCTETS:
            pieces.append("")
            size = 1  # the blank that goes before
        pieces[-1] += sign
        size += octets
    return "\r\n ".join(pieces)
