"""Who must act, in the whole collection: lists by addressee, by the year in which something is due, and by session.

In: what is known of a collection. Out: pages below ``A/RES/actions/``. They stay light however large the collection
grows: whoever is asked often has pages of their own, the others share them, and a page that is too long goes on over
further ones.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markdown.extensions.toc import slugify

from unres.actions import Action
from unres.collection import Entry
from unres.errors import count
from unres.insight import Insight
from unres.markup import escape
from unres.naming import spoken_label
from unres.pages.page import Page, Slugs, front_matter
from unres.pages.rows import sift
from unres.pages.shelves import Shelves, session_of, shelves

FOLDER = "A/RES/actions"
LONGEST = 200  # actions on a page
OFTEN = 20  # from here on an addressee has a page of its own
_SHOWN = 160  # characters of an action's words
_DATA = (("actions.csv", "CSV"), ("actions.json", "JSON"), ("actions.ics", "calendar of what is due"))


@dataclass(frozen=True, slots=True)
class _Item:
    """An action where it is listed, with the words of its paragraph from its verb on."""

    entry: Entry
    action: Action
    words: str


@dataclass(frozen=True, slots=True)
class _Group:
    """What stands under one name: a page, or several that lead on to each other.

    Attributes:
        slug: the name of the page in its address.
        name: as a reader sees it.
        count: how many actions it has.
        lines: each with the heading that it stands under, empty for none.
        kind: a class that says whose words the lines are.
    """

    slug: str
    name: str
    count: int
    lines: tuple[tuple[str, str], ...]
    kind: str = ".quoted"  # the United Nations'


def action_pages(insight: Insight) -> Iterator[Page]:
    """Every list, and the page that leads to them."""
    items = list(_items(insight))
    slugs = Slugs()
    parts = {
        "By addressee": _by_addressee(items),
        "By the year in which it is due": _by_year(items),
        "By session": _by_session(items, shelves(insight.collection, session_of)),
    }
    data = " · ".join(f'<a href="../../../{file}">{name}</a>' for file, name in _DATA)
    lead = [_intro(insight, items), f'<p class="ways">All of it as data: {data}</p>']
    blocks = []
    for heading, groups in parts.items():
        links = []
        for group in groups:
            pages = list(_pages(group, slugs))
            yield from pages
            links.append(f"- [{escape(group.name)}]({pages[0].path.rpartition('/')[2]}): {group.count:,}")
        blocks += [f"## {heading}", "\n".join(links)] if links else []
    yield _page("index", "Who must act", blocks, lead=lead)


def _intro(insight: Insight, items: Sequence[_Item]) -> str:
    unread = sum(len(found.unread) for found in insight.actions.values())
    times, among = count(len(items), "time"), count(len(insight.actions), "resolution")
    says = f"{times} somebody is asked to act, or something is due, in {among}."
    blank = f"{count(unread, 'place')} could not be read with certainty"
    return f"{says} {blank}; the page of each resolution names its own." if unread else says


def _items(insight: Insight) -> Iterator[_Item]:
    for symbol, found in insight.actions.items():
        entry = insight.collection.entries[symbol]
        words = {p.label: p.text.plain for p in entry.resolution.paragraphs}
        yield from (
            _Item(entry, action, words[action.label][action.start :]) for action in found.actions if action.asks
        )


def _by_addressee(items: Iterable[_Item]) -> Iterator[_Group]:
    """Whom is asked often, the most often first; then the others by the alphabet, who share pages."""
    found: dict[str, dict[int, _Item]] = {}
    for item in items:
        for one in item.action.addressees:
            found.setdefault(one.body[:1].upper() + one.body[1:], {})[id(item)] = item
    for name in sorted(found, key=lambda name: (-len(found[name]), name)):
        if len(found[name]) >= OFTEN:
            yield _group(f"to-{slugify(name, '-') or 'other'}", name, found[name].values())
    shared: list[str] = []
    for name in sorted((name for name in found if len(found[name]) < OFTEN), key=str.casefold):
        if shared and sum(len(found[one]) for one in shared) + len(found[name]) > LONGEST:
            yield _others(shared, found)
            shared = []
        shared.append(name)
    if shared:
        yield _others(shared, found)


def _group(slug: str, name: str, items: Collection[_Item]) -> _Group:
    return _Group(slug, name, len(items), tuple(("", _line(item)) for item in items))


def _others(names: Sequence[str], found: Mapping[str, Mapping[int, _Item]]) -> _Group:
    """Addressees that share a page, each under its name."""
    first, last = names[0], names[-1]
    title = f"Others, {first[0]} to {last[0]}"
    lines = tuple((name, _line(item)) for name in names for item in found[name].values())
    return _Group(f"to-others-{slugify(first, '-')[:20] or 'other'}", title, len(lines), lines)


def _by_year(items: Iterable[_Item]) -> Iterator[_Group]:
    """What is due, the latest year first; within one, what has a day first."""
    found: dict[str, list[_Item]] = {}
    for item in items:
        if due := item.action.due:
            found.setdefault(str(due.year or ""), []).append(item)
    for year in sorted(found, reverse=True):
        name = f"Due in {year}" if year else "Due in no year: a period, or the next occasion"
        yield _group(f"due-{year or 'again'}", name, sorted(found[year], key=_when))


def _when(item: _Item) -> tuple[bool, str]:
    date = item.action.due.date if item.action.due else None
    return date is None, date.isoformat() if date else ""


def _by_session(items: Iterable[_Item], sessions: Shelves) -> Iterator[_Group]:
    """A line a resolution: whom it asks how often, and what is due when."""
    by_symbol = {symbol: list(found) for symbol, found in groupby(items, key=lambda item: str(item.entry.symbol))}
    for shelf, entries in sessions.values():
        held = [by_symbol[str(entry.symbol)] for entry in entries if str(entry.symbol) in by_symbol]
        if held:
            lines = tuple(("", _of_resolution(found)) for found in held)
            yield _Group(f"session-{shelf.path.split('/')[-2]}", shelf.name, sum(map(len, held)), lines, "")


def _of_resolution(items: Sequence[_Item]) -> str:
    times = Counter(one.body for item in items for one in item.action.addressees)
    who = ", ".join(f"{name} ({count})" if count > 1 else name for name, count in times.most_common())
    dues = dict.fromkeys(item.action.due.words for item in items if item.action.due)
    said = [escape(who), f"**Due: {escape('; '.join(dues))}**" if dues else ""]
    head = items[0].entry.resolution.masthead
    link = f"[{escape(head.number)}](../{_path(items[0].entry)}/index.md)"
    return f"- {link} {escape(head.title.plain)}: {' '.join(filter(None, said))}"


def _pages(group: _Group, slugs: Slugs) -> Iterator[Page]:
    """The pages of a group, each leading on to the next."""
    chunks = [group.lines[at : at + LONGEST] for at in range(0, len(group.lines), LONGEST)]
    names = [slugs.free(group.slug if not at else f"{group.slug}-page-{at + 1}") for at in range(len(chunks))]
    for at, chunk in enumerate(chunks):
        blocks = []
        for heading, lines in groupby(chunk, key=lambda line: line[0]):
            blocks += [f"## {escape(heading)}"] if heading else []
            blocks.append("\n".join(words for _, words in lines))
        more = [f"[Continued on page {at + 2}]({names[at + 1]}.md)"] if at + 1 < len(chunks) else []
        yield _page(
            names[at], f"Who must act: {group.name}" + (f", page {at + 1}" if at else ""), [*blocks, *more], group.kind
        )


def _line(item: _Item) -> str:
    """``80/26, OP3: Requests the Secretary-General to …``, with the due that the words shown do not reach."""
    label = item.action.label
    name = f"{item.entry.resolution.masthead.number}, {spoken_label(label)}"
    words = item.words if len(item.words) <= _SHOWN else f"{item.words[:_SHOWN].rsplit(' ', 1)[0]} …"
    due = f" **{escape(item.action.due.words)}**" if item.action.due else ""
    again = " (as the last time)" if item.action.repeated else ""
    address = f"../{_path(item.entry)}/index.md{item.entry.places[label].address}"
    return f"- [{escape(name)}]({address}) {escape(words)}{due}{again}"


def _path(entry: Entry) -> str:
    return str(entry.symbol).removeprefix("A/RES/")


def _page(slug: str, title: str, blocks: Sequence[str], kind: str = "", lead: Sequence[str] = ()) -> Page:
    fields = {"title": html.escape(title), "hide": ["toc"]}
    field = sift([line for block in blocks for line in block.splitlines() if line.startswith("- ")], {}, "words")
    inside = [f"/// html | div.asked.ours{kind}", *lead, *field, *blocks, "///"]
    body = "\n\n".join([f"# {escape(title)} {{ .ours }}", *inside])
    return Page(f"{FOLDER}/{slug}.md", f"{front_matter(fields)}{body}\n")
