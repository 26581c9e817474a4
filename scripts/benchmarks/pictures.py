"""README's pictures: pages of a site of 62/160, and of one of invented resolutions, as a browser shows them.

In: the checkout. Out: one small WebP a picture. Which fonts they have is for the machine to say.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page

from benchmarks.project import CHECKOUT
from benchmarks.weight import browsing, served
from unres.site.build import build
from unres.site.project import Project

SHARP = 2  # pixels of the picture for one of the page


@dataclass(frozen=True, slots=True)
class Picture:
    """One view of a site.

    Attributes:
        name: the file's, without its suffix.
        site: whose: ``real`` has 62/160, ``invented`` a series of three.
        address: the page.
        size: width and height, in pixels of the page.
        prepare: what a reader does before it is taken.
        scheme: light or dark.
        finger: whether it is a phone.
    """

    name: str
    site: str
    address: str
    size: tuple[int, int]
    prepare: Callable[[Page], object]
    scheme: Literal["light", "dark"] = "light"
    finger: bool = False


def _hover(page: Page) -> None:
    page.locator("#op8 + p").hover()
    page.get_by_role("button", name="Cite OP8").wait_for()


def _note(page: Page) -> None:
    page.locator("a.call").nth(1).tap()
    page.locator("dialog.sheet").wait_for()


def _search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("dialogue among civilizations", delay=20)
    page.locator(".find-results a").first.wait_for()


def _changes(page: Page) -> None:
    page.locator(".changes ins, .changes del").first.wait_for()


PICTURES = (
    Picture("paragraph", "real", "A/RES/62/160/#op8", (1280, 600), _hover),
    Picture("paragraph-dark", "real", "A/RES/62/160/#op8", (1280, 600), _hover, "dark"),
    Picture("note", "real", "A/RES/62/160/#pp2", (390, 640), _note, finger=True),
    Picture("search", "real", "A/RES/62/160/", (390, 640), _search, finger=True),
    Picture("changes", "invented", "A/RES/151/30/changes/", (390, 640), _changes, finger=True),
)


def take_pictures(folder: Path, work: Path) -> None:
    """Builds both sites in ``work`` and writes every picture into ``folder``."""
    texts = {"real": CHECKOUT / "resolution", "invented": CHECKOUT / "tests" / "data" / "series"}
    folder.mkdir(parents=True, exist_ok=True)
    with browsing() as browser:
        for site, resolutions in texts.items():
            build(Project(work, resolutions, work / site))
            with served(work / site) as (address, _):
                for picture in PICTURES:
                    if picture.site == site:
                        _take(picture, browser, address, folder)


def _take(picture: Picture, browser: Browser, address: str, folder: Path) -> None:
    width, height = picture.size
    with browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=SHARP,
        color_scheme=picture.scheme,
        has_touch=picture.finger,
        is_mobile=picture.finger,
    ) as context:
        page = context.new_page()
        page.goto(f"{address}/{picture.address}")
        picture.prepare(page)
        page.wait_for_load_state("networkidle")
        shot = Image.open(io.BytesIO(page.screenshot()))
    few = shot.quantize(64, dither=Image.Dither.NONE).convert("RGB")  # letters stay sharp, in a third of the bytes
    few.save(folder / f"{picture.name}.webp", lossless=True, quality=100)


def main() -> int:
    """Takes them into the folder that was named, else README's; says how large they are."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else CHECKOUT / ".github" / "pictures"
    with tempfile.TemporaryDirectory(prefix="unres-pictures-") as work:
        take_pictures(folder, Path(work))
    for path in sorted(folder.iterdir()):
        print(f"{path}: {path.stat().st_size:,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
