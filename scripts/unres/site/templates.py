"""Templates as they are read: no page pays for how they are laid out.

In: the source of a template. Out: the same without the blanks that its lines begin with. In HTML a line's end parts two
words as well as a line's end and ten blanks; of a page without its text those were a third. Lines stay where they are,
so that a fault in a template is still said with its line.
"""

from __future__ import annotations

import re

from jinja2 import Environment
from jinja2.ext import Extension

_INDENTED = re.compile(r"(?s)(<(pre|script|style|textarea)\b.*?</\2>)|(?m:^)[ \t]+")


class _Tight(Extension):
    """Takes each template in before it is compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 -- Jinja's
        return without_indentation(source)


def without_indentation(source: str) -> str:
    r"""A template without the blanks at the beginning of its lines, where no blank is to be seen.

    >>> without_indentation("{% if a %}\n  <p>one\n    two</p>\n{% endif %}")
    '{% if a %}\n<p>one\ntwo</p>\n{% endif %}'
    >>> without_indentation("  <pre>\n  kept</pre>")
    '<pre>\n  kept</pre>'
    """
    return _INDENTED.sub(r"\1", source)


def make_tight(templates: Environment) -> None:
    """Has templates read so, and the line's end after a tag of theirs left out."""
    templates.add_extension(_Tight)
    templates.trim_blocks = True
