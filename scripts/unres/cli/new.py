"""The command ``unres new DIR``: a project to start from.

In: a folder that is not there yet, or empty. Out: a folder ``resolution/`` for the source texts and the few files
that make a site its owner's, with the workflows that check and publish it; with ``--example`` also short invented
resolutions that show what a site can do.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path

from unres import __version__
from unres.cli import options as common
from unres.errors import BuildError
from unres.site.project import BASE, TEXTS

_TEMPLATE = Path(__file__).resolve().parents[1] / "template"
_EXAMPLE = "example/resolution", "tests/data/structures", "tests/data/series"  # in the wheel; in a checkout
_NOTICE = "# notice: This site is being built."
_INVENTED = "notice: These resolutions are invented. They show what a site can do."


def add_commands(commands: common.Commands) -> None:
    """Adds the command of this module."""
    command = commands.add_parser("new", help="make a project for a collection of your own")
    command.add_argument("folder", type=Path, metavar="DIR")
    command.add_argument("--example", action="store_true", help="with short invented resolutions")
    command.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    place = folder.resolve()
    if place.is_dir() and any(place.iterdir()):
        raise BuildError(f"{folder}: holds files; name a folder that is not there yet, or an empty one")
    around = next((above for above in place.parents if (above / TEXTS).is_dir()), None)
    if around:
        raise BuildError(f"{folder}: would lie in another project, {around}; choose a place outside of it")
    for path, words in _files(place.name, example=options.example):
        copy = place / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(words, encoding="utf-8", newline="\n")
    (place / TEXTS).mkdir()
    if options.example:
        for source in _EXAMPLE:
            for text in sorted((BASE / source).glob("*.md")):
                shutil.copy(text, place / TEXTS)
    else:
        (place / TEXTS / ".gitkeep").touch()  # git keeps no empty folder
    print(f"{folder}: made. Next: cd {folder}, then unres {'serve' if options.example else 'import FILE.pdf'}")
    return 0


def _files(name: str, *, example: bool) -> Iterator[tuple[Path, str]]:
    """The files of a new project, each with its path and words; ``name`` is its folder's, and its title for now."""
    title = "".join(sign for sign in name if sign.isalnum() or sign in " -_.") or "my field"
    for source in sorted(path for path in _TEMPLATE.rglob("*") if path.is_file()):
        words = source.read_text(encoding="utf-8").replace("VERSION", __version__)
        words = words.replace("FOLDER", title)
        yield source.relative_to(_TEMPLATE), words.replace(_NOTICE, _INVENTED) if example else words
