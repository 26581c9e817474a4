"""What a release is made of: one version, its part of the changelog, packages that install."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
import yaml

from samples import ROOT
from unres import __version__

CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
STEPS = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8"))["jobs"]["release"]["steps"]


def test_the_newest_release_of_the_changelog_is_this_version() -> None:
    assert re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)[0] == "Unreleased"
    releases = re.findall(r"^## (\d+)\.(\d+)\.(\d+) \((\d{4}-\d\d-\d\d)\)$", CHANGELOG, re.MULTILINE)
    assert len(releases) == CHANGELOG.count("\n## ") - 1
    assert ".".join(releases[0][:3]) == __version__
    order = [(*map(int, release[:3]), datetime.date.fromisoformat(release[3])) for release in releases]
    assert order == sorted(order, reverse=True)


def test_the_version_stands_in_one_place() -> None:
    files = [ROOT / "pyproject.toml", ROOT / "CITATION.cff", ROOT / "README.md", *(ROOT / "scripts").rglob("*.py")]
    holding = [path for path in files if __version__ in re.findall(r"\d+(?:\.\d+)+", path.read_text(encoding="utf-8"))]
    assert holding == [ROOT / "scripts" / "unres" / "__init__.py"]


@pytest.mark.skipif(sys.platform == "win32", reason="runs on Linux")
@pytest.mark.parametrize(("tag", "code"), [(f"v{__version__}", 0), ("v999.0.0", 1)])
def test_the_notes_of_a_release_are_its_part_of_the_changelog(tag: str, code: int, tmp_path: Path) -> None:
    shutil.copy(ROOT / "CHANGELOG.md", tmp_path)
    (step,) = (step["run"] for step in STEPS if "CHANGELOG.md" in step.get("run", "").partition("gh release")[0])
    variables = {**os.environ, "GITHUB_REF_NAME": tag}
    done = subprocess.run(["bash", "-e", "-c", step], cwd=tmp_path, env=variables, check=False)
    assert done.returncode == code
    notes = (tmp_path / "notes.md").read_text(encoding="utf-8")
    assert notes in CHANGELOG
    assert bool(notes.strip()) is not bool(code)
    assert "## 0." not in notes


@pytest.mark.skipif(sys.platform == "win32", reason="runs on Linux")
def test_the_source_archive_makes_the_same_wheel(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-d"]
    subprocess.run([*build, str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    with tarfile.open(tmp_path / f"unres-{__version__}.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    again = tmp_path / f"unres-{__version__}"
    subprocess.run([*build, str(tmp_path / "again"), "-t", "wheel"], cwd=again, check=True, capture_output=True)
    wheel = f"unres-{__version__}-py3-none-any.whl"

    def content(path: Path) -> dict[str, bytes]:
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    assert content(tmp_path / wheel) == content(tmp_path / "again" / wheel)
