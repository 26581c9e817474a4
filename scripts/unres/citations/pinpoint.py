"""Paragraphs of other documents: "paragraph 143 of resolution 68/70", "Resolution 70/1, para. 51".

In: the tokens and references of a passage. Out: the references, with the labels of the paragraphs cited
where the words name any.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from unres.citations.internal import paragraph_labels
from unres.citations.model import Reference, Type
from unres.citations.scan import Token
from unres.numbering import value_of

_WITH = (Type.RESOLUTION, Type.DECISION, Type.DOCUMENT)
_BEFORE = re.compile(
    r"""(?:,?\s(?:of|in)\s(?:section|part)\s(?P<section>[IVXLC]{1,8}))?
    ,?\s(?:of|in|to)\s (?P<annex>(?:the\s)?annex\sto\s)? (?:the\s)?
    (?: its\s | (?:[A-Z]\w+\s(?:and\s|on\s|of\s)?){1,6} )? (?:[Rr]esolution\s|[Dd]ecision\s)?""",
    re.VERBOSE,
)
_AFTER = re.compile(
    r"(?:\sof\s\d{1,2}\s\w+\s\d{4})?,\s(?P<annex>annex,\s)?(?:(?:sect\.|section)\s(?P<section>[IVXLC]{1,8}),\s)?"
)
_WITHIN = re.compile(
    r"""(?:\b[Aa]nnex(?:\s(?P<annex>[IVXLC]{1,8}|\d{1,2}))?,?\s)?
    (?:\b[Ss]ect(?:ion|\.)\s(?P<section>[IVXLC]{1,8}),?\s)?$""",
    re.VERBOSE,
)


def with_paragraphs(text: str, tokens: list[Token], found: list[Reference]) -> list[Reference]:
    """The references of a passage, those that have one with their paragraph.

    >>> from unres.citations import find_in_text
    >>> text = "Recalling paragraph 143 of resolution 68/70 and resolution 70/1, sect. II, paras. 51 and 53,"
    >>> [(found.symbol, found.paragraphs) for found in find_in_text(text).references]
    [('A/RES/68/70', ('143',)), ('A/RES/70/1', ('II/51', 'II/53'))]
    """
    lists = [token for token in tokens if token.kind == "paragraphs"]
    if not lists:
        return found
    result = list(found)
    starts = [reference.start for reference in found]
    for token in lists:
        after = bisect_left(starts, token.end)
        labels = _labels(text, token)
        within = _within(text, token.start)
        if labels and not _add(text, result, after, _BEFORE, (token.end, after), [within + label for label in labels]):
            _add(text, result, after - 1, _AFTER, (token.start, after), labels)
    return result


def _within(text: str, end: int) -> str:
    """What stands before a list of paragraphs, "annex I, section II, ", as a label has it: ``annex1/II/``."""
    found = _WITHIN.search(text, max(0, end - 40), end)
    if not found or not found[0]:
        return ""
    annex = f"annex{value_of(found['annex']) if found['annex'] else ''}/" if found[0][0] in "Aa" else ""
    return annex + (f"{found['section']}/" if found["section"] else "")


def _add(
    text: str, result: list[Reference], index: int, words: re.Pattern[str], edge: tuple[int, int], labels: list[str]
) -> bool:
    """Gives a reference its paragraphs if the right words stand between the two."""
    if not 0 <= index < len(result) or result[index].type not in _WITH or result[index].paragraphs:
        return False
    reference = result[index]
    span = (edge[0], reference.start) if index == edge[1] else (reference.end, edge[0])
    match = words.fullmatch(text, *span)
    if match:
        annex = "annex/" if match["annex"] else ""
        section = f"{match['section']}/" if match["section"] else ""
        result[index] = replace(reference, paragraphs=tuple(annex + section + label for label in labels))
    return bool(match)


def _labels(text: str, token: Token) -> list[str]:
    """The labels of a list that begins with a number; letters alone are of a paragraph that is not named."""
    labels = [label for label, _ in paragraph_labels(text, *token.span("items"))]
    return labels if labels and labels[0][0].isdigit() else []
