"""Full names of documents, from their symbols."""

import pytest

from unres.citations.titles import full_name, printed

NAMES = [
    ("A/RES/61/168", None, "General Assembly resolution 61/168"),
    ("A/RES/51/45", "J", "General Assembly resolution 51/45 J"),
    ("A/RES/217(III)", "A", "General Assembly resolution 217 A (III)"),
    ("A/RES/S-10/2", None, "General Assembly resolution S-10/2"),
    ("S/RES/1325(2000)", None, "Security Council resolution 1325 (2000)"),
    ("E/RES/1996/31", None, "Economic and Social Council resolution 1996/31"),
    ("E/CN.4/RES/2005/54", None, "Commission on Human Rights resolution 2005/54"),
    ("A/HRC/RES/5/1", None, "Human Rights Council resolution 5/1"),
    ("A/DEC/60/551", None, "General Assembly decision 60/551"),
    ("WHA69.2", None, "World Health Assembly resolution 69.2"),
    ("CHARTER", None, "Charter of the United Nations"),
    ("CHARTER/1/3", None, "Charter of the United Nations, Article 1, paragraph 3"),
    ("CHARTER/VII", None, "Charter of the United Nations, Chapter VII"),
    ("UNTS/2153/37605", None, "United Nations, Treaty Series, vol. 2153, No. 37605"),
    ("LNTS/XCIV/2138", None, "League of Nations, Treaty Series, vol. XCIV, No. 2138"),
    ("A/62/439/Add.2", None, "Document A/62/439/Add.2"),
    ("1/CP.21", None, "Decision 1/CP.21"),
    ("5/CMA.5", None, "Decision 5/CMA.5"),
    ("15/4", None, "Conference of the Parties to the Convention on Biological Diversity decision 15/4"),
    ("X/29", None, "Conference of the Parties to the Convention on Biological Diversity decision X/29"),
    ("EC-94/DEC.2", None, "Decision EC-94/DEC.2"),
    ("GC(53)/DEC/13", None, "Decision GC(53)/DEC/13"),
    ("GC(45)/RES/10", None, "Resolution GC(45)/RES/10"),
    ("MSC.489(103)", None, "Resolution MSC.489(103)"),
    ("UNEP/EA.5/Res.14", None, "United Nations Environment Assembly of the United Nations Environment Programme resolution 5/14"),
    ("ABC/29", None, "Document ABC/29"),
    ("MSC.489(CIII)", None, "Document MSC.489 (CIII)"),
    ("MSC84/24/Add.1", None, "Document MSC84/24/Add.1"),
    ("FCCC/CP/2015/10/Add.1", None, "Document FCCC/CP/2015/10/Add.1"),
]  # fmt: skip


@pytest.mark.parametrize(("symbol", "part", "name"), NAMES)
def test_full_names(symbol: str, part: str | None, name: str) -> None:
    assert full_name(symbol, part) == name


@pytest.mark.parametrize(
    ("symbol", "as_printed"),
    [
        ("A/CONF.157/24(PartI)", "A/CONF.157/24 (Part I)"),
        ("A/78/205(Vol.II)", "A/78/205 (Vol. II)"),
        ("A/RES/217(III)", "A/RES/217 (III)"),
        ("S/RES/1325(2000)", "S/RES/1325 (2000)"),
        ("A/62/439/Add.2", "A/62/439/Add.2"),
        ("UNTS/1/2", "United Nations, Treaty Series, vol. 1, No. 2"),
        ("LNTS/1/2", "League of Nations, Treaty Series, vol. 1, No. 2"),
        ("1/CP.21", "1/CP.21"),
    ],
)
def test_symbols_as_documents_print_them(symbol: str, as_printed: str) -> None:
    assert printed(symbol) == as_printed
