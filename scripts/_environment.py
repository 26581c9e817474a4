"""Gives the scripts beside it a Python of their own: ``.venv``, filled from a lock with hashes.

In: the name of a lock in ``scripts/locks/``. Out: ``.venv`` holds those packages and this project,
or one message says what is missing and how to get it. It runs before anything is installed, so it
uses the standard library alone.
Where ``uv`` is at hand it installs (2 s instead of 13); the promise is Python 3.11 alone, so pip can do all of it.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

from _turns import alone

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = os.name == "nt"
# Each lock holds all that the ones before it hold, at the same versions.
LOCKS = ("build", "import", "dev", "bench")
NO_VENV = """This Python ({0}) came without its venv module. On Debian and Ubuntu:
  sudo apt install python3-venv    (or python{1}.{2}-venv)
Elsewhere, install Python from your system's packages or https://www.python.org/downloads/."""
READ_ONLY = "{} is not yours to write, and .venv is made in it; copy the checkout to a folder of your own"
NO_FOLDER = "{} is a file or a link to another place; remove it, and a folder is made there"
# What pip says of a broken connection besides what broke it.
PIP_NOISE = r"Retrying \(Retry\([^)]*\)\) after |<[^<>]* object at 0x[0-9a-f]+>: "


class SetupError(Exception):
    """What keeps ``.venv`` from being made; its text is meant for the user."""


class Environment:
    """The virtual environment of one checkout.

    Attributes:
        root: the checkout: the folder of ``pyproject.toml``.
        folder: the environment.
    """

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.folder = root / ".venv"
        # Written when everything is in place, removed before anything changes: without it, it is half made.
        self._stamp = self.folder / "unres-setup.json"
        self._uv = shutil.which("uv")

    def program(self, name: str) -> Path:
        """Where a program of the environment lies: ``python``, ``unres``, ``pytest``."""
        return self.folder / ("Scripts" if WINDOWS else "bin") / (name + (".exe" if WINDOWS else ""))

    def prepare(self, lock: str) -> None:
        """Makes, repairs or completes the environment until it holds what ``lock`` names."""
        if self._holds(lock):
            return
        if not os.access(self.root, os.W_OK):
            raise SetupError(READ_ONLY.format(self.root))
        with alone(self.root / "pyproject.toml"):
            if not self._holds(lock):  # another process may have done it while this one waited
                self._fill(lock)

    def _holds(self, lock: str) -> bool:
        state = self._state()
        return lock in state["locks"] and state["project"] == _digest(self.root / "pyproject.toml")

    def _fill(self, lock: str) -> None:
        """Does what is missing, and no more; starts anew if something is wrong."""
        if self.folder.is_symlink() or (self.folder.exists() and not self.folder.is_dir()):
            raise SetupError(NO_FOLDER.format(self.folder))  # what a link leads to would be emptied
        locks = self._state()["locks"]
        self._stamp.unlink(missing_ok=True)
        if not locks:
            _say("setting up .venv (once; takes a minute or so)")
            self._create()
        elif lock not in locks:
            _say("adding packages to .venv (once)")
        else:
            _say("bringing .venv up to date with pyproject.toml")
        if lock not in locks:
            self._install("--require-hashes", "--requirement", str(self._lock_file(lock)))
        self._install("--no-deps", "--no-build-isolation", "--editable", str(self.root))
        held = LOCKS[: 1 + max(LOCKS.index(name) for name in (lock, *locks))]
        stamp = {
            "place": self._place(),
            "python": _base_python(),
            "locks": {name: _digest(self._lock_file(name)) for name in held},
            "project": _digest(self.root / "pyproject.toml"),
        }
        self._stamp.write_text(json.dumps(stamp, indent=1), encoding="utf-8")

    def _state(self) -> dict[str, Any]:
        """What was written when the environment was made, if it is whole, works here, and the locks are the same."""
        nothing = {"locks": {}, "project": ""}
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
            good = (
                stamp["place"] == self._place()
                and Path(stamp["python"]).exists()
                and self.program("python").exists()
                and all(_digest(self._lock_file(name)) == digest for name, digest in stamp["locks"].items())
            )
            return {key: stamp[key] for key in nothing} if good else nothing
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return nothing  # no stamp, or not one of this version of the script

    def _place(self) -> list[str]:
        """What an environment cannot be carried across: the folder's place and the minor version of Python."""
        return [str(self.root), "{}.{}".format(*sys.version_info[:2])]

    def _lock_file(self, lock: str) -> Path:
        return self.root / "scripts" / "locks" / (lock + ".txt")

    def _create(self) -> None:
        if not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
            raise SetupError(NO_VENV.format(sys.executable, *sys.version_info[:2]))
        options = ["--clear", "--without-pip"] if self._uv else ["--clear"]
        _call([_base_python(), "-I", "-m", "venv", *options, str(self.folder)], "Python could not make .venv")

    def _install(self, *arguments: str) -> None:
        python = str(self.program("python"))
        if self._uv:
            with contextlib.suppress(SetupError):  # pip's settings may know where packages are, and uv's not
                _call([self._uv, "pip", "install", "--quiet", "--python", python, *arguments], "uv could not install")
                return
            _call([python, "-I", "-m", "ensurepip"], "Python could not make pip")
        # -I and PIP_USER=0: settings for the user's other work must not divert the packages elsewhere.
        _call(
            [python, "-I", "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", "install", *arguments],
            "pip could not install what unres needs; see that the network is there, and run this again",
            PIP_USER="0",
        )


def run(lock: str, program: str, *arguments: str) -> NoReturn:
    """Sets up, then becomes ``program`` with the arguments given here and those of the command line."""
    environment = prepare(lock)
    command = [str(environment.program(program)), *arguments, *sys.argv[1:]]
    sys.stdout.flush()
    for variable in ("PYTHONPATH", "PYTHONHOME"):  # other versions of what the environment holds, perhaps
        os.environ.pop(variable, None)
    if not WINDOWS:
        os.execv(command[0], command)  # noqa: S606  (no shell is wanted)
    try:  # there, exec would give the prompt back at once
        sys.exit(subprocess.call(command))
    except KeyboardInterrupt:  # the program has had it too, and has said what there is to say
        sys.exit(130)


def prepare(lock: str) -> Environment:
    """Sets up the environment of this checkout; what fails ends the script with a message."""
    environment = Environment()
    try:
        environment.prepare(lock)
    except (SetupError, OSError) as problem:
        sys.exit(f"unres: {problem}")
    except KeyboardInterrupt:
        sys.exit("unres: interrupted; the next run repairs .venv")
    return environment


def _say(message: str) -> None:
    print(f"unres: {message}", file=sys.stderr, flush=True)


def _digest(file: Path) -> str:
    # Without line ends: a checkout on Windows may have its own.
    return hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _base_python() -> str:
    """The installed Python, also when this script was started by that of ``.venv``, soon to be replaced."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def _call(command: list[str], failure: str, **variables: str) -> None:
    """Runs a program silently; raises ``SetupError`` with the lines of its output that say why it failed."""
    done = run_silently(command, variables)
    if done.returncode:
        raise SetupError(f"{failure}:\n{_reason(done.stdout)}")


def run_silently(
    command: list[str], variables: dict[str, str], timeout: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs a program that asks nothing and shows nothing; what it printed, errors too, is in the result."""
    return subprocess.run(
        command,
        check=False,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
    )


def _reason(output: str) -> str:
    """What pip says from its first error on, after the last warning, which names a broken network; else the end."""
    lines = [re.sub(PIP_NOISE, "", line).strip() for line in output.splitlines() if line.strip()]
    first = next((number for number, line in enumerate(lines) if line.upper().startswith("ERROR")), None)
    if first is None:
        chosen = lines[-6:]
    else:
        chosen = [line for line in lines[:first] if line.startswith("WARNING")][-1:] + lines[first : first + 6]
    return "\n".join("  " + line[:300] for line in chosen) or "  (it gave no reason)"
