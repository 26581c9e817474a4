"""unres turns United Nations resolutions into a website, paragraph by paragraph.

The way through is one-directional (README has the picture):
source text -> ``parser`` -> ``model`` -> ``citations`` -> ``resolver`` -> ``pages`` -> MkDocs.
"""

__version__ = "0.1.0"
