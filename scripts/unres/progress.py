"""What a person at a terminal sees while a command works: one line, after its first second.

In: words. Out: a line on stderr that is written over and at the end removed; nothing where stderr is no terminal.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

_SILENT = 1.0  # seconds at the start; most commands are done before
_PAUSE = 0.1  # seconds between two lines; a terminal shows no more
_CLEAR = "\r\033[K"
_next = float("inf")  # when the next line may be shown; processes that work for this one go on with its clock


@contextmanager
def shown_progress() -> Iterator[None]:
    """Shows progress while the block runs, and removes the line at its end, whatever ends it."""
    global _next  # noqa: PLW0603 - a process has one terminal, and so one such line
    _next = began = time.monotonic() + _SILENT
    try:
        yield
    finally:
        if _is_terminal() and time.monotonic() >= began:
            print(_CLEAR, end="", file=sys.stderr, flush=True)
        _next = float("inf")


def progress(words: str) -> None:
    """Says what is being done, or how far it is: ``41 of 246 PDFs``."""
    global _next  # noqa: PLW0603
    now = time.monotonic()
    if now >= _next and _is_terminal():
        _next = now + _PAUSE
        print(f"{_CLEAR}{words}", end="", file=sys.stderr, flush=True)


def _is_terminal() -> bool:
    return sys.stderr.isatty()
