"""The house as a picture and a list, for the page for developers.

In: the rooms as the code has them. Out: the snippet that docs/developers/index.md takes in. Each room is
a box in one column, the last at the top, and an arc leads down to each room that it imports from. One
column needs no layout engine, shows at a glance that no arc leads up, and is readable on a phone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from unres.cache import Cache, key
from unres.pages.page import Page
from unres.pages.rooms import Room, rooms

HOUSE = "A/_house.md"  # taken in by a page written by hand, as the list of the home page is
_WIDTH, _ROW, _BOX = 360, 32, 24
_LEFT, _RIGHT = 1, 148  # of the boxes
_TIP = (
    '<defs><marker id="house-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">'
    '<path d="M0 0L8 4L0 8z"/></marker></defs>'
)


def house_page(kept: Cache = Cache()) -> Page:  # noqa: B008 -- frozen
    """The snippet: the picture, and the same as a list; kept until the code changes, with which a cache begins anew."""
    data = kept.get(key(HOUSE))
    if data is None:
        found = rooms()
        data = f"{picture(found)}\n\n{listing(found)}\n".encode()
        kept.put(key(HOUSE), data)
    return Page(HOUSE, data.decode())


def picture(found: Sequence[Room]) -> str:
    """The rooms as an SVG; without blank lines, so that it stays one block of HTML in Markdown."""
    floors = {room.name: at for at, room in enumerate(reversed(found))}
    arrows = sum(len(room.imports) for room in found)
    title = f"{len(found)} rooms and {arrows} arrows, none of which leads up"
    lines = [
        '<figure class="house">',
        f'<svg viewBox="0 0 {_WIDTH} {_ROW * len(found)}" role="img" aria-labelledby="house-title">',
        f'<title id="house-title">{title}; the list below says the same</title>',
        _TIP,
        *_arcs(found, floors),
        *(_box(room, floors[room.name]) for room in found),
        "</svg>",
        f"<figcaption>{title}.</figcaption>",
        "</figure>",
    ]
    return "\n".join(lines)


def _box(room: Room, floor: int) -> str:
    top = _ROW * floor + (_ROW - _BOX) / 2
    count = "" if room.modules == 1 else f'<text class="size" x="{_RIGHT - 8}" y="{top + 16.5:g}">{room.modules}</text>'
    return (
        f'<rect x="{_LEFT}" y="{top:g}" width="{_RIGHT - _LEFT}" height="{_BOX}" rx="3"/>'
        f'<text x="{_LEFT + 8}" y="{top + 16.5:g}">{room.name}</text>{count}'
    )


def _arcs(found: Sequence[Room], floors: dict[str, int]) -> Iterator[str]:
    """An arc for each import; those that others imply are faint and lie below, those that say something new on top."""
    implied = _implied(found)
    step = (_WIDTH - _RIGHT - 4) / 0.75 / len(found)  # an arc bulges to three quarters of where its handles are
    arcs = [(room.name, other, other in implied[room.name]) for room in found for other in room.imports]
    for name, other, faint in sorted(arcs, key=lambda arc: not arc[2]):
        start, end = _ROW * floors[name] + 20, _ROW * floors[other] + 12  # an arc leaves low and arrives high
        reach = round(_RIGHT + step * (1 + floors[other] - floors[name]))
        kind = 'class="implied"' if faint else 'marker-end="url(#house-tip)"'
        yield f'<path {kind} d="M{_RIGHT} {start}C{reach} {start} {reach} {end} {_RIGHT + 1} {end}"/>'


def _implied(found: Sequence[Room]) -> dict[str, set[str]]:
    """For each room, what it imports from that a room it imports from knows too: arcs drawn faintly."""
    below: dict[str, set[str]] = {}
    for room in found:  # from the bottom up
        below[room.name] = {*room.imports, *(name for other in room.imports for name in below[other])}
    return {room.name: {name for other in room.imports for name in below[other]} for room in found}


def listing(found: Sequence[Room]) -> str:
    """The same as a list, from the top down."""
    return "\n".join(_row(room) for room in reversed(found))


def _row(room: Room) -> str:
    modules = "" if room.modules == 1 else f" {room.modules} modules."
    imports = f"Imports from {', '.join(room.imports)}." if room.imports else "Imports from no other room."
    return f"- **{room.name}**: {_prose(room.about)}{modules} {imports}"


def _prose(words: str) -> str:
    """A docstring's words as Markdown."""
    return re.sub(r"``(.+?)``", r"`\1`", html.escape(words, quote=False))
