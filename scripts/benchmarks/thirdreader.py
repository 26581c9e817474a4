"""``poppler``: the words that poppler reads in official PDFs and the import does not, or otherwise: a third reader.

In: official PDFs, if the samples lie beside the checkout, and ``pdftotext``, where it is installed. Out: a table
of counts, and each word that differs with how often.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path

from benchmarks.options import Options
from benchmarks.pdf import SAMPLES, spaced
from unres.errors import BuildError
from unres.pdf_import import import_pdf
from unres.pdf_import.accounting import NOTE_START
from unres.pdf_import.layout import is_inside

PAGE = re.compile(r'<page width="[\d.]+" height="(?P<height>[\d.]+)">(?P<words>.*?)</page>', re.DOTALL)
WORD = re.compile(r'yMax="(?P<y>[\d.]+)">(?P<word>[^<]*)</word>')
ALIKE = str.maketrans(
    {"\u2011": "-", "\u00ad": "-", "\u2010": "-", "\uf0b7": "•", "\uf0a7": "▪", **dict.fromkeys("\u200b\u2060\ufeff")}
)
MOST = 60  # more differences are counted, not listed
DIVIDES, JOINS, MARKER, OTHER = "poppler divides", "poppler joins", "a marker on a figure", "letters"


def poppler(options: Options) -> str:
    """Words that differ between poppler's reading and the import, by the class of the difference."""
    tool = shutil.which("pdftotext")
    official = sorted(SAMPLES.glob("*.pdf"))
    if not tool or not official:
        raise BuildError(f"poppler: {'no official PDFs lie beside the checkout' if tool else 'pdftotext is not there'}")
    paths = spaced(official, options.size or len(official))
    same = 0
    found: dict[str, Counter[str]] = {DIVIDES: Counter(), JOINS: Counter(), MARKER: Counter(), OTHER: Counter()}
    for path in paths:
        theirs, ours = read_by(tool, path), words_of(import_pdf(path).text)
        same += (Counter(theirs) & Counter(ours)).total()
        for kind, what in different_words(theirs, ours):
            found[kind][f"{what}  ({path.stem})" if kind is OTHER else what] += 1
    lines = [f"{len(paths)} PDFs: {same} words agree"]
    for kind, words in found.items():
        lines += [f"{kind}: {words.total()}", *(f"{count:6}  {word}" for word, count in words.most_common(MOST))]
    return "\n".join(lines)


def different_words(theirs: Sequence[str], ours: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each word that one of the two has alone, and the class of the difference.

    >>> list(different_words(["light", "hou", "se", "2044"], ["light", "house", "20447"]))
    [('poppler divides', 'house'), ('a marker on a figure', '20447')]
    """
    more, less = Counter(theirs) - Counter(ours), Counter(ours) - Counter(theirs)
    for kind, words, whole, parts in ((DIVIDES, theirs, less, more), (JOINS, ours, more, less)):
        for start in range(len(words)):
            for end in range(start + 2, min(start + 8, len(words)) + 1):
                joined, pieces = "".join(words[start:end]), Counter(words[start:end])
                if whole[joined] and pieces <= parts:
                    whole[joined] -= 1
                    parts -= pieces  # noqa: PLW2901 (both loops share the two counts)
                    yield kind, joined
    for word in list(less.elements()):
        stem = next((stem for stem in (word[:-1], word[:-2], word[:-3]) if more[stem]), "")
        if stem and word.removeprefix(stem).isdigit():
            more[stem] -= 1
            less[word] -= 1
            yield MARKER, word
    yield from ((OTHER, f"poppler: {word}") for word in more.elements())
    yield from ((OTHER, f"ours: {word}") for word in less.elements())


def read_by(tool: str, path: Path) -> list[str]:
    """The words between head and foot of the pages in their order, as poppler divides them."""
    command = [tool, "-bbox", str(path), "-"]
    page_of_words = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
    found: list[str] = []
    for page in PAGE.finditer(page_of_words):
        height = float(page["height"])
        for word in WORD.finditer(page["words"]):
            if is_inside(height - float(word["y"]) + 2, height):
                found += _parts(unescape(word["word"]))
    return found


def words_of(text: str) -> list[str]:
    """The words of a source text in their order, each with the markers that are printed behind it."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL).strip()
    found: list[str] = []
    for block in re.split(r"\n\n+", body):
        marked = NOTE_START.sub(lambda note: re.sub(r"</?sup>", "", note[0]), block)
        cells = re.sub(r"^\| ---.*$|(?<!\\)\|", " ", marked, flags=re.MULTILINE)
        words = re.sub(r"^#+ |^ *- |</?su[bp]>", "", cells).replace("<br>", " ")
        for word in re.sub(r"\\(.)|\*", lambda sign: sign[1] or "", words).split():
            found += _parts(word)
    return found


def _parts(word: str) -> list[str]:
    """A word as it is compared: hyphens and dashes divide it, as a line's end may; markers are left out."""
    bare = re.sub(r"(?<=[^\W\d])\d+$|(?<=[,;.:)”])\d+$", "", word.translate(ALIKE))
    return [part for part in re.split(r"[-–—/_.,;:“”()\[\]]+", bare) if part and not re.fullmatch(r"\d{1,3}|\*+", part)]
