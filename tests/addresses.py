"""Where the pages stand that the browser tests open."""

from collections.abc import Callable

from playwright.sync_api import Page

SEED = "/A/RES/62/160/"
RICH = "/A/RES/199/7/"  # tests/data/resolution/199-7.md: invented, with every form that a resolution can take

Open = Callable[..., Page]  # opens an address; see browser/conftest.py
