"""Which rules of accessibility a page breaks, as axe-core sees it."""

from __future__ import annotations

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
    options = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    if only:
        options = {"resultTypes": ["violations"], "runOnly": only}
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]
