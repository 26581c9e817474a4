"""The whole Akoma Ntoso document of a resolution, and where its references lead.

In: an entry of the collection. Out: XML. A reference leads to the IRI of a resolution that the collection
holds, with the paragraph, to an eId of the same document, or to the document's official address: the IRI
of a resolution needs the date of its adoption, which is known of those held alone and never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from unres.akomantoso import names
from unres.akomantoso.body import Writer
from unres.akomantoso.builder import tree_of
from unres.akomantoso.inline import Href, element, escape, inline
from unres.akomantoso.meta import identification, meta
from unres.akomantoso.tree import Attachment, Tree
from unres.citations import Reference, find_in_text
from unres.collection.load import Collection, Entry, Place
from unres.collection.resolver import Target, official, resolve
from unres.model import MastheadLine, Resolution, Role

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


@dataclass(slots=True)
class Writing:
    """Writes resolutions of one collection; the trees of those cited are kept.

    Attributes:
        collection: knows the resolutions that others lead to.
        places: eIds of each resolution seen, by page and anchor.
    """

    collection: Collection
    places: dict[str, dict[tuple[str, str], str]] = field(default_factory=dict)

    def document(self, entry: Entry) -> str:
        """The XML of one resolution."""
        tree = tree_of(entry.resolution)
        self.places[str(entry.symbol)] = _places(entry, tree)
        writer = Writer(tree, self._hrefs(entry), {note.anchor: note for note in entry.resolution.footnotes})
        return "".join(
            [
                '<?xml version="1.0" encoding="UTF-8"?>\n',
                element("akomaNtoso", f"\n{self._statement(entry, tree, writer)}\n", xmlns=_NAMESPACE),
                "\n",
            ]
        )

    def _statement(self, entry: Entry, tree: Tree, writer: Writer) -> str:
        resolution = entry.resolution
        head = resolution.masthead
        lines = "\n".join(_masthead_line(line, writer, head.session) for line in head.lines)
        number = element("docNumber", f"{escape(head.number)}.")
        title = element("docTitle", writer.words(head.title, "title"))
        parts = [
            element("coverPage", lines) if lines else "",
            element("preface", element("p", f"{number} {title}")),
            element("preamble", writer.preamble()) if tree.preamble else "",
            element("mainBody", writer.body()),
            element("conclusions", writer.closing(tree.conclusions)) if tree.conclusions else "",
        ]
        attached = [self._attachment(found, resolution, writer) for found in tree.attachments]
        parts.append(element("attachments", "\n".join(attached)) if attached else "")
        uncalled = [note for note in resolution.footnotes if note.anchor not in writer.written]
        head_xml = meta(resolution, list(_remarks(entry)), uncalled)  # last, when it is known which notes are called
        content = "\n".join(filter(None, [head_xml, *parts]))
        return element("statement", f"\n{content}\n", name="resolution", contains="originalVersion")

    def _attachment(self, attachment: Attachment, resolution: Resolution, writer: Writer) -> str:
        name = attachment.page.replace("-", "_")
        headings = writer.headings(attachment)
        content = element("mainBody", writer.contents(attachment.children))
        about = element("meta", identification(resolution, name))
        doc = element("doc", f"{about}\n{content}", name="annex")
        return element("attachment", "\n".join(filter(None, [headings, doc])), eId=attachment.eid)

    def href(self, target: Target | None, entry: Entry) -> str:
        """What a reference leads to; empty if it leads nowhere."""
        if target is None:
            return ""
        if not target.symbol:
            return target.url
        eid = self._eid(target.symbol, target.place)
        if target.symbol == str(entry.symbol):
            return f"#{eid}" if eid else ""
        return names.portion_iri(self.collection.entries[target.symbol].resolution, eid)

    def _eid(self, symbol: str, place: Place) -> str:
        if symbol not in self.places:
            held = self.collection.entries[symbol]
            self.places[symbol] = _places(held, tree_of(held.resolution))
        return self.places[symbol].get((place.page, place.anchor), "")

    def _hrefs(self, entry: Entry) -> dict[str, list[Href]]:
        out: dict[str, list[Href]] = {}
        for found in entry.references:
            href = self.href(resolve(found, entry, self.collection), entry)
            if href and found.start < found.end:  # the middle of a range (A to C) has no words of its own
                out.setdefault(found.place, []).append((found.start, found.end, href))
        return out


def to_akn(entry: Entry, collection: Collection) -> str:
    """The XML of one resolution."""
    return Writing(collection).document(entry)


def eids_of(resolution: Resolution) -> dict[str, str]:
    """The eId of every label, of attachments by their page, of footnotes by their anchor."""
    return tree_of(resolution).eids


def _places(entry: Entry, tree: Tree) -> dict[tuple[str, str], str]:
    out = {(place.page, place.anchor): tree.eids[label] for label, place in entry.places.items() if label in tree.eids}
    out |= {("footnotes", note.anchor): tree.eids[note.anchor] for note in entry.resolution.footnotes}
    return out | {(attachment.page, ""): attachment.eid for attachment in tree.attachments}


def _masthead_line(line: MastheadLine, writer: Writer, session: int | None) -> str:
    """A printed line of the masthead; the report in brackets leads to its official address."""
    found: tuple[Reference, ...] = tuple(find_in_text(line.text.plain)) if line.role is Role.REPORT else ()
    hrefs = [(ref.start, ref.end, target.url) for ref in found if (target := official(ref)) and ref.start < ref.end]
    words = inline(line.text, hrefs, writer.note)
    if line.role is Role.ORGAN:
        words = element("docAuthority", words, refersTo="#un-ga")
    elif line.role is Role.SESSION:
        words = element("session", words, value=str(session or ""), refersTo="#un-ga")
    return element("p", words, class_=str(line.role))


def _remarks(entry: Entry) -> Iterator[tuple[str, str]]:
    """What a reader of the file should know: how the text was checked, and every doubt."""
    resolution = entry.resolution
    if resolution.provenance.checked:
        yield "checked", resolution.provenance.checked
    if resolution.masthead.adopted is None:
        yield "doubt", "The date of adoption is not known; “nd” stands for it in the IRI."
    for sentence in resolution.provenance.doubts:
        yield "doubt", sentence
    for problem in entry.doubts:
        yield "doubt", f"Line {problem.line} of the source text: {problem.message}"
