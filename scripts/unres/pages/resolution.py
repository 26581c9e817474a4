"""A resolution as Markdown pages: overview, preamble, operative, annexes, footnotes and the whole text.

In: entries of the collection. Out: ``Page`` values, path and Markdown; ``site`` writes them. A page can
be read on disk as it is, and its links point at Markdown files, so that MkDocs checks them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from unres import naming
from unres.cite import FORMS, CitationForm, cite
from unres.collection import Entry
from unres.compare import History
from unres.exports import FORMATS
from unres.markup import escape
from unres.model import Block, Heading, Kind, Paragraph, Resolution
from unres.pages.changes import CHANGES, before_it, changes_page
from unres.pages.page import Page, front_matter
from unres.pages.prose import TEXT, Prose
from unres.pages.provenance import provenance
from unres.pages.references import REFERENCES, reference_page
from unres.pages.series import SERIES, series_page

OVERVIEW, FOOTNOTES = "index", "footnotes"
_TITLES = {OVERVIEW: "Overview", "operative": "Operative paragraphs", TEXT: "Full text"}


def title_of(page: str) -> str:
    """A page's name in the navigation: ``Operative paragraphs``, ``Annex 2``."""
    return _TITLES.get(page) or page.replace("-", " ").capitalize()


def names_of(resolution: Resolution, history: History | None = None) -> list[str]:
    """The names of a resolution's pages in reading order."""
    changes = [CHANGES] if history and history.comparison else []
    changes += [SERIES] if history and len(history.members) > 1 else []
    names = dict.fromkeys(block.page for block in resolution.blocks)
    return [OVERVIEW, *names, *([FOOTNOTES] if resolution.footnotes else []), REFERENCES, *changes, TEXT]


def pages_of(entry: Entry, history: History | None = None) -> Iterator[Page]:
    """Every page of one resolution; its history tells what came before."""
    resolution = entry.resolution
    names = names_of(resolution, history)
    for name in names:
        prose = Prose(entry, name)
        body = "\n\n".join(_body(name, resolution, prose, history))
        yield Page(f"{entry.symbol}/{name}.md", f"{_front_matter(entry, name, names)}{body}\n")


def _body(name: str, resolution: Resolution, prose: Prose, history: History | None) -> Iterator[str]:
    if name in (OVERVIEW, TEXT):
        yield from prose.masthead()
    else:
        # The document's own heading of an annex follows, and is the one to be seen.
        annex = name.startswith("annex")
        of = f" to resolution {escape(resolution.masthead.number)}" if annex else ""
        yield f"# {title_of(name)}{of} {{ .ours{' .context' if annex else ''} }}"
    if name not in (TEXT, FOOTNOTES, REFERENCES, CHANGES, SERIES):
        yield from _cited(prose)
    if name == OVERVIEW:
        yield from before_it(prose, history) if history else ()
        yield from _overview(prose.entry)
    elif name == REFERENCES:
        yield from reference_page(prose)
    elif name == CHANGES and history:
        yield from changes_page(prose, history)
    elif name == SERIES and history:
        yield from series_page(prose, history)
    elif name != FOOTNOTES:
        yield from prose.blocks(block for block in resolution.blocks if name in (TEXT, block.page))
    if name in (FOOTNOTES, TEXT) and resolution.footnotes:
        if name == TEXT:
            yield "## Footnotes { .ours }"
        yield from prose.footnotes()


def _cited(prose: Prose) -> Iterator[str]:
    """How often the collection cites the resolution or a paragraph of it, and the way to where."""
    if times := len(prose.entry.cited_in):
        count = f"{times:,} place{'' if times == 1 else 's'}"
        yield f"[Cited in {count} of this collection](references.md#cited-by)\n{{ .cited .ours }}"


def _front_matter(entry: Entry, name: str, names: Sequence[str]) -> str:
    resolution = entry.resolution
    title = naming.full(resolution) if name == OVERVIEW else f"{resolution.masthead.number} · {title_of(name)}"
    meta: dict[str, object] = {
        "title": html.escape(title),  # the theme puts both into its pages as HTML
        "description": html.escape(naming.description(resolution, "" if name == OVERVIEW else title_of(name))),
        "resolution": {
            "symbol": resolution.symbol,
            "official": entry.symbol.url,
            "number": resolution.masthead.number,
            "title": resolution.masthead.title.plain,
            "language": resolution.provenance.language,
            "adopted": resolution.masthead.adopted.isoformat() if resolution.masthead.adopted else "",
            "issued": resolution.masthead.distributed.isoformat() if resolution.masthead.distributed else "",
            "page": name,
            "pages": [{"name": name, "title": title_of(name)} for name in names],
        },
    }
    if name == TEXT:
        meta["canonical"] = f"{entry.symbol}/"
    return front_matter(meta)


def _overview(entry: Entry) -> Iterator[str]:
    """What the resolution holds, how to cite it and where the text comes from."""
    resolution = entry.resolution
    yield "//// html | div.ours"
    yield from contents(resolution)
    yield "## How to cite"
    yield from _citations(entry)
    yield "## Downloads"
    yield downloads()
    yield "## Where this text comes from"
    yield from provenance(entry)
    yield "////"


def contents(resolution: Resolution, folder: str = "") -> Iterator[str]:
    """Lists of the paragraphs, page by page, by number and first words; ``folder`` is where the pages lie from here."""
    for page in dict.fromkeys(block.page for block in resolution.blocks):
        yield f"## [{title_of(page)}]({folder}{page}.md)"
        yield "/// html | div.contents"
        yield "\n".join(row for block in resolution.blocks if block.page == page for row in _row(block, folder))
        yield "///"


def _row(block: Block, folder: str) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"- [{escape(block.text.plain)}]({folder}{block.page}.md#{block.anchor}){{ .heading }}"
    elif isinstance(block, Paragraph) and naming.has_badge(block):
        words = naming.first_words(block)
        lead = f"*{escape(block.lead)}*" if block.lead and words.startswith(block.lead) else ""
        words = lead + escape(words[len(block.lead) :] if lead else words)
        yield f"- [<span>{naming.badge(block)}</span> <span>{words}</span>]({folder}{block.page}.md#{block.anchor})"


def _citations(entry: Entry) -> Iterator[str]:
    """The citations of the resolution and, as an example, of its first operative paragraph, in each style."""
    forms = cite(entry)
    yield "The resolution:"
    yield _styles(forms.whole, lambda form: form.style != "apa" or form.listed)
    sample = next((block for block in entry.resolution.paragraphs if block.kind is Kind.OPERATIVE), None)
    if sample:
        yield f"One paragraph, here the first operative one, whose address ends in `{sample.page}/#{sample.anchor}`:"
        yield _styles(cite(entry, sample.name.part).of(sample.name), lambda form: not form.listed)


def _styles(citations: Iterable[str], shown: Callable[[CitationForm], bool]) -> str:
    rows = zip(FORMS, citations, strict=True)
    return "\n".join(f"- {form.name}: {_markdown(citation)}" for form, citation in rows if shown(form))


def _markdown(citation: str) -> str:
    """The HTML of a citation, which has italics at most, as Markdown."""
    pieces = re.split(r"(</?i>)", citation)
    return "".join("*" if piece in ("<i>", "</i>") else escape(html.unescape(piece)) for piece in pieces)


def downloads() -> str:
    """Links to the files beside the page, in HTML: they are written after MkDocs, which would miss them."""
    links = (f'- <a href="{form.file}" type="{form.kind}">{form.title}</a>: {form.use}' for form in FORMATS)
    return "\n".join(links)
