"""Two resolutions compared: every pair of paragraphs with the words that changed, and what it comes to.

In: two resolutions. Out: a ``Comparison``, which pages, commands and exports write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from unres.compare.align import Pair, Status, align, compared
from unres.compare.stretches import Change, Difference, difference
from unres.errors import UnresError
from unres.model import Paragraph, Resolution


class CompareError(UnresError):
    """Two texts that cannot be compared; the message says why."""


class Fate(StrEnum):
    """What became of a paragraph, as a reader sorts it: what needs reading first, what least last."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    ROUTINE = "routine"  # only dates, sessions, ordinals and numbers differ
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of a comparison.

    Attributes:
        pair: the paragraphs that correspond.
        difference: their words; of a split or merged paragraph, all of one side against all of the other.
        old: the older words, which the offsets of removed stretches count in.
        new: the newer words.
    """

    pair: Pair
    difference: Difference
    old: str
    new: str

    def side(self, change: Change) -> Iterator[tuple[Paragraph, list[tuple[int, int]]]]:
        """The paragraphs of one side, each with its words that the other lacks; none where there is no other side.

        Args:
            change: ``REMOVED`` for the older side, ``ADDED`` for the newer.
        """
        start = 0
        stretches = self.difference.stretches if self.pair.old and self.pair.new else ()
        for paragraph in self.pair.old if change is Change.REMOVED else self.pair.new:
            end = start + len(paragraph.text.plain)
            places = [
                (max(piece.start, start) - start, min(piece.end, end) - start)
                for piece in stretches
                if piece.change is change and piece.start < end and piece.end > start
            ]
            yield paragraph, places
            start = end + 1  # they are compared as lines

    @property
    def fate(self) -> Fate:
        """What became of it."""
        if self.pair.status is Status.CHANGED and self.difference.routine:
            return Fate.ROUTINE
        return Fate(self.pair.status)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two resolutions and what became of each paragraph, in the order of the newer text."""

    old: Resolution
    new: Resolution
    rows: tuple[Row, ...]

    @property
    def counts(self) -> Counter[Fate]:
        """How many rows have each fate."""
        return Counter(row.fate for row in self.rows)

    @property
    def in_reading_order(self) -> tuple[Row, ...]:
        """The rows in the order of the newer text, what is gone after the paragraph that it stood behind."""
        stays = {p.label: at for at, row in enumerate(self.rows) if _stays(row) for p in row.pair.old}
        after: dict[int, list[Row]] = {}
        gone = {row.pair.old[0].label: row for row in self.rows if not row.pair.new}
        last = -1
        for paragraph in compared(self.old):
            last = stays.get(paragraph.label, last)
            if paragraph.label in gone:
                after.setdefault(last, []).append(gone[paragraph.label])
        ordered = list(after.get(-1, ()))
        for at, row in enumerate(self.rows):
            ordered += [row, *after.get(at, ())] if row.pair.new else []
        return tuple(ordered)

    @property
    def alike(self) -> bool:
        """Whether the texts have anything in common."""
        return any(row.pair.old and row.pair.new for row in self.rows)


def _stays(row: Row) -> bool:
    return bool(row.pair.new and row.pair.old) and not row.pair.moved


def compare(old: Resolution, new: Resolution) -> Comparison:
    """Compares two resolutions paragraph by paragraph.

    Raises:
        CompareError: as ``refuse_incomparable`` does.
    """
    refuse_incomparable(old, new)
    return Comparison(old, new, tuple(map(_row, align(old, new))))


def refuse_incomparable(old: Resolution, new: Resolution) -> None:
    """Sees that two resolutions can be compared.

    Raises:
        CompareError: they are in two languages, or one has no paragraph to compare.
    """
    if old.provenance.language != new.provenance.language:
        languages = f"{old.provenance.language} and {new.provenance.language}"
        raise CompareError(
            f"{old.path} and {new.path}: are in two languages ({languages}); compare texts of one language"
        )
    for resolution in (old, new):
        if not compared(resolution):
            raise CompareError(f"{resolution.path}: has no paragraph to compare; see unres check {resolution.path}")


def _row(pair: Pair) -> Row:
    old, new = lines_of(pair.old), lines_of(pair.new)
    return Row(pair, difference(old, new), old, new)


def lines_of(paragraphs: Sequence[Paragraph]) -> str:
    """The words of a side of a pair, a line a paragraph."""
    return "\n".join(paragraph.text.plain for paragraph in paragraphs)
