"""A resolution as data, in the format that docs/data.md describes.

In: an entry of the collection. Out: JSON-ready values.
"""

from __future__ import annotations

from typing import Any

from unres.citations import Reference
from unres.collection import Collection, Entry
from unres.model import Heading, Paragraph, Table
from unres.resolver import resolve


def to_json(entry: Entry, collection: Collection) -> dict[str, Any]:
    """The JSON export of one resolution: masthead, paragraphs, footnotes, references."""
    resolution = entry.resolution
    head = resolution.masthead
    return {
        "symbol": resolution.symbol,
        "number": head.number,
        "title": head.title.plain,
        "session": head.session,
        "agenda_item": head.agenda_item,
        "report": head.report,
        "distributed": head.distributed.isoformat() if head.distributed else None,
        "adopted": head.adopted.isoformat() if head.adopted else None,
        "meeting": resolution.meeting,
        "paragraphs": [
            _paragraph(block, entry) for block in resolution.blocks if isinstance(block, Paragraph | Heading)
        ],
        "footnotes": [
            {"number": note.number, "id": note.anchor, "text": note.text.plain, "called_from": list(note.called_from)}
            for note in resolution.footnotes
        ],
        "references": _references(entry, collection),
    }


def _references(entry: Entry, collection: Collection) -> list[dict[str, Any]]:
    """The references of paragraphs and notes; a table's are its paragraph's, a title's are not the text's own."""
    owner, owners = "", {}
    for block in entry.resolution.blocks:
        if isinstance(block, Paragraph | Heading):
            owner = block.label if isinstance(block, Paragraph) else ""
        elif isinstance(block, Table):
            owners[block.label] = owner or block.label
    found = []
    for reference in entry.references:
        if reference.place != "title":
            out = _reference(reference, entry, collection)
            table = reference.place.partition(":")[0]
            found.append(out if table not in owners else out | {"in": owners[table], "cell": reference.place})
    return found


def _paragraph(block: Paragraph | Heading, entry: Entry) -> dict[str, Any]:
    lead = None if isinstance(block, Heading) else block.lead or None
    return {
        "kind": "heading" if isinstance(block, Heading) else str(block.kind),
        "label": block.label,
        "id": block.anchor,
        "url": f"{entry.symbol.path}/{block.page}/#{block.anchor}",
        "lead": lead,
        "text": block.text.plain,
    }


def _reference(found: Reference, entry: Entry, collection: Collection) -> dict[str, Any]:
    target = resolve(found, entry, collection)
    url = None
    if target:
        page = f"{target.place.page}/" if target.place.page else ""
        anchor = f"#{target.place.anchor}" if target.place.anchor else ""
        url = target.url or f"{target.symbol}/{page}{anchor}"
    out: dict[str, Any] = {
        "in": found.place,
        "text": found.text,
        "type": found.type,
        "symbol": found.symbol,
        "start": found.start,
        "end": found.end,
        "url": url,
        "internal": bool(target and target.symbol),
    }
    if found.part:
        out["part"] = found.part
    return out
