"""The command ``unres``: its arguments, its exit codes, and no traceback for whoever types it.

Exit code 0: done; 1: a source text or the build has errors, which were printed; 2: the command was
not understood. Each module beside this one adds the commands of one kind.
"""

from __future__ import annotations

import argparse
import signal
from collections.abc import Sequence
from pathlib import Path

from unres import __version__
from unres.cli import completion, data, new, site, texts
from unres.cli.completion import answer_shell
from unres.errors import in_a_sentence

_EXAMPLES = """examples:
  unres new climate                         make a project
  cd climate
  unres import ~/Downloads/*.pdf            official PDFs become source texts in resolution/
  unres check                               every doubt with file and line
  unres serve                               the site at http://127.0.0.1:8000/, again at every change
  unres build --site-url https://example.org/
  unres compare resolution/79-12.md resolution/80-14.md

`unres COMMAND --help` says more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = _parser()
    answer_shell(parser)
    options = parser.parse_args(arguments)
    if not options.run:
        parser.print_help()
        return 0
    for ended in (signal.SIGINT, signal.SIGTERM):  # both the same way: what is half-made is removed
        signal.signal(ended, signal.default_int_handler)
    return in_a_sentence(lambda: int(options.run(options)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="unres",
        description="United Nations resolutions, paragraph by paragraph.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"unres {__version__}")
    parser.add_argument(
        "--project", type=Path, metavar="DIR", help="the folder of a project (default: the one you are in)"
    )
    commands = parser.add_subparsers(metavar="COMMAND")
    parser.set_defaults(run=None)
    for kind in (new, texts, site, data, completion):
        kind.add_commands(commands)
    return parser
