"""Elements made as values and written once: no word can be taken for markup, since words and elements differ in type.

In: names, words and elements. Out: elements of the standard library, and their text. What a word needs to stand in
XML is known here alone.

>>> written(element("p", "1 < 2\\n", element("i", "& so"), class_="sum"))
'<p class="sum">1 &lt; 2<br/><i>&amp; so</i></p>'
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement
from xml.sax.saxutils import XMLGenerator

Content = str | Element

# What XML 1.0 has no way to write, not even escaped (Char, section 2.2)
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, /, *content: Content, **attributes: str) -> Element:
    """An element.

    Args:
        name: its name.
        content: words and elements in order; a line break in words is an element.
        attributes: those without a value are left out, and an underscore at the end of a name too.
    """
    out = Element(name, {key.rstrip("_"): _writable(value) for key, value in attributes.items() if value})
    for piece in content:
        if isinstance(piece, Element):
            out.append(piece)
        else:
            first, *lines = _writable(piece).split("\n")
            _say(out, first)
            for line in lines:
                SubElement(out, "br").tail = line
    return out


def lined(elements: Iterable[Element]) -> list[Element]:
    """Elements each of which is to stand on a line of its own."""
    found = list(elements)
    for each in found[:-1]:
        each.tail = "\n"
    return found


def apart(outer: Element) -> Element:
    """An element whose content stands on lines of its own, between its tags."""
    outer.text = outer[-1].tail = "\n"
    return outer


def written(root: Element) -> str:
    """An element as text. ElementTree itself would write ``<br />``, and older files have ``<br/>``."""
    out = io.StringIO()
    _write(root, XMLGenerator(out, "utf-8", short_empty_elements=True))
    return out.getvalue()


def _write(found: Element, out: XMLGenerator) -> None:
    out.startElement(found.tag, found.attrib)  # type: ignore[arg-type]  # a dictionary does for what is asked of it
    if found.text:
        out.characters(found.text)
    for child in found:
        _write(child, out)
        if child.tail:
            out.characters(child.tail)
    out.endElement(found.tag)


def _say(found: Element, words: str) -> None:
    """Adds words at the end of what an element holds so far."""
    if len(found):
        found[-1].tail = (found[-1].tail or "") + words
    else:
        found.text = (found.text or "") + words


def _writable(words: str) -> str:
    return _FORBIDDEN.sub("\ufffd", words)
