"""Waiting for what a page is about to do."""

from __future__ import annotations

import time

from playwright.sync_api import Page

LONGEST = 10  # seconds


def until(page: Page, script: str, given: object = None) -> None:
    """Waits until a script gives something true.

    Playwright's own ``wait_for_function`` asks the page to evaluate a text, which our policy forbids: it works only
    where nothing has to be waited for.
    """
    end = time.monotonic() + LONGEST
    while not page.evaluate(script, given):
        assert time.monotonic() < end, script
        page.wait_for_timeout(20)
