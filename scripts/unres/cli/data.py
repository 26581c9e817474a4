"""The commands that say what is in source texts: ``find``, ``actions``, ``compare`` and ``export``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from unres.cli import options as common
from unres.collection import load, load_among, source_texts
from unres.errors import UnresError, errors_in, report, visible
from unres.exports import BY_NAME, Base, not_carried, to_json
from unres.text.parser import resolution_of


def add_commands(commands: common.Commands) -> None:
    """Adds the commands of this module."""
    command = commands.add_parser("find", help="list the references in source texts")
    common.add_files(command)
    command.add_argument("--json", action="store_true", help="one JSON object a line")
    command.set_defaults(run=_find)

    command = commands.add_parser("actions", help="say who is asked to do what, by when")
    common.add_files(command)
    command.add_argument("--json", action="store_true", help="one JSON object a line for each resolution")
    command.set_defaults(run=_actions)

    command = commands.add_parser("compare", help="say what changed between two source texts")
    command.add_argument("old", type=Path, metavar="OLD")
    command.add_argument("new", type=Path, metavar="NEW")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object")
    form.add_argument("--html", type=Path, metavar="FILE", help="a page to send around")
    form.add_argument("--docx", type=Path, metavar="FILE", help="a Word document with tracked changes")
    command.set_defaults(run=_compare)

    command = commands.add_parser("export", help="write resolutions as data")
    command.add_argument("--format", choices=BY_NAME, required=True)
    common.add_project(command)
    command.add_argument("--out", type=Path, required=True, metavar="DIR")
    command.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    collection, problems = load(source_texts(common.resolutions_of(options)))
    report(problems)
    form = BY_NAME[options.format]
    base = Base.of(options.site_url)
    options.out.mkdir(parents=True, exist_ok=True)
    for entry in collection:
        for message in not_carried(entry, form):
            print(message, file=sys.stderr)
        name = str(entry.symbol).replace("/", "_") + form.suffix
        (options.out / name).write_bytes(form.data(entry, base))
    return int(bool(errors_in(problems)))


def _compare(options: argparse.Namespace) -> int:
    from unres.compare import compare
    from unres.docx import to_tracked_docx
    from unres.exports import comparison as written

    old, new = (resolution_of(path) for path in (options.old, options.new))
    comparison = compare(old, new)
    if remark := written.remark(comparison):
        print(remark, file=sys.stderr)
    if options.html:
        options.html.write_text(written.comparison_html(comparison), encoding="utf-8")
    elif options.docx:
        options.docx.write_bytes(to_tracked_docx(comparison))
    elif options.json:
        print(json.dumps(written.comparison_json(comparison), ensure_ascii=False, indent=1))
    else:
        print(written.comparison_text(comparison))
    return 0


def _actions(options: argparse.Namespace) -> int:
    from unres import actions

    failed = 0
    for path in options.files or source_texts(common.resolutions_of(options)):
        try:
            found = actions.find_actions(resolution_of(path))
            print(
                json.dumps(actions.actions_json(found), ensure_ascii=False)
                if options.json
                else actions.actions_text(found)
            )
        except UnresError as error:
            print(visible(str(error)), file=sys.stderr)
            failed = 1
    return failed


def _find(options: argparse.Namespace) -> int:
    entries, problems = load_among(options.files or source_texts(common.resolutions_of(options)))
    report(problems)
    for entry in entries:
        for found in to_json(entry)["references"]:
            data = {"resolution": str(entry.symbol), **found}
            line = [str(data[name] or "-") for name in ("resolution", "in", "text", "symbol", "url")]
            print(json.dumps(data, ensure_ascii=False) if options.json else "\t".join(line))
    return int(bool(errors_in(problems)))
