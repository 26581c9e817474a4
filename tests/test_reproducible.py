"""The same texts make the same site, byte for byte, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from samples import ROOT, SEED, sample

pytestmark = pytest.mark.long
MANY = 41  # texts: from 40 on they are read by several processes
BUILD = """
import os, sys
from pathlib import Path
folder, mask, processors, purpose = sys.argv[1:5]
sys.path[:0] = sys.argv[5:]
os.umask(int(mask, 8))
os.cpu_count = lambda: int(processors)
from unres.site.build import build
from unres.site.project import Project, Purpose
root = Path(folder)
build(Project(root, root / "resolution", root / "site", "https://example.org/un/", Purpose[purpose]))
"""
# Folder, whether files come in the other order and with other times, umask, processors, environment
PLACES = {
    "here": ("here", False, "022", "2", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}),
    "elsewhere": (
        "a folder of others \u00e9\u4e2d", True, "077", "1",
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8", "PYTHONHASHSEED": "4242", "HOME": "/nowhere", "USER": "somebody", "COLUMNS": "20"},
    ),
}  # fmt: skip


def texts() -> dict[str, str]:
    """Some of every kind, which cite each other."""
    found = {"62-160.md": SEED.read_text(encoding="utf-8")}
    for path in sorted((ROOT / "tests" / "data" / "resolution").glob("*.md")):
        found[path.name] = path.read_text(encoding="utf-8")
    for number in range(len(found), MANY):
        body = f"*Recalling* its resolution 99/{number + 1},\n\n1. *Asks* for oil {number}."
        found[f"99-{number}.md"] = sample(body).replace("99/7.", f"99/{number}.")
    return found


def site_at(name: str, project: Path, folder: Path, purpose: str) -> dict[str, tuple[str, int]]:
    """Builds in a place of its own; each file's checksum and rights."""
    place, other, mask, processors, environment = PLACES[name]
    root = folder / place
    if not root.exists():
        shutil.copytree(project, root, ignore=shutil.ignore_patterns("site", "one", "two", ".cache"))
        (root / "resolution").mkdir()
        for at, (path, text) in enumerate(sorted(texts().items(), reverse=other)):
            (root / "resolution" / path).write_text(text, encoding="utf-8")
            if other:
                os.utime(root / "resolution" / path, (at, at))
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "SYSTEMROOT")}
    command = [sys.executable, "-c", BUILD, str(root), mask, processors, purpose, *sys.path]
    subprocess.run(command, env=kept | environment, check=True, cwd=folder)
    files = [path for path in root.rglob("site*/**/*") if path.is_file() and ".cache" not in path.parts]
    files += root.glob("site.zip")
    return {
        path.relative_to(root).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mode)
        for path in files
    }


@pytest.mark.parametrize("purpose", ["HOSTED", "FOLDER"])
def test_the_same_texts_make_the_same_site_everywhere(purpose: str, project: Path, tmp_path: Path) -> None:
    here, elsewhere = (site_at(name, project, tmp_path, purpose) for name in PLACES)
    assert len(here) > 4 * MANY
    assert here == elsewhere
    assert site_at("here", project, tmp_path, purpose) == here, "what was kept from before changes nothing"


def test_what_is_packed_names_no_system_and_no_time(site: Path) -> None:
    head = (site / "sitemap.xml.gz").read_bytes()[:10]
    assert head == bytes.fromhex("1f8b08 00 00000000 02 ff"), "each version of Python writes the same"
