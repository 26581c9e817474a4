"""Numbers of resolutions and decisions: which of them are, with their noun, their date and their claim.

In: the tokens of a passage. Out: mentions, each a number with what the words say of it. ``ownership`` decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from unres.citations import names
from unres.citations.body_claims import STOP, Claim, How, Named, before_noun, behind_number
from unres.citations.scan import BODY, Token, between
from unres.dates import MONTHS

# what may stand between two members of an enumeration, dates and paragraphs being tokens of their own
_LINK = re.compile(
    r"""^ (?: ,?\s(?:sects?\.|sections?|annex(?:es)?|chap\.|paras?\.|paragraphs?|parts?)(?!\w)
      (?:\s?[\w.()\u2013-]{1,14}){0,3} ){0,4}
    (?: ,?\s?(?:and|or|to|as\swell\sas)\s? | [,;]\s? | \s?[\u2013-]\s? | \s?\( )
    (?: (?:and|or|also|in\sparticular|including|as\swell\sas|most\srecently|its|to)\s ){0,3} \s* $""",
    re.VERBOSE,
)
_LEAD = re.compile(r"(?:[,;(]|\b(?:and|or|to|as|particular|including|namely|notably|with|by|being|is|was|of|in))\s$")
_OF = re.compile(r"^,?(?:\s(?:sect\.|section)\s[IVXLC]{1,6},)?\s(?:also\s)?(?:of|on|dated|adopted on)\s$")
# the Council's records hold the Commission's reports: who keeps them is not whose a number is
_RECORDS = re.compile(r"\bRecords\sof\sthe\s$")


@dataclass(slots=True)
class Mention:
    """A number of a resolution or decision in a passage."""

    token: Token
    noun: Token
    direct: bool
    its: bool
    claim: Claim
    date: tuple[int, int] | None = None
    nearby: tuple[str, ...] = ()  # the bodies named in the passage, the last first


@dataclass(slots=True)
class _Group:
    """A noun and what it governs."""

    noun: Token
    claim: Claim
    its: bool
    members: list[Mention] = field(default_factory=list)
    settled: int = 0  # how many members the words behind them have been read for


def mentions(text: str, tokens: list[Token], named: Named) -> list[Mention]:
    """The mentions of a passage, in reading order.

    >>> from unres.citations.scan import scan
    >>> text = "resolutions 37/90 of 10 December 1982 and 54/68 of 6 December 1999 on a scale of 12/1"
    >>> [(text[found.token.start : found.token.end], found.date) for found in mentions(text, list(scan(text)), Named())]
    [('37/90', (1982, 12)), ('54/68', (1999, 12))]
    """
    found: list[Mention] = []
    here: list[str] = []
    group: _Group | None = None
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        if group and before and STOP.search(text, before.end, token.start + 1):
            group = None
        if token.kind == BODY:
            _note(text, token, named, here)
        elif token.kind == "noun":
            claim, its = before_noun(text, tokens, index, named)
            group = _Group(token, claim, its)
        elif token.kind == "numbered" and group and before and _governed(text, tokens, index, group):
            mention = _mention(text, tokens, index, group)
            group.members.append(mention)
            found.append(mention)
            _read_behind(text, tokens, index, group)
    nearby = tuple(dict.fromkeys(reversed(here)))
    for mention in found:
        mention.nearby = nearby
    return found


def _note(text: str, token: Token, named: Named, here: list[str]) -> None:
    body = names.by_full_name().get(names.plain(text[token.start : token.end]))
    if body:
        named.name(body)
        if not _RECORDS.search(text, max(0, token.start - 40), token.start):
            here.append(body)


def _governed(text: str, tokens: list[Token], index: int, group: _Group) -> bool:
    """Whether a number is its noun's: next to it, or a member of the enumeration that it opens."""
    token, before = tokens[index], tokens[index - 1]
    gap = between(text, before, token)
    if before is group.noun:
        if re.fullmatch(r"\s(?:[Nn]os?\.\s)?", gap):
            return True
    elif before.kind == BODY and gap.isspace() and group.members:
        return True
    for form in ("dotted", "chapter"):  # other numbers look like these: only after one of the same form
        if token.group(form):
            return bool(group.members and group.members[-1].token.group(form) and _LINK.match(gap))
    linked = _LINK.match(gap) and group.members and _after_member(tokens, index, group)
    return bool(linked) or (_dated(text, tokens, index) is not None and bool(_LEAD.search(gap)))


def _after_member(tokens: list[Token], index: int, group: _Group) -> bool:
    """Whether only dates and paragraph numbers stand between the last member and a number."""
    last = group.members[-1].token
    for token in reversed(tokens[max(0, index - 4) : index]):
        if token is last:
            return True
        if token.kind not in ("date", "paragraphs", BODY):
            return False
    return False


def _dated(text: str, tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Year and month of the date beside a number."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or after.kind != "date" or not _OF.match(between(text, tokens[index], after)):
        return None
    words = text[after.start : after.end].split()
    return int(words[2]), MONTHS.index(words[1]) + 1


def _mention(text: str, tokens: list[Token], index: int, group: _Group) -> Mention:
    token = tokens[index]
    direct = tokens[index - 1] is group.noun
    its = group.its or text[max(0, token.start - 4) : token.start] == "its "
    return Mention(token, group.noun, direct, its, group.claim, _dated(text, tokens, index))


def _read_behind(text: str, tokens: list[Token], index: int, group: _Group) -> None:
    """Gives the members without a body that of the words behind: "5/14 and 4/6 of the … Assembly"."""
    claim = behind_number(text, tokens, index, group.members[-1].date is not None, bool(group.claim.how))
    if claim is None:
        return
    members, group.settled = group.members[group.settled :], len(group.members)
    for member in members:
        if member.claim.how in (How.UNSAID, How.ITS) and not (member.its and claim.how is How.UNKNOWN):
            member.claim = claim
