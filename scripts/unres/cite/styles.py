"""A resolution's citations in each style, by a CSL processor from the style files beside this module.

In: an entry. Out: ``Citations``: what each style prints for the resolution, and for a place in it. For a place
the character ``PIN`` stands where its words go: ``G.A. Res. 62/160, \\ue000`` becomes ``G.A. Res. 62/160, ¶ 8``.
Number, title and address are filled in the same way, so that the processor runs once for each date and not for
each paragraph: a run takes a millisecond, and a collection has thousands of paragraphs.

The styles are our own files: those of the CSL repository print an Assembly resolution as a book (Bluebook,
OSCOLA), since no type of CSL 1.0 is the resolution of an international body; docs/citing.md shows what they give.
They are under a share-alike licence besides, and weigh 63 MB.
"""

from __future__ import annotations

import datetime as dt
import html
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    Locator,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from unres.cite.pinpoints import pinpoint
from unres.collection import Reading
from unres.label import Label

PIN = "\ue000"  # stands for the place; no text holds this character


@dataclass(frozen=True, slots=True)
class CitationForm:
    """One thing that a style prints.

    Attributes:
        name: what readers call it.
        style: its file and its table of pinpoints: ``un``.
        listed: whether it is the entry in a list of references, which names no place.
    """

    name: str
    style: str
    listed: bool = False


FORMS = (
    CitationForm("United Nations", "un"),
    CitationForm("Bluebook", "bluebook"),
    CitationForm("OSCOLA", "oscola"),
    CitationForm("APA, in the text", "apa"),
    CitationForm("APA, in the list of references", "apa", listed=True),
)


@dataclass(frozen=True, slots=True)
class Citations:
    """What each of ``FORMS`` prints for a resolution, as HTML; ``at`` has the sign ``PIN`` for a place."""

    whole: tuple[str, ...]
    at: tuple[str, ...]

    def of(self, label: Label) -> Iterator[str]:
        """The citations of a place, one for each of ``FORMS``."""
        for form, whole, at in zip(FORMS, self.whole, self.at, strict=True):
            words = "" if form.listed else pinpoint(label, form.style)
            yield at.replace(PIN, html.escape(words, quote=False)) if words else whole


def number_with_part(entry: Reading, part: str = "") -> str:
    """A resolution's number, with the letter of a part where one is meant: ``3367 A (XXX)``, ``64/79 B``."""
    number = entry.resolution.masthead.number
    if not part:
        return number
    found = re.fullmatch(r"(\S+)( \(.+\))", number)
    return f"{found[1]} {part}{found[2]}" if found else f"{number} {part}"


def cite(entry: Reading, part: str = "") -> Citations:
    """A resolution, or a lettered part of it, in every form."""
    head = entry.resolution.masthead
    values = (number_with_part(entry, part), str(entry.symbol), " ".join(head.title.plain.split()), entry.symbol.url)
    filled = [html.escape(value, quote=False) for value in values]
    date = head.date
    whole, at = (
        tuple(_fill(_template(form, _as_far(form, date), placed), filled) for form in FORMS) for placed in (False, True)
    )
    return Citations(whole, at)


NUMBER, SYMBOL, TITLE, URL = "\ue001\ue002\ue003\ue004"
_FIELDS = {"title-short": NUMBER, "number": SYMBOL, "title": TITLE, "URL": URL}


def _fill(words: str, values: list[str]) -> str:
    for sign, value in zip(_FIELDS.values(), values, strict=True):
        words = words.replace(sign, value)
    return words


def _as_far(form: CitationForm, date: dt.date | None) -> dt.date | None:
    """The part of a date that a form prints: places whose dates print alike are rendered once."""
    if date is None or form.style == "un":
        return None
    return date.replace(month=1, day=1) if form.style == "apa" else date


@cache
def _template(form: CitationForm, date: dt.date | None, placed: bool) -> str:
    """What a form prints for a date, with signs for the fields, and for a place if there is to be one."""
    item: dict[str, object] = {
        "id": "r",
        "type": "report",
        "author": [{"literal": "United Nations General Assembly"}],
        "authority": "General Assembly",
        "genre": "resolution",
        "publisher": "United Nations",
        **_FIELDS,
    }
    if date:
        item["issued"] = {"date-parts": [[date.year, date.month, date.day]]}
    return _printed(form, item, PIN if placed and not form.listed else "")


@cache
def _style(name: str) -> CitationStylesStyle:
    with as_file(files("unres.cite") / f"{name}.csl") as path:
        return CitationStylesStyle(str(path), validate=False)  # tests/test_cite.py validates them


def _printed(form: CitationForm, item: dict[str, object], locator: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # variables that no style has any use for
        bibliography = CitationStylesBibliography(_style(form.style), CiteProcJSON([item]), formatter.html)
    place = {"locator": Locator("paragraph", locator)} if locator else {}
    citation = Citation([CitationItem("r", **place)])
    bibliography.register(citation)
    return str(bibliography.bibliography()[0]) if form.listed else str(bibliography.cite(citation, _missing))


def _missing(item: object) -> str:
    raise KeyError(f"{item} is not in the bibliography")
