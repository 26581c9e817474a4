"""The commands about a site: ``build``, ``verify`` and ``serve``."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from unres.cli import options as common
from unres.errors import count, errors_in, report
from unres.site.project import Project, Purpose


def add_commands(commands: common.Commands) -> None:
    """Adds the commands of this module."""
    command = commands.add_parser("build", help="build the site")
    common.add_project(command)
    command.add_argument("--site", type=Path, help="where the site goes (default: site/ of the project)")
    command.add_argument("--offline", action="store_true", help="a copy to read from a folder, and the same as a ZIP")
    command.add_argument("--strict", action="store_true", help="publish nothing if one text has an error")
    command.set_defaults(run=_build)

    command = commands.add_parser("verify", help="prove that a finished site is whole")
    command.add_argument("site", type=Path, metavar="SITE")
    command.add_argument("--resolutions", type=Path, metavar="DIR", help="compare with these source texts too")
    command.set_defaults(run=_verify)

    command = commands.add_parser("serve", help="build and serve the site, again at every change")
    common.add_project(command)
    command.add_argument("--port", type=common.port, default=8000, help="default: %(default)s")
    command.set_defaults(run=_serve)


def _build(options: argparse.Namespace) -> int:
    from unres.site.build import build  # MkDocs is slow to load; other commands do without it

    purpose = Purpose.FOLDER if options.offline else Purpose.HOSTED
    project = replace(_project(options), purpose=purpose, strict=options.strict)
    collection, problems = build(project)
    report(problems)
    left_out = sorted({error.path for error in errors_in(problems)})
    where = options.site or common.shown(project.site)
    said = f"{count(len(collection), 'resolution')} in {where}"
    print(f"{said}{'; left out: ' if left_out else ''}{', '.join(left_out)}", file=sys.stderr)
    return int(bool(left_out))


def _verify(options: argparse.Namespace) -> int:
    from unres.verify import run_verify  # the readers of pages are slow to load

    return run_verify(options)


def _serve(options: argparse.Namespace) -> int:
    from unres.site.serve import serve

    options.site = None
    serve(_project(options), options.port)
    return 0


def _project(options: argparse.Namespace) -> Project:
    root = common.root_of(options)
    site = (options.site or root / "site").resolve()
    return Project(root, common.resolutions_of(options).resolve(), site, options.site_url)
