"""What a resolution's page says of its text: where it comes from, how it was checked, what is in doubt.

In: an entry of the collection. Out: Markdown blocks. Nothing is claimed that the file does not bear out:
a text that somebody has edited since it was compared with the PDF does not say that it matches.
"""

from __future__ import annotations

from collections.abc import Iterator

from unres.collection import Reading
from unres.dates import day
from unres.markup import escape, escape_start
from unres.symbols import Symbol


def provenance(entry: Reading) -> Iterator[str]:
    """The sentences of the section “Where this text comes from”."""
    resolution = entry.resolution
    official = resolution.provenance.source or Symbol(resolution.symbol).url
    yield f"The official document is [{escape(resolution.symbol)} at the United Nations]({official}){{ .external }}."
    yield _comparison(entry)
    doubts = list(_doubts(entry))
    if doubts:
        yield "What is not certain, is not linked, or is a slip of the official document itself:"
        yield "\n".join(f"- {escape_start(escape(doubt[:1].upper() + doubt[1:]))}" for doubt in doubts)
    elif resolution.provenance.checked:
        yield "Nothing in it is in doubt."


def _comparison(entry: Reading) -> str:
    source = entry.resolution.provenance
    dated = entry.resolution.masthead.distributed
    pdf = (f" of {day(dated)}" if dated else "") + (f", SHA-256 `{source.sha256}`" if source.sha256 else "")
    if source.edited:
        return f"The words were taken from the official PDF{pdf}, and have been edited since."
    if source.checked:
        checked = escape_start(escape(source.checked[:1].upper() + source.checked[1:]))
        return f"{checked}{pdf}."
    return "The words stand here as they were received; they have not been compared with the official PDF."


def _doubts(entry: Reading) -> Iterator[str]:
    """What the import doubted, by the page of the PDF, and what the reading does, each once."""
    imported = entry.resolution.provenance.doubts
    yield from imported
    for problem in entry.doubts:
        if not any(doubt.endswith(problem.message) for doubt in imported):
            yield problem.message
