"""What the scripts of the search do grows with what they are given and not with its square: counted in blocks run."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from playwright.sync_api import Page

from addresses import SEED, Open

SHORT, FACTOR = 200, 4
SLACK = 1.6  # what does not grow makes the factor smaller; a square would make it four times as large

DOING = {
    "a snippet, each word marked": "(text) => unres.results.snippet(text, new Set(['fog', 'aab', 'oil']))",
    "a snippet, no word marked": "(text) => unres.results.snippet(text, new Set())",
    "words": "(text) => unres.terms.tokens(text)",
    "pairs of words": "(text) => unres.terms.links(unres.terms.tokens(text))",
}
TEXTS = {"words": "fog and oil ", "one word": "fog ", "one long word": "aab", "symbols": "A/RES/55/2 fog "}


def blocks_run(page: Page, script: str, given: Sequence[str]) -> list[int]:
    """How many blocks of JavaScript are run for each, every time that a loop comes back to one counted anew."""
    session = page.context.new_cdp_session(page)
    session.send("Profiler.enable")
    session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})
    counts = []
    for one in ("fog", *given):  # the first shows what else the page has been about
        page.evaluate(script, one)
        taken = session.send("Profiler.takePreciseCoverage")["result"]
        ours = [one for one in taken if "/assets/" in one["url"]]
        counts.append(
            sum(part["count"] for one in ours for function in one["functions"] for part in function["ranges"])
        )
    return counts[1:]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("script", DOING.values(), ids=DOING)
def test_work_grows_with_the_text(opened: Open, seed_url: str, script: str, text: str) -> None:
    page = opened(f"{seed_url}{SEED}operative/")
    page.keyboard.press("/")
    page.locator(".find-choices").wait_for()
    short, long = blocks_run(page, script, [text * SHORT, text * SHORT * FACTOR])
    assert 0 < long <= short * FACTOR * SLACK, (short, long)


def test_a_square_is_seen(opened: Open, seed_url: str) -> None:
    page = opened(f"{seed_url}{SEED}operative/")
    page.keyboard.press("/")
    page.locator(".find-choices").wait_for()
    square = "(text) => { for (const one of text.split(' ')) unres.terms.tokens(text) }"
    short, long = blocks_run(page, square, ["fog " * 10, "fog " * 40])
    assert long > short * FACTOR * SLACK
