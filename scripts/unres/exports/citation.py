"""A resolution as literature managers and word processors cite it: BibTeX, RIS, CSL-JSON.

In: an entry. Out: text. The resolution is a numbered report of a corporate author, the General Assembly,
since that is the kind of work that every citation style knows how to print with its symbol; it leads to
the official document, which is what is cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unres.collection import Reading
from unres.dates import MONTHS
from unres.exports.data import Json

AUTHOR = "United Nations General Assembly"
PUBLISHER = "United Nations"
GENRE = "Resolution"

# Signs that LaTeX would act upon; the rest of Unicode is written as it is
_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",  # not \{, which BibTeX would count as opening a group
    "}": r"\textbraceright{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


def citation_key(entry: Reading) -> str:
    """The name by which a text cites it: ``A-RES-62-160``."""
    return re.sub(r"[^A-Za-z0-9]+", "-", str(entry.symbol)).strip("-")


def doubts(entry: Reading) -> Iterator[str]:
    """What is in doubt, a sentence each; a citation carries them as its note."""
    yield from entry.resolution.provenance.doubts
    yield from (f"line {problem.line} of the source text: {problem.message}" for problem in entry.doubts)


def _title(entry: Reading) -> str:
    return " ".join(entry.resolution.masthead.title.plain.split())


def _note(entry: Reading) -> str:
    return " ".join(f"In doubt: {doubt}" for doubt in doubts(entry))


def to_bib(entry: Reading) -> str:
    """The resolution as a BibTeX entry, which biblatex reads too."""
    head = entry.resolution.masthead
    date = head.date
    fields = {
        "author": f"{{{{{AUTHOR}}}}}",
        "title": f"{{{{{_latex(_title(entry))}}}}}",
        "type": f"{{{GENRE}}}",
        "number": f"{{{_latex(str(entry.symbol))}}}",
        "institution": f"{{{PUBLISHER}}}",
        "year": f"{{{date.year}}}" if date else "",
        "month": MONTHS[date.month - 1][:3].lower() if date else "",
        "day": f"{{{date.day}}}" if date else "",
        "url": f"{{{entry.symbol.url}}}",
        "language": f"{{{entry.resolution.provenance.language}}}",
        "note": f"{{{_latex(_note(entry))}}}" if _note(entry) else "",
    }
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@techreport{{{citation_key(entry)},\n{lines}}}\n"


def _latex(words: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in words)


def to_ris(entry: Reading) -> str:
    """The resolution as an RIS record, whose lines begin with a tag of two letters and end in CR LF."""
    head = entry.resolution.masthead
    date = head.date
    lines = [
        ("TY", "RPRT"),
        ("ID", citation_key(entry)),
        ("AU", AUTHOR),
        ("TI", _title(entry)),
        ("M3", GENRE),
        ("SN", str(entry.symbol)),
        ("PB", PUBLISHER),
        ("PY", str(date.year) if date else ""),
        ("DA", f"{date:%Y/%m/%d}/" if date else ""),
        ("LA", entry.resolution.provenance.language),
        ("UR", entry.symbol.url),
        *(("N1", f"In doubt: {doubt}") for doubt in doubts(entry)),
    ]
    written = "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value)
    return f"{written}ER  - \r\n"


def to_csl(entry: Reading) -> Json:
    """The resolution as an item of CSL-JSON 1.0."""
    head = entry.resolution.masthead
    date = head.date
    item: Json = {
        "id": citation_key(entry),
        "type": "report",
        "author": [{"literal": AUTHOR}],
        "title": _title(entry),
        "genre": GENRE,
        "number": str(entry.symbol),
        "publisher": PUBLISHER,
        "URL": entry.symbol.url,
        "language": entry.resolution.provenance.language,
    }
    if date:
        item["issued"] = {"date-parts": [[date.year, date.month, date.day]]}
    if _note(entry):
        item["note"] = _note(entry)
    return item
