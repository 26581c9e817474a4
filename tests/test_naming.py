"""What paragraphs are called: told apart wherever the same numbers stand twice."""

from __future__ import annotations

import pytest

from samples import problems, read, sample
from unres import naming
from unres.text.parser import parse

SPOKEN = {
    "alone": ("*Noting* fog,\n\n1. *Ends*.", ["Preambular paragraph 1", "Operative paragraph 1"]),
    "in sections": (
        "#### I\n\n1. *Asks*.\n\n#### II\n\n1. *Ends*.",
        ["I, operative paragraph 1", "II, operative paragraph 1"],
    ),
    "in an annex": ("*Adopts* this:\n\n### Rules\n\n1. Light.", ["Operative paragraph", "Paragraph 1"]),
}


@pytest.mark.parametrize(("body", "names"), SPOKEN.values(), ids=SPOKEN)
def test_names_say_part_and_section(body: str, names: list[str]) -> None:
    assert [naming.spoken(paragraph) for paragraph in read(body).paragraphs[1:]] == names


def test_a_number_printed_twice_is_a_paragraph_both_times() -> None:
    text = sample("1. *Asks*:\n\n- (a) One;\n\nand so on;\n\n2. *Asks*;\n\n2. *Ends*.")
    resolution = parse(text, "x.md").resolution
    assert resolution is not None
    assert len(problems(text)) == 1
    shown = [(paragraph.label, naming.has_badge(paragraph)) for paragraph in resolution.paragraphs[1:]]
    assert shown == [("1", True), ("1 (a)", False), ("1 (cont)", False), ("2", True), ("2 (2)", True)]
