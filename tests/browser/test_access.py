"""For everybody: rules of accessibility, keyboards, narrow screens."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accessible import broken_rules, complaints
from addresses import RICH, SEED, Open

PAGES = [
    "/",
    "/about/",
    "/editing/",
    "/data/",
    "/developers/",
    "/developers/decisions/",
    "/developers/speed/",
    *(
        "/A/RES/" + part
        for part in (
            "",
            "199/",
            "committees/",
            "subjects/",
            "references/",
            "references/A-RES-62/",
            "references/A-RES-55-2/",
        )
    ),
    *(SEED + part for part in ("#op8", "preamble/", "operative/#op8", "footnotes/#fn3", "references/")),
    *(RICH + part for part in ("", "operative/", "annex/", "footnotes/")),
    "/A/RES/committees/second-committee/",
    "/A/RES/61/168/",  # does not exist
]


@pytest.mark.long
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_no_rule_of_axe_is_broken_and_nothing_scrolls_sideways(visited: Open, url: str, path: str, width: int) -> None:
    page = visited(url + path, width=width, has_touch=width < 600, is_mobile=width < 600)
    assert complaints(page) == []


def test_the_open_search_breaks_no_rule_of_axe(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/")
    page.keyboard.press("/")
    page.keyboard.type("human rights")
    expect(page.locator(".find-results a").first).to_be_visible()
    assert broken_rules(page) == []


def test_a_keyboard_reaches_everything_and_sees_where_it_is(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}preamble/")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    # After the heading come who cites it, the names of paragraphs, the references and the calls, in reading order.
    seen = []
    for _ in range(7):
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", seen
        page.keyboard.press("Tab")
    assert "Copy link" in seen, "which is read aloud as Copy link to PP1"
    assert "fnref1-pp1" in seen


def test_on_a_phone_a_keyboard_opens_the_contents(phone: Open, url: str) -> None:
    page = phone(f"{url}{SEED}operative/")
    expect(page.get_by_role("link", name="Footnotes").first).not_to_be_in_viewport()
    page.get_by_role("button", name="Contents").focus()
    page.keyboard.press("Enter")
    page.locator(".md-nav--primary").get_by_role("link", name="Footnotes").click()
    page.wait_for_url("**/footnotes/")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("path", [f"{SEED}operative/", "/data/"])
def test_on_a_phone_the_contents_lie_over_the_navigation_of_the_drawer(
    phone: Open, url: str, path: str, script: bool
) -> None:
    page = phone(url + path, java_script_enabled=script)
    contents = page.get_by_role("navigation", name="On this page")
    entry = contents.get_by_role("link").nth(3)
    expect(entry).to_be_hidden()
    page.locator(".md-header__button[for=__drawer]").tap()
    expect(entry).to_be_hidden()
    page.locator("label.md-nav__link[for=__toc]").tap()
    expect(entry).to_be_in_viewport()
    box = entry.bounding_box()
    assert box
    assert box["height"] >= 44
    assert page.evaluate("document.elementFromPoint(60, innerHeight - 4).closest('.md-sidebar--secondary') != null")
    if script:
        assert broken_rules(page) == []
    contents.get_by_text("On this page").tap()  # and back
    expect(entry).to_be_hidden()
    expect(page.locator("label.md-nav__link[for=__toc]")).to_be_in_viewport()
    page.locator("label.md-nav__link[for=__toc]").tap()
    entry.tap()
    page.wait_for_url(f"**{path}#*")
    expect(page.locator(":target")).to_be_in_viewport()
    if script:
        expect(entry).to_be_hidden()  # the drawer is shut again


def test_on_a_phone_the_name_stands_above_the_words(phone: Open, url: str) -> None:
    page = phone(f"{url}{SEED}operative/#op8")
    name, words = page.locator("#op8").bounding_box(), page.locator("#op8 + p").bounding_box()
    assert name
    assert words
    assert name["y"] + name["height"] <= words["y"] + 1
    expect(page.locator("#op8 .headerlink")).to_have_css("opacity", "1")
    # What a finger hits is larger than what is seen.
    link = page.locator("#op8 .headerlink").bounding_box()
    assert link
    hit = f"document.elementFromPoint({link['x'] + 10}, {link['y'] + link['height'] / 2 - 20})?.className"
    assert page.evaluate(hit) == "headerlink"


def test_a_wide_table_scrolls_in_itself(phone: Open, url: str) -> None:
    page = phone(f"{url}{RICH}operative/")
    table = page.locator("div.table")
    assert table.evaluate("e => e.scrollWidth > e.clientWidth")
    assert table.get_attribute("tabindex") == "0"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_follow_the_system_and_can_be_switched(opened: Open, url: str, scheme: str) -> None:
    page = opened(f"{url}{SEED}", color_scheme=scheme)
    white, black = "rgb(255, 255, 255)", "rgb(20, 23, 27)"
    expect(page.locator("body")).to_have_css("background-color", white if scheme == "light" else black)
    page.get_by_title(f"Switch to {'dark' if scheme == 'light' else 'light'} colours").click()
    expect(page.locator("body")).to_have_css("background-color", black if scheme == "light" else white)


def test_forced_colours_show_the_switch(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}", forced_colors="active")
    drawn, around = (
        page.get_by_title("colours")
        .locator("visible=true")
        .evaluate(
            "e => [getComputedStyle(e, '::before').backgroundColor, getComputedStyle(e.parentElement).backgroundColor]"
        )
    )
    assert drawn != around
    assert "rgba(0, 0, 0, 0)" not in drawn


def test_forced_colours_keep_the_target_marked(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/#op8", forced_colors="active")
    expect(page.locator("#op8 + p")).to_have_css("outline-style", "solid")


def test_nothing_moves_and_nothing_jumps(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/")
    shift = page.evaluate(
        """() => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
            .observe({type: "layout-shift", buffered: true});
          setTimeout(() => done(sum), 500);
        })"""
    )
    assert shift == 0
    assert page.locator(".md-header__topic").first.evaluate("e => getComputedStyle(e).transitionDuration") == "0s"
