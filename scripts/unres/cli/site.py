"""The commands about a site: ``build``, ``verify`` and ``serve``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from unres.cli import options as common
from unres.errors import errors_in, report


def add_commands(commands: common.Commands) -> None:
    """Adds the commands of this module."""
    command = commands.add_parser("build", help="build the site")
    common.add_project(command)
    command.add_argument(
        "--site", type=Path, default=common.ROOT / "site", help="where the site goes (default: %(default)s)"
    )
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
    from unres.site.build import Project, build  # MkDocs is slow to load; other commands do without it
    from unres.site.finish import Purpose

    purpose = Purpose.FOLDER if options.offline else Purpose.HOSTED
    folders = common.ROOT, options.resolutions.resolve(), options.site.resolve()
    project = Project(*folders, options.site_url, purpose, options.strict)
    collection, problems = build(project)
    report(problems)
    left_out = sorted({error.path for error in errors_in(problems)})
    count = f"{len(collection)} resolution{'s' if len(collection) != 1 else ''} in {options.site}"
    print(f"{count}{'; left out: ' if left_out else ''}{', '.join(left_out)}", file=sys.stderr)
    return int(bool(left_out))


def _verify(options: argparse.Namespace) -> int:
    from unres.verify import run_verify  # the readers of pages are slow to load

    return run_verify(options)


def _serve(options: argparse.Namespace) -> int:
    from unres.site.build import Project
    from unres.site.serve import serve

    serve(Project(common.ROOT, options.resolutions.resolve(), common.ROOT / "site", options.site_url), options.port)
    return 0
