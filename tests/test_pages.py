"""Pages as Markdown: golden files of each structure, read in review and written by ``--update-golden``."""

import re
import shutil
from pathlib import Path

import pytest

from samples import ROOT, SEED, own_pages, sample
from unres.collection import Collection, collect, load, make_reading
from unres.exports import BY_NAME, Base
from unres.insight import Insight
from unres.pages.write import pages_of_site, write_if_changed, write_pages
from unres.text.checksum import seal
from unres.text.parser import parse

GOLDEN = Path(__file__).parent / "golden"


def collection_of(tmp_path: Path, **texts: str) -> Collection:
    paths = []
    for name, text in texts.items():
        paths.append(tmp_path / f"{name}.md")
        paths[-1].write_text(text, encoding="utf-8")
    collection, problems = load(paths)
    assert problems == ()
    return collection


def markdown(collection: Collection, page: str) -> str:
    return next(found.markdown for found in pages_of_site(Insight.of(collection)) if found.path == page)


GOLDEN_TEXTS = [SEED, *sorted((ROOT / "tests" / "data" / "structures").glob("*.md"))]


@pytest.fixture(scope="module")
def structures() -> Collection:
    """The seed, and an invented resolution for each structure."""
    collection, problems = load(GOLDEN_TEXTS)
    assert problems == ()
    return collection


@pytest.mark.parametrize("text", GOLDEN_TEXTS, ids=[path.stem for path in GOLDEN_TEXTS])
def test_pages_and_data_are_the_golden_ones(text: Path, structures: Collection, request: pytest.FixtureRequest) -> None:
    entry = structures.entries["A/RES/" + text.stem.replace("-", "/")]
    made = {page.path: page.markdown for page in own_pages(entry)}
    for name in ("json", "akn"):
        form = BY_NAME[name]
        made[f"{entry.symbol}/{form.file}"] = form.data(entry, Base()).decode()
    folder = GOLDEN / str(entry.symbol)
    if request.config.getoption("--update-golden"):
        shutil.rmtree(folder, ignore_errors=True)
        for path, words in made.items():
            write_if_changed(GOLDEN / path, words.encode())
    assert sorted(made) == sorted(path.relative_to(GOLDEN).as_posix() for path in folder.rglob("*") if path.is_file())
    for path, words in made.items():
        assert words == (GOLDEN / path).read_text(encoding="utf-8"), f"{path}: see scripts/test.py --update-golden"


TEXT_CASES = {
    "a paragraph": (
        "1. *Decides* to light;\n\n2. *Ends*.",
        '## OP1 { #op1 .badge .ours data-toc-label="OP1 · Decides to light;" aria-label="Operative paragraph 1: Decides" }\n\n'
        '<span class="number">1.</span> *Decides* to light;\n{ .operative }',
    ),
    "a sub-paragraph": ("1. *Decides*:\n\n- (a) To light.", "[(a)](#op1-a){ .self } To light.\n{ #op1-a .item .depth-1 }"),
    "a call and its note": (
        "1. *Decides* so.<sup>1</sup>\n\n<sup>1</sup> See *Oil*, p. 5.",
        'so.<sup>[1](#fn1){ #fnref1-op1 .call title="See Oil, p. 5." aria-label="Footnote 1" }</sup>',
    ),
    "signs of HTML and Markdown are shown as they are": (
        r"1. *Decides* a \<script>alert(1)\</script> & [b](c) \*d\* {#e}.",
        r"a &lt;script&gt;alert(1)&lt;/script&gt; &amp; \[b\](c) \*d\* \{&#35;e\}.",
    ),
    "a section": (
        "1. *Asks*;\n\n#### II\n\n2. *Ends*.",
        '## II { #ii .section data-toc-label="II" }\n\n### OP2 {',
    ),
    "a table": ("1. *Asks*:\n\n| A | B |\n|---|---|\n| 1 | *2* |", "/// html | div#table1.table\n| A | B |\n| --: | --: |\n| 1 | *2* |\n///"),
    "a reference to a paragraph of its own": (
        "1. *Asks*;\n\n2. *Recalls* paragraph 1 above.",
        "[paragraph 1 above](#op1){ .ref .internal }",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), TEXT_CASES.values(), ids=TEXT_CASES)
def test_the_operative_page_holds(body: str, expected: str, tmp_path: Path) -> None:
    assert expected in markdown(collection_of(tmp_path, a=sample(body)), "A/RES/99/7/operative.md")


def test_a_reference_turns_inward_once_the_collection_holds_the_document(tmp_path: Path) -> None:
    seed = SEED.read_text(encoding="utf-8")
    alone = markdown(collection_of(tmp_path, a=seed), "A/RES/62/160/preamble.md")
    assert "[61/168](https://docs.un.org/en/A/RES/61/168){ .ref .resolution .external }" in alone
    other = sample("1. *Ends*.").replace("99/7.", "61/168.").replace("Ninety-ninth", "Sixty-first")
    both = markdown(collection_of(tmp_path, a=seed, b=other), "A/RES/62/160/preamble.md")
    assert "[61/168](../../61/168/index.md){ .ref .resolution }" in both


def test_a_paragraph_of_another_resolution_is_linked_itself(tmp_path: Path) -> None:
    other = sample("1. *Asks*;\n\n2. *Ends*.").replace("99/7.", "99/6.")
    citing = sample("1. *Recalls* paragraph 2 of its resolution 99/6.")
    page = markdown(collection_of(tmp_path, a=citing, b=other), "A/RES/99/7/operative.md")
    assert "(../6/index.md#op2){ .ref .resolution }" in page


def test_pages_of_a_text_that_is_gone_go_too(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    first, second = sample("1. *Ends*."), sample("1. *Ends*.").replace("99/7.", "99/8.")
    changed = write_pages(pages_of_site(Insight.of(collection_of(tmp_path, a=first, b=second))), docs)
    assert changed == len(list(docs.rglob("*.md")))
    assert (docs / "A/RES/99/8/index.md").is_file()
    assert write_pages(pages_of_site(Insight.of(collection_of(tmp_path, a=first, b=second))), docs) == 0, (
        "nothing changed"
    )
    write_pages(pages_of_site(Insight.of(collection_of(tmp_path, a=first))), docs)
    assert not (docs / "A/RES/99/8").exists()
    assert (docs / "A/RES/99/7/index.md").is_file()


def test_the_home_page_takes_in_the_list(project: Path) -> None:
    assert '--8<-- "A/_home.md"' in (project / "docs" / "index.md").read_text(encoding="utf-8")


def test_a_paragraph_shows_who_cites_it_and_a_resolution_lists_all_who_do(tmp_path: Path) -> None:
    other = sample("1. *Asks*;\n\n2. *Ends*.").replace("99/7.", "99/6.")
    citing = sample("*Recalling* its resolution 99/6,\n\n1. *Recalls* paragraph 2 of its resolution 99/6.")
    collection = collection_of(tmp_path, a=citing, b=other)
    cited = markdown(collection, "A/RES/99/6/operative.md")
    assert "Cited by [99/7, OP1](../7/index.md#op1)\n{ .cited .ours }" in cited
    assert cited.index("OP2 {") < cited.index("Cited by")
    whole = markdown(collection, "A/RES/99/6/index.md")
    assert " · [Cited in 2 places](references.md#cited-by)\n" in whole
    assert "Cited by [99/7, OP1](../7/index.md#op1)" in whole
    listed = markdown(collection, "A/RES/99/6/references.md")
    assert "Cited 2 times by 1 resolution." in listed
    assert "**99/7** Lighthouses <small>2 places</small>" in listed
    assert "- [PP1](../7/index.md#pp1): Recalling its resolution **99/6**," in listed
    assert (
        "- [OP1](../7/index.md#op1) on [OP2](index.md#op2): Recalls paragraph 2 of its resolution **99/6**." in listed
    )


def test_what_a_resolution_cites_is_listed_with_its_date_matter_and_places(tmp_path: Path) -> None:
    page = markdown(
        collection_of(
            tmp_path,
            a=sample("1. *Recalls* resolution 61/168 of 19 December 2006 on oil;\n\n2. *Recalls* resolution 61/168."),
        ),
        "A/RES/99/7/references.md",
    )
    row = "| 19 December 2006, on oil | [OP1](index.md#op1) · [OP2](index.md#op2) |"
    assert row in page
    assert page.count("61/168](") == 1


def test_a_resolution_says_how_its_words_were_checked_and_what_is_in_doubt(tmp_path: Path) -> None:
    front = '---\nsha256: 12ab\nchecked: "every word matches the official PDF"\ndoubts:\n  - "page 3: a slip"\n---\n'
    page = markdown(collection_of(tmp_path, a=seal(front + sample("1. *Ends*."))), "A/RES/99/7/index.md")
    assert "Every word matches the official PDF of 3 May 2044, SHA-256 `12ab`." in page
    assert "- Page 3: a slip" in page
    unchecked = markdown(collection_of(tmp_path, a=sample("1. *Ends*.")), "A/RES/99/7/index.md")
    assert "they have not been compared with the official PDF" in unchecked


def test_a_text_edited_since_claims_nothing(tmp_path: Path) -> None:
    front = '---\nsha256: 12ab\nchecked: "every word matches the official PDF"\n---\n'
    (tmp_path / "a.md").write_text(seal(front + sample("1. *Ends*.")).replace("Ends", "Edns"), encoding="utf-8")
    collection, problems = load([tmp_path / "a.md"])
    assert ["has been edited since it was compared" in str(problem) for problem in problems] == [True]
    page = markdown(collection, "A/RES/99/7/index.md")
    assert "matches" not in page
    assert "Nothing in it is in doubt" not in page
    assert "SHA-256 `12ab`, and have been edited since." in page


def test_notes_that_start_anew_lead_to_their_own_tables_and_keep_their_own_links(tmp_path: Path) -> None:
    table = "| Oil<sup>a</sup> |\n|---|\n| 5 |\n\n<sup>a</sup> {}.\n\n"
    body = f"1. *Decides*:\n\n{table.format('See resolution 61/168')}{table.format('Something else entirely')}".strip()
    collection = collection_of(tmp_path, a=sample(body))
    page = markdown(collection, "A/RES/99/7/operative.md")
    assert page.index("(#fn-a){") < page.index("(#fn-a-2){")
    notes = markdown(collection, "A/RES/99/7/footnotes.md")
    assert "See [resolution 61/168](https" in notes
    assert ") Something" not in notes
    assert "{ .self } Something else entirely. [" in notes


def test_a_note_called_twice_from_one_place_leads_back_to_both() -> None:
    body = "1. *Decides*<sup>1</sup> so;<sup>1</sup>\n\n- (2) More.<sup>1</sup>\n\n<sup>1</sup> See oil."
    resolution = parse(sample(body), "a.md").resolution
    assert resolution is not None
    collection = collect([make_reading(resolution)[0]])
    page = markdown(collection, "A/RES/99/7/operative.md")
    ids = re.findall(r"\{ #(fnref[\w-]+)", page)
    assert ids == ["fnref1-op1", "fnref1-op1--2", "fnref1-op1-2"]
    back = re.findall(r"index\.md#(fnref[\w-]+)", markdown(collection, "A/RES/99/7/footnotes.md"))
    assert back == ids


def test_a_numeral_and_the_title_below_it_are_one_heading_with_one_address(tmp_path: Path) -> None:
    body = "1. *Asks*;\n\n#### II\n\n#### Oil and wicks\n\n2. *Recalls* section II above.\n\n##### *Sums*\n\n3. *Ends*."
    collection = collection_of(tmp_path, a=sample(body))
    page = markdown(collection, "A/RES/99/7/operative.md")
    heading = (
        '## <span id="oil-and-wicks"></span>II<br>Oil and wicks { #ii .section data-toc-label="II · Oil and wicks" }'
    )
    assert heading in page
    assert "[section II above](#ii)" in page
    assert page.count("Oil and wicks") == 2, "in the heading and its entry of the contents"
    places = collection.entries["A/RES/99/7"].places
    assert [places[label].address for label in ("h1", "h2", "h3")] == ["#ii", "#ii", "#sums"]


UNTITLED = {
    "a heading with its own numeral": ("#### II\n\n#### A. Oil\n\n2. *Ends*.", "## A. Oil {"),
    "a heading with words": ("#### II. Oil\n\n#### Wicks\n\n2. *Ends*.", "## Wicks {"),
    "a lower heading": ("#### II\n\n##### *Oil*\n\n2. *Ends*.", "### *Oil* {"),
    "a heading after a paragraph": ("#### II\n\n2. *Asks*;\n\n#### Oil\n\n3. *Ends*.", "## Oil {"),
}


@pytest.mark.parametrize(("body", "own"), UNTITLED.values(), ids=UNTITLED)
def test_other_headings_stay_by_themselves(body: str, own: str, tmp_path: Path) -> None:
    page = markdown(collection_of(tmp_path, a=sample(f"1. *Asks*;\n\n{body}")), "A/RES/99/7/operative.md")
    assert f"\n{own}" in page
    assert "<br>" not in page.partition("40th plenary")[0]


def test_a_table_keeps_its_rows_and_a_lone_first_cell_spans(tmp_path: Path) -> None:
    table = (
        "| Group | Oil | Wicks |\n| (tons) | | |\n| --- | --- | --- |\n| **Tall** | | |\n"
        "| North | 1 204 | – |\n| Total | | 4 |\n"
    )
    page = markdown(collection_of(tmp_path, a=sample(f"1. *Decides*:\n\n{table}")), "A/RES/99/7/operative.md")
    rows = re.findall(r"^\|.*\|$", page, flags=re.MULTILINE)
    assert rows == [
        "| Group | Oil | Wicks |",
        "| --- | --: | --: |",
        "| (tons) { .head role=columnheader } |  |  |",
        "| <strong>Tall</strong> { colspan=3 } |  |  |",
        "| North | 1 204 | – |",
        "| Total |  | 4 |",
    ]
