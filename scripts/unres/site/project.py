"""Where a build reads and writes: the project that a user types commands in.

In: a folder. Out: the places of its source texts, of what its owner wrote by hand, and of the site. A project is any
folder that holds ``resolution/``; templates, styles and manuals come with the package, and a file of the same name
in the project's own ``docs/`` takes the place of ours.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import yaml

from unres import __version__
from unres.cache import FOLDER, key
from unres.errors import BuildError

TEXTS = "resolution"
CONFIG = "mkdocs.yml"
_PACKAGE = Path(__file__).resolve().parents[1]
_INSTALLED = _PACKAGE / "base"  # where the wheel puts what lies beside scripts/ in a checkout
BASE = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1]


class Purpose(Enum):
    """Where a site will be read."""

    HOSTED = "on a web server"
    FOLDER = "from a folder, without a server"
    PREVIEW = "on this machine, by who is working on it"  # its server puts a script of its own into pages


@dataclass(frozen=True, slots=True)
class Project:
    """Where a build reads and writes.

    Attributes:
        root: the folder of the project.
        resolutions: the folder of source texts.
        site: where the site goes.
        site_url: the address that the site will have, empty if it is not known.
        purpose: where the site will be read.
        strict: whether one text with an error keeps all from being published.
    """

    root: Path
    resolutions: Path
    site: Path
    site_url: str = ""
    purpose: Purpose = Purpose.HOSTED
    strict: bool = False

    @property
    def work(self) -> Path:
        """The folder that belongs to the build alone: a project of MkDocs with every page. It can be deleted."""
        return self.root / FOLDER / "mkdocs"

    @property
    def aside(self) -> Path:
        """Where the site before is put, beside which the next is quick to make. It can be deleted."""
        if self.purpose is Purpose.PREVIEW:  # in a folder of its own, which goes when its server ends
            return self.site.with_name("before")
        return self.root / FOLDER / "sites" / key(str(self.site.absolute()))[:16]

    @property
    def config(self) -> Path:
        """The project's own configuration, if it has one."""
        return self.root / CONFIG

    def said(self, words: str) -> str:
        """A message about a file of the build's folder as one about the file of the project that it was made from."""
        return words.replace(f"{self.work}{os.sep}", "")


def find_root(start: Path) -> Path:
    """The project that a folder lies in.

    Raises:
        BuildError: it lies in none, or in one that lies in another.
    """
    found = [folder for folder in (start, *start.parents) if (folder / TEXTS).is_dir()]
    if len(found) > 1:
        message = f"lies in another project, {found[1]}; move one out, or say which you mean: unres --project DIR"
        raise BuildError(f"{found[0]}: {message}")
    if found:
        return found[0]
    if (BASE / TEXTS).is_dir():  # a checkout is a project, wherever its commands are typed
        return BASE
    raise no_project(start)


def no_project(folder: Path) -> BuildError:
    """What is said of a folder that is no project."""
    ways = "make that folder there, or a project with `unres new DIR`, or name another with `--project DIR`"
    return BuildError(f"{folder}: holds no folder {TEXTS}/; {ways}")


class _AnyTag(yaml.SafeLoader):
    """Reads the configuration without what only MkDocs understands."""


_AnyTag.add_multi_constructor("", lambda _loader, _tag, _node: None)


def refuse_newer(root: Path) -> None:
    """Sees that no newer version made a project: it may hold what this one does not understand.

    Raises:
        BuildError: one did.
    """
    config = root / CONFIG
    try:
        extra = yaml.load(config.read_bytes(), _AnyTag)["extra"]  # noqa: S506 - it makes plain values alone
        made_by = str(extra["unres"])
    except (OSError, yaml.YAMLError, LookupError, TypeError):
        return  # nothing is said of it, or MkDocs says what is wrong
    if _numbers(made_by) > _numbers(__version__):
        message = f"is of unres {made_by}, and this is {__version__}; get the newer one (pip install --upgrade unres)"
        raise BuildError(f"{config}: {message}")


def _numbers(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def written_by_hand(project: Project) -> dict[str, Path]:
    """Every file of ``docs/`` by its path there: ours, or the project's own in its place.

    Raises:
        BuildError: something in it is no file, so that a build would wait for it or leave it out.
    """
    found: dict[str, Path] = {}
    for root in dict.fromkeys((BASE, project.root)):
        docs = root / "docs"
        for folder, names, files in os.walk(docs):
            for name in (*names, *files):
                path = Path(folder) / name
                if name in names and path.is_symlink():
                    raise BuildError(f"{path}: is a link to a folder; put the files themselves here")
                if name in files and path.exists() and not path.is_file():
                    raise BuildError(f"{path}: is neither file nor folder; move it out of docs/")
                if name in files:
                    found[path.relative_to(docs).as_posix()] = path
    return dict(sorted(found.items()))
