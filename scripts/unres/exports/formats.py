"""Which files there are: beside the pages of each resolution, and for the collection.

In: a collection, and where the site will be. Out: paths below the site's root with their bytes. The
command ``export`` and the build write the very same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files as package_files

from unres.akomantoso import Writing
from unres.collection.load import Collection, Entry
from unres.exports import citation
from unres.exports.address import Base
from unres.exports.data import SCHEMA, VERSION, dump, to_json
from unres.exports.feed import to_atom
from unres.exports.linked import to_jsonld
from unres.exports.overview import to_index, to_llms
from unres.exports.plain import to_markdown
from unres.exports.table import to_csv

TITLE = "United Nations resolutions, paragraph by paragraph"
DESCRIPTION = (
    "Resolutions of the United Nations General Assembly to read, search and cite, with an address for every paragraph."
)


@dataclass(slots=True)
class Exporter:
    """Makes every file of one collection."""

    collection: Collection
    base: Base
    akn: Writing

    @classmethod
    def of(cls, collection: Collection, base: Base) -> Exporter:
        """An exporter for a collection."""
        return cls(collection, base, Writing(collection))

    def file(self, entry: Entry, form: Format) -> bytes:
        """One file of one resolution."""
        return form.write(self, entry).encode("utf-8")

    def beside(self, entry: Entry) -> Iterator[tuple[str, bytes]]:
        """Every file of one resolution, by path."""
        for form in FORMATS:
            yield f"{entry.symbol.path}/{form.file}", self.file(entry, form)

    def collected(self) -> Iterator[tuple[str, bytes]]:
        """The files of the whole collection, by path."""
        yield "index.json", dump(to_index(self.collection, self.base)).encode("utf-8")
        yield "references.csv", to_csv(self.collection, self.collection, self.base).encode("utf-8")
        yield "feed.xml", to_atom(self.collection, self.base, TITLE).encode("utf-8")
        yield "llms.txt", to_llms(self.collection, self.base, TITLE, DESCRIPTION).encode("utf-8")
        yield SCHEMA, schema(self.base).encode("utf-8")


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a resolution can be had.

    Attributes:
        name: as the command ``export`` calls it; empty for those that are only beside the pages.
        file: the name of its file beside the pages.
        lacks: what it cannot carry, by name.
        write: makes its text.
    """

    name: str
    file: str
    lacks: tuple[str, ...]
    write: Callable[[Exporter, Entry], str]

    @property
    def suffix(self) -> str:
        """The end of a file's name where files of many resolutions lie in one folder: ``.akn.xml``."""
        return "." + self.file.partition(".")[2]


DOUBTS, UNPRINTED = "doubts", "references without words of their own"
_NO_TEXT = ("text", "tables")
FORMATS = (
    Format(
        "json", "resolution.json", (),
        lambda exporter, entry: dump(to_json(entry, exporter.collection, exporter.base)),
    ),
    Format(
        "jsonld", "resolution.jsonld", _NO_TEXT,
        lambda exporter, entry: dump(to_jsonld(entry, exporter.collection, exporter.base)),
    ),
    Format("akn", "resolution.akn.xml", (UNPRINTED,), lambda exporter, entry: exporter.akn.document(entry)),
    Format("", "resolution.md", ("references",), lambda _, entry: to_markdown(entry)),
    Format(
        "csv", "references.csv", (DOUBTS, *_NO_TEXT),
        lambda exporter, entry: to_csv([entry], exporter.collection, exporter.base),
    ),
    Format("bib", "cite.bib", _NO_TEXT, lambda _, entry: citation.to_bib(entry)),
    Format("ris", "cite.ris", _NO_TEXT, lambda _, entry: citation.to_ris(entry)),
    Format("", "cite.csl.json", _NO_TEXT, lambda _, entry: dump([citation.to_csl(entry)])),
)  # fmt: skip
NAMES = tuple(form.name for form in FORMATS if form.name)


def format_of(name: str) -> Format:
    """The format that the command ``export`` calls by a name.

    Raises:
        KeyError: there is none.
    """
    return {form.name: form for form in FORMATS if form.name}[name]


def schema(base: Base) -> str:
    """The JSON Schema of ``resolution.json``; it names itself where the address of the site is known."""
    text = (package_files("unres.exports") / f"resolution-{VERSION}.schema.json").read_text(encoding="utf-8")
    values = json.loads(text)
    return dump({"$id": base.full(SCHEMA), **values} if base.url else values)


def lost(entry: Entry, form: Format) -> list[str]:
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
