"""``unres verify`` finds a site whole, and each fault that is put into it, by the file that has it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from samples import ROOT, sample
from unres import cli
from unres.collection import load, source_texts
from unres.errors import BuildError
from unres.site.build import build
from unres.site.project import Project
from unres.verify import verify
from unres.verify.words import first_difference

BOTH = "A/RES/199/7"


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed and an invented resolution with parts, tables, annexes and notes of every kind."""
    folder = tmp_path_factory.mktemp("verified")
    shutil.copy(ROOT / "resolution" / "62-160.md", folder)
    shutil.copy(ROOT / "tests" / "data" / "resolution" / "199-7.md", folder)
    return folder


@pytest.fixture(scope="module")
def built(project: Path, texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("whole") / "site"
    build(Project(project, texts, site, "https://example.org/un/"))
    return site


@pytest.fixture
def copied(built: Path, tmp_path: Path) -> Path:
    """The site on another machine, as it were."""
    return Path(shutil.copytree(built, tmp_path / "served"))


def said(site: Path, texts: Path | None = None) -> list[str]:
    collection = load(source_texts(texts))[0] if texts else None
    return [str(fault) for fault in verify(site, collection).faults]


def whole_page(site: Path, folder: str) -> str:
    """The page that holds the whole text: the resolution's own, or the one beside it."""
    names = [f"{folder}/index.html", f"{folder}/text/index.html"]
    return max(
        (name for name in names if (site / name).exists()), key=lambda name: (site / name).read_text().count("<p")
    )


@pytest.mark.parametrize("against_texts", [False, True])
def test_a_site_that_was_copied_is_whole(copied: Path, texts: Path, *, against_texts: bool) -> None:
    verdict = verify(copied, load(source_texts(texts))[0] if against_texts else None)
    assert verdict.faults == ()
    assert verdict.resolutions == 2
    assert verdict.words > 2000
    assert verdict.links > 500


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def moved_on(text: str) -> str:
    """The first preambular paragraph behind the second."""
    first, second = re.findall(r"<p class=\"preambular\">.*?</p>", text, re.DOTALL)[:2]
    return text.replace(first, "\0", 1).replace(second, first, 1).replace("\0", second, 1)


SEED = "A/RES/62/160"
CHANGES: dict[str, tuple[str, Callable[[str], str], str]] = {
    "a word dropped from the page": ("whole", replaced("to promote, protect and", "to promote, and"), "has “and encourage"),
    "a word doubled": ("whole", replaced("protect and encourage", "protect protect and encourage"), "has “protect and"),
    "two words swapped": ("whole", replaced("protect and encourage", "encourage and protect"), "has “encourage and"),
    "two paragraphs swapped": ("whole", moved_on, "has “Recalling its adoption"),
    "a marker lost": ("whole", lambda text: re.sub(r"<sup><a[^>]*>3</a></sup>", "", text, count=1), "differs behind"),
    "a word of a part": ("operative/index.html", replaced("protect and encourage", "protect or encourage"), "not “and"),
    "a note of the page of notes": ("footnotes/index.html", replaced("corrigenda", "errata"), "has “errata"),
    "a word of the JSON": ("resolution.json", replaced("protect and encourage", "protect or encourage"), "has “or"),
    "JSON that is none": ("resolution.json", lambda text: text[:500], "cannot be read"),
    "a word of the Akoma Ntoso": ("resolution.akn.xml", replaced("protect and encourage", "protect encourage"), "not “and"),
    "a note of the Akoma Ntoso": ("resolution.akn.xml", replaced("corrigenda", "errata"), "has “errata"),
    "XML that is none": ("resolution.akn.xml", replaced("</", "<"), "cannot be read"),
}  # fmt: skip


@pytest.mark.parametrize("against_texts", [False, True])
@pytest.mark.parametrize(("name", "change", "message"), CHANGES.values(), ids=CHANGES)
def test_a_change_of_words_is_found_where_it_is(
    name: str, change: Callable[[str], str], message: str, copied: Path, texts: Path, *, against_texts: bool
) -> None:
    name = whole_page(copied, SEED) if name == "whole" else f"{SEED}/{name}"
    path = copied / name
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")
    found = said(copied, texts if against_texts else None)
    assert f"{name}: is not as it was built: its checksum is another" in found
    assert [fault for fault in found if fault.startswith(f"{name}: ") and message in fault], found
    dead = [fault for fault in found if "#fnref" in fault]  # a marker that is lost leaves its note no way back
    assert {fault.partition(":")[0] for fault in found if fault not in dead} == {name}, "no other file is accused"


def test_a_text_that_was_edited_after_the_build_is_found(copied: Path, texts: Path, tmp_path: Path) -> None:
    edited = Path(shutil.copytree(texts, tmp_path / "edited"))
    path = edited / "62-160.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("to promote, protect and", "to promote and"), encoding="utf-8"
    )
    (edited / "99-7.md").write_text(sample("1. *Ends*."), encoding="utf-8")
    (edited / "199-7.md").unlink()
    found = said(copied, edited)
    assert "A/RES/99/7: is not in the site" in found
    assert "A/RES/199/7: is none of the source texts" in found
    assert [fault for fault in found if fault.startswith(f"{whole_page(copied, SEED)}: differs behind")]


def test_a_broken_link_and_a_place_that_is_gone_are_found(copied: Path) -> None:
    home = copied / "index.html"
    home.write_text(
        home.read_text(encoding="utf-8").replace(
            "</article>", f'<a href="gone/">x</a><a href="{SEED}/operative/#op99">y</a></article>'
        ),
        encoding="utf-8",
    )
    found = said(copied)
    assert "index.html: leads to gone/, which is not there" in found
    assert f"index.html: leads to {SEED}/operative/#op99, but the page has no such place" in found


def test_files_that_are_missing_or_added_are_found(copied: Path) -> None:
    (copied / "feed.xml").unlink()
    (copied / "added.html").write_text("<p>x</p>")
    (copied / "A/RES/62/160/empty.html").write_text("")
    found = said(copied)
    assert "feed.xml: is missing" in found
    assert "added.html: is no part of the site: unres-files.txt does not name it" in found
    assert [fault for fault in found if fault.startswith("A/RES/62/160/empty.html: cannot be read")]


def test_the_command_says_what_was_proved(built: Path, texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", str(built), "--resolutions", str(texts)]) == 0
    assert re.fullmatch(r"2 resolutions, [\d,]+ words, [\d,]+ links: whole\n", capsys.readouterr().out)


def test_the_command_ends_with_1_after_a_fault(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copied / "feed.xml").unlink()
    assert cli.main(["verify", str(copied)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("feed.xml: is missing\n")
    assert out.endswith((" faults\n", " fault\n"))


def test_what_is_no_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="name the folder of a finished site"):
        verify(tmp_path)


DIFFERENCES = {
    "alike": ("the dark sea", "the  dark\nsea", ""),
    "other signs": ("the dark, sea", "the “dark” sea.", ""),
    "at the start": ("fog", "oil", "differs behind “”: has “oil”, not “fog”"),
    "at the end": ("fog lifts", "fog", "differs behind “fog”: has “”, not “lifts”"),
    "more than there should be": ("fog", "fog lifts", "differs behind “fog”: has “lifts”, not “”"),
}


@pytest.mark.parametrize(("wanted", "found", "message"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_a_difference_is_said_in_words(wanted: str, found: str, message: str) -> None:
    assert first_difference(wanted, found) == message
