"""The closed lists of this room, read once: verbs with their classes, who can be asked, and what is asked for.

In: the data files beside this module. Out: values with the patterns made from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from unres.datafile import read_data

ROOM = __name__.rpartition(".")[0]  # where the lists lie


@dataclass(frozen=True, slots=True)
class VerbClass:
    """Verbs of one strength.

    Attributes:
        name: the verb that stands for them.
        rank: from 0, the strongest first.
        asks: where the words stand that say who is asked: ``object``, ``upon``, ``to``, ``that``, ``attention``
            or ``nobody``.
        verbs: in the third person.
        guarded: those that other subjects have too.
        examples: paragraphs with the verbs that stand in them; ``counter_examples`` have none.
    """

    name: str
    rank: int
    asks: str
    verbs: tuple[str, ...]
    guarded: frozenset[str]
    examples: tuple[tuple[str, tuple[str, ...]], ...]
    counter_examples: tuple[str, ...]


@cache
def classes() -> tuple[VerbClass, ...]:
    """The classes of verbs, the strongest first."""
    return tuple(
        VerbClass(
            name=row["name"],
            rank=rank,
            asks=row["asks"],
            verbs=tuple(dict.fromkeys([*row["verbs"], *row.get("guarded", [])])),
            guarded=frozenset(row.get("guarded", ())),
            examples=tuple((text, tuple(verbs)) for text, verbs in row["examples"]),
            counter_examples=tuple(row["counter_examples"]),
        )
        for rank, row in enumerate(read_data(ROOM, "verbs.toml")["class"])
    )


@cache
def by_verb() -> dict[str, VerbClass]:
    """The class of each verb."""
    return {verb: row for row in classes() for verb in row.verbs}


@cache
def by_printed() -> dict[str, str]:
    """The one name of each body, by its names as printed."""
    return {printed: row["name"] for row in read_data(ROOM, "actors.toml")["body"] for printed in row["printed"]}


@cache
def heads(kind: str) -> frozenset[str]:
    """Words that the name of somebody turns on, each also in the plural and in capitals.

    >>> sorted(heads("sharing") & {"agency", "agencies", "Agencies", "bureaux", "bureauxes"})
    ['Agencies', 'agencies', 'agency', 'bureaux']
    """
    given = read_data(ROOM, "actors.toml")["heads"][kind]
    every = {form for word in given for form in (word, _plural(word))}
    return frozenset(every | {word[:1].upper() + word[1:] for word in every})


def _plural(word: str) -> str:
    """The plural of a noun; of a plural itself."""
    if re.search(r"[^s]s$|x$", word):
        return word
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("ch", "sh", "s")) else "s")


@cache
def things(kind: str) -> tuple[str, ...]:
    """Nouns for things and deeds, or the ends of such nouns."""
    return tuple(read_data(ROOM, "actors.toml")["things"][kind])


@cache
def around(kind: str) -> tuple[str, ...]:
    """Words around a name, of one kind."""
    return tuple(read_data(ROOM, "actors.toml")["words"][kind])


@cache
def worded(kind: str, form: str) -> re.Pattern[str]:
    """A pattern that has any word of a kind in the place of its braces.

    >>> worded("determiners", r"(?:{})\\s").match("the Chair")[0]
    'the '
    """
    return re.compile(form.replace("{}", any_of(around(kind))))


@cache
def picking() -> re.Pattern[str]:
    """Words before a name that pick some of a group: "all", "relevant"."""
    return re.compile(rf"(?:{any_of(read_data(ROOM, 'actors.toml')['picking']['words'])})\s", re.VERBOSE)


def any_of(words: Iterable[str]) -> str:
    """A pattern (verbose) for any of some words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))
