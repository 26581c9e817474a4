"""Printed words as Markdown: escaped, with their styles, footnote calls and links.

In: a ``Text`` and the links that lie on it. Out: one line of Markdown that Python-Markdown renders
back to exactly these words. Nothing here knows about pages or files.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from unres.model import Call, Mark, Style, Text

_SPECIAL = re.compile(r"[\\`*_{}\[\]]")
# A heading would lose a "#" at its end.
_WRITTEN = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("#", "&#35;"), ("\n", "<br>"))
_START = re.compile(r"(?P<number>\d+)\.(?=\s)|[#+>:=~-]")


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a stretch of a text: offsets into its plain words, end excluded.

    Attributes:
        href: where it leads; empty marks a reference that has no address.
        attributes: what stands in braces after it, without the braces.
    """

    start: int
    end: int
    href: str
    attributes: str = ""


def escape(words: str) -> str:
    """Words with every sign that Markdown or HTML would read as markup made ordinary."""
    words = _SPECIAL.sub(lambda sign: "\\" + sign[0], words)
    for sign, written in _WRITTEN:
        words = words.replace(sign, written)
    return words


def escape_start(line: str) -> str:
    """A line of Markdown whose first characters cannot be read as a list, heading or block."""
    found = _START.match(line)
    if found and found["number"]:
        return f"{found['number']}\\.{line[found.end() :]}"
    if found:
        return f"&#{ord(line[0])};{line[1:]}"
    return f"&#47;{line[1:]}" if line.startswith("///") else line


def attribute(words: str) -> str:
    """Words as the quoted value of an attribute list, in which signs of Markdown would still be read."""
    quoted = html.escape(re.sub(r"\s+", " ", words), quote=True)
    return '"' + _SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};", quoted) + '"'


def render(text: Text, links: Iterable[Link] = (), call: Callable[[Call], str] | None = None) -> str:
    """A text as one line of Markdown.

    Args:
        text: the words and what is set on them.
        links: do not overlap.
        call: gives the Markdown of a footnote marker; without it markers are left out.
    """
    ordered = sorted(links, key=lambda link: link.start)
    cuts = {0, len(text.plain)}
    cuts |= {edge for mark in text.marks for edge in (mark.start, mark.end)}
    cuts |= {edge for link in ordered for edge in (link.start, link.end)}
    cuts |= {marker.at for marker in text.calls}
    edges = sorted(cuts)
    markers = _by_place(text.calls)
    out: list[str] = []
    waiting = iter([*ordered, None])
    link = next(waiting)
    marks = sorted(text.marks, key=lambda mark: mark.start, reverse=True)  # those to come
    open_marks: list[Mark] = []
    for start, end in pairwise(edges):
        while marks and marks[-1].start <= start:
            open_marks.append(marks.pop())
        open_marks = [mark for mark in open_marks if mark.end > start]
        styles = {mark.style for mark in open_marks}
        while link and link.end <= start:
            out.append(_link_end(link))
            link = next(waiting)
        called = _called(markers.pop(start, ()), call)
        if called and link and link.start < start:  # links cannot nest: this one goes on after the marker
            called = [_link_end(link), *called, _link_start(link)]
        out += called
        if link and link.start == start:
            out.append(_link_start(link))
        out.append(_styled(text.plain[start:end], styles, after=out[-1][-1:] if out else ""))
    if link:
        out.append(_link_end(link))
    for at in sorted(markers):
        out += _called(markers[at], call)
    return "".join(out)


def _by_place(calls: Sequence[Call]) -> dict[int, list[Call]]:
    places: dict[int, list[Call]] = {}
    for marker in calls:
        places.setdefault(marker.at, []).append(marker)
    return places


def _called(markers: Iterable[Call], call: Callable[[Call], str] | None) -> list[str]:
    return [call(marker) for marker in markers] if call else []


def _link_start(link: Link) -> str:
    return "[" if link.href else "<span>"


def _link_end(link: Link) -> str:
    if not link.href:
        return "</span>"
    return f"]({link.href})" + (f"{{ {link.attributes} }}" if link.attributes else "")


_TAGS = {Style.BOLD: "strong", Style.SUPERSCRIPT: "sup", Style.SUBSCRIPT: "sub"}


def _styled(words: str, styles: set[Style], after: str) -> str:
    """A stretch of words in its styles; ``after`` is the character before it, since two runs of ``*`` would merge."""
    bare = words.strip()
    if not bare or not styles:
        return escape(words)
    left, right = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    inner = escape(bare)
    if Style.ITALIC in styles:
        inner = f"<em>{inner}</em>" if after == "*" and not left else f"*{inner}*"
    for style, tag in _TAGS.items():
        if style in styles:
            inner = f"<{tag}>{inner}</{tag}>"
    return escape(left) + inner + escape(right)
