"""What is new in the collection, as an Atom feed (RFC 4287).

In: a collection. Out: XML. New is what was issued last: the dates are those of the documents, since a
build asks no clock. The name of an entry is made of its symbol alone, so that a move of the site makes
nothing look new.
"""

from __future__ import annotations

import datetime as dt
import uuid
from xml.sax.saxutils import escape, quoteattr

from unres import naming
from unres.collection import Collection, Entry
from unres.exports.address import Base
from unres.exports.citation import AUTHOR

LENGTH = 50  # entries; readers ask for what is new, the index has everything


def to_atom(collection: Collection, base: Base, title: str) -> str:
    """The feed of the resolutions issued last.

    Args:
        collection: all that are held; those without a date of issue are not in the feed.
        base: where the site is.
        title: the site's name.
    """
    dated = [(entry.resolution.masthead.distributed, entry) for entry in collection]
    found = [(date, entry.symbol.sort_key, entry) for date, entry in dated if date]
    newest = sorted(found, key=lambda item: item[:2], reverse=True)[:LENGTH]
    updated = newest[0][0] if newest else dt.date(1945, 10, 24)  # of an empty feed: the United Nations' own first day
    name = uuid.uuid5(uuid.NAMESPACE_URL, base.url or "unres")
    return "".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n',
            f"<title>{escape(title)}</title>\n",
            f"<id>urn:uuid:{name}</id>\n",
            f'<link rel="self" type="application/atom+xml" href={quoteattr(base.full("feed.xml"))}/>\n',
            f'<link rel="alternate" type="text/html" href={quoteattr(base.full("") or "./")}/>\n',
            f"<updated>{_moment(updated)}</updated>\n",
            f"<author><name>{AUTHOR}</name></author>\n",
            *(_entry(entry, date, base) for date, _, entry in newest),
            "</feed>\n",
        ]
    )


def _moment(date: dt.date) -> str:
    return f"{date.isoformat()}T00:00:00Z"


def _entry(entry: Entry, date: dt.date, base: Base) -> str:
    resolution = entry.resolution
    name = uuid.uuid5(uuid.NAMESPACE_URL, entry.symbol.url)
    folder = base.full(f"{entry.symbol}/")
    return "".join(
        [
            f"<entry>\n<title>{escape(naming.full(resolution))}</title>\n<id>urn:uuid:{name}</id>\n",
            f'<link rel="alternate" type="text/html" href={quoteattr(folder)}/>\n',
            f'<link rel="alternate" type="application/json" href={quoteattr(folder + "resolution.json")}/>\n',
            f'<link rel="via" href={quoteattr(entry.symbol.url)}/>\n',
            f"<updated>{_moment(date)}</updated>\n<published>{_moment(date)}</published>\n",
            f"<summary>{escape(naming.description(resolution))}</summary>\n</entry>\n",
        ]
    )
