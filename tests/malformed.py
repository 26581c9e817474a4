"""Resolutions as nobody should write them: from a grammar of their parts, and from sound texts that were damaged."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from any_text import ANY_TEXT
from samples import ROOT, SEED, sample
from structures import STRUCTURES

WORDS = st.sampled_from(
    [
        "*Noting* the fog,", "*Decides* to light;", "*Requests* oil.", "its resolution 62/160 of 1 May 2007,", "A/99/1 and Corr.1",
        "paragraph 3 above", "section II", "annex I", "\\*", "*", "**bold**", "***both***", "<sup>2</sup>", "x<sub>2</sub>", "<br>", "<b>",
        "<sup>1</sup>", "<sup>a</sup>", "<sup>*</sup>", "<sup>1000</sup>", "<sup>x", "\\", "|", "a | b", "{ .x }", "[x](y)", "![x](y)",
        "\u00a0", "\u202e", "é", "“”", "The General Assembly", "  ", "   \n", "\t", "!A/RES/60/160", "Ibid., p. 3", "1.", "(a)", "i.", "—",
    ]
)  # fmt: skip
LINE = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
NUMBER = st.one_of(st.integers(0, 12).map(str), st.sampled_from(["999", "1000", "007", "٣", "1 ", "IV", "2\\"]))
TOKEN = st.sampled_from([*"abchivxz", "aa", "ii", "iii", "iv", "xx", "1", "12", "abc", "•", "–"])
PART = st.one_of(
    LINE,
    st.builds("{}. {}".format, NUMBER, LINE),
    st.builds("{}{}. {}".format, WORDS, NUMBER, LINE),
    st.builds("{}- ({}) {}".format, st.integers(0, 15).map(lambda deep: "  " * deep), TOKEN, LINE),
    st.builds("({}) {}".format, TOKEN, LINE),
    st.builds("- {}. {}".format, TOKEN, LINE),
    st.builds("{} {}".format, st.integers(1, 7).map(lambda level: "#" * level), LINE),
    st.builds("{} {}".format, st.integers(3, 5).map(lambda level: "#" * level), st.sampled_from(["I", "II", "A", "B", "Annex", "Annex II", "Appendix", "Article 5", ""])),
    st.builds("<sup>{}</sup> {}".format, st.sampled_from(["1", "2", "3", "a", "*", "**", "1000"]), LINE),
    st.lists(st.lists(LINE, max_size=3).map(lambda cells: f"| {' | '.join(cells)} |"), min_size=1, max_size=4).map("\n".join),
    st.builds("| {} | b |\n|---|---|\n| c | {} |".format, LINE, LINE),
    st.sampled_from(["*The General Assembly,*", "---", "***", "*40th plenary meeting  \n1 April 2044*", "*41st meeting<sup>1</sup>  \n1 April*"]),
)  # fmt: skip
JOINT = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "  \n"])
BODY = st.lists(st.tuples(PART, JOINT), max_size=14).map(lambda parts: "".join(part + joint for part, joint in parts))
FIELD = st.builds(
    "{}: {}".format,
    st.sampled_from(["symbol", "language", "source", "sha256", "checked", "doubts", "retrieved", "colour"]),
    st.sampled_from(["en", "A/RES/99/7", "x", "[a, b]", "{a: b}", "!!python/object:x {}", '"a\\nb"', "*a", "&a x", "", "7. x", "https://x.example/", "ab12"]),
)  # fmt: skip
FRONT = st.one_of(
    st.just(""), st.lists(FIELD, min_size=1, max_size=4).map(lambda fields: "---\n" + "\n".join(fields) + "\n---\n")
)
GRAMMAR = st.builds(lambda front, body, ends: front + sample(body, closing=ends), FRONT, BODY, st.booleans())


def _sound() -> list[str]:
    paths = [SEED, *sorted((ROOT / "tests" / "data" / "resolution").glob("*.md"))]
    short = [sample(body) for body, _ in STRUCTURES.values()]
    return [*short, *(Path(path).read_text(encoding="utf-8") for path in paths)]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A sound text with some lines or characters lost, doubled, moved or put in."""
    lines = draw(st.sampled_from(SOUND)).split("\n")
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        way = draw(st.integers(0, 6))
        line = lines[at]
        cut = draw(st.integers(0, len(line)))
        if way == 0 and len(lines) > 1:
            del lines[at]
        elif way == 1:
            lines.insert(at, line)
        elif way == 2:
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], line
        elif way == 3:
            lines[at] = line[:cut] + line[cut + draw(st.integers(1, 8)) :]
        elif way == 4:
            lines[at] = line[:cut] + draw(WORDS) + line[cut:]
        elif way == 5:
            lines.insert(at, draw(PART))
        else:
            lines[at : at + 2] = [" ".join(lines[at : at + 2])]
    return "\n".join(lines)


SOUND = _sound()
MALFORMED = st.one_of(GRAMMAR, damaged(), ANY_TEXT)
