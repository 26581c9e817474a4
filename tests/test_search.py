"""The index of the search: terms, weights, files."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from samples import ROOT, SEED, read
from unres.collection import Collection, collect, load, make_reading, source_texts
from unres.insight import Insight
from unres.site.search import write_index
from unres.site.search.documents import ANNEX, FOOTNOTES, OPERATIVE, PREAMBLE, RESOLUTION, Volume, volumes_of
from unres.site.search.index import LEVEL_RANGE, LEVELS, make_index
from unres.site.search.lists import volumes_of_lists
from unres.site.search.pages import volume_of_page
from unres.site.search.postings import encode, postings
from unres.site.search.shards import SHARD, files_of
from unres.site.search.terms import STOP, fold, links, symbol_forms, tokens
from unres.site.search.words import acronyms, common_words, packed, rare_words, stems_apart
from unres.site.stays import Stays
from unres.site.written import Written

FORMS = {
    "words lose their endings": ("Civilizations reaffirms", [("civil",), ("reaffirm",)]),
    "capitals and accents": ("CÔTE d’Ivoire", [("cote",), ("d'ivoir",)]),
    "a hyphen that does not break": ("non‑governmental", [("non",), ("government",)]),
    "a possessive": ("the State’s", [("the",), ("state",)]),
    "a number of the Assembly": ("61/168", [("61/168",)]),
    "a symbol by its ends": ("A/RES/61/168", [("a/res/61/168", "res/61/168", "61/168")]),
    "a full stop after a symbol": ("A/62/L.3.", [("a/62/l.3", "62/l.3")]),
    "a special session": ("S-10/2", [("s-10/2",)]),
    "two symbols joined": (
        "E/CN.4/2001/2-E/CN.4/Sub.2/2000/46",
        [
            ("e/cn.4/2001/2", "cn.4/2001/2", "2001/2"),
            ("e/cn.4/sub.2/2000/46", "cn.4/sub.2/2000/46", "sub.2/2000/46", "2000/46"),
        ],
    ),
    "a year": ("1325 (2000)", [("1325(2000)", "1325")]),
    "a session and a letter": ("217 A (III)", [("217a(iii)", "217(iii)", "217")]),
    "a symbol with its year": (
        "S/RES/1325 (2000)",
        [("s/res/1325(2000)", "res/1325(2000)", "s/res/1325", "res/1325", "1325(2000)", "1325")],
    ),
    "a part of a document": ("A/CONF.157/24 (Part I)", [("a/conf.157/24", "conf.157/24"), ("part",), ("i",)]),
    "two words at a slash": ("cultural and/or social", [("cultur",), ("and",), ("or",), ("social",)]),
    "a sub-paragraph": ("paragraph 8 (a)", [("paragraph",), ("8",), ("a",)]),
    "the name of a paragraph": ("OP8", [("op8",)]),
}


@pytest.mark.parametrize(("text", "forms"), FORMS.values(), ids=FORMS)
def test_a_text_is_found_by_what_people_write(text: str, forms: list[tuple[str, ...]]) -> None:
    assert [token.forms for token in tokens(text)] == forms


def test_links_skip_no_word_between() -> None:
    assert list(links(tokens("the rights of the child and peace"))) == ["right of the child", "child and peac"]


def test_a_symbol_of_a_session_is_found_without_it() -> None:
    assert "217(iii)" in symbol_forms("A/RES/217(III)")
    assert fold("Ünïted  —") == "united  -"


@pytest.fixture(scope="module")
def collection() -> Collection:
    return load(source_texts(SEED.parent))[0]


@pytest.fixture(scope="module")
def volume(collection: Collection) -> Volume:
    (found,) = volumes_of(Insight.of(collection))
    return found


def test_every_paragraph_and_footnote_of_the_seed_is_a_document(volume: Volume) -> None:
    names = [(document.part, document.badge) for document in volume.documents]
    assert names == [
        (RESOLUTION, ""),
        *((PREAMBLE, f"PP{number}") for number in range(1, 10)),
        *((OPERATIVE, f"OP{number}") for number in range(1, 12)),
        *((FOOTNOTES, f"Footnote {number}") for number in range(1, 5)),
    ]
    (eighth,) = [document for document in volume.documents if document.badge == "OP8"]
    assert (eighth.opening, eighth.address, eighth.label) == ("Calls upon", "#op8", "8")
    assert eighth.text.startswith("Calls upon Member States")


def test_what_is_cited_is_found_by_its_symbol(volume: Volume) -> None:
    (second,) = [document for document in volume.documents if document.badge == "PP2"]
    assert "A/RES/61/168" in second.cited
    index = make_index([volume])
    at = volume.documents.index(second)
    assert [posting // LEVEL_RANGE for posting in index.terms["a/res/61/168"].counted_through()] == [at]


def test_sub_paragraphs_headings_and_annexes_have_their_names() -> None:
    body = "1. *Decides*:\n\n- (a) To begin;\n\n#### I\n\n#### Ends\n\n2. *Ends*.\n"
    reading, _ = make_reading(read(body))
    (found,) = volumes_of(Insight.of(collect([reading])))
    assert [(document.badge, document.opening) for document in found.documents[1:]] == [
        ("OP1", "Decides"),
        ("OP1 (a)", ""),
        ("", "I"),
        ("", "Ends"),
        ("OP2", "Ends"),
    ]
    invented = load([ROOT / "tests" / "data" / "resolution" / "199-7.md"])[0]
    (rich,) = volumes_of(Insight.of(invented))
    assert {document.badge for document in rich.documents if document.part == ANNEX} >= {"annex, §5", "annex, §5 (a)"}


def test_opening_words_weigh_more_than_running_text(volume: Volume) -> None:
    levels = {
        posting // LEVEL_RANGE: posting % LEVEL_RANGE
        for posting in make_index([volume]).terms["call"].counted_through()
    }
    eighth = next(at for at, document in enumerate(volume.documents) if document.badge == "OP8")
    assert max(levels, key=lambda at: levels[at]) == eighth
    assert all(1 <= level <= LEVELS for level in levels.values())


def decoded(text: str, unmarked: int = 0) -> list[tuple[int, int]]:
    """What docs/assets/search/index.js does, in few words."""
    signs = "".join(chr(c) for c in range(32, 127) if chr(c) not in '"\\')
    out, level, last, value, at = [], unmarked, -1, 0, 0
    while at < len(text):
        sign = signs.index(text[at])
        if sign == 92:
            at += 1
            level, last = signs.index(text[at]), -1
        elif sign >= 46:
            value = value * 46 + sign - 46
        else:
            last += value * 46 + sign + 1
            value = 0
            out.append((last, level))
        at += 1
    return sorted(out)


@pytest.mark.parametrize("unmarked", [0, 1])
@pytest.mark.parametrize(
    "found",
    [[(0, 1)], [(5_000, 2)], [(0, 1), (46, 2), (47, 1), (2_200, 1), (150_000, 12)], [(n, 1) for n in range(99)]],
)
def test_postings_come_back_as_they_were(found: list[tuple[int, int]], unmarked: int) -> None:
    text = postings([number * LEVEL_RANGE + level for number, level in found], unmarked)
    assert decoded(text, unmarked) == found
    assert json.dumps(text) == f'"{text}"', "no sign needs an escape"


def test_numbers_are_steps() -> None:
    assert encode([0, 1, 2]) == "   "


def anew(site: Path) -> Written:
    return Written(site, Stays(site))


def test_the_same_collection_makes_the_same_files_and_they_are_small(collection: Collection, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_index(Insight.of(collection), anew(tmp_path / name))
    one, two = (
        {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in (tmp_path / name).rglob("*.js")}
        for name in ("one", "two")
    )
    assert one == two
    assert max(map(len, one.values())) < 4 * SHARD
    assert {
        "search/index.js",
        "search/t0.js",
        "search/l0.js",
        "search/d/A-RES-62-160.0.js",
        "search/d/A-RES-62-160.places.js",
    } <= set(one)


def made(volumes: list[Volume]) -> dict[str, str]:
    stamp, files = files_of(volumes, make_index(volumes))
    return {f"{file.name}.js": file.text(stamp).decode() for file in files}


def test_every_file_calls_with_its_name_and_one_stamp(volume: Volume) -> None:
    files = made([volume])
    stamps = set()
    for name, content in files.items():
        found = re.fullmatch(
            r'unres_search\("(?P<name>[^"]+)","(?P<stamp>[0-9a-f]{8})",(?P<data>\{.*\})\)\n', content, re.DOTALL
        )
        assert found, name
        assert f"{found['name']}.js" == name
        json.loads(found["data"])
        stamps.add(found["stamp"])
    assert len(stamps) == 1


def test_terms_stand_in_order_through_the_files(volume: Volume) -> None:
    files = made([volume])
    heads = json.loads(files["index.js"].partition(",")[2].partition(",")[2].strip()[:-1])["terms"]
    assert heads == sorted(heads)


def test_a_volume_knows_its_committee_date_series_and_annexes() -> None:
    held = load([SEED, ROOT / "tests" / "data" / "resolution" / "199-7.md"])[0]
    seed, rich = volumes_of(Insight.of(held))
    assert (seed.committee, seed.date, seed.series, dict(seed.contents.annexes)) == (
        "Third Committee",
        "2007-12-18",
        "",
        {},
    )
    assert rich.contents.annexes[""] == rich.contents.annexes["1"] == rich.contents.annexes["i"]
    assert rich.contents.annexes[""].page == "annex/"


def test_what_is_cited_and_every_list_is_found(collection: Collection) -> None:
    cited, lists = volumes_of_lists(Insight.of(collection))
    names = {document.badge: document for document in cited.documents}
    assert names["A/RES/61/168"].text.endswith("cited by 1 resolution here")
    assert "A/RES/62/160" not in names, "it is here"
    assert {document.badge: document.address for document in lists.documents} == {
        "62nd session": "A/RES/62/",
        "Third Committee": "A/RES/committees/third-committee/",
        "Sixty-second session, agenda item 70 (b)": "A/RES/subjects/sixty-second-session-agenda-item-70-b/",
    }


def test_common_words_are_packed_and_rare_ones_kept_by_their_stems() -> None:
    counts = Counter({"right": 9, "rights": 300, "righting": 1, "of": 900, "61": 9, "côte": 9})
    common = common_words(counts)
    assert common == {"right": 9, "rights": 300}
    assert packed(common) == "0rightD5sI"
    assert rare_words(stems_apart(counts), common) == {"right": ["righting"]}


def test_short_names_are_sound() -> None:
    found = acronyms()
    names, words = found["names"], found["words"]
    assert isinstance(names, dict)
    assert isinstance(words, list)
    assert len(names) >= 150
    assert set(words) <= names.keys()
    for short, long in names.items():
        assert re.fullmatch(r"[A-Z]{2,}", short), short
        assert [token for token in tokens(long) if token.term not in STOP], long
    assert len({tuple(token.term for token in tokens(long)) for long in names.values()}) == len(names), "each once"


PAGE = """<body><nav>menu</nav><article><h1 id="about">About<a class="headerlink" href="#about">¶</a></h1><p>First words.</p>
<h2 id="how">How &amp; why<a class="headerlink" href="#how">¶</a></h2><ul><li>one</li><li>two</li></ul></article><footer>foot</footer>"""


def test_pages_written_by_hand_are_cut_at_their_headings() -> None:
    volume = volume_of_page("about/", PAGE)
    assert volume
    assert volume.title == "About"
    assert [(document.badge, document.address, document.text) for document in volume.documents] == [
        ("", "", "About: First words."),
        ("How & why", "#how", "How & why: one two"),
    ]
    assert volume_of_page("empty/", "<p>none") is None


def test_a_site_whose_pages_are_files_is_known(collection: Collection, tmp_path: Path) -> None:
    (tmp_path / "flat").mkdir()
    write_index(Insight.of(collection), anew(tmp_path / "flat"), flat=True)
    assert '"flat":true' in (tmp_path / "flat/search/index.js").read_text(encoding="utf-8")
    (tmp_path / "deep/A/RES/62/160/references").mkdir(parents=True)
    write_index(Insight.of(collection), anew(tmp_path / "deep"))
    assert '"flat":false' in (tmp_path / "deep/search/index.js").read_text(encoding="utf-8")
