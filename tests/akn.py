"""Reading Akoma Ntoso in tests: validity by the OASIS schema, and the text in the order of the print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from unres.collection import Entry
from words import marked, words_of

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "schemas" / "akomantoso30.xsd")))
NOTES = {f"{NS}authorialNote", f"{NS}noteRef"}


def valid(xml: str) -> etree._Element:
    """The root of a document that the schema accepts."""
    root = etree.fromstring(xml.encode("utf-8"))
    SCHEMA.assertValid(root)
    return root


def text_of(root: etree._Element) -> str:
    """The words of a document in the order of the print, then those of its notes, each with its marker."""
    statement = root[0]
    parts = {etree.QName(part).localname: part for part in statement}
    attached = {f"#{part.get('eId')}": part for part in parts.get("attachments", ())}
    out: list[str] = []
    for name in ("coverPage", "preface", "preamble", "mainBody", "conclusions"):
        if name in parts:
            out += _words(parts[name], attached)
    for part in list(attached.values()):  # those that are not printed within the main text
        out += _words(part, {})
    notes = [*root.iter(f"{NS}authorialNote"), *root.iterfind(f".//{NS}notes/{NS}note[@class='uncalled']")]
    return "".join(out) + "".join(f"\n{note.get('marker')} {''.join(_words(note, {}, top=True))}" for note in notes)


def _words(element: etree._Element, attached: dict[str, etree._Element], *, top: bool = False) -> Iterator[str]:
    """The text of an element; what a reference to an attachment stands for is printed in its place."""
    name = etree.QName(element).localname
    if name == "meta":
        return
    if name == "componentRef":
        yield from _words(attached.pop(element.get("src")), {})
        return
    if element.tag in NOTES and not top:
        yield f" {element.get('marker')} "
        return
    apart = " " if element.get("class") == "missing" else ""  # a marker whose note is missing
    yield apart + (element.text or "") + apart
    for child in element:
        yield from _words(child, attached)
        yield child.tail or ""
    if name in ("p", "num", "heading", "subheading", "crossHeading", "br", "docNumber"):
        yield "\n"


def notes_of_entry(entry: Entry) -> list[str]:
    """The words of each footnote with its number, sorted, since Akoma Ntoso has them where they are first called."""
    return sorted(f"{note.number} {' '.join(words_of(marked(note.text)))}" for note in entry.resolution.footnotes)
