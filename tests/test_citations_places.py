"""Where a reference to a paragraph leads when sections number their own paragraphs, and when they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from samples import sample
from unres.collection import Collection, Place, load

RESTARTING = """\
1. *Opens*;

#### I

1. *Begins*;

2. *Goes on as in* {words};

#### II

1. *Recalls*;

2. *Ends*.
"""
RUNNING_ON = RESTARTING.replace("1. *Opens*;\n\n", "").replace("1. *Recalls*", "3. *Recalls*").replace("2. *E", "4. *E")


def collection_of(folder: Path, **texts: str) -> Collection:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return load(sorted(folder.glob("*.md")))[0]


def target_of(collection: Collection, symbol: str) -> tuple[str, Place]:
    entry = collection.entries[symbol]
    [target] = [found.target for found in entry.links if found.reference.place.endswith("2")]
    assert target
    return target.symbol, target.place


OWN = [
    # text, words, label
    (RESTARTING, "section II, paragraph 1, of the present resolution", "II/1"),
    (RESTARTING, "paragraph 2 of section II above", "II/2"),
    (RESTARTING, "paragraph 1 above", "I/1"),
    (RESTARTING, "paragraph 1 of the present resolution", "1"),
    (RUNNING_ON, "section II, paragraph 4, of the present resolution", "4"),
    (RUNNING_ON, "paragraph 3 below", "3"),
]


@pytest.mark.parametrize(("text", "words", "label"), OWN)
def test_own_paragraphs(tmp_path: Path, text: str, words: str, label: str) -> None:
    collection = collection_of(tmp_path, a=sample(text.format(words=words)))
    places = collection.entries["A/RES/99/7"].places
    assert target_of(collection, "A/RES/99/7") == ("A/RES/99/7", places[label])


HELD = [
    (RESTARTING, "resolution 99/7, sect. II, para. 1", "II/1"),
    (RESTARTING, "section II, paragraph 2, of its resolution 99/7", "II/2"),
    (RESTARTING, "section II and paragraph 1 of resolution 99/7", "1"),
    (RESTARTING, "paragraph 1 of resolution 99/7", "1"),
    (RUNNING_ON, "resolution 99/7, sect. II, para. 4", "4"),
    (RUNNING_ON, "paragraphs 3 and 4 of resolution 99/7", "3"),
]


@pytest.mark.parametrize(("text", "words", "label"), HELD)
def test_paragraphs_of_another_that_is_held(tmp_path: Path, text: str, words: str, label: str) -> None:
    citing = sample(f"1. *Opens*;\n\n2. *Recalls* {words}.").replace("99/7. L", "99/8. L")
    collection = collection_of(tmp_path, a=sample(text.format(words="peace")), b=citing)
    places = collection.entries["A/RES/99/7"].places
    assert target_of(collection, "A/RES/99/8") == ("A/RES/99/7", places[label])


def test_a_paragraph_that_its_section_lacks_is_not_sought_elsewhere(tmp_path: Path) -> None:
    citing = sample("1. *Opens*;\n\n2. *Recalls* resolution 99/7, sect. I, para. 9.").replace("99/7. L", "99/8. L")
    collection = collection_of(tmp_path, a=sample(RESTARTING.format(words="peace")), b=citing)
    assert target_of(collection, "A/RES/99/8") == ("A/RES/99/7", Place(""))
