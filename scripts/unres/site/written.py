"""Files of the whole collection that need not be made again: each is known by what it was made from.

In: the folder of a new site, and which files the site before has, with what each was made from. Out: the files that
are to be made; the others stay. What is kept names no content: where the site before has a file no more, or another in
its place, it is made anew.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from unres import values
from unres.cache import Cache, key
from unres.site.stays import Stamp, Stays, stamp

_STYLE = "style"  # what the style sheet is made from, as far as it matters: pages that stay ask for the one before
Told = tuple[dict[str, str], list[str]]  # what files were made from, by path; those of them that stay
Before = dict[str, tuple[str, Stamp]]  # by path what a file was made from, and its stamp


def files_before(kept: Cache, folder: Path) -> Before:
    """The files that were written into a folder; none if what was kept is of something else."""
    try:
        return values.from_bytes(kept.get(key(str(folder))) or b"{}", Before)
    except ValueError:
        return {}


def keep_files(kept: Cache, folder: Path, files: Before) -> None:
    """Keeps them for the next build."""
    kept.put(key(str(folder)), values.as_bytes(files))


@dataclass(slots=True)
class Written:
    """The files of a site that belong to no resolution.

    Attributes:
        site: the folder of the new site.
        stays: what stays of the site before.
        before: the files that it has, by path in the site: what each was made from, and its stamp.
        sources: what each file of the new site is made from, by path.
    """

    site: Path
    stays: Stays
    before: Before = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, site: Path, stays: Stays, kept: Cache) -> Written:
        """With what was kept when the site before was made."""
        return cls(site, stays, files_before(kept, stays.site))

    def write(self, path: str, source: str, make: Callable[[], bytes]) -> None:
        """Writes a file, unless it stays.

        Args:
            path: where in the site.
            source: stands for all that it is made from; empty where nothing does.
            make: makes its content.
        """
        self.enter(path, source)
        made = self.before.get(path)
        if source and made and made[0] == source and self.stays.keep({path: made[1]}):
            return
        (self.site / path).parent.mkdir(parents=True, exist_ok=True)
        (self.site / path).write_bytes(make())

    def enter(self, path: str, source: str) -> None:
        """Notes what a file is made from that somebody else writes."""
        if source:
            self.sources[path] = source

    def dress(self, style: str) -> None:
        """Has pages that stay ask for this style sheet, whose name is as long as any other's."""
        before = next((path for path, (source, _) in self.before.items() if source == _STYLE), style)
        self.enter(style, _STYLE)
        for page in [path for path in self.sources if path.endswith(".html") and path in self.stays.files]:
            if before != style:
                content = self.stays.content(page).replace(before.encode(), style.encode())
                del self.stays.files[page]
                (self.site / page).parent.mkdir(parents=True, exist_ok=True)
                (self.site / page).write_bytes(content)

    def told(self) -> Told:
        """What another process wrote or left as it stands, to be taken in by this one; and what stays of it."""
        return self.sources, [path for path in self.sources if path in self.stays.files]

    def take(self, told: Told) -> None:
        """Takes in what another process told."""
        sources, stay = told
        self.sources |= sources
        self.stays.files |= {path: self.before[path][1] for path in stay}

    def remember(self, kept: Cache, listed: Mapping[str, str]) -> None:
        """Keeps what was written, once it lies in the site, whose list has the checksum of each."""
        site, files = self.stays.site, self.stays.files
        with contextlib.suppress(OSError, LookupError):  # somebody removes the site meanwhile
            found = {
                path: (source, files.get(path) or stamp(site / path, listed[path]))
                for path, source in self.sources.items()
            }
            keep_files(kept, site, found)
        kept.sweep()
