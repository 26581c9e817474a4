"""What ``unres import`` writes, ``unres check`` and the build accept, whatever was printed.

Resolutions with slips of the print are made at random, printed, imported, checked and made into pages; then a character of
what was written is lost, doubled or moved, and the check and the pages must agree about that text too. The fixed examples
judge a change; a few random ones are tried at each run: ``--examples 2000`` tries as many, ``--seed`` gives the same again.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging import judge, publish
from printed import Press
from slips import nudged, slipped
from unres.collection import load
from unres.collection.checking import check
from unres.errors import errors_in
from unres.model import Closing, Heading, Paragraph, Resolution, Table
from unres.pdf_import import import_pdfs
from unres.pdf_import.document import CHECKED
from unres.text.parser import parse, places_that_call


def judge_import(press: Press, data: st.DataObject) -> None:
    """One sentence and no file, or a file that can be published and has all that was printed."""
    with tempfile.TemporaryDirectory() as folder:
        pdf, out = Path(folder, "given.pdf"), Path(folder, "texts")
        pdf.write_bytes(press.save())
        problems = import_pdfs([pdf], out, jobs=1).problems
        refusals = errors_in(problems)
        hypothesis.note("\n".join(" ".join(piece.text for _, piece in line.pieces) for line in press.drawn))
        assert not any("please report it" in problem.message for problem in problems), problems
        if refusals:
            hypothesis.event("refused")
            assert not out.exists(), refusals
            return
        (path,) = out.iterdir()
        text = path.read_text(encoding="utf-8")
        assert errors_in(check([path])[0]) == (), text
        (entry,) = load([path])[0]
        assert parse(text, str(path)).resolution == entry.resolution
        judge(text)
        if entry.resolution.provenance.checked.startswith(CHECKED):
            hypothesis.event("every word matches")
            assert letters_of(entry.resolution) == printed_letters(press)
        else:
            assert entry.resolution.provenance.doubts
        for _ in range(3):
            judge_text(path, data.draw(nudged(text)))


def judge_text(path: Path, text: str) -> None:
    """The check, the reading and the pages agree about a text."""
    path.write_text(text, encoding="utf-8")
    refused = errors_in(check([path])[0])
    collection, problems = load([path])
    assert errors_in(problems) == refused
    assert len(collection) == (not refused)
    for entry in collection:
        hypothesis.event("a nudged text is published")
        publish(entry.resolution)


def printed_letters(press: Press) -> Counter[str]:
    """The letters of the blocks and of the notes on the pages, numbers and markers too."""
    return letters(piece.text for line in press.drawn for _, piece in line.pieces)


def letters_of(resolution: Resolution) -> Counter[str]:
    """The same of a model."""
    called = [words for _, words in places_that_call(resolution)]
    called += [note.text for note in resolution.footnotes]
    texts = [call.number for words in called for call in words.calls]
    texts += [part for note in resolution.footnotes for part in (note.number, note.text.plain)]
    for block in resolution.blocks:
        if isinstance(block, Table):
            texts += [cell.plain for row in block.rows for cell in row]
        elif isinstance(block, Paragraph | Heading | Closing):
            texts += [getattr(block, "number", ""), block.text.plain]
    return letters(texts)


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(character for text in texts for character in text if character.isalnum())


def settings(examples: int, *, fixed: bool) -> hypothesis.settings:
    """Examples are not made smaller: each takes a PDF, and the text of the one that fails is shown."""
    return hypothesis.settings(
        max_examples=examples, derandomize=fixed, database=None, deadline=None,
        phases=[hypothesis.Phase.generate], suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip


@pytest.mark.long
def test_fixed_prints_with_slips() -> None:
    settings(40, fixed=True)(given(slipped(), st.data())(judge_import))()


@pytest.mark.long
def test_random_prints_with_slips(request: pytest.FixtureRequest) -> None:
    examples, seed = request.config.getoption("--examples"), request.config.getoption("--seed")
    hypothesis.seed(seed)(settings(examples, fixed=False)(given(slipped(), st.data())(judge_import)))()
