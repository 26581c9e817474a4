"""Which note a marker calls: said once, when a text is read, and written alike by every page and file."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from akn import NS, valid
from rich import among, entry_of
from samples import own_pages, read, sample
from unres.exports.akn import to_akn
from unres.exports.plain import to_markdown
from unres.model import Call, Resolution
from unres.site.quote_files import to_quote
from unres.text.parser import texts_of

TABLE = "| Oil<sup>a</sup> |\n|---|\n| {cell} |\n\n<sup>a</sup> {note}.\n\n"
WHALE, OLIVE = (
    TABLE.format(cell="5", note="Whale"),
    TABLE.format(cell="6<sup>a</sup>", note="Olive, see resolution 61/168"),
)

# A body, and the words of the notes that its markers call, in reading order
CALLS = {
    "two tables, each with its note a": (f"1. *Decides*:\n\n{WHALE}2. *Asks*:\n\n{OLIVE}", "Whale Olive Olive"),
    "two tables of one paragraph": (f"1. *Decides*:\n\n{WHALE}{OLIVE}", "Whale Olive Olive"),
    "a numbered note called from a cell and again below": (
        "1. *Decides*:\n\n| Oil<sup>1</sup> | 5<sup>2</sup> |\n|---|---|\n| 1 | 2 |\n\n2. *Ends*.<sup>1</sup>\n\n"
        "<sup>1</sup> Whale.\n\n<sup>2</sup> Olive.",
        "Whale Olive Whale",
    ),
    "a letter that starts anew with a heading": (
        "1. *Adopts*<sup>a</sup> this:\n\n<sup>a</sup> Whale.\n\n### Rules\n\nLamps.<sup>a</sup>\n\n<sup>a</sup> Olive.",
        "Whale Olive",
    ),
    "the last note of a letter, where none follows": ("1. *Adopts*:\n\n<sup>a</sup> Whale.\n\n- (a) Oil.<sup>a</sup>", "Whale"),
}  # fmt: skip


def calls_of(resolution: Resolution) -> Iterator[Call]:
    for block in resolution.blocks:
        for _, text in texts_of(block):
            yield from text.calls


@pytest.mark.parametrize(("body", "expected"), CALLS.values(), ids=CALLS)
def test_a_call_knows_its_note(body: str, expected: str) -> None:
    resolution = read(body)
    first_words = {note.anchor: re.findall(r"\w+", note.text.plain)[0] for note in resolution.footnotes}
    assert [first_words[call.note] for call in calls_of(resolution)] == expected.split()


@pytest.mark.parametrize(("body", "expected"), CALLS.values(), ids=CALLS)
def test_plain_markdown_calls_the_same_notes(body: str, expected: str) -> None:
    written = to_markdown(entry_of(sample(body)))
    words = dict(re.findall(r"^\[\^([\w-]+)\]: (\w+)", written, re.MULTILINE))
    assert [words[name] for name in re.findall(r"\[\^([\w-]+)\](?!:)", written)] == expected.split()


@pytest.mark.parametrize(("body", "expected"), CALLS.values(), ids=CALLS)
def test_akoma_ntoso_calls_the_same_notes(body: str, expected: str) -> None:
    entry = entry_of(sample(body))
    root = valid(to_akn(among(entry)))
    words = {
        note.get("eId"): re.findall(r"\w+", "".join(note.itertext()))[0] for note in root.iter(f"{NS}authorialNote")
    }
    called = [
        note.get("eId") or note.get("href").lstrip("#") for note in root.iter(f"{NS}authorialNote", f"{NS}noteRef")
    ]
    assert [words[eid] for eid in called] == expected.split()


@pytest.mark.parametrize(("body", "expected"), CALLS.values(), ids=CALLS)
def test_pages_call_the_same_notes(body: str, expected: str) -> None:
    entry = entry_of(sample(body))
    (text,) = (page.markdown for page in own_pages(entry) if page.path.endswith("/index.md"))
    words = {note.anchor: re.findall(r"\w+", note.text.plain)[0] for note in entry.resolution.footnotes}
    assert [words[anchor] for anchor in re.findall(r"<sup>\[\w\]\(#(\S+?)\)\{", text)] == expected.split()


def test_a_note_in_a_preview_has_its_own_links_and_not_those_of_its_namesake() -> None:
    entry = entry_of(
        sample(f"1. *Decides*:\n\n{OLIVE}2. *Asks*:\n\n{TABLE.format(cell='5', note='Something else entirely')}")
    )
    notes = to_quote(entry)["notes"]
    assert notes == {
        "fn-a": 'Olive, see <a class="ref" href="https://docs.un.org/en/A/RES/61/168">resolution 61/168</a>.',
        "fn-a-2": "Something else entirely.",
    }


def test_a_marker_whose_note_is_missing_calls_nothing() -> None:
    entry = entry_of(sample("1. *Ends*.<sup>4</sup>"))
    assert [call.note for call in calls_of(entry.resolution)] == [""]
    assert "*Ends*.<sup>4</sup>" in to_markdown(entry)
