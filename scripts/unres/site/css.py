"""One style sheet with what the pages of a site can use of all their style sheets.

In: style sheets, pages, scripts. Out: the rules that can match something, in their order. The theme's
style sheet is made for every kind of page that there is; three quarters of it match nothing here. A
rule stays if each name in its selector (element, class, id, attribute with its value) stands on some
page, or as a word in some script, which may set it. What cannot be judged so (states, ``:not``)
counts as possible: nothing that shows is ever left out.

PurgeCSS is the library for this, and would ask every contributor for Node; none in Python judges ``:is``, ``:has`` and
names that scripts set. tinycss2 reads the styles: of 150 KB 28 KB stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import tinycss2
from lxml import etree
from tinycss2 import ast

_UNMATCHED = frozenset({"href", "title", "content", "aria-label"})  # attributes whose values no selector of ours names
_WORD = re.compile(r"[\w-]+")
_USED = re.compile(r"var\(\s*(--[\w-]+)")
_ALTERNATIVES = frozenset({"is", "where", "has", "matches", "-webkit-any", "-moz-any"})
_NESTING = frozenset({"media", "supports", "layer", "container"})


@dataclass(slots=True)
class Names:
    """The names that occur on pages ("p", ".badge", "#op8", "[dir=ltr]"), and the words of scripts."""

    found: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)

    def read_page(self, page: etree._Element) -> None:
        """Takes in a page."""
        attributes: set[tuple[str, str]] = set()
        for element in page.iter(etree.Element):
            self.found.add(element.tag)
            attributes.update(element.items())
        for attribute, value in attributes:
            if attribute == "class":
                self.found.update(f".{name}" for name in value.split())
            elif attribute == "id":
                self.found.add(f"#{value}")
            elif attribute not in _UNMATCHED:
                self.found.add(f"[{attribute}={value}]")

    def read_script(self, script: str) -> None:
        """Takes in a script, or a style sheet that it loads: any of its words may be a name that it sets or uses."""
        self.words.update(_WORD.findall(script))

    def __contains__(self, name: str) -> bool:
        word = name.strip("[].#").rpartition("=")[2]
        return name in self.found or word in self.words


@dataclass(slots=True)
class _Rule:
    """A rule, an at-rule with rules in it, or (without either) text that stays as it is."""

    head: str
    declarations: list[tuple[str, str]] = field(default_factory=list)  # name and whole text
    rules: list[_Rule] | None = None

    def __str__(self) -> str:
        if self.rules is not None:
            return f"{self.head}{{{''.join(map(str, self.rules))}}}"
        return f"{self.head}{{{';'.join(text for _, text in self.declarations)}}}" if self.declarations else self.head


def slim(styles: Iterable[str], names: Names) -> str:
    """The style sheets as one, without what matches nothing."""
    rules = [rule for style in styles for rule in _rules(tinycss2.parse_stylesheet(style, True, True), names)]
    while True:
        text = "".join(map(str, rules))
        used = {*_USED.findall(text), *names.words}
        if not _drop_unused(rules, used):
            return _without_idle_keyframes(text)


def _rules(nodes: Sequence[ast.Node], names: Names) -> Iterator[_Rule]:
    for node in nodes:
        if isinstance(node, ast.QualifiedRule):
            selectors = [part for part in _split(node.prelude) if _possible(part, names)]
            if selectors:
                yield _Rule(",".join(_text(part) for part in selectors), list(_declarations(node.content)))
        elif isinstance(node, ast.AtRule) and node.lower_at_keyword in _NESTING and node.content is not None:
            inner = list(_rules(tinycss2.parse_rule_list(node.content, True, True), names))
            if inner:
                yield _Rule(f"@{node.at_keyword} {_text(node.prelude)}", rules=inner)
        elif isinstance(node, ast.AtRule) and node.lower_at_keyword != "charset":
            body = f"{{{_text(node.content)}}}" if node.content is not None else ";"
            yield _Rule(f"@{node.at_keyword} {_text(node.prelude)}{body}")


def _declarations(content: Sequence[ast.Node]) -> Iterator[tuple[str, str]]:
    for node in tinycss2.parse_blocks_contents(content, True, True):
        if isinstance(node, ast.Declaration):
            important = "!important" if node.important else ""
            yield node.name, f"{node.name}:{_text(node.value)}{important}"
        elif not isinstance(node, ast.ParseError):
            yield "", node.serialize()  # a rule within a rule


def _drop_unused(rules: list[_Rule], used: set[str]) -> int:
    """Drops custom properties that nothing asks for, and rules without anything left; returns how many went."""
    dropped = 0
    for rule in rules:
        if rule.rules is not None:
            dropped += _drop_unused(rule.rules, used)
        kept = [(name, text) for name, text in rule.declarations if not name.startswith("--") or name in used]
        dropped += len(rule.declarations) - len(kept)
        rule.declarations = kept
    filled = [rule for rule in rules if rule.rules or rule.declarations or rule.head.startswith("@")]
    dropped += len(rules) - len(filled)
    rules[:] = [rule for rule in filled if rule.rules != []]
    return dropped + len(filled) - len(rules)


_KEYFRAMES = re.compile(r"@(?:-webkit-)?keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")


def _without_idle_keyframes(text: str) -> str:
    rest = _KEYFRAMES.sub("", text)
    return _KEYFRAMES.sub(lambda found: found[0] if found[1] in rest else "", text)


# Selectors


def _split(tokens: Iterable[ast.Node]) -> list[list[ast.Node]]:
    """Selectors of a list that is separated by commas."""
    parts: list[list[ast.Node]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _possible(selector: Sequence[ast.Node], names: Names) -> bool:
    """Whether every name of a selector occurs."""
    before = ""
    for token in selector:
        if before != ":" and not _occurs(token, before, names):
            return False
        if token.type == "function" and token.lower_name in _ALTERNATIVES:
            parts = _split(token.arguments)
            if not any(_possible(part, names) for part in parts):
                return False
        before = token.value if token.type == "literal" else ""
    return True


def _occurs(token: ast.Node, before: str, names: Names) -> bool:
    """Whether a part of a selector names something that occurs; what names nothing does."""
    if token.type == "ident":
        return f".{token.value}" in names if before == "." else token.value in names
    if token.type == "hash":
        return f"#{token.value}" in names
    return token.type != "[] block" or _attribute(token.content, names)


def _attribute(content: Sequence[ast.Node], names: Names) -> bool:
    parts = [token for token in content if token.type != "whitespace"]
    if len(parts) == 3 and parts[1].type == "literal" and parts[1].value == "=":
        return f"[{parts[0].value}={parts[2].value}]" in names
    return True  # whether it is set at all, or begins or ends with something, is not judged


def _text(tokens: Iterable[ast.Node]) -> str:
    """Tokens as text on one line, without comments."""
    kept = [token for token in tokens if token.type != "comment"]
    return str(
        tinycss2.serialize(ast.WhitespaceToken(0, 0, " ") if token.type == "whitespace" else token for token in kept)
    ).strip()
