"""A page to write, as a value, and the front matter that MkDocs reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

# libyaml writes the same and takes a third of the time; not every machine has it
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path below ``docs/`` and its Markdown."""

    path: str
    markdown: str


def front_matter(meta: Mapping[str, object]) -> str:
    """The head of a page's Markdown, its fields in their order."""
    fields = yaml.dump(dict(meta), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{fields}---\n\n"
