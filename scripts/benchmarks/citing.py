"""Invented references in the forms of real ones: what a paragraph cites, and what a note says.

In: dice, and which resolution of the collection speaks; it cites only those before it, so that a smaller
collection is the beginning of a larger one. Out: phrases for paragraphs, bodies for notes.
"""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.dice import Dice, sums
from benchmarks.shape import BODIES, DOCUMENTS, FORMS, KINDS, NOTE_KINDS, NOTE_WORDS, TREATY_AGAIN
from benchmarks.words import Words
from unres.numbering import to_roman

SESSIONS = (78, 79, 80)
OWN_CHANCE = 0.35  # of citing a resolution of the collection
KNOWN_CHANCE = 0.2  # of citing one of the resolutions that everybody cites
KNOWN = 60
TREATIES = 200
BODY_NUMBERS = range(105, 321, 18)  # of conferences and committees
ROMANS = [to_roman(number) for number in range(1, 26)]
MONTHS = "October November December".split()
TENTHS = "Thirtieth Fortieth Fiftieth Sixtieth Seventieth".split()
# before a reference, where a paragraph does not open with it
JOINTS = (
    "in accordance with", "pursuant to", "as set out in", "as called for in", "in line with", "as contained in",
)  # fmt: skip
CHARTER = (
    "the Charter of the United Nations", "the Charter of the United Nations", "Article {n} of the Charter",
    "Chapter {roman} of the Charter", "the Charter",
)  # fmt: skip


def number_of(index: int) -> str:
    """The number of the resolution at an index of the collection: sessions by turns."""
    return f"{SESSIONS[index % len(SESSIONS)]}/{1 + index // len(SESSIONS)}"


def adopted(index: int) -> str:
    """When the resolution at an index of the collection was adopted."""
    own = Dice(index)
    return f"{own.whole(1, 23)} {own.pick(MONTHS)} {1945 + SESSIONS[index % len(SESSIONS)]}"


def listed(members: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, [", ".join(members[:-1]), members[-1]]))


class Citing:
    """Makes the references of one resolution."""

    def __init__(self, dice: Dice, words: Words, index: int) -> None:
        self.dice, self.words, self.index = dice, words, index
        self.note_before = ""
        self._bodies: dict[str, Callable[[int], str]] = {
            "assembly": self._assembly,
            "security": lambda count: self._of("Security Council", count, self._security),
            "rights": lambda count: self._of("Human Rights Council", count, self._rights),
            "ecosoc": lambda count: self._of("Economic and Social Council", count, self._ecosoc),
            "environment": self._environment,
        }
        self._notes: dict[str, Callable[[], str]] = {
            "document": self._document_note,
            "resolution": self._resolution_note,
            "ibid": self._ibid,
            "treaty": lambda: f"United Nations, *Treaty Series*, {self._volume()}.",
            "free": lambda: self.words.title(max(2, dice.drawn(NOTE_WORDS))) + ".",
            "records": self._records,
            "sales": self._sales,
        }

    # What a paragraph cites

    def phrase(self, count: int, number: int) -> str:
        """Words that name so many documents; ``number`` is that of the paragraph, 0 for one without."""
        kind = self._one_of(KINDS) if count == 1 else "resolution"
        if kind == "internal" and number > 2:
            return f"paragraph {self.dice.whole(1, number - 1)} above"
        if kind == "charter":
            article, chapter = self.dice.whole(1, 111), self.dice.pick(ROMANS[:19])
            return self.dice.pick(CHARTER).format(n=article, roman=chapter)
        if kind == "decision":
            return f"its decision {self._session()}/{self.dice.whole(401, 640)}"
        if kind == "document":
            return f"document {self._symbol()}"
        return self._bodies[self._one_of(BODIES)](count)

    def _one_of(self, weights: dict[str, int]) -> str:
        return list(weights)[self.dice.weighted(sums(weights.values()))]

    def _session(self) -> int:
        """A session in arabic numerals, mostly a recent one."""
        return 31 + int(47 * max(self.dice.share() for _ in range(4)))

    def _known(self, count: int) -> Dice:
        """Dice of one of so many documents that everybody cites, some far more than others."""
        share = self.dice.share()
        return Dice(count + int(count * share * share * share))

    def _day(self) -> int:
        return self.dice.whole(1, 23)

    def _assembly(self, count: int) -> str:
        members = list(dict.fromkeys(self._assembly_number() for _ in range(count)))
        return f"its resolution{'s' if len(members) > 1 else ''} {listed(members)}"

    def _assembly_number(self) -> str:
        """A number of a resolution of the Assembly with its date."""
        if self.index and self.dice.chance(OWN_CHANCE):
            cited = self.dice.whole(0, self.index - 1)
            return f"{number_of(cited)} of {adopted(cited)}"
        if self.dice.chance(KNOWN_CHANCE):
            known = self._known(KNOWN)
            session = known.whole(45, 77)
            return f"{session}/{known.whole(1, 260)} of {known.whole(1, 23)} December {1945 + session}"
        form, ordinal = self._one_of(FORMS), self.dice.whole(1, 260)
        if form == "roman":
            session = self.dice.whole(1, 25)
            return f"{self.dice.whole(1, 3000)} ({ROMANS[session - 1]}) of {self._day()} December {1945 + session}"
        if form == "special":
            return f"S-{self.dice.whole(6, 32)}/{self.dice.whole(1, 3)}"
        if form == "emergency":
            return f"ES-{self.dice.whole(6, 11)}/{self.dice.whole(1, 20)}"
        session = self._session()
        letter = f" {self.dice.pick('ABCDEF')}" if form == "letter" else ""
        return f"{session}/{ordinal}{letter} of {self._day()} December {1945 + session}"

    def _of(self, body: str, count: int, number: Callable[[], str]) -> str:
        members = list(dict.fromkeys(number() for _ in range(count)))
        return f"{body} resolution{'s' if len(members) > 1 else ''} {listed(members)}"

    def _security(self) -> str:
        year = self.dice.whole(1990, 2025)
        return f"{670 + (year - 1990) * 60 + self.dice.whole(0, 59)} ({year}) of {self._day()} March {year}"

    def _rights(self) -> str:
        return f"{self.dice.whole(7, 58)}/{self.dice.whole(1, 33)}"

    def _ecosoc(self) -> str:
        year = self.dice.whole(1990, 2025)
        return f"{year}/{self.dice.whole(1, 40)} of {self._day()} July {year}"

    def _environment(self, count: int) -> str:
        members = list(dict.fromkeys(f"{self.dice.whole(2, 6)}/{self.dice.whole(1, 19)}" for _ in range(min(count, 4))))
        noun = "resolutions" if len(members) > 1 else "resolution"
        return f"{noun} {listed(members)} of the United Nations Environment Assembly"

    # What a note says

    def note(self) -> str:
        """The body of a note."""
        again = self.note_before == "treaty" and self.dice.chance(TREATY_AGAIN)
        kind = "ibid" if again else self._one_of(NOTE_KINDS)
        if kind == "ibid" and self.note_before in ("", "free", "sales", "ibid"):
            kind = "document"
        body = self._notes[kind]()
        if not (kind == "ibid" and self.note_before == "treaty"):
            self.note_before = kind
        return body

    def _symbol(self) -> str:
        form, year = self._one_of(DOCUMENTS), self.dice.whole(1994, 2025)
        d, h, n = self.dice.whole(1, 9), self.dice.whole(4, 58), self.dice.whole(10, 900)
        body = self.dice.pick(BODY_NUMBERS)
        return form.format(s=year - 1945, y=year, d=d, h=h, n=n, body=body, main=1 + d % 6)

    def _document_note(self) -> str:
        see = "See " if self.dice.chance(0.25) else ""
        more = self.dice.pick((", annex", ", annex I", ", sect. II", ", chap. III")) if self.dice.chance(0.35) else ""
        return f"{see}{self._symbol()}{more}."

    def _resolution_note(self) -> str:
        number = self._assembly_number().partition(" of ")[0]
        see = "See resolution" if self.dice.chance(0.25) else "Resolution"
        return f"{see} {number}{', annex' if self.dice.chance(0.4) else ''}."

    def _volume(self) -> str:
        treaty = self._known(TREATIES)
        return f"vol. {treaty.whole(1, 2999)}, No. {treaty.whole(100, 55_000)}"

    def _ibid(self) -> str:
        if self.note_before == "treaty":
            return f"Ibid., {self._volume()}."
        return self.dice.pick(("Ibid.", "Ibid., annex II.", "Ibid., chap. IV, sect. A."))

    def _records(self) -> str:
        at = self.dice.whole(0, 4)
        supplement = self.dice.whole(1, 53)
        return (
            f"*Official Records of the General Assembly, {TENTHS[at]} Session, Supplement No. {supplement}*"
            f" (A/{30 + 10 * at}/{supplement}), chap. {self.dice.pick(ROMANS[:9])}."
        )

    def _sales(self) -> str:
        year, series = self.dice.whole(5, 25), self.dice.pick(("I", "II", "V", "XIV"))
        title = self.words.title(self.dice.whole(3, 12))
        return f"*{title}* (United Nations publication, Sales No. E.{year:02}.{series}.{self.dice.whole(1, 20)})."
