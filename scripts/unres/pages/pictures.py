"""Pictures: who cites whom, the years of a series, and each paragraph through them.

In: names, places and fates. Out: SVG of our own, without styles and without blank lines, so that it stays one block of
HTML in Markdown. Each has a title, and links to the rows of the list or table beside it that say the same.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unres.compare import Fate

_STEP, _LINE, _COLUMN, _MARGIN = 26, 14, 72, 76  # a session, a paragraph, a year, the names
_ROW, _REACH, _GAP, _LETTER = 20, 56, 10, 8  # of who cites whom: a document, the arcs, to the name, a letter of it
_MOST = 40  # documents in a column; of more, a picture says less than the list
_LETTERS = 24  # of a document's name
# What each fate looks like in a column, from the middle of its line; told by height and shape, not by colour
_SHAPES = {
    Fate.SAME: "M{x} {y}h64v1h-64z",
    Fate.ROUTINE: "M{x} {y}m0-2h64v5h-64z",
    Fate.CHANGED: "M{x} {y}m0-5h64v10h-64z",
    Fate.NEW: "M{x} {y}m0-5l64 5l-64 5z",
}
_KEY = {
    Fate.SAME: "as before",
    Fate.ROUTINE: "dates or numbers only",
    Fate.CHANGED: "changed",
    Fate.NEW: "new",
}


@dataclass(frozen=True, slots=True)
class Dot:
    """Something that a picture shows as a dot with its name.

    Attributes:
        name: as a reader sees it.
        anchor: of the row of the list that says the same.
        full: whether the dot is filled.
    """

    name: str
    anchor: str
    full: bool


def timeline(sessions: Sequence[tuple[int, Dot]]) -> str:
    """The resolutions of a series down a line, a step for each session, so that a gap is seen; a full dot is here."""
    numbers = [session for session, _ in sessions]
    first, last = min(numbers), max(numbers)
    height = _STEP * (last - first + 1)
    dots = []
    for session, dot in sessions:
        y = _STEP * (session - first) + _STEP // 2
        dots.append(
            f'<a href="#{dot.anchor}"><circle class="{_kind(dot)}" cx="12" cy="{y}" r="{7 if dot.full else 5}"/>'
            f'<text x="28" y="{y + 4}">{html.escape(dot.name)}</text></a>'
        )
    title = f"The {len(sessions)} resolutions of the series by session; the list below says the same"
    line = f'<path class="line" d="M12 {_STEP // 2}V{height - _STEP // 2}"/>'
    return _figure("timeline", title, (260, height), [line, *dots])


def through_the_years(years: Sequence[Dot], rows: Sequence[tuple[Dot, Sequence[Fate | None]]]) -> str:
    """Paragraph by year: a line for each paragraph, a column for each year; empty where the year has it not."""
    names, paths = [], dict.fromkeys(_SHAPES, "")
    for at, year in enumerate(years):
        x = _MARGIN + _COLUMN * at
        names.append(f'<a href="#{year.anchor}"><text x="{x}" y="12">{html.escape(year.name)}</text></a>')
    for at, (row, fates) in enumerate(rows, start=2):
        y = _LINE * at
        names.append(f'<a href="#{row.anchor}"><text y="{y + 4}">{html.escape(row.name)}</text></a>')
        for column, fate in enumerate(fates):
            if fate:
                paths[fate] += _SHAPES[fate].format(x=_MARGIN + _COLUMN * column, y=y)
    drawn = [f'<path class="{fate}" d="{path}"/>' for fate, path in paths.items() if path]
    title = "What became of each paragraph, year by year; the table below says the same"
    size = (_MARGIN + _COLUMN * len(years), _LINE * (len(rows) + 2))
    return _figure("paragraphs", title, size, [*names, *drawn], _key())


def _key() -> str:
    """The marks, each with what it means."""
    marks = (
        f'<span><svg viewBox="0 0 64 12" width="32" aria-hidden="true"><path class="{fate}" '
        f'd="{_SHAPES[fate].format(x=0, y=6)}"/></svg> {words}</span>'
        for fate, words in _KEY.items()
    )
    return " ".join(marks)


def who_cites_whom(here: str, cited_by: Sequence[Dot], cites: Sequence[Dot]) -> str:
    """A resolution, at left those that cite it, at right what it cites; empty where there is too little to draw."""
    if len(cited_by) + len(cites) < 2:
        return ""
    left, right = cited_by[:_MOST], cites[:_MOST]
    height = _ROW * max(len(left), len(right))
    start, half = _width(left), (_LETTER * len(here)) // 2 + 8
    middle = start + half
    inside = [f'<text class="here" x="{middle}" y="{height / 2 + 4:g}">{html.escape(here)}</text>']
    inside += _column(left, start - _REACH, start, height)
    inside += _column(right, middle + half + _REACH, middle + half, height)
    title = f"{len(cited_by)} that cite {here} and {len(cites)} that it cites; the lists below say the same"
    says = ["At left who cites it."] if left else []
    says += ["At right what it cites; a full dot is held here."] if right else []
    more = len(cited_by) + len(cites) - len(left) - len(right)
    says += [f"{more} more are in the lists."] if more else []
    return _figure("cites", title, (middle + half + _width(right), height), inside, " ".join(says))


def _width(dots: Sequence[Dot]) -> int:
    """The room that a column of names takes with its arcs."""
    return _REACH + _GAP + _LETTER * max(len(_short(dot.name)) for dot in dots) if dots else 0


def _column(dots: Sequence[Dot], x: int, edge: int, height: int) -> Iterator[str]:
    """Dots with their names, and an arc from each to the edge of what stands in the middle."""
    top = (height - _ROW * len(dots)) / 2
    handle = (x + edge) / 2
    for at, dot in enumerate(dots):
        y = top + _ROW * at + _ROW / 2
        end, text = ("end", x - _GAP) if x < edge else ("start", x + _GAP)
        yield f'<path class="line" d="M{x} {y:g}C{handle:g} {y:g} {handle:g} {height / 2:g} {edge} {height / 2:g}"/>'
        yield (
            f'<a href="#{dot.anchor}"><circle class="{_kind(dot)}" cx="{x}" cy="{y:g}" r="4"/>'
            f'<text class="{end}" x="{text}" y="{y + 4:g}">{html.escape(_short(dot.name))}</text></a>'
        )


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1].rstrip()}…"


def _kind(dot: Dot) -> str:
    return "here" if dot.full else "other"


def _figure(kind: str, title: str, size: tuple[float, float], inside: Sequence[str], says: str = "") -> str:
    caption = [f"<figcaption>{says}</figcaption>"] if says else []
    lines = [
        f'<figure class="picture {kind}">',
        f'<svg viewBox="0 0 {size[0]} {size[1]:g}" width="{size[0]}" role="group" aria-labelledby="{kind}-title">',
        f'<title id="{kind}-title">{html.escape(title)}</title>',
        *inside,
        "</svg>",
        *caption,
        "</figure>",
    ]
    return "\n".join(lines)
