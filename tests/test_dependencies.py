"""What the locks bring along: licences that are permitted, and what is said of holes that are known."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import _dependencies
from _dependencies import holes, is_permitted, locked, refused
from samples import ROOT
from unres.site.notices import write_notices

LICENCES = {
    "permissive": ("a", "MIT", True, True),
    "as a classifier says it": ("a", "Apache Software License", True, True),
    "several, all permissive": ("a", "MIT AND PSF-2.0", True, True),
    "one of several": ("a", "GPL-3.0-or-later OR BSD-3-Clause", True, True),
    "all of several": ("a", "MIT AND GPL-3.0-or-later", True, False),
    "share-alike": ("a", "GPL-3.0-only", False, False),
    "a name that holds another": ("a", "GPL with BSD parts", True, False),
    "the MPL in a tool of the tests": ("a", "MPL-2.0", False, True),
    "the MPL in what builds": ("a", "MPL-2.0", True, False),
    "the MPL in what is known": ("certifi", "Mozilla Public License 2.0 (MPL 2.0)", True, True),
    "nothing": ("a", "", False, False),
}


@pytest.mark.parametrize(("package", "expression", "shipped", "expected"), LICENCES.values(), ids=LICENCES)
def test_what_is_permitted(package: str, expression: str, shipped: bool, expected: bool) -> None:
    assert is_permitted(package, expression, shipped=shipped) is expected


def test_each_package_of_the_locks_is_permitted() -> None:
    assert list(refused()) == []


def test_a_licence_that_is_not_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(_dependencies.READ, "mkdocs", "GPL-2.0-only")
    (line,) = refused()
    assert line.startswith(f"mkdocs {locked('build')['mkdocs']}: its licence is GPL-2.0-only; see CONTRIBUTING.md")


def test_contributing_names_what_is_not_permissive() -> None:
    words = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert all(f"`{package}`" in words for package in _dependencies.KNOWN_RECIPROCAL)


def test_a_site_is_built_without_what_reads_pdfs() -> None:
    assert {"pdfminer-six", "pypdfium2"} <= locked("import").keys() - locked("build").keys()


AUDITED = {"dependencies": [
    {"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]},
    {"name": "b", "version": "1", "vulns": []},
    {"name": "c", "skip_reason": "not found"},
]}  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "expected"),
    [(json.dumps(AUDITED), (["a 1: PYSEC-1; mended in 2"], 2)), ("", ([], 0)), ("no network", ([], 0))],
)
def test_known_holes(printed: str, expected: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "uv")
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1, stdout=printed, stderr="")
    )
    assert holes() == expected


def test_a_site_carries_the_notices_of_what_it_ships(tmp_path: Path) -> None:
    write_notices(tmp_path)
    words = (tmp_path / "licences.txt").read_text(encoding="utf-8")
    for holder in ("Martin Donath", "Dr Martin Porter", "Pictogrammers"):
        assert holder in words
    own = (ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    assert own in words
