"""One resolution of a site: its whole text, its parts, its JSON and its Akoma Ntoso, word for word.

In: the folder of a resolution, and its source text if that is at hand. Out: a ``Proof``. Without a source text the
forms are compared with each other: what two of them say is the text, and the third differs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from unres.exports.restore import from_json
from unres.model import Resolution
from unres.verify.pages import read_page, words_of_page
from unres.verify.words import (
    akn_notes,
    akn_words,
    as_printed,
    bare_words,
    first_difference,
    head_of,
    letters,
    notes_of,
    of_part,
)

BROKEN = (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, StopIteration, etree.XMLSyntaxError)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one file of a site."""

    path: str
    message: str

    def __str__(self) -> str:
        """``A/RES/62/160/resolution.json: differs behind …``."""
        return f"{self.path}: {self.message}"


@dataclass(slots=True)
class Proof:
    """What was found of one resolution.

    Attributes:
        site: the folder of the site.
        folder: of the resolution in it.
        faults: what is wrong.
        words: how many the text has.
        prefix: the path below which the site lies on its server, with a slash at both ends; empty if not known.
    """

    site: Path
    folder: str
    faults: list[Fault] = field(default_factory=list)
    words: int = 0
    prefix: str = ""

    def model(self) -> Resolution | None:
        """The resolution as its JSON has it."""
        name = f"{self.folder}/resolution.json"
        try:
            values = json.loads((self.site / name).read_bytes())
            self.prefix = urlsplit(values["site"]).path
            return from_json(values).resolution
        except BROKEN as error:
            self.unreadable(name, error)
            return None

    def unreadable(self, name: str, error: Exception) -> None:
        """Notes a fault where a file is missing or not what it should be."""
        self.faults.append(Fault(name, f"cannot be read: {type(error).__name__}: {error}"))

    def page(self, name: str) -> str:
        """The words of a page; empty, and a fault, if it cannot be read."""
        try:
            return words_of_page(read_page(self.site / name))
        except BROKEN as error:
            self.unreadable(name, error)
            return ""

    def pages(self) -> dict[str, str]:
        """The words of the two pages of which one holds the whole text, the fuller first."""
        names = [name for way in ("", "text/") if (self.site / (name := f"{self.folder}/{way}index.html")).is_file()]
        return dict(sorted(((name, self.page(name)) for name in names), key=lambda item: -len(item[1])))

    def akn(self) -> tuple[str, list[str]]:
        """The words of the Akoma Ntoso, and its notes, which stand where they are first called."""
        name = f"{self.folder}/resolution.akn.xml"
        try:
            root = etree.fromstring(
                (self.site / name).read_bytes(), etree.XMLParser(resolve_entities=False, huge_tree=True)
            )
            return akn_words(root), akn_notes(root)
        except BROKEN as error:
            self.unreadable(name, error)
            return "", []

    def compare(self, name: str, wanted: str, found: str) -> None:
        """Notes a fault where a file has other words than it should."""
        if any(fault.path == name for fault in self.faults):
            return
        if differs := first_difference(wanted, found):
            self.faults.append(Fault(name, differs))

    def compare_akn(self, model: Resolution, body: str, notes: list[str]) -> None:
        """Akoma Ntoso: the running text in its order, and each note, wherever it is called first."""
        name = f"{self.folder}/resolution.akn.xml"
        self.compare(name, as_printed(model, notes=False), body)
        self.compare(name, "\n".join(sorted(notes_of(model), key=letters)), "\n".join(sorted(notes, key=letters)))

    def compare_parts(self, model: Resolution, others: list[str]) -> None:
        """Each page of a part, and the masthead on the page that holds no more."""
        for name in others:
            if not name.endswith("text/index.html"):
                self.compare(name, head_of(model), self.page(name))
        for page in dict.fromkeys(block.page for block in model.blocks):
            name = f"{self.folder}/{page}/index.html"
            self.compare(name, of_part(model, page), self.page(name))
        if model.footnotes:
            name = f"{self.folder}/footnotes/index.html"
            self.compare(name, "\n".join(notes_of(model)), self.page(name))


def prove(site: Path, task: tuple[str, Resolution | None]) -> Proof:
    """Compares all forms of a resolution.

    Args:
        site: the folder of the site.
        task: the resolution's folder in it, and its source text if that is at hand.
    """
    folder, source = task
    proof = Proof(site, folder)
    given = proof.model()
    body, notes = proof.akn()
    pages = proof.pages()
    if not pages:
        proof.faults.append(Fault(f"{folder}/index.html", "is missing"))
        return proof
    (whole, printed), *others = pages.items()
    json_name = f"{folder}/resolution.json"
    if source is None and given and _agree(printed, body, notes) and letters(printed) != letters(as_printed(given)):
        proof.compare(json_name, printed, as_printed(given))  # two against one
        proof.words = len(bare_words(printed))
        return proof
    model = source or given
    if model is None:
        return proof
    if given:
        proof.compare(json_name, as_printed(model), as_printed(given))
    proof.compare(whole, as_printed(model), printed)
    proof.compare_akn(model, body, notes)
    proof.compare_parts(model, [name for name, _ in others])
    proof.words = len(bare_words(as_printed(model)))
    return proof


def _agree(page: str, body: str, notes: list[str]) -> bool:
    """Whether a page has the words of an Akoma Ntoso document, whose notes may stand in another order."""
    found, wanted = letters(page), letters(body)
    return found.startswith(wanted) and sorted(found[len(wanted) :]) == sorted(letters(" ".join(notes)))
