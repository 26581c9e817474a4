"""Who is asked: the names behind a verb that asks.

In: the text of a paragraph and a verb in it, with the place where the next verb begins. Out: addressees with their
spans. "Calls upon Member States and, as appropriate, donors in a position to do so, to give" asks two. A pronoun
stands for a name before it in the paragraph. "Stresses that States should" asks nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unres.actions.extents import LONGEST_ARTICLE, end_of, no_verb, start_of
from unres.actions.joints import determined
from unres.actions.lists import names
from unres.actions.model import Addressee
from unres.actions.names import ends_name, named
from unres.actions.pronouns import PRONOUN, meant
from unres.actions.verbs import Verb

_SECOND_GROUP = re.compile(r",\sand\s(?P<name>(?:[\w-]+\s){1,7}?)to\s(?=[a-z])")


def addressees(
    text: str, verb: Verb, end: int, before: Sequence[Addressee], shares: bool = False
) -> tuple[list[Addressee], bool]:
    """Who is asked by a verb, and whether somebody seems to be asked whose name was not understood.

    Args:
        text: of the paragraph.
        verb: the verb.
        end: where its words end, and the next verb begins.
        before: who was asked before in the paragraph, for a pronoun.
        shares: whether the next verb asks too: "urges States, and invites donors, to give" asks both to give.
    """
    start = start_of(text, verb, end)
    if start is None:
        return [], False
    stop, asks = end_of(text, start, end, verb)
    if pronoun := PRONOUN.match(text, start, end):
        found = meant(text, verb.start, pronoun[0], before) if asks else []
        return found, asks and not found
    if not asks and not (shares and stop == end):
        return [], False
    found = names(text, start, stop)
    if not found or (not asks and found[0].start - start > LONGEST_ARTICLE):
        return [], False
    return [*found, *_second_group(text, stop, end)], False


def _second_group(text: str, stop: int, end: int) -> Iterator[Addressee]:
    """A second group with its own request: "…, and States parties to consider", not "…, and keeping boats to go"."""
    for match in _SECOND_GROUP.finditer(text, stop, end):
        words = match["name"].strip()
        if not (determined().match(match["name"]) or words[0].isupper()):
            continue
        if any(ends_name().fullmatch(word) for word in words.split()) or no_verb().match(text, match.end()):
            continue
        if one := named(text, match.start("name"), match.start("name") + len(words)):
            yield one
