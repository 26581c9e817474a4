"""A resolution as JSON, in the format that docs/data.md describes and ``resolution-1.schema.json`` defines.

In: an entry of the collection. Out: JSON-ready values. Everything of the model is in them, so that the
pages can be rebuilt from them alone (``restore``); what is empty or false by default may be left out.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import PurePath
from typing import Any

from unres.collection import Entry, Resolved
from unres.exports.address import Base, url_of
from unres.model import Block, Call, Closing, Footnote, Heading, Paragraph, Resolution, Table, Text, note_anchor

VERSION = 1  # of the format; a change that breaks a reader gets a new number and a new schema
SCHEMA = f"schema/resolution-{VERSION}.json"  # its address on the site

Json = dict[str, Any]
_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_json(entry: Entry, base: Base = Base()) -> Json:  # noqa: B008 -- frozen
    """The JSON export of one resolution: masthead, paragraphs, footnotes, references, doubts."""
    resolution = entry.resolution
    head = resolution.masthead
    blocks = {
        name: [_block(block, order, entry) for order, block in enumerate(resolution.blocks) if isinstance(block, kind)]
        for name, kind in (("paragraphs", Paragraph | Heading), ("tables", Table), ("closings", Closing))
    }
    return {
        "$schema": base.schema(str(entry.symbol), SCHEMA),
        "version": VERSION,
        "site": base.url,
        "symbol": resolution.symbol,
        "number": head.number,
        "title": head.title.plain,
        **_set(head.title, "title_"),
        "session": head.session,
        "agenda_item": head.agenda_item,
        "report": head.report,
        "distributed": _date(head.distributed),
        "adopted": _date(head.adopted),
        "meeting": resolution.meeting,
        "url": f"{entry.symbol}/",
        "official": entry.symbol.url,
        "line": head.line,
        "file": PurePath(resolution.path.replace("\\", "/")).name,
        "masthead": [{"role": str(line.role), **_text(line.text), "line": line.line} for line in head.lines],
        **blocks,
        "footnotes": [_footnote(note, entry) for note in resolution.footnotes],
        **_references(entry),
        "provenance": _provenance(resolution),
        "doubts": [
            {"line": problem.line, "level": str(problem.level), "message": problem.message} for problem in entry.doubts
        ],
    }


def dump(values: Json | list[Json]) -> str:
    """JSON as it is written to a file: a line for each item of each list in it, and the same for the same values.

    >>> print(dump({"version": 1, "paragraphs": [{"label": "1"}, {"label": "2"}]}), end="")
    {"version":1,
    "paragraphs":[
    {"label":"1"},
    {"label":"2"}]}
    """
    if isinstance(values, list):
        return f"{_lines(values)}\n"
    fields = ((name, _lines(value) if isinstance(value, list) else _line(value)) for name, value in values.items())
    return "{" + ",\n".join(f"{_line(name)}:{value}" for name, value in fields) + "}\n"


def _lines(values: list[Any]) -> str:
    return "[" + ",".join(f"\n{_line(value)}" for value in values) + "]"


def _date(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _set(text: Text, prefix: str = "") -> Json:
    """What is set on a text; left out where there is nothing."""
    out: Json = {}
    if text.marks:
        out[f"{prefix}marks"] = [
            {"start": mark.start, "end": mark.end, "style": str(mark.style)} for mark in text.marks
        ]
    if text.calls:
        out[f"{prefix}calls"] = [_call(call) for call in text.calls]
    return out


def _call(call: Call) -> Json:
    """A footnote marker; its number says which note it calls, unless that is not the first of this number."""
    out: Json = {"at": call.at, "number": call.number}
    return out | {"note": call.note} if call.note not in ("", note_anchor(call.number)) else out


def _text(text: Text) -> Json:
    return {"text": text.plain, **_set(text)}


def _block(block: Block, order: int, entry: Entry) -> Json:
    where = {"page": block.page, "line": block.line, "order": order}
    if isinstance(block, Closing):
        return {**_text(block.text), "meeting": block.meeting, "date": _date(block.date), **where}
    named = {
        "label": block.label,
        "id": block.anchor,
        "url": f"{entry.symbol}/{entry.places[block.label].address}",
        "eid": entry.places[block.label].eid,
    }
    if isinstance(block, Table):
        rows = [[_text(cell) for cell in row] for row in block.rows]
        return {**named, "header": block.header, "rows": rows, **where}
    if isinstance(block, Heading):
        return {"kind": "heading", **named, "level": block.level, "lead": None, **_text(block.text), **where}
    numbered = {"number": block.number, "depth": block.depth, "lead": block.lead or None}
    return {"kind": str(block.kind), **named, **numbered, **_text(block.text), **where}


def _footnote(note: Footnote, entry: Entry) -> Json:
    return {
        "number": note.number,
        "id": note.anchor,
        "url": f"{entry.symbol}/{entry.places[note.label].address}",
        "eid": entry.places[note.label].eid,
        **_text(note.text),
        "called_from": list(note.called_from),
        "line": note.line,
    }


def _references(entry: Entry) -> Json:
    """The references of paragraphs and notes, and apart from them those of the title, which is no paragraph.

    A table's are its paragraph's; ``cell`` then says where in the table they stand.
    """
    tables = (block for block in entry.resolution.blocks if isinstance(block, Table))
    owners = {table.label: table.paragraph or table.label for table in tables}
    out: dict[str, list[Json]] = {"references": [], "title_references": []}
    for found in entry.links:
        values, place = _reference(found), found.reference.place
        table = place.partition(":")[0]
        if table in owners:
            values |= {"in": owners[table], "cell": place}
        out["title_references" if place == "title" else "references"].append(values)
    return out


def _reference(resolved: Resolved) -> Json:
    found, target = resolved.reference, resolved.target
    out: Json = {
        "in": found.place,
        "text": found.text,
        "type": str(found.type),
        "symbol": found.symbol,
        "start": found.start,
        "end": found.end,
        "url": url_of(target),
        "internal": bool(target and target.symbol),
    }
    optional = {
        "part": found.part,
        "paragraph": found.paragraph,
        "paragraphs": list(found.paragraphs) if len(found.paragraphs) > 1 else None,
        "target": found.target,
    }
    return out | {name: value for name, value in optional.items() if value is not None}


def _provenance(resolution: Resolution) -> Json:
    source = resolution.provenance
    return {
        "language": source.language,
        "source": source.source,
        "sha256": source.sha256,
        "checked": source.checked,
        "doubts": list(source.doubts),
        "edited": source.edited,
        **{name: {"words": stated.words, "source": stated.source} for name, stated in source.stated if stated},
    }
