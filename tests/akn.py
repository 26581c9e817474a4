"""Reading Akoma Ntoso in tests: validity by the OASIS schema, and the text in the order of the print."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from unres.collection import Entry
from unres.verify.words import NS, akn_notes, akn_words
from words import bare_words, with_marks

__all__ = ["NS", "notes_of_entry", "text_of", "valid"]
SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "schemas" / "akomantoso30.xsd")))


def valid(xml: str) -> etree._Element:
    """The root of a document that the schema accepts."""
    root = etree.fromstring(xml.encode("utf-8"))
    SCHEMA.assertValid(root)
    return root


def text_of(root: etree._Element) -> str:
    """The words of a document in the order of the print, then those of its notes, each with its marker."""
    return "\n".join([akn_words(root), *akn_notes(root)])


def notes_of_entry(entry: Entry) -> list[str]:
    """The words of each footnote with its number, sorted, since Akoma Ntoso has them where they are first called."""
    return sorted(f"{note.number} {' '.join(bare_words(with_marks(note.text)))}" for note in entry.resolution.footnotes)
