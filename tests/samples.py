"""Short resolutions of our own invention, and ways to read them."""

from collections.abc import Iterator
from pathlib import Path

from unres.collection import Collection, Entry
from unres.model import Resolution
from unres.pages.groups import standings
from unres.pages.page import Page
from unres.pages.resolution import pages_of
from unres.text.parser import parse

ROOT = Path(__file__).parents[1]
SEED = ROOT / "resolution" / "62-160.md"

HEAD = """\
# General Assembly

Distr.: General\x20\x20
3 May 2044

Ninety-ninth session\x20\x20
Agenda item 12 (c)

## Resolution adopted by the General Assembly on 1 April 2044

[on the report of the Third Committee (A/99/401, para. 7)]

### 99/7. Lighthouses

"""
END = "\n\n*40th plenary meeting  \n1 April 2044*\n"
ENACTING = "*The General Assembly,*\n\n"


def sample(body: str, *, enacting: bool = True, closing: bool = True) -> str:
    """A whole source text around the part that a test is about."""
    return HEAD + (ENACTING if enacting else "") + body.strip("\n") + (END if closing else "\n")


def read(body: str, *, enacting: bool = True, closing: bool = True) -> Resolution:
    """The resolution that a body makes, which must be without any problem."""
    parsed = parse(sample(body, enacting=enacting, closing=closing), "sample.md")
    assert parsed.problems == ()
    assert parsed.resolution is not None
    return parsed.resolution


def problems(text: str) -> list[str]:
    """What is wrong with a source text, as it is printed."""
    return [str(problem) for problem in parse(text, "sample.md").problems]


def own_pages(entry: Entry) -> Iterator[Page]:
    """The pages of a resolution as in a collection of it alone."""
    symbol = str(entry.symbol)
    yield from pages_of(entry, dict(standings(Collection({symbol: entry})))[symbol])
