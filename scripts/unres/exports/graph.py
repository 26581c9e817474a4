"""Who cites whom, as one graph: GraphML for programs that draw and count, and a plain table of its edges.

In: a collection. Out: strings. A node is a document that is held or cited; an edge leads from a resolution to a
document that it cites, and says from how many places. GraphML is as its specification has it
(graphml.graphdrawing.org).
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from xml.etree.ElementTree import Element, SubElement, tostring

from unres.citations.titles import full_name
from unres.collection import Collection
from unres.exports.table import defuse

COLUMNS = ("source", "target", "held", "places")
_SPACE = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (("name", "node", "string"), ("held", "node", "boolean"), ("places", "edge", "int"))


def edges_of(collection: Collection) -> dict[tuple[str, str], int]:
    """Who cites whom, each pair once, with the number of places; in the order of the collection."""
    found = Counter(
        (citation.source, document) for document, citations in collection.citations.items() for citation in citations
    )
    order = {symbol: at for at, symbol in enumerate(collection.entries)}
    return dict(sorted(found.items(), key=lambda edge: (order[edge[0][0]], edge[0][1])))


def to_edges(collection: Collection) -> str:
    """The edges as CSV."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for (source, target), places in edges_of(collection).items():
        held = "yes" if target in collection.entries else "no"
        writer.writerow([defuse(cell) for cell in (source, target, held, str(places))])
    return f"\ufeff{out.getvalue()}"


def to_graphml(collection: Collection) -> str:
    """The graph as GraphML."""
    root = Element("graphml", xmlns=_SPACE)
    for name, place, kind in _KEYS:
        SubElement(root, "key", {"id": name, "for": place, "attr.name": name, "attr.type": kind})
    graph = SubElement(root, "graph", id="citations", edgedefault="directed")
    edges = edges_of(collection)
    for symbol in dict.fromkeys([*collection.entries, *(target for _, target in edges)]):
        held = collection.entries.get(symbol)
        title = f": {held.resolution.masthead.title.plain}" if held else ""
        node = SubElement(graph, "node", id=symbol)
        SubElement(node, "data", key="name").text = full_name(symbol) + title
        SubElement(node, "data", key="held").text = "true" if held else "false"
    for (source, target), places in edges.items():
        edge = SubElement(graph, "edge", source=source, target=target)
        SubElement(edge, "data", key="places").text = str(places)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'
