"""The commands that make and mend source texts: ``import``, ``seal`` and ``check``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from unres.cli import options as common
from unres.collection import check, source_texts
from unres.errors import errors_in, report
from unres.exports.problems import to_github, to_sarif
from unres.progress import shown_progress


def add_commands(commands: common.Commands) -> None:
    """Adds the commands of this module."""
    command = commands.add_parser("import", help="make source texts from official PDFs")
    command.add_argument("pdfs", nargs="+", type=Path, metavar="PDF")
    command.add_argument(
        "--out", type=Path, metavar="DIR", help="where the texts go (default: resolution/ of the project)"
    )
    command.add_argument("--force", action="store_true", help="write even over a text that a person has edited")
    command.set_defaults(run=_import)

    command = commands.add_parser("seal", help="compare a text that was mended with its official PDF again")
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--against", type=Path, required=True, metavar="PDF", help="the official PDF")
    command.set_defaults(run=_seal)

    command = commands.add_parser("check", help="read and resolve source texts and print every doubt")
    common.add_files(command)
    command.add_argument(
        "--format",
        choices=("text", "github", "sarif"),
        default="text",
        help="github: shown beside the line in a pull request; sarif: for code hosts and editors (on stdout)",
    )
    command.set_defaults(run=_check)


def _import(options: argparse.Namespace) -> int:
    from unres.pdf_import import run_import  # the PDF readers are slow to load

    options.out = options.out or common.resolutions_of(options)
    return run_import(options)


def _seal(options: argparse.Namespace) -> int:
    from unres.pdf_import import run_seal

    return run_seal(options)


def _check(options: argparse.Namespace) -> int:
    with shown_progress():
        problems, totals = check(options.files or source_texts(common.resolutions_of(options)))
    if options.format == "text":
        report(problems)
    elif options.format == "github":
        print(*map(to_github, problems), sep="\n")
    else:
        print(to_sarif(problems))
    print(totals, file=sys.stderr)
    return int(bool(errors_in(problems)))
