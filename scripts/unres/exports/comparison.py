"""A comparison as JSON for programs, as text for a terminal, and as one HTML file to send around.

In: a ``Comparison``. Out: strings. The JSON names every paragraph and sub-paragraph of both texts exactly once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import Any, TypeAlias

from unres.compare import Change, Comparison, Fate, Row
from unres.compare.align import compared
from unres.model import Kind, Paragraph
from unres.naming import full, spoken_label

_MANY = 10  # times as many paragraphs: a text of another kind
Name: TypeAlias = Callable[[Paragraph], str]
_COUNTED = {
    Fate.NEW: "new",
    Fate.GONE: "gone",
    Fate.CHANGED: "changed",
    Fate.ROUTINE: "dates or numbers only",
    Fate.SAME: "as before",
}
_STYLE = """
:root { color-scheme: light dark }
body { font: 18px/1.55 Georgia, serif; max-width: 44em; margin: 2em auto; padding: 0 1em }
h1 { font-size: 1.3em; line-height: 1.3 } h2 { font-size: 1em; margin-bottom: 0 } p { margin-top: .2em }
ins { text-decoration: underline; font-weight: bold } del { text-decoration: line-through; opacity: .75 }
.said { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
"""


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison in the form of ``unres compare --json``."""
    return {
        "old": comparison.old.symbol,
        "new": comparison.new.symbol,
        "counts": {fate.value: comparison.counts[fate] for fate in Fate},
        "pairs": [_json_of(row) for row in comparison.rows],
    }


def _json_of(row: Row) -> dict[str, Any]:
    pair = row.pair
    return {
        "new": [str(paragraph.label) for paragraph in pair.new],
        "old": [str(paragraph.label) for paragraph in pair.old],
        "status": pair.status.value,
        "routine": row.fate is Fate.ROUTINE,
        "moved": pair.moved,
        "words": [{"change": change.value, "text": words} for change, words in words_of_row(row)] if pair.old else [],
    }


def words_of_row(row: Row) -> Iterator[tuple[Change, str]]:
    """The words of a row in reading order, each stretch with what became of it."""
    for stretch in row.difference.stretches:
        text = row.old if stretch.change is Change.REMOVED else row.new
        yield stretch.change, text[stretch.start : stretch.end]


def summary(comparison: Comparison) -> str:
    """What it comes to: ``4 new, 2 gone, 7 changed, 5 dates or numbers only, 19 as before``."""
    counts = comparison.counts
    return ", ".join(f"{counts[fate]} {words}" for fate, words in _COUNTED.items() if counts[fate]) or "nothing"


def comparison_text(comparison: Comparison) -> str:
    """The comparison for a terminal: what changed, paragraph by paragraph, ``[-gone-] {+new+}``."""
    lines = [f"{full(comparison.new)}", f"beside {comparison.old.symbol}: {summary(comparison)}", ""]
    for row in comparison.rows:
        if row.fate is not Fate.SAME or row.pair.moved:
            marks = {Change.KEPT: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "{{+{}+}}"}
            words = "".join(marks[change].format(text) for change, text in words_of_row(row))
            lines += [heading(row), f"    {words}", ""]
    return "\n".join(lines)


def remark(comparison: Comparison) -> str:
    """What has to be known before a comparison is read, in a sentence; empty for two texts like any others."""
    old, new = comparison.old, comparison.new
    if not comparison.alike:
        return f"{new.symbol} and {old.symbol} have no paragraph in common."
    if comparison.counts[Fate.SAME] == len(comparison.rows):
        return f"{new.symbol} and {old.symbol} have the same words: nothing changed."
    for side in (old, new):
        if not any(paragraph.kind is Kind.OPERATIVE for paragraph in side.paragraphs):
            return f"{side.symbol} has no operative paragraph: its preamble alone is compared."
    (few, shorter), (many, longer) = sorted((len(compared(side)), side.symbol) for side in (old, new))
    if many > _MANY * few:
        return f"{longer} has {many} paragraphs and {shorter} {few}: most of what is shown stands in one alone."
    return ""


def spoken_name(paragraph: Paragraph) -> str:
    """A paragraph as people call it: ``OP8``."""
    return spoken_label(str(paragraph.label))


def heading(row: Row, newer: Name = spoken_name, older: Name = spoken_name) -> str:
    """What a row is: ``OP8, formerly OP7, moved: changed``, ``OP2 and OP3, split from OP2: changed``.

    Args:
        row: it.
        newer: gives the name of a paragraph of the newer text.
        older: the same for the older one.
    """
    pair = row.pair
    new, old = " and ".join(map(newer, pair.new)), " and ".join(map(older, pair.old))
    shown = new or old
    if new and old and [p.label for p in pair.new] != [p.label for p in pair.old]:
        was = "split from" if len(pair.new) > len(pair.old) else "merged from" if len(pair.old) > 1 else "formerly"
        shown = f"{new}, {was} {old}"
    return f"{shown}{', moved' if pair.moved else ''}: {_COUNTED[row.fate]}"


def comparison_html(comparison: Comparison) -> str:
    """The comparison as an HTML document that needs no other file."""
    title = f"{comparison.new.symbol} beside {comparison.old.symbol}"
    body = "\n".join(_html_of(row) for row in comparison.rows)
    return (
        f'<!doctype html>\n<html lang="{escape(comparison.new.provenance.language)}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style>\n<h1>{escape(full(comparison.new))}</h1>\n"
        f"<p>Beside {escape(comparison.old.symbol)}: {escape(summary(comparison))}.</p>\n{body}\n</html>\n"
    )


def _html_of(row: Row) -> str:
    words = "".join(_marked(change, text) for change, text in words_of_row(row))
    return f"<h2>{escape(heading(row))}</h2>\n<p>{words}</p>"


_SAID = {Change.REMOVED: ("del", "removed"), Change.ADDED: ("ins", "added")}


def _marked(change: Change, text: str) -> str:
    """A stretch of words as HTML; what changed is said in words, for screen readers say nothing of the elements."""
    if change not in _SAID:
        return escape(text)
    tag, word = _SAID[change]
    return f'<{tag}><span class="said">[{word}: </span>{escape(text)}<span class="said">] </span></{tag}>'
