"""Searching and going to, in a real browser: over HTTP, from a folder, by keyboard, on a phone, without scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from accessible import broken_rules
from addresses import RICH, SEED, Open
from samples import ROOT
from unres.collection import load, source_texts
from unres.insight import Insight
from unres.site.search.documents import volumes_of
from unres.site.search.terms import fold, tokens
from waiting import until


def ask(page: Page, query: str) -> None:
    """Opens the search as a reader does and types."""
    page.keyboard.press("/")
    page.keyboard.type(query)


FOUND = [  # what is typed, the first result, where it leads
    ("dialogue among civilizations", "62/160 · OP3 · Reaffirms", "#op3"),
    ("DIALOGUES civilization", "62/160 · OP3 · Reaffirms", "#op3"),
    ('"full achievement of the purposes"', "62/160 · PP4 · Recognizing", "#pp4"),
    ("OP8", "Go to 62/160 · OP8", "#op8"),
    ("Calls upon", "62/160 · OP8 · Calls upon", "#op8"),
    ("calls up", "62/160 · OP8 · Calls upon", "#op8"),
    ("civilizat", "62/160 · OP3 · Reaffirms", "#op3"),
    ("Sub.2/2000/46", "62/160 · Footnote 4", "#fn4"),
    ("non‑governmental", "62/160 · OP8 · Calls upon", "#op8"),
    ("62/160 dialogue civilizations", "62/160 · OP3 · Reaffirms", "#op3"),
]


@pytest.mark.parametrize(("query", "title", "address"), FOUND)
def test_the_first_result_is_the_paragraph_and_enter_leads_there(
    opened: Open, seed_url: str, query: str, title: str, address: str
) -> None:
    page = opened(f"{seed_url}/about/")
    ask(page, query)
    first = page.locator(".find-results a").first
    expect(first.locator(".find-where, .find-go")).to_have_text(title)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{SEED}{address}")


def test_a_result_has_its_number_its_name_and_the_words_marked(opened: Open, seed_url: str) -> None:
    page = opened(f"{seed_url}/about/")
    ask(page, "constructive dialogues")
    first = page.locator(".find-results a").first
    expect(first.locator(".find-where")).to_have_text("62/160 · OP8 · Calls upon")
    expect(first.locator("mark")).to_have_text(["constructive", "dialogue"])
    expect(page.locator(".find-results h2").first).to_have_text(
        "62/160. Enhancement of international cooperation in the field of human rights"
    )
    expect(page.get_by_role("status").filter(has_text="result")).to_have_text("1 result in 1 resolution.")


GO_TO = [  # citations as people write them
    ("62/160 OP8", "#op8"),
    ("62/160 op 8", "#op8"),
    ("62/160, OP. 8", "#op8"),
    ("A/RES/62/160 para. 8", "#op8"),
    ("a/res/62/160, paragraph 8", "#op8"),
    ("res 62/160 pp 2", "#pp2"),
    ("GA res. 62/160, PP2", "#pp2"),
    ("General Assembly resolution 62/160, para. 8", "#op8"),
    ("para. 8 of resolution 62/160", "#op8"),
    ("paragraph 3 of General Assembly resolution 62/160", "#op3"),
    ("62/160 §8", "#op8"),
    ("62/160 8", "#op8"),
    ("62/160 op. 8 (a)", "#op8"),  # there is no (a): the paragraph itself
    ("62/160 preamble", "preamble/"),
    ("62/160 footnotes", "footnotes/"),
    ("62/160 fn 3", "#fn3"),
    ("62/160 note 3", "#fn3"),
    ("62/160", ""),
    ("resolution 62/160.", ""),
]


@pytest.mark.parametrize(("query", "address"), GO_TO)
def test_a_citation_is_gone_to(opened: Open, url: str, query: str, address: str) -> None:
    page = opened(f"{url}/about/")
    ask(page, query)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{SEED}{address}")


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("op. 2 (a)", "#"),
        ("OP1", "#"),
        ("para 1", "#"),
        ("pp1", "#pp1"),
        ("annex", "annex"),
    ],
)
def test_on_a_page_of_a_resolution_its_number_need_not_be_said(
    opened: Open, url: str, query: str, address: str
) -> None:
    page = opened(f"{url}{RICH}preamble/")
    ask(page, query)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda found: unquote(found).startswith(f"{url}{RICH}{address}"))


ELSEWHERE = [  # documents that are not here, and where the United Nations has them
    ("62/999", "A/RES/62/999"),
    ("217 A (III)", "A/RES/217(III)"),
    ("S/RES/1325 (2000)", "S/RES/1325(2000)"),
    ("Security Council resolution 1325 (2000)", "S/RES/1325(2000)"),
    ("A/RES/ES-10/14", "A/RES/ES-10/14"),
    ("res 99/1 OP4", "A/RES/99/1"),
    ("E/CN.4/Sub.2/2000/47", "E/CN.4/Sub.2/2000/47"),
    ("51/45 J", "A/RES/51/45"),
]


@pytest.mark.parametrize(("query", "symbol"), ELSEWHERE)
def test_a_document_that_is_not_here_is_offered_at_the_united_nations(
    opened: Open, seed_url: str, query: str, symbol: str
) -> None:
    page = opened(f"{seed_url}/about/")
    ask(page, query)
    offer = page.locator(".find-offer a").last
    expect(offer).to_have_attribute("href", f"https://docs.un.org/en/{symbol}")
    expect(offer).to_contain_text(f"{symbol} is not on this site")


# Asks for each number and presses Enter; gives what was offered first, and every link that was followed.
ASKED_WITH_ENTER = """async numbers => {
  const field = document.querySelector(".find-input"), followed = [], offered = []
  document.addEventListener("click", event => {
    if (!event.target.closest(".find-results a")) return
    followed.push(event.target.closest("a").href)
    event.preventDefault()
  }, true)
  for (const number of numbers) {
    field.value = number
    field.dispatchEvent(new Event("input", {bubbles: true}))
    field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}))
    let first
    for (let waited = 0; waited < 5000 && first?.textContent.split(" ")[0] !== `A/RES/${number}`; waited++) {
      await new Promise(done => setTimeout(done))
      first = document.querySelector(".find-results a")
    }
    offered.push(first?.href)
  }
  await new Promise(done => setTimeout(done, 200))
  return {followed, offered}
}"""


@pytest.mark.long
def test_a_thousand_numbers_that_are_not_here_lead_nowhere_else(opened: Open, url: str) -> None:
    numbers = [f"62/{number}" for number in range(1, 900) if number != 160]
    numbers += [f"{start}{number}" for start in ("62/160", "199/7", "61/168", "199/") for number in range(10, 45)]
    assert len(numbers) > 1000
    page = opened(f"{url}/about/")
    ask(page, "62/160")
    expect(page.locator(".find-go")).to_have_text("Go to 62/160")
    answers = page.evaluate(ASKED_WITH_ENTER, numbers)
    assert answers["followed"] == []
    assert answers["offered"] == [f"https://docs.un.org/en/A/RES/{number}" for number in numbers]


def test_a_document_that_is_cited_but_not_here_has_its_page_before_what_cites_it(opened: Open, seed_url: str) -> None:
    page = opened(f"{seed_url}/about/")
    ask(page, "A/RES/61/168")
    expect(page.locator(".find-go").nth(1)).to_have_text(
        "A/RES/61/168 is not on this site. Read it at the United Nations"
    )
    expect(page.locator(".find-where").first).to_have_text("62/160 · PP2 · Recalling")
    page.keyboard.press("Enter")
    page.wait_for_url("**/A/RES/references/A-RES-61/#A-RES-61-168")
    expect(page.locator("#A-RES-61-168")).to_have_text("A/RES/61/168")


@pytest.mark.parametrize(
    "query", ["the right to development", "notes", "text of the treaty", "dialogue/consultations", "references"]
)
def test_words_are_no_citation(opened: Open, url: str, query: str) -> None:
    page = opened(f"{url}{SEED}operative/")
    ask(page, query)
    expect(page.locator(".find-status")).to_contain_text("result")
    assert page.locator(".find-offer").count() == 0


TERMS = re.compile(r"/search/t\d+\.js")  # files of the index that hold terms
SENTENCES = [
    ("", "Type words"),
    ("xyzzy", "Nothing found for “xyzzy”"),
    ("the", "nearly every paragraph"),
    ("xyzzy dialogue", "No paragraph has all of this. “xyzzy” is not found."),
    ("62/160 OP18", "Press Enter"),
]


@pytest.mark.parametrize(("query", "sentence"), SENTENCES)
def test_what_is_found_or_not_is_said_in_a_sentence(opened: Open, seed_url: str, query: str, sentence: str) -> None:
    page = opened(f"{seed_url}/about/")
    ask(page, query)
    expect(page.locator(".find-status")).to_contain_text(sentence)


def test_a_paragraph_that_is_not_there_is_said(opened: Open, seed_url: str) -> None:
    page = opened(f"{seed_url}/about/")
    ask(page, "62/160 OP18")
    expect(page.locator(".find-offer a")).to_have_text("62/160 has no OP18. Go to 62/160")


def test_keys_open_walk_and_close(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/")
    field = page.locator(".find-input")
    ask(page, "human rights")
    expect(field).to_be_focused()
    links = page.locator(".find-results a")
    expect(links.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.find")).not_to_be_visible()
    page.keyboard.press("/")
    expect(field).to_have_value("human rights")


def test_the_choices_narrow_and_say_how_many(opened: Open, url: str) -> None:
    page = opened(f"{url}/")
    ask(page, "dialogue")
    part = page.get_by_label("Part of the resolution")
    expect(part.locator("option", has_text="Preamble")).to_have_count(1)
    part.select_option(label=str(part.locator("option", has_text="Preamble").text_content()))
    expect(page.locator(".find-where").first).to_contain_text("PP")
    until(page, "[...document.querySelectorAll('.find-where')].every(e => e.textContent.includes('PP'))")
    session = page.get_by_label("Session")
    session.select_option(label=str(session.locator("option", has_text="62").text_content()))
    expect(page.locator(".find-results h2")).to_have_count(1)


def test_the_button_opens_it_too_and_on_a_phone_it_fills_the_screen(phone: Open, url: str) -> None:
    page = phone(f"{url}{SEED}operative/")
    page.get_by_role("button", name="Search").tap()
    page.keyboard.type("dialogue")
    expect(page.locator(".find-results a").first).to_be_visible()
    box = page.locator("dialog.find").bounding_box()
    assert box
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 320, 640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    link = page.locator(".find-results a").first.bounding_box()
    assert link
    assert link["height"] >= 44


def test_an_address_can_ask(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/?q=dialogue+among+civilizations")
    expect(page.locator(".find-where").first).to_have_text("62/160 · OP3 · Reaffirms")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_rule_of_axe_is_broken_while_it_is_open(opened: Open, url: str, scheme: str, width: int) -> None:
    page = opened(f"{url}{SEED}operative/", width=width, color_scheme=scheme)
    ask(page, "human rights")
    expect(page.locator(".find-results a").nth(2)).to_be_visible()
    assert broken_rules(page) == []


def test_nothing_is_fetched_before_somebody_searches_and_then_only_from_here(opened: Open, url: str) -> None:
    page = opened(f"{url}/")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(f"{url}{SEED}operative/", wait_until="networkidle")
    assert not [address for address in asked if "/search/" in address]
    assert not [address for address in asked if "worker" in address]
    ask(page, "dialogue")
    expect(page.locator(".find-results a").first).to_be_visible()
    assert [address for address in asked if "/search/t" in address]


def test_opening_it_moves_nothing(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/")
    ask(page, "dialogue")
    expect(page.locator(".find-results a").first).to_be_visible()
    shift = page.evaluate(
        """() => new Promise(done => {
          let sum = 0
          new PerformanceObserver(list => list.getEntries().forEach(entry => { if (!entry.hadRecentInput) sum += entry.value }))
            .observe({type: "layout-shift", buffered: true})
          setTimeout(() => done(sum), 500)
        })"""
    )
    assert shift == 0


def test_from_a_folder_it_finds_and_leads_without_a_request(browser: Browser, site: Path) -> None:
    with browser.new_context() as context:
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.goto((site / "about" / "index.html").as_uri())
        ask(page, '"dialogue among civilizations"')
        expect(page.locator(".find-where").first).to_have_text("62/160 · OP3 · Reaffirms")
        page.keyboard.press("Enter")
        page.wait_for_url("file://**/A/RES/62/160/index.html#op3")
        ask(page, "pp 2")
        page.keyboard.press("Enter")
        page.wait_for_url("file://**/A/RES/62/160/index.html#pp2")
        assert not [address for address in asked if not address.startswith("file:")]


def test_it_works_under_a_strict_policy(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/")
    # The theme's inline scripts have their hashes in the policy of a real site; a bare page has none.
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
    page.route("**/bare/", lambda route: route.fulfill(
        content_type="text/html",
        headers={"content-security-policy": policy},
        body='<!doctype html><html lang="en"><meta charset="utf-8"><title>bare</title><script src="/assets/unres.js" defer></script><script src="/assets/search.js" defer></script><p>text',
    ))  # fmt: skip
    page.goto(f"{url}/bare/")
    ask(page, "dialogue among civilizations")
    expect(page.locator(".find-where").first).to_have_text("62/160 · OP3 · Reaffirms")


def test_without_scripts_no_dead_button_is_shown(opened: Open, url: str) -> None:
    page = opened(f"{url}{SEED}operative/", java_script_enabled=False)
    expect(page.locator(".find-open")).not_to_be_visible()


def test_a_failing_connection_is_said(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/")
    page.route(TERMS, lambda route: route.fulfill(status=404, body=""))
    ask(page, "dialogue")
    expect(page.locator(".find-status")).to_contain_text("could not be loaded")
    page.unroute(TERMS)
    page.locator(".find-input").press_sequentially("s")
    expect(page.locator(".find-where").first).to_be_visible()


def test_files_of_another_build_are_not_mixed(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/")
    # An old head of the index, from a browser's store, beside files of a new build.
    old = page.request.get(f"{url}/search/index.js").text()
    stamp = old.split('"')[3]
    page.route(f"{url}/search/index.js", lambda route: route.fulfill(body=old.replace(stamp, "00000000")))
    ask(page, "dialogue among civilizations")
    expect(page.locator(".find-where").first).to_have_text("62/160 · OP3 · Reaffirms")


def test_python_and_the_browser_cut_a_text_alike(opened: Open, url: str) -> None:
    collection, _ = load([*source_texts(ROOT / "resolution"), *source_texts(ROOT / "tests" / "data" / "resolution")])
    texts = [document.text for volume in volumes_of(Insight.of(collection)) for document in volume.documents]
    texts += [
        "S/RES/1325 (2000), 217 A (III), A/RES/217(III), ES-10/14, 51/45 J and/or A/62/L.3–A/63/L.4.",
        "Côte d’Ivoire’s naïve co‑operation; ﬁnance, 100,000 × 2½ — Łódź (Part I), A/CONF.157/24 (Part I), S-10/2",
        "generously generalizations universities organized organisation successfully dying skies news the States' peoples’",
    ]
    page = opened(f"{url}/about/")
    ask(page, "x")
    expect(page.locator(".find-status")).to_contain_text("x")
    mine = [[list(token.forms) for token in tokens(text)] for text in texts]
    theirs = page.evaluate("texts => texts.map(text => unres.terms.tokens(text).map(token => token.forms))", texts)
    different = [(text, one, two) for text, one, two in zip(texts, mine, theirs, strict=True) if one != two]
    assert json.dumps(different[:3], ensure_ascii=False) == "[]"
    assert page.evaluate("texts => texts.map(unres.terms.fold)", texts) == [fold(text) for text in texts]
