"""Which files there are: beside the pages of each resolution, and for the collection.

In: a collection, and where the site will be. Out: paths below the site's root with their bytes. The
command ``export`` and the build write the very same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files as package_files

from unres import values
from unres.cache import key
from unres.collection import Entry, Reading
from unres.docx import to_docx
from unres.exports import citation
from unres.exports.actions import places_of_actions, to_actions, to_actions_csv, to_calendar
from unres.exports.address import Base
from unres.exports.akn import to_akn
from unres.exports.data import SCHEMA, VERSION, Json, dump, to_json
from unres.exports.feed import to_atom
from unres.exports.graph import to_edges, to_graphml
from unres.exports.linked import to_jsonld
from unres.exports.overview import to_index, to_llms
from unres.exports.plain import to_markdown
from unres.exports.table import to_csv
from unres.insight import Insight

TITLE = "United Nations resolutions, paragraph by paragraph"
DESCRIPTION = (
    "Resolutions of the United Nations General Assembly to read, search and cite, with an address for every paragraph."
)


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a resolution can be had, and its file beside the pages, whose name is an address and so for ever.

    Attributes:
        name: as the command ``export`` calls it.
        file: the name of its file, ``resolution.json``.
        kind: its media type.
        title: what a link to it says.
        use: what it is for, in a few words.
        lacks: what it cannot carry, by name.
        write: makes its text, or its bytes where it is no text.
    """

    name: str
    file: str
    kind: str
    title: str
    use: str
    lacks: tuple[str, ...]
    write: Callable[[Entry, Base], str | bytes]

    def data(self, entry: Entry, base: Base) -> bytes:
        """The bytes of its file for a resolution."""
        written = self.write(entry, base)
        return written if isinstance(written, bytes) else written.encode("utf-8")

    @property
    def suffix(self) -> str:
        """The end of a file's name where files of many resolutions lie in one folder: ``.akn.xml``."""
        return "." + self.file.partition(".")[2]

    @property
    def is_citation(self) -> bool:
        """Whether it is an entry for a literature manager."""
        return self.file.startswith("cite.")


DOUBTS, UNPRINTED, _TEXT, _TABLES = "doubts", "references without words of their own", "text", "tables"
FORMATS = (
    Format(
        "json", "resolution.json", "application/json",
        "JSON", "text, footnotes and references, for programs",
        (), lambda entry, base: dump(to_json(entry, base)),
    ),
    Format(
        "jsonld", "resolution.jsonld", "application/ld+json",
        "JSON-LD", "a description in the terms of schema.org",
        (_TEXT, _TABLES), lambda entry, base: dump(described(entry, base)),
    ),
    Format(
        "akn", "resolution.akn.xml", "application/akn+xml",
        "Akoma Ntoso", "the United Nations’ own XML, AKN4UN",
        (UNPRINTED,), lambda entry, _: to_akn(entry),
    ),
    Format(
        "md", "resolution.md", "text/markdown",
        "Markdown", "the whole text, plain",
        ("references",), lambda entry, _: to_markdown(entry),
    ),
    Format(
        "docx", "resolution.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Word", "the whole text, to start a draft from",
        (DOUBTS, "references"), lambda entry, _: to_docx(entry.resolution),
    ),
    Format(
        "csv", "references.csv", "text/csv",
        "CSV", "the references, for spreadsheets",
        (DOUBTS, _TEXT, _TABLES), lambda entry, base: to_csv([entry], base),
    ),
    Format(
        "bib", "cite.bib", "application/x-bibtex",
        "BibTeX", "to cite with LaTeX",
        (_TEXT, _TABLES), lambda entry, _: citation.to_bib(entry),
    ),
    Format(
        "ris", "cite.ris", "application/x-research-info-systems",
        "RIS", "to cite with Zotero, EndNote and others",
        (_TEXT, _TABLES), lambda entry, _: citation.to_ris(entry),
    ),
    Format(
        "csl", "cite.csl.json", "application/vnd.citationstyles.csl+json",
        "CSL-JSON", "to cite with Pandoc and others",
        (_TEXT, _TABLES), lambda entry, _: dump([citation.to_csl(entry)]),
    ),
)  # fmt: skip
BY_NAME = {form.name: form for form in FORMATS}


def described(entry: Entry, base: Base) -> Json:
    """The description of one resolution as linked data, which its page carries too."""
    return to_jsonld(entry, base, [(form.file, form.kind) for form in FORMATS if _TEXT not in form.lacks])


def beside(entry: Entry, base: Base) -> Iterator[tuple[str, bytes]]:
    """Every file of one resolution, by path."""
    for form in FORMATS:
        yield f"{entry.symbol}/{form.file}", form.data(entry, base)


@dataclass(frozen=True, slots=True)
class Collected:
    """A file of the whole collection.

    Attributes:
        path: where it lies.
        source: stands for all that it is made from; empty where nothing does.
        make: makes its text.
    """

    path: str
    source: str
    make: Callable[[], str]

    def data(self) -> bytes:
        """Its bytes."""
        return self.make().encode("utf-8")


def collected(insight: Insight, base: Base) -> Iterator[Collected]:
    """The files of the whole collection."""
    collection = insight.collection
    titles = [(symbol, entry.resolution.masthead.title.plain) for symbol, entry in collection.entries.items()]
    links = key(base.url, values.as_bytes([(str(entry.symbol), list(entry.links)) for entry in collection]))
    graph = key(values.as_bytes([titles, collection.citations]))
    actions = key(base.url, values.as_bytes([insight.actions, places_of_actions(insight)]))
    yield Collected("index.json", "", lambda: dump(to_index(collection, base)))
    yield Collected("references.csv", links, lambda: to_csv(collection, base))
    yield Collected("citations.csv", graph, lambda: to_edges(collection))
    yield Collected("citations.graphml", graph, lambda: to_graphml(collection))
    yield Collected("actions.json", actions, lambda: to_actions(insight, base))
    yield Collected("actions.csv", actions, lambda: to_actions_csv(insight, base))
    yield Collected("actions.ics", "", lambda: to_calendar(insight, base))
    yield Collected("feed.xml", "", lambda: to_atom(collection, base, TITLE))
    yield Collected("llms.txt", "", lambda: to_llms(collection, base, TITLE, DESCRIPTION))
    yield Collected(SCHEMA, "", lambda: schema(base))


def schema(base: Base) -> str:
    """The JSON Schema of ``resolution.json``; it names itself where the address of the site is known."""
    text = (package_files("unres.exports") / f"resolution-{VERSION}.schema.json").read_text(encoding="utf-8")
    values = json.loads(text)
    return dump({"$id": base.full(SCHEMA), **values} if base.url else values)


def not_carried(entry: Reading, form: Format) -> list[str]:
    """What a resolution has and a format cannot carry though one could expect it to, a sentence each.

    That a citation has no text needs no saying; docs/data.md does.
    """
    counts = {
        DOUBTS: len(entry.doubts) + len(entry.resolution.provenance.doubts),
        UNPRINTED: sum(found.start == found.end for found in entry.references),
    }
    return [
        f"{entry.symbol}: {form.file} cannot carry {name} ({counts[name]}); resolution.json has them"
        for name in form.lacks
        if counts.get(name)
    ]
