"""Builds that write to one place take turns.

In: folders. Out: nothing; while the block runs, no other build is in one for the same folders.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def alone(*folders: Path) -> Iterator[None]:
    """Waits until no other build writes to these folders; the lock of a build that was killed is free at once."""
    with contextlib.ExitStack() as held:
        for folder in sorted(set(folders)):
            held.enter_context(_held(folder))
        yield


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    # In the folder for temporary files: nothing of it may stand in a site, or be left in somebody's project
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    path = Path(tempfile.gettempdir()) / f"unres-{name}-{getpass.getuser()}.lock"
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        print(f"waiting for another build that writes to {folder}", file=sys.stderr, flush=True)
        lock.acquire()
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # Windows keeps a file that is open
            path.unlink()  # while it is held: whoever waits for it then sees that it is gone, and makes it anew
        lock.release()
