"""Ways to a resolution without a search: the home page, lists that are filtered and ordered, shortened addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from addresses import SEED, Open
from samples import sample
from server import served
from unres.site.build import build
from unres.site.project import Project

WORDS = ("Lamps", "Oil", "Wicks", "Rocks", "Fog", "Bells", "Keepers", "Lenses", "Towers")


@pytest.fixture(scope="module")
def lists_url(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with nine invented resolutions, of three committees and as many months."""
    root = tmp_path_factory.mktemp("lists")
    (root / "resolution").mkdir()
    for at, word in enumerate(WORDS, 1):
        committee, month = ("Second", "Third", "Fifth")[at % 3], ("March", "April", "May")[at % 3]
        cites = f" recalling resolution 99/{at - 1}" if at > 5 else ""
        text = sample("".join(f"{n}. *Ends*{cites};\n\n" for n in range(1, at + 1)).rstrip(";\n") + ".")
        text = text.replace("99/7. Lighthouses", f"99/{at}. {word}").replace(
            "Third Committee", f"{committee} Committee"
        )
        text = text.replace("1 April 2044", f"{at} {month} 2044")
        (root / "resolution" / f"99-{at}.md").write_text(text, encoding="utf-8")
    build(Project(project, root / "resolution", root / "site"))
    yield from served(root / "site")


def shown(page: Page) -> list[str]:
    return [text.split()[-1] for text in page.locator(".listing .entry:visible").all_inner_texts()]


def test_a_list_is_filtered_as_one_types_and_ordered(opened: Open, lists_url: str) -> None:
    page = opened(f"{lists_url}/A/RES/99/")
    assert shown(page) == list(WORDS)
    page.get_by_label("Filter").press_sequentially("third COMM")
    expect(page.locator(".sift output")).to_have_text("3 of 9")
    assert shown(page) == ["Lamps", "Rocks", "Keepers"]
    page.get_by_label("Order").select_option("Longest first")
    assert shown(page) == ["Keepers", "Rocks", "Lamps"]
    page.get_by_label("Filter").fill("")
    assert shown(page) == list(reversed(WORDS))
    page.get_by_label("Order").select_option("Newest first")
    assert shown(page)[0] == "Lenses"
    page.get_by_label("Order").select_option("Number")
    assert shown(page) == list(WORDS)
    page.get_by_label("Filter").fill("nothing of the kind <b>")
    expect(page.locator(".sift output")).to_have_text("0 of 9")


def test_a_list_is_whole_without_scripts(opened: Open, lists_url: str) -> None:
    page = opened(f"{lists_url}/A/RES/99/", java_script_enabled=False)
    assert shown(page) == list(WORDS)
    expect(page.locator(".sift")).to_be_hidden()


def test_the_field_of_the_home_page_goes_where_it_is_told(opened: Open, url: str) -> None:
    page = opened(f"{url}/")
    page.get_by_label("Go to a paragraph, or search").fill("62/160 OP8")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{SEED}#op8")


def test_the_home_page_names_what_is_new_with_its_date_and_committee(opened: Open, url: str) -> None:
    page = opened(f"{url}/")
    newest = page.locator(".listing li").first
    expect(newest.locator("small")).to_have_text(re.compile(r"^1 April 2145 · Second Committee · \d+ paragraphs"))
    newest.get_by_role("link").click()
    page.wait_for_url("**/A/RES/199/7/")


def test_every_folder_that_an_address_can_be_shortened_to_is_a_page(root: Path) -> None:
    site = root / "site"
    folders = {folder for page in site.rglob("index.html") for folder in page.relative_to(site).parents}
    assert Path("A/RES/62/160") in folders
    assert [str(folder) for folder in sorted(folders) if not (site / folder / "index.html").is_file()] == []


ASKED = {
    "a paragraph that is not there": ("/A/RES/62/160/operative/99/", "62/160 has no OP99. Go to 62/160", SEED),
    "the number alone": ("/62/160/", "Go to 62/160", SEED),
    "small letters": ("/a/res/62/160/", "Go to 62/160", SEED),
    "a paragraph after the number": ("/62/160/op8", "Go to 62/160 · OP8", f"{SEED}#op8"),
    "an anchor": ("/62/160#pp2", "Go to 62/160 · PP2", f"{SEED}#pp2"),
    "in a folder of languages": ("/en/A/RES/62/160", "Go to 62/160", SEED),
    "a file": ("/A/RES/62/160.html", "Go to 62/160", SEED),
    "hyphens": ("/62-160", "Go to 62/160", SEED),
}


@pytest.mark.parametrize(("path", "said", "to"), ASKED.values(), ids=ASKED)
def test_an_address_that_does_not_exist_is_read_as_a_citation(
    opened: Open, url: str, path: str, said: str, to: str
) -> None:
    page = opened(url + path)
    offer = page.locator("article .find-offer a").first
    expect(offer.locator(".find-go")).to_have_text(said)
    offer.click()
    page.wait_for_url(f"{url}{to}")


def test_what_is_not_here_is_offered_where_it_is(opened: Open, url: str) -> None:
    page = opened(f"{url}/A/RES/61/168/operative/")
    official = page.locator("article").get_by_role("link", name="A/RES/61/168 is not on this site")
    expect(official).to_have_attribute("href", "https://docs.un.org/en/A/RES/61/168")


@pytest.mark.parametrize("path", ["/nothing/", "/%E0%A4%A/", "/A/RES/", "/__proto__/", "/" + "9" * 5_000])
def test_an_address_that_says_nothing_has_no_offer(opened: Open, url: str, path: str) -> None:
    page = opened(f"{url}{path}x")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no page at this address")
    page.wait_for_timeout(300)
    expect(page.locator("article .find-offer")).to_have_count(0)
