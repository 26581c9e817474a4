"""Which document has which term, and how much it says there.

In: volumes. Out: an ``Index``: for each term the documents that have it, by the weight it has in
them. The weight is that of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
2009) with fields: a term counts more in opening words or a title than in running text, and less in
a long paragraph. It is settled here, so that a browser has only to add up.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from unres import values
from unres.cache import Cache
from unres.site.search.documents import RESOLUTION, Document, Volume, VolumeKind, label_terms
from unres.site.search.terms import STOP, Searched, links, symbol_forms, tokens

SATURATION, LENGTH = 1.2, 0.6  # k1 and b of BM25
LEVELS = 12  # into which weights are rounded; more would make the lists longer and order little better
LEVEL_RANGE = 16
_STRETCHES = 256  # of checksums: to sort them all at once would take ten times their memory

# How much more a term counts in a field than in running text
OPENING, HEADING, TITLE, LABEL, OWN_SYMBOL = 3.0, 2.0, 4.0, 3.0, 30.0

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Index:
    """Documents are counted through all volumes from 0.

    A posting is a document with a level: the document's number times ``LEVEL_RANGE``, plus the level;
    there are millions of them.

    Attributes:
        terms: for each term its postings, with its weight from 1 to ``LEVELS``.
        links: for each pair of neighbours (see ``terms.links``) and document that has it the pair's
            checksum and the posting, as one number (see ``linked``); in stretches by the checksum, each
            to be sorted when it is read. The level is 2 where the pair stands in a title or begins the
            paragraph, else 1.
        words: in how many documents each word is printed, by which a slip is told from a word.
    """

    terms: dict[str, array[int]]  # four bytes a number, where a list takes forty
    links: list[array[int]]
    words: Counter[str]


def linked(checksum: int, posting: int) -> int:
    """A checksum and a posting as one number that sorts by both: lists of pairs would be slow and large."""
    return checksum << 32 | posting


@dataclass(frozen=True, slots=True)
class _Row:
    """What a volume brings to the index, whatever else is in it.

    Attributes:
        lengths: of each document how many words it has.
        weights: of each document its terms, each with how often it stands there, with the worth of its field.
        links: of each document its links, as in ``Index``, but for the posting, of which they have the level.
        words: in how many documents each word is printed.
    """

    lengths: tuple[int, ...]
    weights: tuple[Mapping[str, float], ...]
    links: tuple[tuple[int, ...], ...]
    words: Mapping[str, int]


def make_index(volumes: Iterable[Volume], kept: Cache = Cache()) -> Index:  # noqa: B008 -- frozen
    """Indexes every document of the volumes, in their order; ``kept`` has what volumes brought before."""
    lengths = array("I")
    found: dict[str, tuple[array[int], array[float]]] = defaultdict(lambda: (array("I"), array("d")))
    pairs = [array("Q") for _ in range(_STRETCHES)]
    words: Counter[str] = Counter()
    for volume in volumes:
        row = _row(volume, kept)
        words.update(row.words)
        for length, weights, own in zip(row.lengths, row.weights, row.links, strict=True):
            number = len(lengths)
            lengths.append(length)
            for term, weight in weights.items():
                numbers, worths = found[term]
                numbers.append(number)
                worths.append(weight)
            for link in own:
                pairs[link * _STRETCHES >> 64].append(link + number * LEVEL_RANGE)
    return Index(_levelled(found, lengths), pairs, words)


def _levelled(found: dict[str, tuple[array[int], array[float]]], lengths: array[int]) -> dict[str, array[int]]:
    """The postings of each term, whose weights are rounded to levels now that the mean length is known."""
    mean = sum(lengths) / (len(lengths) or 1) or 1
    damping = [SATURATION * (1 - LENGTH + LENGTH * length / mean) for length in lengths]
    terms = {}
    while found:
        term, (numbers, worths) = found.popitem()
        terms[term] = array("I", (
            number * LEVEL_RANGE + int(LEVELS * weight / (weight + damping[number])) + 1
            for number, weight in zip(numbers, worths, strict=True)
        ))  # fmt: skip
    return terms


def _row(volume: Volume, kept: Cache) -> _Row:
    """What a volume brings, from what was kept if it is there."""
    try:
        if volume.digest and (data := kept.get(volume.digest)):
            return values.from_bytes(data, _Row)
    except ValueError:
        pass
    row = _made(volume)
    if volume.digest:
        kept.put(volume.digest, values.as_bytes(row))
    return row


def _made(volume: Volume) -> _Row:
    texts = [tokens(document.text) for document in volume.documents]
    both = list(zip(volume.documents, texts, strict=True))
    words: Counter[str] = Counter()
    if volume.kind is not VolumeKind.MANUAL:
        for text in texts:
            words.update({token.word for token in text})
        del words[""]
    return _Row(
        tuple(map(len, texts)),
        tuple(_weights(volume, document, text) for document, text in both),
        tuple(
            tuple(linked(crc32(link.encode()), level) for link, level in _links(document, text).items())
            for document, text in both
        ),
        words,
    )


def _weights(volume: Volume, document: Document, words: Iterable[Searched]) -> Weights:
    """How often each term stands in a document, with the worth of its field."""
    weights: Weights = defaultdict(float)
    own = volume.kind in (VolumeKind.CITED, VolumeKind.LISTS) or document is volume.documents[0]
    worth = TITLE if own else HEADING if document.is_heading else 1
    for token in words:
        for form in token.forms:
            weights[form] += worth
    for form, more in _names(volume, document, own):
        weights[form] += more
    for stop in STOP & weights.keys():
        del weights[stop]
    return weights


def _names(volume: Volume, document: Document, own: bool) -> Iterator[tuple[str, float]]:
    """What else a document is found by: opening words, name, the documents that it cites, its resolution's number."""
    for token in tokens(document.opening):
        for form in token.forms:
            yield form, OPENING - 1
    for term in label_terms(document.badge):
        yield term, LABEL if " " not in document.label else 1
    for symbol in document.cited:
        for form in symbol_forms(symbol):
            yield form, OWN_SYMBOL if volume.kind is VolumeKind.CITED else 1
    if own and volume.number:
        for form in symbol_forms(volume.path.strip("/")):
            yield form, OWN_SYMBOL


def _links(document: Document, words: Sequence[Searched]) -> dict[str, int]:
    found = dict.fromkeys(links(words), 1)
    opening = tokens(document.opening)
    first = words if document.part == RESOLUTION else words[: len(opening) + 1] if opening else ()
    return found | dict.fromkeys(links(first), 2)
