"""What a heading is counted by: the one place that reads a numeral out of its words.

In: a heading's words and level. Out: an ``Enumerator``, which paragraphs, places and exports use alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from unres.model import UNCOUNTED, Enumerator, Scheme
from unres.numbering import letter, roman

_COUNTED = re.compile(
    r"(?:(?i:Part|Section|Chapter)\s+)?(?P<numeral>[IVXLC]+|[A-Z])(?P<title>\.\s.*)?",
    re.DOTALL,
)
_NAMED = re.compile(
    r"(?i:(?P<annex>Annex)|(?P<appendix>Appendix)|(?P<article>Article))(?:\s+(?P<numeral>[IVXLC]+|\d+|[A-Z]))?(?![\w-])"
)


def read_heading(words: str, level: int, before: Enumerator = UNCOUNTED) -> Enumerator:
    """The numeral or letter of a heading; ``before`` is that of the one before it on the same level.

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
        if before.scheme is Scheme.LETTER and letter(numeral.lower()) == letter(before.numeral.lower()) + 1:
            section = False
        if section or len(numeral) == 1:
            return Enumerator(Scheme.SECTION if section else Scheme.LETTER, numeral, bare=found["title"] is None)
    if found := _NAMED.match(words):
        numeral = found["numeral"] or ""
        scheme = Scheme.ANNEX if found["annex"] else Scheme.APPENDIX if found["appendix"] else Scheme.ARTICLE
        if scheme is not Scheme.ARTICLE or numeral.isdigit():
            return Enumerator(scheme, numeral, bare=found.end() == len(words))
    return UNCOUNTED


def section_name(found: Enumerator) -> str:
    """What a label says of the section that a heading opens.

    >>> [section_name(read_heading(words, level=2)) for words in ("II", "Article 5", "Appendix II")]
    ['II', 'article 5', 'appendix ii']
    """
    return found.numeral if found.scheme is Scheme.SECTION else f"{found.scheme} {found.numeral.lower()}".strip()


@dataclass(slots=True)
class HeadingReader:
    """Reads the headings of a text in their order: a letter goes on with letters.

    >>> reader = HeadingReader()
    >>> [str(reader.read(words, level=3).scheme) for words in ("H. Wicks", "I. Oil")]
    ['letter', 'letter']
    """

    open: list[tuple[int, Enumerator]] = field(default_factory=list)  # the last of each level, the outermost first

    def read(self, words: str, level: int) -> Enumerator:
        """The numeral or letter of the next heading."""
        before = next((one for at, one in self.open if at == level), UNCOUNTED)
        found = read_heading(words, level, before)
        self.open = [*((at, one) for at, one in self.open if at < level), (level, found)]
        return found

    @property
    def level(self) -> int:
        """The level of the last heading, 0 before the first."""
        return self.open[-1][0] if self.open else 0
