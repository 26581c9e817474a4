"""What a site ships that others wrote, and the notices that their licences ask for, in one file of the site.

In: the licences that the installed packages carry. Out: ``licences.txt``; the page about the site leads to it.
"""

from __future__ import annotations

import errno
from importlib import metadata, resources
from pathlib import Path

NOTICES = "licences.txt"
_INTRODUCTION = """\
What this site is made of besides the words of the resolutions, which are the United Nations', and under which terms.
The styles, scripts and pages are changed from what their authors gave.
"""


def write_notices(site: Path) -> None:
    """Writes the notices."""
    parts = {
        "unres: scripts, styles and pages": _licence("unres", "LICENSE"),
        "Material for MkDocs: pages, styles and the icon of a page without one of its own": _licence(
            "mkdocs-material", "LICENSE"
        ),
        "Material Design Icons, by Pictogrammers: the icons in the pages": _icons(),
        "Snowball: the English stemmer in assets/search/stem.js": _licence("snowballstemmer", "COPYING"),
    }
    sections = (f"{name}\n{'-' * len(name)}\n\n{words.strip()}\n" for name, words in parts.items())
    (site / NOTICES).write_text("\n\n".join([_INTRODUCTION, *sections]), encoding="utf-8", newline="\n")


def _licence(package: str, name: str) -> str:
    """The licence that a package carries."""
    words = metadata.distribution(package).read_text(f"licenses/{name}")
    if words is None:
        raise FileNotFoundError(errno.ENOENT, "is not installed with its licence; install it again", package)
    return words


def _icons() -> str:
    folder = resources.files("material") / "templates" / ".icons" / "material"
    return (folder / "LICENSE").read_text(encoding="utf-8")
