"""unres turns United Nations resolutions into a website, paragraph by paragraph.

The way through is one-directional, one folder a stage (README has the picture):
source text -> ``text`` -> model -> ``citations`` -> ``collection`` -> ``pages`` -> ``site``.
"""

__version__ = "0.1.0"
