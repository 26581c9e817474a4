"""One way from source texts to a site: read, resolve, write pages, render, and only then replace the old site.

In: a project folder (mkdocs.yml, docs/), a folder of source texts. Out: the site. Whatever goes
wrong, the site built before stays whole: a build goes to a new folder and takes the old one's
place at the end.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from unres.cache import Cache
from unres.collection import Collection, load, source_texts
from unres.errors import BuildError, Problem, SourceError, errors_in
from unres.exports import Base
from unres.exports.formats import described
from unres.exports.linked import embedded
from unres.insight import Insight
from unres.pages.home import welcome_page
from unres.pages.write import write_site_pages
from unres.progress import progress, shown_progress
from unres.site.data import write_data
from unres.site.facts import Gathered
from unres.site.finish import UNNAMED, finish
from unres.site.hosting import write_headers
from unres.site.notices import write_notices
from unres.site.offline import pack, refuse_foreign_archive
from unres.site.parts import Surroundings, render_site_pages
from unres.site.policy import own_script, policy
from unres.site.project import BASE, Project, Purpose, written_by_hand
from unres.site.rendering import words_of_owner
from unres.site.sitemap import write_sitemap
from unres.site.target import files_below, new_site, recover, refuse_foreign
from unres.site.turns import alone
from unres.site.workplace import begin_workplace, pages_made

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
        insight, problems = generate(project)
        render_site(project, insight)
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


def generate(project: Project) -> tuple[Insight, tuple[Problem, ...]]:
    """Reads the source texts and writes the Markdown pages into the folder that MkDocs reads.

    A text with an error is left out, and what refers to it leads to its official address.

    Raises:
        SourceError: as for ``build``; no page was changed.
    """
    by_hand = written_by_hand(project)
    read = Cache.of(project.root, "texts")
    collection, problems = load(source_texts(project.resolutions), read)
    read.sweep()
    errors = errors_in(problems)
    if errors and (project.strict or not collection.entries):
        raise SourceError(errors)
    comparisons = Cache.of(project.root, "compare", "rapidfuzz")
    progress("comparing resolutions")
    insight = Insight.of(collection, comparisons)
    comparisons.sweep()
    with _said_of(project.work):
        progress("writing pages")
        begin_workplace(project)
        write_site_pages(insight, [welcome_page(words_of_owner(project))], project.work / "docs", by_hand)
    return insight, problems


def render_site(project: Project, insight: Insight) -> None:
    """Renders the pages with MkDocs into a new folder and puts it in the place of the site.

    Raises:
        BuildError: MkDocs found fault with a page, or the folder cannot be written.
    """
    with _said_of(project.site), new_site(project.site) as new:
        _fill(new, project, insight)
    if project.purpose is Purpose.FOLDER:
        pack(project.site, _archive(project))


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


def _fill(new: Path, project: Project, insight: Insight) -> None:
    """Makes the whole site in a new folder."""
    collection = insight.collection
    base = Base.of(project.site_url)
    found = _rendered(project, collection, new)
    progress("making the search index and data files")
    write_sitemap(collection, new, base)
    write_notices(new)
    pasted = project.purpose is not Purpose.FOLDER  # nobody pastes a link to a folder on a disk
    write_data(insight, new, base, _pages_by_hand(project.work / "docs"), cards=pasted)
    dead = [f"{page}: {said}" for page, said in found.dead(files_below(new))]
    if dead:
        raise BuildError("\n".join(dead))


def _rendered(project: Project, collection: Collection, new: Path) -> Gathered:
    """The pages, and what was read on them. Nothing is written into them after ``finish``."""
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
    linked = {str(entry.symbol): embedded(described(entry, base)) for entry in collection}
    prefix = f"{urlsplit(project.site_url).path.rstrip('/')}/"
    around = Surroundings(project, pages_made(project), script, prefix, settings, linked)
    sheets, found = render_site_pages(around, new)
    finish(new, sheets, script, found)
    if project.purpose is Purpose.HOSTED:
        write_headers(new, rules, project.site_url)
    return found


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
