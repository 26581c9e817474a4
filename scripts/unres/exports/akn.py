"""A resolution as Akoma Ntoso, with where its references lead.

In: an entry. Out: XML. A reference leads to the IRI of a resolution that the collection holds, with the
paragraph, to an eId of the same document, or to the document's official address: the IRI of a resolution needs
the date of its adoption, which is known of those held alone and never guessed.
"""

from __future__ import annotations

from unres.akomantoso import document, portion_iri, work_iri
from unres.collection import Entry, Target
from unres.runs import Link


def to_akn(entry: Entry) -> str:
    """The XML of one resolution."""
    links: dict[str, list[Link]] = {}
    for found in entry.links:
        reference = found.reference
        if href := _href(found.target, entry):
            links.setdefault(reference.place, []).append(Link(reference.start, reference.end, href))
    return document(entry.resolution, links, entry.doubts)


def _href(target: Target | None, entry: Entry) -> str:
    """What a reference leads to; empty if it leads nowhere."""
    if target is None:
        return ""
    if not target.symbol:
        return target.url
    eid = target.place.eid
    if target.symbol == str(entry.symbol):
        return f"#{eid}" if eid else ""
    return portion_iri(work_iri(target.number, target.adopted), eid)
