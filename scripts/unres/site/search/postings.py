"""Lists of documents as short texts.

In: postings as an ``Index`` has them. Out: a text, which ``docs/assets/search/index.js`` reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from unres.site.search.index import LEVEL_RANGE

# Numbers are written in digits of base 46: every sign of ASCII that needs no escape in a string,
# the first half for last digits, the second for those before. The last sign marks a level.
SIGNS = "".join(chr(c) for c in range(32, 127) if chr(c) not in '"\\')
_BASE = 46
_LEVEL = SIGNS[2 * _BASE]


def _digits(number: int) -> str:
    out = SIGNS[number % _BASE]
    while number := number // _BASE:
        out = SIGNS[_BASE + number % _BASE] + out
    return out


_SMALL = [_digits(number) for number in range(_BASE * _BASE)]  # most steps are small


def encode(numbers: Iterable[int]) -> str:
    """Ascending numbers as the steps between them."""
    last, out = -1, []
    for number in numbers:
        step = number - last - 1
        last = number
        out.append(_SMALL[step] if step < len(_SMALL) else _digits(step))
    return "".join(out)


def postings(found: Sequence[int], unmarked: int = 0) -> str:
    """Documents by level, highest first; the level that most have, if it is known, comes without its mark.

    Args:
        found: postings as an ``Index`` has them.
        unmarked: the level that comes without its mark.
    """
    if len(found) == 1:  # as for most links
        number, level = divmod(found[0], LEVEL_RANGE)
        digits = _SMALL[number] if number < len(_SMALL) else _digits(number)
        return digits if level == unmarked else _LEVEL + SIGNS[level] + digits
    levels: dict[int, list[int]] = {}
    for posting in found:
        levels.setdefault(posting % LEVEL_RANGE, []).append(posting // LEVEL_RANGE)
    first = encode(levels.pop(unmarked, ()))
    return first + "".join(
        _LEVEL + SIGNS[level] + encode(numbers) for level, numbers in sorted(levels.items(), reverse=True)
    )
