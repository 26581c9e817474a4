"""A resolution, and the collection, as data that other programs trust.

In: entries of the collection. Out: files in the formats that docs/data.md describes. Nothing here reads
the pages: data and pages come from the same model.
"""

from .address import Base
from .data import to_json
from .files import write_collected, write_files
from .formats import BY_NAME, FORMATS, not_carried
from .restore import from_json

__all__ = ["BY_NAME", "FORMATS", "Base", "from_json", "not_carried", "to_json", "write_collected", "write_files"]
