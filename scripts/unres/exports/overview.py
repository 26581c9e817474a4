"""The collection as a whole: ``index.json`` for programs, ``llms.txt`` for language models.

In: a collection. Out: JSON-ready values, and Markdown by https://llmstxt.org.
"""

from __future__ import annotations

from unres import naming
from unres.collection import Collection, Entry
from unres.exports.address import Base
from unres.exports.data import SCHEMA, VERSION, Json


def to_index(collection: Collection, base: Base) -> Json:
    """Every resolution with what tells it from others, sorted as people count, and where its files are."""
    return {
        "version": VERSION,
        "site": base.url,
        "schema": SCHEMA,
        "references": "references.csv",
        "feed": "feed.xml",
        "resolutions": [_item(entry) for entry in collection],
    }


def _item(entry: Entry) -> Json:
    head = entry.resolution.masthead
    return {
        "symbol": str(entry.symbol),
        "number": head.number,
        "title": head.title.plain,
        "session": head.session,
        "adopted": head.adopted.isoformat() if head.adopted else None,
        "distributed": head.distributed.isoformat() if head.distributed else None,
        "url": f"{entry.symbol}/",
        "json": f"{entry.symbol}/resolution.json",
        "official": entry.symbol.url,
        "paragraphs": len(entry.resolution.paragraphs),
        "references": len(entry.references),
        "doubts": len(entry.resolution.provenance.doubts) + len(entry.doubts),
    }


def to_llms(collection: Collection, base: Base, title: str, description: str) -> str:
    """The list of plain Markdown files."""
    lines = "\n".join(
        f"- [{_bare(naming.full(entry.resolution))}]({_address(base.full(f'{entry.symbol}/resolution.md'))})"
        for entry in collection
    )
    return (
        f"# {title}\n\n> {description}\n\n"
        "The words are the United Nations’ own, unchanged; this is not an official site of the United Nations. "
        "Each resolution is one Markdown file. The same place holds resolution.json (paragraphs, footnotes and "
        "references with addresses) and resolution.akn.xml (Akoma Ntoso).\n\n"
        f"## Resolutions\n\n{lines}\n\n"
        f"## Data\n\n- [Index of the collection]({base.full('index.json')})\n"
        f"- [Every reference]({base.full('references.csv')})\n"
        f"- [Schema of resolution.json]({base.full(SCHEMA)})\n"
        f"- [Addresses and formats]({base.full('data/')})\n"
    )


def _bare(words: str) -> str:
    """Words as the text of a Markdown link."""
    return words.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace("\n", " ")


def _address(path: str) -> str:
    """A symbol such as A/RES/217(III) has brackets, which would end the link."""
    return path.replace("(", "%28").replace(")", "%29")
