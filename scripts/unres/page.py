"""A page to write, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path below ``docs/`` and its Markdown."""

    path: str
    markdown: str
