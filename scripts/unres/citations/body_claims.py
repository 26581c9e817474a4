"""Which words say whose a resolution is: those before its noun, and those behind its number.

In: the tokens of a passage around a noun or number. Out: claims. Sources of the rules: Editorial Manual,
'Resolutions and other formal decisions', and how the Assembly names other bodies in its own texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from unres.citations import names
from unres.citations.scan import BODY, Token, between

WINDOW = 160
_ITS = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Oo]ur)\s(?:(?:own|previous|earlier|relevant|landmark|recent|annual|subsequent)\s)?$"
)
# "the Council, including at its fiftieth session, in paragraph 3 of its"
_SUBJECT = re.compile(
    r"""^,?\s (?:(?:including|in\sparticular|particularly|especially|notably|inter\salia,?)\s)?
    (?:at\s(?:its|the)\s[\w\s-]{3,40}?(?:session|meeting),?\s)? ,?
    (?:in|by|through|under|via)\s
    (?: (?:paragraphs?|sections?|the\sannexe?s?|annex|part)\b [\w\s(),-]{0,40}? \s(?:of|to)\s )? (?:its|their)\s$""",
    re.VERBOSE,
)
# a comma before "of" begins the next item of a list: "by resolution 72/55, of the Group"
_TRAILING = re.compile(
    r"^(?:\s(?:\([^()]{0,40}\)\s)?of|,?\s(?:\([^()]{0,40}\)\s)?(?:adopted\s)?by)\s(?:the\s)?(?:\w+-\w+\ssession\sof\sthe\s)?$"
)
_OTHER_TRAILING = re.compile(
    r"(?:\sof|,?\s(?:adopted\s)?by)\sthe\s((?:[A-Z][\w\u2019-]*\s(?:of\s(?:the\s)?)?){0,8}[A-Z]\w+)"
)
_LAST_WORD = re.compile(r"([^\s,]+),?\s$")
# a body that another founds is not the one whose resolution does it
_FOUNDED = re.compile(r"\b(?:establish|creat|found|conven|convok)\w*\s(?:of\s)?(?:the\s|a\s|an\s)?$")
_ADOPTION = re.compile(r"adoption,?\s(?:on\s[\w\s]{6,20},?\s)?by\s(?:the\s)?(?P<name>[A-Z][^.;:]{3,140}?),?\sof\s$")
_CONNECTOR = re.compile(
    r",?\s(?:(?:including|in\sparticular|particularly|especially|notably|inter\salia,?)\s)?(?:in|by|through|under|via|of)\s(?:(?:paragraphs?|sections?|the\sannex)\b[\w\s(),-]{0,40}?\s(?:of|to)\s)?(?:its|their)\s$"
)
_NAME = re.compile(r"\b[A-Z][\w\u2019-]*(?:\s(?:(?:of|on|for|and|the|to|in|against)\s)*[A-Z][\w\u2019-]*){0,14}$")
_CHAPTER = re.compile(r"[^;.]{0,4}?(?:,\s(?:(?:chap|sect)\.\s[\w.]+|annex(?:es)?(?:\s[\w]+)?)){0,3},\s")
_OF_ITS = re.compile(r",?\sof\s(?:its|their)\s")
_FAR = re.compile(r"\bby\s(?:the\s)?$")
_ADOPTED = re.compile(r"\badopt(?:ed|ion|ing)\b[^.;]{0,34}$")
_ADOPTED_BY = re.compile(r"\badopted\sby\s(?:the\s)?$")
STOP = re.compile(r"(?<!\bsect)(?<!\bsects)(?<!\bpara)(?<!\bparas)(?<!\bchap)(?<!\bNo)(?<!\bvol)[.:]\s+(?=[A-Z“\"(])")


class How(StrEnum):
    """How words say whose a number is."""

    UNSAID = ""
    NAMED = "named"  # in full: “Economic and Social Council resolution”
    SHORT = "short"  # “the Council”
    ITS = "its"
    UNKNOWN = "unknown"  # a body that is not among ours


@dataclass(frozen=True, slots=True)
class Claim:
    """Which words say whose a number is.

    Attributes:
        how: how they say it.
        bodies: those that the words name, the likeliest first.
    """

    how: How = How.UNSAID
    bodies: tuple[str, ...] = ()


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


def before_noun(text: str, tokens: list[Token], index: int, named: Named) -> tuple[Claim, bool]:
    """What the words before a noun say, and whether they are "its".

    >>> from unres.citations.scan import scan
    >>> for text, at in (("Human Rights Council resolution", 1), ("Recalling its resolution", 0)):
    ...     claim, its = before_noun(text, list(scan(text)), at, Named())
    ...     print(str(claim.how), claim.bodies, its)
    named ('human-rights-council',) False
    its () True
    """
    noun = tokens[index]
    window = text[max(0, noun.start - WINDOW) : noun.start]
    its = bool(_ITS.search(window))
    body = tokens[index - 1] if index and tokens[index - 1].kind == BODY else None
    if body is None and its:
        body = _subject(tokens, index)
    if body:
        gap = text[body.end : noun.start]
        by_its = _OF_ITS.fullmatch(gap) and _FAR.search(text, max(0, body.start - 8), body.start)
        close = by_its or gap.isspace() or re.fullmatch(r"['\u2019]s?\s", gap) or (gap == ", " and _opens(text, body))
        if close or (its and _SUBJECT.match(gap) and not _FOUNDED.search(text, max(0, body.start - 60), body.start)):
            return _bodies(text, tokens, tokens.index(body, max(0, index - 8)), named), its
    if its:
        return Claim(How.UNKNOWN if _other_subject(window) else How.ITS), True
    unnamed = Claim(How.UNKNOWN) if _other(window) else Claim()
    return _inside(text, tokens, index) or _adopter(text, tokens, index) or unnamed, False


def _opens(text: str, body: Token) -> bool:
    """Whether a body opens a note: "Human Rights Council, resolution 5/1"."""
    return text[: min(body.start, 12)] in ("", "See ", "See also ")


def _adopter(text: str, tokens: list[Token], index: int) -> Claim | None:
    """Reads the adopter: "the adoption by the Human Rights Council, at its fifth session, of resolution 5/1"."""
    noun = tokens[index]
    start = text.find("adoption", max(0, noun.start - WINDOW), noun.start)
    found = _ADOPTION.match(text, start, noun.start) if start >= 0 else None
    if not found:
        return None
    for token in reversed(tokens[max(0, index - 4) : index]):
        if token.kind == BODY and token.start == found.start("name"):
            return _trailing_body(text, token)
    return Claim(How.UNKNOWN) if names.body_heads() & set(re.findall(r"\w+", found["name"])) else None


def _other_subject(window: str) -> bool:
    """Whether a body that is not among ours stands before "in its": "… the Commission on Narcotic Drugs, in its"."""
    connector = _CONNECTOR.search(window)
    name = _NAME.search(window, 0, connector.start()) if connector else None
    if not name or _FOUNDED.search(window, 0, name.start()):
        return False
    return bool(names.body_heads() & set(re.findall(r"\w+", name[0])))


def _inside(text: str, tokens: list[Token], index: int) -> Claim | None:
    """A resolution inside a document: "A/CONF.1/2, chap. I, resolution 3/4" is the conference's own."""
    before = tokens[index - 1] if index else None
    if before is None or before.kind != "document" or not _CHAPTER.fullmatch(text, before.end, tokens[index].start):
        return None
    owner = next(
        (body.id for body in names.bodies().values() if body.files and re.match(body.files, before.group("symbol"))),
        None,
    )
    return Claim(How.NAMED, (owner,)) if owner else Claim(How.UNKNOWN)


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
        return Claim(How.NAMED, (body,))
    if _other(text[max(0, token.start - WINDOW) : token.start], partial=True):
        return Claim(How.UNKNOWN)
    return Claim(How.SHORT, named.latest(names.by_short_name()[words]))


def _other(window: str, partial: bool = False) -> bool:
    """Whether the name of a body that is not among ours ends a stretch of text.

    With ``partial``, whether the name goes on: a capitalised word before "Council", as in "Governing
    Council", that does not open a sentence.
    """
    word = _LAST_WORD.search(window, max(0, len(window) - 40))
    if not word:
        return False
    if partial:
        opens = not window[: word.start()].strip() or word[1].endswith("ing") or word[0].endswith(", ")
        return word[1][:1].isupper() and (not opens or word[1] in names.participles())
    if word[1] in names.body_heads():
        return True
    if not word[1][:1].isupper():
        return False
    tail = re.search(
        r"\b[A-Z]\w+\s(?:of|on|for|to)\s(?:(?:[A-Z(][\w\u2019)-]*|of|on|the|for|and|to|in|against|its|,)\s)+$", window
    )
    return tail is not None and not names.body_heads().isdisjoint(tail[0].split())


def behind_number(text: str, tokens: list[Token], index: int, dated: bool, claimed: bool) -> Claim | None:
    """What the words behind a number and its date say: "of the Human Rights Council", "adopted by …".

    Where nothing has claimed the number yet, a body far behind can: "…, by the Subcommission".

    >>> from unres.citations.scan import scan
    >>> text = "resolution 2000/22 of 18 August 2000 of the Commission on Human Rights"
    >>> behind_number(text, list(scan(text)), 1, dated=True, claimed=False).bodies
    ('commission-on-human-rights',)
    """
    after = index + 2 if dated and index + 1 < len(tokens) else index + 1
    end = tokens[after - 1].end
    if after < len(tokens) and tokens[after].kind == BODY and _TRAILING.match(text[end : tokens[after].start]):
        return _trailing_body(text, tokens[after])
    if found := _OTHER_TRAILING.match(text, end, min(len(text), end + WINDOW)):
        return Claim(How.UNKNOWN) if names.body_heads() & set(found[1].split()) else None
    return None if claimed else _far(text, tokens, index)


def _trailing_body(text: str, token: Token) -> Claim | None:
    words = names.plain(text[token.start : token.end])
    if body := names.by_full_name().get(words):
        return Claim(How.NAMED, (body,))
    return Claim(How.SHORT, names.by_short_name()[words]) if words in names.by_short_name() else None


def _far(text: str, tokens: list[Token], index: int) -> Claim | None:
    """A body far behind: "the adoption of resolution 2000/22 of …, on …, by the Subcommission"."""
    start = tokens[index].start
    adopted = _ADOPTED.search(text, max(0, start - 60), start)
    for token in tokens[index + 1 : index + 12]:
        if token.kind == "noun" or STOP.search(text, tokens[index].end, token.start):
            return None
        if token.kind == BODY and _FAR.search(text, tokens[index].end, token.start):
            close = _ADOPTED_BY.search(text, tokens[index].end, token.start)
            return _trailing_body(text, token) if adopted or close else None
    return None
