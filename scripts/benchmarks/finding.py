"""``finding``: how well the search finds, over a folder of source texts (``--resolutions``).

Three measures, each the same on every machine. *Titles*: three distinctive words of a resolution's title must bring
it, or its series, among the first three results. *Slips*: one letter of a common word is left out, doubled, exchanged
with the next or replaced; the word must be shown in its place, and no printed word may be taken for a slip. *Queries*
as people type them, with the first results, for reading.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from playwright.sync_api import Page

from benchmarks.options import Options
from benchmarks.project import CHECKOUT, new_project
from benchmarks.table import lay_out
from benchmarks.weight import browsing, served
from unres.collection import Collection, load, source_texts
from unres.insight import Insight
from unres.site.search import write_index
from unres.site.search.documents import Volume, volumes_of
from unres.site.search.terms import STOP, tokens
from unres.site.stays import Stays
from unres.site.written import Written

SLIPS, WORDS = 200, 2_000
SEED = 160

QUERIES = (
    "62/160 OP8",
    "79/12 op 8",
    "79/1 op 3",
    "A/RES/70/1",
    "80/247",
    "79/553",
    "A/RES/79/226",
    "climate finance",
    "artificial intelligence",
    "AI",
    "right to food",
    "1325",
    "S/RES/1325",
    "secretary-general report eightieth session",
    "“leave no one behind”",
    "antimicrobial resistance",
    "climte change",
    "nuclear disarmement",
    "palestinian refugees",
    "Beijing Declaration",
    "two-state solution",
    "women peace and security",
    "Cuba embargo",
    "pandemics",
    "lethal autonomous weapons",
    "death penalty",
    "plastic pollution",
    "children in armed conflict",
    "ECOSOC",
    "ICJ",
    "Guterres",
    "UNRWA",
    "what did the general assembly say about ukraine",
    "vote",
    "third committee 80",
    "79-12 op 8",
    "78/1 annex para 38 p",
)

# Answers queries where a reader types them; what is shown is read from the page.
ASKED = """async queries => {
  const field = document.querySelector(".find-input"), status = document.querySelector(".find-status"), answers = []
  for (const query of queries) {
    const mark = document.createComment("not yet answered")
    status.append(mark)
    field.value = query
    field.dispatchEvent(new Event("input", {bubbles: true}))
    while (mark.isConnected) await new Promise(done => setTimeout(done))
    const words = (selector, within = document) => [...within.querySelectorAll(selector)].map(one => one.textContent)
    answers.push({
      status: status.textContent,
      first: words(".find-go, .find-thing .find-where"),
      groups: [...document.querySelectorAll(".find-results h2")].map(head => [
        head.textContent, ...words(".find-more", head.parentElement), words(".find-where", head.parentElement)[0]]),
    })
  }
  return answers
}"""
CORRECTED = """async words => {
  const head = await unres.index.open()
  return Promise.all(words.map(word => unres.words.corrected(word, head, false)))
}"""


def finding(options: Options) -> str:
    """The tables: titles, slips, queries."""
    project = new_project(options.work / "project", CHECKOUT / "resolution")
    project.ours()
    collection, _ = load(source_texts(options.resolutions or CHECKOUT / "resolution"))
    write_index(Insight.of(collection), Written(project.site, Stays(project.site)))
    volumes = list(volumes_of(Insight.of(collection)))
    with browsing() as browser, served(project.site) as (address, _), browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/about/")
        page.keyboard.press("/")
        page.locator(".find-choices").wait_for()
        parts = [_titles(page, volumes), _slips(page, collection), _read(page)]
    return "\n\n".join(parts)


def _titles(page: Page, volumes: Sequence[Volume]) -> str:
    queries = {volume.number: query for volume, query in _title_queries(volumes)}
    answers: list[dict[str, Any]] = page.evaluate(ASKED, list(queries.values()))
    missed = []
    for (number, query), answer in zip(queries.items(), answers, strict=True):
        shown = [" ".join(filter(None, group)) for group in answer["groups"][:3]]
        if not any(re.search(rf"(?<![\d/]){re.escape(number)}(?!\d)", group) for group in shown):
            missed.append([number, query, "; ".join(group[:30] for group in shown)])
    found = len(queries) - len(missed)
    head = f"titles: {found} of {len(queries)} ({100 * found / (len(queries) or 1):.1f} %) among the first three"
    return lay_out((head, "query", "shown"), missed)


def _title_queries(volumes: Sequence[Volume]) -> Iterator[tuple[Volume, str]]:
    """Each resolution with the three rarest words of its title, in their order; shorter titles are asked whole."""
    titles = [[token for token in tokens(volume.title) if token.word and token.term not in STOP] for volume in volumes]
    counts = Counter(term for title in titles for term in {token.term for token in title})
    for volume, title in zip(volumes, titles, strict=True):
        rare = sorted({token.term for token in title}, key=lambda term: (counts[term], term))[:3]
        words = {token.term: token.word for token in title if token.term in rare}
        yield volume, " ".join(words.values())


def _slips(page: Page, collection: Collection) -> str:
    counts: Counter[str] = Counter()
    for entry in collection:
        for paragraph in entry.resolution.paragraphs:
            counts.update({token.word for token in tokens(paragraph.text.plain)})
    plain = sorted(word for word in counts if re.fullmatch(r"[a-z]{4,}", word))
    common = [word for word in plain if counts[word] >= 20 and len(word) >= 6]
    dice = random.Random(SEED)  # noqa: S311 the same words on every machine
    slips = list(islice(_made(dice.sample(common, len(common)), counts, dice), SLIPS))
    corrected: list[str | None] = page.evaluate(CORRECTED, [slip for slip, _ in slips])
    wrong = [
        [slip, word, shown or "nothing"]
        for (slip, word), shown in zip(slips, corrected, strict=True)
        if not shown or tokens(shown)[0].term != tokens(word)[0].term
    ]
    printed = dice.sample(plain, min(WORDS, len(plain)))
    taken: list[str | None] = page.evaluate(CORRECTED, printed)
    false = [[word, "is printed", shown] for word, shown in zip(printed, taken, strict=True) if shown]
    head = f"slips: {len(slips) - len(wrong)} of {len(slips)} corrected; printed words: {len(false)} of {len(printed)}"
    return lay_out((head, "meant", "shown"), [*wrong, *false])


def _made(words: Sequence[str], counts: Counter[str], dice: random.Random) -> Iterator[tuple[str, str]]:
    """Slips in words, by each rule in turn; what happens to be a word is none."""
    rules: tuple[Callable[[str, int], str], ...] = (
        lambda word, at: word[:at] + word[at + 1 :],
        lambda word, at: word[:at] + word[at] + word[at:],
        lambda word, at: word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        lambda word, at: word[:at] + ("e" if word[at] != "e" else "a") + word[at + 1 :],
    )
    for number, word in enumerate(words):
        slip = rules[number % len(rules)](word, dice.randrange(1, len(word) - 2))
        if slip not in counts and tokens(slip)[0].term != tokens(word)[0].term:
            yield slip, word


def _read(page: Page) -> str:
    answers: list[dict[str, Any]] = page.evaluate(ASKED, QUERIES)
    rows = []
    for query, answer in zip(QUERIES, answers, strict=True):
        groups = [
            group[0].split(" ")[0].rstrip(".") + " " + group[0].partition(" ")[2][:28] for group in answer["groups"]
        ]
        rows.append([query, " | ".join([*answer["first"], *groups[:5]]), answer["status"][:80]])
    return lay_out(("query", "first results", "said"), rows)
