"""A resolution in Akoma Ntoso 3.0 by the United Nations' own profile, AKN4UN.

In: an entry of the collection. Out: XML, valid against the schema of the OASIS standard, whose text is
word for word the source's. docs/data.md says which element stands for what.
"""

from .document import Writing, eids_of, to_akn

__all__ = ["Writing", "eids_of", "to_akn"]
