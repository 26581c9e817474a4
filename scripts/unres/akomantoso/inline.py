"""Printed words as the inline content of Akoma Ntoso: styles, references, footnotes, line breaks.

In: ``Text`` values with what is known of their references and notes. Out: XML whose text is these words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape as _escape
from xml.sax.saxutils import quoteattr

from unres.model import Call, Style, Text
from unres.runs import Link, Words, runs

# What XML 1.0 has no way to write, not even escaped (Char, section 2.2)
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAGS = {Style.ITALIC: "i", Style.BOLD: "b", Style.SUPERSCRIPT: "sup", Style.SUBSCRIPT: "sub"}


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


def inline(text: Text, links: Iterable[Link], call: Callable[[Call], str]) -> str:
    """A text as inline content.

    Args:
        text: the words and what is set on them.
        links: what its references lead to; they do not overlap.
        call: writes a footnote marker.
    """
    out = []
    for found in runs(text, links):
        if isinstance(found, Call):
            out.append(call(found))
        else:
            content = "".join(map(_styled, found.words))
            out.append(element("ref", content, href=found.link.href) if found.link else content)
    return "".join(out)


def _styled(words: Words) -> str:
    """Words in their styles."""
    tags = [tag for style, tag in _TAGS.items() if style in words.styles]
    return "".join([*(f"<{tag}>" for tag in tags), escape(words.plain), *(f"</{tag}>" for tag in reversed(tags))])
