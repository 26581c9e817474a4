"""Each kind of words by its own examples, and what must hold of any text."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unres.citations import Reference, find_in_text
from unres.citations.names import bodies, body_names
from unres.citations.scan import WordKind, kinds, scan

EXAMPLES = [(kind, text, words) for kind in kinds() for text, words in kind.examples]
COUNTER_EXAMPLES = [(kind, text) for kind in kinds() for text in kind.counter_examples]

# Real forms and ordinary words in any order: what a text can throw at the engine.
PIECES = [
    "General Assembly", "Security Council", "Human Rights Council", "Commission on Human Rights", "the Council", "its",
    "resolution", "resolutions", "decision", "61/168", "55/2 A", "A and B", "217 A (III)", "1325 (2000)", "2005/54",
    "S-10/2", "1/CP.21", "X/2", "of 19 December 2006", "and", "or", "to", ",", ";", ".", "(", ")", "A/62/439", "Add.1",
    "Corr.1 and 2", "E/2005/23 and Corr.1–3", "Ibid.", "vol. 999, No. 14668", "Treaty Series", "Charter",
    "of the United Nations", "Article 1, paragraph 3", "paragraph 3 (a)", "paragraphs 1 to 9", "above", "section II",
    "of the present resolution", "annex", "Paris Agreement", "Universal Declaration of Human Rights", "in paragraph",
    "adopted by the", "\n\n", "\u2011", "\u00a0", "/", "2017/18", "https://un.org/A/62/1", "WHA58.5", "–",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=30).map(" ".join)

# Words that are no part of any reference and name nobody.
UNRELATED = st.lists(
    st.sampled_from("trees grow slowly where rain falls often enough near rivers".split()), min_size=1
).map(" ".join)


@pytest.mark.parametrize(("kind", "text", "words"), EXAMPLES, ids=[f"{k.name}: {t}" for k, t, _ in EXAMPLES])
def test_example(kind: WordKind, text: str, words: str) -> None:
    found = [text[token.start : token.end] for token in scan(text) if token.kind == kind.name]
    assert words in found


@pytest.mark.parametrize(("kind", "text"), COUNTER_EXAMPLES, ids=[f"{k.name}: {t}" for k, t in COUNTER_EXAMPLES])
def test_counter_example(kind: WordKind, text: str) -> None:
    assert kind.name not in [token.kind for token in scan(text)]


def test_each_kind_says_what_it_is_and_is_not() -> None:
    assert [kind.name for kind in kinds() if not (kind.about and kind.examples and kind.counter_examples)] == []


def test_no_two_bodies_share_a_full_name() -> None:
    names = [name for body in bodies().values() for name in body.names]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_each_body_has_a_source_and_is_found_by_its_names() -> None:
    assert [body.id for body in bodies().values() if not body.source] == []
    for name in body_names():
        assert "body" in [token.kind for token in scan(f"the {name} met")], name


def test_no_pattern_names_a_resolution() -> None:
    """Rules win: numbers belong into examples alone."""
    patterns = " ".join(kind.pattern.pattern for kind in kinds())
    assert not re.search(r"\d{2,}/\d+", patterns)


@given(TEXTS)
def test_spans_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    end = 0
    for reference in find_in_text(text).references:
        assert text[reference.start : reference.end] == reference.text
        assert end <= reference.start <= reference.end <= len(text)
        end = reference.end


@given(TEXTS)
def test_symbols_have_no_blanks(text: str) -> None:
    assert not any(re.search(r"\s", reference.symbol or "") for reference in find_in_text(text).references)


@given(TEXTS, UNRELATED, UNRELATED)
def test_unrelated_text_before_and_after_changes_nothing(text: str, before: str, after: str) -> None:
    around = find_in_text(f"{before}.\n\n{text}\n\n{after}.").references
    assert [essence(r, len(before) + 3) for r in around] == [essence(r) for r in find_in_text(text).references]


@given(TEXTS, TEXTS)
@example("resolution 60/251", "Human Rights Council resolution 60/251")
@example("Council resolution 15 (XLVIII)", "The Trusteeship Council met.")
@example("Ibid.", "See A/62/439.")
def test_doubts_and_references_do_not_depend_on_earlier_texts(text: str, earlier: str) -> None:
    alone = find_in_text(text)
    find_in_text(earlier)
    assert find_in_text(text) == alone


def essence(reference: Reference, offset: int = 0) -> tuple[object, ...]:
    """What a reference says, its place counted from an offset."""
    return (reference.start - offset, reference.text, reference.type, reference.symbol, reference.part)
