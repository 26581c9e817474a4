"""The scripts' own Python: when it is made, mended and left alone, what is said when it cannot be had."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

import _browser
import _environment
from _environment import Environment, SetupError

ROOT = Path(__file__).parents[1]
SCRIPTS = ROOT / "scripts"
ENTRIES = sorted(SCRIPTS.glob("[a-z]*.py"))
LOCKS = [SCRIPTS / "locks" / f"{name}.txt" for name in _environment.LOCKS]


def pins(lock: Path) -> dict[str, str]:
    """The packages of a lock, each with its version and condition."""
    return dict(re.findall(r"^([\w.-]+)==(.+?) *\\$", lock.read_text(encoding="utf-8"), re.MULTILINE))


class TestLocks:
    """What may be installed is said in the locks, and where it comes from is not."""

    @pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
    def test_names_no_place(self, lock: Path) -> None:
        for line in lock.read_text(encoding="utf-8").splitlines():
            assert re.fullmatch(r"[\w.-]+==\S+( ;.*)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line), line
            assert "/" not in line

    def test_there_is_no_other(self) -> None:
        assert sorted(LOCKS) == sorted((SCRIPTS / "locks").iterdir())

    def test_each_holds_the_one_before(self) -> None:
        held = [pins(lock).items() for lock in LOCKS]
        assert all(smaller < larger for smaller, larger in pairwise(held))

    def test_hold_what_the_project_asks_for(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        groups = project["dependency-groups"]
        asked = {
            "build": [*project["project"]["dependencies"], *project["build-system"]["requires"], *groups["build"]],
            "import": project["project"]["optional-dependencies"]["import"],
            "dev": groups["dev"],
            "bench": groups["bench"],
        }
        for lock in LOCKS:
            names = {re.split(r"[^\w.-]", item)[0] for item in asked[lock.stem] if isinstance(item, str)}
            assert {re.sub(r"[._]", "-", name.lower()) for name in names} <= set(pins(lock)), f"make {lock.name} anew"


STARTED = [SCRIPTS / f"{name}.py" for name in ("serve", "build", "test", "unres", "bench", "pictures")]
OLD = [path for path in map(shutil.which, ("python2.7", "python2", "python3.6", "python3.8", "python3.10")) if path]


class TestAnOldPython:
    """It is told so, in words: what a user starts keeps to what Python 2.7 can read."""

    @pytest.mark.parametrize("script", [SCRIPTS / "_setup.py", *STARTED], ids=lambda script: script.name)
    def test_reads_the_scripts(self, script: Path) -> None:
        source = script.read_bytes()
        assert source.isascii()
        newer = (ast.JoinedStr, ast.AnnAssign, ast.FunctionDef)
        assert [node for node in ast.walk(ast.parse(source)) if isinstance(node, newer)] == []

    @pytest.mark.parametrize("script", ENTRIES, ids=lambda script: script.name)
    def test_is_named(self, script: Path) -> None:
        start = f"import runpy, sys; sys.version_info = (3, 6); sys.path.insert(0, {str(SCRIPTS)!r})"
        code = f"{start}; runpy.run_path({str(script)!r}, run_name='__main__')"
        self.refused([sys.executable, "-c", code])

    @pytest.mark.parametrize("python", OLD)
    def test_that_is_at_hand_is_named(self, python: str) -> None:
        if subprocess.run([python, "--version"], capture_output=True, check=False).returncode:
            pytest.skip("is a stand-in for one that is not here")
        self.refused([python, str(SCRIPTS / "serve.py")])

    def refused(self, command: list[str]) -> None:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert done.stderr.startswith("unres needs Python 3.11 or later; this is")
        assert "Traceback" not in done.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in small, before its first use."""
    (tmp_path / "scripts" / "locks").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    for name in _environment.LOCKS:
        (tmp_path / "scripts" / "locks" / f"{name}.txt").write_text(f"{name}==1\n")
    return tmp_path


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a set-up does, a word each; nothing is installed."""
    taken: list[str] = []

    def call(command: list[str], _failure: str, **_: str) -> None:
        if "venv" in command:
            taken.append("make")
            program = Environment(Path(command[-1]).parent).program("python")
            program.parent.mkdir(parents=True, exist_ok=True)
            program.touch()
        else:
            taken.append("project" if "--editable" in command else Path(command[-1]).stem)

    monkeypatch.setattr(_environment, "_call", call)
    monkeypatch.setattr(shutil, "which", lambda _name: None)  # no uv
    return taken


def change(name: str) -> Callable[[Path], object]:
    return lambda root: (root / name).write_text("changed\n")


def stamp(root: Path, **values: object) -> None:
    file = root / ".venv" / "unres-setup.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | values))


class TestTheEnvironment:
    """What is done depends on what is there."""

    def test_is_made_on_first_use(self, checkout: Path, steps: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        Environment(checkout).prepare("build")
        assert steps == ["make", "build", "project"]
        assert capsys.readouterr().err == "unres: setting up .venv (once; takes a minute or so)\n"

    @pytest.mark.parametrize(
        ("first", "then", "expected"),
        [
            pytest.param("build", "build", [], id="nothing"),
            pytest.param("build", "import", ["import", "project"], id="what reads PDFs"),
            pytest.param("build", "dev", ["dev", "project"], id="what is added"),
            pytest.param("dev", "build", [], id="nothing, the larger holds the smaller"),
            pytest.param("bench", "dev", [], id="nothing, the largest holds all"),
        ],
    )
    def test_later_uses_need_only(
        self,
        checkout: Path,
        steps: list[str],
        capsys: pytest.CaptureFixture[str],
        *,
        first: str,
        then: str,
        expected: list[str],
    ) -> None:
        Environment(checkout).prepare(first)
        steps.clear()
        capsys.readouterr()
        Environment(checkout).prepare(then)
        assert steps == expected
        assert bool(capsys.readouterr().err) == bool(expected)

    @pytest.mark.parametrize(
        ("harm", "expected"),
        [
            pytest.param(change("scripts/locks/build.txt"), ["make", "build", "project"], id="lock changed"),
            pytest.param(change("scripts/locks/bench.txt"), [], id="lock changed that is not in use"),
            pytest.param(change("pyproject.toml"), ["project"], id="project changed"),
            pytest.param(change(".venv/unres-setup.json"), ["make", "build", "project"], id="stamp unreadable"),
            pytest.param(
                lambda root: (root / ".venv/unres-setup.json").write_text("[]"),
                ["make", "build", "project"],
                id="stamp of another kind",
            ),
            pytest.param(
                lambda root: (root / ".venv/unres-setup.json").unlink(),
                ["make", "build", "project"],
                id="left half made",
            ),
            pytest.param(
                lambda root: Environment(root).program("python").unlink(),
                ["make", "build", "project"],
                id="program gone",
            ),
            pytest.param(
                lambda root: stamp(root, python="/gone/python3"), ["make", "build", "project"], id="its Python gone"
            ),
            pytest.param(
                lambda root: stamp(root, place=[str(root), "3.10"]), ["make", "build", "project"], id="another Python"
            ),
            pytest.param(lambda root: shutil.rmtree(root / ".venv"), ["make", "build", "project"], id="deleted"),
        ],
    )
    def test_is_mended(
        self, checkout: Path, steps: list[str], harm: Callable[[Path], object], expected: list[str]
    ) -> None:
        Environment(checkout).prepare("build")
        steps.clear()
        harm(checkout)
        Environment(checkout).prepare("build")
        assert steps == expected
        steps.clear()
        Environment(checkout).prepare("build")
        assert steps == []

    @pytest.mark.parametrize(
        ("works", "expected"),
        [
            pytest.param(True, ["venv", "uv", "uv"], id="and it works"),
            pytest.param(False, ["venv", "uv", "ensurepip", "pip", "uv", "ensurepip", "pip"], id="else by pip"),
        ],
    )
    def test_is_filled_by_uv_where_it_is_at_hand(
        self, checkout: Path, monkeypatch: pytest.MonkeyPatch, *, works: bool, expected: list[str]
    ) -> None:
        programs: list[str] = []

        def call(command: list[str], failure: str, **_: str) -> None:
            programs.append("uv" if command[0] == "/bin/uv" else command[3])
            if command[0] == "/bin/uv" and not works:
                raise SetupError(failure)

        monkeypatch.setattr(_environment, "_call", call)
        monkeypatch.setattr(shutil, "which", lambda _name: "/bin/uv")
        (checkout / ".venv").mkdir()
        Environment(checkout).prepare("build")
        assert programs == expected

    def test_is_made_anew_in_another_place(self, checkout: Path, steps: list[str], tmp_path: Path) -> None:
        Environment(checkout).prepare("build")
        steps.clear()
        moved = tmp_path / "elsewhere"
        shutil.copytree(checkout, moved)
        Environment(moved).prepare("build")
        assert steps == ["make", "build", "project"]

    def test_is_mended_after_a_failure(self, checkout: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise SetupError("no")

        with monkeypatch.context() as patch:
            patch.setattr(Environment, "_install", fail)
            with pytest.raises(SetupError):
                Environment(checkout).prepare("build")
        steps.clear()
        Environment(checkout).prepare("build")
        assert steps == ["make", "build", "project"]

    def test_is_made_by_one_process_while_another_waits(self, checkout: Path) -> None:
        program = textwrap.dedent(f"""
            import sys, time
            sys.path.insert(0, {str(SCRIPTS)!r})
            import _environment
            def call(command, failure, **_):
                print("did", flush=True)
                time.sleep(0.3)
                _environment.Environment(root).program("python").parent.mkdir(parents=True, exist_ok=True)
                _environment.Environment(root).program("python").touch()
            _environment._call = call
            root = _environment.Path({str(checkout)!r})
            _environment.Environment(root).prepare("build")
        """)
        both = [
            subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        done = [process.communicate(timeout=30) for process in both]
        assert sorted(out.count("did") for out, _ in done) == [0, 3]
        assert sum("waiting for another" in err for _, err in done) == 1


def test_programs_on_windows(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_environment, "WINDOWS", True)
    assert Environment(checkout).program("unres") == checkout / ".venv" / "Scripts" / "unres.exe"


class TestWhatIsMissing:
    """It is named, with the way to get it, in place of a traceback."""

    def test_venv(self, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name)
        with pytest.raises(SetupError, match="apt install python3-venv") as caught:
            Environment(checkout).prepare("build")
        assert "python{}.{}-venv".format(*sys.version_info) in str(caught.value)

    def test_a_package(self) -> None:
        pip = [
            _environment._base_python(),
            "-m",
            "pip",
            "--disable-pip-version-check",
            "install",
            "--no-index",
            "--quiet",
        ]
        with pytest.raises(SetupError) as caught:
            _environment._call([*pip, "no-such-package==1"], "pip could not", PIP_FIND_LINKS="")
        lines = str(caught.value).splitlines()
        assert lines[0] == "pip could not:"
        assert lines[-1] == "  ERROR: No matching distribution found for no-such-package==1"
        assert len(lines) <= 4

    @pytest.mark.parametrize(
        ("output", "expected"),
        [
            pytest.param(
                "WARNING: Retrying (Retry(total=0, read=None)) after connection broken by "
                "'NewConnectionError('<pip.Connection object at 0x7f03>: Connection refused')'\n"
                "ERROR: No matching distribution\n",
                [
                    "WARNING: connection broken by 'NewConnectionError('Connection refused')'",
                    "ERROR: No matching distribution",
                ],
                id="network",
            ),
            pytest.param(
                "Collecting a\nERROR: THESE PACKAGES DO NOT MATCH\n    a==1:\n        Expected sha256 0\n",
                ["ERROR: THESE PACKAGES DO NOT MATCH", "a==1:", "Expected sha256 0"],
                id="hash",
            ),
            pytest.param(
                "Traceback\n  File x\nOSError: [Errno 28] No space left on device",
                ["Traceback", "File x", "OSError: [Errno 28] No space left on device"],
                id="no error line",
            ),
            pytest.param("", ["(it gave no reason)"], id="nothing"),
        ],
    )
    def test_the_reason(self, output: str, expected: list[str]) -> None:
        assert _environment._reason(output).splitlines() == ["  " + line for line in expected]

    @pytest.mark.parametrize("link", [True, False])
    def test_a_place_that_is_not_ours(self, link: bool, checkout: Path, steps: list[str]) -> None:
        (checkout / "work").mkdir()
        (checkout / "work" / "years").touch()
        if link:
            (checkout / ".venv").symlink_to("work")
        else:
            (checkout / ".venv").touch()
        with pytest.raises(SetupError, match=r"\.venv is a file or a link to another place; remove it"):
            Environment(checkout).prepare("build")
        assert steps == []
        assert (checkout / "work" / "years").exists()

    def test_the_right_to_write(self, checkout: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anywhere
        with pytest.raises(SetupError, match=f"^{checkout} is not yours to write, .* copy the checkout"):
            Environment(checkout).prepare("build")
        assert steps == []

    def test_ends_the_script(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object) -> None:
            raise SetupError("nothing to be had")

        monkeypatch.setattr(Environment, "prepare", fail)
        with pytest.raises(SystemExit, match=r"^unres: nothing to be had$"):
            _environment.prepare("build")


@pytest.mark.skipif(sys.platform == "win32", reason="a program is not replaced there")
def test_what_python_is_told_elsewhere_does_not_reach_the_programs(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setattr(_environment, "prepare", lambda _: Environment(checkout))
    monkeypatch.setattr(
        os, "execv", lambda _, command: started.append([*command, *filter(None, [os.environ.get("PYTHONPATH")])])
    )
    monkeypatch.setattr(subprocess, "call", lambda _: 0)
    monkeypatch.setattr(sys, "argv", ["build.py", "--strict"])
    with pytest.raises(SystemExit):
        _environment.run("build", "unres", "build")
    assert started == [[str(checkout / ".venv/bin/unres"), "build", "--strict"]]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without a browser; the folder is the only one where programs are looked for."""
    monkeypatch.delenv(_browser.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    monkeypatch.setattr(_browser, "_candidates", lambda: map(Path, filter(None, map(shutil.which, _browser.COMMANDS))))
    monkeypatch.setattr(_browser, "_downloaded", lambda tried, _say: tried.append("Playwright's download: no network"))
    return tmp_path


def program(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join(("#!/bin/sh", *lines, "")))
    path.chmod(0o755)
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="its programs are made of shell scripts")
class TestTheBrowser:
    """The first that works is taken; what did not work is said."""

    def test_of_the_machine(self, bare: Path) -> None:
        program(bare, "chromium-browser", "exit 1")  # a stub, as Ubuntu has it
        chrome = program(bare, "google-chrome", "exit 0")
        assert _browser.find_browser() == chrome

    def test_one_without_windows_before_others(self, bare: Path) -> None:
        program(bare, "chromium", "exit 0")
        shell = program(bare, "chromium-headless-shell", "exit 0")
        assert _browser.find_browser() == shell

    def test_named(self, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        program(bare, "chromium", "exit 0")
        mine = program(bare, "mine", "exit 0")
        monkeypatch.setenv(_browser.VARIABLE, str(mine))
        assert _browser.find_browser() == mine

    def test_named_wrongly(self, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        program(bare, "chromium", "exit 0")
        monkeypatch.setenv(_browser.VARIABLE, "/no/such/browser")
        with pytest.raises(_browser.BrowserMissing, match="/no/such/browser"):
            _browser.find_browser()

    def test_of_the_distribution(self, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_browser, "is_root", lambda: True)
        calls = bare / "calls"
        new = bare / "chromium-headless-shell"
        program(bare, "apt-get", f'echo "$1" >> {calls}', f"[ $1 = update ] || printf '#!/bin/sh\\n' > {new}",
                f"[ $1 = update ] || /bin/chmod +x {new}")  # fmt: skip
        said: list[str] = []
        assert _browser.find_browser(said.append) == new
        assert calls.read_text().split() == ["update", "install"]
        assert said == ["installing chromium-headless-shell with apt-get (once)"]

    def test_nowhere(self, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_browser, "is_root", lambda: True)
        program(bare, "apt-get", "echo 'E: Unable to locate package chromium'; exit 100")
        with pytest.raises(_browser.BrowserMissing) as caught:
            _browser.find_browser()
        assert caught.value.tried == [
            "on this machine: none found",
            "Playwright's download: no network",
            "apt-get update: E: Unable to locate package chromium",
        ]
        assert "--no-browser" in str(caught.value)

    def test_only_root_installs(self, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_browser, "is_root", lambda: False)
        program(bare, "apt-get", "exit 0")
        with pytest.raises(_browser.BrowserMissing, match="sudo apt-get install chromium-headless-shell"):
            _browser.find_browser()
