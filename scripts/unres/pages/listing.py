"""The lists of the collection: for the home page, by session, by committee and by subject.

In: a collection. Out: pages below ``A/RES/``, and the list that the home page, written by hand, takes in.
All are sorted as people count: 80/9 before 80/10.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence

from unres.collection import Collection, Entry
from unres.dates import day
from unres.errors import count
from unres.markup import escape
from unres.pages.groups import ROOT, Grouping, Groups, session_name
from unres.pages.page import Page, front_matter
from unres.pages.resolution import contents, names_of, title_of

HOME = "A/_home.md"  # taken in by docs/index.md; a leading underscore keeps it from being a page


def listing_pages(collection: Collection, grouping: Grouping) -> Iterator[Page]:
    """Every list of the collection, which comes grouped."""
    sessions, committees, subjects = grouping.sessions, grouping.committees, grouping.subjects
    home = _presented(next(iter(collection))) if len(collection) == 1 else _home(collection, sessions)
    yield Page(HOME, "\n\n".join(home) + "\n")
    yield _page("index", "All resolutions", _overview(collection, grouping))
    for key, entries in sessions.items():
        yield _page(f"{key}/index", session_name(key), [_count(entries), _rows(entries, "../")])
    for name, entries in committees.items():
        yield _page(f"committees/{grouping.committee_slugs[name]}", name, [_count(entries), _rows(entries, "../")])
    blocks = []
    for name, entries in subjects.items():
        blocks += [f"## {escape(name)} {{ #{grouping.subject_slugs[name]} }}", _rows(entries, "../")]
    yield _page("subjects/index", "By subject of the agenda item", [f"{len(subjects):,} subjects", *blocks])


def lists_of(collection: Collection) -> Iterator[tuple[str, str, int]]:
    """Name, address and number of resolutions of every session, committee and subject."""
    grouping = Grouping.of(collection)
    for key, entries in grouping.sessions.items():
        yield session_name(key), f"{ROOT}/{key}/", len(entries)
    for name, entries in grouping.committees.items():
        yield name, grouping.committee_page(name).removesuffix(".md") + "/", len(entries)
    for name, entries in grouping.subjects.items():
        yield name, grouping.subject_page(name).replace("index.md", ""), len(entries)


def _page(path: str, title: str, blocks: Iterable[str]) -> Page:
    meta = front_matter({"title": html.escape(title)})
    body = "\n\n".join([f"# {escape(title)} {{ .ours }}", "/// html | div.listing.ours", *blocks, "///"])
    return Page(f"{ROOT}/{path}.md", f"{meta}{body}\n")


def _count(entries: Sequence[Entry]) -> str:
    return f"{count(len(entries), 'resolution')}\n{{ .count }}"


def _rows(entries: Iterable[Entry], up: str) -> str:
    """One line a resolution; ``up`` leads from the list's page to the folder of all resolutions."""
    return "\n".join(
        f"- [<span>{escape(entry.resolution.masthead.number)}</span> {escape(entry.resolution.masthead.title.plain)}]"
        f"({up}{entry.symbol.number}/index.md){{ .entry }}"
        for entry in entries
    )


def _home(collection: Collection, sessions: Groups) -> Iterator[str]:
    """The latest session whole, and the ways to all others."""
    latest, *others = sessions
    yield "/// html | div.listing.ours"
    links = [f"[{session_name(key)}]({ROOT}/{key}/index.md) ({len(sessions[key]):,})" for key in others]
    ways = [f"[By committee]({ROOT}/index.md#by-committee)", f"[By subject]({ROOT}/subjects/index.md)"]
    ways += [f"[Everything cited]({ROOT}/references/index.md)", f"[Who must act]({ROOT}/actions/index.md)"]
    yield f"{len(collection):,} resolutions: {' · '.join([*links, *ways])}\n{{ .ways }}"
    yield f"## {session_name(latest)} {{ .session }}"
    yield _count(sessions[latest])
    yield _rows(sessions[latest], f"{ROOT}/")
    yield "///"


def _overview(collection: Collection, grouping: Grouping) -> Iterator[str]:
    yield _count(list(collection))
    yield "## By session"
    sessions = grouping.sessions.items()
    yield "\n".join(f"- [{session_name(key)}]({key}/index.md): {len(found):,}" for key, found in sessions)
    yield "## By committee"
    yield "\n".join(
        f"- [{escape(name)}]({grouping.committee_page(name).removeprefix(f'{ROOT}/')}): {len(found):,}"
        for name, found in grouping.committees.items()
    )
    yield "## By subject, by document cited, by who must act"
    others = {"By subject of the agenda item": "subjects", "Everything cited": "references", "Who must act": "actions"}
    yield "\n".join(f"- [{name}]({folder}/index.md)" for name, folder in others.items())


def _presented(entry: Entry) -> Iterator[str]:
    """The only resolution of a collection, with what it holds."""
    resolution, folder = entry.resolution, f"{entry.symbol}/"
    title = f"<span>{escape(resolution.masthead.number)}.</span> {escape(resolution.masthead.title.plain)}"
    yield "//// html | div.presented.ours"
    yield f"## [{title}]({folder}index.md)"
    yield f"{escape(resolution.symbol)}{_adopted(entry)}\n{{ .adopted }}"
    parts = " · ".join(f"[{title_of(name, resolution)}]({folder}{name}.md)" for name in names_of(resolution))
    yield f"{parts}\n{{ .parts }}"
    yield from contents(entry, folder)
    yield "////"


def _adopted(entry: Entry) -> str:
    adopted = entry.resolution.masthead.adopted
    return f" · adopted on {day(adopted)}" if adopted else ""
