"""Where counts begin anew, so that one number names several paragraphs: in sections, annexes, lists below headings.

In: ``Draft`` values in reading order. Out: what has to stand before a number for its label to be the only one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from unres.model import Scheme
from unres.numbering import letter, value_of
from unres.text.draft import Draft, DraftRole, Scope

Group = tuple[str, int]  # a lettered part and an attached text: within it, numbers run on or begin anew
Run = tuple[str, int, int]  # the same, and the heading: what stands below one heading


def numbers_of_attached(drafts: Sequence[Draft]) -> dict[int, int]:
    """What number each attached text has in labels and addresses, 0 for none; by its place among them, from 1.

    The only one needs none. Of several each has the one that it prints, ``Annex I``, and one that prints none, such
    as a declaration within the text, has none; if several print none or two print the same, they are counted.

    >>> from unres.text.parser import parse
    >>> text = "### 99/7. Oil\\n\\n### Pledge\\n\\nWe.\\n\\n### Annex I\\n\\nOil.\\n\\n### Annex II\\n\\nWax.\\n"
    >>> [block.label for block in parse(text, "x.md").resolution.paragraphs]
    ['annex/p1', 'annex1/p1', 'annex2/p1']
    """
    numerals: dict[int, str] = {}
    for draft in drafts:  # the first of each is the heading that opens it
        found = draft.enumerator.numeral if draft.enumerator.scheme is Scheme.ANNEX else ""
        if draft.scope.attached:
            numerals.setdefault(draft.scope.attached, found)
    value = (lambda word: letter(word.lower())) if "A" in numerals.values() else value_of
    printed = {place: value(numeral) for place, numeral in numerals.items()}
    if len(printed) == 1:
        return dict.fromkeys(printed, 0)
    times = Counter(printed.values())
    named = [number for number in times if number]
    if not named or max(times[number] for number in named) > 1:
        return {place: place for place in printed}
    if times[0] <= 1:
        return printed
    free = iter(range(max(named) + 1, max(named) + times[0] + 1))
    return {place: number or next(free) for place, number in printed.items()}


def letters_of_lists(drafts: Sequence[Draft]) -> Iterator[str]:
    """For each draft the letter that its label needs besides: of a heading below which a list begins anew.

    Paragraph 3 introduces (a) and (b) below heading A, and (a) again below heading B: these are ``A/3 (a)``,
    ``A/3 (b)`` and ``B/3 (a)``.

    >>> from unres.text.parser import parse
    >>> text = "### 99/7. Oil\\n\\n3. We ask:\\n\\n#### A. Oil\\n\\n(a) Buy.\\n\\n#### B. Wicks\\n\\n(a) Trim.\\n"
    >>> [block.label for block in parse(text, "x.md").resolution.paragraphs]
    ['3', 'A/3 (a)', 'B/3 (a)']
    """
    below: dict[tuple[int, tuple[str, ...]], set[str]] = defaultdict(set)  # the headings below which a number stands
    places: list[tuple[int, str]] = []  # for each draft: which paragraph, and the heading in it
    paragraph, heading = 0, ""
    for draft in drafts:
        if draft.role is DraftRole.HEADING:
            heading = draft.enumerator.numeral
        elif draft.role in (DraftRole.NUMBERED, DraftRole.PLAIN):
            paragraph, heading = paragraph + 1, ""
        elif draft.role is DraftRole.ITEM and draft.path[0]:
            below[paragraph, draft.path].add(heading)
        places.append((paragraph, heading))
    divided = {paragraph for (paragraph, _), headings in below.items() if len(headings) > 1}
    for draft, (paragraph, heading) in zip(drafts, places, strict=True):
        listed = draft.role in (DraftRole.ITEM, DraftRole.CONTINUED) and draft.path[0] and paragraph in divided
        yield heading if listed else ""


def sections_of_runs(drafts: Sequence[Draft]) -> dict[Run, tuple[str, int]]:
    """Section and count of each run of numbers, in the texts where numbers begin anew.

    A run is what stands below one heading. Sections I and II with paragraphs 1, 2 and 1, 2 give ``I/1`` and
    ``II/1``; if section II goes on with 3, no section is named. Where numbers begin anew within one section,
    the runs are counted: ``II/1``, then ``II/s2/1``; without any numeral, ``s1/1`` and ``s2/1``.

    >>> from unres.text.parser import parse
    >>> text = "### 99/7. Oil\\n\\n#### I\\n\\n1. *Asks*.\\n\\n#### II\\n\\n1. *Ends*.\\n"
    >>> [block.label for block in parse(text, "x.md").resolution.paragraphs]
    ['I/1', 'II/1']
    """
    latest: dict[Group, Scope] = {}  # of the numbered paragraph before
    anew: set[Group] = set()  # the texts in which numbers begin anew
    of_section: dict[tuple[Group, str], int] = {}  # how many runs a section has
    counts: dict[Run, int] = {}  # which of its section's runs it is
    for draft in drafts:
        if draft.role is not DraftRole.NUMBERED:
            continue
        scope, group = draft.scope, _group(draft.scope)
        before = latest.get(group)
        begins = int(draft.path[0]) == 1 and before is not None and before.run != scope.run
        if begins:
            anew.add(group)
        if (run := (*group, scope.run)) not in counts:
            count = of_section.get((group, scope.section), 0)
            counts[run] = of_section[group, scope.section] = max(count + begins, 1)
        latest[group] = scope
    named: dict[Run, tuple[str, int]] = {}
    for scope in (draft.scope for draft in drafts if _group(draft.scope) in anew):
        run, first = (*_group(scope), scope.run), 1 if scope.section else 0
        several = of_section.get((_group(scope), scope.section), 0) > 1
        count = counts.get(run, first)
        named[run] = scope.section, count if several and count > first else 0
    return named


def _group(scope: Scope) -> Group:
    return scope.part, scope.attached
