"""Work that makes millions of values and no garbage among them.

In: a block of code. Out: the same, done in less time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def settled() -> Iterator[None]:
    """Spares looking through what is there already, which stays until the end of the block.

    >>> with settled():
    ...     gc.get_freeze_count() > 0
    True
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def no_garbage() -> Iterator[None]:
    """Spares looking for garbage where there is none: up to a third of the time.

    >>> with no_garbage():
    ...     gc.isenabled()
    False
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
