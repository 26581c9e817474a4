"""Who cites a document, resolution by resolution: the title at once, on opening the places and their words.

In: a document that is cited, and the resolutions that cite it. Out: Markdown blocks. The words are an excerpt of the
citing paragraph around the reference; of a bare note, of the paragraph that calls it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from unres import naming
from unres.collection import Citation, Entry
from unres.collection.cited import CitingPlace
from unres.errors import count
from unres.markup import escape

BEFORE, AFTER = 120, 80  # characters of an excerpt on each side of the reference


def citing(
    source: Entry,
    mentions: Sequence[CitingPlace],
    folder: str,
    before: str = "",
    anchor: str = "",
    parts: Mapping[Citation, str] = MappingProxyType({}),
) -> Iterator[str]:
    """A resolution that cites, folded, for a page in a folder below docs/.

    Args:
        source: the resolution.
        mentions: its places, in reading order.
        folder: where the page lies.
        before: what is said before the number.
        anchor: what leads to it; empty where nothing does.
        parts: what is said of a place before its words, as Markdown.
    """
    head = source.resolution.masthead
    to = posixpath.relpath(f"{source.symbol}/index.md", folder)
    times = f" <small>{count(len(mentions), 'place')}</small>" if len(mentions) > 1 else ""
    yield f"//// html | details.citing{f'#{anchor}' if anchor else ''}"
    yield f"/// html | summary\n{before}**{escape(head.number)}** {escape(head.title.plain)}{times}\n///"
    yield "\n".join(
        f"- {_place(mention, to)}{parts.get(mention.citation, '')}: {excerpt(mention)}" for mention in mentions
    )
    yield "////"


def _place(mention: CitingPlace, to: str) -> str:
    name = naming.spoken_label(mention.citation.label)
    return f"[{escape(name)}]({to}{mention.citation.place.address})"


def excerpt(mention: CitingPlace) -> str:
    """The words around a reference as Markdown, the reference itself in bold.

    >>> from unres.collection import Citation, Place
    >>> excerpt(CitingPlace(Citation("A/RES/99/7", "99/7", "1", Place("")), "Recalls resolution 61/168 on oil", 8, 25))
    'Recalls **resolution 61/168** on oil'
    """
    before, after = mention.text[: mention.start], mention.text[mention.end :]
    cited = " ".join(mention.text[mention.start : mention.end].split())
    if len(before) > BEFORE:
        before = "… " + before[-BEFORE:].partition(" ")[2]
    if len(after) > AFTER:
        after = after[:AFTER].rpartition(" ")[0] + " …"
    shown = f"**{escape(cited)}**" if cited else ""
    return _plain(before) + shown + _plain(after)


def _plain(words: str) -> str:
    return escape(re.sub(r"\s+", " ", words))
