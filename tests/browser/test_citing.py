"""Copying and citing in a real browser: by mouse, keyboard and finger, from a server and from a folder."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from accessible import broken_rules
from addresses import RICH, SEED, Open
from waiting import until

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
PASTED = """async () => {
  const [item] = await navigator.clipboard.read();
  const text = async type => (await item.getType(type)).text();
  return [await text("text/plain"), item.types.includes("text/html") ? await text("text/html") : ""];
}"""


def pasted(page: Page) -> list[str]:
    plain, html = page.evaluate(PASTED)
    return [plain, html]


def copy_text(page: Page, words: str, name: str) -> None:
    page.locator(words).hover()
    page.get_by_role("button", name=f"Copy text of {name}", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Text copied with its citation")).to_be_visible()


def test_the_text_of_a_paragraph_is_copied_with_its_citation_and_address(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/", **CLIPBOARD)
    copy_text(page, "#op8 + p", "OP8")
    plain, html = pasted(page)
    first, *_, last = plain.split("\n\n")
    assert first.startswith("8. Calls upon Member States, specialized agencies")
    assert last == f"General Assembly resolution 62/160, para. 8\n{url}{SEED}#op8"
    assert "<p>8. <em>Calls upon</em> Member States" in html
    assert f'<a href="{url}{SEED}#op8">' in html
    assert "OP8" not in plain
    assert "Copy" not in plain


def test_notes_are_numbered_as_printed_and_listed_after_the_text(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}preamble/", **CLIPBOARD)
    copy_text(page, "#pp2 + p", "PP2")
    plain, html = pasted(page)
    words, *notes, last = plain.split("\n\n")
    assert [note[0] for note in notes] == ["²", "³"]
    assert "²" in words
    assert notes[0] == "² See resolution 55/2."
    assert "<sup>3</sup> See <em>Official Records of the Economic and Social Council" in html
    assert last.startswith("General Assembly resolution 62/160, second preambular paragraph\n")


def test_a_paragraph_is_copied_with_its_sub_paragraphs_and_a_sub_paragraph_alone(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}operative/", **CLIPBOARD)
    copy_text(page, "#op2 + p", "OP2")
    whole, _ = pasted(page)
    assert re.search(r"\n\n\(a\) .*\n\n\(i\) ", whole, re.DOTALL)
    assert "General Assembly resolution 199/7, para. 2\n" in whole
    copy_text(page, "#op2-b", "OP2 (b)")
    part, _ = pasted(page)
    assert part.startswith("(b) ")
    assert "General Assembly resolution 199/7, para. 2 (b)\n" in part
    assert len(part.split("\n\n")) == 2


def test_the_whole_text_and_the_annex_know_their_places(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}annex/", **CLIPBOARD)
    copy_text(page, "#p5 + p", "§5")
    assert "General Assembly resolution 199/7, annex, para. 5\n" in pasted(page)[0]
    page.goto(f"{url}{RICH}")
    copy_text(page, "#annex-p5 + p", "§5")
    assert "General Assembly resolution 199/7, annex, para. 5\n" in pasted(page)[0]
    copy_text(page, "#op3 + p", "OP3")
    assert "General Assembly resolution 199/7, para. 3\n" in pasted(page)[0]


STYLES = {
    "United Nations": "General Assembly resolution 62/160, para. 8",
    "Bluebook": "G.A. Res. 62/160, ¶ 8, U.N. Doc. A/RES/62/160 (Dec. 18, 2007)",
    "OSCOLA": "UNGA Res 62/160 (18 December 2007) UN Doc A/RES/62/160 para 8",
    "APA, in the text": "(United Nations General Assembly, 2007, para. 8)",
}


def test_citing_by_keyboard_alone(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/", **CLIPBOARD)
    link = page.locator("#op8 > .headerlink")
    link.focus()
    expect(page.get_by_role("button", name="Cite OP8")).to_have_css("opacity", "1")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Copy text of OP8")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Cite OP8")).to_be_focused()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Cite resolution 62/160, OP8")
    expect(dialog).to_be_visible()
    for style, citation in STYLES.items():
        expect(dialog).to_contain_text(citation)
        dialog.get_by_role("button", name=f"Copy: {style}", exact=True).press("Enter")
        expect(dialog.get_by_role("status")).to_have_text(f"{style} copied")
        assert pasted(page)[0] == citation
    assert broken_rules(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Cite OP8")).to_be_focused()


def test_the_formats_of_literature_managers_are_copied_and_downloaded(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/", **CLIPBOARD)
    page.locator("#op1 + p").hover()
    page.get_by_role("button", name="Cite OP1").click()
    for form, start in {"BibTeX": "@techreport{A-RES-62-160,", "RIS": "TY  - RPRT", "CSL-JSON": "["}.items():
        page.get_by_role("button", name=f"Copy: {form}").click()
        expect(page.get_by_role("dialog", name="Cite resolution").get_by_role("status")).to_have_text(f"{form} copied")
        assert pasted(page)[0].startswith(start)
    assert json.loads(pasted(page)[0])[0]["number"] == "A/RES/62/160"
    with page.expect_download() as download:
        page.get_by_role("link", name="Download: BibTeX").click()
    assert download.value.suggested_filename == "A-RES-62-160.bib"


def test_a_finger_finds_the_row_at_the_target_and_where_it_touches(phone: Open, url: str) -> None:
    page = phone(f"{url}{SEED}operative/#op8")
    for name in ("Copy text of OP8", "Cite OP8"):
        button = page.get_by_role("button", name=name)
        expect(button).to_be_visible()
        box = button.bounding_box()
        assert box
        assert box["width"] >= 44
        for above in (-20, 20):  # the button is as high as its words, what answers the finger is 44 px
            x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + above
            hit = page.evaluate("([x, y]) => document.elementFromPoint(x, y).getAttribute('aria-label')", [x, y])
            assert hit == name
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator("#op9 + p").tap()
    page.get_by_role("button", name="Cite OP9").tap()
    dialog = page.get_by_role("dialog", name="Cite resolution")
    expect(dialog).to_contain_text("para. 9")
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_of_it_is_loaded_before_a_hand_comes_near(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{url}{SEED}operative/#op8")
    page.wait_for_load_state("networkidle")
    assert not [address for address in asked if "/tools/" in address or "quote.js" in address]
    page.locator("#op1 + p").hover()
    expect(page.get_by_role("button", name="Cite OP1")).to_have_css("opacity", "1")
    assert not [address for address in asked if "quote.js" in address]


def test_without_javascript_there_are_no_buttons_and_the_resolution_cites(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/", java_script_enabled=False)
    expect(page.locator("article button")).to_have_count(0)
    page.goto(f"{url}{SEED}")
    for citation in (
        "General Assembly resolution 62/160",
        "UNGA Res 62/160 (18 December 2007)",
        "G.A. Res. 62/160, U.N. Doc.",
    ):
        expect(page.locator("article")).to_contain_text(citation)


def test_a_folder_on_a_disk_cites_too(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site / "A/RES/62/160/operative/index.html").as_uri())
    page.locator("#op8 + p").hover()
    page.get_by_role("button", name="Cite OP8").click()
    dialog = page.get_by_role("dialog", name="Cite resolution")
    expect(dialog).to_contain_text(STYLES["Bluebook"])
    dialog.get_by_role("button", name="Copy: Bluebook").click()
    expect(dialog.get_by_role("status")).to_have_text("Bluebook copied")
    context.close()
    assert errors == []


def test_the_link_for_chats_leads_to_the_paragraph(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/", **CLIPBOARD)
    page.locator("#op8 + p").hover()
    page.get_by_role("button", name="Cite OP8").click()
    page.get_by_role("button", name="Copy: Link that shows the paragraph in chats").click()
    expect(page.get_by_role("dialog", name="Cite resolution").get_by_role("status")).to_have_text("Link copied")
    link, _ = pasted(page)
    assert link == f"{url}{SEED}op8/"
    page.goto(link)
    page.wait_for_url(f"{url}{SEED}#op8")
    page.goto(f"{url}{SEED}preamble/")
    page.locator("#pp1 + p").hover()
    page.get_by_role("button", name="Cite PP1").click()
    expect(page.get_by_role("dialog", name="Cite resolution")).to_contain_text("first preambular paragraph")
    expect(page.get_by_role("button", name="Copy: Link that shows")).to_have_count(0)


SELECT = """([from, to]) => {
  const range = document.createRange();
  const end = node => document.querySelector(node);
  range.setStart(end(from).firstChild, 0);
  range.setEnd(end(to), end(to).childNodes.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def copy_selection(page: Page, first: str, last: str) -> None:
    page.locator(first).hover()  # a hand comes near
    until(page, "unres.copied !== undefined")
    page.evaluate(SELECT, [first, last])
    page.evaluate("async () => { await unres.quote(unres.here.folder); }")  # as the page does once there is a selection
    page.keyboard.press("Control+C")


def test_several_paragraphs_selected_give_what_copy_text_gives_for_each(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}", **CLIPBOARD)
    alone = []
    for number in (2, 3):
        copy_text(page, f"#pp{number} + p", f"PP{number}")
        alone.append(pasted(page))
    copy_selection(page, "#pp2 + p", "#pp3 + p")
    expect(page.get_by_role("status").filter(has_text="2 paragraphs copied with their citations")).to_be_visible()
    plain, html = pasted(page)
    assert plain == "\n\n".join(text for text, _ in alone)
    assert html == "\n".join(text for _, text in alone)


def test_of_a_paragraph_selected_in_part_the_selected_words_are_copied(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}", **CLIPBOARD)
    copy_selection(page, "#op1 + p em", "#op2-b")
    plain, _ = pasted(page)
    blocks = plain.split("\n\n")
    assert blocks[0].startswith("Welcomes the report"), "the number was not selected"
    assert any(block.startswith("⁴ ") for block in blocks)
    assert "General Assembly resolution 199/7, para. 1\n" in plain
    assert f"General Assembly resolution 199/7, para. 2\n{url}{RICH}#op2" in plain
    assert "(b) No Member State" in plain
    assert "Copy link" not in plain
    assert "shall apply to snow" not in plain, "what follows was not selected"


def test_words_of_one_paragraph_are_copied_as_they_are(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}", **CLIPBOARD)
    copy_selection(page, "#op8 + p em", "#op8 + p em")
    assert pasted(page)[0] == "Calls upon"


def test_a_paragraph_is_one_stop_and_arrows_go_on_within_it(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}operative/")

    def focused() -> str:
        return str(
            page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent")
        )

    page.locator("#op2 > .headerlink").focus()
    until(page, "unres.copied !== undefined")
    page.locator("#op2 > .headerlink").focus()
    seen = [focused()]
    for _ in range(4):
        page.keyboard.press("ArrowRight")
        seen.append(focused())
    assert seen == [
        "Copy link to OP2", "Copy text of OP2", "Cite OP2", "Copy link to OP2 (a)", "Copy text of OP2 (a)"
    ]  # fmt: skip
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert focused() == "Copy link to OP2"
    page.keyboard.press("Tab")
    assert focused() == "Copy link to OP3"


def test_each_link_to_copy_says_what_it_leads_to(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}")
    names = page.evaluate(
        "[...document.querySelectorAll('article :is(.headerlink, a.self)')].map(link => link.getAttribute('aria-label'))"
    )
    assert len(names) > 150
    assert len(set(names)) == len(names), "no two have one name"
    for name in ("OP2", "OP2 (a)", "PP4 (b)", "§5", "footnote 1", "I General considerations"):
        assert f"Copy link to {name}" in names
