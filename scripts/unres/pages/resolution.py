"""A resolution as Markdown pages: itself, whole; its parts, from the preamble to the footnotes; references.

In: entries of the collection. Out: ``Page`` values, path and Markdown; ``site`` writes them. A page can
be read on disk as it is, and its links point at Markdown files, so that MkDocs checks them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from unres import naming
from unres.actions import Actions
from unres.cite import FORMS, cite
from unres.collection import Entry
from unres.compare import History
from unres.exports import FORMATS
from unres.insight import About
from unres.markup import escape
from unres.model import Block, Heading, Resolution, Scheme
from unres.pages.actions import action_table
from unres.pages.beside import notes_beside
from unres.pages.changes import CHANGES, changes_page
from unres.pages.groups import Neighbour, Standing
from unres.pages.head import TO_CITE, head, stated_words
from unres.pages.page import Page, front_matter
from unres.pages.prose import FOOTNOTES, WHOLE, Prose
from unres.pages.provenance import provenance
from unres.pages.references import REFERENCES, reference_page
from unres.pages.series import SERIES, series_page

_SHOWN, _NEAR = 60, 12  # pages that a navigation has: of a thousand annexes, a thousand lists of all would be a million
_TITLES = {WHOLE: "Full text", "operative": "Operative paragraphs"}


def titles_of(resolution: Resolution, names: Iterable[str]) -> dict[str, str]:
    """Each page's name in the navigation: ``Operative paragraphs``; of an annex as printed, ``Annex II``."""
    printed: dict[str, str] = {}
    for block in resolution.blocks:
        if isinstance(block, Heading) and block.enumerator.scheme is Scheme.ANNEX:
            numeral = block.enumerator.numeral
            printed.setdefault(block.page, f"Annex {numeral}" if numeral else "")
    return {name: printed.get(name) or _TITLES.get(name) or name.replace("-", " ").capitalize() for name in names}


def _near(name: str, titles: Mapping[str, str]) -> dict[str, str]:
    """The pages that a page's navigation shows: all, unless there are very many; then those near it and the first."""
    if len(titles) <= _SHOWN:
        return dict(titles)
    names = list(titles)
    at = names.index(name)
    shown = {WHOLE, *names[max(0, at - _NEAR) : at + _NEAR + 1]}
    return {name: titles[name] for name in names if name in shown}


def names_of(resolution: Resolution, history: History | None = None) -> list[str]:
    """The names of a resolution's pages in reading order."""
    changes = [CHANGES] if history and history.comparison else []
    changes += [SERIES] if history and len(history.members) > 1 else []
    names = dict.fromkeys(block.page for block in resolution.blocks)
    return [WHOLE, *names, *([FOOTNOTES] if resolution.footnotes else []), REFERENCES, *changes]


def pages_of(entry: Entry, standing: Standing, about: About = About()) -> Iterator[Page]:  # noqa: B008 -- frozen
    """Every page of one resolution, which stands among others, with what the collection knows about it."""
    resolution, history = entry.resolution, about.history
    titles = titles_of(resolution, names_of(resolution, history))
    on_page = {WHOLE: list(resolution.blocks)}
    for block in resolution.blocks:
        on_page.setdefault(block.page, []).append(block)
    repeated = {place.page for place in entry.places.values()}
    for name in titles:
        prose = Prose(entry, name)
        prose.beside = notes_beside(prose, about) if name == WHOLE else {}
        start = head(prose, standing, history) if name == WHOLE else _heading(name, titles[name], resolution)
        end = _folded(entry, about.actions) if name == WHOLE else ()
        body = "\n\n".join([*start, *_body(name, on_page.get(name, ()), prose, about), *end])
        meta = _front_matter(entry, name, _near(name, titles), standing)
        if name in repeated:  # a part repeats what the resolution's own page has
            meta["canonical"] = f"{entry.symbol}/"
        yield Page(f"{entry.symbol}/{name}.md", f"{front_matter(meta)}{body}\n")


def _heading(name: str, title: str, resolution: Resolution) -> Iterator[str]:
    """The heading of a part or of another page, which says of which resolution."""
    number = escape(resolution.masthead.number)
    # The document's own heading of an annex follows, and is the one to be seen.
    annex = name.startswith("annex")
    words = f"{title} to resolution {number}" if annex else f"{number}: {title[0].lower()}{title[1:]}"
    yield f"# {words} {{ .ours{' .context' if annex else ''} }}"


def _body(name: str, blocks: Iterable[Block], prose: Prose, about: About) -> Iterator[str]:
    history = about.history
    if name == REFERENCES:
        yield from reference_page(prose, about.collection, about.cited)
    elif name == CHANGES and history:
        yield from changes_page(prose, history)
    elif name == SERIES and history:
        yield from series_page(prose, history)
    else:
        yield from prose.blocks(blocks)
        notes = list(prose.footnotes())
        if notes and name != FOOTNOTES:
            yield "## Footnotes { .ours }"
        yield from notes


def _front_matter(entry: Entry, name: str, titles: Mapping[str, str], standing: Standing) -> dict[str, object]:
    resolution = entry.resolution
    part = "" if name == WHOLE else titles[name]
    title = f"{resolution.masthead.number} · {part}" if part else naming.full(resolution)
    return {
        "title": html.escape(title),  # the theme puts both into its pages as HTML
        "description": html.escape(naming.description(resolution, part)),
        "resolution": {
            "symbol": resolution.symbol,
            "official": entry.symbol.url,
            "number": resolution.masthead.number,
            "title": resolution.masthead.title.plain,
            "language": resolution.provenance.language,
            "adopted": resolution.masthead.adopted.isoformat() if resolution.masthead.adopted else "",
            "issued": resolution.masthead.distributed.isoformat() if resolution.masthead.distributed else "",
            "page": name,
            "pages": [{"name": name, "title": title} for name, title in titles.items()],
            "session": standing.session,
            "session_page": standing.session_page.removesuffix("index.md"),
            "before": _neighbour(standing.before),
            "after": _neighbour(standing.after),
        },
    }


def _neighbour(neighbour: Neighbour | None) -> dict[str, str]:
    return asdict(neighbour) if neighbour else {}


def _folded(entry: Entry, actions: Actions | None) -> Iterator[str]:
    """Below the text, each folded: who must act, how to cite it, its files, and where the text comes from."""
    yield from _fold("Who must act", action_table(entry, actions)) if actions else ()
    yield from _fold("How to cite", _citations(entry))
    if sponsors := entry.resolution.provenance.sponsors:
        yield from _fold("Sponsors", [stated_words(sponsors)])
    yield from _fold("Downloads", [downloads()])
    yield from _fold("Where this text comes from", provenance(entry))


def _fold(title: str, blocks: Iterable[str]) -> Iterator[str]:
    yield "//// html | details.ours"
    yield f"/// html | summary\n{title}\n///"
    yield from blocks
    yield "////"


def _citations(entry: Entry) -> Iterator[str]:
    """The citation of the resolution in each style."""
    rows = zip(FORMS, cite(entry).whole, strict=True)
    yield f"/// html | div#{TO_CITE}"  # a link to what is folded opens it
    yield "\n".join(f"- {form.name}: {_markdown(words)}" for form, words in rows if form.style != "apa" or form.listed)
    yield "///"


def _markdown(citation: str) -> str:
    """The HTML of a citation, which has italics at most, as Markdown."""
    pieces = re.split(r"(</?i>)", citation)
    return "".join("*" if piece in ("<i>", "</i>") else escape(html.unescape(piece)) for piece in pieces)


def downloads() -> str:
    """Links to the files beside the page, in HTML: they are written after MkDocs, which would miss them."""
    links = (f'- <a href="{form.file}" type="{form.kind}">{form.title}</a>: {form.use}' for form in FORMATS)
    return "\n".join(links)
