"""A collection of invented resolutions, of any size, the same on every machine.

``python -m benchmarks.invented --size 902 --out DIR`` writes source texts whose paragraphs, notes, references,
sections and annexes are as many, as long and of the same kinds as those of real ones (``shape``); the
words mean nothing. A resolution depends on its place in the collection alone, so a smaller collection is the
beginning of a larger one.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks import shape
from benchmarks.citing import JOINTS, SESSIONS, Citing, adopted, number_of
from benchmarks.dice import Dice, zipf
from benchmarks.units import Unit, call_notes, letter, printed
from benchmarks.words import Words
from unres.numbering import to_roman

SIZE = 902
SEED = 1945
ORDINALS = {78: "Seventy-eighth", 79: "Seventy-ninth", 80: "Eightieth"}
COMMITTEES = "First Second Third Fourth Fifth Sixth".split()

# By how often they open a paragraph
PREAMBULAR_LEADS = (
    "Recalling|Recognizing|Reaffirming|Noting|Welcoming|Recalling also|Taking note|Stressing|Recognizing also"
    "|Emphasizing|Acknowledging|Recalling further|Reaffirming also|Bearing in mind|Mindful|Noting with concern"
    "|Convinced|Deeply concerned|Expressing concern|Underlining|Reiterating|Welcoming also|Aware|Conscious"
).split("|")
OPERATIVE_LEADS = (
    "Requests|Encourages|Calls upon|Welcomes|Recognizes|Invites|Notes|Decides|Urges|Stresses|Reaffirms|Emphasizes"
    "|Takes note|Also requests|Further requests|Reiterates|Notes with appreciation|Also encourages|Expresses concern"
    "|Underlines|Acknowledges|Also welcomes|Strongly condemns|Commends|Also invites|Calls upon once again"
).split("|")


class Writer:
    """Invents one resolution."""

    def __init__(self, index: int, seed: int = SEED) -> None:
        self.dice = Dice(seed * 1_000_003 + index)
        self.words = Words(self.dice)
        self.citing = Citing(self.dice, self.words, index)
        self.index = index
        self.number = 0  # of the last operative paragraph
        self.units: list[Unit] = []

    def text(self) -> str:
        """Its source text."""
        rank = self.dice.share()
        head = list(self._masthead())
        if self.dice.chance(shape.PARTS_CHANCE):
            for part in "AB":
                self._heading("###", part)
                self._heading("###", self._title())
                self._main(rank / 2)
        else:
            self._main(rank)
        meeting = f"*{self.dice.whole(20, 89)}th plenary meeting  \n{adopted(self.index)}*"
        self.units.append(Unit("closing", meeting))
        self._attached()
        call_notes(self.units, self._count(shape.NOTES, rank), self.dice)
        return "\n\n".join([*head, *printed(self.units, self.citing, self.dice)]) + "\n"

    # Its parts

    def _masthead(self) -> Iterator[str]:
        session = SESSIONS[self.index % len(SESSIONS)]
        item = self.dice.whole(9, 140)
        about = Dice(SEED + item)  # the title of an agenda item is the same wherever it stands
        agenda = Words(about).title(about.drawn(shape.AGENDA_TITLE))
        letter = f" ({self.dice.pick('abcdef')})" if self.dice.chance(0.4) else ""
        report = f"A/{session}/{400 + self.dice.whole(1, 160)}, para. {self.dice.whole(5, 60)}"
        yield '---\nlanguage: en\nchecked: "invented, for measuring; no body has adopted it"\n---'
        yield "# General Assembly"
        yield f"Distr.: General  \n{self.dice.whole(2, 28)} January {1946 + session}"
        yield f"{ORDINALS[session]} session  \nAgenda item {item}{letter}  \n{agenda}"
        yield f"## Resolution adopted by the General Assembly on {adopted(self.index)}"
        yield f"[on the report of the {COMMITTEES[item % 6]} Committee ({report})]"
        yield f"### {number_of(self.index)}. {self._title()}"

    def _title(self) -> str:
        return self.words.title(self.dice.drawn(shape.TITLE))

    def _count(self, quantiles: tuple[int, ...], rank: float) -> int:
        """How many there are of something that mostly goes with the length of a resolution."""
        return self.dice.drawn(quantiles, rank if self.dice.chance(shape.TOGETHER) else None)

    def _main(self, rank: float) -> None:
        """Preamble and operative paragraphs."""
        self.units.append(Unit("enacting", "*The General Assembly*,"))
        for _ in range(self._count(shape.PREAMBULAR, rank)):
            self._preambular()
        self._operative(self.dice.drawn(shape.OPERATIVE, rank))

    def _preambular(self) -> None:
        opened = self._sentence("preambular", "", PREAMBULAR_LEADS, ",")
        if self.dice.chance(shape.PREAMBULAR_LIST_CHANCE):
            opened.end = ":"
            self._list(shape.PREAMBULAR_ITEM_WORDS, 0, ",")

    def _operative(self, count: int) -> None:
        sections = count >= shape.SECTIONS_FROM and self.dice.chance(shape.SECTIONS_CHANCE)
        restart = sections and self.dice.chance(shape.RESTART_CHANCE)
        italic = sections and self.dice.chance(shape.ITALIC_CHANCE)
        table = self.dice.whole(1, count) if self.dice.chance(shape.TABLE_CHANCE) else 0
        section, left = 0, 0
        self.number = 0
        for done in range(1, count + 1):
            if sections and not left:
                section += 1
                left = self.dice.drawn(shape.SECTION_LENGTH)
                self._section(section)
                self.number = 0 if restart else self.number
            elif italic and self.dice.chance(0.4):
                self._heading("#####", f"*{self._heading_words()}*")
            left -= 1
            self.number += 1
            end = "." if done == count else ";"
            opened = self._sentence("operative", f"{self.number}. ", OPERATIVE_LEADS, end)
            if done == table:
                opened.end = ":"
                self._table()
            elif self.dice.chance(shape.LIST_CHANCE):
                opened.end = ":"
                self._list(shape.ITEM_WORDS, 0, end)

    def _section(self, number: int) -> None:
        self._heading("####", to_roman(number))
        self._heading("####", self._heading_words())

    def _heading_words(self) -> str:
        return self.words.title(max(2, self.dice.drawn(shape.HEADING_WORDS)))

    def _heading(self, marks: str, words: str) -> None:
        self.units.append(Unit("heading", f"{marks} {words}"))

    def _sentence(self, kind: str, start: str, leads: list[str], end: str) -> Unit:
        """A paragraph with opening words, and the references that it may have."""
        words = shape.PREAMBULAR_WORDS if kind == "preambular" else shape.OPERATIVE_WORDS
        citing = shape.PREAMBULAR_CITING if kind == "preambular" else shape.OPERATIVE_CITING
        cited = shape.PREAMBULAR_CITED if kind == "preambular" else shape.OPERATIVE_CITED
        lead = leads[self.dice.weighted(zipf(len(leads)))]
        count = max(2, self.dice.drawn(words) - len(lead.split()))
        unit = Unit(kind, f"{start}*{lead}*", self.words.run(count), end)
        if self.dice.chance(citing):
            phrase = self.citing.phrase(self.dice.drawn(cited), self.number if kind == "operative" else 0)
            given = len(phrase.split())  # the words of the references are among those of the paragraph
            unit.words = unit.words[: max(2, len(unit.words) - given)]
            if self.dice.chance(0.5):
                unit.words.insert(0, phrase + ",")
            else:
                at = self.dice.whole(1, len(unit.words))
                unit.words.insert(at, f"{self.dice.pick(JOINTS)} {phrase}" + ("," if at < len(unit.words) else ""))
        self.units.append(unit)
        return unit

    def _list(self, words: tuple[int, ...], depth: int, end: str, length: int = 0) -> None:
        """Sub-paragraphs: (a), (b) and so on; one of them may have its own, (i), (ii) and so on."""
        count = length or self.dice.drawn(shape.LIST)
        nested = self.dice.whole(1, count - 1) if not depth and self.dice.chance(shape.NESTED_CHANCE) else 0
        for member in range(1, count + 1):
            name = to_roman(member).lower() if depth else letter(member)
            last = member == count and not depth
            unit = Unit("item", f"{'  ' * depth}- ({name})", self.words.run(self.dice.drawn(words)), ";")
            unit.words[0] = unit.words[0].capitalize()
            unit.end = end if last else ";"
            self.units.append(unit)
            if member == nested:
                unit.end = ":"
                self._list(words, depth + 1, ";", self.dice.whole(2, 6))
        if not depth and end in ".;" and self.dice.chance(shape.CONTINUED_CHANCE):
            self.units.append(Unit("item", "", self.words.run(self.dice.drawn(words)), end))

    def _table(self) -> None:
        width = self.dice.whole(3, 4)
        rows = [[f"*{self.words.title(2)}*" for _ in range(width)], ["---"] * width]
        for _ in range(self.dice.drawn(shape.TABLE_ROWS)):
            figures = [str(self.dice.whole(1, 99_999)) for _ in range(width - 1)]
            rows.append([self.words.title(self.dice.whole(1, 9)), *figures])
        self.units.append(Unit("table", "\n".join(f"| {' | '.join(row)} |" for row in rows)))

    def _attached(self) -> None:
        """Annexes: numbered paragraphs, their lists, headings among them."""
        chance = shape.ANNEX_CHANCE if self.number <= shape.ANNEX_UP_TO else shape.ANNEX_CHANCE / 10
        if not self.dice.chance(chance):
            return
        count = 2 if self.dice.chance(shape.SECOND_ANNEX_CHANCE) else 1
        for annex in range(1, count + 1):
            self._heading("###", f"Annex {to_roman(annex)}" if count > 1 else "Annex")
            self._heading("###", self._title())
            self._annex(self.dice.drawn(shape.ANNEX_LENGTH))

    def _annex(self, count: int) -> None:
        left, section = 0, 0
        for number in range(1, count + 1):
            if not left:
                section += 1
                left = self.dice.drawn(shape.SECTION_LENGTH)
                self._section(section)
            left -= 1
            words = self.words.run(max(2, self.dice.drawn(shape.ANNEX_WORDS)))
            words[0] = words[0].capitalize()
            unit = Unit("annex", f"{number}.", words, ".")
            if self.dice.chance(shape.ANNEX_CITING):
                unit.words += [f"{self.dice.pick(JOINTS)} {self.citing.phrase(1, 0)}"]
            self.units.append(unit)
            if self.dice.chance(shape.ANNEX_LIST_CHANCE):
                unit.end = ":"
                self._list(shape.ANNEX_ITEM_WORDS, 0, ".")


def write_collection(size: int, folder: Path) -> Path:
    """Writes the source texts of a collection and returns their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(size):
        name = number_of(index).replace("/", "-") + ".md"
        (folder / name).write_bytes(Writer(index).text().encode("utf-8"))
    return folder


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.invented", description="Writes invented resolutions.")
    parser.add_argument("--size", type=int, default=SIZE, metavar="N", help="how many (default: %(default)s)")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    options = parser.parse_args()
    write_collection(options.size, options.out)


if __name__ == "__main__":
    main()
