"""The head of a resolution's page: its masthead, its title, and the facts below it.

In: the prose of the page, where the resolution stands among the others, its history. Out: Markdown. The words of the
masthead that name session, agenda item and committee lead to their lists. The facts are ours: when and where it was
adopted, on whose report, how often it is cited, its neighbours in its series, the official document. The vote, the
sponsors and the record of the meeting are not in the text of a resolution: they stand there only where an editor gives
them with their source.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from unres import naming
from unres.citations import find_in_text, official_address
from unres.collection import Place, Target
from unres.compare import History, Predecessor
from unres.dates import day
from unres.errors import count
from unres.exports.comparison import summary
from unres.markup import attribute, escape, escape_start, render
from unres.model import Masthead, MastheadLine, Role, Stated
from unres.pages.changes import CHANGES
from unres.pages.groups import Standing
from unres.pages.prose import Prose
from unres.runs import Link
from unres.symbols import LANGUAGES, Symbol

TO_CITE = "how-to-cite"  # the anchor of the citations, folded below the text


def head(prose: Prose, standing: Standing, history: History | None) -> Iterator[str]:
    """Masthead, title and facts."""
    yield from _masthead(prose, standing)
    yield "/// html | div.facts.ours"
    yield from filter(None, [" · ".join(_facts(prose, standing))])
    yield from _series(prose, history) if history else ()
    yield _official(prose.entry.symbol)
    yield "///"


def _masthead(prose: Prose, standing: Standing) -> Iterator[str]:
    """The head of the publication with number and title as the page's heading."""
    resolution = prose.entry.resolution
    yield "/// html | div.masthead"
    yield "United Nations\n{ .un .ours }"
    yield f"{escape(resolution.symbol)}\n{{ .symbol .ours }}"
    for line in resolution.masthead.lines:
        words = render(line.text, _links(prose, line, standing), lambda call: prose.call(call, "title"))
        if line.role is Role.REPORT:  # its words are in italics, its brackets are not
            words = re.sub(r"^\\\[|\\\]$", r'<span class="upright">\g<0></span>', words)
        yield f"{escape_start(words)}\n{{ .{line.role} }}"
    yield "///"
    number = f'<span class="number">{escape(resolution.masthead.number)}.</span>'
    title = prose.words(resolution.masthead.title, "title")
    yield f"# {number} {title} {{ #title data-toc-label={attribute(naming.full(resolution))} }}"


def _links(prose: Prose, line: MastheadLine, standing: Standing) -> Iterator[Link]:
    """The links of a line of the masthead, on exactly the words that name what they lead to."""
    words = line.text.plain
    if line.role is Role.SESSION and _is_sure(prose.entry.resolution.masthead):
        yield Link(0, len(words), _to(prose, standing.session_page), ".list")
    elif line.role is Role.AGENDA:
        yield Link(0, len(words), _to(prose, standing.subject_page), ".list")
    elif line.role is Role.REPORT:
        if standing.committee_page and (found := naming.committee_in(words)):
            yield Link(*found, _to(prose, standing.committee_page), ".list")
        for reference in find_in_text(words).references:
            url = official_address(reference)
            yield prose.link(reference.start, reference.end, reference.type, Target(url=url) if url else None)


def _is_sure(masthead: Masthead) -> bool:
    """Whether the session that the words say is the one that the number has."""
    counted = masthead.number.partition("/")[0]
    return masthead.session is None or not counted.isdigit() or int(counted) == masthead.session


def _to(prose: Prose, page: str) -> str:
    """A link to a page, given below the folder of all pages, from the resolution's own."""
    return posixpath.relpath(page, str(prose.entry.symbol))


def _facts(prose: Prose, standing: Standing) -> Iterator[str]:
    """One fact after another, each only where the text says it."""
    resolution = prose.entry.resolution
    masthead = resolution.masthead
    if masthead.adopted:
        yield f"Adopted on {day(masthead.adopted)}"
    if resolution.meeting:
        yield escape(resolution.meeting)
    source = resolution.provenance
    if source.record:
        yield f"record {stated_words(source.record)}"
    if source.vote:
        yield stated_words(source.vote)
    if standing.committee_page:
        yield f"[{escape(naming.committee(resolution))}]({_to(prose, standing.committee_page)})"
    yield from _report(masthead)
    if times := len(prose.entry.cited_in):
        yield f"[Cited in {count(times, 'place')}](references.md#cited-by)"


def _report(masthead: Masthead) -> Iterator[str]:
    """The document that was before the Assembly: a committee's report, or a draft."""
    if masthead.report:
        kind = "draft" if "/L." in masthead.report else "report"
        named = (_document(symbol) for symbol in masthead.report.split(" and "))
        yield f"{kind} {' and '.join(named)}"


def _document(symbol: str) -> str:
    """A document by its symbol, linked where it has an address."""
    address = Symbol(symbol).official
    return f"[{escape(symbol)}]({address}){{ .external }}" if address else escape(symbol)


def stated_words(stated: Stated) -> str:
    """What an editor states, with its source."""
    address = stated.source.startswith("https://")
    source = f"[source]({stated.source}){{ .external }}" if address else _document(stated.source)
    return source if stated.words == stated.source else f"{escape(stated.words)} ({source})"


def _series(prose: Prose, history: History) -> Iterator[str]:
    """The ways to what changed since the one before, or to it, and to the one after."""
    at = [member.symbol for member in history.members].index(prose.entry.symbol)
    ways = [_before(prose, history, history.link)] if history.link else []
    for after in history.members[at + 1 : at + 2]:
        number = escape(after.resolution.masthead.number)
        ways.append(f"the one after it: [{number}]({prose.to(str(after.symbol), Place(''))})")
    if ways:
        words = " · ".join(ways)
        yield words[:1].upper() + words[1:]


def _before(prose: Prose, history: History, link: Predecessor) -> str:
    number = escape(Symbol(link.symbol).number + (f" {link.part}" if link.part else ""))
    evidence = ", ".join(found.value for found in link.evidence)
    perhaps = "perhaps the one before it" if link.doubtful else "the one before it"
    if history.comparison and not link.doubtful:
        return f"[What changed since {number}]({CHANGES}.md): {summary(history.comparison)}"
    if history.comparison:
        return f"{perhaps}: [{number}]({CHANGES}.md) ({evidence})"
    address = prose.to(link.symbol, Place("")) if history.before else Symbol(link.symbol).official
    outside = "" if history.before else "{ .ref .external }"
    return f"{perhaps}: [{number}]({address}){outside} ({evidence})"


def _official(symbol: Symbol) -> str:
    """The way to the citations, and the official document in each language."""
    ways = (f"[{name}]({symbol.url_in(tag)}){{ lang={tag} hreflang={tag} }}" for tag, name in LANGUAGES.items())
    return f"[How to cite](#{TO_CITE}) · Official PDF: {' · '.join(ways)}"
