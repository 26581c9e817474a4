"""The folder that a site goes to: what may be replaced, and how, so that nothing of anybody else's is lost.

In: the folder where a site goes. Out: the old site or the new one, whole at every moment. A site is known by a list
of its files that it carries. A folder that holds anything else is left alone. The new site is made beside the old
one and takes its place in one step where the system has one, in two renames elsewhere; what a build that was killed
has left behind is put right and removed by the next.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import glob
import hashlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from unres.errors import BuildError
from unres.parallel import held_back
from unres.site.stays import HALF, LIST, Stamp, Stays, files_below

_LISTED = re.compile(r"(?:(?P<digest>[0-9a-f]{64})  )?(?P<path>.+)")
_INSIDE = ".unres-new"  # in a site that cannot be renamed: where the next one is made
_MODES = 0o022  # what a web server reads must be readable, whatever the umask of who builds


def refuse_foreign(site: Path, apart: Iterable[Path]) -> None:
    """Sees that a site may take the place of what is there.

    Args:
        site: where the site goes.
        apart: folders that it must neither lie in nor hold: the source texts, the pages written by hand.

    Raises:
        BuildError: the folder holds something that is no part of a site of ours, or lies where others' work is.
    """
    if site.is_symlink():
        raise BuildError(f"{site}: is a link to another place; name the folder itself")
    for other in apart:
        if site == other or site in other.parents or other in site.parents:
            raise BuildError(f"{site}: would replace or lie in {other}; name another folder for the site")
    if site.exists() and not site.is_dir():
        raise BuildError(f"{site}: is a file; name a folder for the site")
    foreign = _foreign(site) if site.is_dir() else None
    if foreign:
        message = f"holds {foreign}, which is no part of a site that unres built; move it away or name another folder"
        raise BuildError(f"{site}: {message}")


def _foreign(site: Path) -> str:
    """The first file or folder that the list of a site does not name, or that is a link; empty if there is none."""
    try:
        listed = listed_files(site)
    except (OSError, ValueError):
        listed = {}
    known = {LIST, *listed, *_folders_of(listed)}
    foreign = [path for path, link in _inside(site) if link or path not in known]
    return min(foreign, key=lambda path: path.split("/"), default="")


def _folders_of(paths: Iterable[str]) -> set[str]:
    """Every folder that files lie in.

    >>> sorted(_folders_of(["a/b/c", "d"]))
    ['a', 'a/b']
    """
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _inside(site: Path) -> Iterator[tuple[str, bool]]:
    """Every file and folder of a site, each with whether it is a link; but for a site that is made in it."""
    left = [""]
    while left:
        above = left.pop()
        with os.scandir(f"{site}/{above}") as found:
            entries = list(found)
        for entry in entries:
            path = f"{above}{entry.name}"
            if path != _INSIDE:
                yield path, entry.is_symlink()
                if entry.is_dir(follow_symlinks=False):
                    left.append(f"{path}/")


def list_files(site: Path, known: Mapping[str, Stamp] = MappingProxyType({})) -> None:
    """Writes the list by which a finished site is known: ``sha256sum -c`` reads it too.

    Args:
        site: its folder.
        known: files whose checksums are known.
    """
    sums = {path: made[0] for path, made in known.items()}
    paths = sorted(path for path in files_below(site) if path not in (LIST, HALF))
    lines = (f"{sums.get(path) or hashlib.sha256((site / path).read_bytes()).hexdigest()}  {path}\n" for path in paths)
    (site / LIST).unlink(missing_ok=True)  # that of a site put aside is not to be written over
    (site / LIST).write_text("".join(lines), encoding="utf-8", newline="\n")


def listed_files(site: Path) -> dict[str, str]:
    """The files that a site lists, each with its checksum; empty in a list of an older version, which had none."""
    found = (_LISTED.fullmatch(line) for line in (site / LIST).read_text(encoding="utf-8").splitlines())
    return {line["path"]: line["digest"] or "" for line in found if line}


@contextmanager
def new_site(site: Path, stays: Stays | None = None) -> Iterator[Path]:
    """A new folder beside a site; when the work on it is done it takes the site's place, with what stays of that.

    Only one build may be at work here (``turns.alone``): what others have left is put right and removed first.
    """
    stays = stays or Stays(site)
    before = os.umask(_MODES)
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        recover(site)
        new = _new_folder(site)
        try:
            (new / HALF).touch()  # should this build be killed, the next knows the folder by it
            new.chmod(0o755)  # made private, but a web server has to read it
            yield new
            whole = stays.whole(new)
            list_files(whole, stays.files)
            (whole / HALF).unlink()
            if replace_folder(whole, site):
                stays.put_aside(whole)
        finally:
            for folder in filter(None, (new, stays.base)):
                _remove(folder)
    finally:
        os.umask(before)


def _new_folder(site: Path) -> Path:
    """A new folder beside a site; within it where the site alone can be written, as where it is a mounted volume."""
    try:
        return Path(tempfile.mkdtemp(prefix=f"{site.name}.", dir=site.parent))
    except OSError:
        if not site.is_dir():
            raise
    (site / _INSIDE).mkdir()
    return site / _INSIDE


def recover(site: Path) -> None:
    """Puts right what a build that was killed has left: the old site back in its place, half-made ones removed."""
    _remove(site / _INSIDE)
    for path in sorted(site.parent.glob(f"{glob.escape(site.name)}.????????*")):
        if not re.fullmatch(r"[a-z0-9_]{8}(?:\.old)?", path.name.removeprefix(f"{site.name}.")):
            continue
        if not (path / LIST).is_file() and not (path / HALF).is_file():
            with contextlib.suppress(OSError):
                path.rmdir()  # if it is empty, the build was killed before it wrote a file
        elif path.suffix == ".old" and not site.exists():
            path.rename(site)
        else:
            _remove(path)


def _remove(folder: Path) -> None:
    """Removes a site of ours; what it is known by goes last, in case that this is cut off."""
    with held_back(), contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name not in (LIST, HALF):
                path.unlink()
        shutil.rmtree(folder, ignore_errors=True)


def replace_folder(new: Path, old: Path) -> bool:
    """Puts a new folder in the place of an old one; true if that now lies under the new one's name, else it is gone."""
    if not old.exists():
        new.rename(old)
        return False
    if new.parent == old:
        _fill(new, old)
        return False
    if _exchange(new, old):
        return True
    aside = new.with_name(new.name + ".old")
    try:
        old.rename(aside)
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise
        inside = old / _INSIDE  # a mounted folder cannot be renamed
        try:
            shutil.copytree(new, inside)
            _fill(inside, old)
        finally:
            _remove(inside)
        return False
    try:
        new.rename(old)
    except BaseException:  # an interruption too
        aside.rename(old)
        raise
    _remove(aside)
    return False


_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


def _exchange(one: Path, other: Path) -> bool:
    """Lets two folders change places in one step, so that no reader meets none; False where the system cannot."""
    if sys.platform != "linux":
        return False
    with contextlib.suppress(OSError, AttributeError):  # a C library without the call
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
    return False


def _fill(inside: Path, site: Path) -> None:
    """Moves a new site out of a folder in the old one, file by file, each whole at every moment; pages come last.

    A build that is killed meanwhile leaves files of both, all of them known to the next by a list that names both.
    """
    new, old = listed_files(inside), listed_files(site) if (site / LIST).is_file() else {}
    both = inside / f"{LIST}.both"
    both.write_text("".join(f"{path}\n" for path in sorted({*new, *old})), encoding="utf-8", newline="\n")
    both.replace(site / LIST)
    for path in sorted(new, key=lambda path: (path.endswith(".html"), path)):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (inside / path).replace(site / path)
    for path in old.keys() - new.keys():
        (site / path).unlink(missing_ok=True)
    for folder in sorted({folder for path in old for folder in PurePosixPath(path).parents}, reverse=True):
        if folder.parts and not any((site / folder).iterdir()):
            (site / folder).rmdir()
    (inside / LIST).replace(site / LIST)
