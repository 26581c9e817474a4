"""What several commands have in common: where the project lies, and how an argument is read."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from unres.errors import BuildError
from unres.exports import Base

ROOT = Path(__file__).resolve().parents[3]
Commands: TypeAlias = (
    "argparse._SubParsersAction[argparse.ArgumentParser]"  # what add_subparsers returns has no public name
)


def resolutions() -> Path:
    """The folder of the project's source texts."""
    return ROOT / "resolution"


def add_project(command: argparse.ArgumentParser) -> None:
    """Lets a command be told where the source texts lie and what the site's address will be."""
    command.add_argument(
        "--resolutions", type=Path, default=resolutions(), metavar="DIR", help="the source texts (default: %(default)s)"
    )
    command.add_argument(
        "--site-url", type=_address, default="", metavar="URL", help="the address that the site will have"
    )


def add_files(command: argparse.ArgumentParser) -> None:
    """Lets a command be given source texts; without any it takes those of the project."""
    command.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="source texts (default: all of resolution/)"
    )


def _address(words: str) -> str:
    try:
        return Base.of(words).url
    except BuildError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def port(words: str) -> int:
    """The number of a port.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if words.isdecimal() and 0 < int(words[:6]) < 2**16:
        return int(words)
    raise argparse.ArgumentTypeError(f"{words!r} is no port; give a number from 1 to 65535")
