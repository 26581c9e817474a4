"""How a resolution, and each place in it, is cited in the styles that readers need.

In: entries of the collection. Out: citations. The styles are CSL files, which a CSL processor renders; the
words for a place in a resolution are data. Nothing here knows about pages.
"""

from .pinpoints import pinpoint
from .styles import FORMS, CitationForm, Citations, cite, number_with_part

__all__ = ["FORMS", "CitationForm", "Citations", "cite", "number_with_part", "pinpoint"]
