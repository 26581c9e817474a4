"""The references of a text: which documents it names, with the words that name them.

In: a ``Resolution`` or plain text. Out: ``Reference`` values with their spans in the untouched text, and
``Doubt`` values where the words do not decide. See ``kinds.toml`` for what is recognised.
"""

from unres.citations.find import find, find_in_passages, find_in_text
from unres.citations.model import Doubt, Findings, Passage, Reference, Type, official_address

__all__ = [
    "Doubt",
    "Findings",
    "Passage",
    "Reference",
    "Type",
    "find",
    "find_in_passages",
    "find_in_text",
    "official_address",
]
