"""Made pages as HTML at once: the bytes of Python-Markdown, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.utils import meta

from samples import ROOT
from unres.collection import load
from unres.insight import Insight
from unres.markup import escape, escape_start
from unres.pages.write import pages_of_site
from unres.site.made import Made, made_page

CONFIG = load_config(str(ROOT / "mkdocs.yml"))
CONFIGS = CONFIG.mdx_configs | {"pymdownx.snippets": {"base_path": [str(ROOT / "docs")], "check_paths": True}}
TOC = CONFIG.mdx_configs["toc"]


def by_library(text: str) -> tuple[str, list[tuple[int, str, str]]]:
    """What Python-Markdown makes of a page, and its headings."""
    library = markdown.Markdown(extensions=CONFIG.markdown_extensions, extension_configs=CONFIGS)
    return library.convert(text), list(flat(getattr(library, "toc_tokens", [])))


def flat(tokens: Iterable[Any]) -> Iterator[tuple[int, str, str]]:
    for token in tokens:
        yield token["level"], token["id"], token["name"]
        yield from flat(token["children"])


def made(text: str) -> Made | None:
    return made_page(text, str, TOC["permalink"], TOC["toc_depth"])


def same(text: str) -> bool:
    """Whether a page was made; if it was, it must be as the library has it."""
    found = made(text)
    if found is None:
        return False
    expected = by_library(text)
    assert (found.html, [(one.level, one.anchor, one.name) for one in found.headings]) == expected, text
    return True


KNOWN = {
    "signs made ordinary": r"a \*b\* \[c\] \{d\} \_e\_ \`f\` \\ g\! &lt;h&gt; &amp; &#35;",
    "italics and bold": "*Recalling* so, **61/168** and (*Ibid.*), *a*.",
    "a tag within a line": 'x<sup>[2](#fn2){ #fnref2 .call title="See &#91;a&#93;, p. 5." aria-label="Footnote 2" }</sup>',
    "an address with brackets": "[2131 (XX)](https://docs.un.org/en/A/RES/2131(XX)){ .ref .external }, then",
    "a link in italics, italics in a link": "*a [b](c.md) d* and [*e* f](g.md#h)",
    "an attribute without quotes": "[Français](x){ lang=fr hreflang=fr } · b",
    "code": "SHA-256 `0a1b`.",
    "a paragraph with attributes": "words\n{ #op1 .item .depth-1 }",
    "a link at the end, with attributes of both": "see [x](y){ .ref }\n{ .report }",
    "headings with and without an anchor": "# A { .ours }\n\n## A\n\n### B { #b }\n\n##### C\n\n## A { .x }",
    "a label for the contents": '## II { #ii .section data-toc-label="II · &lt;a&gt; &amp; b" }',
    "a heading of two lines": '## <span id="x"></span>I<br>On *oil* { #i .section data-toc-label="I · On oil" }',
    "a list": "- a [b](c)\n- *d* e\n- f",
    "lists apart": "- a\n\n- b\n- c\n\nwords\n\n- d",
    "what hangs on an item": "- a\n\n    /// html | div.x\n\n    b\n\n    - c\n    - d\n\n    ///\n\n- e\n- f\n\n    g\n",
    "boxes": "//// html | details.citing#by1\n\n/// html | summary\na **b**\n///\n\n- c\n\n////",
    "a table": "| a | b |\n| --- | --: |\n| [c](d){ #x .ref } | e { .head role=columnheader } |\n|  | f |",
    "a table in a box": "/// html | div#t1.table\n| a | b |\n| --- | --- |\n| c { colspan=2 } |  |\n///",
    "HTML already": '<details class="was"><summary>a</summary><p>b &amp; <del>c</del></p></details>\n\nd\n\n<p>e</p>\n\n<p>f</p>',
    "HTML of many lines in a box": "/// html | div.x\n\n<div class=\"a\">\n<div>b</div>\n</div>\n\n## C\n\n///",
}  # fmt: skip


@pytest.mark.parametrize("text", KNOWN.values(), ids=KNOWN)
def test_a_known_form_is_as_the_library_has_it(text: str) -> None:
    assert same(text)


UNKNOWN = {
    "italics that are not closed": "*a b",
    "italics within bold": "**a *b* c**",
    "italics across the end of a link": "*a [b* c](d)",
    "a star between blanks": "a * b",
    "a link within a link": "[a [b](c)](d)",
    "a link with a title": '[a](b "c")',
    "a link by reference": "[a][b]",
    "a definition": "[a]: b",
    "a picture": "![a](b)",
    "an address in angle brackets": "<https://un.org>",
    "a sign that is bare": "a & b",
    "a brace that is bare": "a { b",
    "attributes that are none": "[a](b){ .c d }",
    "a quotation": "> a",
    "a numbered list": "1. a",
    "a rule": "a\n\n---",
    "a heading by underlining": "a\n===",
    "code of a block": "    a",
    "two blanks at the end of a line": "a  \nb",
    "a box that is not closed": "/// html | div.a\n\nb",
    "a box of another kind": "/// note | a\nb\n///",
    "an element that is not closed": "<div>\n\na",
    "words behind an element": "<p>a</p> b",
    "a script": "<script>a</script>",
    "a table with a cell too many": "| a | b |\n| --- | --- |\n| c | d | e |",
    "a file taken in": '--8<-- "a.md"',
}


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN)
def test_another_form_is_left_to_the_library(text: str) -> None:
    assert made(text) is None
    assert made(f"before\n\n{text}\n\nafter") is None


WORDS = st.text("ab Z1.*_`[](){}!#&<>\"'\\|-+:=/~\n·é", max_size=12)
PLAIN = WORDS.map(escape)
PIECES = st.one_of(
    PLAIN,
    PLAIN.map(lambda words: f"*{words}*"),
    PLAIN.map(lambda words: f"**{words}**"),
    PLAIN.map(lambda words: f"[{words}](a.md#b){{ .ref }}"),
    PLAIN.map(lambda words: f"<sup>{words}</sup>"),
    st.sampled_from(["*", "[", "](a)", "{ .x }", "`", "_", "&amp;", "<span>", "</span>", "|", "- ", "1. ", "# ", " "]),
)
LINES = st.lists(PIECES, min_size=1, max_size=5).map("".join)
BLOCKS = st.one_of(
    LINES.map(lambda line: escape_start(line.strip() or "a")),
    LINES,
    LINES.map(lambda line: f"{line}\n{{ #x .y }}"),
    LINES.map(lambda line: f"## {line} {{ #x .y }}"),
    LINES.map(lambda line: f"- {line}\n- b"),
    LINES.map(lambda line: f"| {line} | b |\n| --- | --: |\n| c | {line} |"),
    LINES.map(lambda line: f"<p>{line}</p>"),
    st.sampled_from(["/// html | div.a", "///", "//// html | details", "////", "/// html | summary\nb\n///", "    c"]),
)


@given(st.lists(BLOCKS, min_size=1, max_size=6).map("\n\n".join))
def test_whatever_is_made_is_as_the_library_has_it(text: str) -> None:
    same(text)


def test_every_page_that_the_build_makes_is_known() -> None:
    texts = [*(ROOT / "resolution").glob("*.md"), *(ROOT / "tests/data/structures").glob("*.md")]
    collection, _ = load(sorted(texts))
    pages = [page for page in pages_of_site(Insight.of(collection)) if not Path(page.path).name.startswith("_")]
    assert [page.path for page in pages if not same(meta.get_data(page.markdown)[0])] == []
    assert len(pages) > 80
