"""Whose resolution a number is, and so which document it names.

In: mentions, with what the words around them say. Out: references, or doubts where neither the words
nor the form of the number decide. A wrong link is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from unres.citations import names
from unres.citations.body_claims import How
from unres.citations.forms import Number, NumberForm, accepts, in_time, symbol_of
from unres.citations.lists import members
from unres.citations.model import Doubt, Reference, Type
from unres.citations.numbers import Mention
from unres.citations.scan import Token

ASSEMBLY = "assembly"
SLIP = 12  # months: a date in the wrong year, where nobody else can be meant
_PART = re.compile(r"[A-Z]{1,2}")
# Cyrillic capitals that print like Latin ones (kinds.toml, CAPITAL)
_LATIN = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")


class Memory:
    """Which body each number of a resolution was given to, for when it is cited again without one."""

    def __init__(self) -> None:
        self._bodies: dict[Number, str] = {}
        self._shared: tuple[Token, str] | None = None

    def keep(self, number: Number, body: str) -> None:
        """Remembers a body that words have named."""
        self._bodies.setdefault(number, body)

    def share(self, noun: Token, body: str) -> None:
        """Remembers the body of a member of an enumeration, which the others share."""
        self._shared = (noun, body)

    def shared(self, noun: Token) -> tuple[str, ...]:
        """The body of the member before in an enumeration."""
        return (self._shared[1],) if self._shared and self._shared[0] is noun else ()

    def recall(self, number: Number) -> str | None:
        """The body that was named with this number before."""
        return self._bodies.get(number)


def references(place: str, text: str, mention: Mention, memory: Memory) -> Iterator[Reference | Doubt]:
    """The documents of a mention: one, or one for each lettered part.

    >>> from unres.citations import find_in_text
    >>> [(found.text, found.symbol, found.part) for found in find_in_text("resolutions 57/283 A and B").references]
    [('57/283 A', 'A/RES/57/283', 'A'), ('B', 'A/RES/57/283', 'B')]
    >>> [doubt.message for doubt in find_in_text("resolution 12/1").doubts]
    ['the words do not say whose resolution 12/1 is; name the body beside it']
    """
    what = Type.DECISION if text[mention.noun.start].lower() == "d" else Type.RESOLUTION
    number = Number.read(what, mention.token)
    start, end = mention.token.start, mention.token.end
    if mention.direct and not mention.its and text[mention.noun.end - 1] != "s":
        start = mention.noun.start
    body, doubt = decide(mention, number, memory)
    if doubt:
        yield Doubt(place, start, end, text[start:end], doubt)
    symbol = symbol_of(body, number) if body else None
    if body:
        memory.share(mention.noun, body)
    if body and mention.claim.how in (How.NAMED, How.SHORT):
        memory.keep(number, body)
    yield from _parts(place, text, mention, start, what, symbol)


def _parts(place: str, text: str, mention: Mention, start: int, kind: Type, symbol: str | None) -> Iterator[Reference]:
    """A reference for each lettered part: "57/283 A" and "B" of "57/283 A and B"."""
    token = mention.token
    first, last = _letters(mention)
    letters = list(members(text.translate(_LATIN), first, last, _PART)) if last else []
    if not letters:
        yield Reference(place, start, token.end, text[start : token.end], kind, symbol)
    for index, letter in enumerate(letters):
        begin = start if index == 0 else letter.start
        end = token.end if index == len(letters) - 1 else letter.end
        if letter.start == letter.end:
            begin = end = letter.end
        yield Reference(place, begin, end, text[begin:end], kind, symbol, letter.value)


def _letters(mention: Mention) -> tuple[int, int]:
    """Where the letters stand: behind 51/45, before the bracket of 2200 A (XXI)."""
    token = mention.token
    if token.group("parts") and not token.group("roman") and not token.group("year"):
        return token.span("parts")
    if token.group("roman"):
        start = token.span("roman")[0]
        return start, start + token.group("roman").index("(")
    return 0, 0


def decide(mention: Mention, number: Number, memory: Memory) -> tuple[str | None, str]:
    """The body of a mention, and a doubt where its words do not decide.

    A body that the words name goes first; then the one that was named with this number before; then that of the
    number before in a list.

    >>> from unres.citations import find_in_text
    >>> text = "Human Rights Council resolution 12/1, Security Council resolution 1325 (2000) and resolution 12/1"
    >>> [found.symbol for found in find_in_text(text).references]
    ['A/HRC/RES/12/1', 'S/RES/1325(2000)', 'A/HRC/RES/12/1']
    """
    claim = mention.claim
    if claim.how is How.UNKNOWN:
        return None, ""
    if claim.how in (How.NAMED, How.SHORT):
        found = _fitting(claim.bodies, number)
        dated = [body for body in found if in_time(body, number, mention.date)]
        best = dated or found
        return (best[0] if best else None), ""
    if (known := memory.recall(number)) and claim.how is not How.ITS:
        return known, ""
    for body in _fitting(memory.shared(mention.noun), number):
        if body != ASSEMBLY and not mention.its and in_time(body, number, mention.date):
            return body, ""
    return _unclaimed(mention, number)


def _fitting(bodies: Iterable[str], number: Number) -> list[str]:
    return [body for body in bodies if accepts(body, number)]


def _unclaimed(mention: Mention, number: Number) -> tuple[str | None, str]:
    """Who it is when no words say: the Assembly if it can be, else what the form and date leave."""
    nearby = _fitting(mention.nearby, number)
    timely = [body for body in nearby if in_time(body, number, mention.date)]
    if accepts(ASSEMBLY, number):
        others = [body for body in timely if body != ASSEMBLY]
        slip = SLIP if mention.its or not mention.nearby else 0
        if in_time(ASSEMBLY, number, mention.date, slip) or (mention.its and not others):
            return ASSEMBLY, ""
        return (others[0], "") if others else (None, number.doubt)
    if len(timely) == 1:
        return timely[0], ""
    if timely or number.form is NumberForm.DOTTED:
        return None, number.doubt if timely else ""
    default = _by_form(number, mention, _fitting(names.bodies(), number))
    return (default, "") if default else (None, number.doubt)


_DEFAULTS = {
    NumberForm.YEAR: "security-council",
    NumberForm.ROMAN: "ecosoc",
    NumberForm.CHAPTER: "biological-diversity",
}


def _by_form(number: Number, mention: Mention, fitting: list[str]) -> str | None:
    """The body that a form alone leaves, if it is one.

    Year and number were the Commission on Human Rights' and its Subcommission's too until 2006, and are
    executive boards' for decisions; after "its" they are not the Assembly's, whoever else is meant.
    """
    if number.form is NumberForm.YEARLY:
        sole = number.what is Type.RESOLUTION and not mention.its and len(fitting) == 1
        return fitting[0] if sole else None
    default = _DEFAULTS.get(number.form)
    return default if default in fitting else None
