"""``renderers``: one mkdocs.yml rendered by MkDocs and by those that could take its place, page by page.

The peers are put into throw-away environments with pip, each in the newest version that can be had.
Compared are anchors, addresses that links lead to, and the words of the article; told are differences
alone. What the theme adds around pages by itself (a link that skips to the text) is left out.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

from benchmarks.invented import write_collection
from benchmarks.options import Options
from benchmarks.project import CHECKOUT, Bench, new_project, plain_mkdocs
from benchmarks.table import lay_out
from benchmarks.theme import left_over
from unres.errors import BuildError
from unres.site.build import generate
from unres.site.project import Project

SIZE = 20
SHOWN = 3  # differences of each kind and renderer
THEME = "mkdocs-material>=9.8.1,<10"  # as in pyproject.toml


@dataclass(frozen=True, slots=True)
class Peer:
    """A renderer: its package and command, what else it needs, and further arguments of ``build``."""

    name: str
    needs: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()


PEERS = (Peer("properdocs", (THEME,), ("--quiet",)), Peer("zensical"))


@dataclass(frozen=True, slots=True)
class Content:
    """What of a page must not depend on who rendered it."""

    anchors: Counter[str]
    links: Counter[str]
    words: tuple[str, ...]


def renderers(options: Options) -> str:
    """The report: seconds of each renderer, how many pages differ in what, examples, and what is left of the theme."""
    texts = write_collection(options.size or SIZE, options.work / "texts")
    for path in (CHECKOUT / "resolution").glob("*.md"):
        (texts / path.name).write_bytes(path.read_bytes())
    ours = new_project(options.work / "mkdocs", texts)
    generate(Project(ours.root, texts, ours.site))
    seconds = plain_mkdocs(ours.work, ours.site).seconds
    expected = dict(contents(ours.site))
    rows, notes = [[f"mkdocs {version('mkdocs')}", f"{seconds:.1f}", str(len(expected)), *"----"]], []
    for peer in PEERS:
        try:
            name, seconds, site = _render(ours, options.work / peer.name, peer)
        except BuildError as error:
            notes.append(f"{peer.name}: {error}")
            continue
        found = dict(contents(site))
        other = sorted(expected.keys() ^ found.keys())
        differing = {what: list(differences(expected, found, what)) for what in Content.__slots__}
        rows.append([name, f"{seconds:.1f}", *(str(len(some)) for some in (found, other, *differing.values()))])
        notes += [f"{name}: {said}" for said in [*other[:SHOWN], *_examples(differing)]]
    head = ["pages that differ from MkDocs'", "s", "pages", "missing or more", *Content.__slots__]
    return "\n\n".join([lay_out(head, rows), "\n".join(notes) or "no difference", left_over(ours)])


def _render(ours: Bench, folder: Path, peer: Peer) -> tuple[str, float, Path]:
    """Renders the same folder with a peer; returns its name with the version, its seconds, and its site.

    Raises:
        BuildError: it cannot be installed, or it failed.
    """
    bin_folder = folder / "environment" / ("Scripts" if sys.platform == "win32" else "bin")
    python = str(bin_folder / "python")
    _run([sys.executable, "-m", "venv", str(bin_folder.parent)], folder.parent, "cannot be set up")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, peer.name, *peer.needs], folder.parent, "cannot be installed here")
    asked = f"from importlib.metadata import version; print(version({peer.name!r}))"
    name = f"{peer.name} {_run([python, '-c', asked], folder, 'cannot be asked').strip()}"
    copied = folder / "project"
    shutil.copytree(ours.work, copied)
    start = time.perf_counter()
    _run([str(bin_folder / peer.name), "build", *peer.arguments], copied, "fails")
    return name, time.perf_counter() - start, copied / "site"


def _run(command: Sequence[str], folder: Path, failure: str) -> str:
    done = subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True, errors="replace")
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.strip() and not line.startswith("WARNING")]
        raise BuildError(f"{failure}: {' '.join(errors[-1:])}")
    return done.stdout


# What pages hold


def contents(site: Path) -> Iterator[tuple[str, Content]]:
    """Each page of a site by its path, with what it holds."""
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        yield name, content(path.read_bytes(), f"/{name.removesuffix('index.html')}")


def content(page: bytes, address: str) -> Content:
    """What a page holds, its links as whole addresses."""
    tree = html.document_fromstring(page)
    for skip in tree.xpath("//a[contains(@class, 'md-skip')]"):
        skip.drop_tree()
    links = (urljoin(address, href) for href in tree.xpath("//body//@href"))
    articles = tree.xpath("//article")
    words = articles[0].text_content().split() if articles else []
    anchors = (name for name in tree.xpath("//@id") if name != "__skip")
    return Content(Counter(anchors), Counter(link.removesuffix(".") for link in links), tuple(words))


def differences(expected: dict[str, Content], found: dict[str, Content], what: str) -> Iterator[str]:
    """A sentence for each page on both sites that differs in anchors, links or words."""
    for page in sorted(expected.keys() & found.keys()):
        one, other = getattr(expected[page], what), getattr(found[page], what)
        if one != other:
            lost = list((Counter(one) - Counter(other)).elements())[:SHOWN]
            more = list((Counter(other) - Counter(one)).elements())[:SHOWN]
            yield f"{what} of {page}: without {lost}, with {more}" if lost or more else f"{what} of {page}: other order"


def _examples(differing: dict[str, list[str]]) -> Iterator[str]:
    for found in differing.values():
        yield from found[:SHOWN]
        if len(found) > SHOWN:
            yield f"… and {len(found) - SHOWN} more like these"
