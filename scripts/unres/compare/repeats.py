"""The same words in several resolutions that do not follow each other: reviewers of mandates look for them.

In: a collection, and which series each resolution stands in. Out: for each paragraph that stands elsewhere too, the
places there. Paragraphs are the same if they have the same letters and figures in the same order. What comes up again
in one's own series is no news.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from unres.collection import Citation, Collection, Entry
from unres.compare.align import compared
from unres.compare.words import bare_letters
from unres.model import Paragraph

_FEWEST = 60  # letters; shorter words are a form that every resolution may have
_SHOWN = 4  # places


@dataclass(frozen=True, slots=True)
class Repeat:
    """Where the words of a paragraph stand too.

    Attributes:
        places: the newest place of each other series, the newest first, and no more than a reader wants to see.
        more: how many other series have them besides.
    """

    places: tuple[Citation, ...]
    more: int


def repeats(collection: Collection, series: Mapping[str, str]) -> dict[str, dict[str, Repeat]]:
    """What is repeated of each resolution, by its symbol and the label of the paragraph.

    Args:
        collection: what is held.
        series: the name of the series of each resolution that stands in one.
    """
    groups: dict[str, list[tuple[str, Entry, Paragraph]]] = {}
    for entry in collection:
        name = series.get(str(entry.symbol), str(entry.symbol))
        for paragraph in compared(entry.resolution):
            words = bare_letters(paragraph.text.plain)
            if len(words) >= _FEWEST:
                groups.setdefault(words, []).append((name, entry, paragraph))
    found: dict[str, dict[str, Repeat]] = {}
    for group in groups.values():
        if len({name for name, _, _ in group}) == 1:  # as nearly every one
            continue
        newest: dict[str, Citation] = {}  # by series, the newest last
        for name, entry, paragraph in group:
            newest.pop(name, None)
            newest[name] = _place(entry, paragraph)
        for name, entry, paragraph in group:
            others = [newest[other] for other in list(reversed(newest))[: _SHOWN + 1] if other != name][:_SHOWN]
            repeat = Repeat(tuple(others), len(newest) - 1 - len(others))
            found.setdefault(str(entry.symbol), {})[str(paragraph.label)] = repeat
    return found


def _place(entry: Entry, paragraph: Paragraph) -> Citation:
    number = entry.resolution.masthead.number
    return Citation(str(entry.symbol), number, paragraph.label, entry.places[paragraph.label])
