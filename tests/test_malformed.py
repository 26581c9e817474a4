"""Malformed texts by the thousand: one clear error or a page, never a traceback, a lost word or a long wait.

The fixed examples judge a change; a few random ones are tried at each run beside them. Their seed is printed, and gives the
same again: ``--seed N``. ``python3 scripts/test.py tests/test_malformed.py --examples 10000`` tries as many as one likes.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from malformed import GRAMMAR, MALFORMED, damaged
from unres.citations import find
from unres.collection import collect, make_reading
from unres.exports import Base
from unres.exports.formats import beside, collected
from unres.insight import Insight
from unres.model import Resolution
from unres.numbering import NOTE_MARK
from unres.pages.write import pages_of_site
from unres.site.build import build
from unres.site.project import Project
from unres.text.parser import parse, places_that_call
from unres.verify import verify
from words import as_printed, bare_words, words_of_source

LONGEST = 10.0  # seconds of computing for one text: a hundred times what the longest of them takes
_MARK = re.compile(rf"(?<!\\)<sup>(?:{NOTE_MARK})</sup>")


def judge(text: str) -> None:
    """What must hold for any text whatever."""
    began = time.process_time()
    parsed = parse(text, "x.md")
    assert parsed.resolution or parsed.errors
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in parsed.problems)
    if parsed.resolution and not parsed.errors:
        assert_nothing_lost(parsed.resolution, text)
        publish(parsed.resolution)
    elif parsed.resolution:
        find(parsed.resolution)
    assert time.process_time() - began < LONGEST


def assert_nothing_lost(resolution: Resolution, text: str) -> None:
    """Every letter and every marker of a text that is accepted stands in the model."""
    body = (
        re.sub(r"\A---[ ]*\n.*?\n---[ ]*(?:\n|\Z)", "", text, flags=re.DOTALL) if resolution_has_front(text) else text
    )
    assert Counter("".join(bare_words(as_printed(resolution)))) == Counter("".join(words_of_source(body)))
    calls = sum(len(words.calls) for _, words in places_that_call(resolution))
    calls += sum(1 + len(note.text.calls) for note in resolution.footnotes)
    assert calls == len(_MARK.findall(body))


def resolution_has_front(text: str) -> bool:
    """Whether the first rule opens front matter."""
    return bool(re.match(r"---[ ]*\n(?:.*\n)*?[\w-]+:", text))


def publish(resolution: Resolution) -> None:
    """Pages and files of what the check accepts; every link of a page to this resolution leads to a page and place of it."""
    collection = collect([make_reading(resolution)[0]])
    pages = {page.path: page.markdown for page in pages_of_site(Insight.of(collection))}
    for entry in collection:
        own = f"{entry.symbol}/"
        assert list(beside(entry, Base()))
        for path, markdown in pages.items():
            if path.startswith(own):
                assert_links_lead_somewhere(path, markdown, own, pages)
    assert list(collected(Insight.of(collection), Base()))


def assert_links_lead_somewhere(path: str, markdown: str, own: str, pages: dict[str, str]) -> None:
    for name, anchor in re.findall(r"(?<!\\)\]\(([\w-]+\.md)?#([\w-]+)\)", markdown):
        target = pages[own + name] if name else markdown
        assert re.search(
            rf"#{re.escape(anchor)}(?![\w-])", target.replace(f"(#{anchor})", "").replace(f".md#{anchor}", "")
        ), (path, anchor)


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


def test_what_the_check_accepts_is_built_and_whole(project: Path, tmp_path: Path) -> None:
    texts = accepted(25)
    assert len(texts) == 25
    (tmp_path / "texts").mkdir()
    for name, text in texts.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    collection, problems = build(Project(project, tmp_path / "texts", tmp_path / "site", strict=True))
    assert len(collection) == 25, problems
    assert verify(tmp_path / "site", collection).faults == ()
