"""The index as files that a page loads by ``<script src>``: a few small ones for each search.

In: volumes and their index. Out: file names and contents. Script files work where nothing else
does: from a folder on a disk, and under a policy that allows scripts of the site's own alone.

``index.js`` is loaded when a reader turns to the search: the volumes, and the first term of each
file of terms. ``t…`` hold terms in alphabetical order, so that the file of a word being typed holds
its completions too; ``l…`` hold the links of phrases by checksum; ``words``, ``acronyms`` and ``verbs`` what helps
with slips, short names and the choice of opening verbs; ``d/…`` hold what results show.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import chain, groupby
from zlib import crc32

from unres.naming import verb
from unres.site.search.documents import OPERATIVE, PARTS, PREAMBLE, Document, Volume
from unres.site.search.index import LEVEL_RANGE, Index
from unres.site.search.terms import STOP, tokens
from unres.site.search.words import acronyms, common_words, packed, rare_words

SHARD = 6_000  # characters of a file of terms or links; smaller ones cost more requests than they save
CHUNK = 12  # documents in a file of what results show
_LINK = 10  # characters that a document of a link takes, about
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


def files_of(volumes: Sequence[Volume], index: Index, *, flat: bool = False) -> Iterator[tuple[str, str]]:
    """Every file of the index: its name below ``search/`` and its content.

    Args:
        volumes: what can be found.
        index: made from them.
        flat: whether the site's pages are files such as ``operative.html`` instead of folders.
    """
    table = _table(volumes)
    stamp = f"{crc32(json.dumps(table).encode()):08x}"  # tells files of one build from those of another
    common = common_words(index.words)
    terms = list(_runs(index, rare_words(index.words, common)))
    count = sum(map(len, index.links)) * _LINK // SHARD + 1
    head = table | {"terms": [next(iter(shard["at"])) for shard in terms], "links": count, "flat": flat}
    yield _file("index", stamp, head)
    for number, shard in enumerate(terms):
        yield _file(f"t{number}", stamp, shard)
    for number, bucket in enumerate(_buckets(index, count)):
        yield _file(f"l{number}", stamp, bucket)
    yield _file("words", stamp, {"words": packed(common)})
    yield _file("verbs", stamp, _verbs(volumes))
    yield _file("acronyms", stamp, acronyms())
    for volume in volumes:
        yield from _shown(volume, stamp)


def _file(name: str, stamp: str, content: object) -> tuple[str, str]:
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"{name}.js", f'{CALL}("{name}","{stamp}",{data})\n'


def _table(volumes: Sequence[Volume]) -> dict[str, object]:
    """The volumes as columns: what is said of each at the place of its order."""
    committees = sorted({volume.committee for volume in volumes})
    series = {name: at for at, name in enumerate(sorted({volume.series for volume in volumes if volume.series}), 1)}
    return {
        "number": [volume.number for volume in volumes],
        "session": [volume.session for volume in volumes],
        "kind": [volume.kind for volume in volumes],
        "parts": [_parts(volume) for volume in volumes],
        "committee": [committees.index(volume.committee) for volume in volumes],
        "date": [volume.date for volume in volumes],
        "words": [sum(token.term not in STOP for token in tokens(volume.title)) for volume in volumes],
        "series": [series.get(volume.series, 0) for volume in volumes],
        "path": {at: volume.path for at, volume in enumerate(volumes) if volume.path != _usual(volume)},
        "committees": committees,
    }


def _parts(volume: Volume) -> list[int]:
    """How many documents each part has."""
    counts = [0] * PARTS
    for document in volume.documents:
        counts[document.part] += 1
    return counts


def _usual(volume: Volume) -> str:
    """The path that the browser makes of a number by itself."""
    return f"A/RES/{volume.number.replace(' ', '')}/"


def _verbs(volumes: Iterable[Volume]) -> dict[str, object]:
    """The opening verb of every document: the commonest by name, and for each document the sign of its own."""
    verbs = [
        verb(document.opening) if document.part in (PREAMBLE, OPERATIVE) and document.badge else ""
        for volume in volumes
        for document in volume.documents
    ]
    names = [name for name, _ in Counter(filter(None, verbs)).most_common(len(_SIGNS) - 1)]
    signs = dict(zip(names, _SIGNS[1:], strict=False))
    return {"names": names, "signs": "".join(signs.get(name, _SIGNS[0]) for name in verbs)}


def _runs(index: Index, rare: Mapping[str, Sequence[str]]) -> Iterator[dict[str, dict[str, str]]]:
    """Terms in order, cut into files of about one size; a long list stands alone.

    Beside its list of places a term has the rare words that it stands for, by which a slip is told from a word.
    """
    shard: dict[str, dict[str, str]] = {"at": {}, "words": {}}
    size = 0
    for term in sorted(index.terms):
        found = postings(index.terms[term])
        if shard["at"] and size + len(found) > SHARD:
            yield shard
            shard, size = {"at": {}, "words": {}}, 0
        shard["at"][term] = found
        if term in rare:
            shard["words"][term] = " ".join(rare[term])
        size += len(found) + len(term) + 6
    if shard["at"]:
        yield shard


def _buckets(index: Index, count: int) -> Iterator[dict[str, str]]:
    """Links by the checksum of their words, in so many files, each a stretch of the checksums.

    The key is the end of the checksum: the stretch says most of the rest.
    """
    bucket: dict[str, str] = {}
    number = 0
    for checksum, found in groupby(chain.from_iterable(map(sorted, index.links)), key=lambda link: link >> 32):
        while number < checksum * count >> 32:
            yield bucket
            bucket, number = {}, number + 1
        bucket[f"{checksum & 0xFFFFF:x}"] = postings([link & 0xFFFFFFFF for link in found], unmarked=1)
    yield bucket
    yield from ({} for _ in range(number + 1, count))


def _shown(volume: Volume, stamp: str) -> Iterator[tuple[str, str]]:
    """What results show of a volume; and of a resolution what its paragraphs, parts and annexes are gone to by."""
    key = re.sub(r"[^A-Za-z0-9]+", "-", volume.path or volume.title).strip("-")
    for at in range(0, len(volume.documents), CHUNK):
        shown = [_document(document) for document in volume.documents[at : at + CHUNK]]
        yield _file(f"d/{key}.{at // CHUNK}", stamp, {"title": volume.title, "documents": shown})
    if volume.number:
        places = {
            "title": volume.title,
            "labels": {d.label: number for number, d in enumerate(volume.documents) if d.label},
            "pages": list(volume.pages),
            "annexes": {name: asdict(annex) for name, annex in volume.annexes.items()},
        }
        yield _file(f"d/{key}.places", stamp, places)


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
