"""Problems in the forms that programs show beside the text: GitHub's checks, and SARIF for editors and code hosts.

In: problems. Out: lines of GitHub's workflow commands, or one SARIF 2.1.0 log (OASIS Standard, 2020).
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from unres import __version__
from unres.errors import Level, Problem, visible

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def to_github(problem: Problem) -> str:
    """A workflow command, which GitHub shows at the line of the text.

    >>> to_github(Problem("resolution/80-1.md", 12, "a note is missing: add it", Level.DOUBT))
    '::warning file=resolution/80-1.md,line=12::a note is missing: add it'
    """
    command = "error" if problem.level is Level.ERROR else "warning"
    path = _escaped(problem.path).replace(":", "%3A").replace(",", "%2C")
    return f"::{command} file={path},line={problem.line}::{_escaped(problem.message)}"


def _escaped(words: str) -> str:
    return visible(words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def to_sarif(problems: Iterable[Problem]) -> str:
    """One SARIF log, which code hosts and editors read."""
    tool = {"driver": {"name": "unres", "version": __version__, "rules": [{"id": level.value} for level in Level]}}
    run = {"tool": tool, "results": [_result(problem) for problem in problems]}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _result(problem: Problem) -> dict[str, object]:
    place = {"artifactLocation": {"uri": problem.path.replace("\\", "/")}, "region": {"startLine": problem.line}}
    return {
        "ruleId": problem.level.value,
        "level": "error" if problem.level is Level.ERROR else "warning",
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }
