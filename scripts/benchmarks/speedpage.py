"""The page for developers that says what a build takes, made of a benchmark's own tables."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence

from benchmarks.filekinds import KINDS
from benchmarks.table import Table, as_markdown

_SAID = (
    "Ours is a build of invented texts from nothing: no page, no site and nothing kept is there.",
    "They have the numbers and lengths of real resolutions.",
    "Plain MkDocs is `mkdocs build` with Material and its search plug-in, on the same ready pages with the same",
    "navigation. Both take turns, so that they meet the same weather on the machine; three figures are the least, the",
    "median and the greatest of several rounds. The ratios hold on other machines, the seconds do not.",
    "These were taken",
)


def speed_page(command: str, tables: Sequence[Table]) -> str:
    """The page as Markdown.

    Args:
        command: what repeats the measurement.
        tables: what was measured.
    """
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    blocks = [
        "# What a build takes",
        "Written by the benchmark itself; do not edit it. To measure again:",
        f"```\n{command}\n```",
        f"{' '.join(_SAID)} on {machine}.",
        *map(as_markdown, tables),
        "## What each kind of file is for { #files }",
        as_markdown((["kind", "why it is written"], [[kind.name, kind.purpose] for kind in KINDS]), rest="---"),
    ]
    return "\n\n".join(blocks) + "\n"
