"""A resolution in Akoma Ntoso 3.0 by the United Nations' own profile, AKN4UN.

In: a resolution, and what its references lead to. Out: XML, valid against the schema of the OASIS standard,
whose text is word for word the source's. docs/data.md says which element stands for what.
"""

from .document import document, eids_of
from .names import portion_iri, work_iri

__all__ = ["document", "eids_of", "portion_iri", "work_iri"]
