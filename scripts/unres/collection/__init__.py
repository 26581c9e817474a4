"""Every resolution that is held, who cites whom, and where each reference leads.

In: source texts. Out: entries, which every writer takes: each reference is resolved, once, before anything is written.
"""

from .checking import check, load_among
from .entry import Citation, Collection, Entry, Place, Reading, Resolved, Target
from .loading import load, load_file, make_reading, source_texts
from .places import places_of
from .resolver import collect

__all__ = [
    "Citation",
    "Collection",
    "Entry",
    "Place",
    "Reading",
    "Resolved",
    "Target",
    "check",
    "collect",
    "load",
    "load_among",
    "load_file",
    "make_reading",
    "places_of",
    "source_texts",
]
