"""What stays of the site before: files that still show what they would show, which no build need make again.

In: the folder of a site, and the folder in which the one before it was put aside. Out: a folder with a whole new site.
A file stays where its size, its time and its number on the disk are what they were when it was made, as in git: who
edits a file of a site has it made anew. A site and the one put aside share what stays (one file, two names), so that
a build moves what it changed alone, and removes no site. No file of a site is one of the cache.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

LIST = "unres-files.txt"  # in each site: the paths of its files, one a line
HALF = ".unres-half-made"  # in a site that is being made; hidden, since MkDocs empties its folder of all else first
_UNUSED = 7 * 24 * 3600  # seconds after which a site that was put aside goes
Stamp = tuple[str, int, int, int]  # of a file: checksum of its content, size, time, number on the disk


def files_below(folder: Path) -> Iterator[str]:
    """The files of a folder, by their paths in it; no link to another folder is followed.

    ``os.walk`` gives the same and takes three times as long, of which a build of ten thousand files has many.
    """
    left = [""]
    while left:
        above = left.pop()
        try:
            with os.scandir(f"{folder}/{above}") as found:
                entries = list(found)
        except OSError:  # it is gone
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                left.append(f"{above}{entry.name}/")
            elif not (entry.is_symlink() and entry.is_dir()):
                yield f"{above}{entry.name}"


def stamp(path: str | Path, checksum: str) -> Stamp:
    """The stamp of a file that was made.

    Raises:
        OSError: it is not there.
    """
    found = os.lstat(path)
    return checksum, found.st_size, found.st_mtime_ns, found.st_ino


def stands(path: str, wanted: Stamp) -> bool:
    """Whether a file is as it was when it was stamped."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns, found.st_ino) == wanted[1:] and stat.S_ISREG(found.st_mode)


@dataclass(slots=True)
class Stays:
    """What stays of the site before.

    Attributes:
        site: its folder.
        aside: where the site before it was put, if it was; None where it is to be removed.
        files: what stays, by path, each with its stamp.
        base: the folder that is being made whole, if that is another than where new files were made.
    """

    site: Path
    aside: Path | None = None
    files: dict[str, Stamp] = field(default_factory=dict)
    base: Path | None = None

    def keep(self, files: Mapping[str, Stamp]) -> bool:
        """Lets files stay, if all of them are as they were made; else none."""
        if not all(self._place(path, made) for path, made in files.items()):
            return False
        self.files |= files
        return True

    def _place(self, path: str, made: Stamp) -> Path | None:
        """The folder that has a file as it was made."""
        if self.aside and stands(f"{self.aside}/{path}", made):
            return self.aside
        return self.site if stands(f"{self.site}/{path}", made) else None

    def content(self, path: str) -> bytes:
        """What is in a file that stays."""
        return ((self._place(path, self.files[path]) or self.site) / path).read_bytes()

    def whole(self, new: Path) -> Path:
        """The folder of the whole new site, of what stays and of what was made in ``new``; it may be another."""
        if not self.files:
            return new
        base = self._beside(new)
        there = set(files_below(base)) if base != new else set()
        made = set(files_below(new)) - {HALF} if base != new else set()
        for path in there - made - self.files.keys() - {HALF}:
            (base / path).unlink()
            _remove_empty(base, path)
        for path in made:
            if path not in there or not _same(new / path, base / path):
                _make_room(base / path)
                (new / path).replace(base / path)
        for path, wanted in self.files.items():
            if not stands(f"{base}/{path}", wanted):
                _link((self._place(path, wanted) or self.site) / path, base / path)
        return base

    def _beside(self, new: Path) -> Path:
        """The site that was put aside, beside the new one, to be filled; if there is none, the new one itself."""
        if not self.aside or not (self.aside / LIST).is_file():
            return new
        with contextlib.suppress(OSError):  # on another disk; in a folder that cannot be written
            base = Path(tempfile.mkdtemp(prefix=f"{self.site.name}.", dir=self.site.parent))
            try:
                (self.aside / HALF).touch()  # should this build be killed, the next knows the folder by it
                self.aside.replace(base)
            except OSError:
                base.rmdir()
                raise
            self.base = base
            return base
        return new

    def put_aside(self, replaced: Path) -> None:
        """Puts the site before aside, for the next build, and removes others that nobody has used for long."""
        if not self.aside:
            return
        with contextlib.suppress(OSError):
            shutil.rmtree(self.aside, ignore_errors=True)  # one that was of no use
            self.aside.parent.mkdir(parents=True, exist_ok=True)
            replaced.rename(self.aside)
            os.utime(self.aside)
            for other in self.aside.parent.iterdir():
                old = (other / LIST).is_file() and other.stat().st_mtime < time.time() - _UNUSED
                if old and other != self.site:
                    shutil.rmtree(other, ignore_errors=True)


def _same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()


def _make_room(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)


def _link(file: Path, name: Path) -> None:
    """Gives a file a second name; where the disk has no such thing, a copy."""
    _make_room(name)
    name.unlink(missing_ok=True)
    try:
        os.link(file, name)
    except OSError:
        shutil.copyfile(file, name)


def _remove_empty(base: Path, path: str) -> None:
    """Removes the folders of a file that is gone, as far as nothing else is in them."""
    with contextlib.suppress(OSError):
        for folder in (base / path).parents:
            if folder == base:
                break
            folder.rmdir()
