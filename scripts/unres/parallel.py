"""How many processes work at once, and what is said when the system ends one of them.

In: a function and what it is to be called with. Out: its results, in that order.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

from unres.errors import UnresError

_MOST = 60  # Windows waits for no more than 61 processes at once
In = TypeVar("In")
Out = TypeVar("Out")


class WorkerLostError(UnresError):
    """A process ended before its work did: the system ended it, or a reader crashed."""


def workers(tasks: int, wanted: int | None = None) -> int:
    """How many processes share some tasks: ``wanted`` or one a processor, and no more than there are tasks."""
    return max(1, min(wanted or os.cpu_count() or 1, tasks, _MOST))


_ENDING = (signal.SIGINT, signal.SIGTERM)


def _end_silently() -> None:
    """Lets Ctrl+C end a process that works for another without a word: the other one says what there is to say."""
    for ended in _ENDING:
        signal.signal(ended, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


@contextmanager
def held_back() -> Iterator[None]:
    """Lets Ctrl+C wait while something is done that must not be done by half: processes started, a folder removed.

    A signal that is blocked here may reach another thread, whereupon Python calls its handler in this one all the
    same; so the handler waits too.
    """
    if threading.current_thread() is not threading.main_thread():  # which alone is interrupted
        yield
        return
    came: list[int] = []
    handlers = {ended: signal.signal(ended, lambda number, _: came.append(number)) for ended in _ENDING}
    masked = hasattr(signal, "pthread_sigmask")
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING) if masked else set()
    try:
        yield
    finally:
        if masked:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        for ended, handler in handlers.items():
            signal.signal(ended, handler or signal.SIG_DFL)
        for number in came[:1]:
            signal.raise_signal(number)


class _Work:
    """What a process does for another, handed over once, at its start: where processes are forked, never copied."""

    function: Callable[[Any], Any]

    @classmethod
    def begin(cls, function: Callable[[Any], Any]) -> None:
        _end_silently()
        cls.function = function

    @classmethod
    def do(cls, task: object) -> object:
        return cls.function(task)


def each(function: Callable[[In], Out], tasks: Sequence[In], count: int, at_a_time: int = 1) -> Iterator[Out]:
    """The results of a function, in the order of its tasks, made by ``count`` processes; by this one if it is one.

    Args:
        function: a function of a module, so that other processes find it, with what it needs for every task.
        tasks: what it is called with.
        count: how many processes.
        at_a_time: how many tasks a process takes at once; more than one saves time where they are short.

    Raises:
        WorkerLostError: a process ended before its work did; the results before that were given.
    """
    if count == 1:
        yield from map(function, tasks)
        return
    pool = ProcessPoolExecutor(count, initializer=_Work.begin, initargs=(function,))
    wanted = True
    try:
        with held_back():
            results: Iterator[Any] = pool.map(_Work.do, tasks, chunksize=at_a_time)
        yield from results
    except BrokenProcessPool as error:
        raise WorkerLostError(
            "a process that read for this command was ended, perhaps for lack of memory; "
            "close other programs and run this again"
        ) from error
    except (KeyboardInterrupt, GeneratorExit):
        wanted = False
        raise
    finally:
        # One that Ctrl+C ended while it was handing over a result leaves the pool waiting for the rest for ever
        pool.shutdown(wait=wanted, cancel_futures=not wanted)
        for process in () if wanted else multiprocessing.active_children():
            process.terminate()
