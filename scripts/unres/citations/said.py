"""What the words around a reference say of the document: its date, and its title or matter.

In: a text and the end of a reference in it. Out: ``Said``. A citation gives the date behind "of" and the title in
quotation marks or the matter behind "on" (Editorial Manual, "Resolutions and other formal decisions"); what has
another form is left unsaid, for a wrong title is worse than none.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from unres.dates import DATE, read_date

_DATED = re.compile(rf"\s+of\s+(?P<date>{DATE.pattern})")
_TITLED = re.compile(r",?\s+(?:entitled|titled)\s+“(?P<title>[^”]{3,250})”")
_ON = re.compile(r",?\s+(?P<matter>on\s+(?!which\b|whose\b|\d)[^;:“”()]{3,400})")
# A comma ends the matter unless it is one of a list: "on women, peace and security"
_ENDS = re.compile(
    r"[.](?:\s|$)|,(?!\s(?!which|in|as|by|including|its|the\sAssembly|\w+ing\b)(?:[\w’-]+\s){1,3}and\s\w)|"
    r"\s(?:and|or)\s(?:its\b|other\b|all\b|\d|(?:[\w-]+\s){0,4}(?:resolutions?|decisions?)\b)|"
    r",?\s(?:in|by|to|of|from|under)\s(?:which|whom)\b|,?\s(?:which|as\swell\sas|whereby)\s"
)
_LONGEST = 25  # words of a matter; what goes on longer is the sentence itself
_SENTENCE = re.compile(r"\s(?:that|shall|will|be|is|are|was|were)\s")  # it goes on as one, and has no end to be sure of
_VAGUE = re.compile(r"on (?:this|that|these|those|the|its|their)(?: same| relevant)? \w+")


@dataclass(frozen=True, slots=True)
class Said:
    """What citing words say of a document; nothing where they do not."""

    date: dt.date | None = None
    title: str = ""
    matter: str = ""


def said_behind(text: str, end: int) -> Said:
    """The date, title and matter behind a reference that ends there.

    >>> text = "resolution 70/1 of 25 September 2015, entitled “Transforming our world”, and resolution 71/2 on oil and"
    >>> said_behind(text, 15)
    Said(date=datetime.date(2015, 9, 25), title='Transforming our world', matter='')
    >>> said_behind("resolution 1325 (2000) of 31 October 2000 on women, peace and security, and", 22).matter
    'on women, peace and security'
    >>> said_behind("resolution 60/1 on which it was decided", 15), said_behind("resolution 60/1 on 3 May 2006", 15)
    (Said(date=None, title='', matter=''), Said(date=None, title='', matter=''))
    """
    dated = _DATED.match(text, end)
    date = read_date(dated["date"]) if dated else None
    at = dated.end() if dated else end
    if titled := _TITLED.match(text, at):
        return Said(date, " ".join(titled["title"].split()))
    found = _ON.match(text, at)
    return Said(date, matter=_matter(found["matter"]) if found else "")


def _matter(words: str) -> str:
    end = _ENDS.search(words)
    matter = " ".join(words[: end.start() if end else None].split())
    unsure = len(matter.split()) > _LONGEST or _VAGUE.fullmatch(matter) or _SENTENCE.search(matter)
    return "" if unsure else matter
