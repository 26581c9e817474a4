"""A page to write, as a value, and the front matter that MkDocs reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, count

import yaml

# libyaml writes the same and takes a third of the time; not every machine has it
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path below ``docs/`` and its Markdown."""

    path: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages that are made only where they do not lie already: their paths, and what stands for all that they show."""

    paths: tuple[str, ...]
    source: str
    make: Callable[[], Iterable[Page]]


def each_page(found: Iterable[Page | Pages]) -> Iterator[Page]:
    """All of them, made."""
    for one in found:
        yield from (one,) if isinstance(one, Page) else one.make()


_LONGEST_SLUG = 120  # characters; file systems allow 255 bytes, with the suffix


@dataclass(slots=True)
class Slugs:
    """The names of a folder's pages: each is given once, on file systems too that take ``a`` and ``A`` for one.

    >>> slugs = Slugs()
    >>> [slugs.free(name) for name in ("third-committee", "Third-Committee", "index")]
    ['third-committee', 'Third-Committee-2', 'index-2']
    """

    taken: set[str] = field(default_factory=lambda: {"index"})

    def free(self, slug: str) -> str:
        """This name if no other page has it, else with a number behind it; cut where file systems would refuse it."""
        slug = slug[:_LONGEST_SLUG].rstrip("-")
        ways = chain([slug], (f"{slug}-{number}" for number in count(2)))
        free = next(way for way in ways if way.lower() not in self.taken)
        self.taken.add(free.lower())
        return free


def front_matter(meta: Mapping[str, object]) -> str:
    """The head of a page's Markdown, its fields in their order."""
    fields = yaml.dump(dict(meta), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{fields}---\n\n"
