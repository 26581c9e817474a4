"""Which document has which term, and how much it says there.

In: volumes. Out: an ``Index``: for each term the documents that have it, by the weight it has in
them. The weight is that of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
2009) with fields: a term counts more in opening words or a title than in running text, and less in
a long paragraph. It is settled here, so that a browser has only to add up.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

from unres import values
from unres.cache import Cache
from unres.naming import verb
from unres.site.search.documents import (
    OPERATIVE,
    PARTS,
    PREAMBLE,
    RESOLUTION,
    Document,
    Volume,
    VolumeKind,
    label_terms,
)
from unres.site.search.terms import STOP, Searched, links, symbol_forms, tokens
from unres.site.search.words import stems_apart

SATURATION, LENGTH = 1.2, 0.6  # k1 and b of BM25
LEVELS = 12  # into which weights are rounded; more would make the lists longer and order little better
LEVEL_RANGE = 16
STRETCHES = 256  # of checksums: what changed is looked for in few of them
USUAL = 40  # words of a document; were it the mean of the collection, one more word would change every list

# How much more a term counts in a field than in running text
OPENING, HEADING, TITLE, LABEL, OWN_SYMBOL = 3.0, 2.0, 4.0, 3.0, 30.0

Weights = dict[str, float]


def linked(checksum: int, posting: int) -> int:
    """A checksum and a posting as one number that sorts by both: lists of pairs would be slow and large."""
    return checksum << 32 | posting


@dataclass(frozen=True, slots=True)
class Share:
    """What a volume brings to the index, whatever else is in it; its documents are counted from 0.

    Attributes:
        parts: how many documents each part has.
        title: how many words its title has, but for those that find nothing.
        verbs: the opening verb of each document, empty where there is none.
        terms: for each term its postings, as figures between blanks: few are looked at in a build.
        links: for each pair of neighbours (see ``terms.links``) and document that has it the pair's checksum and the
            posting, as one number (see ``linked``), in the same way, in ``STRETCHES`` by the checksum. The level is 2
            where the pair stands in a title or begins the paragraph, else 1.
        words: in how many documents each word is printed.
        stems: those of its words that are not their own.
    """

    parts: tuple[int, ...]
    title: int
    verbs: tuple[str, ...]
    terms: Mapping[str, str]
    links: tuple[str, ...]
    words: Mapping[str, int]
    stems: Mapping[str, str]


@dataclass(slots=True)
class Postings:
    """Postings of several volumes, as each brought them: few of them are looked at in a build.

    Attributes:
        firsts: of each volume what is to be added to its figures.
        figures: of each volume, between blanks.
    """

    firsts: list[int] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)

    def add(self, first: int, figures: str) -> None:
        """Takes in those of a volume; most are one small number, of which there are few."""
        self.firsts.append(first)
        self.figures.append(sys.intern(figures))

    def counted_through(self) -> list[int]:
        """The numbers, counted through all volumes.

        >>> Postings([0, 32], ["17 33", "1"]).counted_through()
        [17, 33, 33]
        """
        both = zip(self.firsts, self.figures, strict=True)
        return [first + int(one) for first, figures in both for one in figures.split()]


@dataclass(slots=True)
class Index:
    """Documents are counted through all volumes from 0.

    A posting is a document with a level: the document's number times ``LEVEL_RANGE``, plus the level;
    there are millions of them.

    Attributes:
        terms: for each term its postings, with its weight from 1 to ``LEVELS``.
        links: as those of a ``Share``.
        words: in how many documents each word is printed, by which a slip is told from a word.
        stems: of words that are not their own.
        parts: of each volume how many documents each part has.
        titles: of each volume how many words its title has.
        verbs: the opening verb of each document.
    """

    terms: dict[str, Postings] = field(default_factory=lambda: defaultdict(Postings))
    links: list[Postings] = field(default_factory=lambda: [Postings() for _ in range(STRETCHES)])
    words: Counter[str] = field(default_factory=Counter)
    stems: dict[str, str] = field(default_factory=dict)
    parts: list[tuple[int, ...]] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)

    def add(self, share: Share) -> None:
        """Takes in a volume."""
        first = len(self.verbs) * LEVEL_RANGE
        for term, own in share.terms.items():
            self.terms[term].add(first, own)
        for found, own in zip(self.links, share.links, strict=True):
            if own:
                found.add(first, own)
        self.words.update(share.words)
        self.stems |= share.stems
        self.parts.append(share.parts)
        self.titles.append(share.title)
        self.verbs += share.verbs


def make_index(volumes: Iterable[Volume], kept: Cache = Cache()) -> Index:  # noqa: B008 -- frozen
    """Indexes every document of the volumes, in their order; ``kept`` has what volumes brought before."""
    index = Index()
    for volume in volumes:
        index.add(_share(volume, kept))
    return index


def _share(volume: Volume, kept: Cache) -> Share:
    """What a volume brings, from what was kept if it is there."""
    try:
        known = values.from_bytes(kept.get(volume.digest) or b"", Share) if volume.digest else None
        if known and len(known.links) == STRETCHES:
            return known
    except ValueError:
        pass
    share = _made(volume)
    if volume.digest:
        kept.put(volume.digest, values.as_bytes(share))
    return share


def _made(volume: Volume) -> Share:
    texts = [tokens(document.text) for document in volume.documents]
    both = list(zip(volume.documents, texts, strict=True))
    words: Counter[str] = Counter()
    if volume.kind is not VolumeKind.MANUAL:
        for text in texts:
            words.update({token.word for token in text})
        del words[""]
    terms: dict[str, list[int]] = {}
    links: list[list[int]] = [[] for _ in range(STRETCHES)]
    for at, (document, text) in enumerate(both):
        first = at * LEVEL_RANGE
        for term, level in _levels(_weights(volume, document, text), len(text)):
            terms.setdefault(term, []).append(first + level)
        for link, level in _links(document, text).items():
            number = linked(crc32(link.encode()), first + level)
            links[number * STRETCHES >> 64].append(number)
    counts = Counter(document.part for document in volume.documents)
    return Share(
        parts=tuple(counts[part] for part in range(PARTS)),
        title=sum(token.term not in STOP for token in tokens(volume.title)),
        verbs=tuple(map(_verb, volume.documents)),
        terms={term: _figures(found) for term, found in terms.items()},
        links=tuple(map(_figures, links)),
        words=words,
        stems=stems_apart(words),
    )


def _figures(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def _levels(weights: Weights, length: int) -> Iterator[tuple[str, int]]:
    """The weights of the terms of a document of so many words, rounded to levels."""
    damping = SATURATION * (1 - LENGTH + LENGTH * length / USUAL)
    for term, weight in weights.items():
        yield term, int(LEVELS * weight / (weight + damping)) + 1


def _verb(document: Document) -> str:
    return verb(document.opening) if document.part in (PREAMBLE, OPERATIVE) and document.badge else ""


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
