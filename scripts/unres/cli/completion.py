"""The command ``unres completion SHELL``: what a shell needs to complete commands and options at Tab.

In: the name of a shell. Out: lines for it to run. At Tab it then asks ``unres`` itself what may come next.
"""

from __future__ import annotations

import argparse
import os

from unres.cli import options as common

_SHELLS = ("bash", "zsh", "fish", "powershell")


def add_commands(commands: common.Commands) -> None:
    """Adds the command of this module."""
    command = commands.add_parser("completion", help="what your shell needs to complete commands at Tab")
    command.add_argument("shell", choices=_SHELLS, metavar="SHELL", help=f"one of {', '.join(_SHELLS)}")
    command.set_defaults(run=_completion)


def answer_shell(parser: argparse.ArgumentParser) -> None:
    """Says what may come next and ends, if it is a shell that asks."""
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        argcomplete.autocomplete(parser)


def _completion(options: argparse.Namespace) -> int:
    from argcomplete import shell_integration

    print(shell_integration.shellcode(["unres"], shell=options.shell))
    return 0
