"""What may stand in a page of the site: one script, and an address that is one; what else does ends the build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import html

from samples import SEED
from unres import cli
from unres.errors import BuildError
from unres.exports import Base
from unres.site.build import build
from unres.site.finish import UNNAMED
from unres.site.policy import own_script, policy
from unres.site.project import Project


def test_a_page_with_a_script_of_its_own_ends_the_build_and_the_site_stays(project: Path, tmp_path: Path) -> None:
    root, site = tmp_path / "project", tmp_path / "site"
    shutil.copytree(project, root)
    build(Project(root, SEED.parent, site))
    before = (site / "about/index.html").read_bytes()
    with (root / "docs/about.md").open("a", encoding="utf-8") as page:
        page.write("\n<p>Fog</p><script>alert(1)</script>\n")
    with pytest.raises(BuildError, match=r"^about/index\.html: holds a script of its own"):
        build(Project(root, SEED.parent, site))
    assert (site / "about/index.html").read_bytes() == before


def test_each_page_has_the_one_style_sheet_and_the_one_policy(site: Path) -> None:
    (sheet,) = (path.relative_to(site).as_posix() for path in site.glob("assets/style.*.css"))
    rules = policy(own_script(site.parent))
    pages = [path for path in site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")]
    assert len(pages) > 10
    for path in pages:
        page = html.parse(str(path))
        up = "/" if path.name == "404.html" else "../" * (len(path.relative_to(site).parts) - 1)
        assert page.xpath("//link[@rel='stylesheet']/@href") == [up + sheet], path
        assert page.xpath("//head/*[1]/@content") == [rules], path
    assert UNNAMED not in pages[0].read_text(encoding="utf-8")


ADDRESSES = {
    "a site": ("https://example.org", "https://example.org/"),
    "a folder of one": ("https://example.org/un/", "https://example.org/un/"),
    "a port": ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
    "a number of the newer kind": ("http://[::1]:8000", "http://[::1]:8000/"),
    "signs in a path": ("https://example.org/~a/b%20c-1", "https://example.org/~a/b%20c-1/"),
    "none": ("", ""),
}
NO_ADDRESSES = {
    "markup": 'https://e.org/"><script>alert(1)</script>/',
    "a quotation mark": "https://e.org/'",
    "half a number of the newer kind": "http://[::1",
    "a query": "https://e.org/?a",
    "a fragment": "https://e.org/#a",
    "a blank": "https://e.org/a b",
    "a line": "https://e.org/\nX: y",
    "no scheme": "e.org",
    "another scheme": "javascript:alert(1)",
    "letters that no address has": "https://ä.org",
    "what cannot be written": "https://e.org/\udcff",
}


@pytest.mark.parametrize(("given", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_of_a_site(given: str, expected: str) -> None:
    assert Base.of(given).url == expected


@pytest.mark.parametrize("given", NO_ADDRESSES.values(), ids=NO_ADDRESSES)
def test_what_is_no_address_is_refused_in_one_sentence(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BuildError, match="is no address of a site"):
        Base.of(given)
    with pytest.raises(SystemExit):
        cli.main(["build", "--site-url", given])
    assert "is no address of a site" in capsys.readouterr().err
