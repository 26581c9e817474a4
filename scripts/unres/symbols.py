"""Document symbols as a type: the one place that takes a symbol apart.

In: symbols as people and documents write them. Out: ``Symbol`` values that compare, sort and know
their official address (UN Documentation: ``https://docs.un.org/en/SYMBOL``).

References use the same form for what has no document symbol: ``CHARTER/17/2`` for an Article and
paragraph of the Charter, ``CHARTER/VIII`` for a chapter, ``UNTS/2153/37605`` for a treaty by volume and
registration number. ``A/DEC/60/551`` is a decision, which has no document of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from unres.numbering import roman

OFFICIAL = "https://docs.un.org/{language}/{symbol}"
CHARTER = "https://www.un.org/en/about-us/un-charter/{page}"
TREATIES = "https://treaties.un.org/doc/Publication/UNTS/Volume%20{volume}/v{volume}.pdf"

# The official languages, each by its own name, in the order of the United Nations (rule 51 of the Assembly's rules)
LANGUAGES = {"ar": "عربي", "zh": "中文", "en": "English", "fr": "Français", "ru": "Русский", "es": "Español"}

# The last Article of each chapter of the Charter, I to XIX (Charter of the United Nations)
LAST_ARTICLES = (2, 6, 8, 22, 32, 38, 51, 54, 60, 72, 74, 85, 91, 96, 101, 105, 107, 109, 111)

# Series whose documents docs.un.org (the Official Document System) holds; others have no address there
SERIES = frozenset(
    "A S E ST T CCPR CEDAW CRC CAT CERD CMW CRPD CED HRI TD UNEP DP FCCC NPT CD HSP HS BWC CCW ICCD "
    "UNW PBC DC SPLOS ISBA CLCS TRADE ECE ID IDB GC.".split()
)
_ASSEMBLY = "A/RES/"
_RESOLUTION = re.compile(r"(?:^|/)(?:RES/|Res\.|RES\.)")
_DECISION = re.compile(r"(?:^|/)(?:DEC/|Dec\.|DEC\.)")
_LETTERED = re.compile(r"(A/RES/(?:[\w-]+/\d+|\d+\([\w-]+\)))([A-Z]{1,2})")
_ADDITION = re.compile(r"(.+)/(Add|Amend|Corr|Rev|SR)\.(\d+)")
_YEAR = re.compile(r"(?:S/RES|E/RES|E/DEC)/(?:\d+\()?((?:19|20)\d{2})[/)]")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol without spaces: ``A/RES/62/160``, ``A/RES/217(III)``.

    ``str`` gives it back; it is also the document's place on a site, as docs.un.org has it.
    """

    text: str

    @classmethod
    def of_assembly_resolution(cls, number: str) -> Symbol:
        """The symbol of an Assembly resolution from its number: ``62/160``, ``217 (III)``, ``S-10/2``.

        A lettered part has its letter at the end.

        >>> [str(Symbol.of_assembly_resolution(number)) for number in ("62/160", "51/45 J", "217 A (III)")]
        ['A/RES/62/160', 'A/RES/51/45J', 'A/RES/217(III)A']
        """
        compact = re.sub(r"\s+", "", number)
        return cls(_ASSEMBLY + re.sub(r"^(\d+)([A-Z])(\(.*\))$", r"\1\3\2", compact))

    @property
    def parts(self) -> tuple[str, ...]:
        """What stands between its slashes.

        >>> Symbol("A/RES/62/160").parts
        ('A', 'RES', '62', '160')
        """
        return tuple(self.text.split("/"))

    @property
    def kind(self) -> str:
        """``resolution``, ``decision`` or ``document``, from the series in the symbol (A/RES/…, UNEP/EA.5/Res.5).

        >>> [Symbol(text).kind for text in ("A/RES/61/168", "UNEP/EA.5/Res.5", "A/DEC/60/551", "A/62/439")]
        ['resolution', 'resolution', 'decision', 'document']
        """
        if _RESOLUTION.search(self.text):
            return "resolution"
        return "decision" if _DECISION.search(self.text) else "document"

    @property
    def lettered(self) -> tuple[str, str | None]:
        """The symbol of the whole resolution and the letter of the part; None for what is no part.

        >>> Symbol("A/RES/51/45J").lettered, Symbol("A/RES/62/160").lettered
        (('A/RES/51/45', 'J'), ('A/RES/62/160', None))
        """
        found = _LETTERED.fullmatch(self.text)
        return (found[1], found[2]) if found else (self.text, None)

    @property
    def addition(self) -> tuple[str, str, str]:
        """What an addition is added to, its kind and its number; kind and number are empty for any other symbol.

        >>> Symbol("A/62/439/Add.2").addition, Symbol("A/62/439").addition
        (('A/62/439', 'Add', '2'), ('A/62/439', '', ''))
        """
        found = _ADDITION.fullmatch(self.text)
        return (found[1], found[2], found[3]) if found else (self.text, "", "")

    def beside(self, number: str) -> Symbol:
        """The symbol of another number of the same series, session or volume.

        >>> str(Symbol("UNTS/15/102").beside("973"))
        'UNTS/15/973'
        """
        return Symbol("/".join([*self.parts[:-1], number]))

    @property
    def url(self) -> str:
        """The official address of the document in English; that of its number for a lettered part.

        >>> Symbol("A/RES/51/45J").url
        'https://docs.un.org/en/A/RES/51/45'
        """
        return self.url_in("en")

    def url_in(self, language: str) -> str:
        """The official address of the document in one of the six languages.

        >>> Symbol("A/RES/62/160").url_in("ar")
        'https://docs.un.org/ar/A/RES/62/160'
        """
        return OFFICIAL.format(language=language, symbol=self.lettered[0])

    @property
    def official(self) -> str | None:
        """Where the document can be read: docs.un.org, the Charter's pages or the Treaty Series' volume.

        None where there is no such address: decisions without a document of their own, and bodies
        whose documents docs.un.org does not hold.

        >>> for symbol in ("A/62/439", "CHARTER/2/4", "UNTS/15/102", "A/DEC/60/551"):
        ...     print(Symbol(symbol).official)
        https://docs.un.org/en/A/62/439
        https://www.un.org/en/about-us/un-charter/chapter-1
        https://treaties.un.org/doc/Publication/UNTS/Volume%2015/v15.pdf
        None
        """
        series, *rest = self.parts
        if series == "CHARTER":
            return CHARTER.format(page=_charter_page(rest[0] if rest else ""))
        if series == "UNTS":
            return TREATIES.format(volume=rest[0]) if rest and rest[0].isdigit() else None
        if series not in SERIES or not any(rest) or self.text.startswith(("A/DEC/", "E/DEC/", "E/CN.4/DEC/")):
            return None
        return self.url

    @property
    def number(self) -> str:
        """The number of an Assembly resolution as its symbol has it; the whole symbol of any other document.

        >>> Symbol("A/RES/62/160").number, Symbol("A/RES/217(III)A").number, Symbol("A/62/439").number
        ('62/160', '217(III)A', 'A/62/439')
        """
        return self.text.removeprefix(_ASSEMBLY)

    @property
    def session(self) -> int:
        """The regular session whose number an Assembly resolution bears, from the thirty-first on; 0 for any other.

        >>> Symbol("A/RES/62/160").session, Symbol("A/RES/217(III)").session, Symbol("A/62/439").session
        (62, 0, 0)
        """
        found = re.match(rf"{_ASSEMBLY}(\d+)/", self.text)
        return int(found[1]) if found else 0

    @property
    def year(self) -> int:
        """The year in the number of a resolution of the Security Council or the Economic and Social Council, else 0.

        >>> Symbol("S/RES/1325(2000)").year, Symbol("E/RES/2005/54").year, Symbol("A/RES/62/160").year
        (2000, 2005, 0)
        """
        found = _YEAR.match(self.text)
        return int(found[1]) if found else 0

    @property
    def printed(self) -> str:
        """The symbol with the blanks that documents print in it.

        >>> [Symbol(text).printed for text in ("A/CONF.157/24(PartI)", "A/RES/217(III)", "GC(45)/RES/10")]
        ['A/CONF.157/24 (Part I)', 'A/RES/217 (III)', 'GC(45)/RES/10']
        """
        # a blank stands before "(Part I)" and the year or session of a resolution, not in GC(45) or MSC.489(103)
        opened = re.sub(r"(?<=\w)\((?=[A-Z][a-z]|SUPP)|(?<=\d)\((?=\d{4}\)|(?:E?S-)?[IVXLC]+\)$)", " (", self.text)
        return re.sub(r"(?<=[a-z.])(?=[IVX\d]+\))", " ", opened) if "(" in opened else opened

    @property
    def file_name(self) -> str:
        """The name of its source text: its number with hyphens, ``62-160.md``, ``217(III).md``.

        >>> Symbol("A/RES/62/160").file_name
        '62-160.md'
        """
        return self.number.replace("/", "-") + ".md"

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Sorts symbols as people count: 62/9 before 62/10, numbers as numbers.

        >>> Symbol("A/RES/62/9").sort_key < Symbol("A/RES/62/10").sort_key
        True
        """
        numbers = re.split(r"0*([0-9]+)", self.text)  # every other one; compared by length first, however long
        return tuple((n % 2, len(part) if n % 2 else 0, part) for n, part in enumerate(numbers))

    def __str__(self) -> str:
        return self.text


def _charter_page(first: str) -> str:
    """The page of an Article's or a chapter's text: ``chapter-1`` for ``1``, ``chapter-8`` for ``VIII``."""
    if 1 <= roman(first) <= len(LAST_ARTICLES):
        return f"chapter-{roman(first)}"
    if first.isdigit() and 1 <= int(first) <= LAST_ARTICLES[-1]:
        return f"chapter-{bisect_left(LAST_ARTICLES, int(first)) + 1}"
    return "full-text"
