"""What an imported text does not know for certain: each doubt is a page and a sentence.

In: the finished source text, its blocks, the PDF. Out: ``Problem`` values of level doubt. Four
witnesses are heard: the parser (numbering, calls and notes), a second reader (every character), the
tags of the PDF (where paragraphs begin) and its hyperlinks (their words are in the text).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from unres.errors import Level, Problem
from unres.model import Kind, Paragraph
from unres.pdf_import import accounting, furniture
from unres.pdf_import.accounting import bare
from unres.pdf_import.blocks import Block, BlockKind
from unres.pdf_import.glyphs import PrintedPage
from unres.pdf_import.layout import Layout, is_inside
from unres.pdf_import.lines import Line
from unres.pdf_import.masthead import PrintedMasthead
from unres.pdf_import.paragraphs import PARAGRAPH_GAP, first_word
from unres.symbols import Symbol
from unres.text.parser import Parsed

MANY = 6  # more of one kind are counted, not listed
INLINE = frozenset(("Span", "Link", "Reference", "Em", "Strong", "Lbl", "StyleSpan", "Sub", "Quote"))
OPENING = frozenset(
    """
    Acknowledges Acknowledging Affirming Affirms Also Appeals Approves Aware Calls Commends Concerned Concerning
    Condemns Considering Convinced Decides Deploring Deplores Emphasizes Emphasizing Encourages Encouraging Endorses
    Expresses Expressing Further Having Invites Mindful Notes Noting Reaffirming Reaffirms Recalling Recalls
    Recognizes Recognizing Reiterates Reiterating Requests Stresses Stressing Takes Taking Underlines Underlining
    Urges Welcomes Welcoming
    """.split()
)  # the commonest first words, which are always set in italics (Editorial Manual, "Resolutions")


class Where:
    """The page of each line of a source text."""

    def __init__(self, starts: Sequence[tuple[int, int]]) -> None:
        self.lines = [line for line, _ in starts]
        self.pages = [page for _, page in starts]

    def page(self, line: int) -> int:
        """The page on which the block at a line starts."""
        at = bisect_right(self.lines, line) - 1
        return self.pages[at] if at >= 0 else 1


def of_text(parsed: Parsed, path: str, where: Where) -> Iterator[Problem]:
    """What the parser finds in the finished text, and paragraphs that open without italics."""
    for problem in parsed.problems:
        yield _doubt(path, where.page(problem.line), problem.message)
    for paragraph in _unopened(parsed):
        name = paragraph.number or "a paragraph"
        message = f"{name} opens with “{paragraph.text.plain.split(' ')[0]}”, which is not set in italics"
        yield _doubt(path, where.page(paragraph.line), message)


def _unopened(parsed: Parsed) -> Iterator[Paragraph]:
    kinds = (Kind.PREAMBULAR, Kind.OPERATIVE)
    for paragraph in parsed.resolution.paragraphs if parsed.resolution else ():
        top = paragraph.kind in kinds and not paragraph.depth and not paragraph.continued
        if top and not paragraph.lead and paragraph.text.plain.split(" ")[0].rstrip(",") in OPENING:
            yield paragraph


def of_characters(
    text: str, data: bytes, dropped: Mapping[int, str], feet: Mapping[int, float], path: str
) -> tuple[bool, list[Problem]]:
    """Whether a second reader could read the PDF, and what it finds that the text has not, or otherwise."""
    try:
        found = accounting.unaccounted(text, data, dropped, feet)
    except Exception as error:  # noqa: BLE001 (pdfminer raises what it likes over a PDF that it cannot read)
        message = (
            f"no second reader could read the PDF ({type(error).__name__}), so its characters are not accounted for"
        )
        return False, [_doubt(path, 1, message)]
    problems = [_doubt(path, page, message) for page, message in found[:MANY]]
    if len(found) > MANY:
        problems.append(_doubt(path, found[MANY][0], f"{len(found) - MANY} more differences from the PDF follow"))
    return True, problems


def of_tags(layout: Layout, blocks: Iterable[Block], path: str) -> Iterator[Problem]:
    """Where the tags begin a paragraph and the text does not, or otherwise; page ends apart."""
    lines = [
        (line, index == 0)
        for block in blocks
        if block.para and block.kind is not BlockKind.CLOSING
        for index, line in enumerate(block.para.lines)
    ]
    for (before, _), (line, starts) in pairwise(lines):
        one, other = _element(before), _element(line)
        if before.page != line.page or not one or not other or (one != other) == starts:
            continue
        wide = before.y - line.y > PARAGRAPH_GAP * layout.leading
        full = before.right + first_word(line) > layout.right - 0.3 * line.size
        if not (wide if starts else full):  # where the page speaks for the text, the tags are wrong
            message = (
                "begins a paragraph here, but the PDF's tags do not"
                if starts
                else "is one paragraph, but the PDF's tags begin another"
            )
            yield _doubt(path, line.page, f"the text {message}: “{line.text[:40]}…”")


def _element(line: Line) -> str:
    """The structure element that a line is in, above those inside of a line."""
    parts = line.tags[0].split("/")
    while parts and parts[-1].partition("#")[0] in INLINE:
        parts.pop()
    return "/".join(parts)


def of_links(pages: Iterable[PrintedPage], text: str, path: str) -> Iterator[Problem]:
    """Hyperlinks whose words are not in the text."""
    whole = bare(re.sub(r"\\(.)|\*|</?su[bp]>", lambda found: found[1] or "", text))
    for page in pages:
        for link in page.links:
            if not is_inside(link.bottom, page.height):
                continue
            words = bare(
                "".join(
                    glyph.char
                    for glyph in page.glyphs
                    if link.bottom - 1 <= glyph.y <= link.top and link.left <= (glyph.x + glyph.right) / 2 <= link.right
                )
            )
            if words not in whole:
                yield _doubt(
                    path,
                    page.number,
                    f"the words “{words[:60]}” of a hyperlink to {link.target} are not together in the text",
                )


def of_furniture(lines: Iterable[Line], head: PrintedMasthead, path: str) -> Iterator[Problem]:
    """Words above and below the text that are no running head, number or code: text may have been lost."""
    title = bare(head.title.plain())
    for line in lines:
        printed = re.sub(r"A/RES/[\w/().-]+(?: [A-Z]\b)?\*?", "", line.text).strip()
        words = bare(printed)
        known = words in title or title in words or furniture.is_known(printed)
        if words and not known:
            yield _doubt(
                path,
                line.page,
                f"“{line.text[:60]}” stands outside of the text and is no running head; it was left out",
            )


def of_pages(layout: Layout, pages: Sequence[PrintedPage], path: str) -> Iterator[Problem]:
    """Words across a page, and what is odd about the printed page numbers.

    Raises:
        IncompletePdfError: a page is missing.
    """
    for page in pages:
        if page.across:
            message = f"“{page.across[:60]}” stands at an angle to the text and was left out"
            yield _doubt(path, page.number, message)
    blank = [page.number for page in pages if not page.glyphs]
    for number, message in furniture.odd_numbers(layout.furniture, len(pages), blank):
        yield _doubt(path, number, message)


def of_name(head: PrintedMasthead, symbol: str, path: str) -> Iterator[Problem]:
    """A number in the title that is not the symbol's."""
    number = head.number.replace(" ", "")
    if number and not re.fullmatch(re.escape(number) + "[A-Z]?", Symbol(symbol).number):
        yield _doubt(path, 1, f"the title has the number {head.number}, the document the symbol {symbol}")


def _doubt(path: str, page: int, message: str) -> Problem:
    return Problem(path, page, message, Level.DOUBT)
