"""The lists of the collection: for the home page, and of all resolutions by session.

In: a collection. Out: pages. The home page is written by hand and takes its list in by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from unres.collection import Collection, Entry
from unres.page import Page
from unres.pages import OVERVIEW, contents, names_of, title_of
from unres.render import escape

HOME = "A/_home.md"  # taken in by docs/index.md; a leading underscore keeps it from being a page


def listing_pages(collection: Collection) -> Iterator[Page]:
    """The list that the home page takes in."""
    entries = sorted(collection, key=_session, reverse=True)
    if len(entries) == 1:
        yield Page(HOME, "\n\n".join(_presented(entries[0])) + "\n")
        return
    blocks = []
    for session, group in groupby(entries, key=_session):
        own = sorted(group, key=lambda entry: entry.symbol.sort_key)
        count = f"{len(own)} resolution{'s' if len(own) != 1 else ''}"
        blocks.append(f"## {_session_name(session)} {{ .session .ours }}\n\n{count}\n{{ .count }}")
        blocks.append("\n".join(_row(entry) for entry in own))
    yield Page(HOME, "\n\n".join(blocks) + "\n")


def _session(entry: Entry) -> int:
    return entry.resolution.masthead.session or 0


def _session_name(session: int) -> str:
    if not session:
        return "Special sessions"
    ending = "th" if session % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(session % 10, "th")
    return f"{session}{ending} session"


def _presented(entry: Entry) -> Iterator[str]:
    """The only resolution of a collection, with what it holds."""
    resolution, folder = entry.resolution, f"{entry.symbol.path}/"
    yield "//// html | div.presented.ours"
    yield f"## [<span>{escape(resolution.masthead.number)}.</span> {escape(resolution.masthead.title.plain)}]({folder}index.md)"
    yield f"{escape(resolution.symbol)}{_adopted(entry)}\n{{ .adopted }}"
    yield f"{_parts(entry)}\n{{ .parts }}"
    yield from contents(resolution, folder)
    yield "////"


def _row(entry: Entry) -> str:
    resolution = entry.resolution
    number, title = escape(resolution.masthead.number), escape(resolution.masthead.title.plain)
    link = f"[<span>{number}</span> {title}]({entry.symbol.path}/index.md){{ .entry }}"
    return f"- {link}\n\n    {_parts(entry)}\n    {{ .parts }}\n"


def _adopted(entry: Entry) -> str:
    adopted = entry.resolution.masthead.adopted
    return f" · adopted on {adopted.day} {adopted:%B %Y}" if adopted else ""


def _parts(entry: Entry) -> str:
    names = [name for name in names_of(entry.resolution) if name != OVERVIEW]
    return " · ".join(f"[{title_of(name)}]({entry.symbol.path}/{name}.md)" for name in names)
