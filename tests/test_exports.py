"""JSON by its published schema, the way back to the pages, and the files that a site and the command write."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from dataclasses import replace
from html import unescape
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from lxml import etree, html

from any_text import ANY_TEXT
from rich import TEXTS, among, entry_of, held, numbered, seed_entry
from samples import ROOT, SEED, own_pages, sample
from unres import cli
from unres.collection import Entry, Reading, collect
from unres.exports import BY_NAME, FORMATS, Base, from_json, not_carried, to_json
from unres.exports.data import dump
from unres.exports.formats import DESCRIPTION, TITLE, collected, described, schema
from unres.exports.linked import embedded
from unres.insight import Insight
from unres.site.build import build
from unres.site.project import Project
from unres.text.parser import parse
from words import as_printed, bare_words, with_marks

SCHEMA = json.loads(schema(Base()))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
ALL = {"the seed": SEED.read_text(encoding="utf-8"), **TEXTS}


def again(entry: Entry) -> Reading:
    """What comes back from the JSON of an entry, by the way of its bytes."""
    return from_json(json.loads(dump(to_json(entry))))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(schema(Base.of("https://example.org")))["$id"] == "https://example.org/schema/resolution-1.json"


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_json_is_valid_by_its_schema(text: str) -> None:
    entry = entry_of(text)
    VALIDATOR.validate(json.loads(dump(to_json(among(entry)))))


@given(ANY_TEXT)
def test_the_json_of_any_text_is_valid_and_gives_it_back(body: str) -> None:
    if parse(sample(body), "sample.md").resolution:
        entry = entry_of(sample(body))
        values = json.loads(dump(to_json(entry)))
        VALIDATOR.validate(values)
        assert list(collect([from_json(values)])) == [entry]


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_the_pages_come_back_from_json_alone(text: str) -> None:
    entry = entry_of(text)
    collection = held([entry])
    restored = collect(again(other) for other in collection)
    for other in collection:
        back = restored.entries[str(other.symbol)]
        assert back == replace(other, resolution=replace(other.resolution, path=Path(other.resolution.path).name))
        assert list(own_pages(back)) == list(own_pages(other))


def test_a_version_that_is_not_known_is_refused() -> None:
    entry = entry_of(sample("1. *Ends*."))
    with pytest.raises(ValueError, match="version 2"):
        from_json(to_json(entry) | {"version": 2})


def test_doubts_are_in_every_format_that_has_a_place_for_them() -> None:
    entry = entry_of(TEXTS["doubts"])
    for form in FORMATS:
        text = form.data(entry, Base()).decode(errors="replace")
        complaints = not_carried(entry, form)
        assert ("smudge" in text and "paragraph 2 is missing" in text) != bool(complaints), form.file
    (complaint,) = not_carried(entry, BY_NAME["csv"])
    assert complaint.startswith("A/RES/99/7: references.csv cannot carry doubts (")


def test_a_range_that_names_more_than_its_words_is_said_to_be_lost_in_xml() -> None:
    entry = entry_of(sample("1. *Recalls* resolutions 61/1 A to C."))
    assert not_carried(entry, BY_NAME["akn"]) == [
        "A/RES/99/7: resolution.akn.xml cannot carry references without words of their own (1); resolution.json has them"
    ]


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_plain_markdown_has_every_word_once_in_order_and_each_call_its_note(text: str) -> None:
    entry = entry_of(text)
    resolution = entry.resolution
    (form,) = (form for form in FORMATS if form.file == "resolution.md")
    written = form.data(entry, Base()).decode()
    assert "](" not in re.sub(r"\\\S", "", written), "no links"
    name = {f"[^{note.anchor.removeprefix('fn').lstrip('-')}]": note for note in resolution.footnotes}
    calls = Counter(re.findall(r"\[\^[\w-]+\](?!: )", written))
    assert calls == Counter({mark: len(set(note.called_from)) for mark, note in name.items() if note.called_from})
    printed = re.sub(r"\[\^[\w-]+\]", lambda mark: f" {name[mark[0]].number} ", written)
    words = "".join(bare_words(unescape(re.sub(r"</?su[bp]>", "", printed))))
    title = "".join(bare_words(f"{resolution.masthead.number} {with_marks(resolution.masthead.title)}"))
    assert words.startswith(title)
    assert words.endswith("".join(bare_words(as_printed(resolution))).replace(title, "", 1))


def test_linked_data_says_what_it_is_what_it_has_and_what_it_cites() -> None:
    entry = seed_entry()
    near, far = (described(entry, Base.of(url)) for url in ("", "https://example.org/un"))
    assert (near["@type"], near["legislationIdentifier"]) == ("Legislation", "A/RES/62/160")
    assert (near["legislationDate"], near["datePublished"]) == ("2007-12-18", "2008-03-13")
    assert [part["name"] for part in near["hasPart"]] == [f"PP{n}" for n in range(1, 10)] + [
        f"OP{n}" for n in range(1, 12)
    ]
    assert near["hasPart"][-4]["@id"] == "#op8"
    assert far["hasPart"][-4]["@id"] == "https://example.org/un/A/RES/62/160/#op8"
    cited = [item["identifier"] for item in near["citation"]]
    assert "A/RES/61/168" in cited
    assert len(cited) == len(set(cited))


def test_a_resolution_of_the_collection_is_cited_by_its_address_here() -> None:
    entry = entry_of(sample("1. *Recalls* resolution 99/6."))
    (near,), (far,) = (described(among(entry), Base.of(url))["citation"] for url in ("", "https://example.org"))
    assert near["@id"] == "../../../../A/RES/99/6/"
    assert far["@id"] == "https://example.org/A/RES/99/6/"
    assert near["sameAs"] == "https://docs.un.org/en/A/RES/99/6"


def test_nothing_in_a_data_block_ends_it() -> None:
    block = embedded({"name": "</script><!-- & “x”"})
    assert block.count("<") == 2
    assert json.loads(block.partition(">")[2].partition("<")[0]) == {"name": "</script><!-- & “x”"}


PAGES = "A/RES/62/160"


@pytest.fixture(scope="module")
def here(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that knows its address."""
    site = tmp_path_factory.mktemp("here") / "site"
    build(Project(project, SEED.parent, site, "https://example.org/un"))
    return site


def test_the_files_lie_beside_the_pages_and_are_linked(site: Path) -> None:
    page = html.parse(str(site / PAGES / "index.html"))
    for form in FORMATS:
        assert (site / PAGES / form.file).stat().st_size > 100
        (link,) = page.xpath(f"//head/link[@rel='alternate'][@href='{form.file}']")
        assert (link.get("type"), link.get("title")) == (form.kind, form.title)
        assert page.xpath(f"//article//a[@href='{form.file}']")
    for path in (
        "index.json",
        "references.csv",
        "citations.csv",
        "citations.graphml",
        "feed.xml",
        "llms.txt",
        "schema/resolution-1.json",
    ):
        assert (site / path).is_file()
    values = json.loads((site / PAGES / "resolution.json").read_text(encoding="utf-8"))
    assert (site / PAGES / values["$schema"]).is_file()


@pytest.mark.parametrize("address", ["", "https://example.org/un"])
@pytest.mark.parametrize("name", BY_NAME)
def test_the_command_writes_the_same_bytes(name: str, address: str, site: Path, here: Path, tmp_path: Path) -> None:
    arguments = ["export", "--format", name, "--resolutions", str(SEED.parent), "--out", str(tmp_path)]
    assert cli.main([*arguments, "--site-url", address]) == 0
    form = BY_NAME[name]
    written = (tmp_path / f"A_RES_62_160{form.suffix}").read_bytes()
    assert written == ((here if address else site) / PAGES / form.file).read_bytes()


def test_the_head_tells_programs_what_the_page_is(here: Path) -> None:
    root = "https://example.org/un/"
    for page, address in (("", f"{PAGES}/"), ("operative", f"{PAGES}/"), ("references", f"{PAGES}/references/")):
        tree = html.parse(str(here / PAGES / page / "index.html"))
        meta = {tag.get("property") or tag.get("name"): tag.get("content") for tag in tree.xpath("//head/meta")}
        assert meta["og:url"] == root + address == tree.xpath("//link[@rel='canonical']/@href")[0]
        assert meta["og:title"].startswith("62/160")
        assert meta["og:description"] == meta["description"]
        assert meta["article:published_time"] == "2008-03-13"
        assert tree.getroot().get("lang") == "en"
        # What describes the resolution, and its other forms, stand on its own page.
        described = [value for name, value in meta.items() if name and name.startswith("dcterms.")]
        assert bool(described) == bool(tree.xpath("//link[@title='Akoma Ntoso']")) == (page == "")
        blocks = tree.xpath("//body/script[@type='application/ld+json']")
        assert len(blocks) == (page == "")
    file = json.loads((here / PAGES / "resolution.jsonld").read_text(encoding="utf-8"))
    block = html.parse(str(here / PAGES / "index.html")).xpath("//script[@type='application/ld+json']")[0]
    assert json.loads(block.text) == {name: value for name, value in file.items() if name != "hasPart"}
    tree = html.parse(str(here / PAGES / "index.html"))
    meta = {tag.get("name"): tag.get("content") for tag in tree.xpath("//head/meta")}
    assert (meta["dcterms.date"], meta["dcterms.issued"]) == ("2007-12-18", "2008-03-13")
    assert (meta["dcterms.language"], meta["dcterms.identifier"]) == ("en", "A/RES/62/160")
    home = html.parse(str(here / "index.html"))
    assert home.xpath("//meta[@property='og:type']/@content") == ["website"]
    assert home.xpath("//link[@type='application/atom+xml']/@href") == ["feed.xml"]


def test_a_page_is_not_laid_out_and_has_its_contents_once(here: Path) -> None:
    for path in here.rglob("index.html"):
        page = path.read_text(encoding="utf-8")
        code = "".join(re.findall("(?s)<pre.*?</pre>", page))
        assert len(re.findall(r"\n[ \t]", page)) == len(re.findall(r"\n[ \t]", code)), path
        assert page.count('aria-label="On this page"') <= 1, path
    page = html.parse(str(here / PAGES / "operative" / "index.html"))
    links = page.xpath("//div[contains(@class, 'md-sidebar')]//a[starts-with(@href, '#')]")
    assert [link.get("href") for link in links] == [f"#op{number}" for number in range(1, 12)]
    assert links[7].text_content().startswith("OP8 Calls upon Member States")


def test_the_official_address_of_a_lettered_part_is_that_of_its_number(project: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "99-7B.md").write_text(numbered(sample("1. *Ends*."), "99/7 B"), encoding="utf-8")
    build(Project(project, texts, tmp_path / "site"))
    tree = html.parse(str(tmp_path / "site" / "A/RES/99/7B" / "index.html"))
    assert tree.xpath("//meta[@name='dcterms.source']/@content") == ["https://docs.un.org/en/A/RES/99/7"]
    (imprint,) = tree.xpath("//p[contains(@class, 'imprint')]")
    assert "A/RES/99/7B · the official document is at https://docs.un.org/en/A/RES/99/7" in imprint.text_content()
    assert "docs.un.org/en/A/RES/99/7B" not in html.tostring(tree).decode()


def test_the_sitemap_has_the_dates_of_the_content(here: Path) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    entries = {
        url.findtext("s:loc", namespaces=space): url.findtext("s:lastmod", namespaces=space)
        for url in etree.parse(str(here / "sitemap.xml")).getroot()
    }
    root = "https://example.org/un/"
    for file in ("", "references/", *(form.file for form in FORMATS)):
        assert entries[f"{root}{PAGES}/{file}"] == "2008-03-13"
    assert entries[f"{root}about/"] is None, "the date of a page written by hand is not known"
    assert f"{root}{PAGES}/operative/" not in entries, "it repeats a part of the resolution"
    assert f"{root}{PAGES}/text/" not in entries, "it leads on to the resolution"
    for address in entries:
        path = here / address.removeprefix(root)
        assert path.is_file() or (path / "index.html").is_file()


def test_the_feed_is_atom_and_newest_first() -> None:
    entries = [
        entry_of(numbered(sample("1. *Ends*."), f"99/{n}").replace("3 May 2044", f"{n % 28 + 1} May 2044"))
        for n in range(1, 61)
    ]
    files = {file.path: file.data() for file in collected(Insight.of(collect(entries)), Base.of("https://example.org"))}
    feed = etree.fromstring(files["feed.xml"])
    space = {"a": "http://www.w3.org/2005/Atom"}
    dates = [found.text for found in feed.iterfind("a:entry/a:updated", space)]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == 50
    assert feed.findtext("a:updated", namespaces=space) == dates[0]
    for name in ("title", "id", "updated"):
        assert feed.find(f"a:{name}", space) is not None
    names = [found.text for found in feed.iter(f"{{{space['a']}}}id")]
    assert len(set(names)) == len(names)


def test_the_collection_is_listed_for_programs_and_language_models(here: Path) -> None:
    index = json.loads((here / "index.json").read_text(encoding="utf-8"))
    assert [item["symbol"] for item in index["resolutions"]] == ["A/RES/62/160"]
    assert (here / index["resolutions"][0]["json"]).is_file()
    listed = (here / "llms.txt").read_text(encoding="utf-8")
    assert listed.startswith(f"# {TITLE}\n\n> {DESCRIPTION}\n")
    for address in re.findall(r"\]\((.+?)\)", listed):
        path = here / address.removeprefix("https://example.org/un/")
        assert path.is_file() or (path / "index.html").is_file(), address


def test_brackets_in_a_symbol_do_not_end_a_link() -> None:
    entry = entry_of(sample("1. *Ends*.").replace("99/7.", "217 (III)."))
    files = {file.path: file.data() for file in collected(Insight.of(collect([entry])), Base())}
    assert b"](A/RES/217%28III%29/resolution.md)" in files["llms.txt"]


def test_the_name_of_the_site_is_that_of_its_settings() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"site_name: {TITLE}\n" in settings
    assert f"site_description: {DESCRIPTION}\n" in settings


def test_the_graph_says_who_cites_whom_and_from_how_many_places() -> None:
    citing = entry_of(sample("*Recalling* resolution 99/6,\n\n1. *Recalls* resolutions 99/6 and 61/168."))
    files = {file.path: file.data() for file in collected(Insight.of(held([citing])), Base())}
    graph = etree.fromstring(files["citations.graphml"])
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    nodes = {node.get("id"): node for node in graph.iterfind("g:graph/g:node", space)}
    assert len(nodes) == len(graph.findall("g:graph/g:node", space)), "each document once"
    assert [nodes["A/RES/99/6"].findtext(f"g:data[@key='{key}']", namespaces=space) for key in ("name", "held")] == [
        "General Assembly resolution 99/6: Lighthouses",
        "true",
    ]
    assert nodes["A/RES/61/168"].findtext("g:data[@key='held']", namespaces=space) == "false"
    edges = [
        (edge.get("source"), edge.get("target"), edge.findtext("g:data", namespaces=space))
        for edge in graph.iterfind("g:graph/g:edge", space)
    ]
    assert {end for edge in edges for end in edge[:2]} <= nodes.keys()
    assert ("A/RES/99/7", "A/RES/99/6", "2") in edges
    assert ("A/RES/99/7", "A/RES/61/168", "1") in edges
    rows = list(csv.reader(files["citations.csv"].decode("utf-8-sig").splitlines()))
    assert rows[0] == ["source", "target", "held", "places"]
    assert ["A/RES/99/7", "A/RES/99/6", "yes", "2"] in rows
    assert [(row[0], row[1], row[3]) for row in rows[1:]] == edges
