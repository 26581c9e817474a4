"""Who is asked to do what, by when: the verbs of each operative paragraph, their addressees and their dues.

In: a ``Resolution``. Out: frozen ``Actions``. What the words do not say stays blank, and what could not be read is
listed.
"""

from unres.actions.find import find_actions
from unres.actions.model import Action, Actions, ActionsError, Addressee, Asked, Due, Unread, When
from unres.actions.written import actions_json, actions_text

__all__ = [
    "Action",
    "Actions",
    "ActionsError",
    "Addressee",
    "Asked",
    "Due",
    "Unread",
    "When",
    "actions_json",
    "actions_text",
    "find_actions",
]
