"""The front matter of a source text: where it comes from, how it was checked, what an editor states beside it.

In: the lines of a file. Out: its fields, each in a form that pages can hold, and ``Problem`` values for others.
"""

from __future__ import annotations

import re

import yaml

from unres.errors import Reporter
from unres.model import Provenance, Stated

CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff"
Fields = dict[str, list[str]]

_FIELDS = ("symbol", "language", "source", "sha256", "checked", "doubts", "vote", "sponsors", "record")
_ADDRESS = r"https://[\w.~:/?#@&+,;=%-]+"
_DOCUMENT = rf"(?:[A-Z]+(?:/[\w.-]+(?:\([\w-]+\))?)+|{_ADDRESS})"
_VOTE = r"without a vote|[0-9]+ in favour, [0-9]+ against, [0-9]+ abstaining"
# They are written as they are, into pages and into the files of literature managers; what an editor states must name
# the document that says so
_FORMS = {
    "language": (r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", "a language tag such as en"),
    "source": (r"https?://[\w.~:/?#@!$&'()*+,;=%-]+", "https://docs.un.org/en/A/RES/62/160"),
    "sha256": (r"[0-9a-fA-F]+", "a checksum of hexadecimal digits"),
    "vote": (
        rf"(?:{_VOTE}) \({_DOCUMENT}\)",
        "“132 in favour, 52 against, 8 abstaining (A/62/PV.76)” or “without a vote (A/62/PV.76)”",
    ),
    "sponsors": (rf"\w.* \({_DOCUMENT}\)", "“Benin, Cuba (A/C.3/62/L.33)”"),
    "record": (_DOCUMENT, "A/62/PV.76 or an address"),
}
_UNUSABLE = re.compile(rf"[{CONTROLS}\ud800-\udfff]")  # no page can hold them
_KNOWN_FIELDS = frozenset((*_FIELDS, "text-sha256", "retrieved", "mended"))


def read_front_matter(lines: list[str], reporter: Reporter) -> tuple[Fields, int]:
    """The fields between two rules at the very start, and the index of the first line after them.

    >>> read_front_matter(["---", "symbol: A/RES/99/7", "---", "Words."], Reporter("x.md"))
    ({'symbol': ['A/RES/99/7']}, 3)
    """
    if not lines or lines[0].rstrip() != "---":
        return {}, 0
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None or not any(re.match(r"[\w-]+:", line) for line in lines[1:end]):
        return {}, 0  # a page rule, not front matter
    try:
        # All values are words: nothing is made a date or a number, which it may not be
        fields = yaml.load("\n".join(lines[1:end]), Loader=yaml.BaseLoader)  # noqa: S506 - makes words and lists alone
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        reporter.error((mark.line if mark else 0) + 2, "front matter is not valid YAML; mend this line")
        return {}, end + 1
    if not isinstance(fields, dict):
        reporter.error(2, "front matter must be a list of fields such as symbol: A/RES/62/160")
        return {}, end + 1
    read: Fields = {}
    for name, value in fields.items():
        fault, read[name] = _field(name, value)
        if fault:
            line = next((i for i, line in enumerate(lines[:end], 1) if line.startswith(f"{name}:")), 2)
            reporter.error(line, f"front matter has {fault}")
    return read, end + 1


def _field(name: str, value: object) -> tuple[str, list[str]]:
    """What is wrong with a field, and its values, none if they cannot be used."""
    if name not in _KNOWN_FIELDS:
        return f"an unknown field {name!r}; known are {', '.join(_FIELDS)}", []
    values = value if isinstance(value, list) and name == "doubts" else [value]
    words = [" ".join(each.split()) for each in values if isinstance(each, str) and not _UNUSABLE.search(each)]
    if len(words) != len(values):
        return f"a field {name} that is not a line of words; put it in quotation marks after {name}:", []
    form, example = _FORMS.get(name, ("", ""))
    if form and any(each and not re.fullmatch(form, each) for each in words):
        return f"a field {name} of another form than {example}; mend or remove it", []
    return "", [each for each in words if each] or [""]


def one(fields: Fields, name: str) -> str:
    """The value of a field that has one; empty where it is not given.

    >>> one({"symbol": ["A/RES/99/7"]}, "symbol"), one({}, "source")
    ('A/RES/99/7', '')
    """
    return (fields.get(name) or [""])[0]


def provenance_of(fields: Fields) -> Provenance:
    """Where a text comes from, how it was checked, and what an editor states beside it.

    >>> provenance_of({"vote": ["without a vote (A/99/PV.40)"]}).vote
    Stated(words='without a vote', source='A/99/PV.40')
    """
    return Provenance(
        one(fields, "language") or "en",
        one(fields, "source"),
        one(fields, "sha256"),
        one(fields, "checked"),
        tuple(doubt for doubt in fields.get("doubts", ()) if doubt),
        vote=_stated(one(fields, "vote")),
        sponsors=_stated(one(fields, "sponsors")),
        record=_stated(one(fields, "record")),
    )


def _stated(value: str) -> Stated | None:
    """What an editor states, with its source in brackets behind it; a document alone is its own source."""
    words, _, source = value.removesuffix(")").rpartition(" (")
    return Stated(words or value, source if words else value) if value else None
