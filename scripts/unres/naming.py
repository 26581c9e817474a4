"""What we call a resolution and its paragraphs when we speak of them.

In: the model. Out: short plain words. Delegates say OP8 and PP2; the document prints "8." and nothing.
"""

from __future__ import annotations

import re

from unres.dates import day
from unres.model import Kind, Paragraph, Resolution, Role

_ADVERB = re.compile(r"(?:Also|Further|Once|again|\w+ly)\b[\s,]*", re.IGNORECASE)
_OPENING_WORDS = 6
_FIRST_WORDS = 12


def full(resolution: Resolution) -> str:
    """Number and title: ``62/160. Enhancement of …``."""
    return f"{resolution.masthead.number}. {resolution.masthead.title.plain}"


def has_badge(paragraph: Paragraph) -> bool:
    """Whether a paragraph is one that people count: not a sub-paragraph, nor the rest of one above."""
    return paragraph.kind is not Kind.ENACTING and not paragraph.depth and not paragraph.continued


def badge(paragraph: Paragraph) -> str:
    """The short name of a paragraph of the first degree.

    ``OP8``, ``PP2``; in an annex ``§5``, or ``¶1`` for one without a number.
    """
    name = paragraph.label.rsplit("/", 1)[-1].split(" ")[0]
    if paragraph.kind is Kind.ANNEX:
        return f"¶{name.removeprefix('p')}" if name.startswith("p") else f"§{name}"
    return name.upper() if not name[0].isdigit() else f"OP{name}"


def spoken(paragraph: Paragraph) -> str:
    """The name of a paragraph read aloud: ``Operative paragraph 8``, ``A, operative paragraph 1``.

    Part and section are named, for their paragraphs carry the same numbers as those of others.
    """
    number = re.sub(r"^\D+", "", badge(paragraph))
    kind = {Kind.PREAMBULAR: "Preambular paragraph", Kind.OPERATIVE: "Operative paragraph"}.get(
        paragraph.kind, "Paragraph"
    )
    name = f"{kind} {number}".rstrip()
    within = [part for part in paragraph.label.split("/")[:-1] if not part.startswith("annex")]
    return ", ".join([*within, name[0].lower() + name[1:]]) if within else name


def opening(paragraph: Paragraph) -> str:
    """The opening words in italics; without such words, the first few of the paragraph."""
    if paragraph.lead:
        return paragraph.lead
    words = paragraph.text.plain.split()
    return " ".join(words[:_OPENING_WORDS]) + (" …" if len(words) > _OPENING_WORDS else "")


def is_verb(lead: str) -> bool:
    """Whether opening words are a verb in the present indicative, as those of an operative paragraph are.

    Source: Editorial Manual, "Resolutions and other formal decisions".

    >>> is_verb("Also strongly urges"), is_verb("Recalling"), is_verb("Conscious")
    (True, False, False)
    """
    rest = lead
    while (adverb := _ADVERB.match(rest)) and adverb.end() < len(rest):
        rest = rest[adverb.end() :]
    first = rest.split(" ")[0]
    return first.endswith("s") and not first.endswith(("ous", "ss"))


def first_words(paragraph: Paragraph) -> str:
    """The opening words and those after them, enough to tell paragraphs that open alike from each other."""
    words = paragraph.text.plain.split()
    count = max(_FIRST_WORDS, len(paragraph.lead.split()))
    return " ".join(words[:count]) + (" …" if len(words) > count else "")


def spoken_label(label: str) -> str:
    """A label as people cite it: ``8 (a)`` becomes ``OP8 (a)``, ``annex/5`` ``annex, §5``."""
    *prefix, name = label.split("/")
    annex = bool(prefix) and prefix[0].startswith("annex")
    if note := re.fullmatch(r"fn(.+)", name):
        return f"note {note[1]}"
    if re.fullmatch(r"h\d+", name):
        return "heading"
    if table := re.fullmatch(r"table(\d+)(?::\d+:\d+)?", name):
        return f"table {table[1]}"
    if name[:1].isdigit():
        name = ("§" if annex else "OP") + name
    elif annex and re.match(r"p\d", name):
        name = "¶" + name[1:]
    elif re.match(r"pp\d|op\b", name):
        name = name[:2].upper() + name[2:]
    prefix = [re.sub(r"^annex(\d)", r"annex \1", part) for part in prefix]
    return ", ".join([*prefix, name])


def description(resolution: Resolution, page: str = "") -> str:
    """One sentence for search engines and link previews."""
    adopted = resolution.masthead.adopted
    when = f", adopted on {day(adopted)}" if adopted else ""
    what = f"{page} of " if page else ""
    name = f"{what}United Nations General Assembly resolution {resolution.masthead.number}{when}"
    return f"{name}: {resolution.masthead.title.plain}"


def committee(resolution: Resolution) -> str:
    """The Main Committee on whose report a resolution was adopted, or that there was none."""
    report = _line(resolution, Role.REPORT)
    found = re.match(r"\[on the (?:report|recommendation) of the (.+?) \(", report)
    return found[1] if found else "Without reference to a Main Committee"


def subject(resolution: Resolution) -> str:
    """The title of the agenda item; where the masthead prints none, the item's number and session."""
    title = _line(resolution, Role.AGENDA_TITLE)
    item = f"{_line(resolution, Role.SESSION)}, {_line(resolution, Role.AGENDA).lower() or 'no agenda item'}"
    return title or item.lstrip(", ")


def _line(resolution: Resolution, role: Role) -> str:
    return " ".join(line.text.plain.replace("\n", " ") for line in resolution.masthead.lines if line.role is role)
