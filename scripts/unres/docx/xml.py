"""Elements of WordprocessingML, made by the standard library so that no word can be taken for markup.

Names carry their prefix, which the root of each part declares: so the library has no namespaces to look up, which
would take a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no XML document can hold them


def w(tag: str, children: Iterable[Element] = (), **attributes: str) -> Element:
    """An element: ``w("pStyle", val="Note")`` is ``<w:pStyle w:val="Note"/>``."""
    element = Element(f"w:{tag}", {f"w:{name}": value for name, value in attributes.items()})
    element.extend(children)
    return element


def words(plain: str, *, removed: bool = False) -> list[Element]:
    """Words as the content of a run; a line break of the print stays one."""
    out: list[Element] = []
    for at, line in enumerate(_NOT_XML.sub("\ufffd", plain).split("\n")):
        if at:
            out.append(w("br"))
        if line:
            text = w("delText" if removed else "t")
            text.set("xml:space", "preserve")
            text.text = line
            out.append(text)
    return out


def related(parent: Element, tag: str, identifier: str, **attributes: str) -> Element:
    """A child that names another part of the file."""
    element = SubElement(parent, f"w:{tag}", {f"w:{name}": value for name, value in attributes.items()})
    element.set("r:id", identifier)
    return element


def part(root: Element) -> bytes:
    """An element as a file of its own."""
    root.set("xmlns:w", W)
    root.set("xmlns:r", R)
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + tostring(root, encoding="unicode").encode()
