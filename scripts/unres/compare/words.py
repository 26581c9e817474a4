"""The words of a text as they are compared: blanks, punctuation and the hyphens of the print are no part of them.

In: plain words. Out: words with their places, and the keys by which two are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from unres.dates import MONTHS
from unres.numbering import ordinal

# Inner signs keep a symbol, an amount or a compound whole: 62/160, A/RES/62/160, 2.5, non-governmental, Assembly’s
_WORD = re.compile(r"[^\W_]+(?:[./,'’\-‐‑][^\W_]+)*")
_HYPHEN = re.compile(r"[\-‐‑]")
_MONTHS = frozenset(month.casefold() for month in MONTHS)
_ORDINALS = frozenset([*map(ordinal, range(1, 100)), "hundredth"])
# Words that say little by themselves: a stretch of nothing else between two changes is no island of what was kept.
COMMON = frozenset(
    "a all also an and any as at be been by for from has have in including inter alia into is it its of on or "
    "other such that the their them these they this those through to under was well were where which who whom "
    "will with".split()
)
NUMBER = "#"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, and what it is compared by."""

    start: int
    end: int
    key: str

    @property
    def content(self) -> bool:
        """Whether it says something by itself: ``migrants`` does, ``the`` does not."""
        return self.key not in COMMON


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text.

    >>> [word.key for word in words_of("Its non‑governmental bodies’ report (A/62/439).")]
    ['its', 'nongovernmental', 'bodies', 'report', 'a/62/439']
    """
    return tuple(Word(found.start(), found.end(), _key(found[0])) for found in _WORD.finditer(text))


@cache  # texts say the same few thousand words again and again
def _key(word: str) -> str:
    """What a word is compared by: ``Co‑operation`` and ``cooperation`` are one word in two prints."""
    return _HYPHEN.sub("", word).replace("’", "'").casefold()


def masked(text: str) -> list[str]:
    """The keys of a text's words, with one sign for all that changes from year to year by itself.

    >>> masked("resolution 61/168 at its seventy-ninth session in March")
    ['resolution', '#', 'at', 'its', '#', 'session', 'in', '#']
    """
    return [_masked(word) for word in _WORD.findall(text)]


def telling(text: str) -> list[str]:
    """The same without the words that say little by themselves; of a text of nothing else, all of them.

    >>> telling("of the seventy-ninth session"), telling("of the")
    (['#', 'session'], ['of', 'the'])
    """
    words = masked(text)
    return [word for word in words if word not in COMMON] or words


@cache
def _masked(word: str) -> str:
    plain = re.sub(r"[‐‑]", "-", word).casefold()
    is_month = plain in _MONTHS and word[0].isupper()  # not the verb "may"
    changes = is_month or plain in _ORDINALS or any(sign.isdigit() for sign in plain)
    return NUMBER if changes else _key(word)


def is_same(old: str, new: str) -> bool:
    """Whether two texts have the same letters and figures in the same order.

    >>> is_same("decision-making, inter alia;", "decision making inter alia.")
    True
    """
    return old == new or bare_letters(old) == bare_letters(new)


def bare_letters(text: str) -> str:
    """The letters and figures of a text, by which it is the same as another.

    >>> bare_letters("Decision-making, inter alia;")
    'decisionmakinginteralia'
    """
    return re.sub(r"[\W_]+", "", text).casefold()


class Alphabet:
    """Writes each word as one character, so that a library for strings compares words."""

    def __init__(self) -> None:
        self._signs: dict[str, str] = {}

    def write(self, keys: Iterable[str]) -> str:
        """A text as a string with one character a word."""
        # from 0x10000 on: no surrogates, and room for a million words
        return "".join(self._signs.setdefault(key, chr(0x10000 + len(self._signs))) for key in keys)
