"""Which document has which term, and how much it says there.

In: volumes. Out: an ``Index``: for each term the documents that have it, by the weight it has in
them. The weight is that of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
2009) with fields: a term counts more in opening words or a title than in running text, and less in
a long paragraph. It is settled here, so that a browser has only to add up.
"""

from __future__ import annotations

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
            checksum and the posting, as one number (see ``linked``), in order. The level is 2 where
            the pair stands in a title or begins the paragraph, else 1.
        words: in how many documents each word is printed, by which a slip is told from a word.
    """

    terms: dict[str, list[int]]
    links: list[int]
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
    rows = [_row(volume, kept) for volume in volumes]
    lengths = [length for row in rows for length in row.lengths]
    mean = sum(lengths) / (len(lengths) or 1) or 1
    terms: dict[str, list[int]] = defaultdict(list)
    pairs: list[int] = []
    words: Counter[str] = Counter()
    first = 0
    for row in rows:
        words.update(row.words)
        for length, weights, own in zip(row.lengths, row.weights, row.links, strict=True):
            damping = SATURATION * (1 - LENGTH + LENGTH * length / mean)
            for term, weight in weights.items():
                terms[term].append(first + int(LEVELS * weight / (weight + damping)) + 1)
            pairs += [link + first for link in own]
            first += LEVEL_RANGE
    pairs.sort()
    return Index(dict(terms), pairs, words)


def _row(volume: Volume, kept: Cache) -> _Row:
    """What a volume brings, from what was kept if it is there."""
    try:
        if volume.digest and (data := kept.get(volume.digest)):
            return values.from_bytes(data, _Row)
    except ValueError:
        pass
    row = _made(volume)
    if volume.digest:
        kept.put(volume.digest, values.as_bytes(row, _Row))
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
