"""One way from source texts to a site: read, resolve, write pages, render, and only then replace the old site.

In: a project folder (mkdocs.yml, docs/), a folder of source texts. Out: the site. Whatever goes
wrong, the site built before stays whole: a build goes to a new folder and takes the old one's
place at the end.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from unres.cache import Cache
from unres.collection import Collection, load, source_texts
from unres.errors import BuildError, Problem, SourceError, errors_in
from unres.exports import Base
from unres.exports.formats import described
from unres.exports.linked import embedded
from unres.garbage import no_garbage, settled
from unres.insight import Insight
from unres.pages.home import welcome_page
from unres.pages.write import There, write_site_pages
from unres.progress import progress, shown_progress
from unres.site.data import DataFiles
from unres.site.facts import Gathered
from unres.site.finish import UNNAMED, finish
from unres.site.folders import Folders, lists_that_stand, pages_that_stand, remember_lists, remember_pages
from unres.site.hosting import write_headers
from unres.site.notices import write_notices
from unres.site.offline import pack, refuse_foreign_archive
from unres.site.parts import PACKAGES, Surroundings, digest_of, html_of, pages_kept, render_site_pages
from unres.site.policy import own_script, policy
from unres.site.project import BASE, Project, Purpose, written_by_hand
from unres.site.rendering import words_of_owner
from unres.site.shown import digests
from unres.site.sitemap import write_sitemap
from unres.site.stays import Stays, files_below
from unres.site.target import listed_files, new_site, recover, refuse_foreign
from unres.site.turns import alone
from unres.site.workplace import begin_workplace, pages_made
from unres.site.written import Written

_LATEST = 253402300800  # seconds from 1970 to the year 10000, which no calendar of Python knows
_RIGHTS = (errno.EACCES, errno.EPERM)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)  # whichever file is named: one that was to be copied, perhaps


def build(project: Project) -> tuple[Collection, tuple[Problem, ...]]:
    """Builds the whole site.

    Returns:
        The collection published, and every problem: the errors are of texts that were left out.

    Raises:
        SourceError: no source text could be published, or one could not and the project is strict.
        BuildError: rendering failed; the site built before stays.
    """
    _refuse_environment()
    with shown_progress(), alone(project.work, project.site):  # two at once would mix their pages
        recover(project.site)
        _refuse_places(project)
        insight, shown, problems = generate(project)
        with settled():
            render_site(project, insight, shown)
        return insight.collection, problems


def _refuse_environment() -> None:
    """Sees that no setting of the machine stops the build half-way."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None and not (epoch.isdecimal() and int(epoch[:12]) < _LATEST):
        raise BuildError(f"SOURCE_DATE_EPOCH is {epoch!r}, which is no time in seconds; unset or mend it")


def _refuse_places(project: Project) -> None:
    """Sees that nothing of anybody else's lies where the build will write."""
    refuse_foreign(project.site, (project.root / "docs", project.resolutions, project.work))
    if project.purpose is Purpose.FOLDER:
        refuse_foreign_archive(_archive(project))


def _archive(project: Project) -> Path:
    return project.site.with_name(f"{project.site.name}.zip")


def generate(project: Project) -> tuple[Insight, Mapping[str, str], tuple[Problem, ...]]:
    """Reads the source texts and writes the Markdown pages into the folder that MkDocs reads.

    A text with an error is left out, and what refers to it leads to its official address.

    Returns:
        What is known, what each resolution shows, as digests, and every problem.

    Raises:
        SourceError: as for ``build``; no page was changed.
    """
    by_hand = written_by_hand(project)
    insight, problems = _known(project)
    shown = digests(insight)
    with _said_of(project.work), settled():
        progress("writing pages")
        begin_workplace(project)
        kept, docs = Cache.of(project.root, "markdown", *PACKAGES), project.work / "docs"
        there = There(pages_that_stand(kept, shown, docs), lists_that_stand(kept, docs))
        made, sources = write_site_pages(insight, [welcome_page(words_of_owner(project))], docs, by_hand, there, kept)
        remember_pages(kept, shown, docs, made)
        remember_lists(kept, docs, sources)
        kept.sweep()
    return insight, shown, problems


@no_garbage()  # values that stay until the end
def _known(project: Project) -> tuple[Insight, tuple[Problem, ...]]:
    """What the source texts say, and what is known of them together."""
    read = Cache.of(project.root, "texts")
    collection, problems = load(source_texts(project.resolutions), read)
    read.sweep()
    errors = errors_in(problems)
    if errors and (project.strict or not collection.entries):
        raise SourceError(errors)
    progress("comparing resolutions")
    compared, asked = Cache.of(project.root, "compare", "rapidfuzz"), Cache.of(project.root, "actions")
    insight = Insight.of(collection, compared, asked)
    compared.sweep()
    asked.sweep()
    return insight, problems


def render_site(project: Project, insight: Insight, shown: Mapping[str, str]) -> None:
    """Renders the pages with MkDocs into a new folder and puts it in the place of the site.

    Raises:
        BuildError: MkDocs found fault with a page, or the folder cannot be written.
    """
    stays, kept = Stays(project.site, project.aside), Cache.of(project.root, "written", *PACKAGES)
    with _said_of(project.site), new_site(project.site, stays) as new:
        written = Written.of(new, stays, kept)
        folders = _fill(written, project, insight, shown)
    listed = _listed(project.site)
    folders.remember(listed)
    written.remember(kept, listed)
    if project.purpose is Purpose.FOLDER:
        pack(project.site, _archive(project))


def _listed(site: Path) -> dict[str, str]:
    """The files of a site with their checksums; none if somebody removes it meanwhile."""
    try:
        return listed_files(site)
    except OSError:
        return {}


@contextmanager
def _said_of(written: Path) -> Iterator[None]:
    """Says of a disk that is full which place cannot be written, and of any other fault which file has it."""
    try:
        yield
    except OSError as error:
        file = os.fsdecode(error.filename2 or error.filename or written)
        ours = written.is_relative_to(file) or file.startswith((f"{written}.", f"{written}{os.sep}"))
        place = written if ours or error.errno in _FULL else file
        mend = "; give yourself the right to write there, or copy the project" if error.errno in _RIGHTS else ""
        raise BuildError(f"{place}: {error.strerror}; the site built before is untouched{mend}") from error


def _fill(written: Written, project: Project, insight: Insight, shown: Mapping[str, str]) -> Folders:
    """Makes in a new folder all of the site that does not stay; the folders that do."""
    collection, new, stays = insight.collection, written.site, written.stays
    base = Base.of(project.site_url)
    folders, found = _rendered(project, collection, written, shown)
    progress("making the search index and data files")
    pages = {*files_below(new), *map(html_of, pages_made(project))}  # those that stay too; no small page for chats
    write_sitemap(collection, new, base, pages)
    write_notices(new)
    made = [symbol for symbol in collection.entries if symbol not in folders.known]
    pasted = project.purpose is not Purpose.FOLDER  # nobody pastes a link to a folder on a disk
    index = Cache.of(project.root, "search", "snowballstemmer")
    DataFiles(insight, written, base, _pages_by_hand(project.work / "docs"), index, cards=pasted).write(made)
    dead = [f"{page}: {said}" for page, said in found.dead([*files_below(new), *stays.files])]
    if dead:
        raise BuildError("\n".join(dead))
    return folders


def _rendered(
    project: Project, collection: Collection, written: Written, shown: Mapping[str, str]
) -> tuple[Folders, Gathered]:
    """The folders that stay, and what was read on all pages. Nothing is written into them after ``finish``."""
    script = own_script(project.work)
    own = "'self' file:" if project.purpose is Purpose.FOLDER else "'self'"
    rules = policy(script, own)
    base = Base.of(project.site_url)
    settings = {
        "style": UNNAMED,
        "policy": "" if project.purpose is Purpose.PREVIEW else rules,
        "file": "index.html" if project.purpose is Purpose.FOLDER else "",
        "sole": _sole(project, collection),
    }
    pages, digest = pages_kept(project), digest_of(project, script, settings)
    kept = Cache.of(project.root, "folders", *PACKAGES)
    folders = Folders.of(kept, shown if pages.folder else {}, digest, written.stays)
    linked = {
        symbol: embedded(described(entry, base))
        for symbol, entry in collection.entries.items()
        if symbol not in folders.known
    }
    prefix = f"{urlsplit(project.site_url).path.rstrip('/')}/"
    around = Surroundings(project, pages_made(project), frozenset(folders.known), script, prefix, settings, linked)
    sheets, read = render_site_pages(around, written, pages, digest)
    found = folders.found()
    for some in read.values():
        found.merge(some)
    folders.made = {symbol: some.data() for symbol, some in read.items() if symbol}
    styles = Cache.of(project.root, "styles", "tinycss2")
    style = finish(written.site, sheets, script, found, styles)
    folders.dress(written.site, style)
    written.dress(style)
    if project.purpose is Purpose.HOSTED:
        write_headers(written.site, rules, project.site_url)
    return folders, found.unsettled()  # what leads to files that are still to be written


def _sole(project: Project, collection: Collection) -> str:
    """The resolution that the home page leads to at once: the only one, unless the owner has a home of another kind."""
    home = Path("docs", "index.md")
    ours = (project.work / home).read_bytes() == (BASE / home).read_bytes()
    return f"{next(iter(collection)).symbol}/" if ours and len(collection) == 1 else ""


def _pages_by_hand(docs: Path) -> list[str]:
    """The addresses of the pages written by hand, but for the home page, which lists what search finds anyway."""
    paths = [path.relative_to(docs) for folder in ("", "developers/") for path in docs.glob(f"{folder}[!_]*.md")]
    addresses = (path.with_suffix("").as_posix().removesuffix("index").rstrip("/") for path in sorted(paths))
    return [f"{address}/" for address in addresses if address]
