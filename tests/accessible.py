"""What keeps somebody from reading a page: rules of accessibility that it breaks, as axe-core sees it, and narrow screens."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

COLOURS = ["color-contrast", "link-in-text-block"]  # all that another colour scheme can break


def broken_rules(page: Page, *, only: list[str] | None = None) -> list[tuple[str, list[str]]]:
    """Each rule that is broken, with the head of the first elements that break it.

    Args:
        page: a page as it is shown now.
        only: the rules that are tried; all if none is named.
    """
    # What holds is not listed: that takes as long as the rules. Targets of 24 px are asked for by WCAG 2.2 and have to
    # be called by name.
    options: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    if only:
        options = {"resultTypes": ["violations"], "runOnly": only}
    if not page.evaluate("'axe' in window"):  # reading it takes longer than most rules
        page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(options).then(found => found.violations)", options)
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]


def complaints(page: Page) -> list[object]:
    """What is wrong with a page in light colours and in dark ones: rules that are broken, words beside the screen."""
    size = page.viewport_size
    assert size
    wide = page.evaluate("document.documentElement.scrollWidth")
    found: list[object] = [wide] if wide > size["width"] else []
    found += broken_rules(page)
    page.emulate_media(color_scheme="dark")
    found += broken_rules(page, only=COLOURS)
    page.emulate_media(color_scheme="light")
    return found
