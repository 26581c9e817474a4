"""Elements of XML as values: whatever stands in words or attributes is read back as it was."""

from __future__ import annotations

import doctest

import pytest
from lxml import etree

from unres.akomantoso import elements
from unres.akomantoso.elements import apart, element, lined, written

WORDS = {
    "markup": "<b>bold</b>",
    "the end of a section of data": "]]>",
    "a comment": "<!-- no -->",
    "an entity": "&amp; &lt;b>",
    "quotation marks": "\"one\" and 'other'",
    "signs beyond the first plane": "𝔸 and 😀",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_words_are_never_markup(words: str) -> None:
    root = etree.fromstring(written(element("p", words, element("i", words), words, title=words)))
    assert [root.text, root[0].text, root[0].tail, root.get("title")] == [words] * 4
    assert [child.tag for child in root] == ["i"]


def test_a_line_break_in_words_is_an_element_and_one_between_elements_is_not() -> None:
    lines = lined([element("p", "a\nb\n\nc"), element("p")])
    assert written(apart(element("q", *lines))) == "<q>\n<p>a<br/>b<br/><br/>c</p>\n<p/>\n</q>"


def test_what_xml_cannot_write_is_shown_as_missing() -> None:
    assert written(element("p", "a\x00b\ufffec", title="\x1b")) == '<p title="\ufffd">a\ufffdb\ufffdc</p>'


def test_its_example_is_true() -> None:
    assert doctest.testmod(elements) == (0, 1)
