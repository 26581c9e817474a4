"""A site as a test looks at it: a command run in a project, and the text of a page without what is ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from unres import cli


def article(site: Path, page: str) -> html.HtmlElement:
    """The text of a page without what is ours: names in the margin, contents, links to copy."""
    tree = html.parse(str(site / page / "index.html"))
    (found,) = tree.xpath("//article")
    ours = "self::*[contains(concat(' ', @class, ' '), ' ours ') or contains(concat(' ', @class, ' '), ' headerlink ')]"
    for element in found.xpath(f".//*[{ours}]"):
        if element.getparent() is not None:
            element.drop_tree()
    return found


def run(
    arguments: list[str], project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> tuple[int, str]:
    """Runs a command with a project in the place of the checkout; its exit code and what it said on stderr."""
    del monkeypatch
    code = cli.main(["--project", str(project), *arguments])
    return code, capfd.readouterr().err
