"""What is known of finished pages once each was read: what styles can match, what can be linked to, what is linked.

In: pages as HTML. Out: for the style sheet the names that occur, and the links that lead nowhere. A page is read once,
where it was rendered; what was found goes beside it into the cache.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from unres.errors import BuildError
from unres.site.css import Names
from unres.site.policy import scripts_in


def page_tree(data: bytes) -> etree._Element:
    """A page as a tree.

    Raises:
        ValueError: it is empty.
    """
    tree = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    if tree is None:
        raise ValueError("is empty")
    return tree


@dataclass(frozen=True, slots=True)
class Facts:
    """What one page gives to be found by, and what it asks for.

    Attributes:
        names: what a style could match.
        places: what an address of the page can end in.
        asked: the paths in the site that it leads to, each with what its address ends in: ``about/``, ``A/RES/#op8``.
    """

    names: frozenset[str]
    places: frozenset[str]
    asked: frozenset[str]

    def data(self) -> bytes:
        """As bytes to keep."""
        return json.dumps([sorted(self.names), sorted(self.places), sorted(self.asked)]).encode()

    @classmethod
    def of(cls, data: bytes) -> Facts:
        """What ``data`` made."""
        return cls(*map(_shared, json.loads(data)))


def _shared(words: Iterable[str]) -> frozenset[str]:
    """Words that stand on many pages, each held in memory once."""
    return frozenset(map(sys.intern, words))


def facts_of(page: str, tree: etree._Element, script: str, prefix: str = "/") -> Facts:
    """The facts of a page.

    Args:
        page: its path in the site.
        tree: its content.
        script: the one that it may hold.
        prefix: the path below which the site lies on its server, with a slash at both ends.

    Raises:
        BuildError: it holds another script.
    """
    if any(found != script for found in scripts_in(tree)):
        raise BuildError(f"{page}: holds a script of its own, which no browser would run; take it out of the page")
    names = Names()
    names.read_page(tree)
    return Facts(*map(_shared, (names.found, places_of_page(tree), asked_by(page, tree, prefix))))


def places_of_page(tree: etree._Element) -> frozenset[str]:
    """What an address of a page can end in."""
    return frozenset(map(str, tree.xpath("//@id | //a/@name")))


def asked_by(page: str, tree: etree._Element, prefix: str = "/") -> Iterator[str]:
    """The paths in the site that a page leads to, each with what its address ends in."""
    base = prefix + ("" if page == "404.html" else page)
    own = unquote(urlsplit(base).path).removeprefix(prefix).lstrip("/")
    for address in dict.fromkeys(tree.xpath("//@href | //@src | //form/@action")):
        if address.startswith("#"):  # as most do
            yield f"{own}#{unquote(address[1:].strip())}" if address[1:].strip() else own
            continue
        parts = urlsplit(address.strip())
        if parts.scheme or parts.netloc:
            continue
        path = unquote(urlsplit(urljoin(base, address.strip())).path).removeprefix(prefix).lstrip("/")
        yield f"{path}#{unquote(parts.fragment)}" if parts.fragment else path


@dataclass(slots=True)
class Gathered:
    """The facts of many pages together.

    Attributes:
        names: what a style could match on any of them.
        places: of each page, what its address can end in.
        asked: what they lead to, each with the first page that does.
    """

    names: set[str] = field(default_factory=set)
    places: dict[str, frozenset[str]] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)

    def add(self, page: str, facts: Facts) -> None:
        """Takes in a page."""
        self.names |= facts.names
        self.places[page] = facts.places
        for address in facts.asked:
            self.asked.setdefault(address, page)

    def merge(self, other: Gathered) -> None:
        """Takes in other pages."""
        self.names |= other.names
        self.places |= other.places
        for address, page in other.asked.items():
            self.asked.setdefault(address, page)

    def unsettled(self) -> Gathered:
        """What leads to no page that was read or to no place of it, with the places of those pages alone."""
        asked = {address: page for address, page in self.asked.items() if self._is_dead(address, self.places)}
        targets = {self._target(address.partition("#")[0], self.places) for address in asked} & self.places.keys()
        return Gathered(places={page: self.places[page] for page in targets}, asked=asked)

    def data(self) -> bytes:
        """As bytes to keep."""
        places = {page: sorted(places) for page, places in self.places.items()}
        return zlib.compress(json.dumps([sorted(self.names), places, self.asked]).encode(), 1)

    @classmethod
    def of(cls, data: bytes) -> Gathered:
        """What ``data`` made.

        Raises:
            ValueError, TypeError, AttributeError, zlib.error: of something else.
        """
        names, places, asked = json.loads(zlib.decompress(data))
        return cls(set(names), {page: frozenset(some) for page, some in places.items()}, dict(asked))

    def dead(self, files: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The pages that lead to no file, or to a place that its page does not have, each with what is to be said."""
        there = frozenset(files)
        for address, page in sorted(item for item in self.asked.items() if self._is_dead(item[0], there)):
            path = address.partition("#")[0]
            if self._target(path, there):
                yield page, f"leads to {address}, but the page has no such place"
            else:
                yield page, f"leads to {path or '/'}, which is not there"

    def _is_dead(self, address: str, there: Container[str]) -> bool:
        path, _, place = address.partition("#")
        target = self._target(path, there)
        return not target or (place != "" and target in self.places and place not in self.places[target])

    @staticmethod
    def _target(path: str, there: Container[str]) -> str:
        """The file that an address leads to; empty if there is none."""
        if path in there:
            return path
        index = f"{path}/index.html".replace("//", "/").lstrip("/")
        return index if index in there else ""
