"""Words by which a slip is told from a word, and the short names of the United Nations.

In: in how many documents each word is printed, and ``acronyms.toml``. Out: what
``docs/assets/search/words.js`` corrects and widens a query with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import takewhile

from unres.datafile import read_data
from unres.site.search.terms import stem

COMMON = 8_000  # words that a slip is corrected to; more would be slower to load and rarely meant
SHORTEST = 4  # letters of a word that is corrected: shorter ones are too near to each other
_MOST_SHARED = 9  # letters that a word can share with the one before it, so that one digit says how many


def common_words(counts: Mapping[str, int]) -> dict[str, int]:
    """The commonest words of letters alone, with their counts, in the order of the alphabet."""
    words = [
        word for word in counts if len(word) >= SHORTEST and word.isascii() and word.isalpha() and counts[word] > 1
    ]
    chosen = sorted(words, key=lambda word: (-counts[word], word))[:COMMON]
    return {word: counts[word] for word in sorted(chosen)}


def packed(words: Mapping[str, int]) -> str:
    """Words in order as one text: how many letters each shares with the one before, its others, and how common it is.

    The last is a capital letter: A for 1, B for 2 and 3, C for 4 to 7 and so on.

    >>> packed({"right": 9, "rights": 300})
    '0rightD5sI'
    """
    out, last = [], ""
    for word, count in words.items():
        pairs = zip(word[:_MOST_SHARED], last, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        out.append(f"{shared}{word[shared:]}{chr(ord('A') + count.bit_length() - 1)}")
        last = word
    return "".join(out)


def stems_apart(words: Iterable[str]) -> dict[str, str]:
    """The stems of words that are long enough to be corrected, but for those that are their own.

    >>> stems_apart(["rights", "right", "is"])
    {'rights': 'right'}
    """
    return {word: term for word in words if len(word) >= SHORTEST and (term := stem(word)) != word}


def rare_words(stems: Mapping[str, str], common: Mapping[str, int]) -> dict[str, list[str]]:
    """The other words by their stems; those that are their own a list of stems tells already."""
    found: dict[str, list[str]] = {}
    for word in sorted(stems.keys() - common.keys()):
        found.setdefault(stems[word], []).append(word)
    return found


@cache
def acronyms() -> dict[str, object]:
    """Short names with what they stand for, and those that are words as well."""
    words, *sources = read_data("unres.site.search", "acronyms.toml").values()
    return {"words": words, "names": {short: long for source in sources for short, long in source.items()}}
