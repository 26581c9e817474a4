"""Malformed texts by the thousand: one clear error or a page, never a traceback, a lost word or a long wait.

The fixed examples judge a change; a few random ones are tried at each run beside them. Their seed is printed, and gives the
same again: ``--seed N``. ``python3 scripts/test.py tests/test_malformed.py --examples 10000`` tries as many as one likes.
"""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging import judge
from malformed import GRAMMAR, MALFORMED, damaged
from unres.site.build import build
from unres.site.project import Project
from unres.text.parser import parse
from unres.verify import verify


def test_fixed_malformed_texts() -> None:
    wanted = hypothesis.settings(max_examples=150, derandomize=True, database=None, deadline=None)
    wanted(given(MALFORMED)(judge))()


def test_random_malformed_texts(request: pytest.FixtureRequest) -> None:
    examples, seed = request.config.getoption("--examples"), request.config.getoption("--seed")
    wanted = hypothesis.settings(
        max_examples=examples, derandomize=False, database=None, deadline=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip
    hypothesis.seed(seed)(wanted(given(MALFORMED)(judge)))()


def accepted(count: int) -> dict[str, str]:
    """Malformed texts that the check accepts, the same at each run, as files of a collection."""
    found: dict[str, str] = {}

    @hypothesis.settings(max_examples=200, derandomize=True, database=None, deadline=None)
    @given(st.one_of(GRAMMAR, damaged()))
    def gather(text: str) -> None:
        renamed = text.replace("### 99/7.", f"### 99/{len(found) + 10}.")
        if len(found) < count and renamed != text and not parse(renamed, "x.md").errors:
            found[f"99-{len(found) + 10}.md"] = renamed

    gather()
    return found


@pytest.mark.long
def test_what_the_check_accepts_is_built_and_whole(project: Path, tmp_path: Path) -> None:
    texts = accepted(25)
    assert len(texts) == 25
    (tmp_path / "texts").mkdir()
    for name, text in texts.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    collection, problems = build(Project(project, tmp_path / "texts", tmp_path / "site", strict=True))
    assert len(collection) == 25, problems
    assert verify(tmp_path / "site", collection).faults == ()
