"""Headings of a made page: their anchors, the link of each to itself, and their lines in the table of contents.

In: headings between blocks of HTML. Out: them as HTML too, and the lines. An anchor that is not given is made of the
words, as Python-Markdown makes it, once all that are given are known.
"""

from __future__ import annotations

import html
from dataclasses import dataclass

from markdown.extensions.toc import escape_cdata, slugify, strip_tags, unique

from unres.site.made.inline import tag


@dataclass(frozen=True, slots=True)
class TocLine:
    """A heading as the table of contents has it."""

    level: int
    anchor: str
    name: str


@dataclass(slots=True)
class Title:
    """A heading that is not written yet: its words as HTML, its attributes by name."""

    level: int
    words: str
    attributes: dict[str, str]


def write_headings(out: list[str | Title], ids: set[str], permalink: str, depth: int) -> list[TocLine]:
    """Writes the headings among the blocks of a page.

    Args:
        out: the blocks; each heading is replaced by its HTML.
        ids: those that the page has; more are added.
        permalink: what the link of each heading says.
        depth: the level of the lowest heading in the table of contents.

    >>> blocks = [Title(2, "Notes", {}), "<p>a</p>"]
    >>> write_headings(blocks, {"notes"}, "Copy", 4)
    [TocLine(level=2, anchor='notes_1', name='Notes')]
    >>> blocks[0].strip()
    '<h2 id="notes_1">Notes<a class="headerlink" href="#notes_1">Copy</a></h2>'
    """
    said = html.escape(permalink)
    lines, counters = [], dict[str, int]()
    for at, block in enumerate(out):
        if isinstance(block, str):
            continue
        name, attributes = strip_tags(block.words), block.attributes
        if "id" not in attributes:
            attributes["id"] = unique(slugify(html.unescape(name), "-"), ids, counters)
        anchor = attributes["id"]
        if label := attributes.pop("data-toc-label", ""):
            name = escape_cdata(strip_tags(label))
        if block.level <= depth:
            lines.append(TocLine(block.level, anchor, name))
        link = tag("a", [("class", "headerlink"), ("href", f"#{anchor}")])
        out[at] = f"{tag(f'h{block.level}', attributes.items())}{block.words}{link}{said}</a></h{block.level}>\n"
    return lines
