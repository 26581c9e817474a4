"""What headings are counted by, and that labels, links and Akoma Ntoso take it from one reading."""

from __future__ import annotations

import pytest

from akn import NS, valid
from rich import entry_of
from samples import sample
from unres.exports.akn import to_akn
from unres.model import UNCOUNTED, Enumerator, Heading, Scheme
from unres.text.headings import read_heading

HEADINGS = {
    "a numeral": ("II", 2, Enumerator(Scheme.SECTION, "II", bare=True)),
    "a numeral with a title": ("II. Oil", 2, Enumerator(Scheme.SECTION, "II")),
    "a numeral and a title on its next line": ("II.\nOil", 2, Enumerator(Scheme.SECTION, "II")),
    "a word before it": ("Section II", 2, Enumerator(Scheme.SECTION, "II", bare=True)),
    "a word in capitals": ("SECTION II", 2, Enumerator(Scheme.SECTION, "II", bare=True)),
    "a chapter": ("Chapter IV. Oil", 2, Enumerator(Scheme.SECTION, "IV")),
    "a part with a numeral": ("Part I", 2, Enumerator(Scheme.SECTION, "I", bare=True)),
    "beyond thirty-nine": ("XLI", 2, Enumerator(Scheme.SECTION, "XLI", bare=True)),
    "a part of a composite resolution": ("B", 1, Enumerator(Scheme.PART, "B", bare=True)),
    "part I of a composite resolution": ("I", 1, Enumerator(Scheme.PART, "I", bare=True)),
    "a letter below a section": ("A. Oil", 3, Enumerator(Scheme.LETTER, "A")),
    "the letter C is no hundred": ("C. Oil", 3, Enumerator(Scheme.LETTER, "C")),
    "the annex": ("Annex", 1, Enumerator(Scheme.ANNEX, bare=True)),
    "one of several": ("Annex II", 1, Enumerator(Scheme.ANNEX, "II", bare=True)),
    "an annex in capitals with a title": ("ANNEX 2: Oil", 1, Enumerator(Scheme.ANNEX, "2")),
    "an appendix": ("Appendix IV", 2, Enumerator(Scheme.APPENDIX, "IV", bare=True)),
    "an article": ("Article 5", 2, Enumerator(Scheme.ARTICLE, "5", bare=True)),
    "an article and its title": ("Article 5\nUse of terms", 2, Enumerator(Scheme.ARTICLE, "5")),
    "words that begin with a letter": ("A new dawn", 2, UNCOUNTED),
    "words of these letters": ("CIVIL", 2, UNCOUNTED),
    "an article that is no number": ("Article on oil", 2, UNCOUNTED),
    "annexes": ("Annexes", 1, UNCOUNTED),
    "a sentence with a section": ("Section II of the plan", 2, UNCOUNTED),
    "nothing but words": ("Oil", 2, UNCOUNTED),
}  # fmt: skip


@pytest.mark.parametrize(("words", "level", "expected"), HEADINGS.values(), ids=HEADINGS)
def test_a_heading_is_read(words: str, level: int, expected: Enumerator) -> None:
    assert read_heading(words, level) == expected


FORMS = ["{}", "SECTION {}", "Section {}", "Chapter {}", "Part {}", "{}. Oil", "CHAPTER {}. Oil"]


@pytest.mark.parametrize("form", FORMS)
def test_a_section_is_numbered_linked_and_named_by_one_numeral(form: str) -> None:
    body = (
        f"#### {form.format('I')}\n\n1. *Recalls* section II of the present resolution;\n\n"
        f"#### {form.format('II')}\n\n1. *Ends*."
    )
    entry = entry_of(sample(body))
    assert [paragraph.label for paragraph in entry.resolution.paragraphs[1:]] == ["I/1", "II/1"]
    first, second = (block for block in entry.resolution.blocks if isinstance(block, Heading))
    assert (entry.places["I"].anchor, entry.places["II"].anchor) == (first.anchor, second.anchor)
    root = valid(to_akn(entry))
    assert [found.get("eId") for found in root.iter(f"{NS}section")] == ["sec_I", "sec_II"]
    assert [found.get("href") for found in root.iterfind(f".//{NS}mainBody//{NS}ref")] == ["#sec_II"]
