"""Texts and commands made to do harm: what is said of them, and that no page is changed by them."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from lxml import html

from hostile import ACTIVE, everywhere
from samples import ROOT, SEED, problems, sample
from sites import article, run
from unres.collection import collect, make_reading
from unres.exports.citation import to_ris
from unres.insight import Insight
from unres.markup import render
from unres.pages.provenance import provenance
from unres.pages.write import pages_of_site
from unres.site.build import build
from unres.site.project import Project
from unres.text.parser import parse, texts_of
from words import as_printed

GOOD = sample("1. *Ends*.")
UNTITLED = GOOD.replace("### 99/7. ", "### ")


def front(fields: str, text: str = GOOD) -> str:
    return f"---\n{fields}\n---\n{text}"


REFUSED = {
    "a symbol that climbs out of the folder": (front("symbol: A/RES/../../../etc", UNTITLED), "has no number"),
    "a symbol from the root": (front("symbol: A/RES//tmp/x", UNTITLED), "has no number"),
    "a symbol of a raised figure": (front("symbol: A/RES/²", UNTITLED), "has no number"),
    "a symbol with a script": (front("symbol: A/RES/<script>", UNTITLED), "has no number"),
    "a number of 5000 figures": (GOOD.replace("99/7", "1" * 5000 + "/7"), "has no number"),
    "a number in other figures": (GOOD.replace("99/7", "٩٩/٧"), "has no number"),
    "a field that is a list": (front("language: en\nsymbol: [a, b]"), "sample.md:3: front matter has a field symbol"),
    "a field that is a mapping": (front("source: {a: {b: c}}"), "sample.md:2: front matter has a field source"),
    "an unprintable sign spelt out": (front(r'checked: "\0"'), "sample.md:2: front matter has a field checked"),
    "half a character": (front(r'checked: "\ud800"'), "sample.md:2: front matter has a field checked"),
    "a source that is a script": (front("source: javascript:alert(1)"), "of another form than https://docs.un.org"),
    "a source that ends its link": (front('source: "https://a.b) <b>"'), "of another form than https://docs.un.org"),
    "a checksum that is a script": (front('sha256: "`<script>`"'), "sample.md:2: front matter has a field sha256"),
    "a language of two lines": (front('language: "en\\nTI  - x"'), "sample.md:2: front matter has a field language"),
    "a language that ends its field": (front('language: "en}, note = {x"'), "sample.md:2: front matter has a field language"),
    "front matter too deep": (front("source: " + "[" * 3000), "front matter is not valid YAML"),
    "front matter that grows": (
        front("doubts: &a [x, x]\nsource: &b [*a, *a]\nchecked: [*b, *b]"),
        "sample.md:3: front matter has a field source",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_published_is_refused(text: str, message: str) -> None:
    assert message in "\n".join(problems(text))


def test_how_a_text_was_checked_is_words_and_no_list() -> None:
    resolution = parse(front("checked: '  7. x  '\nsha256: ab"), "x.md", sealed=True).resolution
    assert resolution is not None
    assert "\n\n".join(provenance(make_reading(resolution)[0])).splitlines()[2].startswith(r"7\. x of 3 May 2044")


def test_a_doubt_of_several_lines_is_one_record() -> None:
    resolution = parse(front('doubts: ["a\\nER  - \\nTY  - RPRT"]'), "x.md").resolution
    assert resolution is not None
    assert to_ris(make_reading(resolution)[0]).count("\r\nTY  - ") == 0


TAKEN = {
    "a day that is none": front("checked: 2020-02-30"),
    "a number of 5000 figures in a field": front("checked: " + "1" * 5000),
    "a number of 5000 figures in a reference": sample(f"1. *Recalls* resolution 62/{'1' * 5000} and A/{'1' * 5000}/1."),
    "an unknown constructor": front("checked: !!timestamp x"),
}


@pytest.mark.parametrize("text", TAKEN.values(), ids=TAKEN)
def test_what_looks_like_a_number_or_date_is_words(text: str) -> None:
    resolution = parse(text, "sample.md").resolution
    assert resolution is not None
    assert list(pages_of_site(Insight.of(collect([make_reading(resolution)[0]]))))


def test_a_gap_of_many_notes_is_one_doubt() -> None:
    assert problems(sample("1. *Ends*.<sup>999</sup>\n\n<sup>999</sup> Last.")) == [
        "sample.md:19: doubt: footnotes 1 to 998 are missing before this one; compare with the official text"
    ]


@pytest.mark.long
def test_words_that_are_active_elsewhere_are_words_on_every_page(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site", "one", "two"))
    (root / "texts").mkdir()
    given = {}
    for number, words in enumerate(ACTIVE, 1):
        text = everywhere(words).replace("99/7", f"99/{number}")
        (root / "texts" / f"99-{number}.md").write_text(text, encoding="utf-8")
        given[number] = parse(text, "x.md").resolution
    build(Project(root, root / "texts", root / "site"))
    for number, resolution in given.items():
        assert resolution is not None
        page = article(root / "site", f"A/RES/99/{number}")
        assert "".join(page.text_content().split()) == "".join(as_printed(resolution).split()), ACTIVE[number - 1]
    for path in (root / "site").rglob("*.html"):
        page = html.parse(str(path))
        assert not page.xpath(
            "//script[contains(., 'alert') and not(@type='application/ld+json')] | //*[@onerror] | //*[@onclick]"
        ), path
        assert len(page.xpath("//title[not(parent::svg)]")) == 1, path
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_a_cell_that_ends_in_a_printed_bar_is_kept() -> None:
    resolution = parse(sample("1. *Ends*:\n\n| a | b |\n|---|---|\n| c | d\\|"), "x.md").resolution
    assert resolution is not None
    assert "d|" in as_printed(resolution)


PLACES = ["{file}/site", "/proc/unres", "/proc/unres/site"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", ["build --site", "export --format json --out"])
def test_a_place_that_cannot_be_written_is_named(
    place: str,
    command: str,
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    if place.startswith("/proc") and not Path("/proc/self").exists():
        pytest.skip("needs /proc, where not even root can make a folder")
    (tmp_path / "file").write_text("a file")
    where = place.format(file=tmp_path / "file")
    arguments = [*command.split(), where, "--resolutions", str(SEED.parent)]
    code, said = run(arguments, project, monkeypatch, capfd)
    assert code == 1
    assert where.removesuffix("/site") in said
    assert "Traceback" not in said


def test_a_link_to_nowhere_among_the_texts_is_said(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    shutil.copy(SEED, texts)
    (texts / "99-7.md").symlink_to(tmp_path / "nowhere")
    arguments = ["build", "--resolutions", str(texts), "--site", str(tmp_path / "site")]
    code, said = run(arguments, project, monkeypatch, capfd)
    assert code == 1
    assert "99-7.md:1: cannot be read" in said


@pytest.mark.parametrize("port", ["0", "-1", "65536", "9" * 5000, "x"])
def test_a_port_that_is_none_is_refused(
    port: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["serve", f"--port={port}"], ROOT, monkeypatch, capfd)
    assert stopped.value.code == 2
    assert "is no port" in capfd.readouterr().err


def test_a_document_dated_before_clocks_is_built(project: Path, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/99-7.md").write_text(GOOD.replace("2044", "0044"), encoding="utf-8")
    build(Project(project, tmp_path / "texts", tmp_path / "site"))
    assert (tmp_path / "site" / "sitemap.xml.gz").exists()


LONG = {
    "italics": sample("1. *Asks* " + "*a* " * 8000 + "b."),
    "sub-paragraphs of one number": sample("1. *Asks*:\n\n" + "- (a) fog;\n" * 8000),
    "headings of one name": sample("1. *Ends*.\n\n" + "#### I\n\n" * 8000),
    "annexes": sample("1. *Ends*.") + "### Annex\n\nFog.\n\n" * 8000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_time_grows_with_the_text_and_not_with_its_square(text: str) -> None:
    began = time.process_time()
    resolution = parse(text, "sample.md").resolution
    assert resolution is not None
    for _, words in (found for block in resolution.blocks for found in texts_of(block)):
        render(words, (), lambda call: call.number)
    assert time.process_time() - began < 8, "the square would take a minute"
