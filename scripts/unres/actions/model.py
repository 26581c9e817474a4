"""What the Assembly does in its operative paragraphs, as frozen values. Each finding knows where its words stand.

Offsets are into the plain text of the paragraph of that label. Nothing here does any work.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from unres.errors import UnresError


class ActionsError(UnresError):
    """A text in which no actions can be looked for."""


class When(StrEnum):
    """How the words say by when."""

    SESSION = "session"
    DATE = "date"
    YEAR = "year"
    OCCASION = "occasion"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who is asked to act.

    Attributes:
        words: the name as printed, without its article and what only qualifies it.
        body: one name for the same body: ``Member States`` for "all Member States", and the name in full for a
            short one that the resolution has given in full before.
        start, end: where the words stand.
    """

    words: str
    body: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Due:
    """By when something is due, or when it is taken up again.

    Attributes:
        words: as printed and no more than needed: ``eighty-first session``, ``by 31 December 2026``.
        when: how they say so.
        session: the number of the session.
        year: the year; for a session of the Assembly that in which it opens.
        date: the last day, where the words give one.
        start, end: where the words stand.
    """

    words: str
    when: When
    session: int | None
    year: int | None
    date: dt.date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: its kind (``report``, ``briefing``, ``meeting`` …) and where the words stand."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Action:
    """One verb of the Assembly.

    Attributes:
        label: of the paragraph: ``8``, ``3 (b)``, ``II/4``, ``op``.
        verb: as printed: ``Also requests``, ``takes note``.
        strength: the class of the verb (``decides``, ``requests``, ``notes``); empty for a verb that is not known.
        addressees: who is asked to act.
        asked: what is asked for.
        due: by when; None if the words do not say.
        start, end: where the verb stands.
        repeated: whether the resolution before in its series has it too; None where that is not known.
    """

    label: str
    verb: str
    strength: str
    addressees: tuple[Addressee, ...]
    asked: tuple[Asked, ...]
    due: Due | None
    start: int
    end: int
    repeated: bool | None = None

    @property
    def asks(self) -> bool:
        """Whether somebody is to act, or something is due."""
        return bool(self.addressees or self.due)


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that were not understood: the paragraph, why, and where they stand."""

    label: str
    reason: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Actions:
    """The actions of a resolution in reading order, and what could not be read."""

    symbol: str
    actions: tuple[Action, ...]
    unread: tuple[Unread, ...]
