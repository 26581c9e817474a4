"""One way from source texts to a site: read, resolve, write pages, render, and only then replace the old site.

In: a project folder (mkdocs.yml, docs/), a folder of source texts. Out: the site. Whatever goes
wrong, the site built before stays whole: a build goes to a new folder and takes the old one's
place at the end.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateSyntaxError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from unres.collection import Collection, load, source_texts
from unres.errors import BuildError, Problem, SourceError, errors_in
from unres.exports import FORMATS, Base, write_files
from unres.pages.write import pages_of_site, write_pages
from unres.site.cards import write_cards
from unres.site.finish import Purpose, finish
from unres.site.offline import pack
from unres.site.quote_files import write_quotes
from unres.site.search import write_index
from unres.site.sitemap import write_sitemap


@dataclass(frozen=True, slots=True)
class Project:
    """Where a build reads and writes.

    Attributes:
        root: the folder of mkdocs.yml and docs/.
        resolutions: the folder of source texts.
        site: where the site goes.
        site_url: the address that the site will have, empty if it is not known.
        purpose: where the site will be read.
    """

    root: Path
    resolutions: Path
    site: Path
    site_url: str = ""
    purpose: Purpose = Purpose.HOSTED


def build(project: Project) -> tuple[Collection, tuple[Problem, ...]]:
    """Builds the whole site.

    Returns:
        The collection published and its doubts.

    Raises:
        SourceError: a source text has errors; nothing was changed.
        BuildError: rendering failed; the site built before stays.
    """
    collection, doubts = generate(project)
    render_site(project, collection)
    return collection, doubts


def generate(project: Project) -> tuple[Collection, tuple[Problem, ...]]:
    """Reads the source texts and writes the Markdown pages below docs/.

    Raises:
        SourceError: a source text has errors; no page was changed.
    """
    collection, problems = load(source_texts(project.resolutions))
    if errors := errors_in(problems):
        raise SourceError(errors)
    write_pages(pages_of_site(collection), project.root / "docs")
    return collection, problems


def render_site(project: Project, collection: Collection) -> None:
    """Renders the pages with MkDocs into a new folder and puts it in the place of the site.

    Raises:
        BuildError: MkDocs found fault with a page, or the folder cannot be written.
    """
    config = project.root / "mkdocs.yml"
    if not config.is_file():
        raise BuildError(f"{config}: not found; run this in a checkout, where mkdocs.yml and docs/ lie")
    _refuse_foreign(project)
    project.site.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f"{project.site.name}.", dir=project.site.parent))
    try:
        _mkdocs(config, new, project.site_url)
        write_sitemap(collection, new, Base.of(project.site_url))
        write_index(collection, new, _written_by_hand(project.root / "docs"))
        write_files(collection, new, Base.of(project.site_url))
        write_quotes(collection, new)
        finish(new, project.purpose, project.site_url)
        if project.purpose is not Purpose.FOLDER:  # nobody pastes a link to a folder on a disk
            write_cards(collection, new, Base.of(project.site_url))
        replace_folder(new, project.site)
        if project.purpose is Purpose.FOLDER:
            pack(project.site, project.site.with_name(f"{project.site.name}.zip"))
    except OSError as error:
        raise BuildError(
            f"{error.filename or project.site}: {error.strerror}; the site built before is untouched"
        ) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _written_by_hand(docs: Path) -> list[str]:
    """The addresses of the pages written by hand, but for the home page, which lists what search finds anyway."""
    paths = [path.relative_to(docs) for folder in ("", "developers/") for path in docs.glob(f"{folder}[!_]*.md")]
    addresses = (path.with_suffix("").as_posix().removesuffix("index").rstrip("/") for path in sorted(paths))
    return [f"{address}/" for address in addresses if address]


def _refuse_foreign(project: Project) -> None:
    """A folder that is no site of ours is never replaced: a slip in --site must not delete work."""
    site = project.site
    if site.is_dir() and any(site.iterdir()) and not (site / "sitemap.xml").is_file():
        raise BuildError(f"{site}: holds something that is not a built site; empty it or name another folder")
    if site.exists() and not site.is_dir():
        raise BuildError(f"{site}: is a file; name a folder for the site")


def _mkdocs(config: Path, site: Path, site_url: str) -> None:
    collected = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collected)
    options = {"site_url": site_url} if site_url else {}
    try:
        loaded = load_config(str(config), site_dir=str(site), strict=True, **options)
        # In mkdocs.yml it counts from where the command is typed, as every renderer understands
        loaded.mdx_configs["pymdownx.snippets"]["base_path"] = [loaded.docs_dir]
        loaded.extra["formats"] = FORMATS  # what the head of each page names, docs/overrides/partials/data.html
        mkdocs_build(loaded)
    except Abort as error:
        raise BuildError("\n".join(collected.messages) or str(error)) from error
    except MkDocsException as error:
        raise BuildError(f"{config}: {error}") from error
    except TemplateSyntaxError as error:
        raise BuildError(
            f"{error.filename or error.name}:{error.lineno}: {error.message}; mend the template"
        ) from error
    except Exception as error:  # templates, extensions of Markdown and plugins raise what they like
        reason = collected.messages[:1] or [str(error)]
        raise BuildError(f"{' '.join(reason[0].split())} ({type(error).__name__})") from error
    finally:
        logger.removeHandler(collected)


class _Warnings(logging.Handler):
    """Keeps what MkDocs complains of, so that it is said once, as the reason of the failure."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def replace_folder(new: Path, old: Path) -> None:
    """Puts a new folder in the place of an old one: two renames, so that no reader meets half a site."""
    new.chmod(0o755)  # made private by tempfile, but a web server has to read it
    aside = new.with_name(new.name + ".old")
    if old.exists():
        old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        if aside.exists():
            aside.rename(old)
        raise
    shutil.rmtree(aside, ignore_errors=True)
