"""What is left of the theme: its templates and style sheets that our pages still use, with their sizes.

In: a project that MkDocs has rendered. Out: two tables. This is what would have to be written, or taken
along, if the theme went away.
"""

from __future__ import annotations

import logging
from unittest.mock import patch

from jinja2 import Environment, FileSystemLoader
from lxml import html
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from benchmarks.project import Bench
from benchmarks.table import lay_out
from unres.site.css import Names, slim

ICONS = ".icons/"


def left_over(project: Bench) -> str:
    """Both tables."""
    templates = templates_used(project)
    ours = {name: size for name, size in templates.items() if (project.work / "docs/overrides" / name).is_file()}
    theirs = {name: size for name, size in templates.items() if name not in ours}
    rows = [[name, str(size)] for name, size in sorted(theirs.items(), key=lambda item: -item[1])]
    rows += [[f"the theme's {len(theirs)} together", str(sum(theirs.values()))]]
    rows += [[f"beside our own {len(ours)}", str(sum(ours.values()))]]
    styles = [[name, str(whole), str(kept)] for name, whole, kept in styles_used(project)]
    return "\n\n".join(
        [lay_out(["templates of the theme in use", "bytes"], rows), lay_out(["style sheet", "bytes", "in use"], styles)]
    )


def templates_used(project: Bench) -> dict[str, int]:
    """The templates that a build reads, of the theme and ours, by name, with their sizes; icons count as one."""
    sizes: dict[str, int] = {}
    read = FileSystemLoader.get_source

    def noted(loader: FileSystemLoader, environment: Environment, template: str) -> object:
        source = read(loader, environment, template)
        name = ICONS if template.startswith(ICONS) else template
        sizes[name] = sizes.get(name, 0) + len(source[0].encode())
        return source

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with patch.object(FileSystemLoader, "get_source", noted):
        config = load_config(str(project.work / "mkdocs.yml"), site_dir=str(project.site))
        config.mdx_configs["pymdownx.snippets"]["base_path"] = [config.docs_dir]
        mkdocs_build(config)
    return sizes


def styles_used(project: Bench) -> list[tuple[str, int, int]]:
    """Each style sheet of the built site: its bytes, and those of the rules that pages can use."""
    names = Names()
    for page in project.site.rglob("*.html"):
        names.read_page(html.document_fromstring(page.read_bytes()))
    assets = project.site / "assets"
    for path in sorted(assets.rglob("*.js")):
        if "javascripts" not in path.parts:  # the theme's scripts are on no page
            names.read_script(path.read_text(encoding="utf-8"))
    sheets = {
        path: len(slim([path.read_text(encoding="utf-8")], names).encode()) for path in sorted(assets.rglob("*.css"))
    }
    return [(path.relative_to(assets).as_posix(), path.stat().st_size, kept) for path, kept in sheets.items()]
