"""Starts the command so that no traceback is seen, even while its modules are loaded."""

from __future__ import annotations

# What ``signal`` is made of: it is there at once, while that takes time, in which Ctrl+C would be a traceback
import _signal  # type: ignore[import-not-found]
import sys


def main() -> int:
    """Runs ``unres``; returns its exit code."""
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)  # until the command knows what to do about Ctrl+C
    from unres.errors import INTERRUPTED, in_a_sentence

    sys.unraisablehook = _interrupt_again
    code = in_a_sentence(_command)
    if code == INTERRUPTED:
        _leave(code)
    return code


def _leave(code: int) -> None:
    """Ends at once: Python would wait for threads that wait for processes that Ctrl+C has ended."""
    import contextlib
    import os

    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _interrupt_again(dropped: sys.UnraisableHookArgs) -> None:
    """Lets Ctrl+C that came where Python can only drop it, in a callback say, come again a moment later."""
    if dropped.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(dropped)
        return
    import os
    from threading import Timer

    Timer(0.05, os.kill, (os.getpid(), _signal.SIGINT)).start()


def _command() -> int:
    from unres import cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
