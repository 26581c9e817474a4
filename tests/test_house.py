"""The picture of the code: whole, true to the imports, and light."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from unres.pages.house import house_page, picture
from unres.pages.rooms import PACKAGE, Room, rooms

FOUND = (
    Room("model", "Values.", 1, ()),
    Room("text", "Reads.", 3, ("model",)),
    Room("site", "Writes.", 2, ("model", "text")),
)


def arcs(svg: str) -> list[str | None]:
    """The class of each arc."""
    return [path.get("class") for path in ElementTree.fromstring(svg).findall("./svg/path")]


def test_each_import_is_an_arc_and_one_that_another_implies_is_faint() -> None:
    assert sorted(map(str, arcs(picture(FOUND)))) == ["None", "None", "implied"]  # site -> text -> model


def test_each_room_is_a_box_with_its_name_the_last_at_the_top() -> None:
    boxes = {
        text.text: float(text.get("y", 0))
        for text in ElementTree.fromstring(picture(FOUND)).iter("text")
        if text.get("class") is None
    }
    assert sorted(boxes, key=boxes.__getitem__) == ["site", "text", "model"]


def test_the_picture_of_the_code_is_whole_light_and_without_inline_styles() -> None:
    svg = house_page().markdown.partition("</figure>")[0] + "</figure>"
    assert len(arcs(svg)) == sum(len(room.imports) for room in rooms())
    reaches = [int(reach) for reach in re.findall(r"C(\d+) ", svg)]
    assert max(148 + 0.75 * (reach - 148) for reach in reaches) <= 360, "an arc leaves the picture"
    assert "style=" not in svg
    assert "\n\n" not in svg
    assert len(svg.encode()) <= 20_000


def test_the_list_says_the_same_in_words() -> None:
    _, _, listing = house_page().markdown.partition("</figure>")
    rows = [line for line in listing.splitlines() if line]
    assert len(rows) == len(rooms())
    for row, room in zip(rows, reversed(rooms()), strict=True):
        assert row.startswith(f"- **{room.name}**: ")
        assert row.endswith(f"Imports from {', '.join(room.imports) or 'no other room'}.")


@pytest.mark.parametrize("added", ["", "from unres.cite import cite"], ids=["as it is", "one import more"])
def test_an_installed_package_draws_its_own_code(added: str, tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "unres")
    if added:
        (tmp_path / "unres" / "collection" / "more.py").write_text(f"def f():\n    {added}\n", encoding="utf-8")
    code = "from unres.pages.rooms import rooms; print(sum(len(room.imports) for room in rooms()))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) == sum(len(room.imports) for room in rooms()) + bool(added)
