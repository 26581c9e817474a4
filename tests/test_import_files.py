"""Files in, files out: what cannot be imported is said in one sentence, and nobody's work is lost."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from argparse import Namespace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from printed import Press, resolution
from samples import ROOT
from unres import cli
from unres.errors import Level
from unres.pdf_import import import_pdf, import_pdfs, run_import
from unres.text.checksum import is_untouched
from unres.text.parser import parse

GOOD = resolution().text("*Noting* the sea,").numbered(1, "*Welcomes* the light.").closing().save()


def page(*lines: str, encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF of one page with these lines."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1, encrypt=encrypt)
    for index, line in enumerate(lines):
        canvas.drawString(123, 700 - 20 * index, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


class Mixed(Press):
    """A press whose further pages have the head of another resolution."""

    def _running_head(self, canvas: Canvas, number: int, _: int) -> None:
        canvas.drawString(60, 733, f"A/RES/199/{6 + number}")


def two() -> bytes:
    """A PDF of two resolutions."""
    press = Mixed().text("*The General Assembly*,", above=0).numbered(1, "*Welcomes* it.").closing()
    return press.page().text("*The General Assembly*,").save()


def turned() -> bytes:
    """A PDF whose words run from the bottom to the top."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    canvas.rotate(90)
    canvas.drawString(123, -300, "General Assembly")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


BAD = [
    pytest.param(b"", "not a PDF", id="empty"),
    pytest.param(b"<html>Just a moment</html>", "not a PDF", id="a web page"),
    pytest.param(GOOD[: len(GOOD) // 3], "broken", id="cut off"),
    pytest.param(page("x", encrypt=StandardEncryption("key", "key")), "encrypted", id="encrypted"),
    pytest.param(page(), "no text layer", id="scan"),
    pytest.param(page("Nations Unies", "A/RES/80/26", "Assemblée générale"), "in French", id="French"),
    pytest.param(page("Naciones Unidas", "A/RES/80/26", "Asamblea General"), "in Spanish", id="Spanish"),
    pytest.param(page("General Assembly", "A/80/L.41", "Draft resolution"), "A/80/L.41 is a draft", id="draft"),
    pytest.param(page("General Assembly", "A/80/534", "Report of the First Committee"), "A/80/534 is a report", id="report"),
    pytest.param(page("General Assembly", "A/DEC/80/501", "Decision adopted"), "A/DEC/80/501 is a decision", id="decision"),
    pytest.param(page("S/RES/2999 (2144)", "Security Council", "Resolution 2999 (2144)"), "S/RES/2999 (2144) is a resolution of the Security Council; only those", id="Security Council"),
    pytest.param(page("A/HRC/RES/99/2", "Human Rights Council", "its report"), "A/HRC/RES/99/2 is a resolution of the Human Rights Council", id="Human Rights Council"),
    pytest.param(page("General Assembly", "A/RES/9/246", "RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY"), "A/RES/9/246 is a resolution in a form that is not read yet", id="typewritten"),
    pytest.param(turned(), "a page is turned", id="turned"),
    pytest.param(page("A recipe for soup"), "not a resolution", id="something else"),
    pytest.param(two(), "more than one resolution, A/RES/199/7 and A/RES/199/8", id="two resolutions"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "said"), BAD)
def test_what_cannot_be_imported_is_said_and_the_others_are_imported(data: bytes, said: str, tmp_path: Path) -> None:
    bad, good, out = tmp_path / "bad.pdf", tmp_path / "good.pdf", tmp_path / "out"
    bad.write_bytes(data)
    good.write_bytes(GOOD)
    problems = import_pdfs([bad, good], out, jobs=1).problems
    assert len(problems) == 1, problems
    assert (problems[0].path, problems[0].line, problems[0].level) == (str(bad), 1, Level.ERROR)
    assert said in problems[0].message
    assert [path.name for path in out.iterdir()] == ["199-7.md"]


def test_an_organization_named_in_its_own_language_makes_no_foreign_document(tmp_path: Path) -> None:
    pdf = tmp_path / "given.pdf"
    press = resolution().text("*Noting* the Association pour les Nations Unies,").numbered(1, "*Ends*.").closing()
    pdf.write_bytes(press.save())
    assert import_pdfs([pdf], tmp_path / "out", jobs=1).problems == []


def advertised() -> Press:
    """A press that prints words at the foot of the page which are not of the document."""
    press = resolution()
    press.footer = "Buy lamps"
    return press


@pytest.mark.parametrize(
    ("press", "reader", "said"),
    [
        (resolution(), None, "every word matches"),
        (advertised(), None, "every word but those listed as doubts matches"),
        (resolution(), lambda *_: [(1, "one differs")], "every word but those listed as doubts matches"),
        (resolution(), lambda *_: 1 // 0, "the words were taken from, but could not be compared with,"),
    ],
    ids=["all alike", "words left out", "words that differ", "not compared"],
)
def test_how_it_was_compared_is_said_as_it_was(
    press: Press, reader: object, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = tmp_path / "given.pdf"
    pdf.write_bytes(press.numbered(1, "*Ends*.").closing().save())
    if reader:
        monkeypatch.setattr("unres.pdf_import.accounting.unaccounted", reader)
    assert f'checked: "{said} the official PDF"' in import_pdf(pdf).text


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    problems = import_pdfs([tmp_path / "none.pdf"], tmp_path / "out").problems
    assert "cannot be read" in str(problems[0])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("A_RES_199_7", True),
        ("199-7", True),
        ("A-RES-199-7-EN", True),
        ("N4401234", True),
        ("A_RES_199_8", False),
        ("198-7", False),
    ],
)
def test_a_name_must_not_say_another_resolution(name: str, right: bool, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(GOOD)
    problems = import_pdfs([path], tmp_path / "out").problems
    assert [problem.level for problem in problems] == ([] if right else [Level.ERROR])
    assert (tmp_path / "out").exists() == right


def test_the_same_resolution_twice_is_written_once(tmp_path: Path) -> None:
    paths = [tmp_path / "one.pdf", tmp_path / "other.pdf"]
    for path in paths:
        path.write_bytes(GOOD)
    problems = import_pdfs(paths, tmp_path / "out").problems
    assert [(problem.path, problem.level) for problem in problems] == [(str(paths[1]), Level.ERROR)]


def test_the_same_pdf_gives_the_same_bytes_wherever_it_is(tmp_path: Path) -> None:
    texts = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / f"{folder}.pdf"
        path.write_bytes(resolution(heading="Lighthouses").numbered(1, "*Ends*.").closing().save())
        texts.append(import_pdf(path).text)
    assert texts[0] == texts[1]
    assert "doubts:" in texts[0]


def test_an_edited_text_is_kept_unless_told(tmp_path: Path) -> None:
    pdf, out = tmp_path / "given.pdf", tmp_path / "out"
    pdf.write_bytes(GOOD)
    assert import_pdfs([pdf], out).problems == []
    text = out / "199-7.md"
    first = text.read_bytes()
    assert import_pdfs([pdf], out).problems == []
    text.write_text(text.read_text(encoding="utf-8").replace("the sea", "the ocean"), encoding="utf-8")
    (problem,) = import_pdfs([pdf], out).problems
    assert (problem.path, problem.level) == (str(text), Level.ERROR)
    assert "--force" in problem.message
    assert "the ocean" in text.read_text(encoding="utf-8")
    assert import_pdfs([pdf], out, force=True).problems == []
    assert text.read_bytes() == first


def test_a_text_that_nobody_touched_is_written_anew(tmp_path: Path) -> None:
    pdf, out = tmp_path / "given.pdf", tmp_path / "out"
    pdf.write_bytes(GOOD)
    import_pdfs([pdf], out)
    pdf.write_bytes(GOOD.replace(b"invariant", b"invariant") + b"\n% reissued\n")
    assert is_untouched((out / "199-7.md").read_text(encoding="utf-8"))
    assert import_pdfs([pdf], out).problems == []
    assert sorted(path.name for path in out.iterdir()) == ["199-7.md"]


def test_a_text_of_unknown_origin_is_kept(tmp_path: Path) -> None:
    pdf, out = tmp_path / "given.pdf", tmp_path / "out"
    pdf.write_bytes(GOOD)
    out.mkdir()
    (out / "199-7.md").write_text("# General Assembly\n", encoding="utf-8")
    assert [problem.level for problem in import_pdfs([pdf], out).problems] == [Level.ERROR]
    assert (out / "199-7.md").read_text(encoding="utf-8") == "# General Assembly\n"


def test_several_processes_keep_the_order(tmp_path: Path) -> None:
    paths = []
    for number in range(1, 6):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(resolution(symbol=f"A/RES/199/{number}").numbered(1, "Welcomes it.").closing().save())
        paths.append(path)
    problems = import_pdfs(paths, tmp_path / "out", jobs=2).problems
    assert [problem.path for problem in problems] == [str(path) for path in paths]


def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pdf, bad = tmp_path / "given.pdf", tmp_path / "bad.pdf"
    pdf.write_bytes(GOOD)
    bad.write_bytes(b"")
    assert run_import(Namespace(pdfs=[pdf], out=tmp_path / "out", force=False)) == 0
    assert capsys.readouterr() == ("", "1 written\n")
    assert run_import(Namespace(pdfs=[pdf, bad], out=tmp_path / "out", force=False)) == 1
    assert capsys.readouterr().err.startswith(f"{bad}:1: this is not a PDF")


def mangled() -> st.SearchStrategy[bytes]:
    """Anything, and real PDFs with a part of them changed."""
    at = st.integers(0, len(GOOD) - 1)
    changed = st.builds(lambda i, j, put: GOOD[: min(i, j)] + put + GOOD[max(i, j) :], at, at, st.binary(max_size=40))
    return st.one_of(st.binary(max_size=300), st.binary(max_size=200).map(lambda tail: b"%PDF-1.7\n" + tail), changed)


@given(data=mangled())
def test_no_bytes_make_it_fail(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / "any.pdf"
    path.write_bytes(data)
    result = import_pdf(path)
    assert result.text or result.problems
    assert not any("please report" in problem.message for problem in result.problems)
    if result.text:
        parse(result.text, "any.md")


@pytest.mark.parametrize("name", ["A_RES_73_3", "A_RES_79_250", "A_RES_80_26", "A_RES_80_162", "A_RES_80_243"])
def test_official_pdfs_import_without_a_false_doubt(name: str, shared: Path) -> None:
    result = import_pdf(shared / "corpus" / "pdf" / f"{name}.pdf")
    assert result.symbol
    real = {"A_RES_80_243": ["begins with a verb like an operative paragraph but carries no number"]}
    assert len(result.problems) == len(real.get(name, []))
    for problem, message in zip(result.problems, real.get(name, []), strict=True):
        assert problem.message.startswith(message)
    assert 'checked: "every word matches the official PDF"' in result.text


@pytest.mark.long
def test_hard_official_pdfs_import_read_back_and_check(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those in which numbers, lists, tables and headings are out of the ordinary."""
    pdfs = sorted((shared / "corpus" / "hard").glob("*.pdf"))
    tally = import_pdfs(pdfs, tmp_path, jobs=1)
    assert [(Path(problem.path).stem, str(problem.level)) for problem in tally.problems] == [("A_RES_78_253", "doubt")]
    assert "carries no number" in tally.problems[0].message
    texts = sorted(tmp_path.glob("*.md"))
    assert [path.stem for path in texts] == [pdf.stem.removeprefix("A_RES_").replace("_", "-") for pdf in pdfs]
    for path in texts:
        parsed = parse(path.read_text(encoding="utf-8"), path.name)
        assert parsed.errors == ()
        assert parsed.resolution is not None
        assert parsed.resolution.provenance.checked == "every word matches the official PDF"
        names = [paragraph.label for paragraph in parsed.resolution.paragraphs]
        top = [int(name) for name in names if name.isdigit()]
        assert top == list(range(1, len(top) + 1)), path.name
        assert len(set(names)) == len(names), path.name
    assert cli.main(["check", *map(str, texts)]) == 0
    *doubts, total = capsys.readouterr().err.splitlines()
    told = [doubt for doubt in doubts if "is not linked" not in doubt]
    assert len(told) == 1
    assert told[0].endswith(f": doubt: {tally.problems[0].message}")
    assert total.startswith("10 texts, ")


def test_labels_agree(shared: Path, tmp_path: Path) -> None:
    """The labelled resolutions, with the scorer that is beside them."""
    labelled = {
        json.loads(path.read_text(encoding="utf-8"))["symbol"] for path in (shared / "corpus" / "labels").glob("*.json")
    }
    names = [symbol.replace("/", "_") for symbol in sorted(labelled)]
    pdfs = [path for name in names if (path := shared / "corpus" / "pdf" / f"{name}.pdf").exists()]
    assert import_pdfs(pdfs, tmp_path / "texts", jobs=1).problems == []
    shutil.copy(ROOT / "resolution" / "62-160.md", tmp_path / "texts")
    command = [
        sys.executable,
        "-m",
        "unres.cli",
        "export",
        "--format",
        "json",
        "--resolutions",
        str(tmp_path / "texts"),
    ]
    subprocess.run([*command, "--out", str(tmp_path / "json")], check=True, timeout=120)
    score = [
        sys.executable,
        str(shared / "score" / "score.py"),
        str(shared / "corpus" / "labels"),
        str(tmp_path / "json"),
    ]
    lines = subprocess.run(score, check=True, capture_output=True, text=True, timeout=120).stdout.splitlines()
    measures = [re.match(r"(\w[\w ]*?) +P (\S+)  R (\S+)", line) for line in lines]
    figures = {found[1]: min(float(found[2]), float(found[3])) for found in measures if found}
    assert {"masthead fields", "paragraph kind and label", "footnote text", "references"} <= set(figures)
    assert min(figures.values()) >= 0.99, lines
