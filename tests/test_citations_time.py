"""Time grows with the length of a text and not faster, whatever stands in it."""

from __future__ import annotations

import time

import pytest

from unres.citations import find_in_text

SHORT, FACTOR = 3_000, 16

# What tempts patterns, windows and walks to look at the same words again and again.
UNITS = [
    "resolution ", "resolutions 61/1, ", "resolutions 5/1 of the Human Rights Council, ", "Council resolution 5/1 ", "its ",
    "the adoption of resolution 2005/54, by the Subcommission ", "Ibid. ", "Ibid., ", "A/62/439 and Corr.1 and 2, ", "A/",
    "A/1/1-A/1/1-", "A-B/", "1, ", "1/", "217 A ", "61/168 A and B and ", "paragraphs 1, 2 and ", "paragraph 1 (a) (b) ",
    "para. 5, annex, ", "Articles 1, 2 and ", "Charter of the ", "Treaty Series, vol. 1 and ", "Universal Declaration of ",
    "its Charter, ", "Charter, Article 5, ", "Article 5, paragraph 1, and ", "Chapter I and ", "vol. 1, No. 2, and ", "A/1/SR.1–3 and 4, ",
    "Treaty Series, vol. 1, No. 2, and vol. 3, No. 4, ", "Ibid. (New York, 2001) ", "61/1,62/1,", "2030 Agenda ", "by the General Assembly of its ",
    "Committee on the ", "General Assembly and ", "United Nations ", "A", "a", "1", "(", " ", "\n", "\n\n", "\u2011", "A.B.",
]  # fmt: skip


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        find_in_text(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit: str) -> None:
    """Sixteen times the text: sixteen times the time, 256 times if it were quadratic."""
    short = unit * (SHORT // len(unit))
    find_in_text(short)
    assert seconds(short * FACTOR) < 5 * FACTOR * max(seconds(short), 0.0002)
