"""Nouns for those who can act.

In: a word. Out: whether it stands for somebody. Known nouns are in ``actors.toml``; another plural is taken for people
where a verb asks them something, unless it is a thing: "platforms" can be asked, "efforts" cannot.
"""

from __future__ import annotations

import re
from functools import lru_cache

from unres.actions.tables import around, heads, things

SHORTEST_STEM = 2
_PLURAL = re.compile(r"[a-z][a-z\u2011-]*[^suiy\W]s")


@lru_cache(maxsize=8192)
def is_actor(word: str) -> bool:
    """Whether a word is a known noun for those who can act; of a compound the last part is.

    >>> [is_actor(word) for word in ("States", "Co\u2011Chairs", "efforts", "platforms")]
    [True, True, False, False]
    """
    own = word.replace("\u2011", "-")
    known = heads("sharing") | heads("alone")
    return (own in known or own.rpartition("-")[2] in known) and own not in things("words")


@lru_cache(maxsize=8192)
def is_thing(word: str) -> bool:
    """Whether a word stands for a thing or a deed: "efforts", "contributions", "the Treaty".

    >>> [is_thing(word) for word in ("efforts", "contributions", "organizations", "Treaty")]
    [True, True, False, True]
    """
    return word.rpartition("-")[2] in things("words") or (_ends_as_a_thing(word) and not is_actor(word))


def _ends_as_a_thing(word: str) -> bool:
    """Whether a noun is made from a verb or an adjective: "partnerships", and not "ships"."""
    return any(word.endswith(end) and len(word) > len(end) + SHORTEST_STEM for end in things("endings"))


@lru_cache(maxsize=8192)
def can_act(word: str) -> bool:
    """Whether a word can stand for somebody who is asked: a known noun, or another plural that is no thing.

    >>> [can_act(word) for word in ("States", "platforms", "efforts", "ratifications", "progress", "States\u2019")]
    [True, True, False, False, False, False]
    """
    return is_actor(word) or (bool(_PLURAL.fullmatch(word)) and not is_thing(word) and word not in around("no_noun"))
