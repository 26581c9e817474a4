"""``poppler``: the words that poppler reads in official PDFs and the import does not, or otherwise: a third reader.

In: official PDFs, if the samples lie beside the checkout, and ``pdftotext``, where it is installed. Out: a table
of counts, and each word that differs with how often.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from html import unescape
from pathlib import Path

from benchmarks.options import Options
from benchmarks.pdf import SAMPLES, spaced
from unres.errors import BuildError
from unres.pdf_import import import_pdf
from unres.pdf_import.accounting import NOTE_START
from unres.pdf_import.layout import is_inside

SIZE = 40
PAGE = re.compile(r'<page width="[\d.]+" height="(?P<height>[\d.]+)">(?P<words>.*?)</page>', re.DOTALL)
WORD = re.compile(r'yMax="(?P<y>[\d.]+)">(?P<word>[^<]*)</word>')
ALIKE = str.maketrans({"\u2011": "-", "\u00ad": "-", "\u2010": "-", "\uf0b7": "•"})
MOST = 60  # more differences are counted, not listed


def poppler(options: Options) -> str:
    """Words that differ between poppler's reading and the import, and how many agree."""
    tool = shutil.which("pdftotext")
    official = sorted(SAMPLES.glob("*.pdf"))
    if not tool or not official:
        raise BuildError(f"poppler: {'no official PDFs lie beside the checkout' if tool else 'pdftotext is not there'}")
    paths = spaced(official, options.size or SIZE)
    more: Counter[str] = Counter()
    less: Counter[str] = Counter()
    same = 0
    for path in paths:
        theirs, ours = read_by(tool, path), words_of(import_pdf(path).text)
        same += (theirs & ours).total()
        more += theirs - ours
        less += ours - theirs
    lines = [f"{len(paths)} PDFs: {same} words agree, {more.total()} are poppler's alone, {less.total()} ours alone"]
    for name, found in (("poppler", more), ("ours", less)):
        lines += [f"{name:8}{count:5}  {word}" for word, count in found.most_common(MOST)]
    return "\n".join(lines)


def read_by(tool: str, path: Path) -> Counter[str]:
    """The words between head and foot of the pages, as poppler divides them."""
    command = [tool, "-bbox", str(path), "-"]
    page_of_words = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
    found: Counter[str] = Counter()
    for page in PAGE.finditer(page_of_words):
        height = float(page["height"])
        for word in WORD.finditer(page["words"]):
            if is_inside(height - float(word["y"]) + 2, height):
                found.update(_parts(unescape(word["word"])))
    return found


def words_of(text: str) -> Counter[str]:
    """The words of a source text, each with the markers that are printed behind it."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    found: Counter[str] = Counter()
    for block in re.split(r"\n\n+", body):
        marked = NOTE_START.sub(lambda note: re.sub(r"</?sup>", "", note[0]), block)
        cells = re.sub(r"^\| ---.*$|(?<!\\)\|", " ", marked, flags=re.MULTILINE)
        words = re.sub(r"^#+ |^ *- |</?su[bp]>", "", cells).replace("<br>", " ")
        for word in re.sub(r"\\(.)|\*", lambda sign: sign[1] or "", words).split():
            found.update(_parts(word))
    return found


def _parts(word: str) -> list[str]:
    """A word as it is compared: hyphens and dashes divide it, as a line's end may; markers are left out."""
    bare = re.sub(r"(?<=[^\W\d])\d+$|(?<=[,;.:)”])\d+$", "", word.translate(ALIKE))
    return [part for part in re.split(r"[-–—/_.,;:“”()\[\]]+", bare) if part and not re.fullmatch(r"\d{1,3}", part)]
