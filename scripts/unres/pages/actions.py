"""Who is asked to do what by one resolution, as a table at its end.

In: an entry, and its actions. Out: HTML, whose links stay on the page, so that nothing has to be rendered again.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from unres.actions import Action, Actions
from unres.collection import Entry
from unres.naming import spoken_label

_HEAD = ("Where", "Verb", "Who", "For", "By when")


def action_table(entry: Entry, actions: Actions) -> Iterator[str]:
    """The actions that ask somebody or say when, and where the words were not understood."""
    rows = [_row(entry, action) for action in actions.actions if action.asks]
    head = "".join(f"<th>{name}</th>" for name in _HEAD)
    if rows:
        lines = [f"<thead><tr>{head}</tr></thead>", "<tbody>", *rows, "</tbody>"]
        yield "\n".join(['<div class="table"><table>', *lines, "</table></div>"])
    else:
        yield "<p>Nobody is asked to do anything in words that could be read.</p>"
    if actions.unread:
        places = ", ".join(_place(entry, label) for label in dict.fromkeys(one.label for one in actions.unread))
        yield f"<p>Not read with certainty: {places}.</p>"


def _row(entry: Entry, action: Action) -> str:
    cells = [
        _place(entry, action.label),
        f"{escape(action.verb)}{'<br>as the last time' if action.repeated else ''}",
        "; ".join(escape(one.words) for one in action.addressees),
        "; ".join(one.kind for one in action.asked),
        escape(action.due.words) if action.due else "",
    ]
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _place(entry: Entry, label: str) -> str:
    return f'<a href="{entry.places[label].address}">{escape(spoken_label(label))}</a>'
