"""Words to invent texts from: a list typed for the purpose, and words made of syllables for those used once.

How often a word is used falls with its rank as in any language (Zipf): few words make half of a text,
and thousands occur once, which is what a search index has to carry.
"""

from __future__ import annotations

from functools import cache

from benchmarks.dice import Dice, zipf
from benchmarks.shape import VOCABULARY

# The commonest words, in the order of their use. None of these lists holds a word that a reference is made of.
SMALL = (
    "the of and to in for on as their that with by all from at an or which other into through such"
    " it be are has including also more among between where within towards under against without"
).split()

WORDS = (
    "states rights human development international national support work measures efforts cooperation relevant"
    " member people system law countries implementation information peace security protection access health"
    " economic social sustainable women children capacity progress programme public policy report activities"
    " framework action global challenges levels regional local need role order effective role importance"
    " education training finance climate water food energy technology trade growth poverty equality justice"
    " knowledge research science data services resources partnership private sector society civil communities"
    " families youth persons disabilities workers migrants refugees farmers fishers teachers nurses students"
    " experts partners donors observers delegates mediators inspectors governments parliaments courts agencies"
    " offices funds bodies organizations institutions universities schools hospitals libraries museums markets"
    " ports roads bridges railways rivers lakes oceans coasts islands forests mountains deserts wetlands soils"
    " glaciers cities villages regions borders territories harvests seeds livestock fisheries minerals metals"
    " goods prices taxes loans grants credits budgets incomes wages savings assets debts risks losses damage"
    " disasters floods droughts storms fires earthquakes diseases vaccines medicines treatment care nutrition"
    " sanitation hygiene housing shelter clothing transport shipping aviation tourism industry mining"
    " agriculture manufacturing construction innovation invention software networks satellites cables devices"
    " platforms records archives statistics surveys maps forecasts warnings standards guidelines principles"
    " norms rules codes procedures mechanisms instruments arrangements agreements treaties conventions"
    " obligations commitments pledges targets goals objectives indicators benchmarks plans strategies visions"
    " roadmaps initiatives projects campaigns workshops seminars conferences consultations negotiations"
    " dialogues discussions exchanges visits missions operations deployments patrols ceasefires elections"
    " constitutions reforms transitions recovery reconciliation reconstruction prevention preparedness response"
    " resilience adaptation mitigation conservation restoration management governance oversight monitoring"
    " evaluation assessment review follow-up coordination coherence integration inclusion participation"
    " representation leadership ownership accountability transparency integrity impartiality independence"
    " universality solidarity tolerance respect dignity freedom liberty privacy safety stability prosperity"
    " welfare well-being culture heritage languages religions beliefs traditions customs arts crafts sports"
    " media journalism literacy skills employment entrepreneurship investment infrastructure connectivity"
    " digitalization automation violence discrimination racism intolerance hatred exploitation trafficking"
    " slavery torture detention disappearance displacement occupation terrorism extremism crime corruption"
    " smuggling piracy drugs weapons arms mines explosives disarmament verification proliferation outer space"
    " biodiversity ecosystems species habitats pollution waste chemicals plastics emissions carbon hydrogen"
    " renewable solar nuclear electric marine coastal rural urban indigenous vulnerable marginalized remote"
    " landlocked least developed developing emerging middle-income small large common shared joint mutual"
    " voluntary mandatory legal political technical financial scientific cultural humanitarian environmental"
    " administrative judicial legislative executive parliamentary ministerial bilateral multilateral"
    " subregional interregional cross-cutting comprehensive integrated balanced inclusive equitable fair"
    " transparent accountable predictable adequate timely additional new existing continued further full"
    " meaningful constructive concrete practical urgent long-term short-term annual biennial periodic regular"
    " special general specific particular appropriate necessary essential important significant critical"
    " promote strengthen enhance ensure develop implement provide continue encourage facilitate improve"
    " address achieve consider establish maintain protect respect fulfil adopt take make give share use build"
    " expand increase reduce prevent combat eliminate mobilize allocate contribute participate cooperate"
    " coordinate monitor evaluate assess review report submit prepare organize convene host attend join"
    " support assist advise train equip finance restore rebuild renew extend complete accelerate sustain"
).split()

PREFIXES = "re inter multi over sub trans pre bio eco micro".split()
ONSETS = "b br c d dr f g gr h k l m n p r s st t tr v z".split()
VOWELS = "a e i o u ai ea io".split()
CODAS = "n r l s m nd rt x".split()
ENDINGS = "ia or an um is ea on ara ine ola".split()


@cache
def vocabulary() -> tuple[str, ...]:
    """Every word by its rank: the small ones, those of the list, those with a prefix, names."""
    words = dict.fromkeys([*SMALL, *WORDS])
    plain = [word for word in WORDS if "-" not in word]
    words |= dict.fromkeys(prefix + word for prefix in PREFIXES for word in plain)
    for name in _names():
        if len(words) >= VOCABULARY:
            break
        words[name] = None
    return tuple(words)[:VOCABULARY]


def _names() -> list[str]:
    """Names of places and people that there are not: three syllables each, all different."""
    return [
        (first + vowel + last + ending).capitalize()
        for ending in ENDINGS
        for last in CODAS
        for vowel in VOWELS
        for first in ONSETS
    ]


@cache
def _ranks() -> list[float]:
    return zipf(VOCABULARY)


class Words:
    """Makes running words."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice

    def run(self, count: int) -> list[str]:
        """So many words, commas among them; never the same twice running, nor three small ones."""
        out: list[str] = []
        ranks = (0, 0)
        while len(out) < count:
            rank = self.dice.weighted(_ranks())
            small = len(SMALL)
            if rank == ranks[1] or (rank < small and max(ranks) < small and len(out) > 1):
                continue
            ranks = (ranks[1], rank)
            comma = "," if rank >= small and 0 < len(out) < count - 1 and self.dice.chance(0.08) else ""
            out.append(vocabulary()[rank] + comma)
        return out

    def title(self, count: int) -> str:
        """A title: the first letter a capital."""
        words = self.run(count)
        if words[0] in SMALL:
            words[0] = self.dice.pick(WORDS)
        return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])
