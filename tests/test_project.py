"""A project of one's own: made by a command, found from where one stands, and never written outside of."""

from __future__ import annotations

import re
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from samples import ROOT, SEED, sample
from unres import __version__, cli
from unres.errors import BuildError
from unres.site.build import build
from unres.site.project import Project, find_root, written_by_hand


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with one source text and nothing else."""
    (tmp_path / "mine" / "resolution").mkdir(parents=True)
    (tmp_path / "mine" / "resolution" / "99-7.md").write_text(sample("1. *Ends*."), encoding="utf-8")
    return tmp_path / "mine"


class TestWhereItLies:
    """The folder that holds ``resolution/``, seen from any folder in it."""

    def test_is_found_from_a_folder_in_it(self, project: Path) -> None:
        (project / "docs" / "deep").mkdir(parents=True)
        assert find_root(project / "docs" / "deep") == project

    def test_is_the_checkout_where_there_is_none(self, tmp_path: Path) -> None:
        assert find_root(tmp_path) == ROOT

    def test_one_in_another_is_not_guessed(self, project: Path) -> None:
        inner = project / "inner"
        (inner / "resolution").mkdir(parents=True)
        with pytest.raises(BuildError, match=rf"inner: lies in another project, {project}; move one out, or say which"):
            find_root(inner)

    def test_none_is_said(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("unres.site.project.BASE", tmp_path)
        with pytest.raises(
            BuildError, match="holds no folder resolution/; make that folder there, or a project with `unres new DIR`"
        ):
            find_root(tmp_path)

    def test_a_name_that_is_no_folder(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["--project", str(tmp_path / "gone"), "check"]) == 1
        assert "gone: is not a folder; name that of a project, or make one with `unres new" in capsys.readouterr().err


class TestANewOne:
    """What ``unres new`` makes."""

    def test_holds_what_its_owner_needs(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["new", str(tmp_path / "mine")]) == 0
        assert "Next: cd" in capsys.readouterr().out
        files = {
            path.relative_to(tmp_path / "mine").as_posix() for path in (tmp_path / "mine").rglob("*") if path.is_file()
        }
        assert files == {
            ".editorconfig", ".github/ISSUE_TEMPLATE/word.yml", ".github/workflows/check.yml", ".github/workflows/pages.yml", ".gitignore", "README.md",
            "mkdocs.yml", "resolution/.gitkeep",
        }  # fmt: skip
        own = yaml.safe_load((tmp_path / "mine/mkdocs.yml").read_text(encoding="utf-8"))
        assert (own["site_name"], own["extra"]["unres"]) == ("Resolutions: mine", __version__)
        form = (tmp_path / "mine/.github/ISSUE_TEMPLATE/word.yml").read_text(encoding="utf-8")
        assert form == (ROOT / ".github/ISSUE_TEMPLATE/word.yml").read_text(encoding="utf-8")
        workflow = (tmp_path / "mine/.github/workflows/check.yml").read_text(encoding="utf-8")
        assert f'"unres=={__version__}"' in workflow

    @pytest.mark.parametrize("where", ["", "below/it"])
    def test_is_not_made_over_or_in_another(
        self, project: Path, where: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = sorted(project.rglob("*"))
        assert cli.main(["new", str(project / where)]) == 1
        assert ("holds files" if not where else "would lie in another project") in capsys.readouterr().err
        assert sorted(project.rglob("*")) == before

    def test_with_an_example_builds_and_says_that_it_is_invented(self, tmp_path: Path) -> None:
        root = tmp_path / "mine"
        assert cli.main(["new", str(root), "--example"]) == 0
        assert cli.main(["--project", str(root), "check"]) == 0
        collection, problems = build(Project(root, root / "resolution", root / "site"))
        assert problems == ()
        assert len(collection) == len(list((root / "resolution").glob("*.md"))) > 10
        for page in (root / "site" / "A").rglob("*.html"):
            words = page.read_text(encoding="utf-8")
            assert "These resolutions are invented" in words or "md-main" not in words, page  # small ones for chats


class TestItsOwnFiles:
    """What its owner writes takes the place of ours."""

    def test_texts_alone_are_enough(self, project: Path) -> None:
        build(Project(project, project / "resolution", project / "site"))
        assert (project / "site/A/RES/99/7/index.html").is_file()
        assert sorted(path.name for path in project.iterdir()) == [".cache", "resolution", "site"]

    def test_a_page_a_style_a_template_and_a_title(self, project: Path) -> None:
        (project / "docs/assets").mkdir(parents=True)
        words = "# My field { .mine }\n\nWords of mine.\n\n!!! note\n    Mind this.\n"
        (project / "docs/index.md").write_text(words, encoding="utf-8")
        (project / "docs/assets/own.css").write_text(".md-header { color: rebeccapurple }\n", encoding="utf-8")
        (project / "mkdocs.yml").write_text(
            "site_name: My resolutions\nextra_css: [assets/own.css]\nmarkdown_extensions: [admonition]\nextra: {notice: Under way}\n",
            encoding="utf-8",
        )
        build(Project(project, project / "resolution", project / "site"))
        home = (project / "site/index.html").read_text(encoding="utf-8")
        assert "Words of mine." in home
        assert 'http-equiv="refresh"' not in home, "an owner's home is shown, also with one resolution"
        assert "admonition note" in home
        assert 'class="mine"' in home, "our extensions are still there"
        assert "My resolutions" in home
        assert "Under way" in home
        (style,) = (project / "site/assets").glob("style.*.css")
        assert "rebeccapurple" in style.read_text(encoding="utf-8")
        assert ".badge" in style.read_text(encoding="utf-8"), "ours is still there"
        assert (project / "site/about/index.html").is_file()

    def test_words_of_its_owner_stand_at_the_head_of_the_home_page(self, project: Path) -> None:
        build(Project(project, project / "resolution", project / "site"))
        assert "Every paragraph has an address" in (project / "site/index.html").read_text(encoding="utf-8")
        (project / "mkdocs.yml").write_text("extra: {welcome: Words of the **owner**.}\n", encoding="utf-8")
        build(Project(project, project / "resolution", project / "site"))
        home = (project / "site/index.html").read_text(encoding="utf-8")
        assert '<p class="intro">Words of the <strong>owner</strong>.</p>' in home
        assert "Every paragraph has an address" not in home

    def test_a_configuration_with_a_fault_is_named(self, project: Path) -> None:
        (project / "mkdocs.yml").write_text("theme: {name: nowhere}\n", encoding="utf-8")
        with pytest.raises(BuildError, match=rf"{project}/mkdocs.yml: "):
            build(Project(project, project / "resolution", project / "site"))

    @pytest.mark.parametrize("command", [["build"], ["check"], ["import", str(SEED)], ["find"]], ids=" ".join)
    @pytest.mark.parametrize(
        "configuration", ["extra: {unres: 99.1}\n", "extra:\n  unres: 99.1.0\nplugins: !ENV [A, []]\n"]
    )
    def test_one_made_by_a_newer_version(
        self, project: Path, configuration: str, command: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        (project / "mkdocs.yml").write_text(configuration, encoding="utf-8")
        before = sorted(project.rglob("*"))
        assert cli.main(["--project", str(project), *command]) == 1
        assert re.search(r"mkdocs.yml: is of unres 99.1.*, and this is .*; get the newer one", capsys.readouterr().err)
        assert sorted(project.rglob("*")) == before

    def test_a_link_to_a_folder_is_named(self, project: Path, tmp_path: Path) -> None:
        (project / "docs").mkdir()
        (project / "docs/pictures").symlink_to(tmp_path)
        with pytest.raises(BuildError, match="pictures: is a link to a folder"):
            written_by_hand(Project(project, project / "resolution", project / "site"))

    def test_the_folder_of_the_build_is_no_link(self, project: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere/unres/mkdocs/docs").mkdir(parents=True)
        (tmp_path / "elsewhere/unres/mkdocs/docs/work.md").write_text("years")
        (project / ".cache").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(BuildError, match=r"\.cache: is a link; the build writes here and follows none"):
            build(Project(project, project / "resolution", project / "site"))
        assert (tmp_path / "elsewhere/unres/mkdocs/docs/work.md").read_text() == "years"


def test_the_command_alone_shows_what_to_type(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 0
    assert "unres import" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="builds the wheel with the programs of Linux and macOS")
def test_the_wheel_holds_all_that_a_site_is_made_with(tmp_path: Path) -> None:
    from hatchling.builders.wheel import WheelBuilder

    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    unpacked = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    ours = {path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*") if path.is_file()}
    base = unpacked / "unres" / "base"
    assert {path.relative_to(base / "docs") for path in (base / "docs").rglob("*") if path.is_file()} == ours
    assert (base / "mkdocs.yml").read_bytes() == (ROOT / "mkdocs.yml").read_bytes()
    assert list((base / "example" / "resolution").glob("*.md"))
    assert (unpacked / "unres" / "py.typed").is_file()
    assert (unpacked / "unres" / "template" / ".github" / "workflows" / "pages.yml").is_file()
    shutil.rmtree(unpacked)


def test_nothing_is_written_where_no_project_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("unres.site.project.BASE", tmp_path / "none")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    named = ["--project", str(tmp_path / "here")]
    for arguments in (["build"], ["check"], ["import", str(SEED)], ["export", "--format", "json", "--out", "out"]):
        for where in ([], named):
            assert cli.main([*where, *arguments]) == 1
            assert f"{tmp_path / 'here'}: holds no folder resolution/; make that" in capsys.readouterr().err
    assert list((tmp_path / "here").iterdir()) == []
