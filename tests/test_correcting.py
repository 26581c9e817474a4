"""After an import: what check and find say of one file among others, and a mended text compared once more."""

from __future__ import annotations

from pathlib import Path

import pytest

from printed import Press, resolution
from unres import cli
from unres.pdf_import import import_pdfs
from unres.text.parser import parse_file

MATCHES = "every word matches the official PDF"
DIFFERS = "every word but those listed as doubts matches the official PDF"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """The exit code of a command, and what it says."""
    code = cli.main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def printed(press: Press, path: Path) -> Path:
    path.write_bytes(press.save())
    return path


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """A PDF in which a word is misprinted."""
    return printed(
        resolution().text("*Noting* the sae,").numbered(1, "*Welcomes* the light.").closing(), tmp_path / "given.pdf"
    )


@pytest.fixture
def text(pdf: Path, tmp_path: Path) -> Path:
    """The text that is imported from it."""
    assert import_pdfs([pdf], tmp_path / "texts").problems == []
    return tmp_path / "texts" / "199-7.md"


def mend(path: Path, old: str, new: str) -> None:
    whole = path.read_text(encoding="utf-8")
    assert old in whole
    path.write_text(whole.replace(old, new), encoding="utf-8")


def test_what_an_editor_states_outlasts_a_comparison(text: Path, pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = 'vote: "without a vote (A/199/PV.40)"\nsponsors: "Benin, Cuba (A/199/L.1)"\nrecord: A/199/PV.40\n'
    mend(text, "symbol:", f"{lines}symbol:")
    before = parse_file(text).resolution
    assert before
    assert all(stated for _, stated in before.provenance.stated)
    assert run(capsys, "seal", text, "--against", pdf)[0] == 0
    after = parse_file(text).resolution
    assert after
    assert not after.provenance.edited
    assert after.provenance.stated == before.provenance.stated


def test_a_mended_word_is_listed_as_what_it_is(text: Path, pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mend(text, "the sae", "the sea")
    assert parse_file(text).resolution.provenance.edited  # type: ignore[union-attr]
    code, _, said = run(capsys, "seal", text, "--against", pdf)
    assert (code, said.splitlines()[-1]) == (0, f"{text}: 2 differences from {pdf}")
    sealed = parse_file(text).resolution
    assert sealed
    assert (sealed.provenance.checked, sealed.provenance.edited) == (DIFFERS, False)
    assert all("the PDF has" in doubt for doubt in sealed.provenance.doubts)
    assert sealed.paragraphs[1].text.plain == "Noting the sea,"


def test_a_text_that_agrees_says_so(text: Path, pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = text.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    text.write_text(body.lstrip("\n"), encoding="utf-8")  # typed, without a word of where it comes from
    code, _, said = run(capsys, "seal", text, "--against", pdf)
    assert (code, said) == (0, f"{text}: every word matches {pdf}\n")
    sealed = parse_file(text)
    assert sealed.problems == ()
    assert sealed.resolution
    assert sealed.resolution.provenance.checked == MATCHES
    assert text.read_text(encoding="utf-8").endswith(body)


def test_a_sealed_text_is_kept_by_an_import(text: Path, pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mend(text, "the sae", "the sea")
    run(capsys, "seal", text, "--against", pdf)
    (problem,) = import_pdfs([pdf], text.parent).problems
    assert "was kept" in problem.message
    assert "the sea" in text.read_text(encoding="utf-8")


def test_the_pdf_of_another_resolution_is_refused(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = text.read_bytes()
    other = printed(resolution(symbol="A/RES/199/8").numbered(1, "*Ends*.").closing(), tmp_path / "other.pdf")
    code, _, said = run(capsys, "seal", text, "--against", other)
    assert code == 1
    assert said.startswith(f"{other}:1: holds A/RES/199/8, and the text A/RES/199/7")
    assert text.read_bytes() == before


def test_a_text_with_an_error_is_not_sealed(text: Path, pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mend(text, "*Noting*", "*Noting")
    before = text.read_text(encoding="utf-8")
    line = before[: before.index("*Noting")].count("\n") + 1
    code, _, said = run(capsys, "seal", text, "--against", pdf)
    assert code == 1
    assert said.startswith(f"{text}:{line}: italic words that start here never end")
    assert text.read_text(encoding="utf-8") == before


def test_an_import_ends_with_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doubtful = resolution(symbol="A/RES/199/8").numbered(1, "Welcomes it.").closing()
    paths = [
        printed(resolution().numbered(1, "*Ends*.").closing(), tmp_path / "a.pdf"),
        printed(doubtful, tmp_path / "b.pdf"),
    ]
    assert run(capsys, "import", *paths, "--out", tmp_path)[2].splitlines()[-1] == "2 written, 1 doubt in 1 text"
    (tmp_path / "c.pdf").write_bytes(b"")
    code, _, said = run(capsys, "import", *paths, tmp_path / "c.pdf", "--out", tmp_path)
    assert (code, said.splitlines()[-1]) == (1, "0 written, 2 as before, 1 error in 1 text, 1 doubt in 1 text")


def test_check_repeats_what_the_import_doubted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    press = resolution().numbered(1, "Welcomes it.").numbered(3, "*Ends*.").closing()
    import_pdfs([printed(press, tmp_path / "a.pdf")], tmp_path)
    code, _, said = run(capsys, "check", tmp_path / "199-7.md")
    *doubts, line = said.splitlines()
    assert (code, line) == (0, "1 text, 2 doubts in 1 text")
    assert sum("the import says: page 1: 1. opens with “Welcomes”" in doubt for doubt in doubts) == 1
    assert sum("paragraph 2 is missing" in doubt for doubt in doubts) == 1  # said once, by whoever says it


def test_many_doubts_of_one_kind_are_said_once_with_their_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    press = resolution()
    for number in range(1, 10):
        press.numbered(number, "Welcomes it;")
    pdf = printed(press.numbered(11, "*Ends*.").closing(), tmp_path / "a.pdf")
    *doubts, line = run(capsys, "import", pdf, "--out", tmp_path)[2].splitlines()
    assert doubts == [
        f"{pdf}:1: doubt: paragraph 10 is missing before paragraph 11; compare with the official text",
        f"{pdf}:1: doubt: 1. opens with “Welcomes”, which is not set in italics; 8 more like it: 1",
    ]
    assert line == "1 written, 10 doubts in 1 text"
    doubts = run(capsys, "check", tmp_path / "199-7.md")[2].splitlines()[:-1]
    assert [doubt.rpartition("; ")[2][:17] for doubt in doubts] == ["8 more like it: 3", "compare with the "]


def test_what_an_import_doubted_is_said_once_after_lines_have_moved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    press = resolution().numbered(1, "*Welcomes* it;").numbered(1, "*Ends* it.").closing()
    import_pdfs([printed(press, tmp_path / "a.pdf")], tmp_path)
    mend(tmp_path / "199-7.md", "*The General Assembly*,", "*The General Assembly*,\n\n*Noting* the sea,")
    said = run(capsys, "check", tmp_path / "199-7.md")[2]
    assert said.count("paragraph 1 comes after paragraph 1") == 1


def test_check_says_that_nothing_is_in_doubt(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", text) == (0, "", "1 text, nothing in doubt\n")


def test_one_file_is_read_among_those_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = {"session": "Seventy-ninth session"}
    first = resolution(symbol="A/RES/79/7", **session).numbered(1, "*Ends*.").closing()
    citing = resolution(symbol="A/RES/79/8", **session).numbered(1, "*Recalls* its resolution 79/7.").closing()
    pdfs = [printed(first, tmp_path / "a.pdf"), printed(citing, tmp_path / "b.pdf")]
    import_pdfs(pdfs, tmp_path)
    (tmp_path / "broken.md").write_text("nothing\n", encoding="utf-8")
    code, out, said = run(capsys, "find", tmp_path / "79-8.md", "--json")
    assert (code, said) == (0, "")
    assert '"internal": true' in out
    assert out.count("\n") == 1
