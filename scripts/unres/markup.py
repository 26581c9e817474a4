"""Printed words as Markdown: escaped, with their styles, footnote calls and links.

In: a ``Text`` and the links that lie on it. Out: one line of Markdown that Python-Markdown renders
back to exactly these words, or HTML, which it leaves as it is. Nothing here knows about pages or files.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from unres.model import Call, Style, Text
from unres.runs import Link, Words, runs

_SPECIAL = re.compile(r"[\\`*_{}\[\]!]")  # an exclamation mark would make an image of the link behind it
# A heading would lose a "#" at its end.
_WRITTEN = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("#", "&#35;"), ("\n", "<br>"))
_START = re.compile(r"(?P<number>\d+)\.(?=\s)|[#+>:=~-]")


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


def render(text: Text, links: Iterable[Link], call: Callable[[Call], str]) -> str:
    """A text as one line of Markdown.

    Args:
        text: the words and what is set on them.
        links: do not overlap.
        call: gives the Markdown of a footnote marker.
    """
    out = ""
    for found in runs(text, links):
        if isinstance(found, Call):
            out += call(found)
            continue
        out += _link_start(found.link)
        for words in found.words:
            out += _styled(words, after=out[-1:])
        out += _link_end(found.link)
    return out


def to_html(text: Text, links: Iterable[Link] = ()) -> str:
    """A text as HTML, with its styles, the numbers of its notes, and links.

    >>> from unres.model import Mark
    >>> to_html(Text("Notes oil & ice", (Mark(0, 5, Style.ITALIC),), (Call(9, "1"),)))
    '<em>Notes</em> oil<sup>1</sup> &amp; ice'
    """
    out = []
    for found in runs(text, links):
        if isinstance(found, Call):
            out.append(f"<sup>{html.escape(found.number)}</sup>")
        else:
            words = "".join(map(_tagged, found.words))
            out.append(f'<a class="ref" href="{html.escape(found.link.href)}">{words}</a>' if found.link else words)
    return "".join(out)


def _tagged(words: Words) -> str:
    out = html.escape(words.plain, quote=False).replace("\n", "<br>")
    for style, tag in {Style.ITALIC: "em", **_TAGS}.items():
        if style in words.styles:
            out = f"<{tag}>{out}</{tag}>"
    return out


def _link_start(link: Link | None) -> str:
    if link is None:
        return ""
    return "[" if link.href else "<span>"


def _link_end(link: Link | None) -> str:
    if link is None:
        return ""
    if not link.href:
        return "</span>"
    return f"]({link.href})" + (f"{{ {link.attributes} }}" if link.attributes else "")


_TAGS = {Style.BOLD: "strong", Style.SUPERSCRIPT: "sup", Style.SUBSCRIPT: "sub"}


def _styled(words: Words, after: str) -> str:
    """Words in their styles; ``after`` is the character before them, since two runs of ``*`` would merge."""
    plain, styles = words.plain, words.styles
    bare = plain.strip()
    if not bare or not styles:
        return escape(plain)
    left, right = plain[: len(plain) - len(plain.lstrip())], plain[len(plain.rstrip()) :]
    inner = escape(bare)
    if Style.ITALIC in styles:
        inner = f"<em>{inner}</em>" if after == "*" and not left else f"*{inner}*"
    for style, tag in _TAGS.items():
        if style in styles:
            inner = f"<{tag}>{inner}</{tag}>"
    return escape(left) + inner + escape(right)
