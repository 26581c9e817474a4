"""Whose resolution a number is, and so which document it names.

In: mentions, with what the words around them say. Out: references, or doubts where neither the words
nor the form of the number decide. A wrong link is worse than none.

The forms of the numbers and who uses them are in ``bodies.toml``; their sessions and years tell bodies
apart whose numbers look alike (Editorial Manual, 'Resolutions and other formal decisions').
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from unres.citations import names
from unres.citations.body_claims import How
from unres.citations.lists import members
from unres.citations.model import Doubt, Reference, Type
from unres.citations.numbers import Mention
from unres.citations.scan import Token
from unres.numbering import roman

ASSEMBLY = "assembly"
SLIP = 12  # months: a date in the wrong year, where nobody else can be meant
_PART = re.compile(r"[A-Z]{1,2}")
# Cyrillic capitals that print like Latin ones (kinds.toml, CAPITAL)
_LATIN = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")


class Memory:
    """Which body each number of a resolution was given to, for when it is cited again without one."""

    def __init__(self) -> None:
        self._bodies: dict[tuple[str, str], str] = {}
        self._shared: tuple[Token, str] | None = None

    def keep(self, what: str, number: str, body: str) -> None:
        """Remembers a body that words have named."""
        self._bodies.setdefault((what, number), body)

    def share(self, noun: Token, body: str) -> None:
        """Remembers the body of a member of an enumeration, which the others share."""
        self._shared = (noun, body)

    def shared(self, noun: Token) -> tuple[str, ...]:
        """The body of the member before in an enumeration."""
        return (self._shared[1],) if self._shared and self._shared[0] is noun else ()

    def recall(self, what: str, number: str) -> str | None:
        """The body that was named with this number before."""
        return self._bodies.get((what, number))


def references(place: str, text: str, mention: Mention, memory: Memory) -> Iterator[Reference | Doubt]:
    """The documents of a mention: one, or one for each lettered part.

    >>> from unres.citations import find_in_text
    >>> [(found.text, found.symbol, found.part) for found in find_in_text("resolutions 57/283 A and B").references]
    [('57/283 A', 'A/RES/57/283', 'A'), ('B', 'A/RES/57/283', 'B')]
    >>> [doubt.message for doubt in find_in_text("resolution 12/1").doubts]
    ['the words do not say whose resolution 12/1 is; name the body beside it']
    """
    what = "decision" if text[mention.noun.start].lower() == "d" else "resolution"
    number = number_of(mention)
    form = form_of(mention, number)
    start, end = mention.token.start, mention.token.end
    if mention.direct and not mention.its and text[mention.noun.end - 1] != "s":
        start = mention.noun.start
    body, doubt = decide(mention, what, form, number, memory)
    if doubt:
        yield Doubt(place, start, end, text[start:end], doubt)
    symbol = symbol_of(body, what, form, number) if body else None
    if body:
        memory.share(mention.noun, body)
    if body and mention.claim.how in (How.NAMED, How.SHORT):
        memory.keep(what, number, body)
    yield from _parts(place, text, mention, start, Type(what), symbol)


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


def number_of(mention: Mention) -> str:
    """The number without letters and blanks: 51/45 J is 51/45, 2200 A (XXI) is 2200(XXI), S-10/2 stays."""
    names_of_forms = ("special", "slash", "roman", "year", "chapter", "dotted")
    form = next(name for name in names_of_forms if mention.token.group(name))
    words = re.sub("[\u2010\u2011]", "-", mention.token.group(form))
    if form == "roman":
        words = re.sub(r"\D*\(", "(", words, count=1)
    return re.sub(r"\s+", "", words)


def form_of(mention: Mention, number: str) -> str:
    """The form of a number in the words of ``bodies.toml``."""
    for name in ("special", "roman", "year", "chapter", "dotted"):
        if mention.token.group(name):
            return name
    return "yearly" if re.match(r"(?:19|20)\d\d/", number) else "slash"


def decide(mention: Mention, what: str, form: str, number: str, memory: Memory) -> tuple[str | None, str]:
    """The body of a mention, and a doubt where its words do not decide."""
    claim = mention.claim

    def fits(bodies: tuple[str, ...]) -> list[str]:
        return [body for body in bodies if accepts(body, what, form, number)]

    if claim.how is How.UNKNOWN:
        return None, ""
    if claim.how in (How.NAMED, How.SHORT):
        found = fits(claim.bodies)
        dated = [body for body in found if in_time(body, form, number, mention.date)]
        best = dated or found
        return (best[0] if best else None), ""
    if (known := memory.recall(what, number)) and claim.how is not How.ITS:
        return known, ""
    for body in fits(memory.shared(mention.noun)):
        if body != ASSEMBLY and not mention.its and in_time(body, form, number, mention.date):
            return body, ""
    return _unclaimed(mention, what, form, number, fits)


def _unclaimed(
    mention: Mention, what: str, form: str, number: str, fits: Callable[[tuple[str, ...]], list[str]]
) -> tuple[str | None, str]:
    """Who it is when no words say: the Assembly if it can be, else what the form and date leave."""
    nearby = fits(mention.nearby)
    timely = [body for body in nearby if in_time(body, form, number, mention.date)]
    if fits((ASSEMBLY,)):
        others = [body for body in timely if body != ASSEMBLY]
        slip = SLIP if mention.its or not mention.nearby else 0
        if in_time(ASSEMBLY, form, number, mention.date, slip) or (mention.its and not others):
            return ASSEMBLY, ""
        return (others[0], "") if others else (None, _doubt(what, number))
    if len(timely) == 1:
        return timely[0], ""
    if timely or form == "dotted":
        return None, _doubt(what, number) if timely else ""
    default = _by_form(what, form, mention, fits(tuple(names.bodies())))
    return (default, "") if default else (None, _doubt(what, number))


def _by_form(what: str, form: str, mention: Mention, fitting: list[str]) -> str | None:
    """The body that a form alone leaves, if it is one.

    Year and number were the Commission on Human Rights' and its Subcommission's too until 2006, and are
    executive boards' for decisions; after "its" they are not the Assembly's, whoever else is meant.
    """
    if form == "yearly":
        return fitting[0] if what == "resolution" and not mention.its and len(fitting) == 1 else None
    default = {"year": "security-council", "roman": "ecosoc", "chapter": "biological-diversity"}.get(form)
    return default if default in fitting else None


def _doubt(what: str, number: str) -> str:
    return f"the words do not say whose {what} {number} is; name the body beside it"


def accepts(body: str, what: str, form: str, number: str) -> bool:
    """Whether a body numbers its resolutions (or decisions) so: form, sessions and years agree.

    >>> [accepts("assembly", "resolution", "slash", number) for number in ("61/168", "12/1")]
    [True, False]
    """
    rules = names.bodies()[body]
    if form not in (rules.resolution if what == "resolution" else rules.decision):
        return False
    if form == "yearly" and rules.years:
        return rules.years[0] <= int(number[:4]) <= rules.years[1]
    session = session_of(form, number)
    first, last = rules.sessions.get(form, (0, 9999))
    return session is None or first <= session <= last


def session_of(form: str, number: str) -> int | None:
    """The session in a number.

    >>> session_of("slash", "61/168"), session_of("roman", "2200(XXI)"), session_of("year", "1325(2000)")
    (61, 21, None)
    """
    if form == "slash":
        return int(number.partition("/")[0])
    if form == "roman" and (found := re.search(r"\(([IVXLC]+)\)", number)):
        return roman(found[1])
    return None


def in_time(body: str, form: str, number: str, date: tuple[int, int] | None, slip: int = 0) -> bool:
    """Whether a date, or one that is off by some months, can be that of the session in a number.

    True where either is not known.

    >>> [in_time("assembly", "slash", "61/168", date) for date in ((2006, 12), (1999, 12), None)]
    [True, False, True]
    """
    opened = names.bodies()[body].opened
    session = session_of(form, number)
    if date is None or session is None or not opened:
        return True
    first = opened["year"] * 12 + opened["month"] + (session - 1) * opened["every"]
    moment = date[0] * 12 + date[1]
    slack = opened["slack"] + slip
    return first - slack <= moment <= first + opened["every"] + slack


def symbol_of(body: str, what: str, form: str, number: str) -> str | None:
    """The symbol of a body's resolution or decision; None if the body does not number them so.

    >>> symbol_of("assembly", "resolution", "slash", "61/168")
    'A/RES/61/168'
    """
    rules = names.bodies()[body]
    template = (rules.resolution if what == "resolution" else rules.decision).get(form)
    session, _, ordinal = number.partition("/")
    return template.format(number=number, session=session, ordinal=ordinal) if template else None
