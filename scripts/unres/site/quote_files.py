"""What copying, citing and previewing need of a resolution, as a script file that a page loads on first use.

In: a collection. Out: ``quote.js`` beside the pages of each resolution. A script file works where nothing
else does: from a folder on a disk, and under a policy that allows scripts of the site's own alone. It
holds the citations, the notes with their italics and links, and the paragraphs that something refers to.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from unres import naming
from unres.citations.titles import full_name
from unres.cite import FORMS, cite, pinpoint
from unres.collection import Entry
from unres.dates import day
from unres.errors import count
from unres.exports import FORMATS, Base
from unres.exports.address import url_of
from unres.insight import Insight
from unres.markup import to_html
from unres.model import Heading, Kind, Paragraph, Text
from unres.runs import Link
from unres.site.cards import card_path

FILE = "quote.js"
CALL = "unres_quote"  # the function that a file calls with its folder and content
PREVIEW = 600  # characters of a paragraph that a preview shows, its sub-paragraphs included
FIRST = 200  # characters of a resolution's first paragraph
_STYLES = list(dict.fromkeys(form.style for form in FORMS))


def write_quotes(insight: Insight, entries: Iterable[Entry], addresses: Mapping[str, str], site: Path) -> None:
    """Writes the file of some resolutions into a built site; ``addresses`` are those of the documents cited."""
    for entry in entries:
        folder = f"{entry.symbol}/"
        content = to_quote(entry) | {"outside": dict(_outside(entry, insight, addresses))}
        data = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (site / folder / FILE).write_text(f"{CALL}({json.dumps(folder)},{data})\n", encoding="utf-8", newline="\n")


def to_quote(entry: Entry) -> dict[str, object]:
    """The content of a resolution's file; docs/assets/tools/ reads it."""
    resolution = entry.resolution
    head = resolution.masthead
    first = next((block for block in resolution.paragraphs if block.kind is not Kind.ENACTING), None)
    places, parts = _places(entry)
    return {
        "number": head.number,
        "title": head.title.plain,
        "date": day(head.date),
        "first": to_html(_clipped(first.text, FIRST)) if first else "",
        "forms": [{"name": form.name, "style": None if form.listed else _STYLES.index(form.style)} for form in FORMS],
        "whole": cite(entry).whole,
        "at": {part: cite(entry, part).at for part in parts},
        "places": places,
        "notes": dict(_notes(entry)),
        "cited": dict(_previews(entry)),
        "files": [
            {"title": form.title, "name": form.file, "text": form.data(entry, Base()).decode()}
            for form in FORMATS
            if form.is_citation
        ],
    }


def _outside(entry: Entry, insight: Insight, addresses: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """What previews say of the documents that are not here, by their official addresses.

    An address that several documents share, as the chapters of the Charter do, says nothing of the one that is meant.
    """
    found: dict[str, set[str]] = {}
    for link in entry.links:
        if link.target and not link.target.symbol and link.reference.document:
            found.setdefault(link.target.url, set()).add(link.reference.document)
    for url, symbols in found.items():
        if len(symbols) == 1:
            cited = insight.cited[min(symbols)]
            by = f"Cited by {count(len(cited.mentions), 'resolution')} here"
            head = " · ".join(filter(None, (full_name(cited.symbol), day(cited.date))))
            yield url, [head, cited.name, by, addresses[cited.symbol]]


def _places(entry: Entry) -> tuple[dict[str, dict[str, object]], list[str]]:
    """Of each place, by its anchor, how each style writes it, its part and its small page; and the parts."""
    found: dict[str, dict[str, object]] = {}
    parts = {""}
    labels = [(block.name, card_path(block)) for block in entry.resolution.paragraphs]
    labels += [(note.name, "") for note in entry.resolution.footnotes]
    for label, card in labels:
        parts.add(label.part)
        place = {"pins": [pinpoint(label, style) for style in _STYLES], "part": label.part, "card": card}
        found[entry.places[str(label)].fragment] = {name: value for name, value in place.items() if value}
    return found, sorted(parts)


def _notes(entry: Entry) -> Iterator[tuple[str, str]]:
    """The notes by anchor, with links."""
    for note in entry.resolution.footnotes:
        links = [
            Link(found.reference.start, found.reference.end, url)
            for found in entry.resolved.get(note.label, ())
            if (url := url_of(found.target))
        ]
        yield note.anchor, to_html(note.text, links)


def _previews(entry: Entry) -> Iterator[tuple[str, dict[str, str]]]:
    """Name and words, as HTML, of each place that something refers to."""
    blocks, cited = entry.resolution.blocks, {place.fragment for place in entry.linked}
    for at, block in enumerate(blocks):
        if not isinstance(block, Heading | Paragraph) or (anchor := entry.places[block.label].fragment) not in cited:
            continue
        if isinstance(block, Heading):
            yield anchor, _preview("", f"<p>{to_html(_clipped(block.text, PREVIEW))}</p>")
        else:
            yield anchor, _preview(naming.spoken_label(block.label), "".join(_shown(block, blocks[at + 1 :])))


def _preview(name: str, words: str) -> dict[str, str]:
    return {"name": name, "words": words}


def _shown(block: Paragraph, after: Sequence[object]) -> Iterator[str]:
    """A paragraph and its sub-paragraphs, as far as a preview goes."""
    left = PREVIEW
    for part in (block, *after):
        if not isinstance(part, Paragraph) or (part is not block and part.depth <= block.depth):
            break
        number = f"{html.escape(part.number)} " if part.number else ""
        yield f"<p>{number}{to_html(_clipped(part.text, left))}</p>"
        left -= len(part.text.plain)
        if left <= 0:
            break


def _clipped(text: Text, size: int) -> Text:
    """A text cut after a word."""
    if len(text.plain) <= size:
        return text
    plain = re.sub(r"\W*\s\S*$", "", text.plain[:size]) or text.plain[:size]
    words, size = f"{plain} …", len(plain)
    marks = (replace(mark, end=min(mark.end, len(words))) for mark in text.marks if mark.start < size)
    return Text(words, tuple(marks), tuple(call for call in text.calls if call.at <= size))
