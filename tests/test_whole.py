"""The site is the old one or the new one, whole, whatever ends a build or happens beside it: with whole builds and real disks.

What the folder of a site does by itself, killed at 100 moments, stands in test_target.py. ``--kills N`` ends as many whole
builds as one likes.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from samples import sample
from unres.collection import load, source_texts
from unres.site.build import build
from unres.site.project import Project
from unres.verify import verify

pytestmark = pytest.mark.long
BUILD = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[4:]
from unres import start
sys.argv = ["unres", "--project", sys.argv[1], "build", "--resolutions", sys.argv[2], "--site", sys.argv[3]]
print("begun", flush=True)
sys.exit(start.main())
"""
WORDS = ("bees", "lamps", "oars")


class Workshop:
    """A project of its own, with texts that say different words, each in three resolutions."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.root, self.site = folder / "project", folder / "out" / "site"
        shutil.copytree(project, self.root, ignore=shutil.ignore_patterns("site", "one", "two", "A", ".cache"))
        self.collections = {}
        for word in WORDS:
            self.texts(word).mkdir()
            for number in (7, 8, 9):
                text = sample(f"*Recalling* its resolution 99/8,\n\n1. *Admires* {word}.").replace(
                    "99/7.", f"99/{number}."
                )
                (self.texts(word) / f"99-{number}.md").write_text(text, encoding="utf-8")
            self.collections[word] = load(source_texts(self.texts(word)))[0]

    def texts(self, word: str) -> Path:
        return self.root / word

    def begin(self, word: str) -> subprocess.Popen[str]:
        """Starts a build of a site that says a word."""
        command = [sys.executable, "-c", BUILD, str(self.root), str(self.texts(word)), str(self.site), *sys.path]
        return subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )

    def build(self, word: str) -> tuple[int, str]:
        process = self.begin(word)
        said = process.communicate(timeout=120)[1]
        return process.returncode, said

    def says(self) -> str:
        """The word that the site says everywhere; every file of it is proved against the texts."""
        page = (self.site / "A/RES/99/7/index.html").read_text(encoding="utf-8")
        (word,) = [word for word in WORDS if f" {word}." in page]
        assert verify(self.site, self.collections[word]).faults == ()
        return word

    def beside(self) -> list[str]:
        return sorted(path.name for path in self.site.parent.iterdir())


@pytest.fixture(scope="module")
def old_site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that was there before, built once."""
    made = Workshop(project, tmp_path_factory.mktemp("old"))
    build(Project(made.root, made.texts("bees"), made.site))
    return made.site


@pytest.fixture
def workshop(project: Path, old_site: Path, tmp_path: Path) -> Workshop:
    made = Workshop(project, tmp_path)
    shutil.copytree(old_site, made.site)
    return made


needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="a signal there ends a process without asking it")


@needs_signals
def test_a_build_that_is_ended_leaves_the_old_site_or_the_new(
    workshop: Workshop, request: pytest.FixtureRequest
) -> None:
    moments = random.Random(request.config.getoption("--seed"))
    began = time.monotonic()
    assert workshop.build("lamps")[0] == 0
    long = time.monotonic() - began
    for kill in range(request.config.getoption("--kills")):
        how = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)[kill % 3]
        before, word = workshop.says(), WORDS[kill % 3]
        with workshop.begin(word) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(moments.uniform(0, long))
            os.killpg(process.pid, how)
            said = process.communicate(timeout=60)[1]
        assert "Traceback" not in said
        assert workshop.says() in {before, word}
        if how != signal.SIGKILL:
            assert workshop.beside() == ["site"], "nothing half-made is left"
        code, said = workshop.build(word)
        assert code == 0, said
        assert workshop.says() == word
        assert workshop.beside() == ["site"]


@needs_signals
def test_what_a_build_that_was_killed_has_rendered_is_removed_by_the_next(workshop: Workshop) -> None:
    with workshop.begin("lamps") as process:
        while not list(workshop.site.parent.glob("site.*/assets/*")):
            assert process.poll() is None
            time.sleep(0.01)
        process.kill()
    assert len(workshop.beside()) == 2
    assert workshop.says() == "bees"
    assert workshop.build("lamps")[0] == 0
    assert workshop.beside() == ["site"]


def test_the_old_site_comes_back_even_if_the_next_build_fails(workshop: Workshop) -> None:
    workshop.site.rename(workshop.site.with_name("site.abcdefgh.old"))  # killed between the two renames
    (workshop.texts("lamps") / "99-7.md").write_text("<b>", encoding="utf-8")
    (workshop.root / "mkdocs.yml").write_text("a: [", encoding="utf-8")
    assert workshop.build("lamps")[0] == 1
    assert workshop.says() == "bees"
    assert workshop.beside() == ["site"]


@pytest.mark.parametrize("words", [("lamps", "lamps"), ("lamps", "oars")], ids=["the same texts", "different texts"])
def test_two_builds_of_one_site_at_once(words: tuple[str, str], workshop: Workshop) -> None:
    processes = [workshop.begin(word) for word in words]
    said = [process.communicate(timeout=120)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], said
    assert workshop.says() in words
    assert workshop.beside() == ["site"]


def test_a_text_that_is_replaced_while_the_site_is_made_is_the_old_one_everywhere(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    from unres.site import build as stage

    render = stage.render_site

    def replaced(*given: object) -> None:
        for path in workshop.texts("bees").iterdir():
            path.write_text((workshop.texts("lamps") / path.name).read_text(encoding="utf-8"), encoding="utf-8")
        render(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(stage, "render_site", replaced)
    build(Project(workshop.root, workshop.texts("bees"), workshop.site))
    assert workshop.says() == "bees"


def test_a_clock_that_runs_backwards_and_times_from_another_century_change_nothing(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in workshop.site.rglob("*") if path.is_file()}
    for at, path in enumerate(sorted((workshop.root / "docs").rglob("*"))):
        os.utime(path, ns=(0, (at % 3) * 2**61))  # 1970, 2043, 2116
    clock = iter(range(2**31, 0, -86_400))
    monkeypatch.setattr(time, "time", lambda: float(next(clock)))
    build(Project(workshop.root, workshop.texts("bees"), workshop.site))
    monkeypatch.undo()
    assert before == {path: path.read_bytes() for path in workshop.site.rglob("*") if path.is_file()}


# Disks

MOUNT = ("unshare", "--map-root-user", "--mount")


@pytest.fixture(scope="module")
def mounts() -> None:
    """Skips where this user cannot mount a disk of his own."""
    tried = shutil.which("unshare") and subprocess.run(
        [*MOUNT, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
    )
    if not tried or tried.returncode:
        pytest.skip("this system lets nobody but root mount a disk")


def on_a_disk(workshop: Workshop, script: str) -> list[str]:
    """Runs a shell script with ``build WORD`` and ``said`` on a disk of its own; what it prints, line by line.

    The disk lies at ``$DISK`` and is gone at the end; the site is copied from it to its place.
    """
    build_ = " ".join(
        f"'{part}'" for part in (sys.executable, "-c", BUILD, str(workshop.root), "TEXTS", "SITE", *sys.path) if part
    )
    build_ = build_.replace("'TEXTS'", f"'{workshop.root}'/\"$1\"").replace("'SITE'", '"$SITE"')
    disk = workshop.site.parent.with_name("disk")
    disk.mkdir()
    whole = f"""
set -u
DISK='{disk}'; SITE="$DISK/site"
build() {{ {build_} 2>"{disk}.said" >/dev/null; echo "$?"; }}
{script}
rm -rf '{workshop.site}'; cp -R "$SITE" '{workshop.site}'; rm -rf '{workshop.site}/.unres-new'
ls -A "$DISK"
"""
    done = subprocess.run([*MOUNT, "sh", "-c", whole], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return [*done.stdout.split("\n")[:-1], Path(f"{disk}.said").read_text(encoding="utf-8")]


@pytest.mark.usefixtures("mounts")
def test_a_disk_that_is_full_keeps_the_old_site(workshop: Workshop) -> None:
    *printed, said = on_a_disk(
        workshop,
        """
mount -t tmpfs none "$DISK"
build bees
mount -o remount,size=$(( $(df --output=used -k "$DISK" | tail -1) + 700 ))k "$DISK"
build lamps
""",
    )
    assert printed == ["0", "1", "site"]
    assert said.endswith("/disk/site: No space left on device; the site built before is untouched\n")
    assert said.count("\n") == 1
    assert workshop.says() == "bees"


@pytest.mark.usefixtures("mounts")
def test_a_disk_that_can_only_be_read_keeps_the_old_site(workshop: Workshop) -> None:
    *printed, said = on_a_disk(
        workshop, 'mount -t tmpfs none "$DISK"\nbuild bees\nmount -o remount,ro "$DISK"\nbuild lamps'
    )
    assert printed == ["0", "1", "site"]
    assert said.endswith("/disk/site: Read-only file system; the site built before is untouched\n")
    assert said.count("\n") == 1
    assert workshop.says() == "bees"


@pytest.mark.usefixtures("mounts")
@pytest.mark.parametrize("rest", ["", 'mount -o remount,ro,bind "$DISK"'], ids=["alone", "in a folder only to be read"])
def test_a_site_that_is_a_mounted_volume_is_filled(rest: str, workshop: Workshop) -> None:
    *printed, said = on_a_disk(
        workshop,
        f"""
mount -t tmpfs none "$DISK"; mkdir "$SITE"; mount -t tmpfs none "$SITE"
{rest}
build bees
build lamps
ls -A "$SITE" | grep -c unres
""",
    )
    assert printed == ["0", "0", "1", "site"], said
    assert workshop.says() == "lamps"
