"""The folder of each resolution, kept from build to build: which files it holds, and what was read on its pages.

In: what each resolution shows, as digests, and the site before. Out: the folders that stay as they are. Only their
names and stamps are kept, since the site before has the files themselves: where it does not, they are made anew.
"""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from unres.cache import Cache, key
from unres.site.facts import Gathered
from unres.site.stays import Stamp, Stays, stamp, stands
from unres.site.written import files_before, keep_files


@dataclass(frozen=True, slots=True)
class Folder:
    """What was made of a resolution.

    Attributes:
        files: all that its folder holds, by path in the site.
        style: the style sheet that its pages ask for.
        found: what was read on its pages.
    """

    files: Mapping[str, Stamp]
    style: str
    found: Gathered

    @classmethod
    def of(cls, data: bytes | None, symbol: str) -> Folder | None:
        """What ``data`` made of a resolution; None of anything else."""
        try:
            head, _, found = (data or b"").partition(b"\n")
            files, style = json.loads(head)
            return cls(_stamps(files, symbol), style, Gathered.of(found))
        except (ValueError, TypeError, AttributeError, zlib.error):
            return None


@dataclass(slots=True)
class Folders:
    """The folders of a site.

    Attributes:
        kept: where they are kept.
        names: of each resolution the name under which its folder is kept.
        stays: what stays of the site before.
        known: the folders that stay, by symbol.
        made: what was read on the pages of the others, by symbol, as it is kept.
        style: the style sheet that pages ask for.
    """

    kept: Cache
    names: Mapping[str, str]
    stays: Stays
    known: dict[str, Folder] = field(default_factory=dict)
    made: dict[str, bytes] = field(default_factory=dict)
    style: str = ""

    @classmethod
    def of(cls, kept: Cache, digests: Mapping[str, str], around: str, stays: Stays) -> Folders:
        """Those that stay.

        Args:
            kept: where they are kept.
            digests: what each resolution shows.
            around: what surrounds every page.
            stays: the site before.
        """
        names = {symbol: key(shown, around, str(stays.site)) for symbol, shown in digests.items()}
        folders = cls(kept, names, stays)
        for symbol, name in names.items():
            folder = Folder.of(kept.get(name), symbol)
            if folder and stays.keep(folder.files):
                folders.known[symbol] = folder
        return folders

    def found(self) -> Gathered:
        """What was read on the pages that stay."""
        found = Gathered()
        for folder in self.known.values():
            found.merge(folder.found)
        return found

    def dress(self, new: Path, style: str) -> None:
        """Has pages that stay ask for this style sheet, whose name is as long as any other's."""
        self.style = style
        for symbol, folder in self.known.items():
            if folder.style != style:
                self.made[symbol] = folder.found.data()
                for page in folder.found.places:
                    content = self.stays.content(page).replace(folder.style.encode(), style.encode())
                    del self.stays.files[page]
                    (new / page).parent.mkdir(parents=True, exist_ok=True)
                    (new / page).write_bytes(content)

    def remember(self, listed: Mapping[str, str]) -> None:
        """Keeps the folders that were made, once they lie in the site, whose list has the checksum of each file."""
        files: dict[str, dict[str, Stamp]] = {symbol: {} for symbol in self.made if symbol in self.names}
        site = self.stays.site
        with contextlib.suppress(OSError):  # somebody removes the site meanwhile
            for path, checksum in listed.items() if files else ():
                folder = path.rpartition("/")[0]
                while folder and folder not in files:
                    folder = folder.rpartition("/")[0]
                if folder:
                    files[folder][path] = stamp(site / path, checksum)
            for symbol, inside in files.items():
                head = json.dumps([inside, self.style]).encode()
                self.kept.put(self.names[symbol], head + b"\n" + self.made[symbol])
        self.kept.sweep()


def _stamps(files: Mapping[str, Iterable[Any]], symbol: str) -> dict[str, Stamp]:
    """The files of a resolution with their stamps, as they were kept; of no other folder, whoever wrote that.

    Raises:
        ValueError: one lies elsewhere, or has no stamp.
    """
    found = {}
    for path, made in files.items():
        checksum, size, time, number = made
        if not path.startswith(f"{symbol}/") or ".." in path.split("/"):
            raise ValueError(f"{path}: is no file of {symbol}")
        found[path] = (checksum, size, time, number)
    return found


# The Markdown of a resolution stays in the build's own folder in the same way


def pages_that_stand(kept: Cache, digests: Mapping[str, str], docs: Path) -> dict[str, list[str]]:
    """The pages of each resolution that are as they were written, by their paths in a folder."""
    found = {}
    for symbol, shown in digests.items():
        data = kept.get(key(shown, str(docs)))
        try:
            pages = _stamps(json.loads(data or b"{}"), symbol)
        except (ValueError, TypeError, AttributeError):
            continue
        if pages and all(stands(f"{docs}/{path}", made) for path, made in pages.items()):
            found[symbol] = list(pages)
    return found


def remember_pages(kept: Cache, digests: Mapping[str, str], docs: Path, made: Mapping[str, Iterable[str]]) -> None:
    """Keeps which pages were written for some resolutions."""
    for symbol, paths in made.items():
        if symbol in digests:
            pages = {path: stamp(docs / path, "") for path in paths}
            kept.put(key(digests[symbol], str(docs)), json.dumps(pages).encode())


def lists_that_stand(kept: Cache, docs: Path) -> dict[str, str]:
    """The pages of the collection that are as they were written, by path, with what each was made from."""
    before = files_before(kept, docs)
    return {path: source for path, (source, made) in before.items() if stands(f"{docs}/{path}", made)}


def remember_lists(kept: Cache, docs: Path, sources: Mapping[str, str]) -> None:
    """Keeps what the pages of the collection were made from."""
    keep_files(kept, docs, {path: (source, stamp(docs / path, "")) for path, source in sources.items()})
