"""Reads PDFs in processes that may crash, hang or fill the memory: then that PDF is named and the others go on.

In: paths. Out: what is imported of each, in their order. A PDF is a program that somebody else wrote, so none
is ever read in the process of the command itself.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
from pathlib import Path

from unres.parallel import workers
from unres.pdf_import.document import Imported, attempt, failed, import_pdf

SECONDS = 180.0  # a page takes a twentieth of one
MEMORY = 4 << 30  # bytes of address space


def read_all(
    paths: Sequence[Path],
    jobs: int | None = None,
    seconds: float = SECONDS,
    read: Callable[[Path], Imported] | None = None,
) -> Iterator[tuple[Path, Imported]]:
    """The PDFs imported, in their order.

    Args:
        paths: the PDFs.
        jobs: how many processes; as many as there are processors if not given.
        seconds: how long one may take.
        read: what is done with each; it is imported if nothing else is given.
    """
    readers: list[_PdfReader] = []
    results: dict[int, Imported] = {}
    given = 0
    try:
        for index, path in enumerate(paths):
            while index not in results:
                idle = [reader for reader in readers if reader.index < 0]
                if given < len(paths) and not idle and len(readers) < workers(len(paths), jobs):
                    readers.append(_PdfReader(read or import_pdf))
                elif given < len(paths) and idle:
                    idle[0].give(given, paths[given])
                    given += 1
                else:
                    _gather(readers, results, seconds)
            yield path, results.pop(index)
    finally:
        for reader in readers:
            reader.end()


def _gather(readers: list[_PdfReader], results: dict[int, Imported], seconds: float) -> None:
    """Waits for the first result, or until a reader has taken too long; a reader that is lost is replaced."""
    busy = [reader for reader in readers if reader.index >= 0]
    ready = wait([reader.pipe for reader in busy], max(0.0, min(reader.left(seconds) for reader in busy)))
    for reader in busy:
        if reader.pipe not in ready and reader.left(seconds) > 0:
            continue
        results[reader.index] = (
            reader.result() if reader.pipe in ready else _lost(reader, f"takes more than {seconds:.0f} seconds to read")
        )
        reader.index = -1
        if not reader.process.is_alive():
            reader.end()
            readers.remove(reader)


def _lost(reader: _PdfReader, what: str) -> Imported:
    reader.process.kill()
    reader.process.join()
    return failed(reader.path, f"the PDF {what}; fetch it again from docs.un.org")


class _PdfReader:
    """A process that imports one PDF after the other; ``index`` is that of the one in hand, -1 if it has none."""

    def __init__(self, read: Callable[[Path], Imported]) -> None:
        self.pipe, other = Pipe()
        self.process = Process(target=_work, args=(other, read), daemon=True)
        self.process.start()
        other.close()
        self.index = -1
        self.path = Path()
        self.since = 0.0

    def give(self, index: int, path: Path) -> None:
        """Gives it the next PDF."""
        self.index, self.path, self.since = index, path, time.monotonic()
        with contextlib.suppress(OSError):  # it has ended: its pipe says so when it is asked for the result
            self.pipe.send(path)

    def left(self, seconds: float) -> float:
        """How long it may take still."""
        return self.since + seconds - time.monotonic()

    def result(self) -> Imported:
        """What it made of the PDF; if it has ended over it, that."""
        try:
            found: Imported = self.pipe.recv()
        except (EOFError, OSError):
            return _lost(self, "crashes the reader or needs more memory than it may have")
        return found

    def end(self) -> None:
        """Ends the process."""
        self.pipe.close()
        self.process.kill()
        self.process.join()


def _work(pipe: Connection, read: Callable[[Path], Imported]) -> None:
    """The life of a reader: it says nothing by itself, and ends when nobody has a PDF for it any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    _limit_memory()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the last words of a library that crashes
    with contextlib.suppress(EOFError, OSError):
        while True:
            path = pipe.recv()
            pipe.send(attempt(read, path))


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):  # where the system knows no such limit
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY if most < 0 else min(MEMORY, most), most))
