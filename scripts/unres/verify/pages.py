"""A finished page: its words without what is ours, its names, and where its links lead."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

_OURS = " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in ("ours", "headerlink"))


@dataclass(frozen=True, slots=True)
class Links:
    """What a page gives to be found by, and what it asks for.

    Attributes:
        page: its path in the site.
        names: what an address can end in.
        asked: the paths in the site that it leads to, each with what its address ends in.
    """

    page: str
    names: frozenset[str]
    asked: tuple[tuple[str, str], ...]


def read_page(path: Path) -> etree._Element:
    """A page as a tree.

    Raises:
        ValueError: it is empty.
    """
    tree = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    if tree is None:
        raise ValueError("is empty")
    return tree


def words_of_page(tree: etree._Element) -> str:
    """The words of a page's article that are the document's."""
    article = copy.deepcopy(next(tree.iter("article"), tree))
    for element in article.xpath(f".//*[{_OURS}]"):
        parent = element.getparent()
        before = element.getprevious()
        if before is not None:
            before.tail = f"{before.tail or ''} {element.tail or ''}"
        else:
            parent.text = f"{parent.text or ''} {element.tail or ''}"
        parent.remove(element)
    for element in article.iter("br", "p", "sup", "td", "th", "li", "h1", "h2", "h3", "h4", "h5", "h6"):
        element.tail = f" {element.tail or ''}"
    return "".join(article.itertext())


def links_of(path: Path, page: str, prefix: str) -> Links:
    """The names and links of a page.

    Args:
        path: the file.
        page: its path in the site.
        prefix: the path below which the site lies on its server, with a slash at both ends.

    Raises:
        ValueError: it is empty.
    """
    tree = read_page(path)
    names = frozenset(tree.xpath("//@id | //a/@name"))
    base = prefix + ("" if page == "404.html" else page)
    asked = dict.fromkeys(_asked(tree, base, prefix))
    return Links(page, names, tuple(asked))


def _asked(tree: etree._Element, base: str, prefix: str) -> Iterator[tuple[str, str]]:
    for address in tree.xpath("//@href | //@src | //form/@action"):
        parts = urlsplit(address.strip())
        if parts.scheme or parts.netloc:
            continue
        whole = urlsplit(urljoin(base, address.strip()))
        yield unquote(whole.path).removeprefix(prefix).lstrip("/"), unquote(parts.fragment)
