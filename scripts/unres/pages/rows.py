"""The one form of a list: number and title as a link, and in small what tells a resolution from others like it.

In: rows, with the headings that they stand under. Out: pages, cut where one would grow too heavy. A list is whole
as it is; where scripts run it can be filtered and ordered (docs/assets/tools/sift.js).
"""

from __future__ import annotations

import html
import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import indent
from typing import TypeVar

from unres import naming
from unres.collection import Entry
from unres.dates import day
from unres.errors import count
from unres.markup import escape
from unres.pages.page import Page, front_matter
from unres.pages.shelves import committee_of, slug

LONGEST = 400  # rows on a page
SIFTED = 8  # rows that the eye takes in without help
Item = TypeVar("Item")
_RESOLUTIONS = {"": "Number", "0": "Newest first", "1": "Longest first", "2": "Most cited first"}


@dataclass(frozen=True, slots=True)
class ListItem:
    """One line of a list.

    Attributes:
        number: what it is known by: ``62/160``.
        title: its title or name, as plain text.
        target: the Markdown file that it leads to, from docs/ on, or an address of another host; or empty.
        facts: what is said in small, each as Markdown.
        keys: what a script can order by, the highest first.
        heading: what it stands under; empty where a list has no parts.
        anchor: what leads to it from elsewhere; empty where nothing does.
        below: more blocks of Markdown that belong to it.
    """

    number: str
    title: str
    target: str
    facts: Sequence[str] = ()
    keys: Sequence[str | int] = ()
    heading: str = ""
    anchor: str = ""
    below: Sequence[str] = ()


def row_of(entry: Entry, heading: str = "", *, committee: bool = True) -> ListItem:
    """A resolution as a row: when adopted, by which committee, how long, how often cited."""
    head = entry.resolution.masthead
    length = sum(map(naming.has_badge, entry.resolution.paragraphs))
    times = len(entry.cited_in)
    facts = [
        day(head.adopted),
        escape(committee_of(entry).name) if committee else "",
        count(length, "paragraph"),
        f"cited {count(times, 'time') if times > 1 else 'once'}" if times else "",
    ]
    date = head.adopted.isoformat() if head.adopted else ""
    target = f"{entry.symbol}/index.md"
    return ListItem(head.number, head.title.plain, target, [*filter(None, facts)], (date, length, times), heading)


def list_pages(path: str, title: str, lead: str, rows: Sequence[ListItem]) -> Iterator[Page]:
    """A list of resolutions on as many pages as it needs.

    Args:
        path: of the first page below docs/, without its suffix: ``A/RES/80/index``.
        title: its heading.
        lead: what is said above the rows, as Markdown.
        rows: all of them, those of one heading beside each other.
    """
    folder = posixpath.dirname(path)
    yield from cut(
        path, title, rows, LONGEST, lambda some: [lead, *sift(some, _RESOLUTIONS), *list_items(some, folder)]
    )


def cut(
    path: str, title: str, items: Sequence[Item], longest: int, write: Callable[[Sequence[Item]], Iterable[str]]
) -> Iterator[Page]:
    """Pages with so many items each; ``write`` makes the blocks of some. Arguments as for ``list_pages``."""
    files = files_needed(path, len(items), longest)
    names = [posixpath.basename(file) for file in files]
    for at, file in enumerate(files):
        blocks = [*write(items[at * longest : (at + 1) * longest]), *_pager(names, at)]
        yield page(file, title if not at else f"{title}, page {at + 1}", blocks)


def files_needed(path: str, items: int, longest: int) -> list[str]:
    """The pages that so many items need, below docs/ and without suffix.

    >>> files_needed("A/RES/80/index", 5, 4), files_needed("A/RES/committees/sixth", 9, 4)[1:]
    (['A/RES/80/index', 'A/RES/80/page-2'], ['A/RES/committees/sixth-page-2', 'A/RES/committees/sixth-page-3'])
    """
    folder, name = posixpath.split(path)
    stem = "" if name == "index" else f"{name}-"
    return [path, *(f"{folder}/{stem}page-{number + 1}" for number in range(1, -(-items // longest)))]


def page(path: str, title: str, blocks: Iterable[str]) -> Page:
    """A page of ours, with its heading."""
    meta = front_matter({"title": html.escape(title), "hide": ["toc"]})
    body = "\n\n".join(
        [f"# {escape(title)} {{ .ours }}", "//// html | div.listing.ours", *filter(None, blocks), "////"]
    )
    return Page(f"{path}.md", f"{meta}{body}\n")


def list_items(rows: Iterable[ListItem], folder: str) -> Iterator[str]:
    """Rows as Markdown blocks, under their headings, for a page that lies in a folder below docs/."""
    for heading, found in groupby(rows, key=lambda row: row.heading):
        if heading:
            yield f"## {escape(heading)} {{ #{slug(heading)} }}"
        lines = []
        for row in found:
            lines.append(_line(row, folder))
            lines += ["\n" + indent(block, "    ") + "\n" for block in row.below]
        yield "\n".join(lines)


def _line(row: ListItem, folder: str) -> str:
    anchor = f' id="{html.escape(row.anchor)}"' if row.anchor else ""
    words = f"<span{anchor}>{escape(row.number)}</span> {escape(row.title)}".rstrip()
    outside = " .external" if row.target.startswith("https:") else ""
    link = f"[{words}]({towards(row.target, folder)}){{ .entry{outside} }}" if row.target else words
    keys = f' data-keys="{html.escape(" ".join(map(str, row.keys)))}"' if row.keys else ""
    return f"- {link}<small{keys}>{' · '.join(row.facts)}</small>"


def towards(target: str, folder: str) -> str:
    """A file below docs/, or an address of another host, as a link from a page in a folder below docs/.

    >>> towards("A/RES/62/160/index.md", "A/RES/committees"), towards("https://docs.un.org/en/A/62/439", "A/RES")
    ('../62/160/index.md', 'https://docs.un.org/en/A/62/439')
    """
    return target if target.startswith("https:") else posixpath.relpath(target, folder or ".")


def sift(rows: Sequence[object], orders: dict[str, str], hint: str = "words, a committee, a month") -> Iterator[str]:
    """A field to filter by, and orders to choose from, for lists that are longer than a glance; shown to scripts."""
    if len(rows) <= SIFTED:
        return
    options = "".join(f'<option value="{key}">{name}</option>' for key, name in orders.items())
    order = f"<label>Order <select>{options}</select></label>" if orders else ""
    yield (
        f'<form class="sift"><label>Filter <input type="search" placeholder="{hint}" autocomplete="off" '
        f'spellcheck="false"></label>{order}<output></output></form>'
    )


def _pager(names: Sequence[str], at: int) -> Iterator[str]:
    """The ways to the other pages of a long list."""
    if len(names) == 1:
        return
    pages = (f"**{n + 1}**" if n == at else f"[{n + 1}]({name}.md)" for n, name in enumerate(names))
    yield f"Page {' · '.join(pages)}\n{{ .pager }}"
