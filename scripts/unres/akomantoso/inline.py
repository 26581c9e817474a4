"""Printed words as the inline content of Akoma Ntoso: styles, references, footnotes, line breaks.

In: ``Text`` values with what is known of their references and notes. Out: words and elements, whose text is these
words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from unres.akomantoso.elements import Content, element
from unres.model import Call, Style, Text
from unres.runs import Link, Words, runs

_TAGS = {Style.SUBSCRIPT: "sub", Style.SUPERSCRIPT: "sup", Style.BOLD: "b", Style.ITALIC: "i"}  # from the innermost


def inline(text: Text, links: Iterable[Link], call: Callable[[Call], Element]) -> Iterator[Content]:
    """A text as inline content.

    Args:
        text: the words and what is set on them.
        links: what its references lead to; they do not overlap.
        call: makes a footnote marker.
    """
    for found in runs(text, links):
        if isinstance(found, Call):
            yield call(found)
        elif found.link:
            yield element("ref", *map(_styled, found.words), href=found.link.href)
        else:
            yield from map(_styled, found.words)


def _styled(words: Words) -> Content:
    """Words in their styles."""
    out: Content = words.plain
    for style, tag in _TAGS.items():
        if style in words.styles:
            out = element(tag, out)
    return out
