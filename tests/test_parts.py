"""Pages rendered in parts and kept from build to build: the same bytes as a whole build, whatever was changed."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from samples import ROOT, sample
from unres import insight
from unres.cache import FOLDER
from unres.errors import BuildError
from unres.pages import write
from unres.site import data, parts, rendering
from unres.site.build import build
from unres.site.facts import Facts, Gathered, facts_of, page_tree
from unres.site.folders import Folder
from unres.site.parts import html_of
from unres.site.project import Project
from unres.site.rendering import Taker, Wanted
from unres.site.stays import LIST

pytestmark = pytest.mark.long


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def text(number: int, words: str) -> str:
    return sample(f"*Recalling* its resolution 99/{number - 1},\n\n1. *Admires* {words}.").replace(
        "99/7.", f"99/{number}."
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Three short resolutions that cite each other, and a page of the owner's."""
    root = tmp_path / "project"
    (root / "resolution").mkdir(parents=True)
    for number in (7, 8, 9):
        (root / "resolution" / f"99-{number}.md").write_text(text(number, "bees"), encoding="utf-8")
    (root / "docs").mkdir()
    (root / "docs/mine.md").write_text("# Mine\n\nWords.\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text("nav:\n- index.md\n- about.md\n- mine.md\nvalidation: {omitted_files: info}\n")
    return Project(root, root / "resolution", tmp_path / "site")


def whole(project: Project) -> dict[str, bytes]:
    """The site as a build makes it that knows of none before, in a copy of the project."""
    root = project.root.with_name("copy")
    shutil.copytree(project.root, root, ignore=shutil.ignore_patterns(".cache"))
    try:
        copy = replace(project, root=root, resolutions=root / "resolution", site=root.with_name("whole"))
        build(copy)
        return files(copy.site)
    finally:
        shutil.rmtree(root)
        shutil.rmtree(root.with_name("whole"), ignore_errors=True)


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many of the pages made by the build each call of the renderer made."""
    made: list[int] = []
    render = rendering.render_pages

    def count(project: Project, site: Path, extra: dict[str, object], asked: Wanted, take: Taker) -> list[str]:
        taken: list[str] = []

        def note(path: str, content: bytes) -> None:
            taken.append(path)
            take(path, content)

        sheets = render(project, site, extra, asked, note)
        written = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
        made.append(sum(1 for path in (*taken, *written) if path.startswith("A/")))
        return sheets

    monkeypatch.setattr(parts, "render_pages", count)
    return made


def _said(root: Path, number: int, old: str, new: str) -> None:
    path = root / f"resolution/99-{number}.md"
    if path.is_file():
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def shuffled(names: Iterable[str], request: pytest.FixtureRequest) -> list[str]:
    """Names in the order of a chance that can be had again."""
    found = list(names)
    random.Random(request.config.getoption("--seed")).shuffle(found)
    return found


EDITS: dict[str, Callable[[Path], object]] = {
    "a word": lambda root: (root / "resolution/99-8.md").write_text(text(8, "lamps"), encoding="utf-8"),
    "a text that is added": lambda root: (root / "resolution/99-10.md").write_text(text(10, "oars"), encoding="utf-8"),
    "a title, which pages of others name": lambda root: _said(root, 8, "99/8. ", "99/8. Old "),
    "a paragraph that another cites": lambda root: _said(
        root, 9, "its resolution 99/8", "paragraph 1 of resolution 99/8"
    ),
    "a day, which lists name": lambda root: _said(root, 8, "2044", "2045"),
    "a document that is cited": lambda root: _said(root, 9, "*Admires*", "*Recalls* A/62/439 and *admires*"),
    "an addressee": lambda root: _said(root, 8, "*Admires*", "*Requests* the Secretary-General to report on"),
    "a text with an error": lambda root: (root / "resolution/99-11.md").write_text("<b>", encoding="utf-8"),
    "the error is gone": lambda root: (root / "resolution/99-11.md").unlink(missing_ok=True),
    "a text that is removed": lambda root: (root / "resolution/99-9.md").unlink(),
    "a file that is renamed": lambda root: (root / "resolution/99-7.md").rename(root / "resolution/other.md"),
    "a page of the owner's": lambda root: (root / "docs/mine.md").write_text("# Ours\n\nOther words.\n"),
    "a template": lambda root: _copy(root, "docs/overrides/404.html", "<p>", "<p>Sorry. "),
    "a style": lambda root: _copy(root, "docs/assets/print.css", "", ".badge { color: #123456 }\n"),
    "a title of the site": lambda root: (root / "mkdocs.yml").open("a").write("site_name: Another\n"),
}


def _copy(root: Path, path: str, old: str, new: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    words = (ROOT / path).read_text(encoding="utf-8")
    (root / path).write_text(words.replace(old, new, 1) if old else words + new, encoding="utf-8")


@pytest.mark.parametrize("part", range(3))
def test_edits_give_what_a_whole_build_gives(part: int, project: Project, request: pytest.FixtureRequest) -> None:
    build(project)
    names = shuffled(EDITS, request)[part::3]
    for name in names:
        EDITS[name](project.root)
        build(project)
        edited = files(project.site)
        assert edited == whole(project), f"{name}, after {names[: names.index(name)]}"
    assert sorted(path.name for path in (project.root / FOLDER / "sites").iterdir()) == [project.aside.name]


MEDDLING: dict[str, Callable[[Project], object]] = {
    "a page of the site is edited": lambda project: _meddle(project.site / "A/RES/99/7/index.html"),
    "and keeps its size": lambda project: _meddle(project.site / "A/RES/99/7/index.html", same_size=True),
    "a file of data is edited": lambda project: _meddle(project.site / "A/RES/99/8/resolution.json"),
    "a list is edited": lambda project: _meddle(project.site / "A/RES/99/index.html"),
    "a file of the search is edited": lambda project: _meddle(next((project.site / "search").glob("t*.js"))),
    "results of the search are removed": lambda project: shutil.rmtree(project.site / "search/d"),
    "a page of the site is removed": lambda project: (project.site / "A/RES/99/8/op1/index.html").unlink(),
    "the site is removed": lambda project: shutil.rmtree(project.site),
    "the site is another's, of the same list": lambda project: _copied(project.site),
    "the site before is removed": lambda project: shutil.rmtree(project.aside),
    "the site before is half removed": lambda project: shutil.rmtree(project.aside / "A"),
    "the site before is no site": lambda project: (project.aside / LIST).unlink(),
    "something lies in the site before": lambda project: (project.aside / "A/RES/99/7/more").write_text("work"),
    "pages of the build's own folder are edited": lambda project: _meddle(project.work / "docs/A/RES/99/7/index.md"),
    "pages of the build's own folder are gone": lambda project: shutil.rmtree(project.work / "docs/A/RES"),
    "no texts are kept": lambda project: shutil.rmtree(project.root / FOLDER / "texts"),
    "a list of the build's own folder is edited": lambda project: _meddle(
        next((project.work / "docs/A/RES/references").glob("A-RES-99*.md"))
    ),
    "no lists are kept": lambda project: shutil.rmtree(project.root / FOLDER / "written"),
    "no folders are kept": lambda project: shutil.rmtree(project.root / FOLDER / "folders"),
    "no pages are kept": lambda project: shutil.rmtree(project.root / FOLDER / "pages"),
}


def _meddle(path: Path, *, same_size: bool = False) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:-9] + b"meddling!" if same_size else content + b"meddling!")


def _copied(site: Path) -> None:
    shutil.move(site, site.with_name("other"))
    shutil.copytree(site.with_name("other"), site)
    shutil.rmtree(site.with_name("other"))


@pytest.mark.parametrize("part", range(3))
def test_what_others_do_to_the_site_and_the_cache_is_put_right(
    part: int, project: Project, request: pytest.FixtureRequest
) -> None:
    expected = whole(project)
    build(project)
    build(project)
    names = shuffled(MEDDLING, request)[part::3]
    for name in names:
        MEDDLING[name](project)
        build(project)
        assert files(project.site) == expected, f"{name}, after {names[: names.index(name)]}"
        build(project)  # the site that was put aside, and shares files with it, comes back
        assert files(project.site) == expected, f"{name}, and again"


def test_a_file_that_stays_is_the_same_file_and_none_of_the_cache_but_of_the_site_before(project: Project) -> None:
    apart = text(20, "oars").replace("99/20. ", "99/20. Unlike all others here: ")
    (project.resolutions / "99-20.md").write_text(apart, encoding="utf-8")
    build(project)
    page, changed = (project.site / f"A/RES/99/{number}/resolution.json" for number in (20, 8))
    before = page.stat().st_ino, changed.stat().st_ino
    EDITS["a word"](project.root)
    build(project)
    assert page.stat().st_ino == before[0]
    assert changed.stat().st_ino != before[1]
    shared = [path for path in (project.root / FOLDER).rglob("*") if path.is_file() and path.samefile(page)]
    assert shared == [project.aside / "A/RES/99/20/resolution.json"]


@pytest.mark.parametrize("refused", ["link", "replace", "rename"])
def test_where_a_disk_cannot_do_it_the_site_is_the_same(
    refused: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    build(project)
    EDITS["a word"](project.root)
    expected = whole(project)
    if refused == "link":
        monkeypatch.setattr(os, "link", fails)
    else:
        does = getattr(Path, refused)
        monkeypatch.setattr(Path, refused, lambda self, to: fails() if project.aside in (self, to) else does(self, to))
    for _ in range(3):
        build(project)
        assert files(project.site) == expected
    assert sorted(path.name for path in project.site.parent.iterdir()) == ["project", "site"]


def test_a_record_that_names_files_elsewhere_is_not_believed(project: Project) -> None:
    work = project.root / "work"
    work.write_text("years")
    found = os.lstat(work)
    made = ["0" * 64, found.st_size, found.st_mtime_ns, found.st_ino]
    for path in ("A/RES/99/7/../../../../project/work", "A/RES/99/8/index.html", "work"):
        assert Folder.of(json.dumps([{path: made}, ""]).encode() + b"\n" + Gathered().data(), "A/RES/99/7") is None
    assert Folder.of(json.dumps([{"A/RES/99/7/a": made}, ""]).encode() + b"\n" + Gathered().data(), "A/RES/99/7")


def test_only_what_is_new_is_rendered(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made = counted(monkeypatch)
    build(project)
    build(project)
    EDITS["a word"](project.root)
    build(project)
    assert made[0] > 20
    assert made[1] == 0
    assert 0 < made[2] < made[0] / 2


def test_several_processes_make_the_same(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = whole(project)
    for room, each in ((parts, 5), (write, 1), (data, 1), (insight, 1)):
        monkeypatch.setattr(room, "_EACH", each)
        monkeypatch.setattr(room, "workers", lambda tasks: min(tasks, 3))
    build(project)
    assert files(project.site) == alone


def test_a_fault_in_a_part_is_said_and_the_old_site_stays(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    build(project)
    before = files(project.site)
    monkeypatch.setattr(parts, "_EACH", 5)
    _copy(project.root, "docs/overrides/main.html", "{% extends", "{% broken %}{% extends")
    with pytest.raises(BuildError, match=r"docs/overrides/main\.html:\d+: .*mend the template"):
        build(project)
    assert files(project.site) == before


@pytest.mark.parametrize("setting", ["plugins: [search]", "markdown_extensions: [admonition]"])
def test_what_may_read_anything_lets_nothing_be_kept(
    project: Project, setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = counted(monkeypatch)
    (project.root / "mkdocs.yml").open("a").write(f"{setting}\n")
    build(project)
    build(project)
    assert made[0] == made[1] > 20


@pytest.mark.parametrize("harm", [b"", b"other", b"\x00" * 40])
def test_what_is_broken_in_the_cache_is_made_anew(project: Project, harm: bytes) -> None:
    build(project)
    before = files(project.site)
    for kind in ("texts", "compare", "actions", "search", "markdown", "pages", "folders", "styles", "written"):
        kept = [path for path in (project.root / FOLDER / kind).rglob("*") if path.is_file()]
        assert kept or kind == "compare", f"{kind}: of texts that stand in one session none is compared"
        for path in kept:
            path.write_bytes(harm)
    build(project)
    assert files(project.site) == before


def test_a_link_that_leads_nowhere_ends_the_build(project: Project) -> None:
    (project.root / "docs/mine.md").write_text('# Mine\n\n<a href="../A/RES/99/7/#op9">OP9</a>\n')
    with pytest.raises(BuildError, match=r"mine/index\.html: leads to A/RES/99/7/#op9, but the page has no such place"):
        build(project)


PAGE = (
    b'<html><body id="top"><a href="../b/#x">b</a> <a href="#top">here</a> <a href="https://e.org/">e</a></body></html>'
)


def test_the_facts_of_a_page() -> None:
    facts = facts_of("a/index.html", page_tree(PAGE), "")
    assert facts.asked == {"b/#x", "a/index.html#top"}
    assert facts.places == {"top"}
    assert Facts.of(facts.data()) == facts
    found = Gathered()
    found.add("a/index.html", facts)
    assert list(found.dead(["a/index.html", "b/index.html"])) == [], "what was not read is not judged"
    found.add("b/index.html", Facts(frozenset(), frozenset("y"), frozenset()))
    assert list(found.dead(["a/index.html", "b/index.html"])) == [
        ("a/index.html", "leads to b/#x, but the page has no such place")
    ]
    assert list(found.dead(["a/index.html"])) == [("a/index.html", "leads to b/, which is not there")]
    assert found.unsettled() == Gathered(places={"b/index.html": frozenset("y")}, asked={"b/#x": "a/index.html"})
    assert Gathered.of(found.data()) == found


def test_where_a_page_lies() -> None:
    assert html_of("index.md") == "index.html"
    assert html_of("about.md") == "about/index.html"
