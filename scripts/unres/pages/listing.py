"""The lists of the collection: by session, by committee and by subject, and the pages that lead to them.

In: a collection. Out: pages below ``A/``, one for each folder that an address can be shortened to. All are sorted
as people count, 80/9 before 80/10, and where sessions mix, the newest comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from unres.collection import Collection, Entry
from unres.dates import day
from unres.errors import count
from unres.markup import escape
from unres.pages.page import Page
from unres.pages.rows import ListItem, list_pages, page, row_of, sift, towards
from unres.pages.shelves import ROOT, Shelf, Shelves, committee_of, session_of, shelves, subject_of

OVERVIEW = "A/RES"
SUBJECTS = f"{ROOT}subjects"
COMMITTEES = f"{ROOT}committees"


def listing_pages(collection: Collection) -> Iterator[Page]:
    """Every list of the collection."""
    sessions, committees = shelves(collection, session_of), shelves(collection, committee_of)
    yield page("A/index", "General Assembly", _ways(collection))
    lead = f"{count(len(collection), 'resolution')} in {count(len(sessions), 'session')}, the newest first."
    yield page(f"{OVERVIEW}/index", "Sessions", [lead, shelf_names(sessions, OVERVIEW)])
    for shelf, entries in sessions.values():
        yield from list_pages(f"{shelf.path}index", shelf.name, _lead(entries), [row_of(entry) for entry in entries])
    yield page(f"{COMMITTEES}/index", "Committees", [_count(committees), shelf_names(committees, COMMITTEES)])
    for shelf, entries in committees.values():
        rows = [row_of(entry, session_of(entry).name, committee=False) for entry in _newest_session_first(entries)]
        yield from list_pages(shelf.path.rstrip("/"), shelf.name, _lead(entries), rows)
    yield from _subject_pages(collection)


def lists_of(collection: Collection) -> Iterator[tuple[str, str, int]]:
    """Name, address and number of resolutions of every session, committee and subject."""
    for kind in (session_of, committee_of, _subject):
        for shelf, entries in shelves(collection, kind).values():
            yield shelf.name, shelf.path, len(entries)
            for sub, found in _sub_shelves(entries).values() if kind is _subject else ():
                yield f"{shelf.name}: {sub.name}", sub.path, len(found)


def shelf_names(found: Shelves, folder: str) -> str:
    """Shelves by their names, with how many resolutions each has, for a page in a folder below docs/."""
    return "\n".join(
        f"- [{escape(shelf.name)}]({towards(shelf.page, folder)}){{ .shelf }} <small>{len(entries):,}</small>"
        for shelf, entries in found.values()
    )


def _subject(entry: Entry) -> Shelf:
    return subject_of(entry)[0]


def _sub_shelves(entries: Iterable[Entry]) -> Shelves:
    """Those of a subject that belong to a part of it, by that part."""
    subs = {str(entry.symbol): subject_of(entry)[1] for entry in entries}
    inside = [entry for entry in entries if subs[str(entry.symbol)]]
    return shelves(inside, lambda entry: subs[str(entry.symbol)] or Shelf("", ""))


def _subject_pages(collection: Collection) -> Iterator[Page]:
    """An index of subjects with their parts, and a page for each subject."""
    subjects = shelves(collection, _subject)
    lines = []
    for shelf, entries in subjects.values():
        lines.append(shelf_names({shelf.path: (shelf, entries)}, SUBJECTS))
        parts = _sub_shelves(entries)
        lines += [f"    {line}" for line in shelf_names(parts, SUBJECTS).splitlines()]
        yield from list_pages(shelf.path.rstrip("/"), shelf.name, _lead(entries), list(_parted(entries, parts)))
    blocks = ["The titles of agenda items, with those of their parts.", *sift(lines, {}, "words"), "\n".join(lines)]
    yield page(f"{SUBJECTS}/index", "Subjects", blocks)


def _parted(entries: Sequence[Entry], parts: Shelves) -> Iterator[ListItem]:
    """The resolutions of a subject: those of no part of it, then part by part."""
    inside = {str(entry.symbol) for _, found in parts.values() for entry in found}
    whole = [entry for entry in entries if str(entry.symbol) not in inside]
    for heading, found in [("", whole), *((shelf.name, found) for shelf, found in parts.values())]:
        yield from (row_of(entry, heading) for entry in _newest_session_first(found))


def _newest_session_first(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: session_of(entry).order)  # stable: by number within a session


def _count(found: Shelves) -> str:
    return f"{count(sum(len(entries) for _, entries in found.values()), 'resolution')} by where they come from."


def _lead(entries: Sequence[Entry]) -> str:
    """How many there are, and from when to when: ``2 resolutions, adopted from 3 May 2044 to 4 May 2044``."""
    dates = sorted({entry.resolution.masthead.adopted for entry in entries if entry.resolution.masthead.adopted})
    when = f", adopted {f'from {day(dates[0])} to' if dates[1:] else 'on'} {day(dates[-1])}" if dates else ""
    return f"{count(len(entries), 'resolution')}{when}."


def _ways(collection: Collection) -> Iterator[str]:
    """What the page of the organ leads to."""
    yield f"This site has {count(len(collection), 'resolution')} of the General Assembly. They can be found"
    yield (
        "- [by session](RES/index.md)\n- [by committee](RES/committees/index.md)\n"
        "- [by subject](RES/subjects/index.md)\n- [by the documents that they cite](RES/references/index.md)\n"
        "- [by who must act](RES/actions/index.md)"
    )
