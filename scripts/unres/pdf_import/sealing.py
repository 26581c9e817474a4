"""The command ``unres seal``: compares a text that a person has mended with its official PDF once more.

In: a source text and a PDF. Out: the same text with a front matter that says what agrees and what does not; its
words are not touched. An import keeps such a text as it keeps one that was edited.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from functools import partial
from pathlib import Path

from unres.errors import Level, Problem, count, errors_in, report
from unres.model import Resolution
from unres.pdf_import import checks, masthead, source, structure
from unres.pdf_import.admission import admit
from unres.pdf_import.command import write_whole
from unres.pdf_import.document import Imported, claim, failed
from unres.pdf_import.glyphs import read_pages
from unres.pdf_import.layout import lay_out
from unres.pdf_import.process import read_all
from unres.text.checksum import seal
from unres.text.parser import parse
from unres.text.source import read_text

FRONT = re.compile(r"\A---\n(?:[\w-]+:.*\n|[ \t].*\n)*---\n\n?")


def run_seal(options: argparse.Namespace) -> int:
    """``unres seal FILE --against PDF``; the exit code is 1 if the text could not be compared."""
    text = read_text(options.file)
    ((_, compared),) = read_all([options.against], read=partial(compare_again, text, str(options.file)))
    problems = [*compared.problems]
    if compared.text:
        problems += write_whole(options.file, compared.text)
    report(problems)
    if errors_in(problems):
        return 1
    differences = sum(problem.path == str(options.against) for problem in problems)
    agrees = "every word matches" if not differences else f"{count(differences, 'difference')} from"
    print(f"{options.file}: {agrees} {options.against}", file=sys.stderr)
    return 0


def compare_again(text: str, name: str, pdf: Path) -> Imported:
    """The text with what the comparison with the PDF says in its front matter.

    Args:
        text: the source text, with or without a front matter.
        name: its path, as problems should name it.
        pdf: the official PDF.

    Returns:
        No text if the PDF holds another resolution or the text has errors, which are then said.
    """
    data = pdf.read_bytes()
    pages = list(read_pages(data))
    layout = lay_out(pages)
    head = masthead.read_printed_masthead(layout.masthead)
    symbol = admit(layout, head, pdf)
    given = parse(text, name, sealed=True).resolution
    if given and given.symbol != str(symbol):
        return failed(pdf, f"holds {symbol}, and the text {given.symbol}; give the PDF of that")
    fields = {"symbol": str(symbol), "language": "en", "source": symbol.url, "sha256": hashlib.sha256(data).hexdigest()}
    fields |= _stated(given)
    front, body = source.write_front_matter(fields, ()), FRONT.sub("", text, count=1)
    moved = text.count("\n") - front.count("\n") - 1 - body.count("\n")
    parsed = parse(f"{front}\n{body}", name, sealed=True)
    own = [Problem(name, max(1, problem.line + moved), problem.message, problem.level) for problem in parsed.problems]
    if parsed.resolution is None or parsed.errors:
        return Imported(None, "", tuple(own))
    repeated = dict(heads for block in structure.blocks(layout)[0] if block.table for heads in block.table.repeated)
    compared, lost = checks.of_characters(f"{front}\n{body}", data, repeated, layout.feet, str(pdf))
    left_out = [*checks.of_pages(layout, pages, str(pdf)), *checks.of_furniture(layout.furniture, head, str(pdf))]
    fields |= {"checked": claim(compared=compared, differs=bool(lost or left_out)), "mended": "by hand"}
    printed = [*left_out, *lost]
    said = [*(problem.message for problem in own if problem.level is Level.DOUBT)]
    said += [f"page {problem.line}: {problem.message}" for problem in printed]
    sealed = seal(f"{source.write_front_matter(fields, said)}\n{body}")
    return Imported(symbol, sealed, (*own, *printed))


def _stated(given: Resolution | None) -> dict[str, str]:
    """What an editor states in the front matter, which no PDF has."""
    stated = given.provenance.stated if given else ()
    return {
        name: each.source if each.words == each.source else f"{each.words} ({each.source})"
        for name, each in stated
        if each
    }
