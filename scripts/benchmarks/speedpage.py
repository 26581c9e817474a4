"""The page for developers that says what a build takes, made of a benchmark's own tables."""

from __future__ import annotations

import os
import platform

from benchmarks.filekinds import KINDS

_SAID = (
    "Ours is a build of invented texts from nothing: no page, no site and nothing kept is there.",
    "They have the numbers and lengths of real resolutions.",
    "Plain MkDocs is `mkdocs build` with Material and its search plug-in, on the same ready pages with the same",
    "navigation. Both take turns, so that they meet the same weather on the machine; three figures are the least, the",
    "median and the greatest. The ratios hold on other machines, the seconds do not. These were taken on",
)


def speed_page(command: str, report: str) -> str:
    """The page as Markdown.

    Args:
        command: what repeats the measurement.
        report: its tables.
    """
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    kinds = [f"| {kind.name} | {kind.purpose} |" for kind in KINDS]
    blocks = [
        "# What a build takes",
        "Written by the benchmark itself; do not edit it. To measure again:",
        f"```\n{command}\n```",
        f"{' '.join(_SAID)} {machine}.",
        f"```text\n{report}\n```",
        "## What each kind of file is for { #files }",
        "\n".join(["| kind | why it is written |", "|---|---|", *kinds]),
    ]
    return "\n\n".join(blocks) + "\n"
