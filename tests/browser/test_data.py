"""The description in the head of a page is data: a browser neither runs it nor needs leave for it."""

from __future__ import annotations

import json

from playwright.sync_api import Page, Route

from unres.exports.linked import embedded

POLICY = "default-src 'none'; script-src 'self'"


def test_a_strict_policy_leaves_the_description_alone(page: Page) -> None:
    values = {"@type": "Legislation", "name": "</script><script>document.title = 'run'</script>"}

    def answer(route: Route) -> None:
        headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html; charset=utf-8"}
        route.fulfill(headers=headers, body=f"<!doctype html><title>kept</title>{embedded(values)}<p>x</p>")

    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.route("https://example.org/", answer)
    page.goto("https://example.org/")
    block = page.locator("script[type='application/ld+json']")
    assert json.loads(block.text_content() or "") == values
    assert page.title() == "kept"
    assert complaints == []
