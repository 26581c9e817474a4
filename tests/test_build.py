"""The whole way: from source texts to a built site, and what happens when a text cannot be published."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlparse

import pytest
from lxml import html

from samples import ROOT, SEED, sample
from sites import article, run
from unres.errors import BuildError
from unres.site.build import build
from unres.site.project import Project
from words import bare_words, notes_last, words_of_source

PAGES = "A/RES/62/160"


def words(site: Path, page: str) -> list[str]:
    for element in (found := article(site, page)).iter("br", "p", "sup"):
        element.tail = f" {element.tail or ''}"
        element.text = f" {element.text or ''}"
    return bare_words(found.text_content())


def paragraphs(site: Path, page: str) -> list[tuple[str, str]]:
    """The paragraphs and notes of a page: what each is, and its words without the ways back from a note."""
    for back in (found := article(site, page)).xpath(".//a[contains(@class, 'back')]"):
        back.drop_tree()
    kinds = ("enacting", "preambular", "operative", "closing", "note")
    return [(p.get("class"), p.text_content().strip()) for p in found.iter("p") if p.get("class") in kinds]


def test_every_word_stands_once_and_in_order_on_the_page_of_the_resolution(site: Path) -> None:
    text = SEED.read_text(encoding="utf-8")
    assert words(site, PAGES) == words_of_source(notes_last(text))


def test_the_parts_say_the_same_words_as_the_resolution(site: Path) -> None:
    whole = paragraphs(site, PAGES)
    # The enacting words and the closing line are paragraphs too; a part has the notes that it calls
    for part, own, notes in (("preamble", 10, 4), ("operative", 12, 0), ("footnotes", 0, 4)):
        found = paragraphs(site, f"{PAGES}/{part}")
        assert len(found) == own + notes
        assert sum(kind == "note" for kind, _ in found) == notes
        assert [one for one in whole if one in found] == found


def addresses(site: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(site.rglob("*.html")):
        tree = html.parse(str(path))
        for address in tree.xpath("//@href | //@src"):
            yield path, address


def test_every_internal_link_and_anchor_exists(site: Path) -> None:
    ids = {path: set(html.parse(str(path)).xpath("//@id")) for path in site.rglob("*.html")}
    checked = 0
    for path, address in addresses(site):
        parts = urlparse(address)
        if parts.scheme or parts.netloc:
            continue
        base = "/" if path.name == "404.html" else f"/{path.relative_to(site).as_posix()}"
        target = site / unquote(urlparse(urljoin(base, address)).path).lstrip("/")
        target = target / "index.html" if target.is_dir() else target
        assert target.is_file(), f"{path.relative_to(site)}: {address}"
        if parts.fragment and target.suffix == ".html":
            assert unquote(parts.fragment) in ids[target], f"{path.relative_to(site)}: {address}"
            checked += 1
    assert checked > 100


def test_ids_are_unique_on_every_page(site: Path) -> None:
    for path in site.rglob("*.html"):
        ids = html.parse(str(path)).xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        loaded = html.parse(str(path)).xpath(
            "//script/@src | //img/@src | //link[not(@rel='canonical')]/@href | //iframe/@src"
        )
        assert not [address for address in loaded if urlparse(address).netloc], path


REFERENCES = [
    ("preamble", "Charter of the United Nations, in particular Article 1, paragraph 3", "un-charter/chapter-1"),
    ("preamble", "61/168", "docs.un.org/en/A/RES/61/168"),
    ("preamble", "resolution 2005/54", "docs.un.org/en/E/CN.4/RES/2005/54"),
    ("preamble", "resolution 2000/22", "docs.un.org/en/E/CN.4/Sub.2/RES/2000/22"),
    ("operative", "Charter of the United Nations", "un-charter"),
    ("operative", "Charter", "un-charter"),
    ("footnotes", "A/CONF.157/24 (Part I)", "docs.un.org/en/A/CONF.157/24(PartI)"),
    ("footnotes", "resolution 55/2", "docs.un.org/en/A/RES/55/2"),
    ("footnotes", "E/2005/23", "docs.un.org/en/E/2005/23"),
    ("footnotes", "Corr.1", "docs.un.org/en/E/2005/23/Corr.1"),
    ("footnotes", "2", "docs.un.org/en/E/2005/23/Corr.2"),
    ("footnotes", "E/CN.4/2001/2-E/CN.4/Sub.2/2000/46", "docs.un.org/en/E/CN.4/2001/2"),
]


@pytest.mark.parametrize(("page", "text", "address"), REFERENCES)
def test_each_reference_of_the_seed_is_a_link_on_exactly_its_words(
    site: Path, page: str, text: str, address: str
) -> None:
    links = [
        (a.text_content(), a.get("href"))
        for a in article(site, f"{PAGES}/{page}").xpath(".//a[contains(@class, 'ref')]")
    ]
    assert any(words == text and address in href for words, href in links), links


def tree_hash(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("epoch", [None, "1200000000"])
def test_two_builds_are_the_same_byte_for_byte(
    project: Path, monkeypatch: pytest.MonkeyPatch, epoch: str | None
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    hashes = []
    for name in ("one", "two"):
        build(Project(project, ROOT / "resolution", project / name))
        hashes.append(tree_hash(project / name))
    assert hashes[0] == hashes[1]


GOOD = sample("1. *Ends*.")
BAD = {
    "an empty file": ({"a.md": b""}, "a.md:1: is empty"),
    "no title": ({"a.md": b"# General Assembly\n"}, "a.md:1: has no title"),
    "two paragraphs numbered 3": (
        {"a.md": sample("1. *A*;\n\n2. *B*;\n\n3. *C*;\n\n3. *D*.").encode()},
        "a.md:23: paragraph 3 comes after paragraph 3",
    ),
    "a missing number": ({"a.md": sample("1. *A*;\n\n3. *B*.").encode()}, "a.md:19: paragraph 2 is missing"),
    "a note called but absent": ({"a.md": sample("1. *A*.<sup>1</sup>").encode()}, "a.md:17: footnote 1 is called"),
    "a note never called": ({"a.md": sample("1. *A*.\n\n<sup>1</sup> B.").encode()}, "a.md:19: footnote 1 is never called"),
    "a script": ({"a.md": sample("1. *A* <script>alert(1)</script>.").encode()}, "a.md:17: HTML <script>"),
    "not UTF-8": ({"a.md": GOOD.encode() + b"\xff"}, "is not UTF-8"),
    "no text at all": ({}, "holds no source text"),
}  # fmt: skip


@pytest.mark.parametrize(("files", "message"), BAD.values(), ids=BAD)
def test_bad_input_gets_one_message_and_the_last_site_stays_whole(  # noqa: PLR0917 - fixtures
    files: dict[str, bytes],
    message: str,
    project: Path,
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(site, tmp_path / "site")
    before = tree_hash(tmp_path / "site")
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, data in files.items():
        (texts / name).write_bytes(data)
    arguments = ["build", "--resolutions", str(texts), "--site", str(tmp_path / "site")]
    code, said = run(arguments, project, monkeypatch, capfd)
    assert code == 1
    assert message in said
    assert "Traceback" not in said
    assert tree_hash(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "texts"], "nothing half-made is left"


MIXED = {
    "a text with an error": (sample("1. *A*;\n\n3. *B*.").replace("99/7.", "99/8."), "b.md:19: paragraph 2 is missing"),
    "a duplicate symbol": (GOOD, "b.md:13: A/RES/99/7 is already in the collection as"),
}


@pytest.mark.parametrize(("text", "message"), MIXED.values(), ids=MIXED)
def test_a_bad_text_is_left_out_and_named_and_all_others_are_published(
    text: str,
    message: str,
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    texts, site = tmp_path / "texts", tmp_path / "site"
    texts.mkdir()
    (texts / "a.md").write_text(sample("1. *Recalls* its resolution 99/8."), encoding="utf-8")
    (texts / "b.md").write_text(text, encoding="utf-8")
    arguments = ["build", "--resolutions", str(texts), "--site", str(site)]
    code, said = run([*arguments, "--strict"], project, monkeypatch, capfd)
    assert (code, site.exists()) == (1, False)
    assert message in said
    code, said = run(arguments, project, monkeypatch, capfd)
    assert code == 1
    assert message in said
    assert said.endswith(f"1 resolution in {site}; left out: {texts / 'b.md'}\n")
    assert (site / "A/RES/99/7/index.html").exists()
    assert not (site / "A/RES/99/8").exists()
    page = html.parse(str(site / "A/RES/99/7/operative/index.html"))
    assert page.xpath("//a[contains(@class, 'ref') and contains(., '99/8')]/@href") == [
        "https://docs.un.org/en/A/RES/99/8"
    ]


def test_a_missing_folder_of_texts_is_named(project: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"nowhere: is not a folder"):
        build(Project(project, tmp_path / "nowhere", tmp_path / "site"))


def test_a_broken_link_in_a_page_written_by_hand_stops_the_build(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site", "one", "two"))
    (root / "docs" / "about.md").write_text("# About\n\n[gone](gone.md)\n")
    with pytest.raises(BuildError, match=r"gone\.md"):
        build(Project(root, SEED.parent, tmp_path / "site"))
    assert not (tmp_path / "site").exists()


def test_a_script_that_was_printed_is_shown_and_never_run(project: Path, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/a.md").write_text(sample(r"1. *Decides* \<script>alert(1)\</script> so."), encoding="utf-8")
    build(Project(project, tmp_path / "texts", tmp_path / "site"))
    page = (tmp_path / "site/A/RES/99/7/operative/index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)" not in page


def test_the_address_of_a_part_is_that_of_its_resolution(project: Path, tmp_path: Path) -> None:
    build(Project(project, SEED.parent, tmp_path / "site", "https://example.org/un/"))
    for page, address in (("", ""), ("operative/", ""), ("references/", "references/"), ("text/", "")):
        tree = html.parse(str(tmp_path / "site" / PAGES / page / "index.html"))
        assert tree.xpath("//link[@rel='canonical']/@href") == [f"https://example.org/un/{PAGES}/{address}"]


def test_a_project_that_is_not_ours_to_write_is_named(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(given: Project) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(given.work))

    monkeypatch.setattr("unres.site.build.begin_workplace", refuse)  # root may write anywhere
    code, said = run(
        ["build", "--resolutions", str(SEED.parent), "--site", str(tmp_path / "site")], project, monkeypatch, capfd
    )
    assert code == 1
    work = project / ".cache/unres/mkdocs"
    assert (
        said
        == f"{work}: Permission denied; the site built before is untouched; give yourself the right to write there, or copy the project\n"
    )
