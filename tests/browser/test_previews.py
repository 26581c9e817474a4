"""Previews in a real browser: of notes, paragraphs and resolutions, on hover and focus (WCAG 1.4.13)."""

from __future__ import annotations

from playwright.sync_api import expect

from accessible import broken_rules
from addresses import RICH, SEED, Open


def test_a_note_keeps_its_italics_and_links(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}preamble/")
    page.locator("#fnref3-pp2").hover()
    note = page.get_by_role("tooltip")
    expect(note.locator("em").first).to_contain_text("Official Records of the Economic and Social Council")
    page.mouse.move(640, 890)
    expect(note).to_be_hidden()
    page.locator("#fnref2-pp2").hover()
    expect(note.get_by_role("link", name="55/2")).to_have_attribute("href", "https://docs.un.org/en/A/RES/55/2")


def test_a_resolution_is_shown_where_it_is_referred_to(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}preamble/")
    link, box = page.locator("a.ref", has_text="62/160").first, page.get_by_role("tooltip")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    expect(box).to_be_hidden()
    link.hover()
    expect(box).to_contain_text("Resolution 62/160 · 18 December 2007")
    expect(box).to_contain_text("Enhancement of international cooperation in the field of human rights")
    expect(box.locator("em").first).to_have_text("Reaffirming its commitment")
    assert [address for address in asked if "quote.js" in address] == [f"{url}{SEED}quote.js"]
    above, line = box.bounding_box(), link.bounding_box()
    assert above
    assert line
    assert above["y"] + above["height"] <= line["y"] or above["y"] >= line["y"] + line["height"]
    box.hover()
    page.wait_for_timeout(500)
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()


def test_a_paragraph_is_shown_on_focus_and_goes_with_it(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}annex/")
    link, box = page.locator("a.ref.internal[href$='#p2']").first, page.get_by_role("tooltip")
    link.focus()
    expect(box).to_contain_text("Resolution 199/7, annex, §2")
    assert link.get_attribute("aria-describedby") == box.get_attribute("id")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(box).to_contain_text("annex, §2")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_text("Resolution 199/7, annex, §2")).to_be_hidden()


def test_a_pointer_that_only_passes_opens_nothing(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}preamble/")
    link, box = page.locator("a.ref", has_text="62/160").first, page.get_by_role("tooltip")
    page.locator("h1").first.hover()
    page.wait_for_timeout(300)
    link.hover()
    page.locator("h1").first.hover()
    page.wait_for_timeout(500)
    expect(box).to_be_hidden()


def test_a_reference_outside_the_collection_shows_what_the_citing_words_say(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}preamble/")
    link = page.get_by_role("link", name="61/168", exact=True)
    assert link.get_attribute("href") == "https://docs.un.org/en/A/RES/61/168"
    link.hover()
    expect(page.locator(".preview:visible")).to_contain_text("19 December 2006")


def test_a_tap_opens_a_sheet_with_the_note_or_the_resolution_and_the_way_there(phone: Open, url: str) -> None:
    page = phone(f"{url}{SEED}", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#fnref2-pp2").tap()
    sheet = page.get_by_role("dialog", name="Footnote 2")
    expect(sheet).to_contain_text("See resolution 55/2.")
    assert page.url == f"{url}{SEED}"
    sheet.get_by_role("button", name="Copy").tap()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "See resolution 55/2."
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    page.locator("#fnref2-pp2").tap()
    sheet.get_by_role("link", name="To the note").tap()
    page.wait_for_url(f"{url}{SEED}#fn2")
    expect(sheet).to_be_hidden()
    page.goto(f"{url}{RICH}preamble/")
    page.locator("a.ref", has_text="62/160").first.tap()
    sheet = page.get_by_role("dialog").filter(has_text="Enhancement of international cooperation")
    expect(sheet).to_contain_text("18 December 2007")
    assert broken_rules(page) == []
    sheet.get_by_role("link", name="Open").tap()
    page.wait_for_url(f"**{SEED}")


def test_a_document_that_is_not_here_is_told_with_the_way_to_who_cites_it(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}preamble/")
    box = page.get_by_role("tooltip")
    page.locator("a.ref", has_text="61/168").first.hover()
    expect(box).to_contain_text("General Assembly resolution 61/168 · 19 December 2006")
    box.get_by_role("link", name="Cited by 1 resolution here").click()
    page.wait_for_url("**/A/RES/references/A-RES-61/#A-RES-61-168")
