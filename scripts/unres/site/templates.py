"""Templates as they are read: no page pays for how they are laid out.

In: the source of a template. Out: the same without the blanks that its lines begin with, and without the marks that
only the theme's script looks for, which no page has. In HTML a line's end parts two words as well as a line's end and
ten blanks; of a page without its text those were a third. Lines stay where they are, so that a fault in a template is
still said with its line.
"""

from __future__ import annotations

import re

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.ext import Extension

_IDLE = re.compile(
    r"""(?sx) (<(pre|script|style|textarea)\b .*? </\2>)  # where each blank is to be seen
    | (?m:^)[ \t]+
    | [ ]data-md-(?: component="[^"]*" | scrollfix)"""
)


class _Tight(Extension):
    """Takes each template in before it is compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 -- Jinja's
        return tightened(source)


def tightened(source: str) -> str:
    r"""A template without what no page needs.

    >>> tightened("{% if a %}\n  <p data-md-component=\"x\">one\n    two</p>\n{% endif %}")
    '{% if a %}\n<p>one\ntwo</p>\n{% endif %}'
    >>> tightened("  <pre>\n  kept</pre>")
    '<pre>\n  kept</pre>'
    """
    return _IDLE.sub(r"\1", source)


class _Compiled(BytecodeCache):
    """Templates as this process compiled them before: a server need not do so after each edit."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives what was kept; of another source it is not taken."""
        if data := self._kept.get(bucket.key):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps it."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def make_tight(templates: Environment) -> None:
    """Has templates read so, once for all builds, and the line's end after a tag of theirs left out."""
    templates.add_extension(_Tight)
    templates.trim_blocks = True
    templates.bytecode_cache = _COMPILED
