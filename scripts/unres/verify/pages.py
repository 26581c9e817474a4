"""A finished page: its words without what is ours."""

from __future__ import annotations

import copy
from pathlib import Path

from lxml import etree

from unres.site.facts import page_tree

_OURS = " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in ("ours", "headerlink"))


def read_page(path: Path) -> etree._Element:
    """A page as a tree.

    Raises:
        ValueError: it is empty.
    """
    return page_tree(path.read_bytes())


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
