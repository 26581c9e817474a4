"""From JSON back to the model: programs that have ``resolution.json`` can build pages of their own from it.

No command needs this. It is here as the proof that the JSON leaves nothing out: the tests build the pages
from it, and they are the same.

In: values as ``to_json`` gives them. Out: a reading, from which the pages are the same to
the letter.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from unres.citations import Reference
from unres.citations.model import Type
from unres.collection import Reading, places_of
from unres.errors import Level, Problem, Reporter
from unres.exports.data import VERSION, Json
from unres.label import Label
from unres.model import (
    Block,
    Call,
    Closing,
    Footnote,
    Heading,
    Kind,
    Mark,
    Masthead,
    MastheadLine,
    Paragraph,
    Provenance,
    Resolution,
    Role,
    Scheme,
    Stated,
    Style,
    Table,
    Text,
)
from unres.text.footnotes import pair
from unres.text.headings import HeadingReader
from unres.text.labels import own_tables


def from_json(values: Json) -> Reading:
    """The reading that a JSON export was made from.

    Raises:
        ValueError: the version of the format is another one.
        KeyError: a required field is missing; the schema says which are required.
    """
    if values["version"] != VERSION:
        raise ValueError(f"version {values['version']} of the format is not known; this reads version {VERSION}")
    blocks = list(_paragraphs(values["paragraphs"]))
    blocks += [(block["order"], _table(block)) for block in values["tables"]]
    blocks += [(block["order"], _closing(block)) for block in values["closings"]]
    ordered = own_tables(block for _, block in sorted(blocks, key=lambda pair: pair[0]))
    notes = (Footnote(note["number"], _text(note), (), note["line"]) for note in values["footnotes"])
    masthead, paired, footnotes = pair(notes, _masthead(values), ordered, Reporter(values["file"]))
    resolution = Resolution(
        path=values["file"],
        symbol=values["symbol"],
        masthead=masthead,
        blocks=paired,
        footnotes=footnotes,
        provenance=_provenance(values["provenance"]),
    )
    references = tuple(_reference(found) for found in (*values["title_references"], *values["references"]))
    doubts = tuple(
        Problem(values["file"], doubt["line"], doubt["message"], Level(doubt["level"])) for doubt in values["doubts"]
    )
    return Reading(resolution, references, places_of(resolution), doubts)


def _provenance(values: Json) -> Provenance:
    stated: Json = {name: Stated(**values[name]) for name in ("vote", "sponsors", "record") if name in values}
    return Provenance(**{**values, "doubts": tuple(values["doubts"]), **stated})


def _date(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _text(values: Json, name: str = "text", prefix: str = "") -> Text:
    marks = values.get(f"{prefix}marks", ())
    calls = values.get(f"{prefix}calls", ())
    return Text(
        values[name],
        tuple(Mark(mark["start"], mark["end"], Style(mark["style"])) for mark in marks),
        tuple(Call(call["at"], call["number"]) for call in calls),
    )


def _masthead(values: Json) -> Masthead:
    return Masthead(
        lines=tuple(MastheadLine(Role(line["role"]), _text(line), line["line"]) for line in values["masthead"]),
        distributed=_date(values["distributed"]),
        session=values["session"],
        agenda_item=values["agenda_item"],
        report=values["report"],
        adopted=_date(values["adopted"]),
        number=values["number"],
        title=_text(values, "title", "title_"),
        line=values["line"],
    )


def _paragraphs(blocks: Iterable[Json]) -> Iterator[tuple[int, Block]]:
    """Paragraphs and headings with their places in the text; the heading of part I tells its labels from section I."""
    part = ""
    headings = HeadingReader()
    for block in blocks:
        if block["kind"] == "heading":
            found = headings.read(block["text"], block["level"])
            part = found.numeral if found.scheme is Scheme.PART else part
            named = (block["label"], block["id"], block["page"], block["level"])
            yield block["order"], Heading(*named, _text(block), block["line"], found)
        else:
            yield block["order"], _paragraph(block, part)


def _paragraph(block: Json, part: str) -> Paragraph:
    return Paragraph(
        kind=Kind(block["kind"]),
        name=Label.parse(block["label"], part=part, depth=block["depth"]),
        anchor=block["id"],
        page=block["page"],
        number=block["number"],
        text=_text(block),
        lead=block["lead"] or "",
        line=block["line"],
    )


def _table(block: Json) -> Table:
    rows = tuple(tuple(_text(cell) for cell in row) for row in block["rows"])
    return Table(block["label"], block["id"], block["page"], block["header"], rows, block["line"])


def _closing(block: Json) -> Closing:
    return Closing(block["page"], _text(block), block["meeting"], _date(block["date"]), block["line"])


def _reference(found: Json) -> Reference:
    return Reference(
        place=found.get("cell") or found["in"],
        start=found["start"],
        end=found["end"],
        text=found["text"],
        type=Type(found["type"]),
        symbol=found["symbol"],
        part=found.get("part"),
        paragraphs=tuple(found.get("paragraphs") or filter(None, [found.get("paragraph")])),
        target=found.get("target"),
    )
