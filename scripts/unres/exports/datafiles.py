"""The files that lie beside the pages of a resolution: their names, which are addresses and so for ever.

Nothing is read or written here: ``pages`` links to them, ``exports`` writes them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file beside the pages.

    Attributes:
        name: its name, ``resolution.json``.
        kind: its media type.
        title: what a link to it says.
        use: what it is for, in a few words.
    """

    name: str
    kind: str
    title: str
    use: str


DATA_FILES = (
    DataFile("resolution.json", "application/json", "JSON", "text, footnotes and references, for programs"),
    DataFile("resolution.jsonld", "application/ld+json", "JSON-LD", "a description in the terms of schema.org"),
    DataFile("resolution.akn.xml", "application/akn+xml", "Akoma Ntoso", "the United Nations’ own XML, AKN4UN"),
    DataFile("resolution.md", "text/markdown", "Markdown", "the whole text, plain"),
    DataFile("references.csv", "text/csv", "CSV", "the references, for spreadsheets"),
    DataFile("cite.bib", "application/x-bibtex", "BibTeX", "to cite with LaTeX"),
    DataFile("cite.ris", "application/x-research-info-systems", "RIS", "to cite with Zotero, EndNote and others"),
    DataFile("cite.csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON", "to cite with Pandoc and others"),
)
