"""The page of a recurring series: its years, and the way of each paragraph through them.

In: the prose of the page, and the history of the resolution. Out: Markdown blocks: pictures, with links to the rows of
the list and of the table that say the same beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from unres.collection import Entry, Place
from unres.compare import Fate, History, Row
from unres.compare.align import compared
from unres.dates import day
from unres.markup import escape
from unres.model import Paragraph, Resolution
from unres.naming import spoken_label
from unres.pages.pictures import Dot, through_the_years, timeline
from unres.pages.prose import Prose

SERIES = "series"
_PICTURED = 120  # paragraphs; of more, a picture says less than the table and weighs too much
_YEARS = 8  # beside this one, so that a page grows no faster than its series
_SAID = {Fate.NEW: "new", Fate.CHANGED: "changed", Fate.ROUTINE: "dates or numbers"}
Rows = Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A paragraph in a year: what it is called there, and what had become of it; None where that is not known.

    In the first year without it, it is gone and has no name.
    """

    label: str
    fate: Fate | None


def series_page(prose: Prose, history: History) -> Iterator[str]:
    """The series, after the page's own heading."""
    first, last = (member.resolution.masthead.number for member in (history.members[0], history.members[-1]))
    yield "//// html | div.ours.series"
    yield f"{len(history.members)} resolutions on one question, from {escape(first)} to {escape(last)}."
    yield timeline([_dot(member, prose.entry) for member in history.members])
    yield "\n".join(_member(prose, member) for member in history.members)
    if history.trail or history.ahead:
        yield from _paragraphs(prose, history)
    yield "////"


def _paragraphs(prose: Prose, history: History) -> Iterator[str]:
    """Each paragraph through the years: those after this one, and as many before it as there is room for."""
    ahead = history.ahead[:_YEARS]
    back = history.trail[: max(1, _YEARS - len(ahead))]
    before = [{str(p.label): row for row in year.rows for p in row.pair.new} for year in back]
    after = [{str(p.label): row for row in year.rows for p in row.pair.old} for year in ahead]
    own = prose.entry.resolution
    rows = [(paragraph, _trace(str(paragraph.label), before, after)) for paragraph in compared(own)]
    years = [*(year.old for year in reversed(back)), own, *(year.new for year in ahead)]
    heads = [Dot(year.masthead.number, _anchor(year), year is own) for year in years]
    yield "## Each paragraph through the years { #paragraphs }"
    if len(rows) <= _PICTURED:
        drawn = [(Dot(_name(p), f"row-{p.anchor}", full=True), [_drawn(cell) for cell in cells]) for p, cells in rows]
        yield through_the_years(heads, drawn)
    yield "/// html | div.table"
    yield _table(prose, heads, rows)
    yield "///"


def _trace(label: str, before: Sequence[Rows], after: Sequence[Rows]) -> list[_Cell | None]:
    """A paragraph in each year, the oldest first; None where the year has it not."""
    cells: list[_Cell | None] = []
    at = label
    for rows in before:
        row = rows[at] if at else None
        cells.append(_Cell(at, row.fate) if row else None)
        at = str(row.pair.old[0].label) if row and row.pair.old else ""
    cells.append(_Cell(at, None) if at else None)
    cells.reverse()
    at = label
    for rows in after:
        row = rows[at] if at else None
        at = str(row.pair.new[0].label) if row and row.pair.new else ""
        cells.append(_Cell(at, row.fate) if row else None)
    return cells


def _drawn(cell: _Cell | None) -> Fate | None:
    return (cell.fate or Fate.SAME) if cell and cell.fate is not Fate.GONE else None


def _anchor(year: Resolution) -> str:
    return "s-" + "".join(sign if sign.isalnum() else "-" for sign in year.masthead.number)


def _dot(member: Entry, here: Entry) -> tuple[int, Dot]:
    """A resolution of the series in the picture of its years, by its session."""
    head = member.resolution.masthead
    year = f" · {head.adopted.year}" if head.adopted else ""
    return head.session or 0, Dot(f"{head.number}{year}", _anchor(member.resolution), member is here)


def _member(prose: Prose, member: Entry) -> str:
    head = member.resolution.masthead
    when = f", adopted on {day(head.adopted)}" if head.adopted else ""
    here = ", this one" if member is prose.entry else ""
    link = f"[{escape(head.number)}]({prose.to(str(member.symbol), Place(''))}){{ #{_anchor(member.resolution)} }}"
    return f"- {link}{when}{here}: {escape(head.title.plain)}"


def _table(prose: Prose, years: Sequence[Dot], rows: Sequence[tuple[Paragraph, list[_Cell | None]]]) -> str:
    head = ["Paragraph", *(f"[{escape(year.name)}](#{year.anchor})" for year in years)]
    lines = [head, ["---"] * len(head)]
    for paragraph, cells in rows:
        name = f"[{escape(_name(paragraph))}]({prose.own(str(paragraph.label))}){{ #row-{paragraph.anchor} }}"
        lines.append([name, *(_words(cell) if cell else "–" for cell in cells)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _name(paragraph: Paragraph) -> str:
    return spoken_label(str(paragraph.label))


def _words(cell: _Cell) -> str:
    if cell.fate is Fate.GONE:
        return "gone"
    name = escape(spoken_label(cell.label))
    return f"{name}, {_SAID[cell.fate]}" if cell.fate in _SAID else name
