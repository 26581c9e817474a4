"""Pages by MkDocs: the one module that knows the renderer.

In: ``mkdocs.yml`` and the Markdown below ``docs/``. Out: HTML pages in a folder; whatever MkDocs, its plugins or a
template raises is said in a sentence.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from jinja2 import TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from unres.errors import BuildError


class _Files(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings
    """Gives each page the address of its file, for a copy that no server reads."""

    def on_files(self, files: Files, **_: object) -> None:
        """Before any address is made into a link."""
        for file in files.documentation_pages():
            file.url = quote(file.dest_uri)


def render_pages(config: Path, site: Path, site_url: str, extra: Mapping[str, object], *, by_file: bool) -> list[str]:
    """Renders the pages.

    Args:
        config: the settings.
        site: where to.
        site_url: the address that the site will have, empty if it is not known.
        extra: what our templates ask for; a renderer without it makes plain pages, with every style sheet.
        by_file: whether links lead to files, for a copy that no server reads.

    Returns:
        Our style sheets, for which the template puts one.

    Raises:
        BuildError: MkDocs found fault with a page.
        OSError: a file cannot be read or written.
    """
    options = {"site_url": site_url} if site_url else {}
    with _in_a_sentence(config):
        loaded = load_config(str(config), site_dir=str(site), strict=True, **options)
        # In mkdocs.yml it counts from where the command is typed, as every renderer understands
        loaded.mdx_configs["pymdownx.snippets"]["base_path"] = [loaded.docs_dir]
        loaded.extra.update(extra)
        sheets, loaded.extra_css = loaded.extra_css, []
        if by_file:
            loaded.plugins["unres"] = _Files()
        build(loaded)
    return sheets


@contextmanager
def _in_a_sentence(config: Path) -> Iterator[None]:
    """Says once what MkDocs warned of, and in a sentence what it raised."""
    collected = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collected)
    try:
        yield
    except Abort as error:
        raise BuildError("\n".join(collected.messages) or str(error)) from error
    except MkDocsException as error:
        raise BuildError(f"{config}: {error}") from error
    except TemplateSyntaxError as error:
        raise BuildError(
            f"{error.filename or error.name}:{error.lineno}: {error.message}; mend the template"
        ) from error
    except OSError:
        raise
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
