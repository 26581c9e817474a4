"""Numbers of resolutions and decisions: which of them are, and which words say whose they are.

In: the tokens of a passage. Out: mentions, each a number with its noun, its date and a claim: the
bodies to which the words give it, the most likely first. ``whose`` then decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from unres.citations import names
from unres.citations.scan import BODY, Token, between

MONTHS = "January February March April May June July August September October November December".split()
WINDOW = 160

_ITS = re.compile(r"\b(?:[Ii]ts|[Tt]heir|[Oo]ur)\s(?:(?:own|previous|earlier|relevant|landmark|recent|annual|subsequent)\s)?$")
_SUBJECT = re.compile(
    r"""^,?\s (?:at\s(?:its|the)\s[\w\s-]{3,40}?(?:session|meeting),?\s)? ,?
    (?:in|by|through|under|via)\s
    (?: (?:paragraphs?|sections?|the\sannexe?s?|annex|part)\b [\w\s(),-]{0,40}? \s(?:of|to)\s )? (?:its|their)\s$""",
    re.VERBOSE,
)
# what may stand between two members of an enumeration, dates and paragraphs being tokens of their own
_LINK = re.compile(
    r"""^ (?: ,?\s(?:sects?\.|sections?|annex(?:es)?|chap\.|paras?\.|paragraphs?|parts?)(?!\w) (?:\s?[\w.()\u2013-]{1,14}){0,3} ){0,4}
    (?: ,?\s?(?:and|or|to|as\swell\sas)\s? | [,;]\s? | \s?[\u2013-]\s? | \s?\( )
    (?: (?:and|or|also|in\sparticular|including|as\swell\sas|most\srecently|its|to)\s ){0,3} \s* $""",
    re.VERBOSE,
)
_LEAD = re.compile(r"(?:[,;(]|\b(?:and|or|to|as|particular|including|namely|notably|with|by|being|is|was|of|in))\s$")
_STOP = re.compile(r"(?<!\bsect)(?<!\bsects)(?<!\bpara)(?<!\bparas)(?<!\bchap)(?<!\bNo)(?<!\bvol)[.:]\s+(?=[A-Z“\"(])")
_OF = re.compile(r"^,?(?:\s(?:sect\.|section)\s[IVXLC]{1,6},)?\s(?:of|on|dated|adopted on)\s$")
_TRAILING = re.compile(r"^,?\s(?:\([^()]{0,40}\)\s)?(?:adopted\s)?(?:of|by)\s(?:the\s)?(?:\w+-\w+\ssession\sof\sthe\s)?$")
_OTHER_TRAILING = re.compile(r",?\s(?:adopted\s)?(?:of|by)\sthe\s((?:[A-Z][\w\u2019-]*\s(?:of\s(?:the\s)?)?){0,8}[A-Z]\w+)")
# a body that another founds is not the one whose resolution does it
_FOUNDED = re.compile(r"\b(?:establish|creat|found|conven|convok)\w*\s(?:of\s)?(?:the\s|a\s|an\s)?$")
_ADOPTION = re.compile(r"\badoption,?\s(?:on\s[\w\s]{6,20},?\s)?by\s(?:the\s)?(?P<name>[A-Z][^.;:]{3,140}?),?\sof\s$")
_CONNECTOR = re.compile(
    r",?\s(?:in|by|through|under|via|of)\s(?:(?:paragraphs?|sections?|the\sannex)\b[\w\s(),-]{0,40}?\s(?:of|to)\s)?(?:its|their)\s$"
)
_NAME = re.compile(r"\b[A-Z][\w\u2019-]*(?:\s(?:(?:of|on|for|and|the|to|in|against)\s)*[A-Z][\w\u2019-]*){0,14}$")
_CHAPTER = re.compile(r"[^;.]{0,4}?(?:,\s(?:(?:chap|sect)\.\s[\w.]+|annex(?:es)?(?:\s[\w]+)?)){0,3},\s")
_FAR = re.compile(r"\bby\s(?:the\s)?$")


@dataclass(frozen=True, slots=True)
class Claim:
    """Which words say whose a number is.

    Attributes:
        how: ``named`` (in full), ``short`` ("the Council"), ``its``, ``unknown`` (a body that is not
            among ours), or empty when no words say.
        bodies: those that the words name, the likeliest first.
    """

    how: str = ""
    bodies: tuple[str, ...] = ()


@dataclass(slots=True)
class Mention:
    """A number of a resolution or decision in a passage."""

    token: Token
    noun: Token
    direct: bool
    its: bool
    claim: Claim
    date: tuple[int, int] | None = None
    nearby: tuple[str, ...] = ()


@dataclass(slots=True)
class Named:
    """The bodies named so far, the latest last; short names mean the latest that bears them."""

    order: list[str] = field(default_factory=list)

    def name(self, body: str) -> None:
        """Notes that a body is named in full."""
        if body in self.order:
            self.order.remove(body)
        self.order.append(body)

    def latest(self, among: tuple[str, ...]) -> tuple[str, ...]:
        """Those of some bodies that were named, the latest first, then the others."""
        known = [body for body in reversed(self.order) if body in among]
        return (*known, *(body for body in among if body not in known))


@dataclass(slots=True)
class _Group:
    """A noun and what it governs."""

    noun: Token
    claim: Claim
    its: bool
    members: list[Mention] = field(default_factory=list)


def mentions(text: str, tokens: list[Token], named: Named) -> list[Mention]:
    """The mentions of a passage, in reading order."""
    found: list[Mention] = []
    here: list[str] = []
    group: _Group | None = None
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        if group and before and _STOP.search(text, before.end, token.start + 1):
            group = None
        if token.kind == BODY:
            _note(text, token, named, here)
        elif token.kind == "noun":
            claim, its = _claim(text, tokens, index, named)
            group = _Group(token, claim, its)
        elif token.kind == "numbered" and group and before and _governed(text, tokens, index, group):
            mention = _mention(text, tokens, index, group)
            group.members.append(mention)
            found.append(mention)
            _trailing(text, tokens, index, group)
    for mention in found:
        mention.nearby = tuple(here)
    return found


def _note(text: str, token: Token, named: Named, here: list[str]) -> None:
    body = names.by_full_name().get(names.plain(text[token.start : token.end]))
    if body:
        named.name(body)
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
    if token.group("dotted") or token.group("chapter"):
        return bool(group.members) and bool(_LINK.match(gap))
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


def _claim(text: str, tokens: list[Token], index: int, named: Named) -> tuple[Claim, bool]:
    """What the words before a noun say, and whether they are "its"."""
    noun = tokens[index]
    window = text[max(0, noun.start - WINDOW) : noun.start]
    its = bool(_ITS.search(window))
    body = tokens[index - 1] if index and tokens[index - 1].kind == BODY else None
    if body is None and its:
        body = _subject(tokens, index)
    if body:
        gap = text[body.end : noun.start]
        close = gap.isspace() or re.fullmatch(r"['\u2019]s?\s", gap) or (gap == ", " and _opens(text, body))
        if close or (its and _SUBJECT.match(gap) and not _FOUNDED.search(text, 0, body.start)):
            return _bodies(text, tokens, tokens.index(body, max(0, index - 8)), named), its
    if its:
        return Claim("unknown" if _other_subject(window) else "its"), True
    return _inside(text, tokens, index) or _adopter(text, tokens, index) or _unnamed(window), False


def _opens(text: str, body: Token) -> bool:
    """Whether a body opens a note: "Human Rights Council, resolution 5/1"."""
    return text[: body.start] in ("", "See ", "See also ")


def _unnamed(window: str) -> Claim:
    return Claim("unknown") if _other(window) else Claim()


def _adopter(text: str, tokens: list[Token], index: int) -> Claim | None:
    """ "The adoption by the Human Rights Council, at its fifth session, of resolution 5/1"."""
    noun = tokens[index]
    found = _ADOPTION.search(text, max(0, noun.start - WINDOW), noun.start)
    if not found:
        return None
    for token in reversed(tokens[max(0, index - 4) : index]):
        if token.kind == BODY and token.start == found.start("name"):
            return _trailing_body(text, token)
    return Claim("unknown") if names.heads() & set(re.findall(r"\w+", found["name"])) else None


def _other_subject(window: str) -> bool:
    """Whether a body that is not among ours stands before "in its": "… the Commission on Narcotic Drugs, in its"."""
    connector = _CONNECTOR.search(window)
    name = _NAME.search(window, 0, connector.start()) if connector else None
    if not name or _FOUNDED.search(window, 0, name.start()):
        return False
    return bool(names.heads() & set(re.findall(r"\w+", name[0])))


def _inside(text: str, tokens: list[Token], index: int) -> Claim | None:
    """A resolution inside a document: "A/CONF.1/2, chap. I, resolution 3/4" is the conference's own."""
    before = tokens[index - 1] if index else None
    if before is None or before.kind != "document" or not _CHAPTER.fullmatch(text, before.end, tokens[index].start):
        return None
    return Claim("named", ("biological-diversity",)) if "CBD/COP" in before.group("symbol") else Claim("unknown")


def _subject(tokens: list[Token], index: int) -> Token | None:
    """The body before "in paragraph 3 of its": paragraph numbers may stand between."""
    for token in reversed(tokens[max(0, index - 4) : index]):
        if token.kind == BODY:
            return token
        if token.kind not in ("paragraphs", "date"):
            return None
    return None


def _bodies(text: str, tokens: list[Token], index: int, named: Named) -> Claim:
    """The body of a name, and those joined to it: "General Assembly and Security Council"."""
    token = tokens[index]
    claim = _one_body(text, token, named)
    if index and tokens[index - 1].kind == BODY and between(text, tokens[index - 1], token) in (" and ", " or "):
        other = _one_body(text, tokens[index - 1], named)
        claim = Claim(claim.how, (*claim.bodies, *other.bodies))
    return claim


def _one_body(text: str, token: Token, named: Named) -> Claim:
    words = names.plain(text[token.start : token.end])
    if body := names.by_full_name().get(words):
        return Claim("named", (body,))
    if _other(text[max(0, token.start - WINDOW) : token.start], partial=True):
        return Claim("unknown")
    return Claim("short", named.latest(names.by_short_name()[words]))


def _other(window: str, partial: bool = False) -> bool:
    """Whether the name of a body that is not among ours ends a stretch of text.

    With ``partial``, whether the name goes on: a capitalised word before "Council", as in "Governing
    Council", that does not open a sentence.
    """
    word = re.search(r"([^\s,]+),?\s$", window)
    if not word:
        return False
    if partial:
        opens = not window[: word.start()].strip() or word[1].endswith("ing") or word[0].endswith(", ")
        return word[1][:1].isupper() and not opens
    if word[1] in names.heads():
        return True
    tail = re.search(r"\b([A-Z]\w+)\s(?:of|on|for|to)\s(?:(?:[A-Z(][\w\u2019)-]*|of|on|the|for|and|to|in|against|its|,)\s)+$", window)
    return bool(tail) and word[1][:1].isupper() and any(head in tail[0].split() for head in names.heads())


def _trailing(text: str, tokens: list[Token], index: int, group: _Group) -> None:
    """Gives the members without a body that of the words behind: "5/14 and 4/6 of the … Assembly"."""
    after = index + 1
    if group.members[-1].date and after < len(tokens):
        after += 1
    end = tokens[after - 1].end
    claim = None
    if after < len(tokens) and tokens[after].kind == BODY and _TRAILING.match(text[end : tokens[after].start]):
        claim = _trailing_body(text, tokens[after])
    elif found := _OTHER_TRAILING.match(text, end, min(len(text), end + WINDOW)):
        claim = Claim("unknown") if names.heads() & set(found[1].split()) else None
    elif not group.claim.how:
        claim = _far(text, tokens, index, group)
    if claim:
        for member in group.members:
            if member.claim.how in ("", "its") and not (member.its and claim.how == "unknown"):
                member.claim = claim


def _trailing_body(text: str, token: Token) -> Claim | None:
    words = names.plain(text[token.start : token.end])
    if body := names.by_full_name().get(words):
        return Claim("named", (body,))
    return Claim("short", names.by_short_name()[words]) if words in names.by_short_name() else None


def _far(text: str, tokens: list[Token], index: int, group: _Group) -> Claim | None:
    """A body far behind: "the adoption of resolution 2000/22 of …, on …, by the Subcommission"."""
    adopted = re.search(r"\badopt(?:ed|ion|ing)\b[^.;]{0,20}$", text[max(0, group.noun.start - 40) : group.noun.start])
    for token in tokens[index + 1 : index + 12]:
        if token.kind == "noun" or _STOP.search(text, tokens[index].end, token.start):
            return None
        if token.kind == BODY and _FAR.search(text, tokens[index].end, token.start):
            close = re.search(r"\badopted\sby\s(?:the\s)?$", text[tokens[index].end : token.start])
            return _trailing_body(text, token) if adopted or close else None
    return None
