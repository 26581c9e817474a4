"""One name for the same body, whatever it is called in print.

In: names as printed, and the texts of a resolution in order. Out: the name of the list in ``actors.toml``, or for a
short name ("the Committee") the name in full that the resolution has given before; where several could be meant, the
words as printed.
"""

from __future__ import annotations

import re

from unres.actions.nouns import is_actor
from unres.actions.tables import by_printed, picking

_FULL = re.compile(r"\b[A-Z][\w\u2019-]*(?:\s(?:(?:of|for|on|and|the|to|against|in)\s){0,3}[A-Z(][\w\u2019()-]*){1,18}")


class Bodies:
    """The names in full that a resolution has given so far, by the word that they turn on."""

    def __init__(self) -> None:
        """Nobody is named yet."""
        self._full: dict[str, list[str]] = {}

    def read(self, text: str) -> None:
        """Takes note of the names in full of a text."""
        for found in _FULL.finditer(text):
            own = re.split(r"\s(?:of|for|on|to|against|in)\s", found[0], maxsplit=1)[0]
            name = found[0][own.rfind(" the ") + 5 :] if " the " in own else found[0]  # "Invites the Board"
            head = own.split()[-1]
            if is_actor(head) and name not in self._full.setdefault(head, []):
                self._full[head].append(name)

    def one_name(self, printed: str) -> str:
        """The one name of a body."""
        words = printed
        while picked := picking().match(words):
            words = words[picked.end() :]
        if words in by_printed():
            return by_printed()[words]
        full = [name for name in self._full.get(words.split()[-1], ()) if _is_short(words, name)] if words else []
        if words[:1].isupper() and len(full) == 1:
            return by_printed().get(full[0], full[0])
        return words or printed


def _is_short(words: str, name: str) -> bool:
    """Whether a name is the beginning or the last own word of a longer one."""
    return name != words and (name.startswith(f"{words} ") or " " not in words)
