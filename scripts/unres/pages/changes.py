"""The page of what changed since the resolution before in the series.

In: the prose of the page, and the history of the resolution. Out: Markdown blocks: what it comes to, then every
paragraph in reading order, the older wording beside the newer one; what is as before is folded. An anchor is that of
the paragraph. Added and removed words are told by shape and, for those who hear, in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from unres.collection import Entry, Place
from unres.compare import Change, Comparison, Fate, History, Predecessor, Row
from unres.exports.comparison import heading, summary
from unres.markup import attribute, escape, escape_start, render
from unres.model import Paragraph, Text
from unres.naming import spoken_label
from unres.pages.prose import Prose
from unres.symbols import Symbol

CHANGES = "changes"
_SAID = {Change.REMOVED: ("del", "removed"), Change.ADDED: ("ins", "added")}


def changes_page(prose: Prose, history: History) -> Iterator[str]:
    """What changed, after the page's own heading; the history has the resolution before."""
    link, before, comparison = history.link, history.before, history.comparison
    if not (link and before and comparison):
        return
    yield "///// html | div.ours.changes"
    yield _beside(prose, before, link)
    if comparison.alike:
        words = summary(comparison)
        yield f"{words[0].upper()}{words[1:]}.\n{{ .summary }}"
        yield from _Rows(prose, before, comparison).blocks()
    else:
        yield "The two have no paragraph in common, so that nothing can be shown beside each other."
    yield "/////"


def before_it(prose: Prose, history: History) -> Iterator[str]:
    """The line that a resolution's own page has: the way to what changed, or to the one before where it is."""
    link = history.link
    if not link:
        return
    number = escape(Symbol(link.symbol).number + (f" {link.part}" if link.part else ""))
    evidence = ", ".join(found.value for found in link.evidence)
    perhaps = "Perhaps the one before it" if link.doubtful else "The one before it"
    if history.comparison and not link.doubtful:
        words = f"[What changed since {number}]({CHANGES}.md): {summary(history.comparison)}"
    elif history.comparison:
        words = f"{perhaps}: [{number}]({CHANGES}.md) ({evidence})"
    else:
        address = prose.to(link.symbol, Place("")) if history.before else Symbol(link.symbol).official
        outside = "" if history.before else "{ .ref .external }"
        words = f"{perhaps}: [{number}]({address}){outside} ({evidence})"
    yield f"{words}\n{{ .cited .ours }}"


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
    """Writes the rows of a comparison."""

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
                yield from self._folded(list(run))
                continue
            for row in run:
                yield from self._change(row)
                ways = (("Previous change", before.get(_anchor(row))), ("Next change", after.get(_anchor(row))))
                if links := [f"[{name}](#{to})" for name, to in ways if to]:
                    yield f"{' · '.join(links)}\n{{ .ways }}"

    def _folded(self, rows: Sequence[Row]) -> Iterator[str]:
        first, last = rows[0].pair.new[0], rows[-1].pair.new[-1]
        names = spoken_label(str(first.label)) + (f" to {spoken_label(str(last.label))}" if first is not last else "")
        yield "//// html | details.same"
        yield f"/// html | summary\n{names}, as before\n///"
        for row in rows:
            for paragraph in row.pair.new:
                yield self._line(paragraph, f"{self._link(paragraph)} {_words(paragraph.text)}", anchor=True)
        yield "////"

    def _change(self, row: Row) -> Iterator[str]:
        """A changed paragraph: heading, older wording, newer wording."""
        name = heading(row)
        anchor = _anchor(row)
        yield f"## {name[0].upper()}{name[1:]} {{ #{anchor} .{row.fate} data-toc-label={attribute(name)} }}"
        yield "//// html | div.beside"
        yield "/// html | div.before"
        yield from (
            self._side(row, row.pair.old, Change.REMOVED) if row.pair.old else [f"Not in {_number(self.before)}."]
        )
        yield "///"
        yield "/// html | div.now"
        yield from (
            self._side(row, row.pair.new, Change.ADDED)
            if row.pair.new
            else [f"Not in {_number(self.prose.entry)} any more."]
        )
        yield "///"
        yield "////"

    def _side(self, row: Row, paragraphs: Sequence[Paragraph], change: Change) -> Iterator[str]:
        """The paragraphs of one side of a row, their words that the other side lacks marked."""
        start = 0
        whole = not (row.pair.old and row.pair.new)
        for at, paragraph in enumerate(paragraphs):
            end = start + len(paragraph.text.plain)
            spans = [
                (max(piece.start, start) - start, min(piece.end, end) - start)
                for piece in row.difference.stretches
                if piece.change is change and piece.start < end and piece.end > start
            ]
            words = _words(paragraph.text) if whole else _marked(paragraph.text, spans, change)
            older = change is Change.REMOVED
            name = self._link(paragraph, older=older)
            yield self._line(paragraph, f"{name} {words}", anchor=at > 0 and not older)
            start = end + 1  # the paragraphs of a side are compared as lines

    def _line(self, paragraph: Paragraph, words: str, *, anchor: bool) -> str:
        attributes = f"#{paragraph.anchor} .depth-{paragraph.depth}" if anchor else f".depth-{paragraph.depth}"
        return f"{escape_start(words)}\n{{ {attributes} }}"

    def _link(self, paragraph: Paragraph, *, older: bool = False) -> str:
        """The name of a paragraph, which leads to it in its own text."""
        entry = self.before if older else self.prose.entry
        label = str(paragraph.label)
        name = f"{entry.resolution.masthead.number}, {spoken_label(label)}" if older else spoken_label(label)
        return f"[{escape(name)}]({self.prose.to(str(entry.symbol), entry.places[label])})"


def _is_quiet(row: Row) -> bool:
    return row.fate is Fate.SAME and not row.pair.moved


def _anchor(row: Row) -> str:
    """The anchor of a row: that of its paragraph; of one that is gone, that of the older text behind ``was-``."""
    return row.pair.new[0].anchor if row.pair.new else f"was-{row.pair.old[0].anchor}"


def _number(entry: Entry) -> str:
    return escape(entry.resolution.masthead.number)


def _words(text: Text) -> str:
    return render(text, (), lambda call: f"<sup>{escape(call.number)}</sup>")


def _marked(text: Text, spans: Sequence[tuple[int, int]], change: Change) -> str:
    """The words of a text, some of them as added or removed; said in words too, for readers who hear or print."""
    tag, said = _SAID[change]
    out, last = "", 0
    for start, end in spans:
        inner = _words(text.cut(start, end))
        out += _words(text.cut(last, start)) if start > last else ""
        out += f'<{tag}><span class="told">[{said}: </span>{inner}<span class="told">]</span></{tag}>'
        last = end
    return out + (_words(text.cut(last)) if last < len(text.plain) else "")
