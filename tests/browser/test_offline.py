"""A copy in a folder: everything reads and is found, and nothing is asked of a network."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from unres.site.build import build
from unres.site.project import Project, Purpose


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, in a folder whose name has a space and a letter that addresses encode."""
    site = tmp_path_factory.mktemp("offline") / "a cöpy"
    build(Project(root, root / "resolution", site, purpose=Purpose.FOLDER))
    return site


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page without a network, which complains of nothing."""
    complaints: list[str] = []
    with browser.new_context(offline=True) as context:
        context.set_default_timeout(10_000)
        context.on("request", lambda request: complaints.append(request.url) if "file:" not in request.url else None)
        context.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        yield context.new_page()
    assert complaints == []


def test_every_link_leads_to_a_file_that_is_there(folder: Path) -> None:
    count = 0
    for page in folder.rglob("*.html"):
        for address in html.parse(str(page)).xpath("//@href | //@src | //@action"):
            parts = urlsplit(address)
            if not parts.scheme and parts.path:
                count += 1
                assert (page.parent / unquote(parts.path)).is_file(), f"{page.relative_to(folder)}: {address}"
    assert count > 500


def test_it_reads_from_page_to_page(reader: Page, folder: Path) -> None:
    reader.goto((folder / "index.html").as_uri())
    reader.get_by_role("link", name="62nd session").click()
    reader.get_by_role("link", name="62/160 Enhancement").click()
    reader.get_by_role("link", name="Operative paragraphs").first.click()
    reader.wait_for_url("**/A/RES/62/160/operative/index.html")
    assert reader.locator("#op8 + p").evaluate("e => getComputedStyle(e).fontFamily").endswith(", serif")
    reader.get_by_role("link", name="Preamble").first.click()
    reader.get_by_role("link", name="Footnote 3", exact=True).click()
    reader.wait_for_url("**/A/RES/62/160/preamble/index.html#fn*")
    reader.get_by_role("button", name="Switch to dark colours").click()
    reader.get_by_role("link", name="About").first.click()
    expect(reader.locator("body")).to_have_css("background-color", "rgb(20, 23, 27)")


@pytest.mark.parametrize(
    ("query", "end"), [("dialogue among civilizations", "#op3"), ("62/160 OP8", "/A/RES/62/160/index.html#op8")]
)
def test_it_searches(reader: Page, folder: Path, query: str, end: str) -> None:
    reader.goto((folder / "A/RES/62/160/preamble/index.html").as_uri())
    reader.keyboard.press("/")
    reader.keyboard.type(query)
    expect(reader.locator(".find-results a").first).to_be_visible()
    reader.keyboard.press("Enter")
    reader.wait_for_url(lambda address: address.endswith(end))
    assert reader.locator(f"#{end.split('#')[1]}").count() == 1


def test_the_folder_is_one_file_to_download_and_the_same_every_time(folder: Path, root: Path) -> None:
    archive = folder.with_name(f"{folder.name}.zip")
    first = archive.read_bytes()
    with zipfile.ZipFile(archive) as packed:
        names = packed.namelist()
        assert packed.testzip() is None
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(names) == {f"{folder.name}/{name}" for name in files}
    build(Project(root, root / "resolution", folder, purpose=Purpose.FOLDER))
    assert archive.read_bytes() == first
