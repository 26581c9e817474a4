"""Nothing from elsewhere, nothing kept, nothing run that is not the site's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from addresses import SEED, Open
from kinds import KINDS
from unres.site.policy import policy, scripts_in, with_policy


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_keeps_to_its_policy(opened: Open, url: str, kind: str) -> None:
    """A breach is a message in the console, and the fixture fails on any."""
    page = opened(url + KINDS[kind])
    first = page.locator("head > *").first
    expect(first).to_have_attribute("http-equiv", "Content-Security-Policy")
    rules = first.get_attribute("content") or ""
    assert "unsafe" not in rules
    assert "http" not in rules
    assert page.evaluate("document.cookie") == ""
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.locator("[style], style").count() == 0


def test_searching_and_switching_colours_keep_to_the_policy(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/")
    page.get_by_role("button", name="Switch to dark colours").click()
    page.keyboard.press("/")
    page.keyboard.type("human rights")
    expect(page.locator(".find-results a").first).to_be_visible()
    assert page.context.cookies() == []


def test_a_script_that_slipped_in_is_not_run(page: Page, url: str, root: Path) -> None:
    whole = (root / "site/about/index.html").read_text(encoding="utf-8")
    bad = whole.replace("</article>", "<script>self.bad = 1</script><img src=x: onerror='self.bad = 1'></article>")
    page.route("**/about/", lambda route: route.fulfill(body=bad, content_type="text/html"))
    page.goto(f"{url}/about/")
    assert page.evaluate("self.bad") is None


def test_nothing_in_a_page_asks_for_leave_to_run(root: Path) -> None:
    handlers = re.compile(r"<[a-z][^>]*\son[a-z]+=|<[a-z][^>]*\sstyle=|javascript:")
    for path in (root / "site").rglob("*.html"):
        assert not handlers.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("name", ["_headers", ".htaccess", "nginx-headers.conf"])
def test_headers_say_what_the_pages_say_and_more(root: Path, name: str) -> None:
    page = (root / "site/index.html").read_text(encoding="utf-8")
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert found
    headers = (root / "site" / name).read_text(encoding="utf-8")
    assert f"{found[1]}; frame-ancestors 'none'" in headers
    for other in ("Referrer-Policy", "same-origin", "X-Content-Type-Options", "nosniff"):
        assert other in headers


SCRIPTS = {
    "a script": ("<script>a()</script>", ["a()"]),
    "one of several lines": ("<script>\na()\n</script>", ["\na()\n"]),
    "a module": ('<script type="module">a()</script>', ["a()"]),
    "a file": ('<script src="a.js"></script>', []),
    "data": ('<script type="application/ld+json">{}</script>', []),
    "none": ("<p>script</p>", []),
}


@pytest.mark.parametrize(("html", "expected"), SCRIPTS.values(), ids=SCRIPTS)
def test_scripts_in_a_page(html: str, expected: list[str]) -> None:
    assert list(scripts_in(html)) == expected


def test_a_policy_names_each_script_once_and_stands_first() -> None:
    rules = policy(["b", "a", "b"])
    assert rules.count("sha256-") == 2
    assert rules == policy(["a", "b"])
    assert with_policy("<head><title>", rules).startswith("<head>\n    <meta http-equiv=")
