"""Beside each paragraph of a resolution: what it was the last time, and where else its words stand.

In: the prose of the page, and what is known of the resolution. Out: Markdown blocks by the label of the paragraph that
they stand after. "As in 61/168, OP7"; "New"; or the earlier wording, folded behind "3 words changed". The words are
HTML, which is rendered no second time; they open without a script.
"""

from __future__ import annotations

import html
from collections.abc import Mapping

from unres.collection import Entry
from unres.compare import Change, Difference, Fate, History, Row
from unres.errors import count
from unres.exports.comparison import spoken_name
from unres.insight import About
from unres.markup import escape
from unres.model import Paragraph
from unres.pages.changes import marked
from unres.pages.prose import Prose


def notes_beside(prose: Prose, about: About) -> Mapping[str, list[str]]:
    """The notes of every paragraph that has any: what it was the last time, and where else its words stand."""
    notes = {label: [note] for label, note in _earlier(prose, about.history).items()}
    for label, repeat in about.repeated.items():
        places = " · ".join(map(prose.citation, repeat.places))
        more = f" · and in {repeat.more:,} other series" if repeat.more else ""
        notes.setdefault(label, []).append(f"The same words also in {places}{more}\n{{ .was .ours }}")
    return notes


def _earlier(prose: Prose, history: History | None) -> Mapping[str, str]:
    """What each paragraph was the last time; nothing where the resolution before is in doubt or has no word of it."""
    if not (history and history.before and history.comparison and history.link):
        return {}
    if history.link.doubtful or not history.comparison.alike:
        return {}
    notes = {}
    above: dict[int, Fate] = {}  # what became of the last paragraph of each depth
    for row in history.comparison.rows:
        for paragraph in row.pair.new:
            above[paragraph.depth] = row.fate
            if not (paragraph.depth and _is_expected(row, above[paragraph.depth - 1])):
                notes[str(paragraph.label)] = _note(prose, history.before, row, paragraph)
    return notes


def _is_expected(row: Row, above: Fate) -> bool:
    """Whether an item needs no note: it is as before in its place, or as new as the words that it hangs on."""
    return row.fate is above is Fate.NEW or (row.fate is Fate.SAME and not row.pair.moved)


def _note(prose: Prose, before: Entry, row: Row, paragraph: Paragraph) -> str:
    if not row.pair.old:
        return "New\n{ .was .ours }"
    number, moved = before.resolution.masthead.number, ", moved" if row.pair.moved else ""
    if row.fate is Fate.SAME:
        [old] = row.pair.old
        link = f"[{escape(f'{number}, {spoken_name(old)}')}]({prose.to(str(before.symbol), before.places[old.label])})"
        return f"As in {link}{moved}\n{{ .was .ours }}"
    since = f"{'from' if _joined(row) else 'since'} {number}, {' and '.join(map(spoken_name, row.pair.old))}{moved}"
    if paragraph is not row.pair.new[0]:  # the wording that was split is shown once, at the first part
        return f"{escape(f'Split {since}')}\n{{ .was .ours }}"
    words = "".join(f"<p>{marked(old.text, places, Change.REMOVED)}</p>" for old, places in row.side(Change.REMOVED))
    says = html.escape(f"{_extent(row)}{_joined(row)} {since}")
    return f'<details class="was ours"><summary>{says}</summary>{words}</details>'


def _joined(row: Row) -> str:
    return ", merged" if len(row.pair.old) > 1 else ", split" if len(row.pair.new) > 1 else ""


def _extent(row: Row) -> str:
    return "Only dates or numbers changed" if row.fate is Fate.ROUTINE else extent(row.difference)


def extent(difference: Difference) -> str:
    """How much of a paragraph changed, in the fewest words.

    >>> from unres.compare import difference
    >>> was = "Invites shipowners to give oil, wicks and spare lenses to a common store of lamps"
    >>> extent(difference(was, was.replace("oil", "gas"))), extent(difference(was, f"{was} and bells"))
    ('1 word changed', '2 words added')
    """
    what = "added" if not difference.removed else "left out" if not difference.added else "changed"
    return f"{count(max(difference.removed, difference.added), 'word')} {what}"
