"""The command ``unres import``: many PDFs at once, one source text each, never a half-written file."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from unres.errors import Problem, errors_in, report, totals
from unres.pdf_import.process import read_all
from unres.progress import progress, shown_progress
from unres.text.checksum import is_mended, is_untouched


def run_import(options: argparse.Namespace) -> int:
    """``unres import PDF… --out DIR [--force]``; the exit code is 1 if a PDF could not be imported."""
    with shown_progress():
        tally = import_pdfs(options.pdfs, options.out, force=options.force)
    report(tally.problems)
    print(tally, file=sys.stderr)
    return int(bool(errors_in(tally.problems)))


@dataclass(slots=True)
class Tally:
    """What an import did: how many texts it wrote, how many were so before, and every problem, by PDF."""

    written: int = 0
    same: int = 0
    problems: list[Problem] = field(default_factory=list)

    def __str__(self) -> str:
        """``331 written, 2 as before, 53 doubts in 31 texts``."""
        parts = [f"{self.written} written", *([f"{self.same} as before"] if self.same else [])]
        return ", ".join([*parts, *([totals(self.problems)] if self.problems else [])])


def import_pdfs(
    paths: Sequence[Path],
    out: Path,
    *,
    force: bool = False,
    jobs: int | None = None,
) -> Tally:
    """Writes a source text for each PDF that can be imported.

    Args:
        paths: the PDFs.
        out: the folder of the source texts; made if there is none.
        force: write even over a text that a person has edited.
        jobs: how many processes; as many as there are processors if not given.

    Returns:
        What was done, with every problem in the order of the PDFs. A PDF with a problem of level error
        was not written.
    """
    tally = Tally()
    written: dict[str, Path] = {}
    for done, (path, imported) in enumerate(read_all(paths, jobs), 1):
        tally.problems += imported.problems
        if imported.symbol:
            name = imported.symbol.file_name
            if name in written:
                message = f"holds {imported.symbol}, as {written[name]} does; give one of the two"
                tally.problems.append(Problem(str(path), 1, message))
            else:
                written[name] = path
                _put(out / name, imported.text, tally, force=force)
        progress(f"{done} of {len(paths)} PDFs")
    return tally


def _put(target: Path, text: str, tally: Tally, *, force: bool) -> None:
    """Writes a text unless it is there already, or somebody's work."""
    try:
        old = target.read_text(encoding="utf-8") if target.exists() else None
    except (OSError, UnicodeDecodeError) as error:
        tally.problems.append(_unwritable(target, error))
        return
    if old == text:
        tally.same += 1
    elif old is not None and not force and (not is_untouched(old) or is_mended(old)):
        message = "has been edited since it was imported and was kept; --force overwrites it"
        tally.problems.append(Problem(str(target), 1, message))
    else:
        faults = write_whole(target, text)
        tally.written += not faults
        tally.problems += faults


def write_whole(target: Path, text: str) -> list[Problem]:
    """Writes a text whole or not at all."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            draft.write_text(text, encoding="utf-8", newline="\n")
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        return [_unwritable(target, error)]
    return []


def _unwritable(target: Path, error: Exception) -> Problem:
    return Problem(
        str(target),
        1,
        f"cannot be written ({getattr(error, 'strerror', None) or error}); check the folder and its rights",
    )
