"""A copy of the project to build in, so that a measurement never touches the checkout.

``python -m benchmarks.project ROOT RESOLUTIONS SITE`` does one build of ours and ends: what is timed is
a process like the one that a user starts.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.measure import Run, process
from unres.cache import FOLDER
from unres.site.build import build
from unres.site.project import Project

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Bench:
    """A folder of a project, and the source texts that are built in it."""

    root: Path
    resolutions: Path

    @property
    def site(self) -> Path:
        """Where its site goes."""
        return self.root / "site"

    @property
    def work(self) -> Path:
        """The project of MkDocs that our build makes on its way."""
        return Project(self.root, self.resolutions, self.site).work

    def ours(self) -> Run:
        """Our whole build from nothing: no page, no site and nothing kept is there yet."""
        shutil.rmtree(self.root / FOLDER, ignore_errors=True)
        self._clear()
        return self._build()

    def edited(self) -> Run:
        """Our build after one word of one operative paragraph was changed, where builds were before."""
        for word in ("lamplight", "windmills"):  # the first also puts a whole site aside
            self._change(word)
            taken = self._build()
        return taken

    def _build(self) -> Run:
        module = "benchmarks.project"
        return process([sys.executable, "-m", module, *map(str, (self.root, self.resolutions, self.site))], self.root)

    def _change(self, word: str) -> None:
        """Puts a word in the place of the last but one of the first operative paragraph of the text in the middle."""
        texts = sorted(self.resolutions.glob("*.md"))
        text = texts[len(texts) // 2]
        lines = text.read_text(encoding="utf-8").split("\n")
        at = next(at for at, line in enumerate(lines) if line.startswith("1. "))
        *words, _, last = lines[at].split(" ")
        lines[at] = " ".join([*words, word, last])
        text.write_text("\n".join(lines), encoding="utf-8", newline="\n")

    @property
    def plain_site(self) -> Path:
        """Where the site of plain MkDocs goes."""
        return self.root / "plain" / "site"

    def plain(self) -> Run:
        """Plain MkDocs and Material with its search, on the pages that our last build wrote, with our navigation."""
        shutil.rmtree(self.plain_site, ignore_errors=True)
        self.plain_site.parent.mkdir(exist_ok=True)
        loaded = yaml.safe_load((CHECKOUT / "mkdocs.yml").read_text(encoding="utf-8"))
        del loaded["theme"]["custom_dir"]
        loaded |= {"docs_dir": str(self.work / "docs"), "plugins": ["search"]}
        for extension in loaded["markdown_extensions"]:
            if "pymdownx.snippets" in extension:
                extension["pymdownx.snippets"]["base_path"] = [loaded["docs_dir"]]
        (self.root / "plain" / "mkdocs.yml").write_text(yaml.safe_dump(loaded), encoding="utf-8")
        return plain_mkdocs(self.root / "plain", self.plain_site)

    def _clear(self) -> None:
        shutil.rmtree(self.site, ignore_errors=True)


def plain_mkdocs(root: Path, site: Path) -> Run:
    """``mkdocs build`` in a folder."""
    return process([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)], root)


def new_project(to: Path, resolutions: Path) -> Bench:
    """A project with nothing of its own."""
    to.mkdir(parents=True)
    return Bench(to, resolutions)


def size_of(folder: Path) -> int:
    """The bytes of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    _root, _resolutions, _site = map(Path, sys.argv[1:])
    build(Project(_root, _resolutions, _site))
