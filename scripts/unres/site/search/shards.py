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
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, partial
from itertools import chain, groupby
from zlib import crc32

from unres import values
from unres.cache import key
from unres.site.search.documents import Document, Volume
from unres.site.search.index import STRETCHES, Index, Postings
from unres.site.search.postings import SIGNS, postings
from unres.site.search.words import acronyms, common_words, packed, rare_words

SHARD = 6_000  # characters of a file of terms or links; smaller ones cost more requests than they save
CHUNK = 12  # documents in a file of what results show
_TERM, _LINK = 2, 2  # figures of the index that one character of a file stands for, about
CALL = "unres_search"  # the function that a file calls with its name, stamp and content


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
    count = _links_files(index)
    head = {**table, "terms": [run[0] for run in runs], "links": count}
    yield _small("index", head)
    for number, run in enumerate(runs):
        words = {term: " ".join(rare[term]) for term in run if term in rare}
        found = {term: index.terms[term] for term in run}
        yield File(f"t{number}", key(values.as_bytes([found, words])), partial(_terms, found, words))
    yield from _files_of_links(index, count)
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
    names = [name for name, _ in Counter(filter(None, verbs)).most_common(len(SIGNS) - 1)]
    signs = dict(zip(names, SIGNS[1:], strict=False))
    return {"names": names, "signs": "".join(signs.get(name, SIGNS[0]) for name in verbs)}


def _runs(index: Index) -> Iterator[list[str]]:
    """Terms in order, cut into files of about one size; a long list stands alone."""
    run: list[str] = []
    size = 0
    for term in sorted(index.terms):
        more = sum(map(len, index.terms[term].figures)) // _TERM + len(term) + 6
        if run and size + more > SHARD:
            yield run
            run, size = [], 0
        run.append(term)
        size += more
    if run:
        yield run


def _terms(found: Mapping[str, Postings], words: Mapping[str, str]) -> dict[str, object]:
    """Beside its list of places a term has the rare words that it stands for, by which a slip is told from a word."""
    return {"at": {term: postings(own.counted_through()) for term, own in found.items()}, "words": words}


def _links_files(index: Index) -> int:
    """How many files of links there are, every one the same stretch of checksums: so many as leave each small."""
    size = sum(len(figures) for found in index.links for figures in found.figures) // _LINK
    count = 1
    while count * SHARD < size:
        count *= 2
    return count


def _files_of_links(index: Index, count: int) -> Iterator[File]:
    """Each is of several stretches of the index, or several of one."""
    each = max(1, STRETCHES // count)
    for at in range(0, STRETCHES, each):
        found = index.links[at : at + each]
        source = key(values.as_bytes(found))
        links = cache(partial(_sorted, found))
        for number in range(at * count // STRETCHES, (at + each) * count // STRETCHES):
            yield File(f"l{number}", key(source, str(count)), partial(_links, links, number, count))


def _sorted(found: Sequence[Postings]) -> list[int]:
    return sorted(chain.from_iterable(one.counted_through() for one in found))


def _links(links: Callable[[], Sequence[int]], number: int, count: int) -> dict[str, str]:
    """Those of a file. The key is the end of the checksum: the stretch says most of the rest."""
    start, end = (bisect_left(links(), (limit << 64) // count) for limit in (number, number + 1))
    return {
        f"{checksum & 0xFFFFF:x}": postings([link & 0xFFFFFFFF for link in found], unmarked=1)
        for checksum, found in groupby(links()[start:end], key=lambda link: link >> 32)
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
