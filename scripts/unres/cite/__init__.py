"""How a resolution, and each place in it, is cited in the styles that readers need.

In: entries of the collection. Out: citations. The styles are CSL files, rendered once a resolution by a
CSL processor; the words for a place in it are data. Nothing here knows about pages.
"""

from .pinpoints import written
from .styles import FORMS, CitationForm, Citations, cite, number_with_part

__all__ = ["FORMS", "CitationForm", "Citations", "cite", "number_with_part", "written"]
