"""Serving: what is wrong is said at once, and what a build leaves is served again after each change."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from samples import sample
from unres.errors import BuildError
from unres.site import serve
from unres.site.project import Project

COMMAND = """
import sys
from unres import cli
sys.exit(cli.main(["--project", sys.argv[1], "serve", "--port", sys.argv[2]]))
"""
PAGE = "/A/RES/99/7/operative/"


class Served:
    """The command at work on a project of its own; what it says goes to a file beside the project."""

    def __init__(self, project: Path, folder: Path, text: str = "") -> None:
        self.root, self.temporary, self.log = folder / "project", folder / "temporary", folder / "said"
        self.text = self.root / "resolution" / "99-7.md"
        shutil.copytree(project, self.root, ignore=shutil.ignore_patterns("site", "one", "two", ".cache"))
        self.text.parent.mkdir()
        self.text.write_text(text or sample("1. *Decides* to light."), encoding="utf-8")
        self.temporary.mkdir()
        with socket.create_server((serve.HOST, 0)) as probe:
            self.port = int(probe.getsockname()[1])
        with self.log.open("wb") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-c", COMMAND, str(self.root), str(self.port)],
                stdout=said,
                stderr=said,
                env=os.environ | {"TMPDIR": str(self.temporary), "TEMP": str(self.temporary)},
            )

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def get(self, path: str) -> tuple[int, str]:
        """Status and words of an address, which is sent as it is."""
        with closing(http.client.HTTPConnection(serve.HOST, self.port, timeout=30)) as connection:
            connection.putrequest("GET", path)
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8")

    def until(self, happened: Callable[[], bool]) -> None:
        """Waits until something has happened, on a busy machine too."""
        end = time.monotonic() + 120
        while not happened():
            assert time.monotonic() < end, self.said
            assert self.process.poll() is None, self.said
            time.sleep(0.02)

    def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return self.process.wait(timeout=20)


@pytest.fixture(scope="module")
def served(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = Served(project, tmp_path_factory.mktemp("serve"))
    try:
        served.until(lambda: "Serving the site at" in served.said)
        yield served
    finally:
        served.process.kill()
        served.process.wait()


PATHS = {
    "up": "/../../secret",
    "up, escaped": "/%2e%2e/%2e%2e/secret",
    "up, slashes escaped": "/..%2f..%2fsecret",
    "up from a page": f"{PAGE}../../../../../../../secret",
    "up with a page's end": "/../../secret/",
    "a zero": "/%00",
    "a number of 5000 figures": f"/livereload/{'9' * 5000}/1",
    "no UTF-8": "/a%ff%fe",
    "a name longer than any": "/" + "a" * 5000,
}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_an_address_of_no_page_is_missing_and_nothing_else(path: str, served: Served) -> None:
    secret = served.temporary / "secret"
    secret.write_text("secret")
    assert served.get(path) == (404, "404 Not Found")
    secret.unlink()
    assert "Traceback" not in served.said


BROKEN = {
    "a text that cannot be published": ("resolution/99-7.md", "<b>", "99-7.md:{end}: HTML <b>"),
    "a page that is not UTF-8": ("docs/about.md", "\xff", "about.md (UnicodeDecodeError)"),
    "a snippet that is missing": ("docs/about.md", '\n--8<-- "gone.md"\n', "'gone.md' could not be found"),
    "a half-typed template": ("docs/overrides/main.html", "{% if", "main.html:{end}: unexpected"),
    "a style that is not UTF-8": ("docs/assets/frame.css", "\xff", "docs/assets/frame.css:{end}: is not UTF-8"),
    "a script that is not UTF-8": ("docs/assets/frame.js", "\xff", "docs/assets/frame.js:{end}: is not UTF-8"),
}


@pytest.mark.parametrize(("name", "added", "message"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_built_is_said_in_a_line_and_the_site_stays(
    name: str, added: str, message: str, served: Served
) -> None:
    path = served.root / name
    sound, before = path.read_bytes(), len(served.said)
    path.write_bytes(sound + added.encode("latin-1"))
    message = message.replace("{end}", str(sound.count(b"\n") + 1))
    try:
        served.until(lambda: message in served.said[before:])
        assert "to light." in served.get(PAGE)[1]
    finally:
        path.write_bytes(sound)
    assert "Traceback" not in served.said


def test_a_text_that_is_left_out_is_said_at_the_head_of_the_page(served: Served) -> None:
    bad = served.text.with_name("99-8.md")
    bad.write_text("<b>", encoding="utf-8")
    served.until(lambda: "99-8.md:1: has no title" in served.get(PAGE)[1])
    assert 'role="alert"' in served.get(PAGE)[1]
    bad.unlink()
    served.until(lambda: 'role="alert"' not in served.get(PAGE)[1])


def test_what_was_built_is_said_with_its_time(served: Served) -> None:
    assert re.search(r"^1 resolution built in \d+\.\d s$", served.said, re.MULTILINE)


def test_it_starts_even_when_the_only_text_is_bad(project: Path, tmp_path: Path) -> None:
    served = Served(project, tmp_path, "<b>")
    try:
        served.until(lambda: "Serving the site at" in served.said)
        status, page = served.get(PAGE)
        assert status == 200
        assert "99-7.md:1: has no title" in page, page
        served.text.write_text(sample("1. *Decides* to wake."), encoding="utf-8")
        served.until(lambda: "to wake." in served.get(PAGE)[1])
    finally:
        served.process.kill()
        served.process.wait()


def test_a_change_of_a_text_is_followed_whatever_went_wrong_before(served: Served) -> None:
    assert "to light." in served.get(PAGE)[1]
    served.text.write_text(sample("1. *Decides* to sleep."), encoding="utf-8")
    served.until(lambda: "to sleep." in served.get(PAGE)[1])


def left_by(served: Served) -> set[str]:
    """What a server leaves in the folder for temporary files; the empty files that builds lock stay."""
    return {path.name for path in served.temporary.iterdir() if path.suffix != ".lock"}


@pytest.mark.skipif(sys.platform == "win32", reason="a signal there ends a process without asking it")
def test_ctrl_c_ends_it_and_leaves_nothing(served: Served) -> None:
    served.get(PAGE)
    assert served.end(signal.SIGINT) == 0
    assert served.said.endswith("Ended.\n")
    assert left_by(served) == set()


@pytest.mark.skipif(sys.platform == "win32", reason="a signal there ends a process without asking it")
def test_an_end_during_the_first_build_leaves_nothing(project: Path, tmp_path: Path) -> None:
    served = Served(project, tmp_path)
    served.until(lambda: any(served.temporary.glob("unres-*/*")))
    assert served.end(signal.SIGTERM) == 130
    assert "Traceback" not in served.said
    assert left_by(served) == set()


def test_a_port_that_is_taken_is_said_before_anything_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[Project] = []
    monkeypatch.setattr(serve, "build", built.append)
    with socket.create_server((serve.HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BuildError, match=f"port {port} is in use; end what runs there"):
            serve.serve(Project(tmp_path, tmp_path, tmp_path / "site"), port)
    assert built == []
