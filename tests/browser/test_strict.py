"""Nothing from elsewhere, nothing kept, nothing run that is not the site's own."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from addresses import SEED, Open
from kinds import KINDS
from unres.site.policy import own_script, policy, scripts_in


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
    "in capital letters": ("<SCRIPT>a()</SCRIPT>", ["a()"]),
    "in the middle of words": ("<p>a<b><script>a()</script></b></p>", ["a()"]),
    "with an attribute that looks like the end": ('<script data-a=">">a()</script>', ["a()"]),
    "old JavaScript": ('<script type="text/javascript">a()</script>', ["a()"]),
    "a module": ('<script type="module">a()</script>', ["a()"]),
    "a file": ('<script src="a.js"></script>', []),
    "data": ('<script type="application/ld+json">{}</script>', []),
    "none": ("<p>script</p>", []),
}


@pytest.mark.parametrize(("page", "expected"), SCRIPTS.values(), ids=SCRIPTS)
def test_scripts_in_a_page(page: str, expected: list[str]) -> None:
    assert list(scripts_in(html.document_fromstring(page))) == expected


def test_the_policy_allows_the_one_script_that_is_ours(root: Path) -> None:
    (digest,) = re.findall(r"'sha256-([^']+)'", policy(own_script(root)))
    assert base64.b64decode(digest) == hashlib.sha256(own_script(root).encode()).digest()
    page = html.parse(str(root / "site/index.html")).getroot()
    assert list(scripts_in(page)) == [own_script(root)]
