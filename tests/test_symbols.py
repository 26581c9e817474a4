"""Symbols: their order, their place, their address."""

from __future__ import annotations

import pytest

from unres.citations import find_in_text, official_address
from unres.numbering import to_roman
from unres.symbols import LAST_ARTICLES, Symbol

DOCS = "https://docs.un.org/en/"
CHARTER = "https://www.un.org/en/about-us/un-charter/"


@pytest.mark.parametrize(
    ("number", "symbol"),
    [
        ("62/160", "A/RES/62/160"),
        ("217 (III)", "A/RES/217(III)"),
        ("3362 (S-VII)", "A/RES/3362(S-VII)"),
        ("S-10/2", "A/RES/S-10/2"),
        ("ES-11/1", "A/RES/ES-11/1"),
        ("51/45 J", "A/RES/51/45J"),
        ("217 A (III)", "A/RES/217(III)A"),
    ],
)
def test_symbol_of_an_assembly_resolution(number: str, symbol: str) -> None:
    assert str(Symbol.of_assembly_resolution(number)) == symbol


def test_symbols_sort_as_people_count() -> None:
    texts = ["A/RES/62/160", "A/RES/62/9", "A/RES/9/1", "A/RES/217(III)"]
    assert [str(s) for s in sorted(map(Symbol, texts), key=lambda s: s.sort_key)] == [
        "A/RES/9/1",
        "A/RES/62/9",
        "A/RES/62/160",
        "A/RES/217(III)",
    ]


@pytest.mark.parametrize(
    ("symbol", "address"),
    [
        ("A/RES/61/168", DOCS + "A/RES/61/168"),
        ("A/RES/217(III)", DOCS + "A/RES/217(III)"),
        ("A/RES/217(III)A", DOCS + "A/RES/217(III)"),
        ("A/RES/51/45J", DOCS + "A/RES/51/45"),
        ("A/RES/ES-10/2B", DOCS + "A/RES/ES-10/2"),
        ("S/RES/1325(2000)", DOCS + "S/RES/1325(2000)"),
        ("E/CN.4/Sub.2/RES/2000/22", DOCS + "E/CN.4/Sub.2/RES/2000/22"),
        ("A/HRC/RES/5/1", DOCS + "A/HRC/RES/5/1"),
        ("A/CONF.157/24(PartI)", DOCS + "A/CONF.157/24(PartI)"),
        ("UNEP/EA.5/Res.5", DOCS + "UNEP/EA.5/Res.5"),
        ("FCCC/CP/2015/10/Add.1", DOCS + "FCCC/CP/2015/10/Add.1"),
        ("UNTS/2153/37605", "https://treaties.un.org/doc/Publication/UNTS/Volume%202153/v2153.pdf"),
        ("CHARTER", CHARTER + "full-text"),
        ("CHARTER/1/3", CHARTER + "chapter-1"),
        ("CHARTER/51", CHARTER + "chapter-7"),
        ("CHARTER/73/e", CHARTER + "chapter-11"),
        ("CHARTER/VIII", CHARTER + "chapter-8"),
        ("CHARTER/112", CHARTER + "full-text"),
        ("A/DEC/60/551", None),
        ("E/DEC/2005/234", None),
        ("WHA58.5", None),
        ("GC(45)/RES/10", None),
        ("1/CP.21", None),
        ("X/2", None),
        ("EC-94/DEC.2", None),
        ("WT/MIN(15)/48", None),
        ("LNTS/XCIV/2138", None),
        ("#3", None),
    ],
)
def test_official_address(symbol: str, address: str | None) -> None:
    assert Symbol(symbol).official == address


# The Charter's first and last Article of each chapter
@pytest.mark.parametrize("chapter", range(1, 20))
def test_each_article_has_the_page_of_its_chapter(chapter: int) -> None:
    first = LAST_ARTICLES[chapter - 2] + 1 if chapter > 1 else 1
    page = f"{CHARTER}chapter-{chapter}"
    assert Symbol(f"CHARTER/{first}").official == page
    assert Symbol(f"CHARTER/{LAST_ARTICLES[chapter - 1]}").official == page
    assert Symbol(f"CHARTER/{to_roman(chapter)}").official == page


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        ("resolution 217 A (III)", "A/RES/217(III)", "A"),
        ("A/RES/51/45J", "A/RES/51/45", "J"),
        ("A/RES/ES-10/2B", "A/RES/ES-10/2", "B"),
    ],
)
def test_a_lettered_part_has_the_address_of_its_number(text: str, whole: str, part: str) -> None:
    [reference] = find_in_text(text).references
    assert (reference.symbol, reference.part, official_address(reference)) == (whole, part, DOCS + whole)


def test_own_paragraphs_have_no_official_address() -> None:
    [reference] = find_in_text("paragraph 3 above").references
    assert official_address(reference) is None
