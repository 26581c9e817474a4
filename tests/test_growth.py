"""Work grows with the length of a text and not with its square, whatever stands in it: counted, at one size and at four times it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from growth import lines_run
from samples import sample
from unres.akomantoso.builder import tree_of
from unres.collection import collect, make_reading
from unres.exports import Base
from unres.exports.formats import beside
from unres.insight import Insight
from unres.pages.write import pages_of_site
from unres.text.parser import parse

SHORT, FACTOR = 48, 4
SLACK = 1.6  # what does not grow makes the factor smaller; a square would make it four times as large

TEXTS: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: sample("".join(f"{at}. *Asks*;\n\n" for at in range(1, n + 1))),
    "preambular paragraphs": lambda n: sample("*Noting* fog,\n\n" * n + "1. *Ends*."),
    "sub-paragraphs of one number": lambda n: sample("1. *Asks*:\n\n" + "- (a) fog;\n" * n),
    "sub-paragraphs without a number": lambda n: sample("1. *Asks*:\n\n" + "- fog;\n" * n),
    "paragraphs of one number": lambda n: sample("1. *Asks*;\n\n" * n),
    "headings of one numeral": lambda n: sample("1. *Ends*.\n\n" + "#### I\n\n" * n),
    "sections of one numeral": lambda n: sample("#### I\n\n1. *Asks*;\n\n" * n),
    "parts of one letter": lambda n: sample("### A\n\n1. *Asks*;\n\n" * n),
    "headings of one name": lambda n: sample("1. *Ends*.\n\n" + "#### Fog\n\n" * n),
    "articles of one number": lambda n: sample("1. *Ends*.") + "\n\n### Annex\n\n" + "#### Article 5\n\nFog.\n\n" * n,
    "annexes": lambda n: sample("1. *Ends*.") + "\n\n### Annex\n\nFog.\n\n" * n,
    "annexes of one numeral": lambda n: sample("1. *Ends*.") + "\n\n### Annex II\n\nFog.\n\n" * n,
    "appendices": lambda n: sample("1. *Ends*.") + "\n\n### Annex\n\nFog.\n\n" + "### Appendix\n\nOil.\n\n" * n,
    "tables": lambda n: sample("1. *Ends*:\n\n" + "| a | b |\n|---|---|\n| c | d |\n\nFog.\n\n" * n),
    "rows": lambda n: sample("1. *Ends*:\n\n| a | b |\n|---|---|\n" + "| c | d |\n" * n),
    "columns": lambda n: sample("1. *Ends*:\n\n|" + " a |" * n + "\n|" + "---|" * n + "\n|" + " c |" * n),
    "notes": lambda n: sample("".join(f"{at}. *Asks*;<sup>{at}</sup>\n\n<sup>{at}</sup> Fog.\n\n" for at in range(1, n + 1))),
    "notes of one letter": lambda n: sample("".join(f"{at}. *Asks*;<sup>a</sup>\n\n<sup>a</sup> Fog.\n\n" for at in range(1, n + 1))),
    "calls of one note": lambda n: sample("".join(f"{at}. *Asks*;<sup>1</sup>\n\n" for at in range(1, n + 1)) + "<sup>1</sup> Fog."),
    "markers in one paragraph": lambda n: sample("1. *Asks*" + " fog<sup>1</sup>" * n + ".\n\n<sup>1</sup> Fog."),
    "gaps between notes": lambda n: sample("".join(f"{at}. *Asks*;<sup>{2 * at}</sup>\n\n<sup>{2 * at}</sup> Fog.\n\n" for at in range(1, n + 1))),
    "italics in one paragraph": lambda n: sample(f"1. *Asks* {'*fog* and ' * n}oil."),
    "bold in italics": lambda n: sample(f"1. *Asks {'**fog** and ' * n}oil*."),
    "lines in one paragraph": lambda n: sample("1. *Asks*" + "  \nfog" * n + "."),
    "references in one paragraph": lambda n: sample(f"1. *Recalls* {'its resolution 55/2, ' * n}and ends."),
    "references to paragraphs": lambda n: sample("".join(f"{at}. *Recalls* paragraph {at} above;\n\n" for at in range(1, n + 1))),
    "words": lambda n: sample(f"1. *Asks* {'fog and oil ' * n}."),
    "one long word": lambda n: sample(f"1. *Asks* {'fog' * n}."),
    "words continued": lambda n: sample("1. *Asks*:\n\n- (a) fog;\n\n" + "as it can;\n\n" * n),
    "lines of the masthead": lambda n: sample("1. *Ends*.").replace("Agenda item 12 (c)", "Agenda item 12 (c)" + "  \nFog" * n),
    "closing lines": lambda n: sample("1. *Ends*.") + "\n*40th plenary meeting  \n1 April 2044*\n" * n,
}  # fmt: skip


def everything(text: str) -> None:
    """Reads a text and writes all that is made of it."""
    resolution = parse(text, "sample.md").resolution
    assert resolution is not None
    collection = collect([make_reading(resolution)[0]])
    assert list(pages_of_site(Insight.of(collection)))
    for entry in collection:
        assert list(beside(entry, Base()))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_work_grows_with_the_text(text: Callable[[int], str]) -> None:
    everything(text(2))  # what is worked out once
    less, more = (lines_run(lambda size=size: everything(text(size))) for size in (SHORT, SHORT * FACTOR))  # type: ignore[misc]
    assert more < SLACK * FACTOR * less


def parts(text: str) -> Callable[[], object]:
    resolution = parse(text, "sample.md").resolution
    assert resolution is not None
    return lambda: tree_of(resolution)


ALONE: dict[str, tuple[Callable[[int], Callable[[], object]], int]] = {
    "eIds of sections of one numeral": (lambda n: parts(sample("#### I\n\n1. *Asks*;\n\n" * n)), 400),
    "notes of one letter": (lambda n: partial(parse, TEXTS["notes of one letter"](n), "sample.md"), 400),
    "italics, as XML": (lambda n: partial(everything, TEXTS["italics in one paragraph"](n)), 400),
}


@pytest.mark.parametrize(("act", "size"), ALONE.values(), ids=ALONE)
def test_work_of_one_step_grows_with_the_text(act: Callable[[int], Callable[[], object]], size: int) -> None:
    less, more = (lines_run(act(many)) for many in (size, size * FACTOR))
    assert more < SLACK * FACTOR * less
