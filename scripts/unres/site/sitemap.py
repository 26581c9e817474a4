"""The sitemap: every page and data file, with the day of its content.

In: the pages that were rendered, and the collection. Out: ``sitemap.xml``, and the same compressed. It is
written here and not from a template, since not every renderer of ``mkdocs.yml`` fills in a template of ours.
The dates are those of the content: a resolution's is the day of its issue, the home page's that of the newest.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from unres.collection import Collection
from unres.exports import FORMATS, Base

FILE = "sitemap.xml"
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_sitemap(collection: Collection, site: Path, base: Base, files: Iterable[str]) -> None:
    """Writes the sitemap of a site of these files; it names nothing where the address of the site is not known."""
    root = ElementTree.Element("urlset", xmlns=_SPACE)
    for path, date in _dated(collection, files) if base.url else ():
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = base.full(path)
        if date:
            ElementTree.SubElement(url, "lastmod").text = date
    data = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    (site / FILE).write_bytes(data)
    # Neither name nor date, and the head as GzipFile writes it in every Python: builds are the same byte for byte
    with (site / f"{FILE}.gz").open("wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
        packed.write(data)


def _dated(collection: Collection, files: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The path of each page and file, and its date where it has one."""
    issued = {str(entry.symbol): entry.resolution.masthead.distributed for entry in collection}
    parts = {place.page for entry in collection for place in entry.places.values() if place.page}
    newest = max((date for date in issued.values() if date), default=None)
    pages = (path.split("/") for path in files)
    for *steps, page in sorted(pages):
        folder = "/".join(steps)
        above, _, name = folder.rpartition("/")
        if page != "index.html":
            continue
        if not folder:
            yield "", f"{newest or ''}"
        elif folder in issued:
            for file in ("", *(form.file for form in FORMATS)):
                yield f"{folder}/{file}", f"{issued[folder] or ''}"
        elif above not in issued:
            yield f"{folder}/", ""
        elif name not in parts:  # the others repeat parts of the resolution
            yield f"{folder}/", f"{issued[above] or ''}"
