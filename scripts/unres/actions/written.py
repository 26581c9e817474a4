"""Actions as data and as lines to read.

In: ``Actions``. Out: a JSON object as the commands and files have it, or text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from unres.actions.model import Action, Actions
from unres.errors import count

Json = dict[str, Any]


def actions_json(found: Actions) -> Json:
    """The actions of a resolution as a JSON object; offsets are into the text of the paragraph of that label."""
    return {
        "symbol": found.symbol,
        "actions": [_action(action) for action in found.actions],
        "unread": [
            {"label": one.label, "reason": one.reason, "words": one.words, "start": one.start, "end": one.end}
            for one in found.unread
        ],
    }


def _action(action: Action) -> Json:
    due = action.due
    return {
        "label": action.label,
        "verb": action.verb,
        "class": action.strength or None,
        "start": action.start,
        "end": action.end,
        "addressees": [one.words for one in action.addressees],
        "bodies": [{"name": one.body, "start": one.start, "end": one.end} for one in action.addressees],
        "asked": [{"kind": one.kind, "start": one.start, "end": one.end} for one in action.asked],
        "due": due.words if due else None,
        "when": due
        and {
            "kind": str(due.when),
            "session": due.session,
            "year": due.year,
            "date": due.date.isoformat() if due.date else None,
            "start": due.start,
            "end": due.end,
        },
        "repeated": action.repeated,
    }


def actions_text(found: Actions) -> str:
    """A line for each action, then what could not be read."""
    return "\n".join(_lines(found))


def _lines(found: Actions) -> Iterator[str]:
    yield found.symbol
    for action in found.actions:
        asked = ", ".join(one.kind for one in action.asked)
        names = "; ".join(one.words for one in action.addressees)
        due = f"due: {action.due.words}" if action.due else ""
        yield "\t".join(part for part in (f"  {action.label}", action.verb, names, asked, due) if part)
    if found.unread:
        yield f"  {count(len(found.unread), 'place')} could not be read:"
        for one in found.unread:
            yield f"  {one.label}\t{one.words}\t{one.reason}"
