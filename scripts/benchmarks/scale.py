"""``scale``: what our build of an invented collection takes, at half its size and whole: it should grow no faster."""

from __future__ import annotations

from benchmarks.invented import write_collection
from benchmarks.measure import MEGA
from benchmarks.options import Options
from benchmarks.project import new_project, size_of
from benchmarks.table import lay_out, number

SIZE = 200
HEAD = ("build of", "s", "CPU s", "CPU ms each", "peak MB", "pages", "docs MB", "site MB", "search index MB")


def scale(options: Options) -> str:
    """The table: a line for each size."""
    size = options.size or SIZE
    return lay_out(HEAD, [_measured(count, options) for count in (max(1, size // 2), size)])


def _measured(count: int, options: Options) -> list[str]:
    texts = write_collection(count, options.work / f"texts-{count}")
    bench = new_project(options.work / f"project-{count}", texts)
    run = bench.ours()
    docs, site = bench.work / "docs", bench.site
    index = size_of(site / "search")
    figures = [
        run.seconds,
        run.cpu,
        run.cpu / count * 1000,
        run.peak / MEGA,
        len(list(site.rglob("*.html"))),
        size_of(docs) / MEGA,
        size_of(site) / MEGA,
        index / MEGA,
    ]
    return [f"{count} resolutions", *map(number, figures)]
