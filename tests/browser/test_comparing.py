"""What changed since last year, as a reader sees and hears it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from accessible import complaints
from addresses import Open
from samples import ROOT
from server import served
from unres.site.build import build
from unres.site.project import Project

CHANGES = "/A/RES/151/30/changes/"
SERIES = "/A/RES/151/30/series/"
WHOLE = "/A/RES/151/30/"
ACTIONS = "/A/RES/actions/"
PAGES = [
    CHANGES,
    SERIES,
    WHOLE,
    "/A/RES/150/18/",
    ACTIONS,
    f"{ACTIONS}to-others-coastal-states/",
    f"{ACTIONS}session-151/",
]


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with an invented question that comes up three years in a row."""
    root = tmp_path_factory.mktemp("years")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "docs", root / "docs")
    build(Project(root, ROOT / "tests" / "data" / "series", root / "site"))
    yield from served(root / "site")


@pytest.mark.long
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_no_rule_of_axe_is_broken_and_nothing_scrolls_sideways(
    visited: Open, years: str, path: str, width: int
) -> None:
    page = visited(years + path, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert complaints(page) == []


def test_changed_words_are_told_by_lines_and_in_words(opened: Open, years: str) -> None:
    page = opened(years + CHANGES)
    added, removed = page.locator("ins", has_text="twenty"), page.locator("del", has_text="ten")
    assert "underline" in added.evaluate("e => getComputedStyle(e).textDecorationLine")
    assert "line-through" in removed.evaluate("e => getComputedStyle(e).textDecorationLine")
    assert added.text_content() == "[added: twenty]", "for those who hear"
    told = added.locator(".told").first
    assert (told.bounding_box() or {"width": 9})["width"] <= 1
    page.emulate_media(media="print")
    assert (told.bounding_box() or {"width": 0})["width"] > 10, "for those who print"


def test_the_older_wording_stands_beside_the_newer_and_on_a_phone_above_it(
    opened: Open, phone: Open, years: str
) -> None:
    for open_, beside in ((opened, True), (phone, False)):
        page = open_(years + CHANGES)
        before, now = (page.locator(f"#op2 + .beside > .{side}").bounding_box() for side in ("before", "now"))
        assert before
        assert now
        assert (before["x"] + before["width"] <= now["x"]) == beside
        assert (before["y"] + before["height"] <= now["y"]) != beside


def test_a_reader_goes_from_change_to_change_and_opens_what_is_as_before(opened: Open, years: str) -> None:
    page = opened(years + CHANGES)
    page.get_by_role("link", name="Next change").first.click()
    expect(page.locator("#was-pp3")).to_be_in_viewport()
    folded = page.get_by_text("Noting that seamen rely")
    expect(folded).to_be_hidden()
    page.get_by_text("PP2, as before").click()
    expect(folded).to_be_visible()


def test_the_address_of_a_folded_paragraph_opens_it(opened: Open, years: str) -> None:
    page = opened(f"{years}{CHANGES}#pp2")
    expect(page.get_by_text("Noting that seamen rely")).to_be_visible()


def test_the_picture_of_a_series_leads_to_the_year(opened: Open, years: str) -> None:
    page = opened(years + SERIES)
    page.locator(".timeline").get_by_role("link", name="149/21").click()
    assert page.url.endswith("#s-149-21")
    expect(page.locator("#s-149-21")).to_be_in_viewport()


def test_the_earlier_wording_opens_beside_the_paragraph_without_a_script(opened: Open, years: str) -> None:
    page = opened(f"{years}{WHOLE}", java_script_enabled=False)
    was = page.locator("details.was del", has_text="ten")
    expect(was).to_be_hidden()
    page.get_by_text("1 word changed since 150/18, OP1").click()
    expect(was).to_be_visible()
    page.get_by_role("link", name="150/18, PP2").click()
    expect(page).to_have_url(f"{years}/A/RES/150/18/#pp2")


def test_what_was_is_no_part_of_what_is_copied_or_printed(opened: Open, years: str) -> None:
    page = opened(f"{years}{WHOLE}")
    page.get_by_text("1 word changed since 150/18, OP1").click()
    page.keyboard.press("ControlOrMeta+a")
    copied = page.evaluate("getSelection().toString()")
    assert "remote islands for twenty years" in copied
    for ours in ("As in", "1 word changed", "ten years"):
        assert ours not in copied, ours
    page.emulate_media(media="print")
    expect(page.get_by_text("As in 150/18, PP2")).to_be_hidden()
    expect(page.get_by_text("1 word changed")).to_be_hidden()
    expect(page.get_by_text("remote islands for twenty years")).to_be_visible()


def test_a_paragraph_is_copied_with_its_items_behind_a_note(opened: Open, years: str) -> None:
    page = opened(f"{years}{WHOLE}", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#op1").hover()
    page.get_by_role("button", name="Copy text of OP1").click()
    expect(page.get_by_role("status").first).to_have_text("Text copied with its citation")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "(b) Why a bell is rung in fog;" in copied
    assert "New" not in copied


def test_a_list_of_who_must_act_can_be_filtered_and_is_whole_without_a_script(opened: Open, years: str) -> None:
    address = f"{years}{ACTIONS}to-others-coastal-states/"
    page = opened(address)
    entries = page.locator(".asked li:visible")
    whole = entries.count()
    field = page.get_by_role("searchbox", name="Filter")
    field.fill("SHIPOWNERS 150")
    expect(entries).to_have_count(1)
    expect(page.get_by_role("heading", name="Coastal States")).to_be_hidden()
    expect(page.locator(".sift output")).to_have_text(f"1 of {whole}")
    field.fill("")
    expect(entries).to_have_count(whole)
    assert opened(address, java_script_enabled=False).locator(".asked li").count() == whole
