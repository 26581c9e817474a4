"""Pages rendered in parts and kept from build to build: the same bytes as a whole build, whatever was changed."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
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
from unres.site.parts import html_of
from unres.site.project import Project
from unres.site.rendering import Taker, Wanted


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
    """The site as a build makes it that knows of none before."""
    shutil.rmtree(project.root / FOLDER, ignore_errors=True)
    build(project)
    return files(project.site)


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


EDITS: dict[str, Callable[[Path], object]] = {
    "a word": lambda root: (root / "resolution/99-8.md").write_text(text(8, "lamps"), encoding="utf-8"),
    "a text that is added": lambda root: (root / "resolution/99-10.md").write_text(text(10, "oars"), encoding="utf-8"),
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


def test_edits_give_what_a_whole_build_gives(project: Project, request: pytest.FixtureRequest) -> None:
    chance = random.Random(request.config.getoption("--seed"))
    build(project)
    names = list(EDITS)
    chance.shuffle(names)
    for name in names:
        EDITS[name](project.root)
        build(project)
        edited = files(project.site)
        assert edited == whole(project), name


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
    shutil.rmtree(project.root / FOLDER)
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
    for path in (project.root / FOLDER / "pages").rglob("*"):
        if path.is_file():
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


def test_where_a_page_lies() -> None:
    assert html_of("index.md") == "index.html"
    assert html_of("about.md") == "about/index.html"
