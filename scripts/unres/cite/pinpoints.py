"""A place in a resolution as the styles write it: ``para. 8 (a)``, ``¶ 8(a)``, ``second preambular paragraph``.

In: a label of the model. Out: words. What a style writes is in ``pinpoints.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from unres.numbering import ordinal, roman, to_roman


@dataclass(frozen=True, slots=True)
class Place:
    """What a label names, taken apart.

    Attributes:
        part: the letter of a composite resolution's part, cited with the number: ``A``.
        annex: the annex's number, 0 for the only one; None outside annexes.
        section: its numeral, empty if numbers run through the sections.
        kind: ``paragraph``, ``preambular``, ``sole``, ``note``; empty for a place that has no number of its own.
        number: as counted: ``8``.
        subs: ``(a)``, ``(i)``.
    """

    part: str = ""
    annex: int | None = None
    section: str = ""
    kind: str = ""
    number: str = ""
    subs: tuple[str, ...] = ()


_NAME = re.compile(r"(?P<kind>pp|op|p|fn|)(?P<number>\d*|(?<=fn)\S+)(?P<subs>(?: \((?!cont\))[^)]+\))*)(?: \(cont\))?")
_KINDS = {"pp": "preambular", "op": "sole", "": "paragraph", "fn": "note"}


@cache
def place_of(label: str) -> Place:
    """The place that a label names: ``8 (a)``, ``pp2``, ``A/II/3``, ``annex2/5``, ``fn3``."""
    *prefix, name = label.split("/")
    found = _NAME.fullmatch(name)
    part = section = ""
    annex: int | None = None
    for word in prefix:
        if numbered := re.fullmatch(r"annex(\d*)", word):
            annex = int(numbered[1] or 0)
        elif re.fullmatch(r"[A-HJ-UWYZ]", word):
            part = word  # of a composite resolution; I, V and X are numerals of sections
        elif roman(word):
            section = word
    if not found or (not found["number"] and found["kind"] != "op"):
        return Place(part, annex, section)
    kind = _KINDS.get(found["kind"], "")  # a paragraph of an annex that carries no number is not counted by anyone
    subs = tuple(re.findall(r"\([^)]+\)", found["subs"]))
    if re.fullmatch(r"\(\d+\)", subs[-1] if subs else ""):
        subs = subs[:-1]  # the second paragraph of one number: ours to tell apart, not to be cited
    subs = (*subs[:2], *(f"{sub[1:-1]}." for sub in subs[2:]))  # the third and fourth degrees are printed so
    return Place(part, annex, section, kind, found["number"] if kind else "", subs if kind else ())


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("unres.cite") / "pinpoints.toml").read_text(encoding="utf-8"))


@cache
def written(place: Place, style: str) -> str:
    """A place as a style writes it; empty if the citation of the resolution is all that can be said."""
    words = _words()[style]
    return words["join"].join(_steps(place, words))


def _steps(place: Place, words: dict[str, str]) -> Iterator[str]:
    if place.annex is not None:
        number = to_roman(place.annex)
        yield words["annexes"].format(n=number) if number else words["annex"]
    if place.section:
        yield words["section"].format(n=place.section)
    if place.kind:
        number = words["sub"].join([place.number, *place.subs])
        nth = ordinal(int(place.number)) if place.number.isdigit() else place.number
        subs = f", {words.get('subs', '').format(subs=' '.join(place.subs))}" if place.subs else ""
        yield words[place.kind].format(n=number, nth=nth, subs=subs)
