"""Reading in a real browser: the words, the notes, the links, with and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from addresses import RICH, SEED, Open

MARK = "rgba(0, 0, 0, 0)"  # the background of what is not marked


def background(page: Page, selector: str) -> str:
    return str(page.locator(selector).evaluate("e => getComputedStyle(e).backgroundColor"))


def test_a_paragraph_shows_whose_words_are_whose(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/")
    words = page.locator("#op8 + p")
    expect(words).to_contain_text(re.compile(r"^8\. Calls upon Member States"))
    expect(words.locator("em").first).to_have_text("Calls upon")
    assert str(words.evaluate("e => getComputedStyle(e).fontFamily")).endswith(", serif")
    assert str(page.locator("#op8").evaluate("e => getComputedStyle(e).fontFamily")).endswith("sans-serif")
    # The name hangs left of the printed number, and that left of the words, on the same line.
    name, number = page.locator("#op8").bounding_box(), words.locator(".number").bounding_box()
    lead = words.locator("em").first.bounding_box()
    assert name
    assert number
    assert lead
    assert name["x"] < number["x"] < lead["x"]
    assert abs(number["y"] - lead["y"]) < 6
    assert abs(name["y"] + name["height"] / 2 - number["y"] - number["height"] / 2) < 6


def test_print_is_followed_in_headings_agenda_titles_and_figures(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}")
    sizes = page.locator("article .section").first.evaluate(
        """e => [2, 3, 4, 5].map(level => {
          const heading = document.createElement(`h${level}`);
          heading.className = e.className; e.after(heading);
          return parseFloat(getComputedStyle(heading).fontSize);
        })"""
    )
    assert sizes == sorted(set(sizes), reverse=True), "each level of heading is smaller than the one above it"
    assert page.locator(".masthead .agenda-title").evaluate("e => getComputedStyle(e).fontWeight") == "700"
    styled = "all => all.map(e => [e.textContent, getComputedStyle(e).fontStyle])"
    assert page.locator(".masthead .report .upright").evaluate_all(styled) == [["[", "normal"], ["]", "normal"]]
    assert page.locator(".masthead .report").evaluate("e => getComputedStyle(e).fontStyle") == "italic"
    figure = page.get_by_role("cell", name="14 000 000")
    assert figure.evaluate("e => getComputedStyle(e).whiteSpace") == "nowrap"
    assert str(figure.evaluate("e => getComputedStyle(e).textAlign")).endswith("right")


def test_the_measure_is_that_of_a_book(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/")
    lines = page.locator("#op4 + p").evaluate(
        """p => {
          const range = document.createRange(); range.selectNodeContents(p);
          const bottoms = [...range.getClientRects()].map(r => r.bottom).sort((a, b) => a - b);
          return Math.round(p.textContent.length / bottoms.filter((b, at) => !at || b - bottoms[at - 1] > 12).length);
        }"""
    )
    assert 50 <= lines <= 75
    size = float(str(page.locator("#op4 + p").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")))
    assert 18 <= size <= 20


@pytest.mark.parametrize(
    ("address", "marked"),
    [
        (f"{SEED}#op8", "#op8 + p"),
        (f"{SEED}operative/#op8", "#op8 + p"),
        (f"{SEED}preamble/#pp2", "#pp2 + p"),
        (f"{RICH}operative/#op2-a-i", "#op2-a-i"),
        (f"{SEED}footnotes/#fn3", "#fn3"),
    ],
)
def test_the_target_of_a_link_is_marked_and_in_sight(opened: Open, url: str, address: str, marked: str) -> None:
    page = opened(url + address)
    assert background(page, marked) != MARK
    assert background(page, "article p >> nth=1") == MARK
    header, box = page.locator(".md-header").bounding_box(), page.locator(marked).bounding_box()
    assert header
    assert box
    assert header["height"] <= box["y"] < 900


def test_a_note_opens_on_hover_and_stays_for_the_pointer(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}preamble/")
    call, note = page.locator("#fnref3-pp2"), page.get_by_role("tooltip")
    expect(note).to_be_hidden()
    call.hover()
    expect(note).to_contain_text("Official Records of the Economic and Social Council")
    assert call.get_attribute("title") is None
    above, line = note.bounding_box(), call.bounding_box()
    assert above
    assert line
    assert above["y"] + above["height"] <= line["y"]  # never on the line that is being read
    note.hover()
    page.wait_for_timeout(400)
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    call.hover()
    page.mouse.move(0, 500)
    expect(note).to_be_hidden()


def test_a_note_opens_on_focus(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}preamble/")
    call, note = page.locator("#fnref1-pp1"), page.get_by_role("tooltip")
    call.focus()
    expect(note).to_have_text("A/CONF.157/24 (Part I), chap. III.")
    expect(call).to_have_accessible_description("A/CONF.157/24 (Part I), chap. III.")
    page.keyboard.press("Tab")
    expect(note).to_be_hidden()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_call_leads_to_the_note_and_the_note_back_to_the_call(opened: Open, url: str, script: bool) -> None:
    page = opened(f"{url}{SEED}preamble/", java_script_enabled=script)
    page.locator("#fnref3-pp2").click()
    page.wait_for_url("**/preamble/#fn3")
    page.locator("#fn3 a.back").click()
    page.wait_for_url("**/preamble/#fnref3-pp2")
    box = page.locator("#fnref3-pp2").bounding_box()
    assert box
    assert 60 < box["y"] < 800
    assert background(page, "p:has(> sup > #fnref3-pp2)") != MARK
    expect(page.locator(".preview:visible")).to_have_count(0)


def test_without_javascript_everything_reads(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}", java_script_enabled=False, color_scheme="dark")
    page.locator(".md-sidebar--secondary a", has_text="OP8").click()
    page.wait_for_url(f"**{SEED}#op8")
    assert background(page, "#op8 + p") != MARK
    assert background(page, "body") == "rgb(20, 23, 27)"
    page.get_by_role("link", name="How to cite").click()  # opens what is folded
    expect(page.get_by_text("UNGA Res 62/160 (18 December 2007)")).to_be_visible()
    page.get_by_role("link", name="Preamble", exact=True).first.click()
    assert page.locator("#fnref2-pp2").get_attribute("title") == "See resolution 55/2."


def test_a_reference_leads_into_the_collection_or_to_the_united_nations(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}preamble/")
    page.locator("a.ref", has_text="62/160").click()
    page.wait_for_url(f"**{SEED}")
    page.goto(f"{url}{SEED}preamble/")
    link = page.get_by_role("link", name="61/168", exact=True)
    assert link.get_attribute("href") == "https://docs.un.org/en/A/RES/61/168"


@pytest.mark.parametrize(
    "place", ["operative/ #op8 a.headerlink", "operative/ #op2-a > a.self", "footnotes/ #fn3 > a.self"]
)
def test_copying_a_link_by_keyboard(opened: Open, url: str, place: str) -> None:
    path, selector = place.split(" ", 1)
    start = url + (RICH if "op2-a" in place else SEED) + path
    page = opened(start, permissions=["clipboard-read", "clipboard-write"])
    page.locator(selector).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    anchor = re.search(r"#([\w-]+)", selector)
    assert anchor
    assert page.url == f"{start}#{anchor[1]}"
    assert page.evaluate("navigator.clipboard.readText()") == page.url.replace(path, "")


def test_a_link_to_copy_appears_with_its_paragraph(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/")
    link = page.locator("#op1 .headerlink")
    expect(link).to_have_css("opacity", "0")
    page.locator("#op1 + p").hover()
    expect(link).to_have_css("opacity", "1")
    expect(link).to_have_text("Copy link")


def test_a_page_that_does_not_exist_leads_to_those_that_do(opened: Open, url: str) -> None:
    page = opened(f"{url}/nothing/of/the/kind/")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no page at this address")
    page.get_by_role("link", name="the resolutions that are here").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Resolutions of the General Assembly")


def test_the_only_resolution_is_the_home(opened: Open, seed_url: str) -> None:
    page = opened(f"{seed_url}/")
    page.wait_for_url(f"**{SEED}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("62/160. Enhancement")
    page.get_by_role("navigation", name="Further pages").get_by_role("link", name="Hosting").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hosting")


def test_print_is_the_document_alone(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}")
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-sidebar--primary", ".badge", ".headerlink", ".back", ".turn", ".md-footer"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".masthead")).to_be_visible()


OTHER_WAYS = {
    "capitals": ("#OP8", "#op8"),
    "para": ("#para8", "#op8"),
    "paragraph with a hyphen": ("#paragraph-8", "#op8"),
    "the number alone": ("#8", "#op8"),
    "a note": ("#note3", "#fn3"),
    "a number with a nought": ("#op08", "#op8"),
    "a sub-paragraph that is not there": ("#op8a", "#op8"),
}


@pytest.mark.parametrize(("written", "meant"), OTHER_WAYS.values(), ids=OTHER_WAYS)
def test_an_anchor_written_in_another_way_finds_its_paragraph(opened: Open, url: str, written: str, meant: str) -> None:
    page = opened(f"{url}{SEED}{written}")
    page.wait_for_url(f"{url}{SEED}{meant}")
    assert background(page, f"{meant}:is(p), {meant}:not(p) + p") != MARK


SUB_PARAGRAPHS = {"#op2a": "#op2-a", "#OP2(a)(i)": "#op2-a-i", "#op2.b": "#op2-b"}


@pytest.mark.parametrize(("written", "meant"), SUB_PARAGRAPHS.items(), ids=SUB_PARAGRAPHS)
def test_a_sub_paragraph_is_found_without_its_hyphens(opened: Open, url: str, written: str, meant: str) -> None:
    page = opened(f"{url}{RICH}{written}")
    page.wait_for_url(f"{url}{RICH}{meant}")


def test_an_annex_is_found_by_its_name(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}#Annex")
    page.wait_for_url(f"{url}{RICH}#annex-annex")


FRAGMENTS = {
    "markup": '"><img src=x onerror=alert(1)>',
    "a script": "<script>alert(1)</script>",
    "a scheme": "javascript:alert(1)",
    "names that every object has": "__proto__",
    "a broken escape": "%E0%A4%A",
    "ten thousand signs": "x" * 10_000,
}


@pytest.mark.parametrize("part", ["", "operative/"], ids=["whole", "part"])
@pytest.mark.parametrize("fragment", FRAGMENTS.values(), ids=FRAGMENTS)
def test_a_fragment_made_to_inject_is_words(opened: Open, url: str, part: str, fragment: str) -> None:
    page = opened(f"{url}{SEED}{part}#{fragment}")
    said = page.get_by_role("status").filter(has_text="62/160 has no place called")
    expect(said).to_contain_text(fragment[:30])
    assert said.locator("*").count() == 0


MISSING = {
    "an operative paragraph": ("#op99", "62/160 has 11 operative paragraphs; there is no OP99."),
    "a preambular paragraph": ("#PP12", "62/160 has 9 preambular paragraphs; there is no PP12."),
    "a note": ("#fn9", "62/160 has 4 footnotes; there is no footnote 9."),
    "no paragraph at all": ("#summary", "62/160 has no place called “summary”."),
    "signs that are none of an anchor": ("#<b>x", "62/160 has no place called “<b>x”."),
}


@pytest.mark.parametrize("part", ["", "preamble/"], ids=["whole", "part"])
@pytest.mark.parametrize(("anchor", "sentence"), MISSING.values(), ids=MISSING)
def test_an_anchor_that_cannot_be_says_what_there_is(
    opened: Open, url: str, part: str, anchor: str, sentence: str
) -> None:
    page = opened(f"{url}{SEED}{part}{anchor}")
    expect(page.get_by_role("status").filter(has_text="62/160 has")).to_have_text(sentence)
    assert page.url.partition("#")[0] == url + SEED


def test_the_former_page_of_the_whole_text_leads_to_the_same_place(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}text/#op8")
    page.wait_for_url(f"{url}{SEED}#op8")
    page = opened(f"{url}{SEED}text/", java_script_enabled=False)
    page.wait_for_url(f"{url}{SEED}")


def test_keys_go_from_paragraph_to_paragraph_and_say_what_they_are(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}")
    page.keyboard.press("j")
    expect(page.locator("#pp1 > .headerlink")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator("#pp2 > .headerlink")).to_be_focused()
    expect(page.locator("#pp2")).to_be_in_viewport()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("next paragraph")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_the_header_says_where_one_is_once_the_title_is_out_of_sight(opened: Open, phone: Open, url: str) -> None:
    for open_ in (opened, phone):
        page = open_(f"{url}{SEED}")
        header = page.locator(".md-header__topic")
        expect(header).to_contain_text("United Nations resolutions")
        page.goto(f"{url}{SEED}#op8")
        expect(header).to_have_text("62/160 · OP8")
        page.evaluate("scrollTo(0, 0)")
        expect(header).to_contain_text("United Nations resolutions")


def test_at_the_end_of_a_page_the_header_and_the_contents_name_what_the_address_names(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/#op10", height=800)
    expect(page.locator(".md-header__topic .md-ellipsis").first).to_have_text("62/160 · OP10")
    expect(page.locator(".md-sidebar--secondary .md-nav__link--active")).to_have_attribute("href", "#op10")
    assert page.evaluate("document.getElementById('op10').getBoundingClientRect().top") > 150, "it is not at the top"


def test_a_sub_paragraph_shows_the_words_that_it_hangs_on(opened: Open, url: str) -> None:
    page = opened(f"{url}{RICH}#op2-a")
    expect(page.locator("#op2 + p")).to_be_in_viewport()
    page = opened(f"{url}{RICH}#op2-b", height=260)
    under = page.locator("#op2-b").evaluate("e => getComputedStyle(e, '::before').content")
    assert under.startswith('"OP2 ')
