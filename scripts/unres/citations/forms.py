"""The number of a resolution or decision as a value, and which bodies number so.

In: a token of the kind ``numbered``. Out: a ``Number``, and whether a body's own rules allow it. The forms of the
numbers and who uses them are in ``bodies.toml``; their sessions and years tell bodies apart whose numbers look alike
(Editorial Manual, 'Resolutions and other formal decisions').
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from unres.citations import names
from unres.citations.model import Type
from unres.citations.scan import Token
from unres.numbering import roman


class NumberForm(StrEnum):
    """How a number is written, in the words of ``bodies.toml``."""

    SPECIAL = "special"
    SLASH = "slash"
    ROMAN = "roman"
    YEAR = "year"
    CHAPTER = "chapter"
    DOTTED = "dotted"
    YEARLY = "yearly"  # like SLASH, with a year before the slash


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a resolution or decision.

    Attributes:
        what: whether it numbers resolutions or decisions.
        form: how it is written.
        text: itself, without letters and blanks: 51/45 J is 51/45, 2200 A (XXI) is 2200(XXI), S-10/2 stays.
    """

    what: Type
    form: NumberForm
    text: str

    @classmethod
    def read(cls, what: Type, token: Token) -> Number:
        """The number in a token of the kind ``numbered``.

        >>> from unres.citations.scan import scan
        >>> for token in scan("51/45 J, 2200 A (XXI), 2005/54"):
        ...     found = Number.read(Type.RESOLUTION, token)
        ...     print(found.form, found.text, found.session)
        slash 51/45 51
        roman 2200(XXI) 21
        yearly 2005/54 None
        """
        form = next(form for form in NumberForm if token.group(form))
        words = re.sub(r"\s+", "", re.sub("[\u2010\u2011]", "-", token.group(form)))
        if form is NumberForm.ROMAN:
            words = re.sub(r"\D*\(", "(", words, count=1)
        yearly = form is NumberForm.SLASH and re.match(r"(?:19|20)\d\d/", words)
        return cls(what, NumberForm.YEARLY if yearly else form, words)

    @property
    def session(self) -> int | None:
        """The session in it; None where its form has none."""
        if self.form is NumberForm.SLASH:
            return int(self.text.partition("/")[0])
        found = re.search(r"\(([IVXLC]+)\)", self.text) if self.form is NumberForm.ROMAN else None
        return roman(found[1]) if found else None

    @property
    def doubt(self) -> str:
        """What is said where neither words nor form tell whose it is."""
        return f"the words do not say whose {self.what} {self.text} is; name the body beside it"


def _symbols(body: str, what: Type) -> Mapping[str, str]:
    """The symbols that a body gives its resolutions or decisions, by the form of the number."""
    rules = names.bodies()[body]
    return rules.resolution if what is Type.RESOLUTION else rules.decision


def accepts(body: str, number: Number) -> bool:
    """Whether a body numbers its resolutions (or decisions) so: form, sessions and years agree.

    >>> [accepts("assembly", Number(Type.RESOLUTION, NumberForm.SLASH, text)) for text in ("61/168", "12/1")]
    [True, False]
    """
    rules, form = names.bodies()[body], number.form
    if form not in _symbols(body, number.what):
        return False
    if form is NumberForm.YEARLY and rules.years:
        return rules.years[0] <= int(number.text[:4]) <= rules.years[1]
    first, last = rules.sessions.get(form, (0, 9999))
    return number.session is None or first <= number.session <= last


def in_time(body: str, number: Number, date: tuple[int, int] | None, slip: int = 0) -> bool:
    """Whether a date, or one that is off by some months, can be that of the session in a number.

    True where either is not known.

    >>> number = Number(Type.RESOLUTION, NumberForm.SLASH, "61/168")
    >>> [in_time("assembly", number, date) for date in ((2006, 12), (1999, 12), None)]
    [True, False, True]
    """
    opened = names.bodies()[body].opened
    if date is None or number.session is None or not opened:
        return True
    first = opened["year"] * 12 + opened["month"] + (number.session - 1) * opened["every"]
    moment = date[0] * 12 + date[1]
    slack = opened["slack"] + slip
    return first - slack <= moment <= first + opened["every"] + slack


def symbol_of(body: str, number: Number) -> str | None:
    """The symbol of a body's resolution or decision; None if the body does not number them so.

    >>> symbol_of("assembly", Number(Type.RESOLUTION, NumberForm.SLASH, "61/168"))
    'A/RES/61/168'
    """
    template = _symbols(body, number.what).get(number.form)
    session, _, ordinal = number.text.partition("/")
    return template.format(number=number.text, session=session, ordinal=ordinal) if template else None
