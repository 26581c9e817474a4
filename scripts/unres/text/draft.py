"""A chunk of the text that is known for what it is, and has no name yet: between ``paragraphs`` and ``labels``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from unres.model import UNCOUNTED, Enumerator, Kind, Text
from unres.text.source import Chunk


class DraftRole(StrEnum):
    """What a draft will become."""

    HEADING = "heading"
    TABLE = "table"
    CLOSING = "closing"
    NUMBERED = "numbered"  # carries an arabic number
    ITEM = "item"  # a sub-paragraph
    PLAIN = "plain"  # without a number, a unit of its own
    CONTINUED = "continued"  # text of a paragraph after its sub-paragraphs


@dataclass(frozen=True, slots=True)
class Scope:
    """Where in the resolution a draft stands.

    Attributes:
        part: the letter of a part of a composite resolution, empty outside of one.
        attached: which attached text (annex, embedded declaration) from 1; 0 for the main text.
        section: the section's numeral, empty outside of one.
        run: counts headings, so that numbers may begin anew after each.
    """

    part: str = ""
    attached: int = 0
    section: str = ""
    run: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A chunk with its role. ``path`` holds the numbers from the paragraph down: ("8", "a", "i")."""

    role: DraftRole
    kind: Kind | None
    scope: Scope
    number: str
    text: Text
    chunk: Chunk
    path: tuple[str, ...] = ()
    level: int = 0
    enumerator: Enumerator = UNCOUNTED
