"""What was worked out before, kept on disk by what it was worked out from.

In: a folder, a kind of work, and bytes by their keys. Out: the same bytes, or nothing. A key is the digest of all
that a result depends on besides the code; the code's own digest names the folder, so that another version of it never
meets what this one kept. A cache is only ever a shortcut: what is cut off, foreign or cannot be written is taken for
not there, and nothing is said.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

FOLDER = ".cache/unres"  # in the folder of a project
_PACKAGE = Path(__file__).parent
_DIGEST = hashlib.sha256().digest_size
_UNUSED = 7 * 24 * 3600  # seconds after which what nobody asked for goes
_ENTRY = re.compile(r"[0-9a-f]{64}(?:\.\w+\.new)?")
_VERSION = re.compile(r"[0-9a-f]{16}")


def key(*parts: str | bytes) -> str:
    """The key of a result: the digest of what it depends on, part by part.

    >>> key("ab", "c") == key("a", "bc")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


@cache
def version(*packages: str) -> str:
    """What stands for the code: this package's files, the Python that runs them, and the packages named."""
    digest = hashlib.sha256(sys.version.encode() + _code())
    for name in packages:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    return digest.hexdigest()[:16]


@cache
def _code() -> bytes:
    """The digest of this package's files."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\n".encode() + path.read_bytes())
    return digest.digest()


@dataclass(frozen=True, slots=True)
class Cache:
    """The results of one kind of work, by key; one without a folder keeps nothing.

    Attributes:
        folder: where they lie, each in a file of its own behind its own digest.
    """

    folder: Path | None = None

    @classmethod
    def of(cls, project: Path, kind: str, *packages: str) -> Cache:
        """The cache of a project for a kind of work that these packages do besides our own code."""
        return cls(project / FOLDER / kind / version(*packages))

    def get(self, wanted: str) -> bytes | None:
        """What was kept under a key; None if nothing was, or what is there is not whole."""
        path = self._path(wanted)
        if path is None:
            return None
        try:
            data = path.read_bytes()
        except OSError:
            return None
        if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # asked for: it stays
        return data[_DIGEST:]

    def put(self, wanted: str, data: bytes) -> None:
        """Keeps a result. The file is there whole or not at all, whoever else reads or writes it."""
        path = self._path(wanted)
        if path is None:
            return
        new = ""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, new = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".new", dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(data).digest() + data)
            Path(new).replace(path)
        except OSError:  # no right to write, no room left
            with contextlib.suppress(OSError):
                Path(new).unlink()

    def sweep(self) -> None:
        """Removes what nobody has asked for in a week, and all that another version of the code has kept."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            for other in self.folder.parent.iterdir():
                if other != self.folder and _VERSION.fullmatch(other.name):
                    shutil.rmtree(other, ignore_errors=True)
            for path in _entries(self.folder):
                if path.stat().st_mtime < time.time() - _UNUSED:
                    path.unlink()

    def _path(self, wanted: str) -> Path | None:
        return self.folder / wanted[:2] / wanted if self.folder else None


def _entries(folder: Path) -> Iterator[Path]:
    """Our own files, and no other's."""
    return (path for path in folder.glob("[0-9a-f][0-9a-f]/*") if _ENTRY.fullmatch(path.name))
