"""The sections of pages written by hand, from what MkDocs made of them.

In: HTML. Out: a ``Volume``. The text is taken from the page as rendered, so that what is included
or marked up reads as the reader sees it.
"""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from unres.cache import key
from unres.site.search.documents import RESOLUTION, Contents, Document, Volume, VolumeKind

_BLOCKS = frozenset("p li tr td th pre dt dd blockquote".split())


class _Sections(HTMLParser):
    """Cuts the text of the article at its headings of the first two levels."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = 0  # depth within the article
        self.heading = False
        self.skipped = 0  # depth within a link to copy
        self.found: list[tuple[str, list[str], list[str]]] = []  # anchor, words of the heading, text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "article":
            self.inside = 1
        if self.inside and tag in ("h1", "h2"):
            self.heading = True
            self.found.append((names.get("id") or "", [], []))
        if self.skipped or (tag == "a" and "headerlink" in (names.get("class") or "")):
            self.skipped += 1
        if tag in _BLOCKS and self.found:
            self.found[-1][2].append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif tag == "article":
            self.inside = 0
        elif tag in ("h1", "h2"):
            self.heading = False

    def handle_data(self, data: str) -> None:
        if self.inside and self.found and not self.skipped:
            _, heading, text = self.found[-1]
            (heading if self.heading else text).append(data)


def volume_of_page(path: str, html: str) -> Volume | None:
    """The sections of a rendered page; None if it has no heading.

    Args:
        path: the page's address on the site.
        html: the page.
    """
    parser = _Sections()
    parser.feed(html)
    if not parser.found:
        return None
    documents = []
    title = _words(parser.found[0][1])
    for at, (anchor, heading, text) in enumerate(parser.found):
        name = _words(heading)
        address = f"#{anchor}" if at and anchor else ""
        documents.append(Document(RESOLUTION, name if at else "", "", address, _words([name, ": ", *text])))
    contents = Contents(tuple(documents))
    return Volume(path, "", title, lambda: contents, VolumeKind.MANUAL, digest=key(path, html))


def _words(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())


def rendered(site: Path, path: str) -> Path | None:
    """The file of a page of the site, whichever way MkDocs wrote addresses; None if there is none."""
    folder = site / path
    choices = (folder / "index.html", folder.with_suffix(".html"))
    return next((choice for choice in choices if choice.is_file()), None)
