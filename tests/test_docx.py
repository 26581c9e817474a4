"""Word documents, read back by another program's library, and by an office suite where there is one."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from samples import SEED, read, sample
from unres.compare import compare
from unres.docx import to_docx, to_tracked_docx
from unres.model import Resolution
from unres.text.parser import parse, texts_of
from words import bare_words

BODY = """\
*Recalling* its resolution 98/4,<sup>1</sup> and the *Lamp* report,<sup>2</sup>

1. *Decides* as follows,<sup>1</sup> in H<sub>2</sub>O & “<ice>”:

(a) To light:

(i) The northern lamps;

(ii) The southern ones;

(b) To rest;

which is all;

2. *Thanks* the keepers.<sup>a</sup>

| Tower | Height |
| --- | --- |
| North<sup>b</sup> | 12 metres |

<sup>1</sup> Of 2 May 2043.

<sup>2</sup> A/98/12.

<sup>a</sup> All of them.

<sup>b</sup> The *old* one.
"""


def document(data: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(data))


def numbers_of(file: docx.document.Document) -> list[str]:
    """The numbers that a word processor counts, in order: ``1.``, ``(a)``, ``(i)``."""
    numbering = file.part.numbering_part.element
    starts = {num.numId: num.find(f".//{qn('w:startOverride')}") for num in numbering.num_lst}
    counts: dict[int, list[int]] = {}
    out = []
    for paragraph in file.paragraphs:
        place = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if place is None:
            continue
        identifier, degree = (int(place.find(qn(name)).get(qn("w:val"))) for name in ("w:numId", "w:ilvl"))
        count = counts.setdefault(identifier, [int(starts[identifier].get(qn("w:val"))) - 1])
        count[degree + 1 :] = []
        count += [0] * (degree + 1 - len(count))
        count[degree] += 1
        roman = ["i", "ii", "iii", "iv", "v"]
        out.append((f"{count[0]}.", f"({chr(96 + count[degree])})", f"({roman[min(count[degree], 5) - 1]})")[degree])
    return out


def text_in(element: BaseOxmlElement) -> str:
    """Every word of an element, tables and fields included, without footnote marks."""
    for mark in element.iter(qn("w:rStyle")):
        if mark.get(qn("w:val")) == "FootnoteReference":
            for text in mark.getparent().getparent().iter(qn("w:t")):
                text.text = ""
    return " ".join(
        "".join(t.text or " " for t in p.iter(qn("w:t"), qn("w:br"), qn("w:tab"))) for p in element.iter(qn("w:p"))
    )


def plain(resolution: Resolution) -> str:
    """Every word of a resolution but printed numbers and notes."""
    head = resolution.masthead
    texts = [text for block in resolution.blocks for _, text in texts_of(block)]
    return " ".join(
        [*(line.text.plain for line in head.lines), head.number, head.title.plain, *(t.plain for t in texts)]
    )


def test_every_word_and_number_of_a_text_can_be_read_back() -> None:
    resolution = parse(sample(BODY), "sample.md").resolution
    assert resolution is not None
    file = document(to_docx(resolution))
    assert bare_words(text_in(file.element.body)) == bare_words(plain(resolution))
    assert numbers_of(file) == ["1.", "(a)", "(i)", "(ii)", "(b)", "2."]
    italic = [run.text for paragraph in file.paragraphs for run in paragraph.runs if run.italic]
    assert italic[:3] == ["The General Assembly,", "Recalling", "Lamp"]


def notes_of(data: bytes) -> dict[str, list[str]]:
    part = next(rel.target_part for rel in document(data).part.rels.values() if rel.reltype.endswith("/footnotes"))
    notes = etree.fromstring(part.blob)
    return {
        note.get(qn("w:id")): "".join(t.text for t in note.iter(qn("w:t"))).split()
        for note in notes
        if note.get(qn("w:type")) is None
    }


def test_notes_are_footnotes_where_they_are_first_called() -> None:
    resolution = parse(sample(BODY), "sample.md").resolution
    assert resolution is not None
    data = to_docx(resolution)
    assert notes_of(data) == {
        "2": ["Of", "2", "May", "2043."],
        "3": ["A/98/12."],
        "4": ["a", "All", "of", "them."],
        "5": ["b", "The", "old", "one."],
    }
    body = document(data).element.body
    references = [(r.get(qn("w:id")), r.get(qn("w:customMarkFollows"))) for r in body.iter(qn("w:footnoteReference"))]
    assert references == [("2", None), ("3", None), ("4", "1"), ("5", "1")]
    assert [field.get(qn("w:instr")) for field in body.iter(qn("w:fldSimple"))] == [r" NOTEREF note2 \f \h "]


@pytest.mark.parametrize(
    ("body", "numbers", "written"),
    [
        pytest.param("1. *Asks*;\n\n3. *Thanks*.", ["1.", "3."], [], id="a number left out begins a list"),
        pytest.param(
            "#### I\n\n1. *Asks*.\n\n#### II\n\n1. *Thanks*.", ["1.", "1."], [], id="sections that begin anew"
        ),
        pytest.param("1. *Asks*:\n\n(b) Twice;\n\n2. *Thanks*.", ["1.", "2."], ["(b)"], id="a list without its first"),
    ],
)
def test_numbers_that_no_one_would_count_to_are_written(body: str, numbers: list[str], written: list[str]) -> None:
    resolution = parse(sample(body), "sample.md").resolution
    assert resolution is not None
    file = document(to_docx(resolution))
    assert numbers_of(file) == numbers
    found = [p.text.split("\t")[0] for p in file.paragraphs if "\t" in p.text]
    assert found == written


def seed() -> Resolution:
    resolution = parse(SEED.read_text(encoding="utf-8"), "62-160.md").resolution
    assert resolution is not None
    return resolution


def sides(data: bytes) -> tuple[list[str], list[str]]:
    """The words with all changes rejected, and with all accepted."""
    body = document(data).element.body
    for run in body.iter(qn("w:delText")):
        run.tag = qn("w:t")
    out = []
    for drop in ("w:ins", "w:del"):
        copy = etree.fromstring(etree.tostring(body))
        for element in list(copy.iter(qn(drop))):
            element.getparent().remove(element)
        out.append(bare_words(text_in(copy)))
    return out[0], out[1]


PARAGRAPHS = [
    "*Thanks* the keepers who have served on remote islands for ten years or longer;",
    "*Thanks* the keepers who have served on far islands for twelve years or longer;",
    "*Calls upon* coastal States to repair every tower damaged by ice, salt or falling rock;",
    "*Invites* shipowners to contribute whale-free oil and spare lenses to a common store;",
    "*Encourages* schools to teach children how signals are read and why they matter;",
]


@given(
    st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6),
    st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6),
)
def test_changes_rejected_give_the_old_words_and_accepted_the_new(old: list[str], new: list[str]) -> None:
    before, after = (read("\n\n".join(f"{at}. {words}" for at, words in enumerate(side, 1))) for side in (old, new))
    rejected, accepted = sides(to_tracked_docx(compare(before, after)))
    assert accepted == bare_words(plain(after))
    head = len(bare_words(plain(after))) - len(bare_words(" ".join(p.text.plain for p in after.paragraphs)))
    assert len(rejected) == head + len(bare_words(" ".join(p.text.plain for p in before.paragraphs)))
    assert " ".join(bare_words(" ".join(p.text.plain for p in before.paragraphs))) in " ".join(rejected)


def test_a_document_is_the_same_for_the_same_text() -> None:
    assert to_docx(seed()) == to_docx(seed())


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_an_office_suite_opens_it(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(to_docx(seed()))
    (tmp_path / "b.docx").write_bytes(to_tracked_docx(compare(seed(), seed())))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), "a.docx", "b.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    for name in ("a", "b"):
        text = (tmp_path / f"{name}.txt").read_text(encoding="utf-8")
        assert "11. Decides to continue its consideration of the question at its sixty-third session." in text
