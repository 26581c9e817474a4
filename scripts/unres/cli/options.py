"""What several commands have in common: where the project lies, and how an argument is read."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from unres.errors import BuildError
from unres.exports import Base
from unres.site.project import TEXTS, find_root, no_project, refuse_newer

Commands: TypeAlias = (
    "argparse._SubParsersAction[argparse.ArgumentParser]"  # what add_subparsers returns has no public name
)


def root_of(options: argparse.Namespace) -> Path:
    """The folder of the project: the one that was named, else the one that the command is typed in.

    Raises:
        BuildError: there is none, or a newer version made it.
    """
    named: Path | None = options.project
    if named and not named.is_dir():
        raise BuildError(f"{named}: is not a folder; name that of a project, or make one with `unres new {named}`")
    root = named.resolve() if named else find_root(Path.cwd())
    refuse_newer(root)
    return root


def resolutions_of(options: argparse.Namespace) -> Path:
    """The folder of source texts: the one that was named, else the project's.

    Raises:
        BuildError: there is no project.
    """
    named: Path | None = getattr(options, "resolutions", None)
    if named:
        return named
    root = root_of(options)
    if not (root / TEXTS).is_dir():
        raise no_project(root)
    return shown(root) / TEXTS


def shown(folder: Path) -> Path:
    """A folder as messages name it: seen from where the command is typed, if that is shorter."""
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def add_project(command: argparse.ArgumentParser) -> None:
    """Lets a command be told where the source texts lie and what the site's address will be."""
    command.add_argument(
        "--resolutions", type=Path, metavar="DIR", help=f"the source texts (default: {TEXTS}/ of the project)"
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
