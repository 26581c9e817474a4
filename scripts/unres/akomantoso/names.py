"""Names of a resolution and its parts in Akoma Ntoso: IRIs and eIds.

In: the model. Out: strings. The rules are those of the Akoma Ntoso Naming Convention 1.0 (OASIS, 2019;
"NC"), sections 4 for IRIs and 5.4 for eIds, and of AKN4UN (UN System HLCM, 2018) for the United Nations'
part of them: the organ is ``un-ga``, a slash in a number becomes a hyphen, a space an underscore.
"""

from __future__ import annotations

import datetime as dt
import re

from unres.model import Footnote, Heading, Paragraph, Resolution, Scheme

# ISO 639-2/T codes of the six official languages, which NC 4.4 asks for
LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
UNDATED = "nd"  # in the place of a date that the text does not give


def work_iri(number: str, adopted: dt.date | None) -> str:
    """``/akn/un/statement/resolution/un-ga/2007-12-18/62-160``, by the date of adoption.

    >>> work_iri("62/160", dt.date(2007, 12, 18)), work_iri("217 (III)", None)
    ('/akn/un/statement/resolution/un-ga/2007-12-18/62-160', '/akn/un/statement/resolution/un-ga/nd/217_(III)')
    """
    date = adopted.isoformat() if adopted else UNDATED
    name = re.sub(r"\s+", "_", number.replace("/", "-"))
    return f"/akn/un/statement/resolution/un-ga/{date}/{name}"


def language(resolution: Resolution) -> str:
    """The three-letter code of a resolution's language; ``und`` for one that is not official."""
    return LANGUAGES.get(resolution.provenance.language.split("-")[0], "und")


def expression_iri(resolution: Resolution) -> str:
    """The work in its language and as issued on a day: ``…/62-160/eng@2008-03-13``."""
    head = resolution.masthead
    issued = head.distributed or head.adopted
    date = issued.isoformat() if issued else ""
    return f"{work_iri(head.number, head.adopted)}/{language(resolution)}@{date}"


def portion_iri(work: str, eid: str) -> str:
    """A part of a work: ``…/62-160/~para_8`` (NC 4.8.4); the whole work for an empty eId.

    >>> portion_iri("/akn/un/statement/resolution/un-ga/2007-12-18/62-160", "para_8")
    '/akn/un/statement/resolution/un-ga/2007-12-18/62-160/~para_8'
    """
    return f"{work}/~{eid}" if eid else work


def numeral(heading: Heading, *, alone: bool = False) -> str:
    """The numeral or letter that a division is named by: ``II`` of ``II``, ``Part II`` and ``II. Oil``.

    Args:
        heading: of the division.
        alone: whether to look at headings that are nothing but the numeral.
    """
    found = heading.enumerator
    named = found.scheme in (Scheme.PART, Scheme.SECTION, Scheme.LETTER)
    return found.numeral if named and (found.bare or not alone) else ""


def numbers_of(paragraph: Paragraph) -> list[str]:
    """The numbers of a paragraph from the outermost down: ``8 (a) (i)`` gives 8, a, i.

    A label made unique by a count, ``8 (2)``, gives ``8-2``.

    >>> from unres.label import Label
    >>> from unres.model import Kind, Text
    >>> for label, depth in (("8 (a) (i)", 2), ("8 (2)", 0), ("8 (cont)", 0)):
    ...     name = Label.parse(label, depth=depth)
    ...     print(numbers_of(Paragraph(Kind.OPERATIVE, name, "", "", "", Text(""), "", 1)))
    ['8', 'a', 'i']
    ['8-2']
    ['8-cont']
    """
    name = paragraph.name
    again = [str(name.count)] * (name.count > 1) + ["cont"] * (name.continued > 0)
    again += [str(name.continued)] * (name.continued > 1)
    *above, last = name.stem, *name.items
    return [*above, "-".join([last, *again])]


def note_eid(note: Footnote) -> str:
    """``authorialNote_3`` for the note whose anchor is ``fn3``, ``authorialNote_a`` for ``fn-a``.

    >>> from unres.model import Text
    >>> [note_eid(Footnote(number, Text(""), (), 1)) for number in ("3", "a", "*")]
    ['authorialNote_3', 'authorialNote_a', 'authorialNote_asterisk']
    """
    return "authorialNote_" + note.anchor.removeprefix("fn").lstrip("-")
