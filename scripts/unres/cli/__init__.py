"""The command ``unres``: its arguments, its exit codes, and no traceback for whoever types it.

Exit code 0: done; 1: a source text or the build has errors, which were printed; 2: the command was
not understood. Each module beside this one adds the commands of one kind.
"""

from __future__ import annotations

import argparse
import signal
from collections.abc import Sequence

from unres import __version__
from unres.cli import data, site, texts
from unres.errors import in_a_sentence


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    options = _parser().parse_args(arguments)
    for ended in (signal.SIGINT, signal.SIGTERM):  # both the same way: what is half-made is removed
        signal.signal(ended, signal.default_int_handler)
    return in_a_sentence(lambda: int(options.run(options)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="unres", description="United Nations resolutions, paragraph by paragraph.")
    parser.add_argument("--version", action="version", version=f"unres {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for kind in (site, texts, data):
        kind.add_commands(commands)
    return parser
