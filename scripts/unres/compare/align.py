"""Which paragraph of an older resolution each paragraph of a newer one was drafted from.

In: two resolutions. Out: pairs, in which every paragraph and sub-paragraph of both stands exactly once. Most
paragraphs keep their order from year to year, so the best chain in reading order comes first; what is left over
may have moved, been split or been merged.

Headings, annexes and the enacting words are left out: they are not what drafters negotiate paragraph by paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz.distance import LCSseq

from unres.compare.words import Alphabet, is_same, telling
from unres.model import Kind, Paragraph, Resolution

COMPARED = (Kind.PREAMBULAR, Kind.OPERATIVE)


class Status(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs that correspond.

    Attributes:
        new: of the newer text; none if the paragraph is gone, several if it was split.
        old: of the older text; none if the paragraph is new, several if they were merged.
        status: what became of it.
        moved: whether it stands out of the order that the others keep.
    """

    new: tuple[Paragraph, ...]
    old: tuple[Paragraph, ...]
    status: Status
    moved: bool = False


_ALIKE = 0.42  # from here on two paragraphs can be one and the same in two years
_ALIKE_ELSEWHERE = 0.62  # out of order the words have to say more
_GROWN = 3  # a paragraph seldom grows to more than so many times its length
_INSIDE = 0.6  # so much of a paragraph's words stand in another that it was merged into it, or split off
_FEWEST = 5  # words that say something, for a paragraph to be found inside another
_NEAR = 3  # a split or merged paragraph stands no farther from its other half


@dataclass(slots=True)
class _Unit:
    """A paragraph as it is compared: its words as characters, and the paragraph that it hangs on."""

    paragraph: Paragraph
    words: str  # the words that say something, one character each
    parent: int = -1


def compared(resolution: Resolution) -> tuple[Paragraph, ...]:
    """The paragraphs that are compared, in reading order."""
    return tuple(paragraph for paragraph in resolution.paragraphs if paragraph.kind in COMPARED)


def align(old: Resolution, new: Resolution) -> tuple[Pair, ...]:
    """The pairs of two resolutions: in the order of the newer text, then what is gone, in the older one's."""
    return _Alignment.of(compared(old), compared(new)).pairs()


@dataclass(slots=True)
class _Alignment:
    old: list[_Unit]
    new: list[_Unit]
    likeness: list[list[float]]  # by new and old
    match: dict[int, int] = field(default_factory=dict)  # new to old
    moved: set[int] = field(default_factory=set)
    split: dict[int, int] = field(default_factory=dict)  # a new one to the new one that it was split from
    merged: dict[int, int] = field(default_factory=dict)  # an old one to the new one that it was merged into

    @classmethod
    def of(cls, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> _Alignment:
        alphabet = Alphabet()
        before, after = list(_units(old, alphabet)), list(_units(new, alphabet))
        return cls(before, after, _likeness(before, after))

    def pairs(self) -> tuple[Pair, ...]:
        self.match = dict(_best_chain(self.likeness))
        self.leftovers()
        self.joins()
        return tuple(self.made())

    def leftovers(self) -> None:
        """Pairs what is left over, the most alike first: those paragraphs have moved."""
        taken = set(self.match.values())
        free = [
            (likeness, new, old)
            for new, row in enumerate(self.likeness)
            if new not in self.match
            for old, likeness in enumerate(row)
            if old not in taken and likeness >= _ALIKE_ELSEWHERE
        ]
        for _, new, old in sorted(free, key=lambda found: (-found[0], found[1], found[2])):
            if new not in self.match and old not in taken:
                self.match[new] = old
                self.moved.add(new)
                taken.add(old)

    def joins(self) -> None:
        """Finds what was split off from a paragraph, or merged into one, among what is still left over."""
        back = {old: new for new, old in self.match.items()}
        for new, unit in enumerate(self.new):
            if new not in self.match:
                near = [(self.match[other], other) for other in _around(new, len(self.new)) if other in self.match]
                self.split |= _joined(new, unit, near, self.old, self.new)
        for old, unit in enumerate(self.old):
            if old not in back:
                near = [(back[other], other) for other in _around(old, len(self.old)) if other in back]
                found = _joined(old, unit, near, self.new, self.old)
                self.merged |= {old: back[other] for old, other in found.items()}

    def made(self) -> Iterator[Pair]:
        """The pairs that all this gives."""
        for new, unit in enumerate(self.new):
            if new in self.split:
                continue
            ours = sorted([new, *(part for part, first in self.split.items() if first == new)])
            theirs = sorted(
                [*([self.match[new]] if new in self.match else []), *(o for o, n in self.merged.items() if n == new)]
            )
            after = tuple(self.new[at].paragraph for at in ours)
            before = tuple(self.old[at].paragraph for at in theirs)
            if not before:
                yield Pair(after, (), Status.NEW)
                continue
            same = len(after) == len(before) == 1 and is_same(before[0].text.plain, unit.paragraph.text.plain)
            yield Pair(after, before, Status.SAME if same else Status.CHANGED, new in self.moved)
        kept = {*self.match.values(), *self.merged}
        yield from (Pair((), (unit.paragraph,), Status.GONE) for at, unit in enumerate(self.old) if at not in kept)


def _units(paragraphs: Sequence[Paragraph], alphabet: Alphabet) -> Iterator[_Unit]:
    last: dict[int, int] = {}  # by depth
    for at, paragraph in enumerate(paragraphs):
        parent = last.get(paragraph.depth - 1, -1) if paragraph.depth else -1
        last[paragraph.depth] = at
        yield _Unit(paragraph, alphabet.write(telling(paragraph.text.plain)), parent)


def _likeness(old: Sequence[_Unit], new: Sequence[_Unit]) -> list[list[float]]:
    """How alike each two are, from 0 to 1: by their words, and a little by what they hang on and are called."""
    bare = [[_words_alike(after.words, before.words) for before in old] for after in new]
    return [
        [_in_context(bare, (at, before_at), after, before) for before_at, before in enumerate(old)]
        for at, after in enumerate(new)
    ]


def _in_context(bare: Sequence[Sequence[float]], at: tuple[int, int], new: _Unit, old: _Unit) -> float:
    likeness = bare[at[0]][at[1]]
    if not likeness:
        return 0
    if new.parent >= 0 and old.parent >= 0:
        likeness = 0.8 * likeness + 0.2 * bare[new.parent][old.parent]
    elif (new.parent >= 0) != (old.parent >= 0):
        likeness *= 0.9
    if new.paragraph.kind is not old.paragraph.kind:
        likeness *= 0.9
    return likeness


def _words_alike(new: str, old: str) -> float:
    """The share of words in the same order; of the shorter text, a little less, where a paragraph has grown."""
    if not new or not old:
        return float(new == old)
    shared = LCSseq.similarity(new, old)
    short, long = sorted((len(new), len(old)))
    whole = 2 * shared / (short + long)
    # in a text many times as long, some words of any other stand in the same order by chance
    return max(whole, 0.75 * shared / short) if short >= _FEWEST and long <= _GROWN * short else whole


def _best_chain(likeness: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs in reading order, new and old, that are most alike in all."""
    width = len(likeness[0]) if likeness else 0
    best = [[0.0] * (width + 1)]
    for row in likeness:
        above, line = best[-1], [0.0]
        for at, value in enumerate(row):
            gain = above[at] + value - _ALIKE / 2 if value >= _ALIKE else 0.0
            line.append(max(above[at + 1], line[at], gain))
        best.append(line)
    pairs: list[tuple[int, int]] = []
    new, old = len(likeness), width
    while new and old:
        if best[new][old] == best[new - 1][old]:
            new -= 1
        elif best[new][old] == best[new][old - 1]:
            old -= 1
        else:
            new, old = new - 1, old - 1
            pairs.append((new, old))
    return pairs[::-1]


def _around(at: int, count: int) -> Iterable[int]:
    """The neighbours of a place, the nearest first."""
    return (other for step in range(1, _NEAR + 1) for other in (at - step, at + step) if 0 <= other < count)


def _joined(
    at: int, unit: _Unit, near: Iterable[tuple[int, int]], there: Sequence[_Unit], here: Sequence[_Unit]
) -> dict[int, int]:
    """The neighbour with which a paragraph was one on the other side, if its words stand in what that one left.

    Args:
        at: the paragraph's place on its side.
        unit: it.
        near: neighbours that have a partner: the partner's place there, and their own here.
        there: the other side.
        here: its own side.
    """
    if len(unit.words) < _FEWEST:
        return {}
    for partner, other in near:
        rest = _left_over(there[partner].words, here[other].words)
        if LCSseq.similarity(unit.words, rest) >= _INSIDE * len(unit.words):
            return {at: other}
    return {}


def _left_over(whole: str, part: str) -> str:
    """What stands in a text besides the words that it shares, in order, with another."""
    return "".join(whole[code.src_start : code.src_end] for code in LCSseq.opcodes(whole, part) if code.tag == "delete")
