"""What Akoma Ntoso says about a resolution: its identity at the three levels of FRBR, and what is in doubt.

In: a resolution and its doubts. Out: the element ``meta``. No clock is asked: the dates are the text's.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from unres.akomantoso import names
from unres.akomantoso.elements import element, lined
from unres.model import Resolution
from unres.symbols import Symbol

_ORGAN, _EDITOR = "un-ga", "unres"
_UNKNOWN = "0001-01-01"  # a date has to be given; its name then says that it is not known

_REFERENCES = (
    ("TLCOrganization", _ORGAN, "/akn/ontology/organization/un/un-ga", "General Assembly"),
    ("TLCOrganization", _EDITOR, "/akn/ontology/organization/unres", "unres"),
    ("TLCRole", "author", "/akn/ontology/role/author", "Author"),
    ("TLCRole", "editor", "/akn/ontology/role/editor", "Editor"),
    ("TLCConcept", "preamble", "/akn/ontology/concept/un/preamble", "Preamble"),
    ("TLCConcept", "enactingFormula", "/akn/ontology/concept/un/enactingFormula", "Enacting formula"),
    ("TLCEvent", "adoption", "/akn/ontology/event/un/adoption", "Adoption"),
    ("TLCEvent", "adoptionMeeting", "/akn/ontology/event/un/adoptionMeeting", "Meeting of adoption"),
)


def meta(resolution: Resolution, notes: Sequence[tuple[str, str]], uncalled: Sequence[Element] = ()) -> Element:
    """The ``<meta>`` of a resolution.

    Args:
        resolution: which.
        notes: remarks on its text: what kind (``doubt``) and the sentence.
        uncalled: footnotes that nothing calls, which have no other place.
    """
    parts = [identification(resolution)]
    head = resolution.masthead
    if head.distributed:
        issued = head.distributed.isoformat()
        parts.append(
            element("publication", date=issued, name="symbol", number=resolution.symbol, showAs=resolution.symbol)
        )
    listed = (element(name, eId=eid, href=href, showAs=shown) for name, eid, href, shown in _REFERENCES)
    parts.append(element("references", *lined(listed), source=f"#{_EDITOR}"))
    remarks = [
        element("note", element("p", sentence), eId=f"{kind}_{at}", class_=kind)
        for at, (kind, sentence) in enumerate(notes, 1)
    ]
    if remarks or uncalled:
        parts.append(element("notes", *lined([*remarks, *uncalled]), source=f"#{_EDITOR}"))
    return element("meta", *lined(parts))


def identification(resolution: Resolution, component: str = "main") -> Element:
    """Work, expression and manifestation of a resolution, or of one of its attachments (``annex_1``)."""
    head = resolution.masthead
    work, expression = names.work_iri(head.number, head.adopted), names.expression_iri(resolution)
    issued = head.distributed or head.adopted
    issue = element("FRBRdate", date=issued.isoformat() if issued else _UNKNOWN, name="issue" if issued else "unknown")
    adopted = head.adopted.isoformat() if head.adopted else _UNKNOWN
    aliases = (("symbol", resolution.symbol), ("official", Symbol(resolution.symbol).url))
    levels = (
        _level(
            "FRBRWork",
            element("FRBRthis", value=f"{work}/!{component}"),
            element("FRBRuri", value=work),
            *(element("FRBRalias", value=value, name=name) for name, value in aliases),
            element("FRBRdate", date=adopted, name="adoption" if head.adopted else "unknown"),
            element("FRBRauthor", href=f"#{_ORGAN}", as_="#author"),
            element("FRBRcountry", value="un"),
            element("FRBRsubtype", value="resolution"),
            element("FRBRnumber", value=head.number),
            element("FRBRname", value="resolution"),
        ),
        _level(
            "FRBRExpression",
            element("FRBRthis", value=f"{expression}/!{component}"),
            element("FRBRuri", value=expression),
            issue,
            element("FRBRauthor", href=f"#{_ORGAN}", as_="#author"),
            element("FRBRlanguage", language=names.language(resolution)),
        ),
        _level(
            "FRBRManifestation",
            element("FRBRthis", value=f"{expression}/!{component}.xml"),
            element("FRBRuri", value=f"{expression}.xml"),
            issue,
            element("FRBRauthor", href=f"#{_EDITOR}", as_="#editor"),
            element("FRBRformat", value="application/akn+xml"),
        ),
    )
    return element("identification", *lined(levels), source=f"#{_EDITOR}")


def _level(name: str, *says: Element) -> Element:
    return element(name, *lined(says))
