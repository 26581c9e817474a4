"""A resolution as linked data: schema.org ``Legislation``, in JSON-LD.

In: an entry. Out: values for ``resolution.jsonld`` and for the head of the overview page. The terms are those
of https://schema.org/Legislation. Addresses start from the resolution's own folder, where both the file and
the page lie, unless the address of the site is known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from unres import naming
from unres.citations import Type
from unres.collection import Entry
from unres.exports.address import Base
from unres.exports.citation import AUTHOR, PUBLISHER, doubts
from unres.exports.data import Json

_UN = "https://www.un.org/"
_ASSEMBLY = "https://www.un.org/en/ga/"
_LEGAL = (Type.RESOLUTION, Type.DECISION, Type.CHARTER, Type.TREATY)


def to_jsonld(entry: Entry, base: Base, whole: Iterable[tuple[str, str]]) -> Json:
    """The description of one resolution: what it is, its parts, its dates, what it cites, what is in doubt.

    Args:
        entry: the resolution.
        base: where the site will be.
        whole: names and media types of the files that hold the whole text.
    """
    resolution = entry.resolution
    head = resolution.masthead
    here = base.full(f"{entry.symbol}/") if base.url else "./"
    out: Json = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": here,
        "url": here,
        "name": head.title.plain,
        "alternateName": naming.full(resolution),
        "description": naming.description(resolution),
        "legislationIdentifier": str(entry.symbol),
        "legislationType": "Resolution",
        "legislationPassedBy": {"@type": "GovernmentOrganization", "@id": _ASSEMBLY, "name": AUTHOR},
        "legislationDate": head.adopted.isoformat() if head.adopted else None,
        "legislationDateVersion": head.distributed.isoformat() if head.distributed else None,
        "datePublished": head.distributed.isoformat() if head.distributed else None,
        "inLanguage": resolution.provenance.language,
        "publisher": {"@type": "Organization", "@id": _UN, "name": PUBLISHER},
        "isBasedOn": entry.symbol.url,
        "sameAs": entry.symbol.url,
        "hasPart": [*_parts(entry, here)],
        "citation": _cited(entry, base, here),
        "encoding": [
            {"@type": "LegislationObject", "encodingFormat": kind, "contentUrl": f"{here}{name}".removeprefix("./")}
            for name, kind in whole
        ],
        "comment": [{"@type": "Comment", "text": f"In doubt: {doubt}"} for doubt in doubts(entry)],
    }
    return {name: value for name, value in out.items() if value}


def _parts(entry: Entry, here: str) -> Iterator[Json]:
    """The paragraphs that people count, under the names that they have for them."""
    folder = here.removeprefix("./")
    for block in entry.resolution.paragraphs:
        if naming.has_badge(block):
            name = naming.spoken_label(block.label)
            address = f"{folder}{entry.places[block.label].address}"
            yield {
                "@type": "Legislation",
                "@id": address,
                "legislationIdentifier": f"{entry.symbol}, {name}",
                "name": name,
            }


def _cited(entry: Entry, base: Base, here: str) -> list[Json]:
    """Each document cited once, in reading order."""
    out: dict[str, Json] = {}
    for resolved in entry.links:
        found, target = resolved.reference, resolved.target
        if not found.document or found.type is Type.INTERNAL or found.document in out:
            continue
        item: Json = {
            "@type": "Legislation" if found.type in _LEGAL else "CreativeWork",
            "name": found.text if found.type in (Type.CHARTER, Type.INSTRUMENT) else found.document,
            "identifier": found.document,
        }
        if target and target.symbol and base.url:
            item["@id"] = base.full(f"{target.symbol}/")
        elif target and target.symbol:
            up = "../" * (str(entry.symbol).count("/") + 1)
            item["@id"] = f"{up}{target.symbol}/" if target.symbol != str(entry.symbol) else here
        if target and target.url:
            item["sameAs" if "@id" in item else "@id"] = target.url
        out[found.document] = item
    return list(out.values())


def embedded(values: Json) -> str:
    """JSON-LD as a data block of a resolution's page, but for its parts, which the page has itself.

    No sign in it can end the element or open a comment.
    """
    data = json.dumps(
        {name: value for name, value in values.items() if name != "hasPart"}, ensure_ascii=False, separators=(",", ":")
    )
    data = re.sub("[<>&]", lambda sign: f"\\u{ord(sign[0]):04x}", data)
    return f'<script type="application/ld+json">{data}</script>'
