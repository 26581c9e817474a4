"""Paragraphs of other documents: "paragraph 143 of resolution 68/70", "Resolution 70/1, para. 51".

In: the tokens and references of a passage. Out: the references, with the label of the paragraph cited
where the words name one. Of several paragraphs the first is taken: it is where reading starts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from unres.citations.internal import paragraph_labels
from unres.citations.model import Reference, Type
from unres.citations.scan import Token

_WITH = (Type.RESOLUTION, Type.DECISION, Type.DOCUMENT)
_BEFORE = re.compile(
    r"^,?\s(?:of|in|to)\s(?P<annex>the\sannex\sto\s|annex\sto\s)?(?:the\s)?(?:its\s|(?:[A-Z]\w+\s(?:and\s|on\s|of\s)?){1,6})?(?:resolution\s|decision\s)?$"
)
_AFTER = re.compile(r"^(?:\sof\s\d{1,2}\s\w+\s\d{4})?,\s(?P<annex>annex,\s)?$")


def with_paragraphs(text: str, tokens: list[Token], found: list[Reference]) -> list[Reference]:
    """The references, those that have one with their paragraph."""
    lists = [token for token in tokens if token.kind == "paragraphs"]
    if not lists:
        return found
    result = list(found)
    for token in lists:
        for index, reference in enumerate(result):
            if reference.type not in _WITH or reference.paragraph:
                continue
            if abs(reference.start - token.end) > 120 and abs(token.start - reference.end) > 120:
                continue
            match = (
                _BEFORE.match(text[token.end : reference.start])
                if token.end <= reference.start
                else _AFTER.match(text[reference.end : token.start])
            )
            if match and (label := _first(text, token)):
                result[index] = replace(reference, paragraph=("annex/" if match["annex"] else "") + label)
                break
    return result


def _first(text: str, token: Token) -> str | None:
    labels = paragraph_labels(text, *token.span("items"))
    return labels[0][0] if labels and labels[0][0][0].isdigit() else None
