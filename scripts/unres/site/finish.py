"""The last step of a build: pages light and strict, for a server or for a folder.

In: a site as MkDocs left it, made by templates that name the one style sheet and the policy. Out: that style sheet
with what the pages use, in the place of the theme's and ours. What is written into a page is the name of the style
sheet, which only then is known, over one of the same length.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from unres.cache import Cache, key
from unres.errors import BuildError
from unres.site.css import Names, slim
from unres.site.facts import Gathered

_NAME = "style.{digest}.css"
UNNAMED = f"assets/{_NAME}".format(digest="0" * 8)  # what templates ask for
_THEME = ("assets/javascripts", "assets/stylesheets")
_THEME_STYLE = "assets/stylesheets/main.*.css"


def finish(
    site: Path,
    sheets: Sequence[str],
    script: str,
    found: Gathered,
    kept: Cache = Cache(),  # noqa: B008 -- frozen
) -> str:
    """Finishes a built site in its place.

    Args:
        site: as MkDocs left it.
        sheets: our style sheets, which follow the theme's.
        script: the one that pages hold.
        found: what was read on the pages; some may not be here, since they stay as they are in the site before.
        kept: style sheets that were made before.

    Returns:
        The style sheet.

    Raises:
        BuildError: a style sheet or script is not UTF-8.
    """
    names = Names(found.names)
    names.read_script(script)
    style = _one_style(site, sheets, names, kept)
    kept.sweep()
    found.asked.pop(UNNAMED, None)
    for page in found.places:
        path = site / page
        if path.is_file() and (at := path.read_bytes().find(UNNAMED.encode())) >= 0:
            with path.open("r+b") as file:
                file.seek(at)
                file.write(style.encode())
    return style


def _one_style(site: Path, sheets: Iterable[str], names: Names, kept: Cache) -> str:
    """Puts one style sheet in the place of the theme's and ours; returns its path."""
    found = [*site.glob(_THEME_STYLE), *(site / sheet for sheet in sheets)]
    styles = [_text_of(sheet, site) for sheet in found]
    for sheet in found:
        sheet.unlink()
    for folder in _THEME:
        shutil.rmtree(site / folder, ignore_errors=True)
    for path in sorted((site / "assets").rglob("*")):
        if path.suffix in (".js", ".css"):
            names.read_script(_text_of(path, site))
    asked = key(*styles, "", *sorted(names.found), "", *sorted(names.words))
    style = kept.get(asked)
    if style is None:
        style = slim(styles, names).encode()
        kept.put(asked, style)
    # Named by its content: no browser will ever show a page in the style of another build.
    name = "assets/" + _NAME.format(digest=hashlib.sha256(style).hexdigest()[:8])
    (site / name).write_bytes(style)
    return name


def _text_of(path: Path, site: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        name = path.relative_to(site).as_posix()
        raise BuildError(f"docs/{name}:{line}: is not UTF-8; save the file in that encoding") from error
