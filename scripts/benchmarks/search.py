"""``search``: bytes and time of a query at 902 resolutions, and of making the index.

A query is asked cold, as the first thing in a browser that knows nothing yet, and another one after it;
bytes are counted by the server for everything that is loaded from the moment the search is opened, each file
``gzip -9``. The peer is what Material's own search loads for the same collection, on every page, before anybody
searches. Its index alone is weighed.
"""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks.invented import SIZE, write_collection
from benchmarks.options import Options
from benchmarks.project import CHECKOUT, new_project, size_of
from benchmarks.table import lay_out, number
from benchmarks.weight import Log, browsing, served
from unres.collection import Collection, load, source_texts
from unres.insight import Insight
from unres.site.search import FOLDER, write_index
from unres.site.search.documents import volumes_of
from unres.site.stays import Stays
from unres.site.written import Written

ROUNDS = 3
QUERIES = (
    "refugees",
    "human rights",
    "women peace security",
    "right to development",
    '"sustainable development"',
    "A/RES/79/101",
    "OP8",
)
NEXT = "climate change"  # asked after each, where the search is open already

# Opens the search, asks, and says how many milliseconds passed until the first result could be seen.
ASK = """query => new Promise(done => {
  const before = document.querySelector(".find-results a")
  const start = performance.now()
  if (!document.querySelector("dialog[open]")) document.querySelector("[data-find]").click()
  const field = document.querySelector(".find-input")
  field.value = query
  field.dispatchEvent(new Event("input", {bubbles: true}))
  const look = () => {
    const found = document.querySelector(".find-results a")
    if (found && found !== before) requestAnimationFrame(() => done(performance.now() - start))
    else setTimeout(look, 1)
  }
  look()
})"""


def search(options: Options) -> str:
    """The tables: making the index, and queries."""
    size = options.size or SIZE
    project = new_project(options.work / "project", CHECKOUT / "resolution")
    project.ours()
    collection, _ = load(source_texts(write_collection(size, options.work / "texts")))
    start, computing = time.perf_counter(), time.process_time()
    write_index(Insight.of(collection), Written(project.site, Stays(project.site)))
    taken = [time.perf_counter() - start, time.process_time() - computing]
    folder = project.site / FOLDER
    files = len(list(folder.rglob("*.js")))
    made = lay_out(
        (f"index of {size} resolutions", "s", "CPU s", "MB", "files"),
        [["ours", *map(number, taken), number(size_of(folder) / 1e6), str(files)]],
    )
    with browsing() as browser:
        rows = [_asked(browser, project.site, query, options.rounds or ROUNDS) for query in QUERIES]
    rows.append(["peer: Material's index", str(_peer(collection)), "1", "", "", ""])
    head = ("first query", "bytes gzipped", "files", "ms, median", "ms, worst", f"then “{NEXT}”: bytes")
    return f"{made}\n\n{lay_out(head, rows)}"


def _asked(browser: Browser, site: Path, query: str, rounds: int) -> list[str]:
    times = []
    for _ in range(rounds):
        with served(site) as (address, log), browser.new_context() as context:
            page = context.new_page()
            page.goto(f"{address}/A/RES/62/160/", wait_until="networkidle")
            log.clear()
            times.append(_ask(page, query))
            first, files = _weight(log), len(log)
            log.clear()
            _ask(page, NEXT)
            then = _weight(log)
    return [query, str(first), str(files), number(median(times)), number(max(times)), str(then)]


def _ask(page: Page, query: str) -> float:
    taken: float = page.evaluate(ASK, query)
    page.wait_for_load_state("networkidle")
    return taken


def _weight(log: Log) -> int:
    return sum(len(gzip.compress(body, 9, mtime=0)) for _, body in log)


def _peer(collection: Collection) -> int:
    """The bytes of an index as Material's search makes it: every title and text in one file."""
    index = json.dumps({"docs": list(_entries(collection))}, ensure_ascii=False, separators=(",", ":"))
    return len(gzip.compress(index.encode(), 9, mtime=0))


def _entries(collection: Collection) -> Iterator[dict[str, str]]:
    for volume in volumes_of(Insight.of(collection)):
        for document in volume.documents:
            title = " · ".join(filter(None, (volume.number, document.badge, document.opening)))
            yield {"location": volume.path + document.address, "title": title, "text": document.text}
