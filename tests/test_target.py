"""The folder of a site: nothing of anybody else's is lost, and the site is whole at every moment."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from samples import SEED, sample
from unres import start
from unres.errors import BuildError
from unres.pages.page import Page
from unres.pages.write import write_pages
from unres.site import stays, target
from unres.site.build import build
from unres.site.offline import pack, refuse_foreign_archive
from unres.site.project import Project
from unres.site.stays import LIST
from unres.site.target import listed_files, new_site, refuse_foreign
from unres.site.turns import alone


def make(site: Path, words: str, count: int = 40) -> None:
    """A small site whose every file says the same."""
    with new_site(site) as new:
        for number in range(count):
            folder = new / str(number % 7)
            folder.mkdir(exist_ok=True)
            (folder / f"{number}.html").write_text(words, encoding="utf-8")


def said_by(site: Path) -> set[str]:
    """What the files of a site say, which must be all that its list names."""
    listed = listed_files(site)
    there = sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and path.name != LIST
    )
    assert there == sorted(listed)
    return {(site / name).read_text(encoding="utf-8") for name in listed}


def test_a_site_replaces_the_one_before_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    make(site, "old")
    make(site, "new", count=3)
    assert said_by(site) == {"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


FOREIGN = {
    "a sitemap and a thesis": (False, "sitemap.xml"),
    "a file added to our site": (True, "CNAME"),
    "a repository": (True, ".git"),
    "a folder of our site with a file more": (True, "3/work"),
}


@pytest.mark.parametrize("empty", [False, True])
@pytest.mark.parametrize(("ours", "named"), FOREIGN.values(), ids=FOREIGN)
def test_what_is_not_ours_is_named_and_left_alone(ours: bool, named: str, empty: bool, tmp_path: Path) -> None:
    site = tmp_path / "site"
    if ours:
        make(site, "old")
    (site / named).mkdir(parents=True)
    if not empty:
        (site / named / "work").write_text("years")
    before = sorted(site.rglob("*"))
    with pytest.raises(BuildError, match=f"holds {named}, which is no part of a site that unres built"):
        refuse_foreign(site, ())
    assert sorted(site.rglob("*")) == before


@pytest.mark.parametrize("name", ["docs", "docs/site", ".", "texts", "texts/deep/site"])
def test_a_site_neither_lies_in_the_work_nor_holds_it(name: str, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="would replace or lie in"):
        refuse_foreign(tmp_path / name, (tmp_path / "docs", tmp_path / "texts"))
    refuse_foreign(tmp_path / "site", (tmp_path / "docs", tmp_path / "texts"))


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    make(tmp_path / "elsewhere", "old")
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BuildError, match="is a link to another place"):
        refuse_foreign(tmp_path / "site", ())


@pytest.mark.parametrize("place", ["elsewhere", "3/elsewhere", "3/3.html"])
@pytest.mark.parametrize("folder", [True, False])
def test_a_link_in_a_site_is_not_ours(place: str, folder: bool, tmp_path: Path) -> None:
    make(tmp_path / "site", "old")
    (tmp_path / "work").mkdir() if folder else (tmp_path / "work").write_text("years")
    (tmp_path / "site" / place).unlink(missing_ok=True)
    (tmp_path / "site" / place).symlink_to(tmp_path / "work")
    with pytest.raises(BuildError, match=f"holds {place}, which is no part"):
        refuse_foreign(tmp_path / "site", ())


def test_the_source_texts_are_never_in_the_way(project: Path, tmp_path: Path) -> None:
    texts = tmp_path / "site" / "texts"
    texts.mkdir(parents=True)
    shutil.copy(SEED, texts)
    with pytest.raises(BuildError, match="would replace or lie in"):
        build(Project(project, texts, tmp_path / "site"))
    assert (texts / SEED.name).read_bytes() == SEED.read_bytes()


def test_files_are_readable_for_a_web_server_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        make(tmp_path / "site", "new")
        assert os.umask(0o077) == 0o077
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*")} == {0o755, 0o644}


def build_for_ever(site: Path, exchange: bool) -> None:
    """What a process does until it is killed; SIGTERM ends it as it ends a command."""
    try:
        try:
            for ended in (signal.SIGTERM, signal.SIGINT):
                signal.signal(ended, signal.default_int_handler)
            # or a callback of the garbage collector may swallow it for ever
            sys.unraisablehook = start._interrupt_again
            target._exchange = target._exchange if exchange else lambda *_: False
            for turn in range(10**6):
                make(site, str(turn))
        finally:
            os._exit(0)
    finally:  # it may come right there, and would lead this process back into the tests
        os._exit(0)


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="there are no such signals there")
@pytest.mark.parametrize("exchange", [True, False], ids=["one step", "two renames"])
def test_a_build_killed_at_any_of_50_moments_leaves_a_whole_site(exchange: bool, tmp_path: Path) -> None:
    site = tmp_path / "site"
    make(site, "old")
    moments, dropped = random.Random(11), 0
    for _ in range(50):
        process = multiprocessing.get_context("fork").Process(target=build_for_ever, args=(site, exchange))
        process.start()
        time.sleep(moments.uniform(0, 0.06))
        assert process.pid
        os.kill(process.pid, moments.choice([signal.SIGTERM, signal.SIGKILL, signal.SIGKILL]))
        process.join(10)
        dropped += process.is_alive()
        process.kill()
        process.join()
        if exchange:
            assert len(said_by(site)) == 1  # at every moment
        target.recover(site)
        assert len(said_by(site)) == 1
        assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert dropped <= 1, "a process that is split off from one with threads may hang in what those held, but rarely"


def test_killed_between_the_two_renames_the_old_site_comes_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    make(site, "old")
    site.rename(tmp_path / "site.abcdefgh.old")
    (tmp_path / "site.abcdefgh").mkdir()
    (tmp_path / "site.abcdefgh" / stays.HALF).touch()
    (tmp_path / "site.abcdefgh" / "index.html").touch()
    (tmp_path / "site.bcdefghi").mkdir()
    (tmp_path / "site.cdefghij").mkdir()
    (tmp_path / "site.cdefghij" / "work").touch()  # somebody's, by chance of such a name
    (tmp_path / "site.notes").mkdir()  # not of a build
    target.recover(site)
    assert said_by(site) == {"old"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "site.cdefghij", "site.notes"]


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that cannot be renamed, as a mounted volume."""
    site = tmp_path / "site"
    make(site, "old")
    rename = Path.rename

    def busy(self: Path, other: Path) -> Path:
        if self == site:
            raise OSError(errno.EBUSY, "Device or resource busy")
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", busy)
    monkeypatch.setattr(target, "_exchange", lambda *_: False)
    return site


def test_a_mounted_folder_is_filled(mounted: Path) -> None:
    make(mounted, "new", count=5)
    assert said_by(mounted) == {"new"}
    assert [path.name for path in mounted.parent.iterdir()] == ["site"]
    assert sorted(path.name for path in mounted.iterdir()) == ["0", "1", "2", "3", "4", LIST]


def test_where_the_site_alone_can_be_written_the_new_one_is_made_in_it(
    mounted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(**_: object) -> str:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(tempfile, "mkdtemp", closed)
    make(mounted, "new", count=5)
    assert said_by(mounted) == {"new"}
    with pytest.raises(OSError, match="Read-only"):
        make(mounted.with_name("other"), "new")


@pytest.mark.parametrize("after", range(0, 90, 9))
def test_a_mounted_folder_that_was_half_filled_is_known_and_filled_by_the_next(
    after: int, mounted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = iter(range(after))
    replace, unlink = Path.replace, Path.unlink

    def killed(act: Callable[..., object]) -> Callable[..., object]:
        def wrapped(self: Path, *rest: object, **named: object) -> object:
            if next(left, None) is None:
                raise Killed
            return act(self, *rest, **named)

        return wrapped

    monkeypatch.setattr(target, "_remove", lambda _: None)  # who is killed removes nothing
    monkeypatch.setattr(Path, "replace", killed(replace))
    monkeypatch.setattr(Path, "unlink", killed(unlink))
    with contextlib.suppress(Killed), new_site(mounted) as new:
        for number in range(30, 50):
            (new / f"{number}.html").write_text("half")
    monkeypatch.undo()
    target.recover(mounted)
    refuse_foreign(mounted, ())
    make(mounted, "new", count=3)
    assert said_by(mounted) == {"new"}
    assert [path.name for path in mounted.parent.iterdir()] == ["site"]


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="this system holds no signal back")
def test_ctrl_c_while_the_old_site_is_removed_waits_until_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = shutil.rmtree

    def interrupted(*given: object, **named: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        remove(*given, **named)  # type: ignore[arg-type]

    make(tmp_path / "site", "old")
    monkeypatch.setattr(shutil, "rmtree", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make(tmp_path / "site", "new")
    assert said_by(tmp_path / "site") == {"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


class Killed(BaseException):
    """Stands for the end of a process."""


def test_a_full_disk_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, words: str, **_: object) -> int:
        if path.name == "11.html":
            raise OSError(28, "No space left on device")
        return path.write_bytes(words.encode())

    site = tmp_path / "site"
    make(site, "old")
    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left"):
        make(site, "new")
    monkeypatch.undo()
    assert said_by(site) == {"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_builds_at_once_take_turns(tmp_path: Path) -> None:
    script = (
        "import sys, time; sys.path[:0] = sys.argv[2:]; from pathlib import Path; from unres.site.turns import alone\n"
        "with alone(Path(sys.argv[1])):\n  print('in', flush=True); time.sleep(0.4); print('out', flush=True)"
    )
    command = [sys.executable, "-c", script, str(tmp_path), *sys.path]
    with open(tmp_path / "log", "w") as log:  # noqa: PTH123 - both write to one
        others = [subprocess.Popen(command, stdout=log, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        waited = [process.communicate(timeout=60)[1] for process in others]
    assert (tmp_path / "log").read_text().split() == ["in", "out", "in", "out"]
    assert sorted(waited) == ["", f"waiting for another build that writes to {tmp_path}\n"]
    with alone(tmp_path, tmp_path):
        assert locks(tmp_path)
    assert not locks(tmp_path), "nothing is left behind"


def locks(folder: Path) -> list[Path]:
    """The files by which builds that write to a folder take turns."""
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    return list(Path(tempfile.gettempdir()).glob(f"unres-{name}-*"))


def test_many_builds_take_turns_while_the_file_they_wait_for_goes_and_comes(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path[:0] = sys.argv[2:]; from pathlib import Path; from unres.site.turns import alone\n"
        "count = Path(sys.argv[1]) / 'count'\n"
        "for _ in range(40):\n  with alone(count): count.write_text(str(int(count.read_text()) + 1))"
    )
    (tmp_path / "count").write_text("0")
    command = [sys.executable, "-c", script, str(tmp_path), *sys.path]
    for process in [subprocess.Popen(command, stderr=subprocess.DEVNULL) for _ in range(4)]:
        assert process.wait(timeout=120) == 0
    assert (tmp_path / "count").read_text() == "160"


def test_an_archive_is_replaced_only_where_it_is_ours(tmp_path: Path) -> None:
    make(tmp_path / "site", "new", count=2)
    archive = tmp_path / "site.zip"
    archive.write_text("a thesis")
    with pytest.raises(BuildError, match="is no copy of a site that unres packed"):
        refuse_foreign_archive(archive)
    assert archive.read_text() == "a thesis"
    archive.unlink()
    pack(tmp_path / "site", archive)
    refuse_foreign_archive(archive)
    assert zipfile.ZipFile(archive).read("site/0/0.html") == b"new"
    archive.rename(tmp_path / "other.zip")
    archive.symlink_to(tmp_path / "other.zip")
    with pytest.raises(BuildError, match="is no copy"):
        refuse_foreign_archive(archive)


def test_a_page_written_by_hand_where_the_build_makes_one_is_named_and_kept(tmp_path: Path) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("mine")
    with pytest.raises(BuildError, match=r"mine\.md: the build makes a page of this name"):
        write_pages([Page("A/one.md", "one")], tmp_path / "work", {"A/one.md": mine})
    assert mine.read_text() == "mine"
    assert not (tmp_path / "work").exists()


def test_a_link_among_the_generated_pages_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/work.md").write_text("years")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/A").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BuildError, match="is a link"):
        write_pages([Page("A/one.md", "one")], tmp_path / "docs")
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["work.md"]


@pytest.mark.long
def test_two_builds_of_one_checkout_do_not_mix_their_words(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site", "one", "two", ".cache"))
    script = (
        "import sys; sys.path[:0] = sys.argv[3:]; from pathlib import Path; from unres.site.build import build; from unres.site.project import Project\n"
        "root = Path(sys.argv[1]); build(Project(root, root / sys.argv[2], root / f'site-{sys.argv[2]}'))"
    )
    for name in ("bees", "lamps"):
        (root / name).mkdir()
        (root / name / "99-7.md").write_text(sample(f"1. *Admires* {name}."), encoding="utf-8")
    commands = [[sys.executable, "-c", script, str(root), name, *sys.path] for name in ("bees", "lamps")]
    for process in [subprocess.Popen(command, stderr=subprocess.DEVNULL) for command in commands]:
        assert process.wait(timeout=120) == 0
    for name, other in (("bees", "lamps"), ("lamps", "bees")):
        for file in ("operative/index.html", "resolution.json"):
            words = (root / f"site-{name}/A/RES/99/7" / file).read_text(encoding="utf-8")
            assert f"{name}." in words
            assert f"{other}." not in words
