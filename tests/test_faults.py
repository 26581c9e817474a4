"""Whatever is broken around the program: one sentence that names the place, exit status 1, the old site untouched."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from samples import ROOT, SEED, problems, sample
from sites import run
from unres import cli, start
from unres.cli import texts
from unres.collection import source_texts
from unres.errors import Problem
from unres.text.parser import parse

NESTED = "\n".join("  " * depth + f"- ({'ai'[depth % 2]}) One" for depth in range(200))

SAID: dict[str, tuple[str, str]] = {
    "200 degrees of sub-paragraphs": (f"1. *Asks*:\n\n{NESTED}", "31: this sub-paragraph stands more than 12 degrees deep"),
    "a heading without words": ("1. *Ends*.\n\n#### <br>", "19: this heading has no words"),
    "a heading of nothing": ("1. *Ends*.\n\n### ", "19: this heading has no words"),
    "a paragraph of a line break": ("*Noting* fog,\n\n<br>\n\n1. *Ends*.", "19: this paragraph has no words"),
    "a paragraph numbered 1000": ("1. *Asks*;\n\n1000. *Ends*.", "19: begins with a number of more than three figures"),
    "a note numbered 1000": ("1. *Ends*.\n\n<sup>1000</sup> Fog.", "19: begins with a number of more than three"),
    "a character that is none": ("1. *Ends*\uffff.", "17: holds the control character U+FFFF"),
    "a sign that a terminal obeys": ("1. *Ends*\x9b.", "17: holds the control character U+009B"),
    "a note's mark by itself": ("<sup>a</sup>\n1. *Ends*.", "17: footnote a is called in paragraph 1 but absent"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "message"), SAID.values(), ids=SAID)
def test_what_no_page_can_show_is_an_error(body: str, message: str) -> None:
    assert [
        problem for problem in problems(sample(body)) if f"sample.md:{message}" in problem and "doubt" not in problem
    ]


def test_words_that_begin_with_a_year_are_words_behind_a_backslash() -> None:
    assert problems(sample("1. *Asks*:\n\n- (a) Oil;\n\n\\1999. Fog.")) == []


@pytest.mark.parametrize(
    "text",
    [
        sample("1. *Ends*.\n\n### Annex\n\nFog.").replace(
            "## Resolution adopted by the General Assembly on 1 April 2044", "## "
        ),
        sample("1. *Ends*.").replace("Agenda item 12 (c)", "Agenda item 12 (c)\n\n<br>"),
        "---\nsymbol: A/RES/99/7\n---\n" + sample("1. *Ends*.").replace("99/7. Lighthouses", "<br>"),
    ],
    ids=["an empty line of adoption", "a line of a break", "an empty title"],
)
def test_no_line_of_the_masthead_is_empty(text: str) -> None:
    assert any("no words" in problem for problem in problems(text))


MARKED = {
    "behind the number": "1.<sup>1</sup> *Asks*;\n\n2. *Ends*.<sup>1</sup>",
    "within the number": "1<sup>1</sup>. *Asks*;\n\n2. *Ends*.<sup>1</sup>",
    "on an item": "1. *Asks*:\n\n(a)<sup>1</sup> oil;\n\n2. *Ends*.<sup>1</sup>",
}


@pytest.mark.parametrize("body", MARKED.values(), ids=MARKED)
def test_a_marker_on_a_printed_number_is_kept_before_the_words(body: str) -> None:
    resolution = parse(sample(f"{body}\n\n<sup>1</sup> Fog."), "sample.md").resolution
    assert resolution is not None
    marked = [block for block in resolution.paragraphs if block.text.calls]
    assert [block.text.calls[0].at for block in marked] == [0, len(marked[1].text.plain)]


def test_a_marker_on_the_number_of_the_title_is_kept() -> None:
    resolution = parse(
        sample("1. *Ends*.\n\n<sup>1</sup> Fog.").replace("99/7.", "99/7.<sup>1</sup>"), "x.md"
    ).resolution
    assert resolution is not None
    assert [call.at for call in resolution.masthead.title.calls] == [0]
    assert resolution.footnotes[0].called_from == ("title",)


def test_a_note_of_the_closing_line_leads_back_to_its_page(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    text = sample(
        "1. *Ends*.\n\n*40th<sup>1</sup> plenary meeting  \n1 April 2044*\n\n<sup>1</sup> Fog.", closing=False
    )
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/a.md").write_text(text, encoding="utf-8")
    arguments = ["build", "--resolutions", str(tmp_path / "texts"), "--site", str(tmp_path / "site")]
    assert run(arguments, project, monkeypatch, capfd)[0] == 0


def test_nothing_that_is_printed_moves_the_cursor() -> None:
    said = str(Problem("a\x1b[2J\n.md", 1, "“\x1b]0;x\x07” \u202ehas no place"))
    assert said == r"a\x1b[2J\n.md:1: “\x1b]0;x\x07” \u202ehas no place"


def test_what_lies_beside_the_texts_is_no_text_and_capitals_change_nothing(tmp_path: Path) -> None:
    for name in ("a.md", "B.MD", ".#a.md", "._a.md", "a.md~", "notes.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "folder.md").mkdir()
    assert [path.name for path in source_texts(tmp_path)] == ["B.MD", "a.md"]


BROKEN: dict[str, tuple[str, bytes, str]] = {
    "a page that is no UTF-8": ("docs/about.md", b"# About\n\xff\n", "about.md"),
    "a snippet that is missing": ("docs/about.md", b'# About\n\n--8<-- "gone.md"\n', "gone.md"),
    "a template that is half typed": ("docs/overrides/main.html", b"{% if %}", "main.html:1"),
    "a style sheet that is no UTF-8": ("docs/assets/broken.css", b"a { color: red }\xff", "broken.css:1: is not UTF-8"),
    "settings that are no YAML": ("mkdocs.yml", b"a: [\n", "mkdocs.yml"),
}


@pytest.mark.parametrize(("name", "data", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_project_is_said_in_a_sentence(  # noqa: PLR0917 - fixtures
    name: str,
    data: bytes,
    message: str,
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    root = tmp_path / "project"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site", "one", "two"))
    (root / name).write_bytes(data)
    if name.endswith(".css"):
        settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
        (root / "mkdocs.yml").write_text(settings.replace("extra_css:\n", "extra_css:\n  - assets/broken.css\n"))
    code, said = run(
        ["build", "--resolutions", str(SEED.parent), "--site", str(tmp_path / "site")], root, monkeypatch, capfd
    )
    assert code == 1
    assert message in said
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("epoch", ["", "yesterday", "-1", "9" * 30, "1.5"])
def test_a_time_that_is_none_is_refused(
    epoch: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    code, said = run(
        ["build", "--resolutions", str(SEED.parent), "--site", str(tmp_path / "site")], project, monkeypatch, capfd
    )
    assert (code, said.count("\n")) == (1, 1)
    assert said.startswith(f"SOURCE_DATE_EPOCH is {epoch!r}")


@pytest.mark.parametrize(
    "address", ["http://[::1", 'https://e.org/"><script>', "https://\udcff.org/", "e.org", "ftp://e.org/"]
)
def test_an_address_that_is_none_is_refused(
    address: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["build", "--site-url", address], ROOT, monkeypatch, capfd)
    assert stopped.value.code == 2
    assert "is no address of a site" in capfd.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("place", ["texts/b.md", "docs/pipe.md"])
def test_a_pipe_is_not_waited_for(
    place: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "project"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site", "one", "two"))
    (root / "texts").mkdir()
    os.mkfifo(root / place)
    code, said = run(
        ["build", "--resolutions", str(root / "texts"), "--site", str(tmp_path / "site")], root, monkeypatch, capfd
    )
    assert code == 1
    assert place in said


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text on this system")
def test_a_name_that_is_no_text_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / os.fsdecode(b"99-7\xff.md")
    path.write_text(sample("1. *Ends*."), encoding="utf-8")
    code, said = run(["check", str(path)], ROOT, monkeypatch, capfd)
    assert code == 1
    assert r"99-7\udcff.md:1: has a name that is no text" in said


def test_a_terminal_that_lacks_a_sign_gets_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        sample("1. *Recalls* resolution 217 A (III) of the “Assembly” and A/99/1\u2013A/99/2."), encoding="utf-8"
    )
    ended = subprocess.run(
        [sys.executable, "-m", "unres.start", "find", str(path)],
        env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0
    assert b"Traceback" not in ended.stderr


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(cli, "main", lambda: __import__("unres_that_is_missing"))
    assert start.main() == 1
    said = capfd.readouterr().err
    assert said.startswith("unres: the package unres_that_is_missing is missing; what reads PDFs comes with")


def test_memory_that_runs_out_is_said(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def full(_: object) -> int:
        raise MemoryError

    monkeypatch.setattr(texts, "_check", full)
    assert cli.main(["check"]) == 1
    assert capfd.readouterr().err == "unres: memory ran out; close other programs and run this again\n"


DROPPED = """
import signal, sys, time, weakref
from unres import cli, start
class Thing: pass
def command():
    thing = Thing()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    watched = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGINT))
    del thing
    time.sleep(20)
    return 0
cli.main = command
sys.exit(start.main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a process alone")
def test_ctrl_c_that_python_drops_comes_again() -> None:
    ended = subprocess.run([sys.executable, "-c", DROPPED], capture_output=True, timeout=15, check=False)
    assert (ended.returncode, ended.stderr) == (130, b"")


MUCH = """
import signal, sys
from unres import cli, start
from unres.parallel import each

def much(_):
    return bytes(50_000_000)

def command():
    signal.signal(signal.SIGINT, signal.default_int_handler)
    print("begun", flush=True)
    return sum(map(len, each(much, range(2000), 2)))

cli.main = command
sys.exit(start.main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C reaches no group of processes there")
def test_ctrl_c_while_processes_hand_over_results_ends_the_command(tmp_path: Path) -> None:
    program = tmp_path / "much.py"
    program.write_text(MUCH, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(program)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b"begun\n"
        time.sleep(1)
        os.killpg(process.pid, signal.SIGINT)
        try:
            assert process.wait(timeout=30) == 130
            assert process.stderr.read() == b""
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a process alone")
@pytest.mark.parametrize("wait", [0.05, 0.3, 1.0])
def test_ctrl_c_is_no_traceback_at_any_moment(wait: float, tmp_path: Path) -> None:
    texts = []
    for number in range(60):
        texts.append(tmp_path / f"{number}.md")
        texts[-1].write_text(sample("1. *Recalls* resolution 55/2.\n\n" * 40).replace("99/7.", f"99/{number + 1}."))
    command = [sys.executable, "-m", "unres.start", "check", *map(str, texts)]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
    ) as process:
        time.sleep(wait)
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=60)[1].decode()
    # Python's own start-up, before any of our lines runs, is not ours to silence
    assert str(Path(start.__file__).parent) not in said.partition("Traceback")[2]
