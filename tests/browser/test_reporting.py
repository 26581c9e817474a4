"""A wrong word is reported in a real browser: the form of the site's own repository opens, filled in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from addresses import RICH, Open
from samples import ROOT
from server import served
from unres.site.build import build
from unres.site.project import Project, Purpose
from waiting import until

FORM = ROOT / ".github" / "ISSUE_TEMPLATE" / "word.yml"
STYLE = re.search(r"```css\n(.*?)```", (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of somebody's, kept on GitHub."""
    root = tmp_path_factory.mktemp("kept")
    shutil.copytree(ROOT / "tests" / "data" / "resolution", root / "resolution")
    (root / "docs" / "assets").mkdir(parents=True)
    assert STYLE
    (root / "docs" / "assets" / "own.css").write_text(STYLE[1], encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: Rain\nrepo_url: https://github.com/somebody/rain/\nextra_css: [assets/own.css]\n", encoding="utf-8"
    )
    build(Project(root, root / "resolution", root / "site"))
    return root


@pytest.fixture(scope="module")
def kept_url(kept: Path) -> Iterator[str]:
    """The address of its site."""
    yield from served(kept / "site")


def filled(page: Page) -> dict[str, str]:
    """What the link at the paragraph of the row fills in."""
    address = page.locator(".tools a").get_attribute("href") or ""
    assert address.startswith("https://github.com/somebody/rain/issues/new?")
    return {name: value for name, [value] in parse_qs(urlsplit(address).query).items()}


@pytest.mark.parametrize(
    ("part", "words", "place", "anchor"),
    [
        pytest.param("", "#op3 + p", "OP3", "#op3", id="a paragraph"),
        pytest.param("", "#op2-b", "OP2 (b)", "#op2-b", id="a sub-paragraph"),
        pytest.param("", "#fn1", "footnote 1", "#fn1", id="a note"),
        pytest.param("annex/", "#p5 + p", "§5", "#annex-p5", id="on the page of an annex"),
    ],
)
def test_the_form_is_filled_in(opened: Open, kept_url: str, part: str, words: str, place: str, anchor: str) -> None:
    page = opened(f"{kept_url}{RICH}{part}")
    page.locator(words).hover()
    link = page.get_by_role("link", name=f"Wrong word? Report it: {place}", exact=True)
    expect(link).to_be_visible()
    assert filled(page) == {
        "template": FORM.name,
        "title": f"A/RES/199/7, {place}",
        "place": f"A/RES/199/7, {place}",
        "address": f"{kept_url}{RICH}{anchor}",
    }
    fields = {field["id"] for field in yaml.safe_load(FORM.read_text(encoding="utf-8"))["body"]}
    assert filled(page).keys() - {"template", "title"} <= fields


def test_it_is_reached_by_keyboard_and_opens(opened: Open, kept_url: str) -> None:
    page = opened(f"{kept_url}{RICH}")
    page.locator("#op2 > .headerlink").focus()
    until(page, "unres.copied !== undefined")
    page.locator("#op2 > .headerlink").focus()
    for name in ("Copy text of OP2", "Cite OP2", "Wrong word? Report it: OP2"):
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == name
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
    target = page.locator(".tools a").get_attribute("href")
    page.evaluate(
        "document.addEventListener('click', event => { window.went = event.target.href; event.preventDefault() })"
    )
    page.keyboard.press("Enter")
    assert page.evaluate("window.went") == target
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Copy link to OP2 (a)"


def test_a_finger_reaches_it_on_the_narrowest_phone(phone: Open, kept_url: str) -> None:
    page = phone(f"{kept_url}{RICH}#op3")
    link = page.get_by_role("link", name="Wrong word? Report it: OP3")
    expect(link).to_be_in_viewport(ratio=1)
    box = link.bounding_box()
    assert box
    for above in (-20, 20):
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + above
        hit = page.evaluate("([x, y]) => document.elementFromPoint(x, y).getAttribute('aria-label')", [x, y])
        assert hit == "Wrong word? Report it: OP3"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_folder_on_a_disk_gives_no_address_of_its_own(browser: Browser, kept: Path) -> None:
    build(Project(kept, kept / "resolution", kept / "offline", purpose=Purpose.FOLDER))
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((kept / "offline/A/RES/199/7/index.html").as_uri())
        page.locator("#op3 + p").hover()
        page.locator(".tools a").wait_for()
        assert filled(page) == {"template": FORM.name} | dict.fromkeys(("title", "place"), "A/RES/199/7, OP3")


@pytest.mark.parametrize("where", ["", "repo_url: https://gitlab.com/somebody/rain\n"], ids=["nowhere", "elsewhere"])
def test_there_is_none_where_no_form_is_known(opened: Open, kept: Path, tmp_path: Path, where: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Rain\n{where}", encoding="utf-8")
    build(Project(tmp_path, kept / "resolution", tmp_path / "site"))
    for url in served(tmp_path / "site"):
        page = opened(f"{url}{RICH}")
        page.locator("#op3 + p").hover()
        expect(page.get_by_role("button", name="Cite OP3")).to_be_visible()
        expect(page.locator(".tools a")).to_have_count(0)


def test_the_colours_of_the_manual_are_those_of_the_page(opened: Open, kept_url: str) -> None:
    for scheme, colour in (("light", "rgb(122, 31, 92)"), ("dark", "rgb(230, 166, 207)")):
        page = opened(f"{kept_url}{RICH}", color_scheme=scheme)
        expect(page.locator(".md-nav__link--active:visible").first).to_have_css("color", colour)
