"""Chance that falls the same way everywhere: only ``random()`` of a seeded generator, whose values Python promises."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A seeded source of choices."""

    def __init__(self, seed: int) -> None:
        self.share = random.Random(seed).random  # noqa: S311  (nothing here is secret)

    def chance(self, probability: float) -> bool:
        """True as often as told."""
        return self.share() < probability

    def whole(self, first: int, last: int) -> int:
        """A whole number, both ends included."""
        return first + int(self.share() * (last - first + 1))

    def pick(self, choices: Sequence[T]) -> T:
        """One of several, all alike."""
        return choices[int(self.share() * len(choices))]

    def weighted(self, steps: Sequence[float]) -> int:
        """The place of a choice, by the sums that ``sums`` gives."""
        return min(bisect_right(steps, self.share() * steps[-1]), len(steps) - 1)

    def drawn(self, quantiles: Sequence[int], rank: float | None = None) -> int:
        """A whole number spread like those whose quantiles, evenly spaced, are given; at a rank if told."""
        place = (self.share() if rank is None else rank) * (len(quantiles) - 1)
        low = min(int(place), len(quantiles) - 2)
        way = place - low
        if low == len(quantiles) - 2:
            way = way * way * way * way  # the greatest is far from the rest
        return int(quantiles[low] + way * (quantiles[low + 1] - quantiles[low]) + 0.5)


def sums(weights: Iterable[float]) -> list[float]:
    """Running totals, for ``Dice.weighted``."""
    return list(accumulate(weights))


BEND = 1000


def zipf(count: int) -> list[float]:
    """Running totals of 1, 1/2, 1/3 …, as often as words are used by their rank; rare ones are still rarer."""
    return sums(1 / rank if rank < BEND else BEND / (rank * rank) for rank in range(1, count + 1))
