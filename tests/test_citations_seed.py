"""The twelve references of resolution 62/160, read by eye from the print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from unres.citations import Passage, Type, find_in_passages, official_address

SOURCE = Path(__file__).parents[1] / "resolution" / "62-160.md"

# place, words, type, symbol, address
EXPECTED = [
    ("pp1", "Charter of the United Nations, in particular Article 1, paragraph 3", "charter", "CHARTER/1/3", "https://www.un.org/en/about-us/un-charter/chapter-1"),
    ("pp2", "61/168", "resolution", "A/RES/61/168", "https://docs.un.org/en/A/RES/61/168"),
    ("pp2", "resolution 2005/54", "resolution", "E/CN.4/RES/2005/54", "https://docs.un.org/en/E/CN.4/RES/2005/54"),
    ("pp9", "resolution 2000/22", "resolution", "E/CN.4/Sub.2/RES/2000/22", "https://docs.un.org/en/E/CN.4/Sub.2/RES/2000/22"),
    ("6", "Charter of the United Nations", "charter", "CHARTER", "https://www.un.org/en/about-us/un-charter/full-text"),
    ("7", "Charter", "charter", "CHARTER", "https://www.un.org/en/about-us/un-charter/full-text"),
    ("fn1", "A/CONF.157/24 (Part I)", "document", "A/CONF.157/24(PartI)", "https://docs.un.org/en/A/CONF.157/24(PartI)"),
    ("fn2", "resolution 55/2", "resolution", "A/RES/55/2", "https://docs.un.org/en/A/RES/55/2"),
    ("fn3", "E/2005/23", "document", "E/2005/23", "https://docs.un.org/en/E/2005/23"),
    ("fn3", "Corr.1", "document", "E/2005/23/Corr.1", "https://docs.un.org/en/E/2005/23/Corr.1"),
    ("fn3", "2", "document", "E/2005/23/Corr.2", "https://docs.un.org/en/E/2005/23/Corr.2"),
    ("fn4", "E/CN.4/2001/2-E/CN.4/Sub.2/2000/46", "document", "E/CN.4/2001/2", "https://docs.un.org/en/E/CN.4/2001/2"),
]  # fmt: skip


def passages() -> list[Passage]:
    """The source text cut by the simplest rules: what stands where is the parser's own business."""
    found, preamble = [], 0
    for block in re.split(r"\n\s*\n", SOURCE.read_text(encoding="utf-8")):
        note = re.match(r"<sup>(\d+)</sup> ", block)
        number = re.match(r"(\d+)\. ", block)
        plain = re.sub(r"<sup>\d+</sup>|\*|^\d+\. ", "", block).strip()
        if note:
            found.append(Passage(f"fn{note[1]}", plain))
        elif number:
            found.append(Passage(number[1], plain))
        elif re.match(r"\*[A-Z]\w+ing", block):
            preamble += 1
            found.append(Passage(f"pp{preamble}", plain))
    return sorted(found, key=lambda passage: passage.place.startswith("fn"))


@pytest.mark.parametrize("index", range(len(EXPECTED)))
def test_seed_reference(index: int) -> None:
    found = [r for r in find_in_passages(passages()).references if r.type is not Type.INSTRUMENT]
    assert len(found) == len(EXPECTED)
    reference = found[index]
    row = (reference.place, reference.text, reference.type, reference.symbol, official_address(reference))
    assert row == EXPECTED[index]


def test_seed_leaves_no_doubt() -> None:
    assert find_in_passages(passages()).doubts == ()
