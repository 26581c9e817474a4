"""The command ``unres``: its arguments, its exit codes, and no traceback for whoever types it.

Exit code 0: done; 1: a source text or the build has errors, which were printed; 2: the command was
not understood.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from unres import __version__
from unres.collection import check, load, load_among, source_texts
from unres.errors import BuildError, UnresError, errors_in, report
from unres.exports import BY_NAME, Base, not_carried, to_json
from unres.text.parser import resolution_of

ROOT = Path(__file__).resolve().parents[2]
Commands: TypeAlias = (
    "argparse._SubParsersAction[argparse.ArgumentParser]"  # what add_subparsers returns has no public name
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl+C does: what is half-made is removed
    try:
        return int(options.run(options))
    except UnresError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has seen enough
        return 0
    except OSError as error:
        print(f"{error.filename or 'unres'}: {error.strerror or error}; mend that and run this again", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="unres", description="United Nations resolutions, paragraph by paragraph.")
    parser.add_argument("--version", action="version", version=f"unres {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _make_site(commands)
    _make_texts(commands)
    _make_data(commands)
    return parser


def _make_site(commands: Commands) -> None:
    command = commands.add_parser("build", help="build the site")
    _project(command)
    command.add_argument("--site", type=Path, default=ROOT / "site", help="where the site goes (default: %(default)s)")
    command.add_argument("--offline", action="store_true", help="a copy to read from a folder, and the same as a ZIP")
    command.add_argument("--strict", action="store_true", help="publish nothing if one text has an error")
    command.set_defaults(run=_build)

    command = commands.add_parser("serve", help="build and serve the site, again at every change")
    _project(command)
    command.add_argument("--port", type=_port, default=8000, help="default: %(default)s")
    command.set_defaults(run=_serve)


def _make_texts(commands: Commands) -> None:
    command = commands.add_parser("import", help="make source texts from official PDFs")
    command.add_argument("pdfs", nargs="+", type=Path, metavar="PDF")
    command.add_argument(
        "--out", type=Path, default=ROOT / "resolution", metavar="DIR", help="where the texts go (default: %(default)s)"
    )
    command.add_argument("--force", action="store_true", help="write even over a text that a person has edited")
    command.set_defaults(run=_read_pdfs)

    command = commands.add_parser("check", help="read and resolve source texts and print every doubt")
    _texts(command)
    command.set_defaults(run=_check)


def _make_data(commands: Commands) -> None:
    command = commands.add_parser("seal", help="compare a text that was mended with its official PDF again")
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--against", type=Path, required=True, metavar="PDF", help="the official PDF")
    command.set_defaults(run=_read_pdfs)

    command = commands.add_parser("export", help="write resolutions as data")
    command.add_argument("--format", choices=BY_NAME, required=True)
    _project(command)
    command.add_argument("--out", type=Path, required=True, metavar="DIR")
    command.set_defaults(run=_export)

    command = commands.add_parser("compare", help="say what changed between two source texts")
    command.add_argument("old", type=Path, metavar="OLD")
    command.add_argument("new", type=Path, metavar="NEW")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object")
    form.add_argument("--html", type=Path, metavar="FILE", help="a page to send around")
    form.add_argument("--docx", type=Path, metavar="FILE", help="a Word document with tracked changes")
    command.set_defaults(run=_compare)

    command = commands.add_parser("actions", help="say who is asked to do what, by when")
    _texts(command)
    command.add_argument("--json", action="store_true", help="one JSON object a line for each resolution")
    command.set_defaults(run=_actions)

    command = commands.add_parser("find", help="list the references in source texts")
    _texts(command)
    command.add_argument("--json", action="store_true", help="one JSON object a line")
    command.set_defaults(run=_find)


def _project(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--resolutions",
        type=Path,
        default=ROOT / "resolution",
        metavar="DIR",
        help="the source texts (default: %(default)s)",
    )
    command.add_argument(
        "--site-url", type=_address, default="", metavar="URL", help="the address that the site will have"
    )


def _address(words: str) -> str:
    try:
        return Base.of(words).url
    except BuildError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _port(words: str) -> int:
    if words.isdecimal() and 0 < int(words[:6]) < 2**16:
        return int(words)
    raise argparse.ArgumentTypeError(f"{words!r} is no port; give a number from 1 to 65535")


def _texts(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="source texts (default: all of resolution/)"
    )


def _build(options: argparse.Namespace) -> int:
    from unres.site.build import Project, build  # MkDocs is slow to load; other commands do without it
    from unres.site.finish import Purpose

    purpose = Purpose.FOLDER if options.offline else Purpose.HOSTED
    folders = ROOT, options.resolutions.resolve(), options.site.resolve()
    project = Project(*folders, options.site_url, purpose, options.strict)
    collection, problems = build(project)
    report(problems)
    left_out = sorted({error.path for error in errors_in(problems)})
    count = f"{len(collection)} resolution{'s' if len(collection) != 1 else ''} in {options.site}"
    print(f"{count}{'; left out: ' if left_out else ''}{', '.join(left_out)}", file=sys.stderr)
    return int(bool(left_out))


def _serve(options: argparse.Namespace) -> int:
    from unres.site.build import Project
    from unres.site.serve import serve

    serve(Project(ROOT, options.resolutions.resolve(), ROOT / "site", options.site_url), options.port)
    return 0


def _read_pdfs(options: argparse.Namespace) -> int:
    from unres.pdf_import import run_import, run_seal  # the PDF readers are slow to load

    return run_seal(options) if "against" in options else run_import(options)


def _check(options: argparse.Namespace) -> int:
    problems, totals = check(options.files, ROOT / "resolution")
    report(problems)
    print(totals, file=sys.stderr)
    return int(bool(errors_in(problems)))


def _export(options: argparse.Namespace) -> int:
    collection, problems = load(source_texts(options.resolutions))
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
    if not comparison.alike:
        print(f"{new.symbol} and {old.symbol} have no paragraph in common", file=sys.stderr)
    if options.html:
        options.html.write_text(written.to_html(comparison), encoding="utf-8")
    elif options.docx:
        options.docx.write_bytes(to_tracked_docx(comparison))
    elif options.json:
        print(json.dumps(written.comparison_json(comparison), ensure_ascii=False, indent=1))
    else:
        print(written.to_text(comparison))
    return 0


def _actions(options: argparse.Namespace) -> int:
    from unres import actions

    failed = 0
    for path in options.files or source_texts(ROOT / "resolution"):
        try:
            found = actions.find_actions(resolution_of(path))
            print(
                json.dumps(actions.actions_json(found), ensure_ascii=False) if options.json else actions.to_text(found)
            )
        except UnresError as error:
            print(error, file=sys.stderr)
            failed = 1
    return failed


def _find(options: argparse.Namespace) -> int:
    entries, problems = load_among(options.files or source_texts(ROOT / "resolution"))
    report(problems)
    for entry in entries:
        for found in to_json(entry)["references"]:
            data = {"resolution": str(entry.symbol), **found}
            line = [str(data[name] or "-") for name in ("resolution", "in", "text", "symbol", "url")]
            print(json.dumps(data, ensure_ascii=False) if options.json else "\t".join(line))
    return int(bool(errors_in(problems)))


if __name__ == "__main__":
    sys.exit(main())
