"""The lists of the collection: for the home page, and of all resolutions by session.

In: a collection. Out: pages. The home page is written by hand and takes its list in by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from unres.collection import Collection, Entry
from unres.pages import OVERVIEW, Page, names_of, title_of
from unres.render import escape

HOME = "A/_home.md"  # taken in by docs/index.md; a leading underscore keeps it from being a page


def listing_pages(collection: Collection) -> Iterator[Page]:
    """The list that the home page takes in."""
    entries = sorted(collection, key=_session, reverse=True)
    blocks = []
    for session, group in groupby(entries, key=_session):
        own = sorted(group, key=lambda entry: entry.symbol.sort_key)
        count = f"{len(own)} resolution{'s' if len(own) != 1 else ''}"
        blocks.append(f"## {_session_name(session)} {{ .session }}\n\n{count}\n{{ .count }}")
        blocks.append("\n".join(_row(entry) for entry in own))
    yield Page(HOME, "\n\n".join(blocks) + "\n")


def _session(entry: Entry) -> int:
    return entry.resolution.masthead.session or 0


def _session_name(session: int) -> str:
    if not session:
        return "Special sessions"
    ending = "th" if session % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(session % 10, "th")
    return f"{session}{ending} session"


def _row(entry: Entry) -> str:
    resolution = entry.resolution
    path = entry.symbol.path
    number, title = escape(resolution.masthead.number), escape(resolution.masthead.title.plain)
    parts = " · ".join(f"[{title_of(name)}]({path}/{name}.md)" for name in names_of(resolution) if name != OVERVIEW)
    return f"- [<span>{number}</span> {title}]({path}/index.md){{ .resolution }}\n\n    {parts}\n    {{ .parts }}\n"
