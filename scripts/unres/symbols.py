"""Document symbols as a type: the one place that takes a symbol apart.

In: symbols as people and documents write them. Out: ``Symbol`` values that compare, sort and know
their official address (UN Documentation: ``https://docs.un.org/en/SYMBOL``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OFFICIAL = "https://docs.un.org/{language}/{symbol}"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol without spaces: ``A/RES/62/160``, ``A/RES/217(III)``."""

    text: str

    @classmethod
    def of_assembly_resolution(cls, number: str) -> Symbol:
        """The symbol of an Assembly resolution from its number: ``62/160``, ``217 (III)``, ``S-10/2``."""
        return cls("A/RES/" + re.sub(r"\s+", "", number))

    @property
    def url(self) -> str:
        """The official address of the document in English."""
        return OFFICIAL.format(language="en", symbol=self.text)

    @property
    def path(self) -> str:
        """The document's place on a site: its symbol, as docs.un.org has it."""
        return self.text

    @property
    def file_name(self) -> str:
        """The name of its source text: its number with hyphens, ``62-160.md``, ``217(III).md``."""
        return self.text.removeprefix("A/RES/").replace("/", "-") + ".md"

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Sorts symbols as people count: 62/9 before 62/10, numbers as numbers."""
        return tuple((1, int(part), "") if part.isdigit() else (0, 0, part) for part in re.split(r"(\d+)", self.text))

    def __str__(self) -> str:
        return self.text
