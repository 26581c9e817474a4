"""The command ``unres``: its arguments, its exit codes, and no traceback for whoever types it.

Exit code 0: done; 1: a source text or the build has errors, which were printed; 2: the command was
not understood. Each module beside this one adds the commands of one kind.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence

from unres import __version__
from unres.cli import data, site, texts
from unres.errors import UnresError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl+C does: what is half-made is removed
    try:
        return int(options.run(options))
    except UnresError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has seen enough
        return 0
    except OSError as error:
        print(f"{error.filename or 'unres'}: {error.strerror or error}; mend that and run this again", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="unres", description="United Nations resolutions, paragraph by paragraph.")
    parser.add_argument("--version", action="version", version=f"unres {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for kind in (site, texts, data):
        kind.add_commands(commands)
    return parser
