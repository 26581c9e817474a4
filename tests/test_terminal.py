"""What a person at a terminal gets: how far a command is, and what may come next at Tab."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samples import ROOT
from unres import cli, progress
from unres.progress import shown_progress

CLEAR = "\r\033[K"


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """Makes stderr a terminal to which progress is shown from the start; gives what was written to it."""
    monkeypatch.setattr(progress, "_is_terminal", lambda: True)
    monkeypatch.setattr(progress, "_SILENT", 0)
    monkeypatch.setattr(progress, "_PAUSE", 0)
    return lambda: capsys.readouterr().err


def ends_in_the_middle() -> None:
    with shown_progress():
        progress.progress("halfway")
        raise KeyboardInterrupt


class TestProgress:
    """A line that is written over and at the end removed."""

    def test_of_a_build_and_one_line_at_its_end(
        self, at_terminal: Callable[[], str], project: Path, tmp_path: Path
    ) -> None:
        site = tmp_path / "site"
        arguments = ["--project", str(project), "build", "--resolutions", str(ROOT / "resolution"), "--site", str(site)]
        assert cli.main(arguments) == 0
        *shown, end = at_terminal().split(CLEAR)
        assert end == f"1 resolution in {site}\n"
        percent = [int(found[1]) for line in shown if (found := re.fullmatch(r"rendering pages: (\d+) %", line))]
        assert percent == sorted(percent)
        assert percent[-1] == 100
        stages = dict.fromkeys(re.sub(r"\d+ %", "…", line) for line in shown if line)
        assert list(stages) == [
            "reading 1 of 1 text", "comparing resolutions", "writing pages", "rendering pages: …",
            "making the search index and data files",
        ]  # fmt: skip

    def test_is_removed_whatever_ends_it(self, at_terminal: Callable[[], str]) -> None:
        with pytest.raises(KeyboardInterrupt):
            ends_in_the_middle()
        assert at_terminal() == f"{CLEAR}halfway{CLEAR}"

    def test_is_silent_in_the_first_second_and_after_the_end(
        self, at_terminal: Callable[[], str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(progress, "_SILENT", 1)
        with shown_progress():
            progress.progress("too early")
        progress.progress("too late")
        assert at_terminal() == ""

    def test_comes_no_faster_than_it_can_be_read(
        self, at_terminal: Callable[[], str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(progress, "_PAUSE", 60)
        with shown_progress():
            for number in range(100):
                progress.progress(f"{number}")
        assert at_terminal() == f"{CLEAR}0{CLEAR}"

    def test_is_for_a_terminal_alone(self, at_terminal: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(progress, "_is_terminal", lambda: False)
        with shown_progress():
            progress.progress("halfway")
        assert at_terminal() == ""


COMPLETED = [
    pytest.param("unres ver", {"verify"}, id="a command"),
    pytest.param("unres export --format js", {"json", "jsonld"}, id="a value"),
    pytest.param("unres build --si", {"--site", "--site-url"}, id="an option"),
]
ASK = {  # each prints what the shell would offer
    "bash": """
        eval "$(unres completion bash)"
        COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9 COMP_WORDBREAKS=' '
        _python_argcomplete unres 2>/dev/null
        printf '%s\\n' "${COMPREPLY[@]}"
    """,
    "zsh": """
        autoload -U compinit && compinit -D
        eval "$(unres completion zsh)"
        [[ $_comps[unres] == _python_argcomplete ]] || exit 1
        _describe() { print -rl -- $completions }
        BUFFER=$1 CURSOR=${#1} words=(unres)
        _python_argcomplete
    """,
    "fish": "unres completion fish | source; complete -C $argv[1]",
}


@pytest.mark.parametrize("shell", ASK)
@pytest.mark.parametrize(("typed", "expected"), COMPLETED)
def test_tab_completes(shell: str, typed: str, expected: set[str], tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"needs {shell}")
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    start = {"bash": ["--norc", "-c", ASK[shell], "bash"], "zsh": ["-f", "-c", ASK[shell], "zsh"]}
    command = [str(shutil.which(shell)), *start.get(shell, ["--no-config", "-c", ASK[shell]]), typed]
    variables = {"PATH": path, "HOME": str(tmp_path), "TERM": "dumb"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=variables)
    offered = {re.split(r"[\t:]", line)[0].strip() for line in done.stdout.splitlines()} - {""}
    assert offered == expected, done.stderr


def test_a_shell_that_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["completion", "sh"])
    assert "choose from" in capsys.readouterr().err
