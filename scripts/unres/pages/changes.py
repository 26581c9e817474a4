"""The page of what changed since the resolution before in the series.

In: the prose of the page, and the history of the resolution. Out: Markdown blocks: what it comes to, then every
paragraph in reading order, the older wording beside the newer one; what is as before is folded. An anchor is that of
the paragraph. Added and removed words are told by shape and, for those who hear, in words.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from unres.collection import Entry, Place
from unres.compare import Change, Comparison, Fate, History, Predecessor, Row
from unres.exports.comparison import heading, remark, spoken_name, summary
from unres.markup import attribute, escape, to_html
from unres.model import Paragraph, Text
from unres.pages.prose import Prose

CHANGES = "changes"
_SAID = {Change.REMOVED: ("del", "removed"), Change.ADDED: ("ins", "added")}


def changes_page(prose: Prose, history: History) -> Iterator[str]:
    """What changed, after the page's own heading; the history has the resolution before."""
    link, before, comparison = history.link, history.before, history.comparison
    if not (link and before and comparison):
        return
    yield "///// html | div.ours.changes"
    yield _beside(prose, before, link)
    if words := remark(comparison):
        yield escape(words)
    if comparison.alike:
        yield f"{_capital(summary(comparison))}.\n{{ .summary }}"
        yield from _Rows(prose, before, comparison).blocks()
    yield "/////"


def _beside(prose: Prose, before: Entry, link: Predecessor) -> str:
    head = before.resolution.masthead
    address = prose.to(link.symbol, Place(""))
    name = f"[{escape(head.number)}]({address}), “{escape(head.title.plain)}”"
    evidence = ", ".join(found.value for found in link.evidence)
    if link.doubtful:
        return f"Beside {name}. It may not be the one before in the series: all that speaks for it is {evidence}."
    return f"Beside {name}, the one before in its series: {evidence}."


@dataclass(frozen=True, slots=True)
class _Rows:
    """Writes the rows of a comparison: headings as Markdown, for their links; the words as HTML."""

    prose: Prose
    before: Entry
    comparison: Comparison

    def blocks(self) -> Iterator[str]:
        """Every row in reading order."""
        rows = self.comparison.in_reading_order
        changes = [row for row in rows if not _is_quiet(row)]
        after = {_anchor(row): _anchor(following) for row, following in pairwise(changes)}
        before = {following: anchor for anchor, following in after.items()}
        for quiet, run in groupby(rows, key=_is_quiet):
            if quiet:
                yield self._folded(list(run))
                continue
            for row in run:
                marks = f"#{_anchor(row)} .{row.fate} data-toc-label={attribute(_capital(heading(row)))}"
                yield f"## {_capital(heading(row, self._newer, self._older))} {{ {marks} }}"
                sides = [self._side(row, change) for change in (Change.REMOVED, Change.ADDED)]
                yield "\n".join(['<div class="beside">', *sides, "</div>"])
                ways = (("Previous change", before.get(_anchor(row))), ("Next change", after.get(_anchor(row))))
                links = [f'<a href="#{to}">{name}</a>' for name, to in ways if to]
                yield f'<p class="ways">{" · ".join(links)}</p>' if links else ""

    def _folded(self, rows: Sequence[Row]) -> str:
        first, last = rows[0].pair.new[0], rows[-1].pair.new[-1]
        names = spoken_name(first) + (f" to {spoken_name(last)}" if first is not last else "")
        lines = [_line(p, _named(spoken_name(p), to_html(p.text)), p.anchor) for row in rows for p in row.pair.new]
        return "\n".join([f'<details class="same"><summary>{names}, as before</summary>', *lines, "</details>"])

    def _side(self, row: Row, change: Change) -> str:
        """The older or the newer wording, its words that the other lacks marked."""
        newer = change is Change.ADDED
        number = (self.prose.entry if newer else self.before).resolution.masthead.number
        lines: list[str] = []
        for paragraph, places in row.side(change):
            anchor = paragraph.anchor if newer and lines else ""  # that of the first stands on the heading
            lines.append(
                _line(
                    paragraph,
                    _named(f"{number}, {spoken_name(paragraph)}", marked(paragraph.text, places, change)),
                    anchor,
                )
            )
        if not lines:
            lines.append(f"<p>Not in {html.escape(number)}{' any more' if newer else ''}.</p>")
        return "\n".join([f'<div class="{"now" if newer else "before"}">', *lines, "</div>"])

    def _newer(self, paragraph: Paragraph) -> str:
        """The name of a paragraph, which leads to it in its own text."""
        return _link(self.prose, self.prose.entry, paragraph)

    def _older(self, paragraph: Paragraph) -> str:
        return _link(self.prose, self.before, paragraph)


def _link(prose: Prose, entry: Entry, paragraph: Paragraph) -> str:
    return f"[{escape(spoken_name(paragraph))}]({prose.to(str(entry.symbol), entry.places[paragraph.label])})"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _is_quiet(row: Row) -> bool:
    return row.fate is Fate.SAME and not row.pair.moved


def _anchor(row: Row) -> str:
    """The anchor of a row: that of its paragraph; of one that is gone, that of the older text behind ``was-``."""
    return row.pair.new[0].anchor if row.pair.new else f"was-{row.pair.old[0].anchor}"


def _line(paragraph: Paragraph, words: str, anchor: str = "") -> str:
    place = f' id="{anchor}"' if anchor else ""
    return f'<p{place} class="depth-{paragraph.depth}">{words}</p>'


def _named(name: str, words: str) -> str:
    return f"<b>{html.escape(name)}</b> {words}"


def marked(text: Text, spans: Sequence[tuple[int, int]], change: Change) -> str:
    """A text as HTML, some of its words as added or removed; said in words too, for readers who hear or print."""
    tag, said = _SAID[change]
    out, last = "", 0
    for start, end in spans:
        out += to_html(text.cut(last, start)) if start > last else ""
        inner = to_html(text.cut(start, end))
        out += f'<{tag}><span class="told">[{said}: </span>{inner}<span class="told">]</span></{tag}>'
        last = end
    return out + (to_html(text.cut(last)) if last < len(text.plain) else "")
