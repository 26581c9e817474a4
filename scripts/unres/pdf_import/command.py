"""The command ``unres import``: many PDFs at once, one source text each, never a half-written file."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from unres.errors import Problem, errors_in, report
from unres.pdf_import.process import read_all
from unres.text.checksum import is_untouched

Progress = Callable[[int, int], None]


def run_import(options: argparse.Namespace) -> int:
    """``unres import PDF… --out DIR [--force]``; the exit code is 1 if a PDF could not be imported."""
    bar = _Bar()
    problems = import_pdfs(options.pdfs, options.out, force=options.force, progress=bar)
    bar.clear()
    report(problems)
    return int(bool(errors_in(problems)))


def import_pdfs(
    paths: Sequence[Path],
    out: Path,
    *,
    force: bool = False,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> list[Problem]:
    """Writes a source text for each PDF that can be imported.

    Args:
        paths: the PDFs.
        out: the folder of the source texts; made if there is none.
        force: write even over a text that a person has edited.
        jobs: how many processes; as many as there are processors if not given.
        progress: called with how many are done, and of how many.

    Returns:
        Every problem, in the order of the PDFs. A PDF with a problem of level error was not written.
    """
    problems: list[Problem] = []
    written: dict[str, Path] = {}
    for done, (path, imported) in enumerate(read_all(paths, jobs), 1):
        problems += imported.problems
        if imported.symbol:
            name = imported.symbol.file_name
            if name in written:
                message = f"holds {imported.symbol}, as {written[name]} does; give one of the two"
                problems.append(Problem(str(path), 1, message))
            else:
                written[name] = path
                problems += _write(out / name, imported.text, force)
        if progress:
            progress(done, len(paths))
    return problems


def _write(target: Path, text: str, force: bool) -> list[Problem]:
    """Writes a text whole or not at all; nothing is touched that is the same already."""
    try:
        old = target.read_text(encoding="utf-8") if target.exists() else None
        if old == text:
            return []
        if old is not None and not force and not is_untouched(old):
            return [
                Problem(str(target), 1, "has been edited since it was imported and was kept; --force overwrites it")
            ]
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            draft.write_text(text, encoding="utf-8", newline="\n")
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except (OSError, UnicodeDecodeError) as error:
        return [Problem(str(target), 1, f"cannot be written ({error}); check the folder and its rights")]
    return []


class _Bar:
    """Progress on stderr, for a person and only when it takes longer than a second."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.shown = False

    def __call__(self, done: int, total: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - self.start > 1:
            self.shown = True
            print(f"\r{done} of {total} PDFs", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Removes the line."""
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr)
