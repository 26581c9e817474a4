"""What a heading is counted by: the one place that reads a numeral out of its words.

In: a heading's words and level. Out: an ``Enumerator``, which paragraphs, places and exports use alike.
"""

from __future__ import annotations

import re

from unres.model import UNCOUNTED, Enumerator, Scheme
from unres.numbering import roman

_COUNTED = re.compile(
    r"(?:(?i:Part|Section|Chapter)\s+)?(?P<numeral>[IVXLC]+|[A-Z])(?P<title>\.\s.*)?",
    re.DOTALL,
)
_NAMED = re.compile(
    r"(?i:(?P<annex>Annex)|(?P<appendix>Appendix)|(?P<article>Article))(?:\s+(?P<numeral>[IVXLC]+|\d+|[A-Z]))?(?![\w-])"
)


def read_heading(words: str, level: int) -> Enumerator:
    """The numeral or letter of a heading.

    ``II``, ``Part II``, ``SECTION II`` and ``II. Oil`` are section II, and ``A. Oil`` the letter A below a section;
    ``A`` alone at the first level is a part of a composite resolution. ``Annex II``, ``Appendix`` and ``Article 5``
    may have words behind them. Other words have no scheme: ``Oil``, ``Article on oil``.

    >>> for words in ("Part II", "II. Oil", "A. Oil", "A", "Annex II", "Article 5", "Oil"):
    ...     found = read_heading(words, level=1)
    ...     print(f"{words}: {found.scheme or 'uncounted'} {found.numeral}".strip())
    Part II: section II
    II. Oil: section II
    A. Oil: letter A
    A: part A
    Annex II: annex II
    Article 5: article 5
    Oil: uncounted
    """
    if level == 1 and re.fullmatch("[A-Z]", words):
        return Enumerator(Scheme.PART, words, bare=True)
    if found := _COUNTED.fullmatch(words):
        numeral = found["numeral"]
        section = roman(numeral) and (len(numeral) > 1 or numeral in "IVX")  # C and L alone are letters
        if section or len(numeral) == 1:
            return Enumerator(Scheme.SECTION if section else Scheme.LETTER, numeral, bare=found["title"] is None)
    if found := _NAMED.match(words):
        numeral = found["numeral"] or ""
        scheme = Scheme.ANNEX if found["annex"] else Scheme.APPENDIX if found["appendix"] else Scheme.ARTICLE
        if scheme is not Scheme.ARTICLE or numeral.isdigit():
            return Enumerator(scheme, numeral, bare=found.end() == len(words))
    return UNCOUNTED


def name_of(found: Enumerator) -> str:
    """What a label says of the section that a heading opens.

    >>> [name_of(read_heading(words, level=2)) for words in ("II", "Article 5", "Appendix II")]
    ['II', 'article 5', 'appendix ii']
    """
    return found.numeral if found.scheme is Scheme.SECTION else f"{found.scheme} {found.numeral.lower()}".strip()
