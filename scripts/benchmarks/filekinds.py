"""The kinds of files of a site: how each is known by its path, and what it is for.

In: a site. Out: the sizes of its files, kind by kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_OWN = r"A/RES/(?:(?:E?S-)?\d+/\d[^/]*|[^/]+\([^/]+\))/"  # the folder of a resolution: A/RES/62/160/, A/RES/217(III)/


@dataclass(frozen=True, slots=True)
class FileKind:
    """Files of one kind: the paths that they have, and why they are written."""

    name: str
    pattern: str
    purpose: str


KINDS = (
    FileKind("resolution", rf"{_OWN}index\.html", "a resolution, whole: what its address leads to"),
    FileKind("part", rf"{_OWN}(?:preamble|operative|annex[^/]*|[^/]*footnotes)/index\.html",
             "a part of it, to read or print alone"),
    FileKind("references", rf"{_OWN}references/index\.html", "what it cites, and who cites it, in which words"),
    FileKind("changes and series", rf"{_OWN}(?:changes|series)/index\.html", "what changed from year to year"),
    FileKind("paragraph", rf"{_OWN}(?:[^/]+-)?op[^/]*/index\.html", "what a link to a paragraph unfolds to in a chat"),
    FileKind("former address", rf"{_OWN}text/index\.html", "leads to the resolution for ever"),
    FileKind("JSON", rf"{_OWN}resolution\.json", "text and references, for programs"),
    FileKind("JSON-LD", rf"{_OWN}resolution\.jsonld", "a description in the terms of schema.org"),
    FileKind("Akoma Ntoso", rf"{_OWN}resolution\.akn\.xml", "the United Nations’ own XML"),
    FileKind("Word", rf"{_OWN}resolution\.docx", "to start a draft from"),
    FileKind("Markdown", rf"{_OWN}resolution\.md", "the whole text, plain"),
    FileKind("CSV", rf"{_OWN}references\.csv", "the references, for spreadsheets"),
    FileKind("citation", rf"{_OWN}cite\..+", "BibTeX, RIS and CSL-JSON, to cite it with"),
    FileKind("quotes", rf"{_OWN}quote\.js", "what copying, citing and previews load on first use"),
    FileKind("cited documents", r"A/RES/references/.+", "every document that is cited, and who cites it"),
    FileKind("lists", r"A/.+\.html", "sessions, committees, subjects, who must act"),
    FileKind("search, terms", r"search/(?:t|l)\d+\.js", "where a word and a phrase stand; a search loads a few"),
    FileKind("search, results", r"search/d/.+", "what a result shows; loaded with it"),
    FileKind("search, other", r"search/.+", "the table of resolutions, slips, short names; loaded first"),
    FileKind("collection", r"[^/]+\.(?:json|csv|graphml|ics|xml|txt|gz)", "the data of the whole collection"),
    FileKind("other", r".+", "home page, manuals, scripts, the style sheet"),
)  # fmt: skip


def kinds_of(site: Path) -> dict[str, dict[str, int]]:
    """The files of a site by the name of their kind, each with its size in bytes."""
    found: dict[str, dict[str, int]] = {}
    for path in site.rglob("*"):
        if path.is_file():
            name = path.relative_to(site).as_posix()
            found.setdefault(kind_of_file(name), {})[name] = path.stat().st_size
    return found


def kind_of_file(path: str) -> str:
    """The kind of a file by its path in the site.

    >>> kind_of_file("A/RES/62/160/op8/index.html"), kind_of_file("A/RES/62/index.html")
    ('paragraph', 'lists')
    """
    return next(kind.name for kind in KINDS if re.fullmatch(kind.pattern, path))
