"""The name of a place in a resolution, as a value: the one place that takes a label apart and prints it.

In: labels as the JSON export has them: ``pp1``, ``8``, ``8 (a) (i)``, ``8 (cont)``, ``op``, ``II/3``, ``A/pp1``,
``annex2/5``, ``fn3``. Out: ``Label`` values, which print as they were read and know their form in an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any


class Series(StrEnum):
    """What is counted or named, in the letters that stand before a label's number."""

    NUMBERED = ""
    PREAMBULAR = "pp"
    SOLE = "op"  # an operative paragraph that is not numbered, since there is no other
    UNNUMBERED = "p"  # a paragraph of an annex that prints no number
    ENACTING = "enacting"
    NOTE = "fn"
    HEADING = "h"
    TABLE = "table"
    TITLE = "title"
    CLOSING = "closing"


_SCOPE = re.compile(r"(?:annex(?P<annex>\d*)|(?P<part>[A-Z])|s(?P<stretch>\d+)|(?P<section>.+))", re.DOTALL)
_NAME = re.compile(
    r"""
    (?: (?P<single>op|enacting|title|closing) | (?P<series>pp|p|h|table|)(?P<number>\d+)
      | fn(?P<note>\d+|\*+|[a-z])(?:-(?P<again>\d+))? )
    (?P<items>(?:[ ]\((?!cont\b)[^()/]*\))*)
    (?:[ ]\(cont(?:[ ](?P<continued>\d+))?(?P<rest>)\))?
    """,
    re.VERBOSE,
)
_SECTIONS = "IVX"  # of these letters a label does not say whether they are a part or a section


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart. ``annex2/II/3 (a)`` is ``Label(2, section="II", number="3", items=("a",))``.

    Attributes:
        attached: which annex or embedded text, from 1; 0 for the only one; None for the main text.
        part: the letter of a part of a composite resolution: ``A``.
        section: its numeral where its paragraphs are counted anew: ``II``; ``article 5``, ``appendix i``.
        stretch: tells apart counts begun anew that no numeral tells apart: 2 in ``s2/1``; 0 for none.
        series: what the number counts; None for a label of a part, section or annex as a whole.
        number: ``8``, ``1`` of ``pp1``, ``a`` of ``fna``; empty for what stands alone.
        items: the numbers of the sub-paragraph from the outermost down: ``a``, ``i``.
        count: 2 for the second place that would have the same label, ``8 (2)``; else 1.
        continued: 1 for the first text that goes on with a paragraph after its sub-paragraphs, ``8 (cont)``;
            2 for the next, ``8 (cont 2)``; else 0.
    """

    attached: int | None = None
    part: str = ""
    section: str = ""
    stretch: int = 0
    series: Series | None = None
    number: str = ""
    items: tuple[str, ...] = ()
    count: int = 1
    continued: int = 0

    @classmethod
    def parse(cls, text: str, *, part: str = "", depth: int | None = None) -> Label:
        """The label that a text names; what is neither number nor annex nor part is a section.

        Args:
            text: ``8 (a)``, ``II/3``, ``annex``.
            part: the letter of the part that the place stands in. It tells part I from section I, which print
                alike; without it ``I``, ``V`` and ``X`` are sections and other letters parts.
            depth: the degree of the paragraph. It tells item 2 from the second place of one label, which print
                alike, ``8 (2)``; without it every number in brackets is an item.

        >>> found = Label.parse("annex2/II/3 (a)")
        >>> found.attached, found.section, found.number, found.items
        (2, 'II', '3', ('a',))
        >>> Label.parse("8 (2)").items, Label.parse("8 (2)", depth=0).count
        (('2',), 2)
        """
        *scopes, name = text.split("/")
        found = _NAME.fullmatch(name)
        values = _scopes(scopes if found else [*scopes, name], part)
        if not found:
            return cls(**values)
        items = tuple(re.findall(r"\(([^()]*)\)", found["items"]))
        count = int(found["again"] or 1)
        if depth is not None and len(items) > depth:
            items, count = items[:-1], int(items[-1])
        series = Series.NOTE if found["note"] else Series(found["single"] or found["series"] or "")
        number = found["number"] or found["note"] or ""
        continued = 0 if found["rest"] is None else int(found["continued"] or 1)
        return cls(**values, series=series, number=number, items=items, count=count, continued=continued)

    @property
    def scopes(self) -> tuple[str, ...]:
        """What stands before the number within a text: part, section and stretch, ``II`` and ``s2`` of ``II/s2/1``."""
        return tuple(filter(None, (self.part, self.section, f"s{self.stretch}" if self.stretch else "")))

    @property
    def stem(self) -> str:
        """The name of the paragraph without what stands before and below it: ``8``, ``pp1``, ``op``."""
        return f"{self.series or ''}{self.number}"

    @property
    def anchor(self) -> str:
        """Its form in an address: ``op8``, ``op8-a-i``, ``II-op3``; in an annex ``p5``, and ``u1`` without a number.

        >>> [Label.parse(label).anchor for label in ("8 (a) (i)", "II/3", "pp1", "annex/5", "annex/p1", "8 (cont)")]
        ['op8-a-i', 'II-op3', 'pp1', 'p5', 'u1', 'op8-cont']
        """
        stem = self.stem
        if self.series is Series.NUMBERED:
            stem = f"op{stem}" if self.attached is None else f"p{stem}"
        elif self.attached is not None:
            stem = f"u{stem.removeprefix('p')}"  # p1 is the paragraph numbered 1; u1 the first without a number
        counts = [str(self.count)] * (self.count > 1) + _continued(self.continued)
        return "-".join(re.sub(r"\W+", "-", each).strip("-") for each in [*self.scopes, stem, *self.items, *counts])

    def __str__(self) -> str:
        """The label as the export has it, unique in its resolution."""
        return _printed(self)

    def name(self) -> str:
        """It without what stands before it: ``8 (a)``."""
        if self.series is Series.NOTE:
            return self.stem + f"-{self.count}" * (self.count > 1)
        below = [*self.items, *[str(self.count)] * (self.count > 1)]
        rest = [" ".join(_continued(self.continued))] * bool(self.continued)
        return " ".join([self.stem, *(f"({each})" for each in [*below, *rest])])


@cache  # of a thousand resolutions most have the same few hundred
def _printed(label: Label) -> str:
    annex = [] if label.attached is None else [f"annex{label.attached or ''}"]
    return "/".join([*annex, *label.scopes, *([] if label.series is None else [label.name()])])


def _scopes(words: list[str], part: str) -> dict[str, Any]:
    """Annex, part, section and stretch of what stands before a number."""
    out: dict[str, Any] = {}
    for word in words:
        found = _SCOPE.fullmatch(word)
        if found is None:
            continue
        if found["annex"] is not None:
            out["attached"] = int(found["annex"] or 0)
        elif found["part"] and not out.keys() & {"part", "section"} and (word == part or word not in _SECTIONS):
            out["part"] = word
        elif found["stretch"]:
            out["stretch"] = int(found["stretch"])
        else:
            out["section"] = word
    return out


def seen_from(label: str, place: str) -> list[str]:
    """The labels that a name can mean in a place, the widest first.

    >>> seen_from("3 (a)", "B/II/5")
    ['3 (a)', 'B/3 (a)', 'B/II/3 (a)']
    """
    scopes = place.split("/")[:-1]
    return ["/".join([*scopes[:depth], label]) for depth in range(len(scopes) + 1)]


def counts_anew(section: str, labels: Iterable[str]) -> bool:
    """Whether a section has paragraphs of its own counting: labels such as ``II/3``.

    >>> counts_anew("II", ["1", "A/II/1"]), counts_anew("II", ["1", "II"])
    (True, False)
    """
    return any(section in label.split("/")[:-1] for label in labels)


def _continued(times: int) -> list[str]:
    return [] if not times else ["cont"] if times == 1 else ["cont", str(times)]
