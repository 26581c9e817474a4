"""The whole Akoma Ntoso document of a resolution.

In: a resolution, what its references lead to and what is in doubt. Out: XML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from unres.akomantoso.body import AknWriter
from unres.akomantoso.builder import tree_of
from unres.akomantoso.elements import Content, apart, element, lined, written
from unres.akomantoso.inline import inline
from unres.akomantoso.meta import identification, meta
from unres.akomantoso.tree import Attachment, Tree
from unres.citations import find_in_text, official_address
from unres.errors import Problem
from unres.model import MastheadLine, Resolution, Role
from unres.runs import Link

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def document(
    resolution: Resolution, links: Mapping[str, Sequence[Link]] | None = None, doubts: Iterable[Problem] = ()
) -> str:
    """The XML of one resolution.

    Args:
        resolution: which.
        links: what the references of each label lead to.
        doubts: what its reading was not sure of.
    """
    tree = tree_of(resolution)
    writer = AknWriter(tree, links or {}, {note.anchor: note for note in resolution.footnotes})
    root = apart(element("akomaNtoso", _statement(resolution, tree, writer, doubts), xmlns=_NAMESPACE))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written(root)}\n'


def _statement(resolution: Resolution, tree: Tree, writer: AknWriter, doubts: Iterable[Problem]) -> Element:
    parts = list(_parts(resolution, tree, writer))
    remarks = list(_remarks(resolution, doubts))
    head = meta(resolution, remarks, writer.uncalled())  # last, when it is known which notes are called
    return apart(element("statement", *lined([head, *parts]), name="resolution", contains="originalVersion"))


def _parts(resolution: Resolution, tree: Tree, writer: AknWriter) -> Iterator[Element]:
    """What is printed, made in the order of the print: a note stands where it is first called."""
    head = resolution.masthead
    if head.lines:
        yield element("coverPage", *lined(_masthead_line(line, writer, head.session) for line in head.lines))
    title = element("docTitle", *writer.words(head.title, "title"))
    yield element("preface", element("p", element("docNumber", f"{head.number}."), " ", title))
    if tree.preamble:
        yield element("preamble", *writer.preamble())
    yield element("mainBody", *writer.body())
    if tree.conclusions:
        yield element("conclusions", writer.closing(tree.conclusions))
    if tree.attachments:
        yield element("attachments", *lined(_attachment(found, resolution, writer) for found in tree.attachments))


def _attachment(attachment: Attachment, resolution: Resolution, writer: AknWriter) -> Element:
    headings = list(writer.headings(attachment))
    content = element("mainBody", *writer.contents(attachment.children))
    about = element("meta", identification(resolution, attachment.page.replace("-", "_")))
    doc = element("doc", *lined([about, content]), name="annex")
    return element("attachment", *lined([*headings, doc]), eId=attachment.eid)


def eids_of(resolution: Resolution) -> dict[str, str]:
    """The eId of every label, of attachments by their page, of footnotes by their anchor."""
    return tree_of(resolution).eids


def _masthead_line(line: MastheadLine, writer: AknWriter, session: int | None) -> Element:
    """A printed line of the masthead; the report in brackets leads to its official address."""
    found = find_in_text(line.text.plain).references if line.role is Role.REPORT else ()
    links = [Link(ref.start, ref.end, url) for ref in found if (url := official_address(ref))]
    words: Iterable[Content] = inline(line.text, links, writer.note)
    if line.role is Role.ORGAN:
        words = [element("docAuthority", *words, refersTo="#un-ga")]
    elif line.role is Role.SESSION:
        words = [element("session", *words, value=str(session or ""), refersTo="#un-ga")]
    return element("p", *words, class_=str(line.role))


def _remarks(resolution: Resolution, doubts: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """What a reader of the file should know: how the text was checked, and every doubt."""
    if resolution.provenance.checked:
        yield "checked", resolution.provenance.checked
    if resolution.masthead.adopted is None:
        yield "doubt", "The date of adoption is not known; “nd” stands for it in the IRI."
    for sentence in resolution.provenance.doubts:
        yield "doubt", sentence
    for problem in doubts:
        yield "doubt", f"Line {problem.line} of the source text: {problem.message}"
