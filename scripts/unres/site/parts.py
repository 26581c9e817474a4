"""The pages of a site in parts: each by a process of its own, and none that was rendered before.

In: a project that was laid out. Out: its pages, and what was read on them. A page is kept by the digest of its Markdown
and of all that surrounds it on every page: templates, configuration, pages written by hand (the navigation names them),
the site's address, the versions of the libraries. Where the configuration names a plugin, a hook or an extension that
is not ours, which may read anything, nothing is kept and nothing is divided.
"""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from unres.cache import Cache, key
from unres.exports import FORMATS
from unres.parallel import each, workers
from unres.site.facts import Facts, Gathered, facts_of, page_tree
from unres.site.project import Project, Purpose
from unres.site.rendering import Wanted, reads_more, render_pages
from unres.site.target import files_below

_EACH = 40  # pages; for fewer another process costs more than it saves
_BESIDE = ".unres-part"  # in the new site: where each process has its pages made
_PACKAGES = ("Jinja2", "Markdown", "mkdocs", "mkdocs-material", "pymdown-extensions")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page depends on besides its own Markdown.

    Attributes:
        project: what is built.
        pages: those that the build made, by their paths below ``docs/``.
        script: the one that pages hold.
        prefix: the path below which the site will lie on its server, with a slash at both ends.
        settings: what our templates ask for.
        linked: what the page of each resolution holds for programs, by its symbol.
    """

    project: Project
    pages: tuple[str, ...]
    script: str
    prefix: str
    settings: Mapping[str, str]
    linked: Mapping[str, str]

    @property
    def without(self) -> str:
        """A page that the site does not have: whoever reads a folder meets no address that does not exist."""
        return "404.html" if self.project.purpose is Purpose.FOLDER else ""

    def digest(self) -> str:
        """The digest of all that surrounds every page."""
        work = self.project.work
        made = {work / "docs" / page for page in self.pages}
        files = [*work.glob("*.yml"), *(work / "docs").rglob("*.md"), *(work / "docs" / "overrides").rglob("*")]
        around = sorted({path for path in files if path.is_file()} - made)
        contents = [part for path in around for part in (path.relative_to(work).as_posix(), path.read_bytes())]
        chosen = (self.project.site_url, self.project.purpose.name, *self.settings.values())
        return key(self.script, *chosen, *contents)


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of the pages, for one process; the first also has those written by hand, and all that is no page."""

    number: int
    pages: tuple[str, ...]


def render_site_pages(around: Surroundings, site: Path) -> tuple[list[str], Gathered]:
    """Makes all pages of a site.

    Returns:
        The style sheets that they want beside the theme's, and what was read on them.

    Raises:
        BuildError: a page, a template or the configuration is at fault.
    """
    alone = reads_more(around.project)
    kept = Cache() if alone else Cache.of(around.project.root, "pages", *_PACKAGES)
    count = 1 if alone else workers(1 + len(around.pages) // _EACH)
    parts = [_Part(number, around.pages[number::count]) for number in range(count)]
    render = partial(_render_part, around, site, kept, around.digest())
    sheets: list[str] = []
    found = Gathered()
    for wanted, some in each(render, parts, count):
        sheets = sheets or wanted
        found.merge(some)
    kept.sweep()
    return sheets, found


def _render_part(around: Surroundings, site: Path, kept: Cache, digest: str, part: _Part) -> tuple[list[str], Gathered]:
    """Makes the pages of a part: takes what was kept, and renders the others."""
    docs, found = around.project.work / "docs", Gathered()
    keys, missing = {}, set()
    for page in part.pages:
        linked = around.linked.get(page.removesuffix("/index.md"), "")
        keys[html_of(page)] = key(digest, page, (docs / page).read_bytes(), linked)
        if (data := kept.get(keys[html_of(page)])) is None:
            missing.add(page)
        else:
            facts, content = _unpacked(data)
            found.add(html_of(page), facts)
            _write(site / html_of(page), content)
    if not missing and part.number:
        return [], found
    wanted = {html_of(page) for page in missing}

    def take(path: str, content: bytes) -> None:
        if path in wanted or (not part.number and path != around.without):
            facts = facts_of(path, page_tree(content), around.script, around.prefix)
            found.add(path, facts)
            if path in wanted:
                kept.put(keys[path], _packed(facts, content))
            _write(site / path, content)

    beside = site / f"{_BESIDE}-{part.number}"
    extra = {**around.settings, "formats": FORMATS, "linked": around.linked}
    asked = Wanted(frozenset(around.pages) - missing, whole=not part.number)
    sheets = render_pages(around.project, beside, extra, asked, take)
    for path in sorted(files_below(beside)):
        if path.endswith(".html"):
            take(path, (beside / path).read_bytes())
        elif not part.number:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (beside / path).replace(site / path)
    shutil.rmtree(beside, ignore_errors=True)
    return sheets, found


def html_of(page: str) -> str:
    """Where a page lies in the site.

    >>> html_of("A/RES/62/160/index.md"), html_of("A/RES/62/160/operative.md")
    ('A/RES/62/160/index.html', 'A/RES/62/160/operative/index.html')
    """
    path = page.removesuffix(".md")
    return f"{path}.html" if path.rpartition("/")[2] == "index" else f"{path}/index.html"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _packed(facts: Facts, content: bytes) -> bytes:
    data = facts.data()
    return zlib.compress(len(data).to_bytes(4, "big") + data + content, 1)


def _unpacked(packed: bytes) -> tuple[Facts, bytes]:
    data = zlib.decompress(packed)
    end = 4 + int.from_bytes(data[:4], "big")
    return Facts.of(data[4:end]), data[end:]
