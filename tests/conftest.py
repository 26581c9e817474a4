"""What the tests have in common: a real browser, the samples beside the checkout, settings of Hypothesis."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright

from _browser import BrowserMissing, find_browser, is_root
from unres.site.build import build
from unres.site.project import Project

ROOT = Path(__file__).parents[1]
# It asks for nothing by itself, so that every request seen is one of the page's.
BROWSER_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
LEFT_OUT = pytest.StashKey[dict[str, int]]()

# A property's time says nothing on a busy machine; where a change is judged, it is judged by the same examples.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds what the tests can be told."""
    parser.addoption("--no-browser", action="store_true", help="leave out the tests that need a browser")
    parser.addoption("--quick", action="store_true", help="leave out the tests that take long")
    parser.addoption("--examples", type=int, default=40, help="how many random malformed texts and prints are tried")
    parser.addoption("--pdfs", type=int, default=24, help="how many official PDFs are imported and built; 0: all")
    parser.addoption("--kills", type=int, default=3, help="how many builds are ended at a random moment")
    parser.addoption(
        "--seed", type=int, default=random.randrange(2**32), help="what makes texts and moments, to try the same again"
    )
    parser.addoption("--update-golden", action="store_true", help="write the golden pages anew, for review")


@pytest.hookimpl(tryfirst=True)  # before -m is applied
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks what needs a browser and what tries samples, and leaves out what it is told to."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "browser" in fixtures or Path(__file__).parent / "browser" in item.path.parents:
            item.add_marker("browser")
        if "shared" in fixtures:
            item.add_marker("long")
    config.stash[LEFT_OUT] = {}
    for option, mark in (("--no-browser", "browser"), ("--quick", "long")):
        if config.getoption(option):
            left_out = [item for item in items if item.get_closest_marker(mark)]
            items[:] = [item for item in items if not item.get_closest_marker(mark)]
            config.hook.pytest_deselected(items=left_out)
            config.stash[LEFT_OUT][option] = len(left_out)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Says what was not tested, and what made the random examples, so that a failure can be had again."""
    terminalreporter.line(f"random texts and moments were made with --seed {config.getoption('--seed')}")
    for option, count in config.stash.get(LEFT_OUT, {}).items():
        terminalreporter.line(f"{count} tests were left out, as {option} told")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of samples beside the checkout, which is no part of it; without it, what needs it is skipped."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared beside the checkout")
    return folder


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A browser without a window; if none can be had, every test that needs one fails and says why."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    def say(message: str) -> None:
        with capture.global_and_fixture_disabled():
            print(f"\nunres: {message}", flush=True)

    path, reason = None, ""
    try:
        with FileLock(Path(sys.prefix) / "browser.lock"):  # one of the processes that test gets it for all
            path = find_browser(say)
    except BrowserMissing as problem:
        reason = str(problem)
    if path is None:  # said outside of the handler, where it would be said twice
        pytest.fail(reason, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            chromium_sandbox=not is_root(),  # for root, Chromium starts only without it
            args=list(BROWSER_ARGUMENTS),
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a context of its own: no history, no storage, desktop size."""
    with browser.new_context() as context:
        context.set_default_timeout(10_000)
        yield context.new_page()


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that a build needs but source texts, so that no test touches the checkout."""
    root = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "docs", root / "docs")
    return root


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The site of the checkout's own source texts, built once."""
    build(Project(project, ROOT / "resolution", project / "site"))
    return project / "site"
