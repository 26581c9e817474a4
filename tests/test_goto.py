"""The cases of the go-to field are sound: each leads to a place that is there, or to an official address."""

from __future__ import annotations

import pytest

from goto_cases import Case, cases, collection
from samples import own_pages

CASES = cases()
PAGES = {page.path.removesuffix("index.md").replace(".md", "/") for entry in collection() for page in own_pages(entry)}


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case_leads_somewhere(case: Case) -> None:
    if case.address is None or case.address.startswith("https://docs.un.org/en/"):
        return
    assert case.address.partition("#")[0] in PAGES


def test_no_two_cases_have_one_name_and_both_outcomes_are_tried() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
    assert sum(case.address is None for case in CASES) >= 5
    assert sum(bool(case.address) and "docs.un.org" in str(case.address) for case in CASES) >= 5
