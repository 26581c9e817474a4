"""The notes of a document: real footnotes, each where it is first called.

In: calls as they are met. Out: references to footnotes, and the part of the file that holds their bodies. A word
processor counts footnotes by itself; a printed mark that it would not come to (a letter, an asterisk, a number out
of turn) is written out. A note that is called again is named by a field that follows its number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from unres.docx.xml import Xml, w, words
from unres.model import Call, Footnote, Text

_SEPARATORS = 2  # Word keeps the first two numbers for the lines above the notes


@dataclass(slots=True)
class Notes:
    """The notes of a resolution and those already called."""

    by_anchor: dict[str, Footnote]
    called: dict[str, int] = field(default_factory=dict)
    counted: int = 0

    @classmethod
    def of(cls, footnotes: Sequence[Footnote]) -> Notes:
        """Notes by the anchor that calls name them with."""
        return cls({note.anchor: note for note in footnotes})

    def call(self, call: Call) -> list[Xml]:
        """The runs of a marker."""
        if call.note not in self.by_anchor:
            return [_raised(words(call.number))]
        if call.note in self.called:
            return _again(self.called[call.note], call.number)
        identifier = self.called[call.note] = len(self.called) + _SEPARATORS
        if call.number == str(self.counted + 1):
            self.counted += 1
            shown = [w("footnoteReference", id=str(identifier))]
        else:
            reference = w("footnoteReference", customMarkFollows="1", id=str(identifier))
            shown = [reference, *words(call.number)]
        mark = str(identifier)
        return [w("bookmarkStart", id=mark, name=_bookmark(identifier)), _raised(shown), w("bookmarkEnd", id=mark)]

    def uncalled(self) -> list[Footnote]:
        """The notes that no word calls: a document can only show them as text."""
        return [note for anchor, note in self.by_anchor.items() if anchor not in self.called]

    def part(self, runs_of: Callable[[Text], list[Xml]]) -> list[Xml]:
        """The bodies of the notes that are called."""
        separators = [
            w("footnote", [w("p", [w("r", [w(line)])])], type=line, id=str(at))
            for at, line in enumerate(("separator", "continuationSeparator"))
        ]
        return [*separators, *(self._body(*called, runs_of) for called in self.called.items())]

    def _body(self, anchor: str, identifier: int, runs_of: Callable[[Text], list[Xml]]) -> Xml:
        note = self.by_anchor[anchor]
        mark = _raised([w("footnoteRef")] if note.number.isdigit() else words(note.number))
        style = w("pPr", [w("pStyle", val="FootnoteText")])
        return w("footnote", [w("p", [style, mark, w("r", words(" ")), *runs_of(note.text)])], id=str(identifier))


def _raised(content: Sequence[Xml]) -> Xml:
    return w("r", [w("rPr", [w("rStyle", val="FootnoteReference")]), *content])


def _bookmark(identifier: int) -> str:
    return f"note{identifier}"


def _again(identifier: int, number: str) -> list[Xml]:
    return [w("fldSimple", [_raised(words(number))], instr=f" NOTEREF {_bookmark(identifier)} \\f \\h ")]
