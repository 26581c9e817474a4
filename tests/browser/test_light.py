"""Few bytes, nothing that jumps, and the looks of the whole style sheets from the few rules that are kept."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from addresses import RICH, SEED, Open
from kinds import KINDS
from samples import ROOT
from server import served
from unres.site import finish
from unres.site.build import build
from unres.site.css import Names
from unres.site.project import Project
from waiting import until

WHOLE, READABLE = 64 * 1024, 30 * 1024  # bytes, compressed
ARTEFACTS = ROOT / "artefacts" / "screenshots"


@pytest.fixture
def touched(browser: Browser) -> Iterator[Page]:
    """A page without a pointer: some browsers begin with one on the page, which is then a hand that comes near."""
    with browser.new_context(has_touch=True, is_mobile=True) as context:
        yield context.new_page()


def test_a_first_view_moves_few_bytes(touched: Page, url: str, root: Path) -> None:
    loaded: list[str] = []
    touched.on("request", lambda request: loaded.append(request.url.removeprefix(url)))
    touched.goto(f"{url}{SEED}")
    touched.wait_for_load_state("networkidle")
    files = [root / "site" / (path.lstrip("/") + ("index.html" if path.endswith("/") else "")) for path in loaded]
    sizes = {file.relative_to(root).as_posix(): len(gzip.compress(file.read_bytes(), 6)) for file in files}
    print(sizes)
    assert sum(sizes.values()) <= WHOLE
    assert sum(sizes.values()) <= 45 * 1024
    before_reading = [size for path, size in sizes.items() if path.endswith((".html", ".css"))]
    assert len(before_reading) == 2
    assert sum(before_reading) <= READABLE


@pytest.fixture(scope="module")
def whole_url(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site with every rule of every style sheet."""
    site = tmp_path_factory.mktemp("whole") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Names, "__contains__", lambda _self, _name: True)
        patch.setattr(finish, "slim", lambda styles, _names: "\n".join(styles))
        build(Project(root, root / "resolution", site))
    yield from served(site)


def still(page: Page, path: Path) -> bytes:
    """A picture of a page that has come to rest: opened at a place it may still scroll, or show what is offered there."""
    before, shot = b"", page.screenshot(path=path)
    while shot != before:
        page.wait_for_timeout(200)
        before, shot = shot, page.screenshot(path=path)
    return shot


@pytest.mark.long
@pytest.mark.parametrize("name", KINDS)
def test_what_is_left_out_of_the_styles_shows_nowhere(page: Page, url: str, whole_url: str, name: str) -> None:
    shots: dict[str, list[bytes]] = {}
    for site in (url, whole_url):
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto("about:blank")  # a page is looked at from where it opens
            page.goto(site + KINDS[name])
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                shot = still(page, ARTEFACTS / f"{width}-{scheme}" / f"{name}.png")
                shots.setdefault(f"{width}-{scheme}", []).append(shot)
    assert len({reduced for reduced, _ in shots.values()}) == 4, "each is another picture"
    assert [look for look, (reduced, whole) in shots.items() if reduced != whole] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_jumps_while_a_page_loads(opened: Open, url: str, width: int) -> None:
    page = opened(f"{url}{SEED}operative/", width=width)
    for name in ("operative", "resolution", "rich-resolution", "paragraph", "collection", "annex"):
        page.goto(url + KINDS[name])
        shift = page.evaluate(
            """() => new Promise(done => {
              let sum = 0
              new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value }))
                .observe({type: "layout-shift", buffered: true})
              setTimeout(() => done(sum), 300)
            })"""
        )
        assert shift == 0, name


def test_the_contents_follow_the_reader(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/")
    marked = page.locator(".md-sidebar--secondary .md-nav__link--active")
    for anchor in ("op3", "op8", "op11"):
        page.goto(f"{url}{SEED}operative/#{anchor}")
        until(
            page,
            "hash => document.querySelector('.md-sidebar--secondary .md-nav__link--active')?.hash === hash",
            f"#{anchor}",
        )
        assert marked.count() == 1
    page = opened(f"{url}{KINDS['annex']}")
    page.evaluate("scrollTo(0, document.body.scrollHeight * .8)")
    page.wait_for_timeout(200)
    expect(page.locator(".md-sidebar--secondary .md-nav__link--active")).to_be_in_viewport()


def test_a_chosen_colour_stays_for_the_next_page_and_never_flashes(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}", color_scheme="light")
    page.get_by_role("button", name="Switch to dark colours").click()
    assert page.evaluate("document.activeElement.title") == "Switch to light colours"
    # Looked at when the body begins, long before deferred scripts run.
    page.add_init_script(
        """new MutationObserver((_, observer) => {
          if (!document.body) return
          self.first = getComputedStyle(document.documentElement).colorScheme
          observer.disconnect()
        }).observe(document, {childList: true, subtree: true})"""
    )
    page.goto(f"{url}{SEED}operative/")
    assert page.evaluate("self.first") == "dark"
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(20, 23, 27)"


def test_the_contents_open_the_section_that_is_read(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}")
    shown = page.locator(".md-sidebar--secondary .fold.open > a")
    expect(shown).to_have_text(["Preamble"])
    page.goto(f"{url}{RICH}#op4")
    expect(shown.first).to_contain_text("Means of implementation")
    expect(page.locator(".md-sidebar--secondary a[href='#op4']")).to_be_visible()
    expect(page.locator(".md-sidebar--secondary a[href='#op1']")).to_be_hidden()
    bare = opened(f"{url}{RICH}", java_script_enabled=False)
    expect(bare.locator(".md-sidebar--secondary a[href='#op1']")).to_be_visible()
