"""A place in a resolution as the styles write it: ``para. 8 (a)``, ``¶ 8(a)``, ``second preambular paragraph``.

In: a label. Out: words. What a style writes is in ``pinpoints.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from unres.datafile import read_data
from unres.label import Label, Series
from unres.numbering import ordinal, roman, to_roman

# A paragraph of an annex that prints no number is not counted by anyone, so it has no words here
_KINDS = {
    Series.NUMBERED: "paragraph",
    Series.PREAMBULAR: "preambular",
    Series.SOLE: "sole",
    Series.NOTE: "note",
}


@cache
def pinpoint(label: Label, style: str) -> str:
    """A place as a style writes it; empty if the citation of the resolution is all that can be said.

    ``8 (a)`` is ``para. 8 (a)`` in the style of the United Nations. A part is cited with the resolution's number.

    >>> [pinpoint(Label.parse(label), "un") for label in ("8 (a)", "pp2", "annex2/II/5", "annex/p1")]
    ['para. 8 (a)', 'second preambular paragraph', 'annex II, sect. II, para. 5', 'annex']
    """
    words: dict[str, str] = read_data("unres.cite", "pinpoints.toml")[style]
    return words["join"].join(_steps(label, words))


def _steps(label: Label, words: dict[str, str]) -> Iterator[str]:
    if label.attached is not None:
        number = to_roman(label.attached)
        yield words["annexes"].format(n=number) if number else words["annex"]
    if roman(label.section):
        yield words["section"].format(n=label.section)
    if kind := _KINDS.get(label.series) if label.series is not None else None:
        subs = list(_subs(label))
        number = words["sub"].join([label.number, *subs])
        nth = ordinal(int(label.number)) if label.number.isdigit() else label.number
        below = f", {words.get('subs', '').format(subs=' '.join(subs))}" if subs else ""
        yield words[kind].format(n=number, nth=nth, subs=below)


def _subs(label: Label) -> Iterator[str]:
    """The sub-paragraph as printed: ``(a)``, ``(i)``, then ``a.``, ``i.`` in the third and fourth degrees."""
    items = label.items
    if items and items[-1].isdigit():
        items = items[:-1]  # counted by us, to tell items without a number apart: not to be cited
    yield from (f"({item})" if degree < 2 else f"{item}." for degree, item in enumerate(items))
