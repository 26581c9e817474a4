"""``references``: the reference engine on plain text, beside eyecite's; and how its time grows with the text.

eyecite finds other citations than ours (those of courts); what is compared is the cost of reading a text,
each with its own list of forms, both warmed up.
"""

from __future__ import annotations

from benchmarks.invented import Writer
from benchmarks.measure import by_turns, pairs, seconds, show
from benchmarks.options import Options
from benchmarks.table import lay_out, number
from unres.citations import find_in_text
from unres.text.parser import parse, texts_of

SIZE = 25  # resolutions of an invented collection, some 450 000 characters
ROUNDS = 3  # also how often a length is tried; the best counts
LENGTHS = (1, 2, 4, 8)
UNIT = 100_000  # characters


def references(options: Options) -> str:
    """Two tables: characters a second, and the time for ever longer texts."""
    from eyecite import get_citations  # comes with the lock of the benchmarks alone

    paragraphs = _paragraphs(options.size or SIZE)
    text = "\n\n".join(paragraphs)
    find_in_text(text[:1000])
    get_citations(text[:1000])

    def speed(find: object) -> float:
        assert callable(find)
        return len(text) / seconds(lambda: find(text))

    taken = by_turns(lambda: speed(find_in_text), lambda: speed(get_citations), options.rounds or ROUNDS)
    found, theirs = len(find_in_text(text).references), len(get_citations(text))
    compared = show(f"{number(len(text))} characters", "eyecite", [("characters/CPU s", pairs(taken))])
    counts = f"references found: ours {found}, eyecite {theirs}"
    return "\n\n".join([compared, counts, _growth("paragraphs", text), _growth("one paragraph", " ".join(paragraphs))])


def _growth(what: str, text: str) -> str:
    """Our time for a text once, twice, four and eight times over: it should grow no faster."""
    rows = []
    first = 0.0
    for times in LENGTHS:
        part = "".join([text[:UNIT]] * times)
        took = min(seconds(lambda part=part: find_in_text(part)) for _ in range(ROUNDS))  # type: ignore[misc]
        first = first or took
        rows.append(
            [f"{times} × {number(UNIT)} characters", number(took), number(took / first), number(len(part) / took)]
        )
    return lay_out([f"growth, {what}", "CPU s, best of 3", "× the first", "characters/s"], rows)


def _paragraphs(size: int) -> list[str]:
    """The plain texts of an invented collection: paragraphs and notes."""
    found = []
    for index in range(size):
        resolution = parse(Writer(index).text(), f"{index}.md").resolution
        assert resolution, "what is invented can be read"
        found += [text.plain for block in resolution.blocks for _, text in texts_of(block)]
        found += [note.text.plain for note in resolution.footnotes]
    return found
