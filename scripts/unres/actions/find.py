"""The actions of a resolution: each verb of its operative paragraphs with whom it asks, for what and by when.

In: a resolution of the model. Out: ``Actions``. Annexes and embedded texts are left out: they are not the Assembly
that speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from unres.actions.addressees import addressees
from unres.actions.bodies import Bodies
from unres.actions.dues import Today, due
from unres.actions.model import Action, Actions, ActionsError, Addressee, Asked, Unread
from unres.actions.tables import ROOM
from unres.actions.verbs import Verb, verbs
from unres.datafile import read_data
from unres.model import Kind, Paragraph, Resolution

# classes whose words say when something is to happen; the others tell of what has happened
_AHEAD = frozenset(
    [
        "decides",
        "authorizes",
        "demands",
        "requests",
        "urges",
        "calls upon",
        "appeals",
        "calls for",
        "recommends",
        "invites",
        "encourages",
    ]
)
# "Also recalls the request to the Secretary-General to appoint …": an earlier request still stands
_STANDING = re.compile(r"\s(?:its|the)(?:\s\w+){0,2}?\s(?:requests?|invitation|decision)\s(?:to|that)\b")


def find_actions(resolution: Resolution) -> Actions:
    """Every action of a resolution, and what could not be read.

    Raises:
        ActionsError: it has no operative paragraph, or is in a language whose verbs are not known here.
    """
    language = resolution.provenance.language
    if language != "en":
        raise ActionsError(f"{resolution.path}: is in the language “{language}”; actions are read in English alone")
    if not any(paragraph.kind is Kind.OPERATIVE for paragraph in resolution.paragraphs):
        raise ActionsError(
            f"{resolution.path}: has no operative paragraph, so nobody is asked anything; see its numbering"
        )
    today = Today(resolution.masthead.session, resolution.masthead.adopted or resolution.masthead.distributed)
    bodies = Bodies()
    actions: list[Action] = []
    unread: list[Unread] = []
    for paragraph in resolution.paragraphs:
        bodies.read(paragraph.text.plain)
        if paragraph.kind is Kind.OPERATIVE:
            for found in _of_paragraph(paragraph, today, bodies):
                if isinstance(found, Action):
                    actions.append(found)
                else:
                    unread.append(found)
    return Actions(resolution.symbol, tuple(actions), tuple(unread))


def _of_paragraph(paragraph: Paragraph, today: Today, bodies: Bodies) -> Iterator[Action | Unread]:
    text, label = paragraph.text.plain, paragraph.label
    found = verbs(text, paragraph.lead)
    if not found and paragraph.depth == 0 and not paragraph.continued:
        yield Unread(label, "no verb of the Assembly opens it", text[:60], 0, min(60, len(text)))
    if not found:
        return
    asked_before: list[Addressee] = []
    ends = [*(verb.start for verb in found[1:]), len(text)]
    for verb, after, end in zip(found, [*found[1:], None], ends, strict=True):
        if verb.known is None:
            yield Unread(label, "this verb is not in the list", verb.words, verb.start, verb.end)
        shares = after is not None and after.known is not None and after.known.asks in ("object", "upon")
        names, missed = addressees(text, verb, end, asked_before, shares)
        if missed:
            yield Unread(label, "somebody is asked whose name was not understood", verb.words, verb.start, verb.end)
        named = tuple(replace(one, body=bodies.one_name(one.words)) for one in names)
        asked_before = list(named) or asked_before
        yield _action(text, label, verb, end, named, today)


def _action(text: str, label: str, verb: Verb, end: int, named: tuple[Addressee, ...], today: Today) -> Action:
    strength = verb.known.name if verb.known else ""
    ahead = strength in _AHEAD or bool(_STANDING.match(text, verb.end, end))
    return Action(
        label=label,
        verb=verb.words,
        strength=strength,
        addressees=named,
        asked=tuple(_asked(text, verb.end, end)) if ahead else (),
        due=due(text, verb.end, end, today) if ahead else None,
        start=verb.start,
        end=verb.end,
    )


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["kind"], re.compile(row["pattern"], re.VERBOSE)) for row in read_data(ROOM, "asks.toml")["asked"])


def _asked(text: str, start: int, end: int) -> Iterator[Asked]:
    """What is asked for, each kind once, in the order of the list."""
    for kind, pattern in _kinds():
        if found := pattern.search(text, start, end):
            yield Asked(kind, *found.span())
