"""Hostile texts on real pages, with the policy and without it: no word runs, and nothing leaves the site."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from hostile import ACTIVE, TRAPS, everywhere
from server import served
from unres.errors import BuildError
from unres.site.build import build
from unres.site.project import Project
from unres.text.parser import parse

pytestmark = pytest.mark.long
# What a payload calls, and whatever else would show that one was run
SPRUNG = """
window.sprung = [];
for (const name of ["trap", "alert", "confirm", "prompt", "open"])
  window[name] = (...given) => { window.sprung.push([name, ...given.map(String)]); };
"""
FRONT = (
    "---\nchecked: '<img src=x onerror=trap()> {{{{ trap() }}}} ![x](https://trap.example/x.png)'\nsha256: ab\n---\n"
)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A text for each payload that has it everywhere; what the check refuses is none to be shown."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, words in enumerate([*TRAPS, *ACTIVE], 1):
        text = everywhere(words).replace("99/7", f"99/{number}")
        if not parse(text, "x.md").errors:
            (folder / f"99-{number}.md").write_text(f"{FRONT}{text}" if number % 2 else text, encoding="utf-8")
    assert len(list(folder.iterdir())) > 60
    return folder


@pytest.fixture(scope="module")
def hostile(project: Path, texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of their site."""
    root = tmp_path_factory.mktemp("hostile-site")
    shutil.copytree(project, root / "project", ignore=shutil.ignore_patterns("site", "one", "two", ".cache"))
    shutil.copytree(texts, root / "project" / "resolution")
    build(Project(root / "project", root / "project" / "resolution", root / "site"))
    yield from served(root / "site")


class Watch:
    """A page that notes what runs and what is asked for."""

    def __init__(self, browser: Browser, home: str, *, policy: bool) -> None:
        self.home, self.asked, self.said = home, set[str](), list[str]()
        self.context = browser.new_context(bypass_csp=not policy)
        self.context.set_default_timeout(15_000)
        self.context.add_init_script(SPRUNG)
        self.context.on("request", lambda request: self.asked.add(request.url))
        self.context.on("console", lambda said: self.said.append(said.text) if said.type == "error" else None)
        self.context.on("weberror", lambda error: self.said.append(str(error.error)))
        self.page = self.context.new_page()
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))

    def visit(self, path: str) -> Page:
        self.page.goto(f"{self.home}/{path}")
        assert self.page.url == f"{self.home}/{path}"
        self.untouched(path)
        return self.page

    def untouched(self, where: str) -> None:
        """Nothing was run, nothing was complained of, and every request was to this site."""
        assert self.page.evaluate("window.sprung") == [], where
        assert self.said == [], where
        assert not [url for url in self.asked if not url.startswith((self.home, "data:", "blob:"))], where
        assert not [url for url in self.asked if re.search(r"\.png|trap|/x\b", urlsplit(url).path)], where


@pytest.fixture(params=[True, False], ids=["with the policy", "without it"])
def watch(request: pytest.FixtureRequest, browser: Browser, hostile: str) -> Iterator[Watch]:
    watch = Watch(browser, hostile, policy=request.param)
    yield watch
    watch.context.close()


def test_nothing_runs_and_nothing_leaves(watch: Watch, texts: Path) -> None:
    paths = [f"A/RES/{path.stem.replace('-', '/')}/" for path in sorted(texts.iterdir())]
    for path in ["", "A/RES/", "A/RES/99/", *paths]:
        watch.visit(path)
    for path in paths[::8]:
        for part in ("operative/", "annex/", "footnotes/", "references/"):
            watch.visit(path + part)


def test_what_a_reader_does_runs_nothing(watch: Watch, texts: Path) -> None:
    page = watch.visit("")
    for words in ("<img src=x onerror=trap()>", '"><script>trap()</script>', "javascript:trap()", "${trap()}"):
        page.keyboard.press("/")
        page.keyboard.type(words)
        expect(page.locator(".find-results")).to_be_attached()
        watch.untouched(words)
        page.keyboard.press("Escape")
        page.goto(f"{watch.home}/A/RES/?q={words}#{words}")
        watch.untouched(words)
    page = watch.visit(f"A/RES/{min(texts.iterdir()).stem.replace('-', '/')}/")
    for link in page.locator("a.ref").all()[:10]:
        link.hover()
    watch.untouched("hovering")


@pytest.mark.parametrize(
    "address", ['https://e.org/"><script>trap()</script>/', "javascript:trap()", "https://e.org/{{ x }}"]
)
def test_an_address_of_the_site_that_is_none_builds_nothing(
    address: str, project: Path, texts: Path, tmp_path: Path
) -> None:
    with pytest.raises(BuildError):
        build(Project(project, texts, tmp_path / "site", address))
    assert not (tmp_path / "site").exists()
