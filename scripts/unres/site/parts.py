"""The pages of a site in parts: each by a process of its own, and none that was rendered before.

In: a project that was laid out. Out: its pages, and what was read on them. A page is kept by the digest of its Markdown
and of all that surrounds it on every page: templates, configuration, pages written by hand (the navigation names them),
the site's address, the versions of the libraries. Where the configuration names a plugin, a hook or an extension that
is not ours, which may read anything, nothing is kept and nothing is divided.
"""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from unres.cache import Cache, key
from unres.exports import FORMATS
from unres.parallel import each, workers
from unres.site.facts import Facts, Gathered, facts_of, page_tree
from unres.site.project import Project, Purpose, written_by_hand
from unres.site.rendering import Wanted, reads_more, render_pages
from unres.site.stays import files_below
from unres.site.written import Written

_EACH = 40  # pages; for fewer another process costs more than it saves
_BESIDE = ".unres-part"  # in the new site: where each process has its pages made
# What makes pages and files besides our own code
PACKAGES = (
    *("Jinja2", "Markdown", "mkdocs", "mkdocs-material", "pymdown-extensions"),
    *("citeproc-py", "lxml", "PyYAML", "rapidfuzz"),
)

Read = dict[str, Gathered]  # by resolution what was read on its pages; by "" on all others


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page depends on besides its own Markdown.

    Attributes:
        project: what is built.
        pages: those that the build made, by their paths below ``docs/``.
        stay: the resolutions whose pages stay in the site as they are.
        script: the one that pages hold.
        prefix: the path below which the site will lie on its server, with a slash at both ends.
        settings: what our templates ask for.
        linked: what the page of each resolution that is made holds for programs, by its symbol.
    """

    project: Project
    pages: tuple[str, ...]
    stay: frozenset[str]
    script: str
    prefix: str
    settings: Mapping[str, str]
    linked: Mapping[str, str]

    @property
    def without(self) -> str:
        """A page that the site does not have: whoever reads a folder meets no address that does not exist."""
        return "404.html" if self.project.purpose is Purpose.FOLDER else ""

    def owner(self, page: str) -> str:
        """The resolution that a page belongs to, of those that are made; empty for a list of the collection."""
        folder = page.rpartition("/")[0]
        return folder if folder in self.linked else ""


def digest_of(project: Project, script: str, settings: Mapping[str, str]) -> str:
    """The digest of all that surrounds every page; arguments as in ``Surroundings``."""
    work = project.work
    by_hand = (path for path in written_by_hand(project) if path.endswith(".md") or path.startswith("overrides/"))
    around = sorted([*work.glob("*.yml"), *(work / "docs" / path for path in by_hand)])
    contents = [part for path in around for part in (path.relative_to(work).as_posix(), path.read_bytes())]
    return key(script, project.site_url, project.purpose.name, *settings.values(), *contents)


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of the pages, for one process; the first also has those written by hand, and all that is no page."""

    number: int
    pages: tuple[str, ...]


def render_site_pages(around: Surroundings, written: Written, kept: Cache, digest: str) -> tuple[list[str], Read]:
    """Makes the pages of a site that do not stay.

    Args:
        around: what they depend on.
        written: where to, and which lists of the collection were there before.
        kept: pages that were made before; one without a folder also lets one process do it all.
        digest: of what surrounds them.

    Returns:
        The style sheets that they want beside the theme's, and what was read on them.

    Raises:
        BuildError: a page, a template or the configuration is at fault.
    """
    found, missing = _taken(around, written, kept, digest)
    count = workers(1 + len(missing) // _EACH) if kept.folder else 1
    render = partial(_render_part, around, written.site, kept, missing)
    sheets: list[str] = []
    for wanted, some in each(render, _divided(missing, count, around), count):
        sheets = sheets or wanted
        for owner, read in some.items():
            found.setdefault(owner, Gathered()).merge(read)
    kept.sweep()
    return sheets, found


def _taken(around: Surroundings, written: Written, kept: Cache, digest: str) -> tuple[Read, dict[str, str]]:
    """Writes the pages that were kept: what was read on them, and the keys of those that are missing, by page.

    A list that is missing is entered as written: it will be.
    """
    docs = around.project.work / "docs"
    found: Read = {}
    missing = {}
    for page in around.pages:
        if page.rpartition("/")[0] not in around.stay:
            owner = around.owner(page)
            linked = around.linked[owner] if page == f"{owner}/index.md" else ""
            name = key(digest, page, (docs / page).read_bytes(), linked)
            path, source = html_of(page), "" if owner or not kept.folder else name
            if (data := kept.get(name)) is None:
                missing[page] = name
                written.enter(path, source)
            else:
                facts, content = _unpacked(data)
                found.setdefault(owner, Gathered()).add(path, facts)
                written.write(path, source, partial(zlib.decompress, content))
    return found, missing


def _divided(pages: Iterable[str], count: int, around: Surroundings) -> list[_Part]:
    """The pages for so many processes, those of a resolution beside each other."""
    groups: dict[str, list[str]] = {}
    for page in pages:
        groups.setdefault(around.owner(page) or page, []).append(page)
    own = list(groups.values())
    return [_Part(number, tuple(chain.from_iterable(own[number::count]))) for number in range(count)]


def _render_part(
    around: Surroundings, site: Path, kept: Cache, keys: Mapping[str, str], part: _Part
) -> tuple[list[str], Read]:
    """Renders the pages of a part."""
    found: Read = {}
    if not part.pages and part.number:
        return [], found
    wanted = {html_of(page): page for page in part.pages}

    def take(path: str, content: bytes) -> None:
        page = wanted.get(path, "")
        if page or (not part.number and path != around.without):
            facts = facts_of(path, page_tree(content), around.script, around.prefix)
            found.setdefault(around.owner(page), Gathered()).add(path, facts)
            if page:
                kept.put(keys[page], _packed(facts, content))
            _write(site / path, content)

    beside = site / f"{_BESIDE}-{part.number}"
    extra = {**around.settings, "formats": FORMATS, "linked": around.linked}
    asked = Wanted(frozenset(around.pages) - frozenset(part.pages), whole=not part.number)
    sheets = render_pages(around.project, beside, extra, asked, take)
    for path in sorted(files_below(beside)):
        if path.endswith(".html"):
            take(path, (beside / path).read_bytes())
        elif not part.number:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (beside / path).replace(site / path)
    shutil.rmtree(beside, ignore_errors=True)
    return sheets, found


def pages_kept(project: Project) -> Cache:
    """Where pages are kept; nowhere if the configuration names what may read anything.

    Raises:
        BuildError: there is a fault in it.
    """
    return Cache() if reads_more(project) else Cache.of(project.root, "pages", *PACKAGES)


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
    data = zlib.compress(facts.data(), 1)
    return len(data).to_bytes(4, "big") + data + zlib.compress(content, 1)


def _unpacked(packed: bytes) -> tuple[Facts, bytes]:
    """The facts, and the content as it was packed: a page that stays needs none."""
    end = 4 + int.from_bytes(packed[:4], "big")
    return Facts.of(zlib.decompress(packed[4:end])), packed[end:]
