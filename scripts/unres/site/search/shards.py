"""The index as files that a page loads by ``<script src>``: a few small ones for each search.

In: volumes and their index. Out: file names, contents, and what each is made from. Script files work where nothing else
does: from a folder on a disk, and under a policy that allows scripts of the site's own alone.

``index.js`` is loaded when a reader turns to the search: the volumes, and the first term of each
file of terms. ``t…`` hold terms in alphabetical order, so that the file of a word being typed holds
its completions too; ``l…`` hold the links of phrases by checksum; ``words``, ``acronyms`` and ``verbs`` what helps
with slips, short names and the choice of opening verbs; ``d/…`` hold what results show.
"""

from __future__ import annotations

import json
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain, groupby
from zlib import crc32

from unres.cache import key
from unres.site.search.documents import Document, Volume
from unres.site.search.index import LEVEL_RANGE, STRETCHES, Index
from unres.site.search.words import acronyms, common_words, packed, rare_words

SHARD = 6_000  # characters of a file of terms or links; smaller ones cost more requests than they save
CHUNK = 12  # documents in a file of what results show
_TERM, _LINK = 2, 10  # characters that a document takes in the list of a term and of a link, about
CALL = "unres_search"  # the function that a file calls with its name, stamp and content

# Numbers are written in digits of base 46: every sign of ASCII that needs no escape in a string,
# the first half for last digits, the second for those before. The last sign marks a level.
_SIGNS = "".join(chr(c) for c in range(32, 127) if chr(c) not in '"\\')
_BASE = 46
_LEVEL = _SIGNS[2 * _BASE]


def _digits(number: int) -> str:
    out = _SIGNS[number % _BASE]
    while number := number // _BASE:
        out = _SIGNS[_BASE + number % _BASE] + out
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
        return digits if level == unmarked else _LEVEL + _SIGNS[level] + digits
    levels: dict[int, list[int]] = {}
    for posting in found:
        levels.setdefault(posting % LEVEL_RANGE, []).append(posting // LEVEL_RANGE)
    first = encode(levels.pop(unmarked, ()))
    return first + "".join(
        _LEVEL + _SIGNS[level] + encode(numbers) for level, numbers in sorted(levels.items(), reverse=True)
    )


@dataclass(frozen=True, slots=True)
class File:
    """A file of the index.

    Attributes:
        name: below ``search/``, without its suffix.
        source: stands for all that it is made from; empty where nothing does.
        make: makes what it holds.
    """

    name: str
    source: str
    make: Callable[[], object]

    def text(self, stamp: str) -> bytes:
        """Its text: a call with its name, the stamp of the build and what it holds."""
        data = json.dumps(self.make(), ensure_ascii=False, separators=(",", ":"))
        return f'{CALL}("{self.name}","{stamp}",{data})\n'.encode()


def files_of(volumes: Sequence[Volume], index: Index, *, flat: bool = False) -> tuple[str, Iterator[File]]:
    """Every file of the index.

    Args:
        volumes: what can be found.
        index: made from them.
        flat: whether the site's pages are files such as ``operative.html`` instead of folders.

    Returns:
        The stamp, which tells files of one build from those of another, and the files.
    """
    table = _table(volumes, index)
    return f"{crc32(json.dumps(table).encode()):08x}", _files(volumes, index, table | {"flat": flat})


def _files(volumes: Sequence[Volume], index: Index, table: Mapping[str, object]) -> Iterator[File]:
    common = common_words(index.words)
    rare = rare_words(index.stems, common)
    runs = list(_runs(index))
    buckets = _buckets(index)
    head = {**table, "terms": [run[0] for run in runs], "links": len(buckets)}
    yield _small("index", head)
    for number, run in enumerate(runs):
        words = {term: " ".join(rare[term]) for term in run if term in rare}
        found = {term: index.terms[term] for term in run}
        said = [[term, len(found[term]), words.get(term)] for term in run]
        yield File(
            f"t{number}",
            key(json.dumps(said), *(own.tobytes() for own in found.values())),
            partial(_terms, found, words),
        )
    for number, stretches in enumerate(buckets):
        yield File(f"l{number}", key("", *(links.tobytes() for links in stretches)), partial(_links, stretches))
    yield _small("words", {"words": packed(common)})
    yield _small("verbs", _verbs(index.verbs))
    yield _small("acronyms", acronyms())
    for volume, parts in zip(volumes, index.parts, strict=True):
        yield from _shown(volume, sum(parts))


def _small(name: str, content: object) -> File:
    return File(name, "", lambda: content)


def _table(volumes: Sequence[Volume], index: Index) -> dict[str, object]:
    """The volumes as columns: what is said of each at the place of its order."""
    committees = sorted({volume.committee for volume in volumes})
    series = {name: at for at, name in enumerate(sorted({volume.series for volume in volumes if volume.series}), 1)}
    return {
        "number": [volume.number for volume in volumes],
        "session": [volume.session for volume in volumes],
        "kind": [volume.kind for volume in volumes],
        "parts": index.parts,
        "committee": [committees.index(volume.committee) for volume in volumes],
        "date": [volume.date for volume in volumes],
        "words": index.titles,
        "series": [series.get(volume.series, 0) for volume in volumes],
        "path": {at: volume.path for at, volume in enumerate(volumes) if volume.path != _usual(volume)},
        "committees": committees,
    }


def _usual(volume: Volume) -> str:
    """The path that the browser makes of a number by itself."""
    return f"A/RES/{volume.number.replace(' ', '')}/"


def _verbs(verbs: Sequence[str]) -> dict[str, object]:
    """The opening verb of every document: the commonest by name, and for each document the sign of its own."""
    names = [name for name, _ in Counter(filter(None, verbs)).most_common(len(_SIGNS) - 1)]
    signs = dict(zip(names, _SIGNS[1:], strict=False))
    return {"names": names, "signs": "".join(signs.get(name, _SIGNS[0]) for name in verbs)}


def _runs(index: Index) -> Iterator[list[str]]:
    """Terms in order, cut into files of about one size; a long list stands alone."""
    run: list[str] = []
    size = 0
    for term in sorted(index.terms):
        more = _TERM * len(index.terms[term]) + len(term) + 6
        if run and size + more > SHARD:
            yield run
            run, size = [], 0
        run.append(term)
        size += more
    if run:
        yield run


def _terms(found: Mapping[str, Sequence[int]], words: Mapping[str, str]) -> dict[str, object]:
    """Beside its list of places a term has the rare words that it stands for, by which a slip is told from a word."""
    return {"at": {term: postings(own) for term, own in found.items()}, "words": words}


def _buckets(index: Index) -> list[list[array[int]]]:
    """Links by the checksum of their words, for so many files as leave each small, every one the same stretch."""
    count = 1
    while count < STRETCHES and count * SHARD < _LINK * sum(map(len, index.links)):
        count *= 2
    each = STRETCHES // count
    return [index.links[at : at + each] for at in range(0, STRETCHES, each)]


def _links(stretches: Iterable[array[int]]) -> dict[str, str]:
    """The key is the end of the checksum: the stretch says most of the rest."""
    links = chain.from_iterable(map(sorted, stretches))
    return {
        f"{checksum & 0xFFFFF:x}": postings([link & 0xFFFFFFFF for link in found], unmarked=1)
        for checksum, found in groupby(links, key=lambda link: link >> 32)
    }


def _shown(volume: Volume, count: int) -> Iterator[File]:
    """What results show of a volume; and of a resolution what its paragraphs, parts and annexes are gone to by."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", volume.path or volume.title).strip("-")
    for at in range(0, count, CHUNK):
        yield File(f"d/{name}.{at // CHUNK}", volume.digest, partial(_documents, volume, at))
    if volume.number:
        yield File(f"d/{name}.places", volume.digest, partial(_places, volume))


def _documents(volume: Volume, at: int) -> dict[str, object]:
    return {"title": volume.title, "documents": [_document(one) for one in volume.documents[at : at + CHUNK]]}


def _places(volume: Volume) -> dict[str, object]:
    contents = volume.contents
    return {
        "title": volume.title,
        "labels": {one.label: number for number, one in enumerate(contents.documents) if one.label},
        "pages": list(contents.pages),
        "annexes": {name: asdict(annex) for name, annex in contents.annexes.items()},
    }


def _document(document: Document) -> dict[str, object]:
    """What a result shows; opening words that begin the text are told by their length."""
    within = document.text.startswith(document.opening)
    shown = {
        "name": document.badge,
        "address": document.address,
        "text": document.text,
        "opening": len(document.opening) if within else document.opening,
    }
    return {name: value for name, value in shown.items() if value}
