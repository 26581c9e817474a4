"""Whether a PDF is one resolution of the General Assembly in English, and if not, what it is.

In: the layout and the name of a PDF. Out: its symbol, or one clear sentence about what to do.
"""

from __future__ import annotations

import re
from pathlib import Path

from unres.errors import UnresError
from unres.pdf_import.layout import Layout
from unres.pdf_import.masthead import PART, SYMBOL, PrintedMasthead
from unres.symbols import Symbol

LANGUAGES = {
    "French": r"Assemblée générale|Nations Unies",
    "Spanish": r"Asamblea General|Naciones Unidas",
    "Russian": r"Генеральная Ассамблея|Организация Объединенных Наций",
    "Chinese": r"大\s*会|联合国",
    "Arabic": r"الجمعية العامة|الأمم المتحدة|[\u0600-\u06ff]{4}|[\ufe70-\ufefc]{4}",
}
HEAD_LINES = 12  # what may be the head of a page that is no resolution's in English
ORGANS = (
    (re.compile(r"S/RES/\d+ ?\(\d{4}\)"), "the Security Council"),
    (re.compile(r"A/HRC/RES/[\w/-]+"), "the Human Rights Council"),
    (re.compile(r"E/RES/[\w/]+"), "the Economic and Social Council"),
    (re.compile(r"(?!A/)[A-Z]+(?:/[\w.-]+)*?/RES/[\w./-]+"), "another body"),
)
OTHER_SYMBOL = re.compile(r"\b[ASE]/(?!RES/)[A-Z0-9][\w./()-]*\d[\w./()-]*")
NAME = re.compile(
    r"(?:A[_ -]?RES[_ -])?(?P<session>(?:S|ES)-\d+|\d{2,3})[_ -](?P<number>\d{1,3}[A-Z]?)(?:[_ -](?:EN?|E))?",
    re.IGNORECASE,
)


class NotAdmittedError(UnresError):
    """A PDF that is no single resolution in English; its text says what it is and what to do."""


def admit(layout: Layout, head: PrintedMasthead, path: Path) -> Symbol:
    """The symbol of the resolution in the PDF.

    Raises:
        NotAdmittedError: the PDF holds something else, or not what its name says.
    """
    if not layout.body and not layout.masthead and not layout.furniture:
        raise NotAdmittedError(
            "the PDF has no text layer: it is a scan; run OCR on it, or find the text on docs.un.org"
        )
    top = " ".join(line.text for line in (*layout.furniture, *layout.masthead, *layout.body) if line.page == 1)
    head_of_page = " ".join(
        line.text for line in (*layout.furniture, *(layout.masthead or layout.body[:HEAD_LINES])) if line.page == 1
    )  # further down, a resolution in English can name an organization in its own language
    language = next((name for name, words in LANGUAGES.items() if re.search(words, head_of_page)), "")
    if language:
        raise NotAdmittedError(f"the document is in {language}; give its English PDF")
    symbols = _symbols(layout, head)
    if len(symbols) > 1:
        listed = " and ".join(symbol.text for symbol in symbols)
        raise NotAdmittedError(f"the PDF holds more than one resolution, {listed}; give each as a PDF of its own")
    if not symbols or not head.adoption.text:
        raise NotAdmittedError(_what_it_is(top, head_of_page))
    named = NAME.fullmatch(path.stem)
    if named and f"{named['session']}/{named['number']}".upper() != symbols[0].number:
        message = f"the PDF holds {symbols[0]}, but its name says another resolution"
        raise NotAdmittedError(f"{message}; give it the right name or fetch the right PDF")
    return symbols[0]


def _symbols(layout: Layout, head: PrintedMasthead) -> list[Symbol]:
    """The symbols at the heads of the pages, each once, in order; else the one that the title's number gives."""
    found = [match[0].replace(" ", "") for line in layout.furniture for match in SYMBOL.finditer(line.text)]
    if not found and head.number:
        return [Symbol.of_assembly_resolution(head.number)]
    part = next((m["part"] for line in layout.furniture if line.page == 1 and (m := PART.fullmatch(line.text))), "")
    return [Symbol(text + part) for text in dict.fromkeys(found)]


def _what_it_is(top: str, head: str) -> str:
    """A sentence about a document that is not a resolution, from its symbol and first words."""
    for pattern, organ in ORGANS:
        if found := pattern.search(head):
            return f"{found[0]} is a resolution of {organ}; only those of the General Assembly are read yet"
    own = SYMBOL.search(head)
    if own and re.search(r"resolutions? adopted by the general assembly", head, re.IGNORECASE):
        return f"{own[0]} is a resolution in a form that is not read yet; type its text as docs/editing.md says"
    other = OTHER_SYMBOL.search(top)
    symbol = other[0] if other else ""
    if re.search(r"/L\.\d", symbol) or re.search(r"draft (?:resolution|decision)", top, re.IGNORECASE):
        what = "a draft"
    elif re.search(r"\bdecision\b", top, re.IGNORECASE):
        what = "a decision"
    elif re.search(r"\breport\b", top, re.IGNORECASE):
        what = "a report"
    else:
        what = "another document"
    named = f"{symbol} is {what}" if symbol else f"this is {what}"
    return f"{named}, not a resolution of the General Assembly; give the PDF of the resolution"
