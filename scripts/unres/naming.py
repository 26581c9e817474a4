"""What we call a resolution and its paragraphs when we speak of them.

In: the model. Out: short plain words. Delegates say OP8 and PP2; the document prints "8." and nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from unres.dates import day
from unres.label import Label, Series
from unres.model import Kind, Paragraph, Resolution, Role

_ADVERB = re.compile(r"(?:Also|Further|Once|again|\w+ly)\b[\s,]*", re.IGNORECASE)
PLENARY = "Plenary"  # where the Assembly adopts what no committee has dealt with
_OPENING_WORDS = 6
_COMMITTEE = re.compile(
    r"\[(?:on the (?:report|recommendation) of the )?"
    r"(?P<name>(?<=the ).+?(?= \()|without reference to a Main Committee\b)"
)
_PARTICLES = frozenset({"upon", "note", "on", "attention"})  # "calls upon" is another verb than "calls"


def full(resolution: Resolution) -> str:
    """Number and title: ``62/160. Enhancement of …``.

    >>> from pathlib import Path
    >>> from unres.text.parser import resolution_of
    >>> full(resolution_of(Path("resolution/62-160.md")))
    '62/160. Enhancement of international cooperation in the field of human rights'
    """
    return f"{resolution.masthead.number}. {resolution.masthead.title.plain}"


def has_badge(paragraph: Paragraph) -> bool:
    """Whether a paragraph is one that people count: not a sub-paragraph, nor the rest of one above.

    >>> from unres.model import Text
    >>> def named(label: str) -> Paragraph:
    ...     return Paragraph(Kind.OPERATIVE, Label.parse(label), "", "", "", Text(""), "", 1)
    >>> [label for label in ("8", "8 (a)", "8 (cont)", "op") if has_badge(named(label))]
    ['8', 'op']
    """
    return paragraph.kind is not Kind.ENACTING and not paragraph.depth and not paragraph.continued


def badge(paragraph: Paragraph) -> str:
    """The short name of a paragraph of the first degree.

    ``OP8``, ``PP2``; in an annex ``§5``, or ``¶1`` for one without a number.

    >>> from unres.model import Text
    >>> def named(label: str) -> Paragraph:
    ...     return Paragraph(Kind.OPERATIVE, Label.parse(label), "", "", "", Text(""), "", 1)
    >>> [badge(named(label)) for label in ("8", "8 (a)", "pp2", "annex/5", "annex/p1", "op")]
    ['OP8', 'OP8', 'PP2', '§5', '¶1', 'OP']
    """
    return _short(replace(paragraph.name, items=(), count=1, continued=0))


def spoken(paragraph: Paragraph) -> str:
    """The name of a paragraph read aloud: ``Operative paragraph 8``, ``A, operative paragraph 1``.

    Part and section are named, for their paragraphs carry the same numbers as those of others.

    >>> from unres.model import Text
    >>> def named(label: str, kind: Kind) -> Paragraph:
    ...     return Paragraph(kind, Label.parse(label), "", "", "", Text(""), "", 1)
    >>> spoken(named("8", Kind.OPERATIVE)), spoken(named("A/1", Kind.OPERATIVE)), spoken(named("annex/5", Kind.ANNEX))
    ('Operative paragraph 8', 'A, operative paragraph 1', 'Paragraph 5')
    """
    kind = {Kind.PREAMBULAR: "Preambular paragraph", Kind.OPERATIVE: "Operative paragraph"}.get(
        paragraph.kind, "Paragraph"
    )
    name = f"{kind} {paragraph.name.number}".rstrip()
    within = paragraph.name.scopes
    return ", ".join([*within, name[0].lower() + name[1:]]) if within else name


def opening(paragraph: Paragraph) -> str:
    """The opening words in italics; without such words, the first few of the paragraph.

    >>> from pathlib import Path
    >>> from unres.text.parser import resolution_of
    >>> opening(resolution_of(Path("resolution/62-160.md")).paragraphs[1])
    'Reaffirming its commitment'
    """
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
    first = _without_adverbs(lead).split(" ")[0]
    return first.endswith("s") and not first.endswith(("ous", "ss"))


def verb(lead: str) -> str:
    """The verb of opening words, by which paragraphs are counted and chosen; empty without opening words.

    >>> verb("Also strongly urges"), verb("Calls upon"), verb("Noting with concern"), verb("Takes note with interest")
    ('Urges', 'Calls upon', 'Noting', 'Takes note')
    """
    first, *more = _without_adverbs(lead).split(" ")
    words = [first, *more[:1]] if more[:1] and more[0] in _PARTICLES else [first]
    return " ".join(words).rstrip(",").capitalize()


def _without_adverbs(lead: str) -> str:
    rest = lead
    while (adverb := _ADVERB.match(rest)) and adverb.end() < len(rest):
        rest = rest[adverb.end() :]
    return rest


def first_words(paragraph: Paragraph) -> str:
    """The opening words and six after them, enough to tell paragraphs that open alike from each other.

    >>> from pathlib import Path
    >>> from unres.text.parser import resolution_of
    >>> first_words(resolution_of(Path("resolution/62-160.md")).paragraphs[1])
    'Reaffirming its commitment to promoting international cooperation, as set …'
    """
    words = paragraph.text.plain.split()
    count = len(paragraph.lead.split()) + _OPENING_WORDS
    return " ".join(words[:count]) + (" …" if len(words) > count else "")


def spoken_label(label: str) -> str:
    """A label as people cite it.

    >>> [spoken_label(label) for label in ("8 (a)", "B/pp2", "annex/5", "fn3", "table1:2:3")]
    ['OP8 (a)', 'B, PP2', 'annex, §5', 'note 3', 'table 1']
    """
    name = Label.parse(label.partition(":")[0])  # the cell of a table is named by its table
    if name.series is Series.NOTE:
        return f"note {str(name).removeprefix(Series.NOTE)}"
    if name.series is Series.HEADING:
        return "heading"
    if name.series is Series.TABLE:
        return f"table {name.number}"
    annex = [] if name.attached is None else [f"annex {name.attached or ''}".rstrip()]
    return ", ".join([*annex, *name.scopes, *filter(None, [_short(name)])])


def _short(name: Label) -> str:
    """A paragraph's label without what stands before its number: ``OP8 (a)``, ``PP2``, ``§5`` in an annex."""
    within = str(replace(name, attached=None, part="", section="", stretch=0))
    if name.series is Series.NUMBERED:
        return ("OP" if name.attached is None else "§") + within
    if name.series is Series.UNNUMBERED and name.attached is not None:
        return f"¶{within.removeprefix(Series.UNNUMBERED)}"
    if name.series in (Series.PREAMBULAR, Series.SOLE):
        return within.replace(name.series, name.series.upper(), 1)
    return within


def description(resolution: Resolution, page: str = "") -> str:
    """One sentence for search engines and link previews.

    >>> from pathlib import Path
    >>> from unres.text.parser import resolution_of
    >>> description(resolution_of(Path("resolution/62-160.md")), "Preamble").partition(":")[0]
    'Preamble of United Nations General Assembly resolution 62/160, adopted on 18 December 2007'
    """
    adopted = resolution.masthead.adopted
    when = f", adopted on {day(adopted)}" if adopted else ""
    what = f"{page} of " if page else ""
    name = f"{what}United Nations General Assembly resolution {resolution.masthead.number}{when}"
    return f"{name}: {resolution.masthead.title.plain}"


def committee(resolution: Resolution) -> str:
    """The committee on whose report a resolution was adopted; the plenary where there was none.

    >>> from pathlib import Path
    >>> from unres.text.parser import resolution_of
    >>> committee(resolution_of(Path("resolution/62-160.md")))
    'Third Committee'
    """
    report = _line(resolution, Role.REPORT)
    found = committee_in(report)
    named = report[slice(*found)] if found else PLENARY
    return PLENARY if named.startswith("without ") else named


def committee_in(report: str) -> tuple[int, int] | None:
    """Where the bracketed line of a masthead names the committee, or says that there was none.

    >>> line = "[on the report of the Third Committee (A/62/439/Add.2)]"
    >>> line[slice(*committee_in(line))]
    'Third Committee'
    """
    found = _COMMITTEE.match(report)
    return found.span("name") if found else None


def subject(resolution: Resolution) -> str:
    """The title of the agenda item; where the masthead prints none, the item's number and session.

    >>> from pathlib import Path
    >>> from unres.text.parser import resolution_of
    >>> subject(resolution_of(Path("resolution/62-160.md")))
    'Sixty-second session, agenda item 70 (b)'
    """
    title = _line(resolution, Role.AGENDA_TITLE)
    item = f"{_line(resolution, Role.SESSION)}, {_line(resolution, Role.AGENDA).lower() or 'no agenda item'}"
    return title or item.lstrip(", ")


def _line(resolution: Resolution, role: Role) -> str:
    return " ".join(line.text.plain.replace("\n", " ") for line in resolution.masthead.lines if line.role is role)
