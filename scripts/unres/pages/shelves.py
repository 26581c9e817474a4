"""Where a resolution stands among others: its session, its committee, and the subject of its agenda item.

In: an entry. Out: ``Shelf`` values, each the name of a list and its address. They depend on nothing but the entry,
so that its own page and every list agree without asking each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from zlib import crc32

from markdown.extensions.toc import slugify_unicode

from unres import naming
from unres.collection import Entry, Reading
from unres.numbering import nth

ROOT = "A/RES/"
SESSION_DEPTH = 3  # steps of the address of a session, which is a folder of resolutions too
_SPECIAL = {"S-": "special session", "ES-": "emergency special session"}
# The Main Committees in their order (rule 98 of the rules of procedure of the General Assembly)
_COMMITTEES = ("First", "Second", "Third", "Special Political|Fourth", "Fifth", "Sixth")
_LONGEST = 80  # characters of a slug; file systems allow 255 bytes


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list that a resolution stands in.

    Attributes:
        name: what it is called: ``80th session``.
        path: its address on the site, with a slash at its end, or an anchor: ``A/RES/80/``.
        order: where it stands among its kind.
    """

    name: str
    path: str
    order: tuple[int, ...] = ()

    @property
    def page(self) -> str:
        """The Markdown file of the list below docs/, with its anchor.

        >>> Shelf("", "A/RES/80/").page, Shelf("", "A/RES/subjects/oil/#lamps").page
        ('A/RES/80/index.md', 'A/RES/subjects/oil.md#lamps')
        """
        path, anchor, place = self.path.partition("#")
        file = f"{path}index.md" if path.count("/") == SESSION_DEPTH else f"{path.rstrip('/')}.md"
        return file + anchor + place


def session_of(entry: Reading) -> Shelf:
    """The session that adopted a resolution: as its number has it, of older ones as the masthead spells it.

    >>> from unres.collection.loading import load_file
    >>> from pathlib import Path
    >>> seed, _ = load_file(Path("resolution/62-160.md"))
    >>> session_of(seed).name, session_of(seed).path, committee_of(seed).path
    ('62nd session', 'A/RES/62/', 'A/RES/committees/third-committee/')
    """
    head = entry.resolution.masthead
    key = head.number.partition("/")[0] if "/" in head.number else str(head.session or "other")
    digits = re.sub(r"\D", "", key)
    name = f"{nth(int(digits))} {_SPECIAL.get(key.removesuffix(digits), 'session')}" if digits else "Other sessions"
    return Shelf(name, f"{ROOT}{key}/", (-int(key.isdigit()), -int(digits or 0)))  # the newest first, special ones last


def committee_of(entry: Reading) -> Shelf:
    """The committee whose report a resolution rests on, the First before the Second; those of none come last."""
    name = naming.committee(entry.resolution)
    ordinal = next((at for at, words in enumerate(_COMMITTEES) if re.match(words, name)), len(_COMMITTEES))
    return Shelf(name, f"{ROOT}committees/{slug(name)}/", (ordinal + (name == naming.PLENARY),))


def subject_of(entry: Reading) -> tuple[Shelf, Shelf | None]:
    """The subject of the agenda item, and what of it the sub-item is about, if it says so.

    The title of a sub-item follows that of its item after a colon; one that repeats it says nothing more.
    """
    main, _, sub = naming.subject(entry.resolution).partition(": ")
    path = f"{ROOT}subjects/{slug(main)}/"
    shelf = Shelf(main, path)
    if not sub or sub.casefold() == main.casefold():
        return shelf, None
    return shelf, Shelf(sub[0].upper() + sub[1:], f"{path}#{slug(sub)}")


Shelves = dict[str, tuple[Shelf, list[Entry]]]  # by path, in the order in which they are read


def shelves(entries: Iterable[Entry], kind: Callable[[Entry], Shelf]) -> Shelves:
    """Resolutions, sorted already, by their shelves of a kind, each named as the first spells it."""
    found: Shelves = {}
    for entry in entries:
        shelf = kind(entry)
        found.setdefault(shelf.path, (shelf, []))[1].append(entry)
    return dict(sorted(found.items(), key=lambda item: (item[1][0].order, item[1][0].name.casefold())))


def slug(name: str) -> str:
    """A name in an address: two that differ in case or signs alone are one.

    >>> slug("Third Committee"), slug("third – Committee"), slug("Третий комитет"), slug("…")
    ('third-committee', 'third-committee', 'третий-комитет', 'other')
    """
    found = slugify_unicode(re.sub("[\u2010-\u2015]", "-", name), "-").strip("-") or "other"
    if len(found) <= _LONGEST:
        return found
    return f"{found[:_LONGEST].rpartition('-')[0]}-{crc32(found.encode()):x}"  # others may open with the same words
