"""Accounts for every character: the source text against a second, independent reading of the PDF.

In: the source text and the PDF's bytes. Out: what differs, as a page and a sentence each, and glyphs that
are perhaps another letter than the PDF says. Blanks, kinds of hyphen and the running heads of the pages do
not count; the order of all other characters does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from unres.pdf_import.layout import INVISIBLE, RULE, is_inside
from unres.pdf_import.streams import SecondReading, Shown
from unres.pdf_import.widths import Strange, strange

NEAR = 25  # characters of context in a message
ANCHOR = 24  # characters that stand together hardly ever twice
CLOSELY = 2000  # characters: longer stretches that differ are told as a whole
NOTE_START = re.compile(r"<sup>(?:\d{1,3}|\*{1,3})</sup> ")  # lettered notes stand below their table
ALIKE = str.maketrans({**dict.fromkeys("\u00ad\u2010\u2011\x02", "-"), "\uf0b7": "•", "\uf0a7": "▪"})


@dataclass(slots=True)
class Printed:
    """The characters of the PDF, text and notes apart, and the page of each."""

    text: list[str] = field(default_factory=list)
    text_pages: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    note_pages: list[int] = field(default_factory=list)

    def add(self, words: str, page: int, *, note: bool) -> None:
        """Adds words that stand on a page."""
        chars = bare(words)
        (self.notes if note else self.text).extend(chars)
        (self.note_pages if note else self.text_pages).extend([page] * len(chars))


def bare(words: str) -> str:
    """Words as they are compared: compatible forms alike, hyphens alike, no blanks.

    >>> bare("the e\ufb03cient co\u2011operation")
    'theefficientco-operation'
    """
    words = unicodedata.normalize("NFKC", words.translate(ALIKE)).translate(ALIKE)
    return re.sub(r"[\s\u200b\u2060\ufeff\x00]+", "", words)


def unaccounted(
    source: str, data: bytes, repeated: Mapping[int, str], feet: Mapping[int, float]
) -> list[tuple[int, str]]:
    """What the source text has not as the PDF has it: pages and sentences, empty if nothing differs.

    Args:
        source: the source text.
        data: the PDF.
        repeated: by page, the column headings that the PDF prints there again and the text does not.
        feet: by page, the height at and below which there is no text, where that is above the foot.
    """
    reading = SecondReading(data)
    printed = read_printed(reading, repeated, feet)
    text, notes = characters_of(source)
    found = list(_compare("".join(printed.text), printed.text_pages, text))
    found += _compare("".join(printed.notes), printed.note_pages, notes)
    found += [(glyph.page, _doubtful(glyph)) for glyph in strange(reading.uses())]
    return found


def _doubtful(glyph: Strange) -> str:
    times = f", and {glyph.times - 1} more like it" if glyph.times > 1 else ""
    return (
        f"the font calls a glyph “{glyph.char}” that is perhaps another letter, first in {_quote(glyph.word)}{times}; "
        "compare with the print"
    )


def read_printed(reading: SecondReading, repeated: Mapping[int, str], feet: Mapping[int, float]) -> Printed:
    """The characters between the heads and the feet of the pages, by the second reader."""
    printed = Printed()
    for page, (height, shown) in enumerate(reading.pages(), 1):
        foot = feet.get(page, 0.0) + 0.5  # the two readers round
        inside = [piece for piece in shown if is_inside(piece.y, height) and piece.y > foot and piece.size >= INVISIBLE]
        rule = max((y for y, words in _lines(inside) if RULE.fullmatch(words)), default=-1.0)
        start = len(printed.text)
        for piece in inside:
            if abs(piece.y - rule) > 1.0:
                printed.add(piece.text, page, note=piece.y < rule)
        head = bare(repeated.get(page, ""))
        if head and sorted(printed.text[start : start + len(head)]) == sorted(head):  # cells in any order
            del printed.text[start : start + len(head)], printed.text_pages[start : start + len(head)]
    return printed


def _lines(pieces: Sequence[Shown]) -> Iterator[tuple[float, str]]:
    """Pieces that follow each other on one height, joined."""
    height, words = None, ""
    for piece in pieces:
        if height is not None and abs(piece.y - height) > 0.5:
            yield height, words.strip()
            words = ""
        height, words = piece.y, words + piece.text
    if height is not None:
        yield height, words.strip()


def characters_of(source: str) -> tuple[str, str]:
    """The characters of a source text without its markup: of the text, and of the notes.

    >>> characters_of("1. *Asks*<sup>1</sup> for oil.\\n\\n<sup>1</sup> Whale.\\n")
    ('1.Asks1foroil.', '1Whale.')
    """
    body = re.sub(r"\A---\n.*?\n---\n", "", source, flags=re.DOTALL)
    body = re.sub(r"^(# .*)<sup>\*</sup>$", r"\1", body, flags=re.MULTILINE)  # it stands at the symbol
    blocks = [block.strip("\n") for block in re.split(r"\n\n+", body)]
    text = "".join(bare(_unmarked(block)) for block in blocks if not NOTE_START.match(block))
    notes = sorted((block for block in blocks if NOTE_START.match(block)), key=_number)  # as they are printed
    return text, "".join(bare(_unmarked(block)) for block in notes)


def _number(note: str) -> int:
    found = re.match(r"<sup>(\d+)", note)
    return int(found[1]) if found else 0


def _unmarked(block: str) -> str:
    if block == "* * *":
        return block
    if block.startswith("| "):
        block = re.sub(r"^\| ---.*$", "", block, flags=re.MULTILINE)
        block = re.sub(r"(?<!\\)\|", "", block)
    block = re.sub(r"^#+ |^ *- ", "", block)
    block = re.sub(r"<sup>(\*+)</sup>", lambda found: "\\*" * len(found[1]), block)
    block = re.sub(r"</?su[bp]>|<br>", "", block)
    return re.sub(r"\\(.)|\*", lambda found: found[1] or "", block)


def _compare(printed: str, pages: Sequence[int], given: str) -> Iterator[tuple[int, str]]:
    """Where two runs of characters differ, from the first to the last."""
    for i, j, k, m in differing(printed, given):
        page = pages[min(i, len(pages) - 1)] if pages else 1
        before = printed[max(0, i - NEAR) : i]
        yield (
            page,
            f"the PDF has {_quote(printed[i:j])} where the text has {_quote(given[k:m])}, after {_quote(before)}",
        )


def differing(a: str, b: str) -> Iterator[tuple[int, int, int, int]]:
    """Where two strings differ: start and end in each. The time grows with their length, whatever they hold.

    The strings go side by side up to a difference, and again from the nearest stretch of ``ANCHOR``
    characters that both have, and the second only once; between the two they are compared closely.

    >>> list(differing("lamps and oil", "lamps or oil"))
    [(6, 9, 6, 8)]
    """
    i = k = _common(a, b, 0, 0)
    anchors = _anchors(b, k) if (i, k) != (len(a), len(b)) else {}
    while (i, k) != (len(a), len(b)):
        j, m = len(a), len(b)
        for at in range(i, len(a) - ANCHOR + 1):
            if at - i > (j - i) + (m - k):
                break  # none that comes is nearer
            found = anchors.get(a[at : at + ANCHOR], -1)
            if found >= k and (at - i) + (found - k) < (j - i) + (m - k):
                j, m = at, found
        if max(j - i, m - k) > CLOSELY:
            yield i, j, k, m
        else:
            yield from _closely(a, b, (i, j), (k, m))
        same = _common(a, b, j, m)
        i, k = j + same, m + same


def _closely(a: str, b: str, of_a: tuple[int, int], of_b: tuple[int, int]) -> Iterator[tuple[int, int, int, int]]:
    """Where two stretches differ by the fewest letters; what lies between two places that are the same is one."""
    (i, j), (k, m) = of_a, of_b
    for block in Indel.opcodes(a[i:j], b[k:m]).as_matching_blocks():  # the last is an empty one at both ends
        at, other = of_a[0] + block.a, of_b[0] + block.b
        if (at, other) != (i, k):
            yield i, at, k, other
        i, k = at + block.size, other + block.size


def _common(a: str, b: str, i: int, k: int) -> int:
    """How many characters are the same from these places on."""
    same, most = 0, min(len(a) - i, len(b) - k)
    while same < most and a[i + same : i + same + ANCHOR] == b[k + same : k + same + ANCHOR]:
        same += ANCHOR
    same = min(same, most)
    while same < most and a[i + same] == b[k + same]:
        same += 1
    return same


def _anchors(text: str, start: int) -> dict[str, int]:
    """The stretches that stand only once in a text, and where."""
    found: dict[str, int] = {}
    for at in range(start, len(text) - ANCHOR + 1):
        piece = text[at : at + ANCHOR]
        found[piece] = -1 if piece in found else at
    return found


def _quote(words: str) -> str:
    return f"“{words[:NEAR]}{'…' if len(words) > NEAR else ''}”" if words else "nothing"
