"""What the search forgives, shows and keeps: slips, short names, choices, the way back, and what is no query at all."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from addresses import SEED, Open
from goto_cases import collection
from unres.site.search.terms import tokens
from waiting import until


def ask(page: Page, query: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(query)


def test_a_query_is_a_place_and_back_returns_to_it(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/", height=400)
    ask(page, "human rights")
    page.get_by_label("Part of the resolution").select_option("1")
    expect(page.locator(".find-where").first).to_contain_text("PP")
    assert "q=human+rights" in page.url
    assert "part=1" in page.url
    results = page.locator(".find-results")
    results.evaluate("e => { e.scrollTop = 90 }")
    where = results.evaluate("e => e.scrollTop")
    assert where > 0
    first = page.locator(".find-where").first.inner_text()
    page.locator(".find-results a").nth(1).click()
    page.wait_for_url(re.compile(r"/A/RES/[^#]*#(?:[\w-]+-)?pp\d"))
    page.go_back()
    expect(page.locator(".find-where").first).to_have_text(first)
    expect(page.locator(".find-input")).to_have_value("human rights")
    expect(page.get_by_label("Part of the resolution")).to_have_value("1")
    until(page, "top => document.querySelector('.find-results').scrollTop === top", where)


def test_the_words_are_marked_where_a_result_leads(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/")
    ask(page, "constructive dialogues")
    expect(page.locator(".find-where").first).to_contain_text("OP8")
    page.keyboard.press("Enter")
    page.wait_for_url("**#op8")
    until(page, "CSS.highlights.has('found')")
    marked = page.evaluate("[...CSS.highlights.get('found')].map(range => range.toString())")
    assert marked == ["constructive", "dialogue"]
    page.reload()
    page.wait_for_timeout(300)
    assert page.evaluate("CSS.highlights.size") == 0


def test_escape_closes_at_once_and_keeps_the_words(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/")
    ask(page, "dialogue")
    expect(page.locator(".find-where").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.find")).to_be_hidden()
    page.wait_for_url(f"{url}/about/")
    page.keyboard.press("/")
    expect(page.locator(".find-input")).to_have_value("dialogue")


SLIPS = {
    "a letter left out": ("dialoge among civilizations", "dialogue among civilizations"),
    "two letters exchanged": ("internatoinal cooperation", "international cooperation"),
    "a letter doubled, in a stem that there is": ("cooperationn in human rights", "cooperation in human rights"),
    "a wrong letter": ("humen rights", "human rights"),
}


@pytest.mark.parametrize(("typed", "meant"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_corrected_openly_and_can_be_taken_back(opened: Open, seed_url: str, typed: str, meant: str) -> None:
    page = opened(f"{seed_url}/about/")
    ask(page, typed)
    status = page.locator(".find-status")
    expect(status).to_contain_text(f"Shown: {meant}.")
    page.get_by_role("button", name=f"Search for {typed} instead").click()
    expect(status).not_to_contain_text("Shown")
    assert "exact=1" in page.url


CORRECTED = """async words => {
  const head = await unres.index.open()
  const found = await Promise.all(words.map(async word => [word, await unres.words.corrected(word, head, false)]))
  return found.filter(([, shown]) => shown)
}"""


def test_no_printed_word_is_taken_for_a_slip(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/")
    ask(page, "dialogue")
    expect(page.locator(".find-where").first).to_be_visible()
    texts = [block.text.plain for entry in collection() for block in entry.resolution.paragraphs]
    words = sorted({token.word for text in texts for token in tokens(text) if token.word})
    assert len(words) > 300
    assert page.evaluate(CORRECTED, words) == []


@pytest.mark.parametrize(
    ("typed", "said", "first"),
    [
        ("ECOSOC", "Also found: “Economic and Social Council”", "62/160 · "),
        ("OHCHR", "Also found: “United Nations High Commissioner for Human Rights”", "62/160 · "),
    ],
)
def test_a_short_name_finds_the_long_one(opened: Open, seed_url: str, typed: str, said: str, first: str) -> None:
    page = opened(f"{seed_url}/about/")
    ask(page, typed)
    expect(page.locator(".find-status")).to_contain_text(said)
    expect(page.locator(".find-where").first).to_contain_text(first)


def test_the_offer_shows_the_paragraph_itself(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/")
    ask(page, "62/160 OP8")
    expect(page.locator(".find-offer .find-text")).to_contain_text("Member States, specialized agencies")


def test_verbs_can_be_chosen_and_are_counted(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/")
    ask(page, "human rights")
    verb = page.get_by_label("Opening verb")
    verb.focus()
    option = verb.locator("option", has_text=re.compile(r"^Recalling \(\d+\)$"))
    expect(option).to_have_count(1)
    count = int(re.sub(r"\D", "", option.text_content() or ""))
    verb.select_option("Recalling")
    expect(page.locator(".find-status")).to_contain_text(f"{count} result")
    until(page, "[...document.querySelectorAll('.find-where')].every(one => one.textContent.includes('Recalling'))")


def test_the_newest_come_first_on_request(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/")
    ask(page, "dialogue")
    heads = page.locator(".find-results h2")
    expect(heads.first).to_be_visible()
    page.get_by_label("Order").select_option("newest")
    page.wait_for_url("**order=newest**")
    numbers = [text.split(".")[0] for text in heads.all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)


def test_a_session_and_a_committee_are_asked_for_by_name(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/")
    ask(page, "third committee 62")
    thing = page.locator(".find-thing a").first
    expect(thing).to_contain_text("Third Committee")
    assert "/committees/third-committee" in (thing.get_attribute("href") or "")
    expect(page.locator(".find-results h2")).to_have_text(
        ["62/160. Enhancement of international cooperation in the field of human rights"]
    )


def test_what_is_cited_by_number_alone_is_a_result_of_its_own(opened: Open, url: str) -> None:
    page = opened(f"{url}/about/")
    ask(page, "55/2 Millennium")
    ask_only = page.locator(".find-where").first
    expect(ask_only).to_be_visible()
    page.locator(".find-input").fill("A/RES/55/2")
    expect(page.locator(".find-go").first).to_have_text("Go to A/RES/55/2")


def test_a_question_is_asked_of_its_rare_words(opened: Open, seed_url: str) -> None:
    page = opened(f"{seed_url}/about/")
    ask(page, "what did the general assembly say about civilizations")
    expect(page.locator(".find-where").first).to_have_text("62/160 · OP3 · Reaffirms")


ODD = {
    "markup": "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "a regular expression": "(((((a+)+)+)+$ [^\\",
    "control characters": "\x00\x01 right\u202e",
    "half an escape": "%E0%A4%A",
    "names of every object": "__proto__ constructor hasOwnProperty",
    "quotes": '"""" “”',
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_what_is_no_query_is_answered_with_a_sentence(opened: Open, seed_url: str, text: str) -> None:
    page = opened(f"{seed_url}/about/?q={quote(text)}&session={quote(text)}&verb={quote(text)}&order=%22%3E")
    expect(page.locator(".find-status")).to_contain_text(re.compile(r"\w+.*\."))
    assert page.locator("dialog.find img, dialog.find script").count() == 0


def test_ten_thousand_signs_are_cut_and_said(opened: Open, seed_url: str) -> None:
    page = opened(f"{seed_url}/about/")
    page.keyboard.press("/")
    page.locator(".find-input").fill("dialogue among civilizations " * 350)
    expect(page.locator(".find-status")).to_contain_text("Only the first 500 signs are searched for.")
    expect(page.locator(".find-where").first).to_be_visible()


@pytest.mark.parametrize("name", ["index.js", "words.js", "acronyms.js"])
@pytest.mark.parametrize("status", [404, 200])
def test_an_index_that_cannot_be_loaded_is_said(opened: Open, seed_url: str, name: str, status: int) -> None:
    page = opened(f"{seed_url}/about/")
    messages: list[str] = []
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.route(f"{seed_url}/search/{name}*", lambda route: route.fulfill(status=status, body=""))
    ask(page, "dialogu")
    expect(page.locator(".find-status")).to_contain_text("could not be loaded")
    assert messages == []


@pytest.mark.parametrize(
    "fragment", ["#<img src=x onerror=alert(1)>", "#%E0%A4%A", "#" + "x" * 10_000, "#op8'\"><script>"]
)
def test_a_fragment_that_cannot_be_is_no_script_error(opened: Open, url: str, fragment: str) -> None:
    page = opened(f"{url}{SEED}operative/{fragment}")
    page.locator("#op1 + p").hover()
    expect(page.get_by_role("button", name="Cite OP1")).to_be_attached()
