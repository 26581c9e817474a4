"""What a pasted link unfolds into: pages of the site, and the small page of each operative paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from samples import SEED, read, sample
from unres.collection import load_file, make_reading
from unres.exports import Base
from unres.site.build import build
from unres.site.cards import WORDS, card_path, cards
from unres.site.project import Project
from unres.text.parser import parse


def meta(page: str | Path) -> dict[str, str]:
    tree = html.fromstring(page) if isinstance(page, str) else html.parse(str(page)).getroot()
    found = {
        element.get("property") or element.get("name") or "": element.get("content") for element in tree.iter("meta")
    }
    return {name: content for name, content in found.items() if name}


def test_a_paragraph_unfolds_with_its_name_and_words() -> None:
    entry, _ = load_file(SEED)
    assert entry is not None
    pages = dict(cards(entry, Base.of("https://example.org/un")))
    assert list(pages) == [f"op{number}/" for number in range(1, 12)]
    page = pages["op8/"]
    found = meta(page)
    assert found["og:title"].startswith("62/160, OP8: Enhancement of international cooperation")
    assert found["og:description"].startswith("8. Calls upon Member States, specialized agencies")
    # Once, where chats look: a collection has more of these pages than of all others.
    assert page.count("Calls upon") == page.count("Enhancement of international cooperation") == 1
    assert len(found["og:description"]) <= WORDS + 2
    assert found["og:url"] == "https://example.org/un/A/RES/62/160/op8/"
    assert found["twitter:card"] == "summary"
    tree = html.fromstring(page)
    assert tree.xpath("//link[@rel='canonical']/@href") == ["https://example.org/un/A/RES/62/160/"]
    assert tree.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../#op8"]
    assert tree.xpath("//a/@href") == ["../#op8"]
    assert not tree.xpath("//script|//style|//@style")


def test_without_an_address_of_the_site_nothing_false_is_said() -> None:
    entry, _ = load_file(SEED)
    assert entry is not None
    assert "og:url" not in dict(cards(entry, Base()))["op8/"]
    assert "canonical" not in dict(cards(entry, Base()))["op8/"]


NAMES = {
    "numbers": ("1. *Asks*;\n\n2. *Ends*.", ["op1", "op2"]),
    "sub-paragraphs have none": ("1. *Asks*:\n\n- (a) One;\n- (b) Two;\n\n2. *Ends*.", ["op1", "op2"]),
    "sections that count anew": ("#### I\n\n1. *Asks*;\n\n#### II\n\n1. *Ends*.", ["I-op1", "II-op1"]),
    "the only one": ("*Ends*.", ["op"]),
}


@pytest.mark.parametrize(("body", "expected"), NAMES.values(), ids=NAMES)
def test_a_card_is_named(body: str, expected: list[str]) -> None:
    found = [card_path(block) for block in read(body).paragraphs]
    assert [path for path in found if path] == [f"{name}/" for name in expected]


def test_signs_of_html_are_shown_as_they_are() -> None:
    parsed = parse(sample('1. *Decides* on \\<b> & "oil".'), "sample.md")
    assert parsed.resolution is not None
    page = dict(cards(make_reading(parsed.resolution)[0], Base()))["op1/"]
    assert meta(page)["og:description"] == '1. Decides on <b> & "oil".'


def test_the_site_has_the_cards_beside_its_pages_and_not_in_its_sitemap(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(Project(project, SEED.parent, site, "https://example.org/un/"))
    folder = site / "A/RES/62/160"
    assert sorted(path.parent.name for path in folder.glob("op[0-9]*/index.html")) == sorted(
        f"op{number}" for number in range(1, 12)
    )
    assert "op8/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    page = meta(folder / "operative" / "index.html")
    assert page["og:title"] == "62/160 · Operative paragraphs"
    assert page["og:url"] == "https://example.org/un/A/RES/62/160/"
    assert page["twitter:card"] == "summary"
