"""The index of everything cited: which page a symbol is on, and that pages stay small and apart."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from samples import sample
from unres.collection import Citation, Collection, Place, load
from unres.errors import BuildError
from unres.pages.page import Page
from unres.pages.reference_index import LONGEST, group_of, index_pages
from unres.pages.write import write_pages

GROUPS = [
    ("A/RES/61/168", "A/RES/61"),
    ("A/DEC/60/551", "A/DEC/60"),
    ("A/RES/217(III)", "A/RES before 1976"),
    ("A/RES/S-10/2", "A/RES, other sessions"),
    ("A/HRC/RES/5/1", "A/HRC"),
    ("A/62/439", "A/62"),
    ("S/RES/1325(2000)", "S/RES, 2000–2009"),
    ("S/2003/529", "S"),
    ("S/PV.9171", "S/PV"),
    ("E/CN.4/2001/2", "E/CN.4"),
    ("E/RES/1996/31", "E/RES, 1990–1999"),
    ("E/RES/1503(XLVIII)", "E/RES"),
    ("CHARTER/1/3", "Charter of the United Nations"),
    ("UNTS/2153/37605", "Treaty Series, volumes 2000–2499"),
    ("UNTS/75/970", "Treaty Series, volumes 1–499"),
    ("LNTS/XCIV/2138", "League of Nations Treaty Series"),
    ("1/CP.21", "Decisions of conferences of parties"),
    ("15/4", "Decisions on biological diversity"),
    ("X/29", "Decisions on biological diversity"),
    ("EC-94/DEC.2", "Decisions on chemical weapons"),
    ("A.1018(26)", "Resolutions of the International Maritime Organization"),
    ("GC(40)/INF/5", "GC"),
    ("GC.18/RES/1", "GC"),
    ("MSC84/24/Add.1", "MSC"),
    ("WHA58.5", "WHA"),
    ("ICC-ASP/22/20", "ICC-ASP"),
]


@pytest.mark.parametrize(("symbol", "group"), GROUPS)
def test_each_symbol_has_its_group(symbol: str, group: str) -> None:
    assert group_of(symbol) == group


def citing(tmp_path: Path, cited: dict[str, int]) -> Collection:
    """A collection that cites symbols so many times, each in a paragraph of its own."""
    path = tmp_path / "a.md"
    path.write_text(sample("1. *Ends*."), encoding="utf-8")
    citations = {
        symbol: tuple(Citation("A/RES/99/7", "99/7", str(number), Place("")) for number in range(times))
        for symbol, times in cited.items()
    }
    return Collection(load([path])[0].entries, citations)


def test_no_two_pages_have_one_path(tmp_path: Path) -> None:
    symbols = ("GC(40)/INF/5", "GC.40/INF/5", "HSP/HA.2/Res.3", "A/C.2/1", "A/C-2/1", "A/c.2/1", "INDEX/1/2")
    paths = [page.path.lower() for page in index_pages(citing(tmp_path, dict.fromkeys(symbols, 1)))]
    assert [path for path, times in Counter(paths).items() if times > 1] == []
    written = "".join(page.markdown for page in index_pages(citing(tmp_path, dict.fromkeys(symbols, 1))))
    assert all(symbol in written for symbol in symbols)


def test_a_page_stays_small_and_goes_on_over_the_next(tmp_path: Path) -> None:
    collection = citing(tmp_path, {"CHARTER": 2 * LONGEST + 5, "CHARTER/51": 3, "S/2003/529": 1})
    pages = {page.path.rpartition("/")[2]: page.markdown for page in index_pages(collection)}
    first = "Charter-of-the-United-Nations"
    names = [f"{first}.md", f"{first}-page-2.md", f"{first}-page-3.md"]
    links = [pages[name].count("](../99/7/") for name in names]
    assert links == [LONGEST, LONGEST, 8]
    assert f"[Continued on page 2]({names[1]})" in pages[names[0]]
    assert "Continued" not in pages[names[2]]
    index = f"- [Charter of the United Nations]({names[0]}): 2 documents · [2]({names[1]}) · [3]({names[2]})"
    assert index in pages["index.md"]


def test_two_pages_of_one_path_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"A/twice\.md"):
        write_pages([Page("A/twice.md", "one"), Page("A/twice.md", "other")], tmp_path)
