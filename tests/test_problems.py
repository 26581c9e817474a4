"""Problems for programs: what GitHub and editors read is what ``check`` prints."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest

from samples import SEED
from unres import cli
from unres.errors import Level, Problem
from unres.exports.problems import to_github, to_sarif

ODD = Problem("texts/a,b:c.md", 3, "100 % of\nthis: that", Level.ERROR)


def test_a_workflow_command_holds_one_line_and_no_mark_of_its_own() -> None:
    line = to_github(ODD)
    assert line == "::error file=texts/a%2Cb%3Ac.md,line=3::100 %25 of%0Athis: that"
    assert unquote(line.rpartition("::")[2]) == ODD.message


def test_a_workflow_command_shows_what_a_terminal_would_act_upon() -> None:
    assert "\x1b" not in to_github(Problem("\x1b[2J.md", 1, "what \x1b[31m says"))


def test_sarif_says_file_line_level_and_message() -> None:
    (result,) = json.loads(to_sarif([ODD]))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == (ODD.path, ODD.line)
    assert (result["level"], result["message"]["text"]) == ("error", ODD.message)


@pytest.mark.parametrize("form", ["text", "github", "sarif"])
def test_check_says_the_same_in_each_form(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "bad.md"
    text.write_text(SEED.read_text(encoding="utf-8").replace("<sup>2</sup>", "", 1), encoding="utf-8")
    assert cli.main(["check", str(text), "--format", form]) == 1
    printed = capsys.readouterr()
    said = printed.err if form == "text" else printed.out
    assert str(text) in said
    assert "1 text" in printed.err.splitlines()[-1]
    assert len(json.loads(said)["runs"][0]["results"]) if form == "sarif" else len(said.splitlines())


def test_a_sound_text_gives_an_empty_log(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(SEED), "--format", "sarif"]) == 0
    log = json.loads(capsys.readouterr().out)
    assert [result["level"] for result in log["runs"][0]["results"] if result["level"] == "error"] == []
