"""One way from source texts to a site: read, resolve, write pages, render, and only then replace the old site.

In: a project folder (mkdocs.yml, docs/), a folder of source texts. Out: the site. Whatever goes
wrong, the site built before stays whole: a build goes to a new folder and takes the old one's
place at the end.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from jinja2 import TemplateSyntaxError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from unres.cache import Cache
from unres.collection import Collection, load, source_texts
from unres.errors import BuildError, Problem, SourceError, errors_in
from unres.exports import FORMATS, Base, write_files
from unres.exports.formats import described
from unres.exports.linked import embedded
from unres.insight import Insight
from unres.pages.write import pages_of_site, write_pages
from unres.site.cards import write_cards
from unres.site.finish import UNNAMED, Purpose, finish
from unres.site.offline import pack, refuse_foreign_archive
from unres.site.policy import own_script, policy, write_headers
from unres.site.quote_files import write_quotes
from unres.site.search import write_index
from unres.site.sitemap import write_sitemap
from unres.site.target import alone, new_site, refuse_foreign

_LATEST = 253402300800  # seconds from 1970 to the year 10000, which no calendar of Python knows


@dataclass(frozen=True, slots=True)
class Project:
    """Where a build reads and writes.

    Attributes:
        root: the folder of mkdocs.yml and docs/.
        resolutions: the folder of source texts.
        site: where the site goes.
        site_url: the address that the site will have, empty if it is not known.
        purpose: where the site will be read.
        strict: whether one text with an error keeps all from being published.
    """

    root: Path
    resolutions: Path
    site: Path
    site_url: str = ""
    purpose: Purpose = Purpose.HOSTED
    strict: bool = False


def build(project: Project) -> tuple[Collection, tuple[Problem, ...]]:
    """Builds the whole site.

    Returns:
        The collection published, and every problem: the errors are of texts that were left out.

    Raises:
        SourceError: no source text could be published, or one could not and the project is strict.
        BuildError: rendering failed; the site built before stays.
    """
    _refuse_environment(project)
    with alone(project.root / "docs", project.site):  # two at once would mix their pages
        insight, problems = generate(project)
        render_site(project, insight)
        return insight.collection, problems


def _refuse_environment(project: Project) -> None:
    """Sees that nothing around the texts stops the build half-way or for ever."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None and not (epoch.isdecimal() and int(epoch[:12]) < _LATEST):
        raise BuildError(f"SOURCE_DATE_EPOCH is {epoch!r}, which is no time in seconds; unset or mend it")
    for path in (project.root / "docs").rglob("*"):
        if path.exists() and not path.is_file() and not path.is_dir():
            raise BuildError(f"{path}: is neither file nor folder; move it out of docs/, where it would be waited for")


def generate(project: Project) -> tuple[Insight, tuple[Problem, ...]]:
    """Reads the source texts and writes the Markdown pages below docs/.

    A text with an error is left out, and what refers to it leads to its official address.

    Raises:
        SourceError: as for ``build``; no page was changed.
    """
    collection, problems = load(source_texts(project.resolutions))
    errors = errors_in(problems)
    if errors and (project.strict or not collection.entries):
        raise SourceError(errors)
    comparisons = Cache.of(project.root, "compare", "rapidfuzz")
    insight = Insight.of(collection, comparisons)
    comparisons.sweep()
    write_pages(pages_of_site(insight), project.root / "docs")
    return insight, problems


def render_site(project: Project, insight: Insight) -> None:
    """Renders the pages with MkDocs into a new folder and puts it in the place of the site.

    Raises:
        BuildError: MkDocs found fault with a page, or the folder cannot be written.
    """
    config = project.root / "mkdocs.yml"
    if not config.is_file():
        raise BuildError(f"{config}: not found; run this in a checkout, where mkdocs.yml and docs/ lie")
    refuse_foreign(project.site, (project.root / "docs", project.resolutions))
    archive = project.site.with_name(f"{project.site.name}.zip")
    if project.purpose is Purpose.FOLDER:
        refuse_foreign_archive(archive)
    try:
        with new_site(project.site) as new:
            _fill(new, project, insight)
    except OSError as error:
        raise BuildError(f"{project.site}: {error.strerror}; the site built before is untouched") from error
    if project.purpose is Purpose.FOLDER:
        pack(project.site, archive)


def _fill(new: Path, project: Project, insight: Insight) -> None:
    """Makes the whole site in a new folder."""
    collection = insight.collection
    base = Base.of(project.site_url)
    _rendered(project, collection, new)
    write_sitemap(collection, new, base)
    write_index(insight, new, _written_by_hand(project.root / "docs"))  # it reads pages; the rest does not
    write_files(collection, new, base)
    write_quotes(collection, new)
    if project.purpose is not Purpose.FOLDER:  # nobody pastes a link to a folder on a disk
        write_cards(collection, new, base)  # pages too, but without style or script: nothing is to read them


def _rendered(project: Project, collection: Collection, new: Path) -> None:
    """The pages. Nothing is written into them after ``finish``, which reads them all."""
    script = own_script(project.root)
    own = "'self' file:" if project.purpose is Purpose.FOLDER else "'self'"
    rules = policy(script, own)
    base = Base.of(project.site_url)
    extra: dict[str, object] = {
        "formats": FORMATS,
        "style": UNNAMED,
        "policy": "" if project.purpose is Purpose.PREVIEW else rules,
        "file": "index.html" if project.purpose is Purpose.FOLDER else "",
        "linked": {str(entry.symbol): embedded(described(entry, base)) for entry in collection},
    }
    sheets = _mkdocs(project, new, extra)
    if project.purpose is Purpose.FOLDER:  # whoever reads a folder meets no address that does not exist
        (new / "404.html").unlink(missing_ok=True)
    finish(new, sheets, script)
    if project.purpose is Purpose.HOSTED:
        write_headers(new, rules, project.site_url)


def _written_by_hand(docs: Path) -> list[str]:
    """The addresses of the pages written by hand, but for the home page, which lists what search finds anyway."""
    paths = [path.relative_to(docs) for folder in ("", "developers/") for path in docs.glob(f"{folder}[!_]*.md")]
    addresses = (path.with_suffix("").as_posix().removesuffix("index").rstrip("/") for path in sorted(paths))
    return [f"{address}/" for address in addresses if address]


class _Files(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """Gives each page the address of its file, for a copy that no server reads."""

    def on_files(self, files: Files, **_: object) -> None:
        """Before any address is made into a link."""
        for file in files.documentation_pages():
            file.url = quote(file.dest_uri)


def _mkdocs(project: Project, site: Path, extra: Mapping[str, object]) -> list[str]:
    """Renders the pages.

    Args:
        project: what is built.
        site: where to.
        extra: what our templates ask for; a renderer without it makes plain pages, with every style sheet.

    Returns:
        Our style sheets, for which the template puts one.
    """
    config = project.root / "mkdocs.yml"
    collected = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collected)
    options = {"site_url": project.site_url} if project.site_url else {}
    try:
        loaded = load_config(str(config), site_dir=str(site), strict=True, **options)
        # In mkdocs.yml it counts from where the command is typed, as every renderer understands
        loaded.mdx_configs["pymdownx.snippets"]["base_path"] = [loaded.docs_dir]
        loaded.extra.update(extra)
        sheets, loaded.extra_css = loaded.extra_css, []
        if project.purpose is Purpose.FOLDER:
            loaded.plugins["unres"] = _Files()
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
    return sheets


class _Warnings(logging.Handler):
    """Keeps what MkDocs complains of, so that it is said once, as the reason of the failure."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
