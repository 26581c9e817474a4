"""The browser that the other tests read with."""

from __future__ import annotations

from playwright.sync_api import Page, Request


def test_it_reads_a_page(page: Page) -> None:
    page.set_content("<h1>62/160</h1><script>document.querySelector('h1').append(' read')</script>")
    assert page.locator("h1").inner_text() == "62/160 read"


def test_it_asks_for_nothing_of_its_own(page: Page) -> None:
    requests: list[str] = []

    def note(request: Request) -> None:
        requests.append(request.url)

    page.context.on("request", note)
    page.set_content("<p>nothing to fetch")
    assert not requests
