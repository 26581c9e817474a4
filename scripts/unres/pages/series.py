"""The page of a recurring series: its years, and the way of each paragraph through them.

In: the prose of the page, and the history of the resolution. Out: Markdown blocks. Pictures are SVG of our own,
without styles, with links to the rows of the list and of the table that say the same beside them.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from unres.collection import Entry, Place
from unres.compare import Comparison, Fate, History, Row
from unres.dates import day
from unres.markup import escape
from unres.model import Paragraph
from unres.naming import spoken_label
from unres.pages.prose import Prose

SERIES = "series"
_PICTURED = 120  # paragraphs; of more, a picture says less than the table and weighs too much
_STEP, _LINE, _COLUMN, _MARGIN = 26, 14, 72, 76  # of the pictures: a session, a paragraph, a year, the names
_SAID = {Fate.NEW: "new", Fate.CHANGED: "changed", Fate.ROUTINE: "dates or numbers"}
# What each fate looks like in a column, from the middle of its line; told by height and shape, not by colour
_SHAPES = {
    Fate.SAME: "M{x} {y}h64v1h-64z",
    Fate.ROUTINE: "M{x} {y}m0-2h64v5h-64z",
    Fate.CHANGED: "M{x} {y}m0-5h64v10h-64z",
    Fate.NEW: "M{x} {y}m0-5l64 5l-64 5z",
}


@dataclass(frozen=True, slots=True)
class _Cell:
    """A paragraph in a year: what it is called there, and what had become of it; None where that is not known."""

    label: str
    fate: Fate | None


def series_page(prose: Prose, history: History) -> Iterator[str]:
    """The series, after the page's own heading."""
    first, last = (member.resolution.masthead.number for member in (history.members[0], history.members[-1]))
    yield "//// html | div.ours.series"
    yield f"{len(history.members)} resolutions on one question, from {escape(first)} to {escape(last)}."
    yield _timeline(prose.entry, history.members)
    yield "\n".join(_member(prose, member) for member in history.members)
    if history.trail:
        found = [{str(p.label): row for row in year.rows for p in row.pair.new} for year in history.trail]
        rows = [(paragraph, _trace(paragraph, found)) for paragraph in _compared(history.trail[0])]
        years = [history.trail[-1].old, *(comparison.new for comparison in reversed(history.trail))]
        numbers = [year.masthead.number for year in years]
        yield "## Each paragraph through the years { #paragraphs }"
        if len(rows) <= _PICTURED:
            yield _picture(numbers, rows)
        addresses = [prose.to(year.symbol, Place("")) for year in years]
        yield "/// html | div.table"
        yield _table(prose, list(zip(numbers, addresses, strict=True)), rows)
        yield "///"
    yield "////"


def _compared(comparison: Comparison) -> list[Paragraph]:
    return sorted((p for row in comparison.rows for p in row.pair.new), key=lambda paragraph: paragraph.line)


def _trace(paragraph: Paragraph, years: Sequence[Mapping[str, Row]]) -> list[_Cell]:
    """A paragraph in each year back to the first that has it, the newest year first."""
    cells: list[_Cell] = []
    label = str(paragraph.label)
    for rows in years:
        row = rows[label]
        cells.append(_Cell(label, row.fate))
        if not row.pair.old:
            return cells
        label = str(row.pair.old[0].label)
    return [*cells, _Cell(label, None)]


def _anchor(number: str) -> str:
    return "s-" + "".join(sign if sign.isalnum() else "-" for sign in number)


def _member(prose: Prose, member: Entry) -> str:
    head = member.resolution.masthead
    when = f", adopted on {day(head.adopted)}" if head.adopted else ""
    here = ", this one" if member is prose.entry else ""
    link = f"[{escape(head.number)}]({prose.to(str(member.symbol), Place(''))}){{ #{_anchor(head.number)} }}"
    return f"- {link}{when}{here}: {escape(head.title.plain)}"


def _timeline(entry: Entry, members: Sequence[Entry]) -> str:
    """The years as a picture, a line for each session, so that a gap is seen."""
    sessions = [member.resolution.masthead.session or 0 for member in members]
    first, last = min(sessions), max(sessions)
    height = _STEP * (last - first + 1)
    dots = []
    for member, session in zip(members, sessions, strict=True):
        head, y = member.resolution.masthead, _STEP * (session - first) + _STEP // 2
        year = f" · {head.adopted.year}" if head.adopted else ""
        kind, radius = ("here", 7) if member.symbol == entry.symbol else ("other", 5)
        dots.append(
            f'<a href="#{_anchor(head.number)}"><circle class="{kind}" cx="12" cy="{y}" '
            f'r="{radius}"/><text x="28" y="{y + 4}">{html.escape(head.number)}{year}</text></a>'
        )
    title = f"The {len(members)} resolutions of the series by session; the list below says the same"
    line = f'<path class="line" d="M12 {_STEP // 2}V{height - _STEP // 2}"/>'
    return _figure("timeline", title, (260, height), [line, *dots])


def _picture(numbers: Sequence[str], rows: Sequence[tuple[Paragraph, list[_Cell]]]) -> str:
    """Paragraph by year: a line for each paragraph, a column for each year."""
    names, paths = [], dict.fromkeys(_SHAPES, "")
    for at, number in enumerate(numbers):
        x = _MARGIN + _COLUMN * at
        names.append(f'<a href="#{_anchor(number)}"><text x="{x}" y="12">{html.escape(number)}</text></a>')
    for at, (paragraph, cells) in enumerate(rows, start=2):
        y = _LINE * at
        name = html.escape(spoken_label(str(paragraph.label)))
        names.append(f'<a href="#row-{paragraph.anchor}"><text y="{y + 4}">{name}</text></a>')
        for back, cell in enumerate(cells, start=1):
            shape = _SHAPES[cell.fate or Fate.SAME]
            paths[cell.fate or Fate.SAME] += shape.format(x=_MARGIN + _COLUMN * (len(numbers) - back), y=y)
    drawn = [f'<path class="{fate}" d="{path}"/>' for fate, path in paths.items() if path]
    title = "What became of each paragraph, year by year; the table below says the same"
    size = (_MARGIN + _COLUMN * len(numbers), _LINE * (len(rows) + 2))
    says = "A thin line: as before. A low box: dates or numbers only. A high box: changed. A wedge: new."
    return _figure("paragraphs", title, size, [*names, *drawn], says)


def _figure(kind: str, title: str, size: tuple[int, int], inside: Sequence[str], says: str = "") -> str:
    """An SVG without blank lines, so that it stays one block of HTML in Markdown."""
    caption = [f"<figcaption>{says}</figcaption>"] if says else []
    lines = [
        f'<figure class="{kind}">',
        f'<svg viewBox="0 0 {size[0]} {size[1]}" width="{size[0]}" role="group" aria-labelledby="{kind}-title">',
        f'<title id="{kind}-title">{html.escape(title)}</title>',
        *inside,
        "</svg>",
        *caption,
        "</figure>",
    ]
    return "\n".join(lines)


def _table(prose: Prose, years: Sequence[tuple[str, str]], rows: Sequence[tuple[Paragraph, list[_Cell]]]) -> str:
    head = ["Paragraph", *(f"[{escape(number)}]({address})" for number, address in years)]
    lines = [head, ["---"] * len(head)]
    for paragraph, cells in rows:
        label = str(paragraph.label)
        name = f"[{escape(spoken_label(label))}]({prose.own(label)}){{ #row-{paragraph.anchor} }}"
        gone = ["–"] * (len(years) - len(cells))
        lines.append([name, *gone, *(_words(cell) for cell in reversed(cells))])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _words(cell: _Cell) -> str:
    name = escape(spoken_label(cell.label))
    return f"{name}, {_SAID[cell.fate]}" if cell.fate in _SAID else name
