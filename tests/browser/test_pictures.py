"""README's pictures: those that the command takes, and light."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from samples import ROOT

FOLDER = ".github/pictures"
LIGHT = 300 * 1024  # bytes, all of them


def sizes(folder: Path) -> dict[str, tuple[int, int]]:
    return {path.name: Image.open(path).size for path in folder.iterdir()}


@pytest.mark.long
def test_the_command_takes_those_that_the_readme_shows(browser: Browser, tmp_path: Path) -> None:
    assert browser.is_connected(), "it finds the same one"
    command = [sys.executable, "-m", "benchmarks.pictures", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT / "scripts", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert sizes(tmp_path) == sizes(ROOT / FOLDER)
    shown = re.findall(rf'="{FOLDER}/([^"]+)"', (ROOT / "README.md").read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(sizes(tmp_path))
    assert sum(path.stat().st_size for path in (ROOT / FOLDER).iterdir()) <= LIGHT
