"""References as CSV that a spreadsheet opens without changing a word.

In: entries. Out: CSV by RFC 4180 with a byte order mark, by which spreadsheets know UTF-8.

A cell that a spreadsheet would read as a formula, a date or another number than it says gets an apostrophe
in front, as one would type it there: ``'61/2``. So does a cell that begins with an apostrophe itself, so
that taking one away always gives back the words.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from unres.collection import Entry
from unres.dates import MONTHS
from unres.exports.address import Base, url_of

COLUMNS = ("source", "place", "text", "type", "target", "part", "paragraph", "internal", "url", "start", "end")

# A month in full or cut short: no spreadsheet takes "Decides" for a day of December
_MONTH = rf"(?:{'|'.join(month[:end] for month in MONTHS for end in range(len(month), 2, -1))})\b\.?"
_MISREAD = re.compile(
    rf"""
    ['=+\-@\t\r\n|%]                           # the start of a formula (OWASP, "CSV Injection")
    | \(\d[\d.,]*\)$                           # (1) is minus one
    | [\d\s.,]*\d\s*%$                         # 5% is 0.05
    | \d+\.?\d*\s*e[+-]?\d+$                   # 2E5 is 200000
    | 0\d+$                                    # 007 is 7
    | \d{{16}}                                 # more digits than a number keeps
    | \d+(?:[\s/.,:\-]+\d+)+                   # 10/2 is a day, 1.2.3 too, 1:2 a time
    | (?:\d{{1,4}}[\s/.\-]*)?{_MONTH}[\s/.,\-]*\d*(?:[\s/.,\-]+\d+)?$  # 2 May, Dec. 1
    | (?:true|false)$
    """,
    re.VERBOSE | re.IGNORECASE,
)


def defuse(cell: str) -> str:
    """A cell as a spreadsheet has to be given it, to read it as these words."""
    return f"'{cell}" if _MISREAD.match(cell.lstrip(" ")) else cell


def rows_of(entry: Entry, base: Base) -> Iterator[tuple[str, ...]]:
    """A row for each document that the resolution names, in reading order."""
    for resolved in entry.links:
        found, target = resolved.reference, resolved.target
        url = url_of(target) or ""
        inside = bool(target and target.symbol)
        yield (
            str(entry.symbol),
            found.place,
            found.text,
            str(found.type),
            found.document or "",
            found.part or "",
            ", ".join(found.paragraphs),
            "yes" if inside else "no",
            base.full(url) if inside else url,
            str(found.start),
            str(found.end),
        )


def to_csv(entries: Iterable[Entry], base: Base) -> str:
    """The references of resolutions as one table."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for entry in entries:
        writer.writerows([defuse(cell) for cell in row] for row in rows_of(entry, base))
    return f"\ufeff{out.getvalue()}"
