"""MkDocs: pages of Markdown in, pages of HTML out. Besides the server, it is known here alone.

In: a project that was laid out, and what our templates ask for. Out: a folder of pages. Whatever MkDocs, a template or
an extension complains of is said in a sentence about the file that somebody can mend.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, TemplateSyntaxError
from markdown.extensions.toc import nest_toc_tokens
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc
from mkdocs.utils.meta import YAML_RE

from unres.errors import BuildError
from unres.progress import progress
from unres.site.made import made_page
from unres.site.project import BASE, CONFIG, Project, Purpose, written_by_hand
from unres.site.templates import make_tight

Taker = Callable[[str, bytes], None]  # of a page: its path in the site, its content


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the renderer.

    Attributes:
        left_out: pages that are not rendered, by their paths below ``docs/``.
        whole: whether all that is no page is wanted too, and a person is told how far it is: of several processes with
            a part each, one does that.
    """

    left_out: frozenset[str]
    whole: bool = True


class _Chosen(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """Leaves out what is not asked for, gives pages the address of their file where no server reads them, takes them.

    A page goes straight to its place: a folder of the renderer's own for each would have to be made and removed.
    """

    def __init__(self, wanted: Wanted, take: Taker | None, *, by_file: bool) -> None:
        self._wanted, self._take, self._by_file = wanted, take, by_file
        self._pages = self._done = 0

    def on_files(self, files: Files, **_: object) -> None:
        """Before any address is made into a link."""
        for file in files:
            if file.src_uri in self._wanted.left_out or not (self._wanted.whole or file.is_documentation_page()):
                file.inclusion = InclusionLevel.EXCLUDED
            if self._by_file and file.is_documentation_page():
                file.url = quote(file.dest_uri)
        self._pages = len(files.documentation_pages())

    def on_env(self, env: Environment, **_: object) -> None:
        """Before any template is read."""
        make_tight(env)

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """After each page, which then needs no memory any more: says how far this is."""
        self._done += 1
        if self._wanted.whole:
            progress(f"rendering pages: {100 * self._done // self._pages} %")
        if self._take is None:
            return output
        self._take(page.file.dest_uri, output.encode(errors="xmlcharrefreplace"))
        page.content, page.toc = "", get_toc([])
        return ""


class _Made(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """Renders the pages that the build made without Python-Markdown, where that gives the same bytes.

    Each is rendered when the templates ask for it, so that no more than one is held in memory.
    """

    def __init__(self, by_hand: Collection[str], contents: Mapping[str, Any]) -> None:
        self._by_hand = frozenset(by_hand)
        self._permalink, self._depth = contents["permalink"], contents["toc_depth"]
        self._files = Files([])

    def on_files(self, files: Files, **_: object) -> None:
        """Keeps them for the links."""
        self._files = files

    def on_page_read_source(self, *, page: Page, **_: object) -> str | None:
        """Gives the front matter alone of a page that the build made."""
        if page.file.src_uri in self._by_hand:
            return None
        head = YAML_RE.match(page.file.content_string)
        return head[0] if head else None

    def on_page_context(self, _: object, *, page: Page, config: MkDocsConfig, **__: object) -> None:
        """Renders it."""
        text = "" if page.file.src_uri in self._by_hand else page.file.content_string
        if not (head := YAML_RE.match(text)):
            return
        body = text[head.end() :].lstrip("\n")
        address = _RelativePathTreeprocessor(page.file, self._files, config).path_to_url  # which also warns
        if made := made_page(body, address, self._permalink, self._depth):
            found: list[Any] = [{"level": one.level, "id": one.anchor, "name": one.name} for one in made.headings]
            page.toc, page.content = get_toc(nest_toc_tokens(found)), made.html
        else:
            page.markdown = body
            page.render(config, self._files)
        page.present_anchor_ids = None  # not judged here: the build checks every link of the finished pages


def reads_more(project: Project) -> bool:
    """Whether the configuration names what may read anything, or may change unseen: plugins, hooks, more extensions.

    Raises:
        BuildError: there is a fault in it.
    """
    loaded = _configuration(project, project.work / "site")
    more = set(loaded.markdown_extensions) - set(_ours((BASE / CONFIG).read_bytes()).markdown_extensions)
    return bool(loaded.plugins or loaded.hooks or more)


def words_of_owner(project: Project) -> str:
    """What the owner of a site says at the head of its home page, as Markdown; empty if nothing.

    Raises:
        BuildError: there is a fault in the configuration.
    """
    return str(_configuration(project, project.work / "site").extra.get("welcome") or "")


def render_pages(project: Project, site: Path, extra: Mapping[str, object], wanted: Wanted, take: Taker) -> list[str]:
    """Renders the pages of a project that was laid out.

    Args:
        project: what is built.
        site: where to, what is not taken: what is no page, and pages too where a plugin may want to read them there.
        extra: what our templates ask for; a renderer without it makes plain pages, with every style sheet.
        wanted: what is rendered.
        take: takes a page: its path in the site, its content.

    Returns:
        The style sheets that pages want beside the theme's, for which the template puts one.

    Raises:
        BuildError: MkDocs found fault with a page, a template or the configuration.
        OSError: a file cannot be read or written.
    """
    loaded = _configuration(project, site)
    with _in_a_sentence(project):
        taken = None if loaded.plugins or loaded.hooks else take
        loaded.plugins["unres"] = _Chosen(wanted, taken, by_file=project.purpose is Purpose.FOLDER)
        if not wanted.whole:
            loaded.theme.static_templates.clear()
        if taken and _renders_as_ours(loaded):
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
    ours = _ours((BASE / CONFIG).read_bytes())
    loaded.extra_css = list(dict.fromkeys([*ours.extra_css, *loaded.extra_css]))
    loaded.markdown_extensions = list(dict.fromkeys([*ours.markdown_extensions, *loaded.markdown_extensions]))
    loaded.mdx_configs = deepcopy(ours.mdx_configs) | loaded.mdx_configs
    known = {str(script) for script in ours.extra_javascript}
    others = [script for script in loaded.extra_javascript if str(script) not in known]
    loaded.extra_javascript = [*ours.extra_javascript, *others]
    # In mkdocs.yml it counts from where the command is typed, as every renderer understands
    loaded.mdx_configs["pymdownx.snippets"]["base_path"] = [loaded.docs_dir]
    return loaded


@lru_cache(maxsize=1)
def _ours(_: bytes) -> MkDocsConfig:
    """Our own configuration, read once for what its file holds; nobody changes it."""
    return load_config(str(BASE / CONFIG))


def _renders_as_ours(loaded: MkDocsConfig) -> bool:
    """Whether Markdown is rendered as our own configuration has it."""
    ours = _ours((BASE / CONFIG).read_bytes())
    names = set(ours.markdown_extensions) - {"pymdownx.snippets"}  # made pages have none; its folder is the build's
    same = all(ours.mdx_configs.get(name) == loaded.mdx_configs.get(name) for name in names)
    return same and ours.markdown_extensions == loaded.markdown_extensions


class _Warnings(logging.Handler):
    """Keeps what MkDocs complains of, so that it is said once, as the reason of the failure."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
