"""Words of a made page as HTML: escaped signs, entities, italics, links with their attributes, tags within a line.

In: a line of Markdown as ``markup`` and ``pages`` write it. Out: HTML. What only might be markup is none of these forms
and raises ``UnknownFormError``: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

_SIGNS = frozenset("\\`*_{}[]()>#+-.!|")  # a backslash before any of these makes it ordinary
TAGS = "a|b|br|del|em|i|ins|small|span|strong|sub|sup"
_VALUE = r"[^\"<>\\`\[\]!*\n]*"
_ENTITY = r"&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z0-9]+);"
_STEP = r"[^\s()<>\[\]{}\\\"'&*`!]"  # of an address; one with a pair of brackets is common: A/RES/217(III)
_TOKEN = re.compile(
    rf"""
    \\(?P<escaped>.)
    | (?P<whole>{_ENTITY} | </?(?:{TAGS})(?:\s[a-z-]+="{_VALUE}")*> | (?<=\w)_(?=\w))
    | `(?P<code>[\w.,:/ -]+)`(?!`)
    | (?P<open>\[)
    | \]\((?P<href>(?:{_STEP}|\({_STEP}*\))+)\) (?:\{{(?P<attributes>[^{{}}\n]*)\}})?
    | (?P<star>\*\*?)(?!\*)
    """,
    re.VERBOSE,
)
_SIGN = re.compile(r"[\\\[\]*_`!<>&{}]")  # each begins a token, or is none that is known
_PLAIN = rf"(?:[^\"<>\\`\[\]!*_&{{}}\n]|(?<=\w)_(?=\w)|{_ENTITY})"
_ATTRIBUTE = re.compile(
    rf"""\ + (?: \#(?P<id>[\w.:-]+) | \.(?P<class>[\w.:-]+)
    | (?P<name>[a-z][a-z-]*) = (?: "(?P<quoted>{_PLAIN}*)" | (?P<bare>[\w.-]+) ) )""",
    re.VERBOSE,
)
_MARKS = {"*": "em", "**": "strong"}


class UnknownFormError(Exception):
    """There is something in the Markdown of a page that is none of the forms known here."""


def attributes_of(words: str) -> dict[str, str]:
    """The attributes that a list gives, ready to stand in HTML.

    >>> attributes_of(' #op8 .ref .external title="See &#91;a&#93;" ')
    {'id': 'op8', 'class': 'ref external', 'title': 'See &#91;a&#93;'}
    """
    found: dict[str, str] = {}
    at, end = 0, len(words.rstrip(" "))
    while at < end:
        match = _ATTRIBUTE.match(words, at)
        if match is None:
            raise UnknownFormError(words)
        name, value = match["name"] or match.lastgroup or "", match[match.lastgroup or 0]
        if name == "class" and name in found:
            value = f"{found[name]} {value}"
        found[name] = value
        at = match.end()
    return found


def tag(name: str, attributes: Iterable[tuple[str, str]]) -> str:
    """An opening tag, its attributes in the order of the alphabet, as Python-Markdown has them.

    >>> tag("a", [("href", "#fn1"), ("class", "call")])
    '<a class="call" href="#fn1">'
    """
    return "".join([f"<{name}", *(f' {key}="{value}"' for key, value in sorted(attributes)), ">"])


class Inline:
    """Makes HTML of lines, and gathers the ids that it sets."""

    def __init__(self, address: Callable[[str], str]) -> None:
        self._address = address  # from what a link has in Markdown to what it has on the page
        self._known: dict[str, str] = {}
        self.ids: set[str] = set()

    def html(self, words: str) -> str:
        """A line as HTML.

        >>> Inline(str.upper).html(r"*Recalls* [61/168](a.md){ .ref } \\[so\\]")
        '<em>Recalls</em> <a class="ref" href="A.MD">61/168</a> [so]'
        """
        out: list[str] = []
        open_: list[tuple[str, int]] = []  # what is not closed yet, and where its tag will stand
        last = 0
        for match in _tokens(words):
            if match.start() > last:
                out.append(words[last : match.start()])
            last, kind = match.end(), match.lastgroup
            if kind == "whole":
                out.append(match[0])
            elif kind == "escaped":
                out.append(_escaped(match["escaped"]))
            elif kind == "code":
                out.append(f"<code>{match['code'].strip()}</code>")
            elif kind == "star":
                self._star(match, out, open_)
            elif kind in ("href", "attributes"):
                self._link(match, out, open_)
            elif kind == "open" and all(mark != "a" for mark, _ in open_):
                open_.append(("a", len(out)))
                out.append("")
            else:
                raise UnknownFormError(words)
        if open_:
            raise UnknownFormError(words)
        out.append(words[last:])
        return "".join(out)

    def _link(self, match: re.Match[str], out: list[str], open_: list[tuple[str, int]]) -> None:
        """Closes a link."""
        if not open_ or open_[-1][0] != "a":
            raise UnknownFormError(match[0])
        _, at = open_.pop()
        href = match["href"]
        attributes = attributes_of(match["attributes"] or "")
        if (known := self._known.get(href)) is None:
            known = self._known[href] = self._address(href)
        if "id" in attributes:
            self.ids.add(attributes["id"])
        out[at] = tag("a", [*attributes.items(), ("href", known)])
        out.append("</a>")

    def _star(self, match: re.Match[str], out: list[str], open_: list[tuple[str, int]]) -> None:
        """Opens italics or bold, or closes them; the two within one another are not known here."""
        mark, words, (start, end) = match["star"], match.string, match.span()
        if open_ and open_[-1][0] == mark:
            if words[start - 1].isspace() or words[start - 1] == "*":
                raise UnknownFormError(words)
            open_.pop()
            out.append(f"</{_MARKS[mark]}>")
        else:
            starts = end < len(words) and not words[end].isspace()
            if not starts or any(other != "a" for other, _ in open_):
                raise UnknownFormError(words)
            open_.append((mark, len(out)))
            out.append(f"<{_MARKS[mark]}>")


def _tokens(words: str) -> Iterator[re.Match[str]]:
    """What is no plain word."""
    at = 0
    while sign := _SIGN.search(words, at):
        match = _TOKEN.match(words, sign.start())
        if match is None:
            raise UnknownFormError(words)
        yield match
        at = match.end()


def _escaped(sign: str) -> str:
    if sign not in _SIGNS:
        raise UnknownFormError(sign)
    return "&gt;" if sign == ">" else sign
