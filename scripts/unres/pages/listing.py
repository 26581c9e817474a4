"""The lists of the collection: for the home page, by session, by committee and by subject.

In: a collection. Out: pages below ``A/RES/``, and the list that the home page, written by hand, takes in.
All are sorted as people count: 80/9 before 80/10.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from markdown.extensions.toc import slugify

from unres import naming
from unres.collection import Collection, Entry
from unres.dates import day
from unres.markup import escape
from unres.numbering import nth
from unres.pages.page import Page, Slugs, front_matter
from unres.pages.resolution import contents, names_of, title_of

HOME = "A/_home.md"  # taken in by docs/index.md; a leading underscore keeps it from being a page
ROOT = "A/RES"
Groups = dict[str, list[Entry]]


def listing_pages(collection: Collection) -> Iterator[Page]:
    """Every list of the collection."""
    sessions = _grouped(collection, _session)
    sessions = dict(sorted(sessions.items(), key=lambda item: _session_order(item[0]), reverse=True))
    committees = dict(sorted(_grouped(collection, lambda entry: naming.committee(entry.resolution)).items()))
    slugs = _slugs(committees)
    subjects = dict(sorted(_grouped(collection, lambda entry: naming.subject(entry.resolution)).items()))
    home = _presented(next(iter(collection))) if len(collection) == 1 else _home(collection, sessions)
    yield Page(HOME, "\n\n".join(home) + "\n")
    yield _page("index", "All resolutions", _overview(collection, sessions, committees, slugs))
    for key, entries in sessions.items():
        yield _page(f"{key}/index", _session_name(key), [_count(entries), _rows(entries, "../")])
    for name, entries in committees.items():
        yield _page(f"committees/{slugs[name]}", name, [_count(entries), _rows(entries, "../")])
    blocks = [block for name, entries in subjects.items() for block in (f"## {escape(name)}", _rows(entries, "../"))]
    yield _page("subjects/index", "By subject of the agenda item", [f"{len(subjects):,} subjects", *blocks])


def lists_of(collection: Collection) -> Iterator[tuple[str, str, int]]:
    """Name, address and number of resolutions of every session, committee and subject."""
    for key, entries in _grouped(collection, _session).items():
        yield _session_name(key), f"{ROOT}/{key}/", len(entries)
    committees = dict(sorted(_grouped(collection, lambda entry: naming.committee(entry.resolution)).items()))
    slugs = _slugs(committees)
    for name, entries in committees.items():
        yield name, f"{ROOT}/committees/{slugs[name]}/", len(entries)
    for name, entries in _grouped(collection, lambda entry: naming.subject(entry.resolution)).items():
        yield name, f"{ROOT}/subjects/#{slugify(name, '-')}", len(entries)


def _grouped(collection: Collection, key: Callable[[Entry], str]) -> Groups:
    groups: Groups = {}
    for entry in collection:  # sorted already
        groups.setdefault(key(entry), []).append(entry)
    return groups


def _page(path: str, title: str, blocks: Iterable[str]) -> Page:
    meta = front_matter({"title": html.escape(title)})
    body = "\n\n".join([f"# {escape(title)} {{ .ours }}", "/// html | div.listing.ours", *blocks, "///"])
    return Page(f"{ROOT}/{path}.md", f"{meta}{body}\n")


def _slugs(names: Iterable[str]) -> dict[str, str]:
    """The names of committees in addresses: ``third-committee``; ``other`` where a name has no Latin letter.

    >>> _slugs(["Third Committee", "third Committee", "Третий комитет"])
    {'Third Committee': 'third-committee', 'third Committee': 'third-committee-2', 'Третий комитет': 'other'}
    """
    slugs = Slugs()
    return {name: slugs.free(slugify(name, "-") or "other") for name in names}


def _session(entry: Entry) -> str:
    """The session as the number has it (``80``, ``S-10``), or as the masthead spells it for older ones."""
    number = entry.resolution.masthead.number
    return number.partition("/")[0] if "/" in number else str(entry.resolution.masthead.session or "other")


def _session_order(key: str) -> tuple[int, int]:
    digits = re.sub(r"\D", "", key)
    return (int(key.isdigit()), int(digits or 0))


def _session_name(key: str) -> str:
    kinds = {"S-": "special session", "ES-": "emergency special session"}
    digits = re.sub(r"\D", "", key)
    if not digits:
        return "Other sessions"
    return f"{nth(int(digits))} {kinds.get(key.removesuffix(digits), 'session')}"


def _count(entries: Sequence[Entry]) -> str:
    return f"{len(entries):,} resolution{'' if len(entries) == 1 else 's'}\n{{ .count }}"


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
    links = [f"[{_session_name(key)}]({ROOT}/{key}/index.md) ({len(sessions[key]):,})" for key in others]
    ways = [f"[By committee]({ROOT}/index.md#by-committee)", f"[By subject]({ROOT}/subjects/index.md)"]
    ways.append(f"[Everything cited]({ROOT}/references/index.md)")
    yield f"{len(collection):,} resolutions: {' · '.join([*links, *ways])}\n{{ .ways }}"
    yield f"## {_session_name(latest)} {{ .session }}"
    yield _count(sessions[latest])
    yield _rows(sessions[latest], f"{ROOT}/")
    yield "///"


def _overview(collection: Collection, sessions: Groups, committees: Groups, slugs: Mapping[str, str]) -> Iterator[str]:
    yield _count(list(collection))
    yield "## By session"
    yield "\n".join(f"- [{_session_name(key)}]({key}/index.md): {len(found):,}" for key, found in sessions.items())
    yield "## By committee"
    yield "\n".join(
        f"- [{escape(name)}](committees/{slugs[name]}.md): {len(found):,}" for name, found in committees.items()
    )
    yield "## By subject and by document cited"
    yield "- [By subject of the agenda item](subjects/index.md)\n- [Everything cited](references/index.md)"


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
