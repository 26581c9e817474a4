"""Which words changed between two texts.

In: plain words. Out: ``Difference`` values: stretches that were kept, removed or added, with their places in
both texts. Differences are of words: blanks, punctuation and the hyphens of the print are no change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from unres.compare.words import Alphabet, Word, is_same, masked, words_of

_ISLAND = 3  # a kept stretch of at most so many common words between changes is shown as changed
_REWRITTEN = 2 / 3  # above it, a text is shown whole before and whole after


class Change(StrEnum):
    """What happened to a stretch of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with one fate: offsets into the text that has it, the newer one for what was kept."""

    change: Change
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of the words of a text.

    Attributes:
        stretches: in reading order, a removed one before the added one that took its place.
        removed: how many words are gone.
        added: how many are new.
        routine: whether only dates, sessions, ordinals and numbers differ.
    """

    stretches: tuple[Piece, ...]
    removed: int
    added: int
    routine: bool

    @property
    def changed(self) -> bool:
        """Whether any word differs."""
        return bool(self.removed or self.added)


def difference(old: str, new: str) -> Difference:
    """What became of the words of ``old`` in ``new``.

    Every word of both texts stands in one stretch, except that what was kept is told once, by the new text.
    """
    if is_same(old, new):
        whole = Piece(Change.KEPT, 0, len(new))
        return Difference((whole,) if new else (), 0, 0, routine=False)
    before, after = words_of(old), words_of(new)
    steps = _steps([word.key for word in before], [word.key for word in after])
    steps = _without_islands(steps, before)
    removed = sum(end - start for kept, (start, end), _ in steps if not kept)
    added = sum(end - start for kept, _, (start, end) in steps if not kept)
    if removed + added > _REWRITTEN * (len(before) + len(after)):
        steps, removed, added = [(False, (0, len(before)), (0, len(after)))], len(before), len(after)
    return Difference(tuple(_stretches(steps, old, new)), removed, added, masked(old) == masked(new))


Step = tuple[bool, tuple[int, int], tuple[int, int]]  # kept or not; from and to word, in the old and in the new text


def _steps(old: list[str], new: list[str]) -> list[Step]:
    """Kept and changed stretches in turn; the same ones whichever of the two texts is the older."""
    if new < old:  # of several ways that are as short, the library takes one by the order of its arguments
        return [(kept, theirs, ours) for kept, ours, theirs in _steps(new, old)]
    steps: list[Step] = []
    alphabet = Alphabet()
    for code in Indel.opcodes(alphabet.write(old), alphabet.write(new)):
        kept = code.tag == "equal"
        span = (code.src_start, code.src_end), (code.dest_start, code.dest_end)
        if steps and steps[-1][0] == kept:
            _, (old_start, _), (new_start, _) = steps.pop()
            span = (old_start, code.src_end), (new_start, code.dest_end)
        steps.append((kept, *span))
    return steps


def _without_islands(steps: Sequence[Step], before: Sequence[Word]) -> list[Step]:
    """Counts a few common words inside a rewritten stretch as changed: they are the same by chance."""
    out: list[Step] = []
    for at, (kept, old, new) in enumerate(steps):
        inner = 0 < at < len(steps) - 1
        island = kept and inner and old[1] - old[0] <= _ISLAND and not any(w.content for w in before[slice(*old)])
        change = not kept or (island and _is_rewritten(steps[at - 1]) and _is_rewritten(steps[at + 1]))
        if change and out and not out[-1][0]:
            _, (old_start, _), (new_start, _) = out.pop()
            out.append((False, (old_start, old[1]), (new_start, new[1])))
        else:
            out.append((not change, old, new))
    return out


def _is_rewritten(step: Step) -> bool:
    """Whether a change both took and gave: an insertion alone leaves what stands around it as it was."""
    _, old, new = step
    return old[0] < old[1] and new[0] < new[1]


def _stretches(steps: Sequence[Step], old: str, new: str) -> Iterator[Piece]:
    """The steps as places in the texts: those of the newer one follow each other without a gap.

    The signs between two words go with the word after them, so that what is taken out leaves no double blank;
    where one word takes another's place after the same signs, these are kept.
    """
    before, after = words_of(old), words_of(new)
    old_at = new_at = 0
    for number, (kept, (old_start, old_end), (new_start, new_end)) in enumerate(steps):
        first, last = number == 0, number == len(steps) - 1
        old_to = _end(old, before, old_end, through=last or (first and not kept)) if old_end > old_start else old_at
        new_to = _end(new, after, new_end, through=last or (first and not kept)) if new_end > new_start else new_at
        gap = _gap(old, before, old_start, old_at) if old_to > old_at and new_to > new_at else ""
        if not kept and gap and gap == _gap(new, after, new_start, new_at):
            yield Piece(Change.KEPT, new_at, new_at + len(gap))
            old_at, new_at = old_at + len(gap), new_at + len(gap)
        if not kept and old_to > old_at:
            yield Piece(Change.REMOVED, old_at, old_to)
        if new_to > new_at:
            yield Piece(Change.KEPT if kept else Change.ADDED, new_at, new_to)
        old_at, new_at = old_to, new_to
    if new_at < len(new):
        yield Piece(Change.KEPT, new_at, len(new))


def _gap(text: str, words: Sequence[Word], count: int, at: int) -> str:
    """The signs between a place and the word after so many first words."""
    return text[at : words[count].start]


def _end(text: str, words: Sequence[Word], count: int, *, through: bool) -> int:
    """Where a stretch of so many first words ends: after its last word, or ``through`` the signs up to the next."""
    if not through:
        return words[count - 1].end
    return words[count].start if count < len(words) else len(text)
