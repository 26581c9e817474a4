"""Printed words as the inline content of Akoma Ntoso: styles, references, footnotes, line breaks.

In: ``Text`` values with what is known of their references and notes. Out: XML whose text is these words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from xml.sax.saxutils import escape as _escape
from xml.sax.saxutils import quoteattr

from unres.model import Call, Style, Text

# What XML 1.0 has no way to write, not even escaped (Char, section 2.2)
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAGS = {Style.ITALIC: "i", Style.BOLD: "b", Style.SUPERSCRIPT: "sup", Style.SUBSCRIPT: "sub"}

Href = tuple[int, int, str]  # a reference: where its words start and end, and what it leads to


def escape(words: str) -> str:
    """Words as XML text; a line break is an element, and what XML cannot write a replacement character."""
    return _escape(_FORBIDDEN.sub("\ufffd", words)).replace("\n", "<br/>")


def element(name: str, content: str, /, **attributes: str) -> str:
    """An element; attributes without a value are left out, and an underscore at the end of a name too."""
    given = "".join(
        f" {key.rstrip('_')}={quoteattr(_FORBIDDEN.sub(chr(0xFFFD), value))}"
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def inline(text: Text, references: Iterable[Href] = (), call: Callable[[Call], str] | None = None) -> str:
    """A text as inline content.

    Args:
        text: the words and what is set on them.
        references: do not overlap.
        call: writes a footnote marker; without it markers are left out.
    """
    hrefs = sorted(references)
    cuts = {0, len(text.plain)}
    cuts |= {edge for mark in text.marks for edge in (mark.start, mark.end)}
    cuts |= {edge for start, end, _ in hrefs for edge in (start, end)}
    cuts |= {marker.at for marker in text.calls}
    calls = iter([*sorted(text.calls, key=lambda marker: marker.at), None])
    marker = next(calls)
    out: list[str] = []
    inside: list[str] = []  # content of the reference that is open
    waiting = iter([*hrefs, None])
    href = next(waiting)
    for start, end in pairwise(sorted(cuts)):
        while marker and marker.at <= start:
            (inside if href and href[0] < start else out).append(call(marker) if call else "")
            marker = next(calls)
        words = "".join(_styled(text, start, end))
        if not (href and href[0] <= start):
            out.append(words)
            continue
        inside.append(words)
        if href[1] <= end:
            out.append(element("ref", "".join(inside), href=href[2]))
            inside, href = [], next(waiting)
    while marker:
        out.append(call(marker) if call else "")
        marker = next(calls)
    return "".join(out)


def _styled(text: Text, start: int, end: int) -> Iterator[str]:
    """A stretch of words in its styles."""
    styles = [mark.style for mark in text.marks if mark.start <= start and mark.end >= end]
    tags = [tag for style, tag in _TAGS.items() if style in styles]
    yield from (f"<{tag}>" for tag in tags)
    yield escape(text.plain[start:end])
    yield from (f"</{tag}>" for tag in reversed(tags))
