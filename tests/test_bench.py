"""The benchmarks' parts that can be right or wrong: what is invented, and how figures are printed."""

from __future__ import annotations

import hashlib
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks import table
from benchmarks.__main__ import BENCHMARKS, main
from benchmarks.dice import Dice, sums
from benchmarks.filekinds import KINDS, kind_of_file
from benchmarks.history import write_years
from benchmarks.invented import Writer, write_collection
from benchmarks.measure import MEGA, by_turns, pairs, process, show
from benchmarks.mutants import mutants
from benchmarks.mutation import TESTS, report, sample
from benchmarks.pdf import make_pdf
from benchmarks.renderers import Content, content, differences
from benchmarks.speedpage import speed_page
from benchmarks.thirdreader import DIVIDES, JOINS, MARKER, OTHER, different_words, words_of
from benchmarks.units import letter
from benchmarks.weight import write_plain
from benchmarks.words import Words, vocabulary
from unres.collection import Collection, load, source_texts
from unres.compare import Fate, histories
from unres.errors import BuildError, errors_in
from unres.model import Heading, Kind, Table
from unres.numbering import to_roman
from unres.pdf_import import import_pdf
from unres.text.parser import parse_file

ROOT = Path(__file__).parents[1]
SIZE = 60
# Of the first resolutions of the collection: another value means that figures taken before cannot be compared.
SAME = "a7385694d14c38dd0ace236782971eaf342e5f80211075df4e827597c61931c7"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_collection(SIZE, tmp_path_factory.mktemp("invented"))


@pytest.fixture(scope="module")
def collection(folder: Path) -> Collection:
    collection, problems = load(source_texts(folder))
    assert not problems
    return collection


def test_what_is_invented_is_the_same_on_every_machine() -> None:
    texts = "".join(Writer(index).text() for index in range(10))
    assert hashlib.sha256(texts.encode()).hexdigest() == SAME


def test_a_smaller_collection_is_the_beginning_of_a_larger_one(folder: Path, tmp_path: Path) -> None:
    write_collection(7, tmp_path)
    assert len(list(tmp_path.iterdir())) == 7
    assert all(path.read_bytes() == (folder / path.name).read_bytes() for path in tmp_path.iterdir())


def test_a_whole_collection_is_read_without_a_problem(collection: Collection) -> None:
    assert len(collection) == SIZE
    assert {entry.resolution.masthead.session for entry in collection} == {78, 79, 80}


def test_paragraphs_and_notes_are_as_many_and_as_long_as_real_ones(collection: Collection) -> None:
    resolutions = [entry.resolution for entry in collection]
    operative = [p for r in resolutions for p in r.paragraphs if p.kind is Kind.OPERATIVE and not p.depth]
    preambular = [p for r in resolutions for p in r.paragraphs if p.kind is Kind.PREAMBULAR and not p.depth]
    notes = [note for r in resolutions for note in r.footnotes]
    words = [len(p.text.plain.split()) for p in operative]
    assert 13 < len(operative) / SIZE < 45
    assert 12 < len(preambular) / SIZE < 35
    assert 6 < len(notes) / SIZE < 22
    assert 50 < sum(words) / len(words) < 75


def test_every_kind_of_reference_is_there_and_some_lead_inside(collection: Collection) -> None:
    found = [reference for entry in collection for reference in entry.references]
    assert {"resolution", "decision", "document", "treaty", "charter", "internal"} <= {item.type for item in found}
    assert any(item.symbol in collection.entries for item in found)


@pytest.mark.parametrize("structure", ["sections", "table", "annex", "sub-paragraphs", "nested", "part"])
def test_every_structure_comes_in_the_whole_collection(structure: str, invented_kinds: set[str]) -> None:
    assert structure in invented_kinds


@pytest.fixture(scope="module")
def invented_kinds(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What occurs in the first few hundred, read from the texts until all has been met."""
    found: set[str] = set()
    path = tmp_path_factory.mktemp("one") / "one.md"
    for index in range(300):
        path.write_text(Writer(index).text(), encoding="utf-8")
        resolution = parse_file(path).resolution
        assert resolution
        depths = {p.depth for p in resolution.paragraphs}
        pages = {block.page for block in resolution.blocks}
        labels = {p.label for p in resolution.paragraphs}
        signs = {
            "sections": any(isinstance(b, Heading) and b.page == "operative" and b.level == 2 for b in resolution.blocks),
            "table": any(isinstance(b, Table) for b in resolution.blocks),
            "annex": "annex" in pages,
            "sub-paragraphs": 1 in depths,
            "nested": 2 in depths,
            "part": any(label.startswith("B/") for label in labels),
        }  # fmt: skip
        found |= {name for name, there in signs.items() if there}
        if len(found) == len(signs):
            break
    return found


def test_no_two_words_of_the_vocabulary_are_the_same() -> None:
    assert len(set(vocabulary())) == len(vocabulary())


def test_running_words_do_not_repeat_at_once() -> None:
    words = Words(Dice(1)).run(500)
    assert all(a.rstrip(",") != b.rstrip(",") for a, b in pairwise(words))


@pytest.mark.parametrize(
    ("number", "capital", "small"),
    [pytest.param(1, "I", "a", id="first"), pytest.param(26, "XXVI", "z", id="last letter"),
     pytest.param(27, "XXVII", "aa", id="letters double"), pytest.param(49, "XLIX", "ww", id="subtraction")],
)  # fmt: skip
def test_numbers_of_sections_and_sub_paragraphs(number: int, capital: str, small: str) -> None:
    assert (to_roman(number), letter(number)) == (capital, small)


def test_dice_stay_within_what_they_are_given() -> None:
    dice = Dice(3)
    assert {dice.whole(1, 3) for _ in range(100)} == {1, 2, 3}
    assert all(2 <= dice.drawn((2, 4, 9)) <= 9 for _ in range(100))
    assert dice.drawn((2, 4, 9), 0.0) == 2
    assert dice.drawn((2, 4, 9), 0.5) == 4
    assert {dice.weighted(sums([1, 0, 1])) for _ in range(100)} == {0, 2}


# Tables


def test_a_table_is_aligned() -> None:
    assert table.lay_out(["what", "s"], [["one", "1.25"], ["another", "0.5"]]) == (
        "what        s\n"
        "-------  ----\n"
        "one      1.25\n"
        "another   0.5"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        pytest.param(0, "0", id="nothing"),
        pytest.param(0.08314, "0.0831", id="small"),
        pytest.param(8.314, "8.31", id="one digit before the point"),
        pytest.param(83.14, "83.1", id="two"),
        pytest.param(831.4, "831", id="three"),
        pytest.param(8314159.2, "8 314 159", id="large"),
    ],
)
def test_numbers_have_the_digits_that_count(value: float, printed: str) -> None:
    assert table.number(value) == printed


def test_ours_and_the_peer_take_turns() -> None:
    order: list[str] = []

    def note(name: str, value: float) -> float:
        order.append(name)
        return value

    taken = by_turns(lambda: note("a", 3.0), lambda: note("b", 2.0), 2)
    assert order == ["a", "b", "a", "b"]
    assert pairs(taken).ratios == (1.5, 1.5)
    assert "1.50 1.50" in show("work", "peer", [("row, s", pairs(taken))])


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not say")
def test_a_process_is_measured_by_itself(tmp_path: Path) -> None:
    small = process([sys.executable, "-c", "print('hello')"], tmp_path)
    large = process([sys.executable, "-c", "words = b'x' * 200_000_000"], tmp_path)
    assert small.peak < 60 * MEGA < 200 * MEGA < large.peak <= large.together
    assert 0 < small.cpu < 10
    assert small.seconds > 0


KINDS_OF_FILES = {
    "A/RES/62/160/index.html": "resolution",
    "A/RES/217(III)/index.html": "resolution",
    "A/RES/ES-11/1/annex-2/index.html": "part",
    "A/RES/62/160/op8/index.html": "paragraph",
    "A/RES/62/160/cite.csl.json": "citation",
    "A/RES/62/index.html": "lists",
    "A/RES/subjects/2030-agenda/index.html": "lists",
    "A/RES/references/A-RES-61/index.html": "cited documents",
    "search/t12.js": "search, terms",
    "search/terms.js": "search, other",
    "actions.ics": "collection",
    "assets/unres.js": "other",
}


@pytest.mark.parametrize(("path", "kind"), KINDS_OF_FILES.items(), ids=KINDS_OF_FILES)
def test_a_file_is_of_the_kind_that_its_path_says(path: str, kind: str) -> None:
    assert kind_of_file(path) == kind


def test_the_page_has_the_command_the_tables_and_every_kind_of_file() -> None:
    page = speed_page("python3 scripts/bench.py site", [(["of", "s"], [["a", "1"], ["b", "2"]])])
    assert "```\npython3 scripts/bench.py site\n```" in page
    assert "| of | s |\n|---|--:|\n| a | 1 |\n| b | 2 |\n" in page
    assert all(f"| {kind.name} | {kind.purpose} |" in page for kind in KINDS)


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not say what several processes hold together")
def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    hold = "import time; words = b'x' * 100_000_000; time.sleep(2)"
    two = f"import subprocess, sys; [p.wait() for p in [subprocess.Popen([sys.executable, '-c', {hold!r}]) for _ in '12']]"
    taken = process([sys.executable, "-c", two], tmp_path)
    assert taken.peak < 150 * MEGA < 200 * MEGA < taken.together


def test_a_process_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no such thing"):
        process([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)


# The command


def test_list_names_every_benchmark(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(BENCHMARKS)


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["sight"])
    assert "there is no benchmark sight" in capsys.readouterr().err


def test_a_third_reader_is_compared_word_by_word() -> None:
    text = "---\nsymbol: A/RES/199/7\n---\n\n1. *Notes* light-\\*houses<sup>3</sup> of 2144,\n\n<sup>3</sup> Resolution 199/6."
    assert words_of(text) == ["Notes", "light", "*houses", "of", "2144", "Resolution"]


@pytest.mark.parametrize(
    ("theirs", "ours", "found"),
    [
        pytest.param("the light house", "the light house", [], id="alike"),
        pytest.param("the lig ht house", "the light house", [(DIVIDES, "light")], id="divided"),
        pytest.param("the lighthouse", "the light house", [(JOINS, "lighthouse")], id="joined"),
        pytest.param("of 2044 and", "of 20447 and", [(MARKER, "20447")], id="a marker"),
        pytest.param("the lamp", "the damp", [(OTHER, "poppler: lamp"), (OTHER, "ours: damp")], id="another letter"),
        pytest.param("oil", "oil oil", [(OTHER, "ours: oil")], id="a word twice"),
    ],
)
def test_what_two_readers_read_otherwise_has_a_class(theirs: str, ours: str, found: list[tuple[str, str]]) -> None:
    assert list(different_words(theirs.split(), ours.split())) == found


def test_the_pdfs_made_without_samples_are_imported(tmp_path: Path) -> None:
    imported = import_pdf(make_pdf(1, tmp_path / "1.pdf"))
    assert str(imported.symbol) == "A/RES/79/1"
    assert len(imported.text) > 5000


def test_the_plain_page_has_the_words_of_the_operative_paragraphs(tmp_path: Path) -> None:
    resolution = parse_file(ROOT / "resolution" / "62-160.md").resolution
    assert resolution
    write_plain(tmp_path / "plain", resolution)
    page = (tmp_path / "plain" / "docs" / "operative.md").read_text(encoding="utf-8")
    operative = [p for p in resolution.paragraphs if p.kind is Kind.OPERATIVE]
    assert page.count("\n## ") == len(operative)
    assert all(p.text.plain.split(",")[0] in page for p in operative)


PAGE = '<body><a href="#x" class="md-skip">Skip</a><a href="{}">t</a><article><h1 id="{}">{}</h1></article></body>'


@pytest.mark.parametrize(
    ("link", "anchor", "words", "differing"),
    [
        pytest.param("../b/", "op1", "Two  words", [], id="the same in other blanks"),
        pytest.param("./../b/", "op1", "Two words", [], id="the same address in other words"),
        pytest.param("../c/", "op1", "Two words", ["links"], id="another link"),
        pytest.param("../b/", "op2", "Two words", ["anchors"], id="another anchor"),
        pytest.param("../b/", "op1", "Two", ["words"], id="a word less"),
        pytest.param("../b/", "op1", "words Two", ["words"], id="another order"),
    ],
)
def test_renderers_are_compared_by_what_pages_hold(link: str, anchor: str, words: str, differing: list[str]) -> None:
    expected = {"a/index.html": content(PAGE.format("../b/", "op1", "Two words").encode(), "/a/")}
    found = {"a/index.html": content(PAGE.format(link, anchor, words).encode(), "/a/")}
    assert [what for what in Content.__slots__ if list(differences(expected, found, what))] == differing


FAULTS = {
    "an order": ("x = a < 3", ["(a <= 3)", "(4)"]),
    "and, or": ("x = a and b or c", ["(a or b)", "((a and b) and c)"]),
    "no": ("x = not a", ["(a)"]),
    "a sum": ("x = a + b", ["(a - b)"]),
    "a condition": ("if a or b:\n    go()", ["(not (a or b))", "(a and b)", "pass"]),
    "a statement": ("self.a = 1", ["pass", "(2)"]),
    "what is given back": ("def f():\n    return a", ["return None"]),
    "a pattern": ('x = re.compile(r"a?b+\\b")', ["'ab+", "'a?b*", "'a?b+'"]),
    "what is no pattern": ('x = go("a?b+")', []),
    "an assertion": ("assert a < 3", []),
    "words of a message": ('raise ValueError(f"{a + 1} is wrong")', []),
    "a docstring and a type": ('def f(a: int | None = None) -> None:\n    """Goes on + on?"""', []),
    "words beyond ASCII before it": ('x = "“é”" if a else b', ["(not a)"]),
}


@pytest.mark.parametrize(("source", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_source_is_changed_in_one_place(source: str, expected: list[str]) -> None:
    found = [change for change in mutants(source) if change.is_python]
    put = [change.source for change in found]
    assert sorted(put) == sorted(set(put))
    assert len(found) == len(expected), put
    assert all(any(words in text for text in put) for words in expected), put


def test_the_faults_tried_are_the_same_on_every_machine() -> None:
    some = sample(20)
    assert some == sample(20)
    assert {trial.room for trial in sample(200)} == set(TESTS)
    assert report([(trial, at > 4) for at, trial in enumerate(some)]).count("  ->  ") == 5
    names = [name.partition("::")[0] for names in TESTS.values() for name in names.split()]
    assert [name for name in names if not (ROOT / "tests" / f"test_{name}.py").is_file()] == []


def test_invented_years_make_series_and_apart_none(tmp_path: Path) -> None:
    found = {}
    for related in (True, False):
        collection, problems = load(source_texts(write_years(8, tmp_path / str(related), related=related)))
        assert not errors_in(problems)
        found[related] = histories(collection)
    assert sum(bool(known.comparison) for known in found[True].values()) == 6
    assert not any(known.comparison for known in found[False].values())
    fates = {fate for known in found[True].values() if known.comparison for fate in known.comparison.counts}
    assert {Fate.SAME, Fate.ROUTINE} <= fates
