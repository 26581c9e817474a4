"""A server for the built site, and pages that report whatever goes wrong in them."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from addresses import Open
from samples import ROOT
from server import served
from unres.site.build import build
from unres.site.project import Project


@pytest.fixture(scope="session")
def seed_url(site: Path) -> Iterator[str]:
    """The address of a site with the one resolution of the checkout."""
    yield from served(site)


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an invented resolution too, its site built."""
    root = tmp_path_factory.mktemp("browser")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copytree(ROOT / "tests" / "data" / "resolution", root / "resolution")
    shutil.copy(ROOT / "resolution" / "62-160.md", root / "resolution")
    build(Project(root, root / "resolution", root / "site"))
    return root


@pytest.fixture(scope="session")
def url(root: Path) -> Iterator[str]:
    """The address of that site."""
    yield from served(root / "site")


@dataclass
class Trouble:
    """What no page may do: ask another host, or complain."""

    requests: list[str]
    messages: list[str]


@contextmanager
def opening(browser: Browser) -> Iterator[Open]:
    """Opens addresses, each in a context of its own; at the end, no page has asked another host or complained."""
    contexts, trouble = [], Trouble([], [])

    def open_(address: str, width: int = 1280, height: int = 900, **options: Any) -> Page:  # noqa: ANN401 what new_context takes
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        host = "/".join(address.split("/")[:3])

        def note(requested: str) -> None:
            if not requested.startswith((host, "data:", "blob:")):
                trouble.requests.append(requested)

        context.on("request", lambda request: note(request.url))
        # A page that does not exist is what some tests ask for.
        context.on(
            "console",
            lambda said: (
                trouble.messages.append(f"{said.location['url']}: {said.text}")
                if said.type in ("error", "warning") and "404" not in said.text
                else None
            ),
        )
        context.on("weberror", lambda error: trouble.messages.append(str(error.error)))
        page = context.new_page()
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert trouble == Trouble([], [])


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Opens an address in a context of its own; at the end, no page has asked another host or complained."""
    with opening(browser) as open_:
        yield open_


@pytest.fixture(scope="module")
def visited(browser: Browser) -> Iterator[Open]:
    """As ``opened``, one page after the other in one window a width: quick, for whoever looks and leaves nothing."""
    with opening(browser) as open_:
        windows: dict[int, Page] = {}

        def visit(address: str, width: int = 1280, **options: Any) -> Page:  # noqa: ANN401 what new_context takes
            if width in windows:
                windows[width].goto(address)
            else:
                windows[width] = open_(address, width, **options)
            return windows[width]

        yield visit


@pytest.fixture
def phone(opened: Open) -> Open:
    """As ``opened``, on a phone."""
    return functools.partial(opened, width=320, height=640, has_touch=True, is_mobile=True)
