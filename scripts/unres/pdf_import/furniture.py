"""The furniture of a page: what is printed on it for the printer and the binder, not for the reader.

In: lines. Out: whether a line is furniture by its form, and what the printed page numbers say of the pages:
from the second on each page prints its number and the count, ``4/7``, in older documents the number alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from unres.errors import UnresError
from unres.pdf_import.lines import Line

_CODE = r"\d{2}-\d{5}\*?(?: ?\(E\))?(?: ?\d{6})*|\*\d+\*|Please recycle\W*"  # job number, barcode
_SURE = re.compile(rf"(?:(?:(?P<number>\d+)/\d+|{_CODE})(?: |$))+")
_KNOWN = re.compile(rf"(?:(?:United Nations|\d+/\d+|{_CODE}|_+|\d+)(?: |$))+")
_OF = re.compile(r"(?:^|\s)(?P<number>\d{1,4})/(?P<count>\d{1,4})(?=\s|$)")
_ALONE = re.compile(r"\d{1,4}")
Numbers = dict[int, tuple[int, int]]  # by page: the printed number and the count, 0 where none is printed


class IncompletePdfError(UnresError):
    """A PDF in which a page is missing, blank or out of its place."""


def is_sure(line: Line) -> bool:
    """Whether a line at the foot of a page is job number, barcode or the page's number, wherever it stands."""
    found = _SURE.fullmatch(line.text)
    return found is not None and (not found["number"] or int(found["number"]) == line.page)


def is_known(words: str) -> bool:
    """Whether words outside of the text are of a kind that each page has there.

    >>> [is_known(words) for words in ("2/4", "07-47309 (E)", "United Nations", "Lamps")]
    [True, True, True, False]
    """
    return bool(_KNOWN.fullmatch(words))


def odd_numbers(lines: Iterable[Line], count: int, blank: Iterable[int]) -> Iterator[tuple[int, str]]:
    """What is odd about the printed page numbers: pages and sentences.

    Args:
        lines: the furniture of all pages.
        count: how many pages the PDF has.
        blank: those on which nothing stands.

    Raises:
        IncompletePdfError: a page is missing, blank or out of its place.
    """
    numbers = _numbers(lines)
    counts = {printed for _, printed in numbers.values() if printed}
    if count > 1 and not numbers:
        yield 1, "no page prints its number, so that a missing one would not be seen; compare with the official text"
    elif len(counts) > 1:
        listed = " and ".join(map(str, sorted(counts)))
        yield 1, f"the pages do not agree whether they are {listed}; compare with the official text"
    else:
        total = max(counts, default=0)
        _refuse(numbers, count, total, blank)
        for page, (number, _) in sorted(numbers.items()):
            if number != page:
                yield page, f"page {page} prints the number {number}; compare with the official text"
        for page in range(2, count + 1):
            if page not in numbers:
                yield page, f"page {page} prints no number; compare with the official text"


def _numbers(lines: Iterable[Line]) -> Numbers:
    """The printed numbers: with the count of pages where any page has it, else those that stand alone."""
    counted: Numbers = {}
    alone: Numbers = {}
    for line in lines:
        if line.page > 1 and (found := _OF.search(line.text)):
            counted[line.page] = int(found["number"]), int(found["count"])
        elif line.page > 1 and _ALONE.fullmatch(line.text):
            alone[line.page] = int(line.text), 0
    return counted or alone


def _refuse(numbers: Numbers, count: int, total: int, blank: Iterable[int]) -> None:
    again = "fetch it again from docs.un.org"
    if empty := sorted(set(blank)):
        raise IncompletePdfError(f"{_pages(empty)} of the PDF {'is' if len(empty) == 1 else 'are'} blank; {again}")
    printed = [number for number, _ in numbers.values()]
    last = total or max(printed, default=count)
    missing = sorted(set(range(2, last + 1)) - set(printed))
    if count < last and missing:
        raise IncompletePdfError(f"the PDF lacks {_pages(missing)} of {last}; {again}")
    if total and count != total:
        raise IncompletePdfError(f"the PDF has {count} pages, but by their numbers they are {total}; {again}")
    if not missing and sum(number != page for page, (number, _) in numbers.items()) > 1:
        raise IncompletePdfError(f"the pages of the PDF are not in their order; {again}")


def _pages(numbers: list[int]) -> str:
    return f"page{'s' if len(numbers) > 1 else ''} {' and '.join(map(str, numbers))}"
