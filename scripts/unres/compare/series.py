"""Which resolution of the collection, or outside of it, is the one before in a recurring series.

In: the entries of a collection. Out: for each its predecessor with the evidence for it, and the series that these
links make. The Assembly takes up many questions every year or every second or third: the text then recalls the
resolution before, carries its title, and stands under the same agenda item.

A link rests on two of these three, or it is doubtful and offered as such. The title alone is not enough: two series
can have one title, and a question can be taken up anew after many years.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from unres.citations import Type
from unres.collection import Entry
from unres.compare.align import compared
from unres.compare.words import masked
from unres.model import Kind, Resolution
from unres.naming import subject
from unres.symbols import Symbol

_NEARLY = 88  # percent of a title's letters: a word added or left out
_MOSTLY = 0.4  # of a text's paragraphs, but for dates and numbers: the same question under a new title
_NAMESAKES = 8  # of one title, the newest are looked at: so many series of one title are not met at once
_YEARS = 4  # a predecessor is recalled for its own sake at most so many sessions later


class Evidence(StrEnum):
    """What speaks for a link, in words that a page can show."""

    TITLE = "the same title"
    NEAR_TITLE = "nearly the same title"
    MATTER = "cited as on the same matter"  # of one that is not held, whose title is not known
    AGENDA = "the same agenda item"
    RECALLED = "recalled in the text"
    WORDS = "mostly the same paragraphs"


@dataclass(frozen=True, slots=True)
class Predecessor:
    """The way to the resolution before.

    Attributes:
        symbol: of the resolution before: ``A/RES/61/168``.
        part: its lettered part, if the words name one.
        held: whether the collection holds it.
        evidence: what speaks for it.
        place: the label of the paragraph that recalls it; empty if none does.
        doubtful: whether it is an offer only.
    """

    symbol: str
    part: str
    held: bool
    evidence: tuple[Evidence, ...]
    place: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class RecurringSeries:
    """Resolutions that follow each other, the oldest first, and the link of each to the one before it."""

    symbols: tuple[str, ...]
    links: Mapping[str, Predecessor]


@dataclass(frozen=True, slots=True)
class _Recalled:
    """A resolution of the Assembly that a preamble recalls, and the words that follow it in its paragraph."""

    symbol: str
    part: str
    place: str
    session: int
    after: str


@dataclass(slots=True)
class _Known:
    """What is compared of a resolution, each worked out once."""

    symbol: str
    session: int
    age: tuple[object, ...]
    title: str  # without what changes from year to year by itself
    agenda: str  # the words of the agenda item, where the masthead prints them
    recalled: dict[str, _Recalled]
    resolution: Resolution
    said: frozenset[str] | None = None

    @classmethod
    def of(cls, entry: Entry) -> _Known:
        resolution = entry.resolution
        session = resolution.masthead.session or 0
        agenda = subject(resolution)
        return cls(
            symbol=resolution.symbol,
            session=session,
            age=(session, *entry.symbol.sort_key),
            title=_masked(resolution.masthead.title.plain),
            agenda="" if re.search(r"\bsession,", agenda) else agenda.casefold(),
            recalled={one.symbol: one for one in _recalled(entry)},
            resolution=resolution,
        )

    def paragraphs(self) -> frozenset[str]:
        """What it says, but for dates and numbers; worked out when it is first asked for."""
        if self.said is None:
            self.said = frozenset(_masked(paragraph.text.plain) for paragraph in compared(self.resolution))
        return self.said


def series_of(entries: Iterable[Entry]) -> dict[str, RecurringSeries]:
    """The series that each resolution stands in, by its symbol; those that stand alone are left out."""
    known = _known(entries)
    links = _links(known)
    first: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for symbol in known:  # each after the one before it
        link = links.get(symbol)
        before = link.symbol if link and link.held and not link.doubtful else ""
        first[symbol] = first.get(before, symbol)
        members.setdefault(first[symbol], []).append(symbol)
    series = {
        name: RecurringSeries(tuple(found), {s: links[s] for s in found if s in links})
        for name, found in members.items()
    }
    return {s: series[name] for s, name in first.items() if len(series[name].symbols) > 1 or s in links}


def _known(entries: Iterable[Entry]) -> dict[str, _Known]:
    """By symbol, the oldest first."""
    return {one.symbol: one for one in sorted(map(_Known.of, entries), key=lambda one: one.age)}


def _links(known: Mapping[str, _Known]) -> dict[str, Predecessor]:
    titles: dict[str, list[_Known]] = {}
    links: dict[str, Predecessor] = {}
    for one in known.values():  # the oldest first, so that only older ones are met
        namesakes = titles.setdefault(one.title, [])
        link = _predecessor(one, namesakes, known)
        if link:
            links[one.symbol] = link
        namesakes.append(one)
    return links


def _predecessor(one: _Known, namesakes: Sequence[_Known], known: Mapping[str, _Known]) -> Predecessor | None:
    recalled = [known[symbol] for symbol in one.recalled if symbol in known and known[symbol].age < one.age]
    earlier = {before.symbol: before for before in (*namesakes[-_NAMESAKES:], *recalled)}
    weighed = [(before, evidence) for before in earlier.values() if _speaks(evidence := _evidence(one, before))]
    if weighed:
        before, evidence = max(weighed, key=lambda found: (not _is_doubtful(found[1]), found[0].age))
        doubtful = _is_doubtful(evidence)
        if not doubtful or not one.recalled:
            place = one.recalled[before.symbol].place if before.symbol in one.recalled else ""
            return Predecessor(before.symbol, "", True, evidence, place, doubtful)
    return _outside(one, [found for symbol, found in one.recalled.items() if symbol not in known])


def _outside(one: _Known, recalled: Sequence[_Recalled]) -> Predecessor | None:
    """A predecessor that is not held: the newest resolution recalled, if it is recent.

    Its title is not known; the link is sure only where the words that follow it name the matter as this title does.
    """
    recent = [found for found in recalled if one.session - _YEARS <= found.session < one.session]
    newest = max((found.session for found in recent), default=0)
    candidates = [found for found in recent if found.session == newest]
    if not candidates:
        return None
    named = [found for found in candidates if fuzz.partial_ratio(one.title, _masked(found.after)) >= _NEARLY]
    best = (named or candidates)[0]
    evidence = (Evidence.MATTER, Evidence.RECALLED) if named else (Evidence.RECALLED,)
    return Predecessor(best.symbol, best.part, False, evidence, best.place, _is_doubtful(evidence))


def _evidence(one: _Known, before: _Known) -> tuple[Evidence, ...]:
    is_recalled = before.symbol in one.recalled
    found: list[Evidence] = []
    if one.title == before.title:
        found.append(Evidence.TITLE)
    elif fuzz.ratio(one.title, before.title) >= _NEARLY:
        found.append(Evidence.NEAR_TITLE)
    elif is_recalled and _shared(one.paragraphs(), before.paragraphs()) >= _MOSTLY:
        found.append(Evidence.WORDS)
    if is_recalled:
        found.append(Evidence.RECALLED)
    if one.agenda and one.agenda == before.agenda:
        found.append(Evidence.AGENDA)
    return tuple(found)


def _speaks(evidence: Iterable[Evidence]) -> bool:
    """Whether anything speaks for one question: being recalled, or under one item, many texts are."""
    return bool({Evidence.TITLE, Evidence.NEAR_TITLE, Evidence.WORDS} & set(evidence))


def _is_doubtful(evidence: Sequence[Evidence]) -> bool:
    return len(evidence) < 2


def _recalled(entry: Entry) -> Iterator[_Recalled]:
    """The resolutions of its own body that the preamble recalls, each once."""
    preamble = {str(p.label): p.text.plain for p in entry.resolution.paragraphs if p.kind is Kind.PREAMBULAR}
    seen: set[str] = set()
    for reference in entry.references:
        symbol = reference.document
        session = Symbol(symbol or "").session
        if (
            symbol
            and session
            and reference.type is Type.RESOLUTION
            and reference.place in preamble
            and symbol not in seen
        ):
            seen.add(symbol)
            after = preamble[reference.place][reference.end :]
            yield _Recalled(symbol, reference.part or "", reference.place, session, after)


def _masked(text: str) -> str:
    return " ".join(masked(text))


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """The share of paragraphs that two texts have in common, but for dates and numbers."""
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0
