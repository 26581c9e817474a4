"""Searching in a real browser: paragraphs are found by their words, numbers and symbols."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from addresses import SEED, Open


@pytest.mark.parametrize(
    ("query", "title", "address"),
    [
        ("dialogue among civilizations", "62/160 · OP3 · Reaffirms", "operative/#op3"),
        ("61/168", "62/160 · PP2 · Recalling", "preamble/#pp2"),
        ("OP8", "62/160 · OP8 · Calls upon", "operative/#op8"),
        ("Calls upon", "62/160 · OP8 · Calls upon", "operative/#op8"),
        ("62/160 OP8", "62/160 · OP8 · Calls upon", "operative/#op8"),
        ("E/CN.4/2001/2-E/CN.4/Sub.2/2000/46", "62/160 · Footnote 4", "footnotes/#fn4"),
    ],
)
def test_search_finds_the_paragraph(opened: Open, seed_url: str, query: str, title: str, address: str) -> None:
    page = opened(f"{seed_url}/")
    page.keyboard.press("/")
    page.keyboard.type(query)
    first = page.locator(".md-search-result__item .md-search-result__link", has=page.locator("h2")).first
    expect(first.locator("h2")).to_have_text(title)
    page.keyboard.press("Enter")
    place, anchor = address.split("#")
    page.wait_for_url(lambda found: f"{SEED}{place}" in found and found.endswith(f"#{anchor}"))  # ?h= names the words
