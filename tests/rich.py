"""Invented resolutions that have every structure between them, for whoever has to carry them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from samples import ROOT, SEED, sample
from structures import STRUCTURES
from unres.collection import Collection, Entry, collect, load, make_reading
from unres.text.checksum import seal
from unres.text.parser import parse

ANNEXES = (
    "1. *Adopts* the rules in annex I.\n\n*40th plenary meeting  \n1 April 2044*\n\n"
    "### Annex I\n\n### Rules\n\n#### I\n\n1. Light up.\n\n- (a) At dusk.\n- (b) In fog;\n\nbut not at noon.\n\n"
    "#### II. Oil\n\n1. Whale.\n\n### Annex II\n\nBe kind.\n\n##### *Of wicks*\n\nBe neat.\n\n1. Trim."
)
TABLES = (
    "*Noting*:\n\n- (a) Fog,<sup>1</sup>\n  - (i) thick,\n- (b) Rain,\n\nand hail,\n\n1. *Decides* the table:\n\n"
    "| Level<sup>a</sup> | Oil |\n|---|---|\n| A/99/1 | 5<br>6 |\n\n<sup>a</sup> As *measured*.\n\n- (a) First;\n- (b) Second;\n\n"
    "| X | Y |\n|---|---|\n| 1 | resolution 99/6 |\n\nas may be fit;\n\n- (c) Third, see resolutions 61/1 A to C;\n\n"
    "#### I\n\n| Z |\n|---|\n| CO<sub>2</sub> |\n\n*Noting* rain,\n\n2. *Recalls* paragraph 1 (b) above<sup>1</sup> & m<sup>\\2</sup> < 3.\n\n"
    "<sup>1</sup> See paragraph 3 of resolution 99/6; “10/2”."
)
COMPOSITE = (
    "### A\n\n### Oil\n\n*The General Assembly,*\n\n*Recalling* fog,\n\n1. *Adopts* the text below:\n\n"
    "*40th plenary meeting  \n1 April 2044*\n\n### B\n\n### Wicks\n\n*The General Assembly,*\n\n"
    "*Noting*:\n\n- (a) Rain,\n\n1. *Decides* more.\n\n*41st plenary meeting  \n2 April 2044*"
)
EMBEDDED = (
    "1. *Adopts* the declaration below.\n\n### Declaration\n\nWe, the keepers:\n\n1. Keep watch;<sup>1</sup>\n\n"
    "- • day;\n- • night.\n\n<sup>1</sup> See A/99/1."
)
CITED = "*Recalling* fog,\n\n1. *Asks*:\n\n- (a) Oil;\n\n2. *Asks*;\n\n3. *Ends*."
DOUBTFUL = "---\nsha256: abc\nchecked: word by word\ndoubts:\n  - page 2, a smudge\n---\n"


def entry_of(text: str, path: str = "sample.md") -> Entry:
    """The entry that a source text makes in a collection of its own, with its doubts."""
    parsed = parse(text, path)
    assert parsed.resolution is not None
    reading, doubts = make_reading(parsed.resolution)
    (entry,) = collect([replace(reading, doubts=(*parsed.problems, *doubts))])
    return entry


def seed_entry() -> Entry:
    """The entry of the seed in a collection of its own."""
    (entry,) = load([SEED])[0]
    return entry


def numbered(text: str, number: str) -> str:
    """The same text under another number."""
    return text.replace("99/7.", f"{number}.")


BODIES = {
    **{name: (body, not body.startswith("### A"), True) for name, (body, _) in STRUCTURES.items()},
    "annexes with sections": (ANNEXES, True, False),
    "tables, notes and text between lists": (TABLES, True, True),
    "a composite resolution with closing lines of its parts": (COMPOSITE, False, False),
    "an embedded declaration": (EMBEDDED, True, True),
}
STORED = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/data/structures").glob("*.md"))}
TEXTS = {
    **STORED,
    **{name: sample(body, enacting=enacting, closing=closing) for name, (body, enacting, closing) in BODIES.items()},
    "doubts": seal(DOUBTFUL + sample("1. *Asks*;\n\n3. *Condemns* fog.\n\n<sup>5</sup> Called by nobody.")),
    "no dates": sample("1. *Ends*.", closing=False).replace(" on 1 April 2044", "").replace("3 May 2044", ""),
    "a title with a note": sample("1. *Ends*.\n\n<sup>*</sup> Reissued.").replace("Lighthouses", "Light*houses*<sup>*</sup>"),
    "signs of every markup": sample(r"1. *Decides* \<script>alert(1)\</script> & {a} $5 100% #1 [b](c) \*d\* ]]> --> \\."),
}  # fmt: skip


def held(entries: Iterable[Entry]) -> Collection:
    """A collection of entries beside the seed and a resolution that others cite."""
    return collect([*entries, entry_of(numbered(sample(CITED), "99/6"), "cited.md"), seed_entry()])


def among(entry: Entry) -> Entry:
    """The same entry in such a collection."""
    return held([entry]).entries[str(entry.symbol)]
