"""MkDocs: pages of Markdown in, pages of HTML out. Besides the server, it is known here alone.

In: a project that was laid out, and what our templates ask for. Out: a folder of pages. Whatever MkDocs, a template or
an extension complains of is said in a sentence about the file that somebody can mend.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import TemplateSyntaxError
from markdown.extensions.toc import nest_toc_tokens
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from unres.errors import BuildError
from unres.progress import progress
from unres.site.made import Made, made_page
from unres.site.project import BASE, CONFIG, Project, Purpose, written_by_hand


class _Chosen(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """Leaves pages out that links still lead to, and gives each the address of its file where no server reads them."""

    def __init__(self, left_out: frozenset[str], *, by_file: bool, told: bool) -> None:
        self._left_out, self._by_file, self._told = left_out, by_file, told
        self._pages = self._done = 0

    def on_files(self, files: Files, **_: object) -> None:
        """Before any address is made into a link."""
        for file in files.documentation_pages(inclusion=InclusionLevel.all):
            if file.src_uri in self._left_out:
                file.inclusion = InclusionLevel.EXCLUDED
            if self._by_file:
                file.url = quote(file.dest_uri)
        self._pages = len(files.documentation_pages())

    def on_post_page(self, output: str, **_: object) -> str:
        """After each page: says how far this is, and changes nothing."""
        self._done += 1
        if self._told:
            progress(f"rendering pages: {100 * self._done // self._pages} %")
        return output


class _Made(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """Renders the pages that the build made without Python-Markdown, where that gives the same bytes."""

    def __init__(self, by_hand: Collection[str], contents: Mapping[str, Any]) -> None:
        self._by_hand = frozenset(by_hand)
        self._permalink = (contents["permalink"], contents["permalink_title"])
        self._depth = contents["toc_depth"]
        self._made: Made | None = None

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leaves nothing to render of a page that it renders."""
        self._made = None
        if page.file.src_uri not in self._by_hand and "title" in page.meta:
            address = _RelativePathTreeprocessor(page.file, files, config).path_to_url  # which also warns
            self._made = made_page(markdown, address, self._permalink, self._depth)
        return "" if self._made else markdown

    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Puts it in its place."""
        if self._made is None:
            return html
        found: list[Any] = [{"level": one.level, "id": one.anchor, "name": one.name} for one in self._made.headings]
        page.toc = get_toc(nest_toc_tokens(found))
        page.present_anchor_ids = None  # not judged here: the build checks every link of the finished pages
        return self._made.html


def reads_more(project: Project) -> bool:
    """Whether the configuration names what may read anything, or may change unseen: plugins, hooks, more extensions.

    Raises:
        BuildError: there is a fault in it.
    """
    loaded = _configuration(project, project.work / "site")
    more = set(loaded.markdown_extensions) - set(load_config(str(BASE / CONFIG)).markdown_extensions)
    return bool(loaded.plugins or loaded.hooks or more)


def words_of_owner(project: Project) -> str:
    """What the owner of a site says at the head of its home page, as Markdown; empty if nothing.

    Raises:
        BuildError: there is a fault in the configuration.
    """
    return str(_configuration(project, project.work / "site").extra.get("welcome") or "")


def render_pages(
    project: Project, site: Path, extra: Mapping[str, object], left_out: frozenset[str], *, told: bool
) -> list[str]:
    """Renders the pages of a project that was laid out.

    Args:
        project: what is built.
        site: where to.
        extra: what our templates ask for; a renderer without it makes plain pages, with every style sheet.
        left_out: pages that are not rendered, by their paths below ``docs/``.
        told: whether a person is told how far it is; of several processes with a part each one is enough.

    Returns:
        The style sheets that pages want beside the theme's, for which the template puts one.

    Raises:
        BuildError: MkDocs found fault with a page, a template or the configuration.
        OSError: a file cannot be read or written.
    """
    loaded = _configuration(project, site)
    with _in_a_sentence(project):
        loaded.plugins["unres"] = _Chosen(left_out, by_file=project.purpose is Purpose.FOLDER, told=told)
        if _renders_as_ours(loaded):
            loaded.plugins["unres-made"] = _Made(written_by_hand(project), loaded.mdx_configs["toc"])
        loaded.extra.update(extra)
        sheets, loaded.extra_css = loaded.extra_css, []
        build(loaded)
    return sheets


@contextmanager
def _in_a_sentence(project: Project, place: str = "") -> Iterator[None]:
    """Says once what MkDocs warned of, and in a sentence what it raised."""
    collected = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collected)
    try:
        yield
    except Abort as error:
        raise BuildError(place + project.said("\n".join(collected.messages) or str(error))) from error
    except MkDocsException as error:
        raise BuildError(f"{project.config}: {project.said(str(error))}") from error
    except TemplateSyntaxError as error:
        where = project.said(f"{error.filename or error.name}:{error.lineno}")
        raise BuildError(f"{where}: {error.message}; mend the template") from error
    except (OSError, BuildError):
        raise
    except Exception as error:  # templates, extensions of Markdown and plugins raise what they like
        reason = collected.messages[:1] or [str(error)]
        raise BuildError(f"{project.said(' '.join(reason[0].split()))} ({type(error).__name__})") from error
    finally:
        logger.removeHandler(collected)


def _configuration(project: Project, site: Path) -> MkDocsConfig:
    """The configuration of the project; its styles, scripts and extensions come to ours, which MkDocs would replace."""
    given: dict[str, Any] = {"docs_dir": str(project.work / "docs"), "site_dir": str(site), "strict": True}
    given |= {"use_directory_urls": True, "site_url": project.site_url or None}
    with _in_a_sentence(project, f"{project.config}: "):
        loaded = load_config(str(project.work / CONFIG), **{name: value for name, value in given.items() if value})
    ours = load_config(str(BASE / CONFIG))
    loaded.extra_css = list(dict.fromkeys([*ours.extra_css, *loaded.extra_css]))
    loaded.markdown_extensions = list(dict.fromkeys([*ours.markdown_extensions, *loaded.markdown_extensions]))
    loaded.mdx_configs = ours.mdx_configs | loaded.mdx_configs
    known = {str(script) for script in ours.extra_javascript}
    others = [script for script in loaded.extra_javascript if str(script) not in known]
    loaded.extra_javascript = [*ours.extra_javascript, *others]
    # In mkdocs.yml it counts from where the command is typed, as every renderer understands
    loaded.mdx_configs["pymdownx.snippets"]["base_path"] = [loaded.docs_dir]
    return loaded


def _renders_as_ours(loaded: MkDocsConfig) -> bool:
    """Whether Markdown is rendered as our own configuration has it."""
    ours = load_config(str(BASE / CONFIG))
    names = set(ours.markdown_extensions) - {"pymdownx.snippets"}  # made pages have none; its folder is the build's
    same = all(ours.mdx_configs.get(name) == loaded.mdx_configs.get(name) for name in names)
    return same and ours.markdown_extensions == loaded.markdown_extensions and not loaded.hooks


class _Warnings(logging.Handler):
    """Keeps what MkDocs complains of, so that it is said once, as the reason of the failure."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
