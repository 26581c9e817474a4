"""The terms of a text: what search finds it by.

In: plain text. Out: tokens in reading order. A reader types what the document prints, or nearly, so
both sides are brought to one form: no capitals, no accents, one kind of hyphen and blank, words cut
to their stems. ``docs/assets/search/terms.js`` does the same to what is typed; a browser test holds
the two together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")

# Words that stand in nearly every paragraph: they find nothing, and their lists would be the longest.
STOP = frozenset("a all an and as at be by for from has in is it its of on or that the their this to with".split())

# A number with the session or year that belongs to it: "217 A (III)", "1325 (2000)"
_SESSION = r"\((?:s-)?(?:[ivxl]+|\d{4})\)"
_NUMBERED = rf"\d+(?:\s?[a-z])?\s?{_SESSION}"
# A document symbol: parts between slashes. A hyphen before another symbol joins two of them:
# E/CN.4/2001/2-E/CN.4/Sub.2/2000/46; that of A/RES/S-10/2 belongs to it.
_PART = r"[^\W_]+(?:(?:\.|-(?![a-z]+/))[^\W_]+)*"
_SYMBOL = rf"{_PART}(?:/{_PART})+(?:\s?{_SESSION}|\([^\W_]+\))?"
_TOKEN = re.compile(rf"(?P<numbered>{_NUMBERED})|(?P<symbol>{_SYMBOL})|(?P<word>[^\W_]+(?:'[^\W\d_]+)?)", re.IGNORECASE)
_QUOTES = str.maketrans("‘’ʼ‐‑‒–—", "'''-----")
_ACCENTS = re.compile(r"[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Searched:
    """A word, number or symbol of a text.

    Attributes:
        term: the form that phrases are made of.
        forms: every form that it is found by, ``term`` among them.
        word: a word as printed, folded; empty for numbers and symbols.
    """

    term: str
    forms: tuple[str, ...]
    word: str = ""


def fold(text: str) -> str:
    """Lower case without accents, with plain hyphens, apostrophes and blanks."""
    text = text.translate(_QUOTES)
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return text.lower()


@cache  # a collection has few words, each many times
def stem(word: str) -> str:
    """A folded word without its ending; a word with a digit in it stays as it is."""
    return _STEMMER.stemWord(word) if word.replace("'", "").isalpha() else word


def tokens(text: str) -> list[Searched]:
    """The tokens of a text in reading order."""
    out: list[Searched] = []
    for found in _TOKEN.finditer(unicodedata.normalize("NFC", text).translate(_QUOTES)):
        printed = found[0]
        if found.lastgroup == "word":
            out.append(_word(printed))
        elif found.lastgroup == "numbered":
            out.append(_numbered(fold(printed)))
        elif any(map(str.isnumeric, printed)):
            forms = symbol_forms(printed)
            out.append(Searched(forms[0], forms))
        else:  # "and/or" is two words
            out.extend(map(_word, printed.split("/")))
    return out


@cache
def _word(printed: str) -> Searched:
    word = fold(printed)
    term = stem(word)
    return Searched(term, (term,), word)


def _numbered(printed: str) -> Searched:
    """``217 A (III)`` is found by ``217a(iii)``, ``217(iii)`` and ``217``."""
    whole = re.sub(r"\s", "", printed)
    number, session = re.split(r"[a-z]?(?=\()", whole, maxsplit=1)
    return Searched(whole, tuple(dict.fromkeys((whole, number + session, number))))


def symbol_forms(symbol: str) -> tuple[str, ...]:
    """A symbol and its ends: people write ``61/168`` for ``A/RES/61/168``, ``1325`` for ``S/RES/1325(2000)``."""
    whole = re.sub(r"\s", "", fold(symbol))
    parts = whole.split("/")
    forms = ["/".join(parts[at:]) for at in range(len(parts) - 1)]
    bare = re.sub(r"\(.*\)$", "", whole)
    if bare != whole:
        forms += [*symbol_forms(bare), parts[-1], bare.rpartition("/")[2]]
    return tuple(dict.fromkeys(forms))


def links(found: Iterable[Searched]) -> Iterator[str]:
    """Neighbouring terms that are no stop words, with the stop words between them: ``right of the child``.

    A phrase is found by its links, without any text being fetched.
    """
    link: list[str] = []
    for token in found:
        if token.term in STOP:
            if link:
                link.append(token.term)
            continue
        if link:
            yield " ".join([*link, token.term])
        link = [token.term]
