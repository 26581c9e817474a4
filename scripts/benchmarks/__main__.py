"""``python -m benchmarks [NAME…]``: runs benchmarks and prints their tables.

A new benchmark is a function from ``Options`` to the text of its table, entered in ``BENCHMARKS``.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.finding import finding
from benchmarks.history import history
from benchmarks.mutation import mutation
from benchmarks.options import Options
from benchmarks.pdf import pdf_import
from benchmarks.references import references
from benchmarks.renderers import renderers
from benchmarks.search import search
from benchmarks.site import site
from benchmarks.thirdreader import poppler
from benchmarks.weight import weight
from unres.errors import UnresError

BENCHMARKS: dict[str, Callable[[Options], str]] = {
    "site": site,
    "weight": weight,
    "references": references,
    "import": pdf_import,
    "history": history,
    "search": search,
    "finding": finding,
    "renderers": renderers,
    "poppler": poppler,
    "mutation": mutation,
}
ASKED_FOR = {"mutation", "poppler"}  # one of the tests, which takes a quarter of an hour; one with a tool of its own


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmarks named, or all of the product; one that fails does not keep the others from running."""
    options = _parser().parse_args(arguments)
    if options.list:
        print("\n".join(f"{name:12}{_first_line(work)}" for name, work in BENCHMARKS.items()))
        return 0
    print(machine())
    failed = 0
    for name in options.names or [name for name in BENCHMARKS if name not in ASKED_FOR]:
        start = time.perf_counter()
        try:
            with tempfile.TemporaryDirectory(prefix="unres-bench-") as work:
                told = Options(options.size, options.rounds, Path(work), options.resolutions, options.page)
                report = BENCHMARKS[name](told)
        except UnresError as error:
            failed += 1
            report = str(error)
        print(f"\n== {name} ({time.perf_counter() - start:.0f} s)\n\n{report}", flush=True)
    return int(failed > 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.py", description="Measures ours beside a peer, in the same run.")
    parser.add_argument(
        "names",
        nargs="*",
        type=_name,
        metavar="NAME",
        help=f"of {', '.join(BENCHMARKS)}; default: all but the last two",
    )
    parser.add_argument("--list", action="store_true", help="say what there is")
    parser.add_argument(
        "--size", type=int, metavar="N", help="how many resolutions an invented collection has, or faults"
    )
    parser.add_argument("--rounds", type=int, metavar="N", help="how many pairs to measure")
    parser.add_argument("--resolutions", type=Path, metavar="DIR", help="source texts for what measures with real ones")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write the figures of ``site`` as a page too")
    return parser


def _name(word: str) -> str:
    if word not in BENCHMARKS:
        raise argparse.ArgumentTypeError(f"there is no benchmark {word}; there are {', '.join(BENCHMARKS)}")
    return word


def _first_line(work: Callable[[Options], str]) -> str:
    return (sys.modules[work.__module__].__doc__ or "").partition("\n")[0].partition(": ")[2]


def machine() -> str:
    """What the figures were taken on, as far as it matters to them."""
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"


if __name__ == "__main__":
    sys.exit(main())
