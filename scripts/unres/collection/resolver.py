"""Where a reference leads: to a page or paragraph of the collection, else to the document's official address.

Finding saw the text alone; resolving sees the collection. What cannot be resolved stays a value.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from unres.citations import Reference, official_address
from unres.collection.load import Citation, Collection, Entry, Place
from unres.numbering import roman


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads.

    Attributes:
        symbol: of the resolution of the collection that it leads to, empty if it leads outside.
        place: page and anchor in that resolution.
        url: the official address, empty if it leads to the collection.
    """

    symbol: str = ""
    place: Place = field(default=Place(""))
    url: str = ""


def resolve(reference: Reference, entry: Entry, collection: Collection) -> Target | None:
    """The target of a reference that stands in ``entry``; None if there is no address to lead to."""
    if reference.type == "internal":
        place = _own_place(reference, entry)
        return Target(str(entry.symbol), place) if place else None
    held = collection.get(reference.document, reference.part)
    if held:
        return Target(str(held.symbol), held.places.get(cited_label(reference, held), Place("")))
    return official(reference)


def cited_label(reference: Reference, held: Entry) -> str:
    """The label, in a resolution that is held, of the paragraph or part cited; empty if none is, or it is not there."""
    part, paragraph = reference.part or "", reference.paragraph or ""
    wanted = [f"{part}/{paragraph}" if part and paragraph else "", paragraph, part]
    section, _, bare = paragraph.rpartition("/")
    if roman(section) and not any(f"/{section}/" in f"/{label}" for label in held.places):
        wanted = [f"{part}/{bare}" if part else "", bare, part]  # numbering runs on through the sections
    return next((label for label in wanted if label in held.places), "")


def _own_place(reference: Reference, entry: Entry) -> Place | None:
    """A paragraph, section or annex of the resolution itself.

    Finding has put "paragraph 3 above" into the section that speaks where that numbers its own, so the
    label is tried as it is first, and only then with the prefixes of the place that speaks. Sections are
    only known here: the nearest of that numeral comes first, but in an annex "the present resolution"
    is not the annex.
    """
    label = reference.paragraph or (reference.symbol or "").removeprefix("#")
    scopes = reference.place.split("/")[:-1]
    nearest = label.isalpha() and not (reference.place.startswith("annex") and reference.text.endswith("resolution"))
    depths = range(len(scopes) + 1)
    for depth in reversed(depths) if nearest else depths:
        place = entry.places.get("/".join([*scopes[:depth], label]))
        if place:
            return place
    return None


def official(reference: Reference) -> Target | None:
    """The official address of a reference, whatever the collection holds."""
    url = official_address(reference)
    return Target(url=url) if url else None


def citations_of(entry: Entry, collection: Collection) -> dict[str, list[Citation]]:
    """Where the collection cites a resolution, by the label of the paragraph cited; by ``""`` as a whole."""
    found: dict[str, list[Citation]] = {}
    for citation in collection.citations.get(str(entry.symbol), ()):
        if citation.source != str(entry.symbol):
            found.setdefault(cited_label(citation.reference, entry), []).append(citation)
    return found
