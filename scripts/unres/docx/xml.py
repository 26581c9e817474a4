"""Elements of WordprocessingML as strings. They are made here alone, so that no word can be taken for markup.

``Xml`` is a type of its own: where one is wanted, plain words will not do. A tree of elements to be written in the end
would take twice the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NewType
from xml.sax.saxutils import escape

Xml = NewType("Xml", str)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no XML document can hold them
_QUOTED = {'"': "&quot;"}


def w(tag: str, children: Iterable[Xml] = (), **attributes: str) -> Xml:
    """An element.

    >>> w("pPr", [w("pStyle", val="Note")])
    '<w:pPr><w:pStyle w:val="Note"/></w:pPr>'
    """
    start = f"<w:{tag}{''.join(_attribute(name, value) for name, value in attributes.items())}"
    inside = "".join(children)
    return Xml(f"{start}>{inside}</w:{tag}>" if inside else f"{start}/>")


def _attribute(name: str, value: str, space: str = "w") -> str:
    return f' {space}:{name}="{escape(value, _QUOTED)}"'


def words(plain: str, *, removed: bool = False) -> list[Xml]:
    """Words as the content of a run; a line break of the print stays one.

    >>> words("oil & ice")
    ['<w:t xml:space="preserve">oil &amp; ice</w:t>']
    """
    tag = "w:delText" if removed else "w:t"
    out: list[Xml] = []
    for at, line in enumerate(_NOT_XML.sub("\ufffd", plain).split("\n")):
        if at:
            out.append(w("br"))
        if line:
            out.append(Xml(f'<{tag} xml:space="preserve">{escape(line)}</{tag}>'))
    return out


def related(tag: str, identifier: str, **attributes: str) -> Xml:
    """An element that names another part of the file."""
    values = "".join(_attribute(name, value) for name, value in attributes.items())
    return Xml(f"<w:{tag}{values}{_attribute('id', identifier, 'r')}/>")


def part(tag: str, children: Iterable[Xml]) -> bytes:
    """An element as a file of its own."""
    start = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{tag} xmlns:w="{W}" xmlns:r="{R}">'
    return f"{start}{''.join(children)}</w:{tag}>".encode()
