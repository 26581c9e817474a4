"""What must hold for any text whatever: one clear error or pages, and then nothing of it is lost."""

from __future__ import annotations

import re
import time
from collections import Counter

from unres.citations import find
from unres.collection import collect, make_reading
from unres.exports import Base
from unres.exports.formats import beside, collected
from unres.insight import Insight
from unres.model import Resolution
from unres.numbering import NOTE_MARK
from unres.pages.write import pages_of_site
from unres.text.parser import parse, places_that_call
from words import as_printed, bare_words, words_of_source

LONGEST = 10.0  # seconds of computing for one text: a hundred times what the longest of them takes
_MARK = re.compile(rf"(?<!\\)<sup>(?:{NOTE_MARK})</sup>")


def judge(text: str) -> None:
    """What must hold for any text whatever."""
    began = time.process_time()
    parsed = parse(text, "x.md")
    assert parsed.resolution or parsed.errors
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in parsed.problems)
    if parsed.resolution and not parsed.errors:
        assert_nothing_lost(parsed.resolution, text)
        publish(parsed.resolution)
    elif parsed.resolution:
        find(parsed.resolution)
    assert time.process_time() - began < LONGEST


def assert_nothing_lost(resolution: Resolution, text: str) -> None:
    """Every letter and every marker of a text that is accepted stands in the model."""
    body = (
        re.sub(r"\A---[ ]*\n.*?\n---[ ]*(?:\n|\Z)", "", text, flags=re.DOTALL) if resolution_has_front(text) else text
    )
    assert Counter("".join(bare_words(as_printed(resolution)))) == Counter("".join(words_of_source(body)))
    calls = sum(len(words.calls) for _, words in places_that_call(resolution))
    calls += sum(1 + len(note.text.calls) for note in resolution.footnotes)
    assert calls == len(_MARK.findall(body))


def resolution_has_front(text: str) -> bool:
    """Whether the first rule opens front matter."""
    return bool(re.match(r"---[ ]*\n(?:.*\n)*?[\w-]+:", text))


def publish(resolution: Resolution) -> None:
    """Pages and files of what the check accepts; every link of a page to this resolution leads to a page and place of it."""
    collection = collect([make_reading(resolution)[0]])
    pages = {page.path: page.markdown for page in pages_of_site(Insight.of(collection))}
    for entry in collection:
        own = f"{entry.symbol}/"
        assert list(beside(entry, Base()))
        for path, markdown in pages.items():
            if path.startswith(own):
                assert_links_lead_somewhere(path, markdown, own, pages)
    assert list(collected(Insight.of(collection), Base()))


def assert_links_lead_somewhere(path: str, markdown: str, own: str, pages: dict[str, str]) -> None:
    for name, anchor in re.findall(r"(?<!\\)\]\(([\w-]+\.md)?#([\w-]+)\)", markdown):
        target = pages[own + name] if name else markdown
        assert re.search(
            rf"#{re.escape(anchor)}(?![\w-])", target.replace(f"(#{anchor})", "").replace(f".md#{anchor}", "")
        ), (path, anchor)
