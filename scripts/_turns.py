"""Scripts that set up one ``.venv`` take turns.

In: a file that is there anyway. Out: nothing; while the block runs, no other script is in one for the same file.
Like ``_environment``, which alone uses it, it needs the standard library only.
"""

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Waits until no other process holds this file; one that died holds nothing, the system sees to it.

    The file is one that is there anyway, and outside the folder that is made anew.
    """
    with path.open("r+b") as file:
        if not _lock(file):
            print("unres: waiting for another script that is setting up .venv", file=sys.stderr, flush=True)
            while not _lock(file):
                time.sleep(0.2)
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> bool:
        file.seek(1 << 30)  # far beyond the end: others must go on reading what is in the file
        with contextlib.suppress(OSError):
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            return True
        return False

else:
    import fcntl

    def _lock(file: BinaryIO) -> bool:
        with contextlib.suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False
