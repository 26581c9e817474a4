"""A printed resolution, read back from the PDF that the browser makes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from addresses import RICH, SEED, Open
from samples import ROOT

Printed = Callable[..., list[str]]


@pytest.fixture
def printed(opened: Open, url: str, tmp_path: Path) -> Printed:
    """Prints a page; the text of each sheet."""

    def print_(address: str, **options: object) -> list[str]:
        page = opened(url + address, **options)
        page.pdf(path=tmp_path / "out.pdf", format="A4", prefer_css_page_size=True)
        with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
            return [sheet.get_textpage().get_text_bounded().replace("\r\n", "\n") for sheet in document]

    return print_


def test_each_sheet_has_its_number_the_address_and_the_date(printed: Printed, url: str) -> None:
    sheets = printed(f"{SEED}")
    assert 2 <= len(sheets) <= 3
    for number, sheet in enumerate(sheets, 1):
        foot = rf"A/RES/62/160 · {re.escape(url)}/A/RES/62/160/ · \d+ \w+ 20\d\d\s+{number}\b"
        assert re.search(foot, sheet), sheet


def test_the_document_stands_alone_and_in_order(printed: Printed) -> None:
    whole = "\n".join(printed(f"{SEED}", color_scheme="dark"))
    order = [
        "United Nations", "General Assembly", "Distr.: General", "62/160. Enhancement", "The General Assembly,",
        "Reaffirming its commitment", "1. Reaffirms", "8. Calls upon", "11. Decides", "76th plenary meeting",
        "Footnotes", "A/CONF.157/24", "See resolution 55/2", "4 See E/CN.4/2001/2", "the official document is at",
    ]  # fmt: skip
    places = [whole.find(words) for words in order]
    assert -1 not in places, dict(zip(order, places, strict=True))
    assert places == sorted(places)
    for ours in (
        "Copy link",
        "OP8",
        "PP2",
        "On this page",
        "Overview",
        "Search",
        "Previous",
        "Switch to",
        "Not an official",
    ):
        assert ours not in whole, ours


def test_every_word_of_the_source_is_on_paper(printed: Printed) -> None:
    source = (ROOT / "resolution" / "62-160.md").read_text(encoding="utf-8")
    paper = " ".join(printed(f"{SEED}"))
    words = re.compile(r"[A-Za-z]{4,}")
    missing = set(words.findall(re.sub(r"<[^>]*>", " ", source))) - set(words.findall(paper))
    assert not missing


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_without_scripts_the_document_still_names_its_source(printed: Printed, script: bool) -> None:
    last = printed(f"{SEED}operative/", java_script_enabled=script)[-1]
    assert "A/RES/62/160 · the official document is at https://docs.un.org/en/A/RES/62/160" in last


def test_a_long_annex_prints_all_its_paragraphs(printed: Printed) -> None:
    sheets = printed(f"{RICH}")
    whole = "\n".join(sheets)
    assert len(sheets) > 10
    assert [whole.count(f"\n{number}. We ") for number in range(2, 141)] == [1] * 139
    assert whole.index("Footnotes") > whole.index("140. We ")
